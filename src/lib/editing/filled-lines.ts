import type { LineAxis, Range } from '$lib/workbook';
import type { FillSheet } from './fill';

/** The lines that are filled and those that they are filled from, of those that are shown. */
export interface FilledLines {
	readonly axis: LineAxis;
	/** The other axis, along which every line is filled for itself. */
	readonly across: LineAxis;
	readonly inner: readonly number[];
	readonly after: readonly number[];
	/** From the one next to what is filled from on. */
	readonly before: readonly number[];
}

/** Which lines of `target` are filled from which of `source`: rows where it goes on in rows, otherwise columns. */
export function linesFilled(sheet: FillSheet, source: Range, target: Range): FilledLines {
	const isDown = source.from.row !== target.from.row || source.to.row !== target.to.row;
	const axis = isDown ? 'row' : 'column';
	const shown = (from: number, to: number) =>
		linesBetween(from, to).filter((index) => !sheet.isHidden(axis, index));
	return {
		axis,
		across: isDown ? 'column' : 'row',
		inner: shown(source.from[axis], source.to[axis]),
		after: shown(source.to[axis] + 1, target.to[axis]),
		before: shown(target.from[axis], source.from[axis] - 1).reverse()
	};
}

export function linesBetween(from: number, to: number): number[] {
	return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
