import type { MenuPlace } from '$lib/session/menus.svelte';

/** A rectangle, in CSS pixels. */
interface Size {
	readonly width: number;
	readonly height: number;
}

const MARGIN = 4;

/** Where the top left corner of a menu goes: within the window, and above what it belongs to where below is no room. */
export function menuCorner(at: MenuPlace, menu: Size, view: Size): { left: number; top: number } {
	const { left, top, below } =
		'x' in at ? { left: at.x, top: at.y, below: at.y } : placeBelow(at.getBoundingClientRect());
	const hasRoomBelow = below + menu.height + MARGIN <= view.height;
	const wanted = hasRoomBelow ? below : top - menu.height;
	return {
		left: within(left, view.width - menu.width - MARGIN),
		top: within(wanted, view.height - menu.height - MARGIN)
	};
}

function placeBelow({ left, top, bottom }: DOMRect) {
	return { left, top: top - MARGIN, below: bottom + MARGIN };
}

function within(at: number, last: number): number {
	return Math.max(Math.min(at, last), MARGIN);
}
