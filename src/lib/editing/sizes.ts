import {
	columnLetters,
	fail,
	MAX_COLUMNS,
	MAX_ROWS,
	MAX_SIZE_PIXELS,
	ok,
	type Result,
	type Sheet
} from '$lib/workbook';
import type { ResizeColumns, ResizeRows, WidenedColumns } from './command';
import type { Draft } from './draft';
import { counted, noSheet, sheetOf, type Planner } from './plan';

/** The narrowest column and lowest row, in CSS pixels: still wide enough to be taken hold of. */
const MIN_SIZE_PIXELS = 8;

export const planColumnWidths: Planner<ResizeColumns> = (draft, { sheet: id, columns, width }) => {
	const sheet = sheetOf(draft.workbook, id);
	if (!sheet) return noSheet(id);
	const columnWidths = resized(sheet.columnWidths, columns, width, MAX_COLUMNS);
	if (!columnWidths.ok) return columnWidths;
	draft.setRecord('sheet', { ...sheet, columnWidths: columnWidths.value });
	const which =
		columns.length === 1 ? `column ${columnLetters(columns[0]!)}` : counted(columns.length, 'column');
	return ok({ draft, label: `Resize ${which}` });
};

/** Gives columns a width of their own along with another change. */
export function widenColumns(draft: Draft, { sheet: id, widths }: WidenedColumns): Result<void> {
	const sheet = draft.record('sheet', id);
	if (!sheet) return noSheet(id);
	const columns = Object.keys(widths).map(Number);
	const columnWidths = resized(
		sheet.columnWidths,
		columns,
		columns.map((column) => widths[column]!),
		MAX_COLUMNS
	);
	if (!columnWidths.ok) return columnWidths;
	draft.setRecord('sheet', { ...sheet, columnWidths: columnWidths.value });
	return ok(undefined);
}

export const planRowHeights: Planner<ResizeRows> = (draft, { sheet: id, rows, height }) => {
	const sheet = sheetOf(draft.workbook, id);
	if (!sheet) return noSheet(id);
	const rowHeights = resized(sheet.rowHeights, rows, height, MAX_ROWS);
	if (!rowHeights.ok) return rowHeights;
	draft.setRecord('sheet', { ...sheet, rowHeights: rowHeights.value });
	const which = rows.length === 1 ? `row ${rows[0]! + 1}` : counted(rows.length, 'row');
	return ok({ draft, label: `Resize ${which}` });
};

function resized(
	sizes: Sheet['columnWidths'],
	indexes: readonly number[],
	size: number | null | readonly (number | null)[],
	count: number
): Result<Sheet['columnWidths']> {
	const all = typeof size === 'object' && size !== null ? size : [size];
	const outside = all.find((one) => one !== null && !(one >= MIN_SIZE_PIXELS && one <= MAX_SIZE_PIXELS));
	if (outside !== undefined) {
		return fail(
			`A row or column measures from ${MIN_SIZE_PIXELS} to ${MAX_SIZE_PIXELS} pixels; ${outside} is outside.`
		);
	}
	const next: Record<number, number> = { ...sizes };
	for (const [at, index] of indexes.entries()) {
		const own = (all.length === 1 ? all[0] : all[at]) ?? null;
		if (!Number.isInteger(index) || index < 0 || index >= count)
			return fail('That row or column does not exist.');
		if (own === null) Reflect.deleteProperty(next, index);
		else next[index] = Math.round(own);
	}
	return ok(next);
}
