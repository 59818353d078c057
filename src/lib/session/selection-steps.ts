import { MAX_COLUMNS, MAX_ROWS, type Address, type LineAxis, type Range } from '$lib/workbook';
import type { Direction, Landmark, SelectionHost } from './selection.svelte';
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
		isBlank: (index) => host.isBlank({ ...along, [axis]: index }),
		isHidden: (index) => host.isHidden(axis, index)
	});
	return { ...at, [axis]: edge };
}

/**
 * The cell of a landmark, seen from another one. Below and beside frozen lines the start is behind them, as in Excel; from
 * there, and for a range that grows, it is that of the sheet.
 */
export function landmarkFrom(
	host: SelectionHost,
	at: Address,
	landmark: Landmark,
	isExtending: boolean
): Address {
	const used = host.usedSize();
	const first = (axis: LineAxis, from: number) => shownAt(host, axis, from, 1);
	const last = (axis: LineAxis, count: number) => shownAt(host, axis, Math.max(count - 1, 0), -1);
	const frozen = host.frozen();
	switch (landmark) {
		case 'row-start': {
			const behind = first('column', frozen.columns);
			return { ...at, column: at.column > behind && !isExtending ? behind : first('column', 0) };
		}
		case 'row-end': {
			let column = last('column', used.columns);
			while (host.isBlank({ ...at, column })) {
				const next = shownFrom(host, 'column', column, -1);
				if (next === column) break;
				column = next;
			}
			return { ...at, column };
		}
		case 'sheet-start': {
			const [row, column] = [first('row', frozen.rows), first('column', frozen.columns)];
			const isThere = at.row === row && at.column === column;
			return isThere || isExtending ? { row: first('row', 0), column: first('column', 0) } : { row, column };
		}
		case 'sheet-end':
			return { row: last('row', used.rows), column: last('column', used.columns) };
	}
}

/** A line, or the nearest one further on that is shown; the line itself where there is none. */
function shownAt(host: SelectionHost, axis: LineAxis, line: number, step: 1 | -1): number {
	return host.isHidden(axis, line) ? shownFrom(host, axis, line, step) : line;
}
