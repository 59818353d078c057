import { usedSize, type Range } from '$lib/workbook';
import { currentRegion } from './current-region';
import type { Session } from './session.svelte';
import { sortScope } from './sorting';

/** A sort that would part cells from those beside them, and waits for an answer. */
export interface SortExtentRequest {
	/** The block of data that the selection is a part of. */
	readonly table: Range;
	readonly selected: Range;
	/** Goes on with what is selected by then. */
	readonly run: () => void;
}

/** Goes on with a sort of the selection; where filled cells beside it would stay behind, asks first what is meant. */
export function askForExtent(session: Session, run: () => void): void {
	if (session.selection.ranges.length > 1) {
		session.status = 'Several ranges cannot be sorted at once. Select one range.';
		return;
	}
	const { range } = sortScope(session);
	const table = tableRound(session, range);
	if (table) session.dialogs.open('sort-extent', { table, selected: range, run });
	else run();
}

/** Widens the selection to the table; the active cell, and so the key of the sort, stays. */
export function selectTable({ selection }: Session, { table }: SortExtentRequest): void {
	selection.selectRange(table, selection.active);
}

/** The block of data that a range is a part of, where cells of the same rows are left out; rows alone can be sorted apart. */
function tableRound(session: Session, range: Range): Range | undefined {
	const { workbook, activeSheet: sheet } = session;
	const isBlank = (row: number, column: number) => (session.contentAt({ sheet, row, column }) ?? '') === '';
	const used = usedSize(workbook, sheet);
	const table = currentRegion(range, used, ({ row, column }) => isBlank(row, column));
	if (range.from.row === range.to.row) return undefined;
	for (let column = table.from.column; column <= table.to.column; column++) {
		if (column >= range.from.column && column <= range.to.column) continue;
		for (let row = range.from.row; row <= range.to.row; row++) if (!isBlank(row, column)) return table;
	}
	return undefined;
}
