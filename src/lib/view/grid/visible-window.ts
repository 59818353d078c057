import type { Axis } from './axis';

/** A run of rows or columns that is rendered. */
export interface VisibleWindow {
	readonly first: number;
	readonly count: number;
}

const BLOCK = 4;

/**
 * What to render of an axis where `length` pixels from `offset` on are in view, with some more on either side. Its count
 * stays the same while scrolling unless sizes differ widely, so that elements can be used again.
 */
export function visibleWindow(
	axis: Axis,
	offset: number,
	length: number,
	typicalSize: number,
	overscan: number
): VisibleWindow {
	const firstInView = axis.indexAt(offset);
	const lastInView = axis.indexAt(offset + length);
	const needed = lastInView - firstInView + 1 + 2 * overscan;
	const usual = Math.ceil(length / typicalSize) + 1 + 2 * overscan;
	const count = Math.min(Math.ceil(Math.max(needed, usual) / BLOCK) * BLOCK, axis.count);
	const first = Math.min(Math.max(firstInView - overscan, 0), axis.count - count);
	return { first, count };
}

/**
 * The indices of a window by the slot that shows each: the one after the last takes the slot of the first, so that
 * scrolling by one changes one slot. `base` is an index that stands in the first slot.
 */
export function slots({ first, count }: VisibleWindow, base: number): number[] {
	const indices = new Array<number>(count);
	for (let index = first; index < first + count; index += 1) {
		indices[(((index - base) % count) + count) % count] = index;
	}
	return indices;
}

/** Browsers cap the size of an element; the lowest cap in use is a little under 17.9 million pixels (Firefox). */
export const MAX_SCROLL_SIZE = 15_000_000;

/** How far the sheet lies scrolled when the element is scrolled by `scrolled`: in proportion where it had to be capped. */
export function sheetOffset(scrolled: number, total: number, length: number): number {
	if (total <= MAX_SCROLL_SIZE) return scrolled;
	const atMost = MAX_SCROLL_SIZE - length;
	return Math.min(Math.max(scrolled / atMost, 0), 1) * (total - length);
}

/** How far to scroll the element for the sheet to lie scrolled by `offset`: the inverse of {@link sheetOffset}. */
export function elementOffset(offset: number, total: number, length: number): number {
	if (total <= MAX_SCROLL_SIZE) return offset;
	return (offset / (total - length)) * (MAX_SCROLL_SIZE - length);
}

/** The least scrolling that brings a span into view; its start where it does not fit. */
export function revealingOffset(offset: number, length: number, start: number, size: number): number {
	if (start < offset || size > length) return start;
	return Math.max(offset, start + size - length);
}
