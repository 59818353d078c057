import {
	isWholeColumns,
	isWholeRows,
	joinSpans,
	MAX_COLUMNS,
	MAX_ROWS,
	type LineAxis,
	type LineSpan,
	type Range
} from '$lib/workbook';
import type { Selection } from './selection.svelte';

/** The rows or columns that what is selected lies in, joined and in order. */
export function selectedLines(selection: Selection, axis: LineAxis): LineSpan[] {
	return joinSpans(selection.ranges.map(({ from, to }) => ({ from: from[axis], to: to[axis] })));
}

/** Whether whole rows or columns are selected and nothing else; rows where it is all cells. */
export function wholeAxis({ ranges }: Pick<Selection, 'ranges'>): LineAxis | undefined {
	if (ranges.every(isWholeRows)) return 'row';
	return ranges.every(isWholeColumns) ? 'column' : undefined;
}

/** The cells of whole rows or columns. */
export function rangeOfLines(axis: LineAxis, { from, to }: LineSpan): Range {
	return axis === 'row'
		? { from: { row: from, column: 0 }, to: { row: to, column: MAX_COLUMNS - 1 } }
		: { from: { row: 0, column: from }, to: { row: MAX_ROWS - 1, column: to } };
}
