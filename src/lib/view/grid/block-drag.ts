import type { Address, Range } from '$lib/workbook';
import type { Axis } from './axis';

/** Whether a pointer is on the handle at the corner of the selection. */
export function handleUnder(target: EventTarget | null): boolean {
	return target instanceof Element && target.closest('[data-fill-handle]') !== null;
}

/**
 * The range that is filled when the handle of a range is dragged to a cell: along the axis on which the cell lies further
 * away in pixels. Undefined where the cell lies within the range.
 */
export function filledRange(
	{ from, to }: Range,
	{ row, column }: Address,
	{ rows, columns }: { readonly rows: Axis; readonly columns: Axis }
): Range | undefined {
	const down = beyond(rows, row, from.row, to.row);
	const across = beyond(columns, column, from.column, to.column);
	if (down === 0 && across === 0) return undefined;
	return down >= across
		? {
				from: { row: Math.min(row, from.row), column: from.column },
				to: { row: Math.max(row, to.row), column: to.column }
			}
		: {
				from: { row: from.row, column: Math.min(column, from.column) },
				to: { row: to.row, column: Math.max(column, to.column) }
			};
}

/** How many pixels of lines lie between a span and a line beyond it, that line included. */
function beyond(axis: Axis, line: number, first: number, last: number): number {
	if (line > last) return axis.offsetOf(line + 1) - axis.offsetOf(last + 1);
	return line < first ? axis.offsetOf(first) - axis.offsetOf(line) : 0;
}
