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
import type { ResizeColumns, ResizeRows } from './command';
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
	size: number | null,
	count: number
): Result<Sheet['columnWidths']> {
	if (size !== null && !(size >= MIN_SIZE_PIXELS && size <= MAX_SIZE_PIXELS)) {
		return fail(
			`A row or column measures from ${MIN_SIZE_PIXELS} to ${MAX_SIZE_PIXELS} pixels; ${size} is outside.`
		);
	}
	const next: Record<number, number> = { ...sizes };
	for (const index of indexes) {
		if (!Number.isInteger(index) || index < 0 || index >= count)
			return fail('That row or column does not exist.');
		if (size === null) Reflect.deleteProperty(next, index);
		else next[index] = Math.round(size);
	}
	return ok(next);
}
