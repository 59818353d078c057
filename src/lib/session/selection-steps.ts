import { MAX_COLUMNS, MAX_ROWS, type Address, type LineAxis, type Range } from '$lib/workbook';
import type { Direction, SelectionHost } from './selection.svelte';
import { dataEdge } from './selection-edge';

/** The last cell that a sheet can have. */
export const LAST: Address = { row: MAX_ROWS - 1, column: MAX_COLUMNS - 1 };

const STEPS: Readonly<Record<Direction, readonly [axis: LineAxis, step: 1 | -1]>> = {
	up: ['row', -1],
	down: ['row', 1],
	left: ['column', -1],
	right: ['column', 1]
};

/** The nearest cell that a sheet can have. */
export function withinSheet(row: number, column: number): Address {
	return {
		row: Math.min(Math.max(row, 0), LAST.row),
		column: Math.min(Math.max(column, 0), LAST.column)
	};
}

/** The cell so many steps from another one, beyond the edge of what that is merged over. */
export function stepFrom(
	host: SelectionHost,
	at: Address,
	merged: Range,
	direction: Direction,
	count: number
): Address {
	const [axis, step] = STEPS[direction];
	const from = (step > 0 ? merged.to : merged.from)[axis];
	return { ...at, [axis]: shownFrom(host, axis, from, step * count) };
}

/** The line so many away, or the nearest beyond it that is shown; the line itself where there is none. */
function shownFrom(host: SelectionHost, axis: LineAxis, from: number, by: number): number {
	const last = LAST[axis];
	let line = Math.min(Math.max(from + by, 0), last);
	while (line >= 0 && line <= last && host.isHidden(axis, line)) line += Math.sign(by);
	return line < 0 || line > last ? from : line;
}

/** The edge of the data that lies beyond a cell, looked for along the row or column of another, as in Excel. */
export function edgeFrom(host: SelectionHost, at: Address, along: Address, direction: Direction): Address {
	const [axis, step] = STEPS[direction];
	const used = host.usedSize();
	const edge = dataEdge(at[axis], step, {
		last: LAST[axis],
		used: axis === 'row' ? used.rows : used.columns,
		isBlank: (index) => host.isBlank({ ...along, [axis]: index })
	});
	return { ...at, [axis]: edge };
}
