import { MAX_COLUMNS, MAX_ROWS, type Address, type Range } from '$lib/workbook';
import type { Axis } from './axis';

/** Whether a pointer is on the handle at the corner of the selection. */
export function handleUnder(target: EventTarget | null): boolean {
	return target instanceof Element && target.closest('[data-fill-handle]') !== null;
}

/** The corner of the selection whose grip a finger is on. */
export function gripUnder(target: EventTarget | null): 'from' | 'to' | undefined {
	const grip = target instanceof Element ? target.closest<HTMLElement>('[data-grip]') : null;
	return grip ? (grip.dataset.grip === 'from' ? 'from' : 'to') : undefined;
}

/** Whether a pointer is on an edge by which the selection is dragged elsewhere. */
export function edgeUnder(target: EventTarget | null): boolean {
	return target instanceof Element && target.closest('[data-edge]') !== null;
}

/** The cell of a range that lies nearest to another. */
export function nearestIn({ from, to }: Range, { row, column }: Address): Address {
	return {
		row: Math.min(Math.max(row, from.row), to.row),
		column: Math.min(Math.max(column, from.column), to.column)
	};
}

/** Where a range lies when the cell by which it was taken is dragged to another; it stays on the sheet. */
export function draggedRange({ from, to }: Range, grabbed: Address, { row, column }: Address): Range {
	const size = { rows: to.row - from.row, columns: to.column - from.column };
	const start = {
		row: Math.min(Math.max(from.row + row - grabbed.row, 0), MAX_ROWS - 1 - size.rows),
		column: Math.min(Math.max(from.column + column - grabbed.column, 0), MAX_COLUMNS - 1 - size.columns)
	};
	return { from: start, to: { row: start.row + size.rows, column: start.column + size.columns } };
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
