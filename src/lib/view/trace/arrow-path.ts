import type { Box } from '../grid/grid-viewport.svelte';

/** How far from the left edge of a cell an arrow begins and ends, so that it hides no number. */
const INSET = 9;
/** Where the tip of an arrow stops short of its point, for its head. */
const HEAD = 5;

export interface Point {
	readonly x: number;
	readonly y: number;
}

/** Where arrows to and from a box meet it: by the left edge of its first row. */
export function pointOf({ left, top, width, height }: Box, rowHeight = height): Point {
	return { x: left + Math.min(INSET, width / 2), y: top + Math.min(rowHeight, height) / 2 };
}

/** A straight line between two points as a path of SVG that leaves room for the head; empty where they are one. */
export function linePath(from: Point, to: Point): string {
	const length = Math.hypot(to.x - from.x, to.y - from.y);
	if (length === 0) return '';
	const share = Math.max(length - HEAD, 0) / length;
	const end = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
	return `M${round(from.x)} ${round(from.y)}L${round(end.x)} ${round(end.y)}`;
}

function round(length: number): number {
	return Math.round(length * 10) / 10;
}
