import {
	cellAt,
	fail,
	formatRange,
	hiddenLines,
	ok,
	settingsOf,
	formatValue,
	spansHold,
	usedSize,
	type CellValue,
	type Range,
	type Result
} from '$lib/workbook';
import { overlap } from './selected-ranges';
import type { Session } from './session.svelte';
import { sortOrder, type SortKey } from './sort-order';

/** What is sorted: a range of the sheet on show, and whether its first row is a header that stays. */
export interface SortScope {
	readonly range: Range;
	readonly hasHeader: boolean;
}

/** What a sort would be of: the selection, or the block of data round a single cell; up to the last row in use. */
export function sortScope(session: Session): SortScope {
	const { selection, activeSheet, workbook } = session;
	const { from, to } = selection.isSingleCell ? selection.region : selection.range;
	const used = usedSize(workbook, activeSheet);
	const range = {
		from,
		to: {
			row: Math.max(from.row, Math.min(to.row, used.rows - 1)),
			column: Math.max(from.column, Math.min(to.column, used.columns - 1))
		}
	};
	return { range, hasHeader: seemsHeader(session, range) };
}

/** Sorts rows by keys, whose columns count from the range's first, in one step. Rows that are not shown stay where they are. */
export function sortRange(
	session: Session,
	{ range, hasHeader }: SortScope,
	keys: readonly SortKey[]
): Result<void> {
	const { activeSheet: sheet, workbook, tables } = session;
	const record = tables.sheet.get(sheet);
	const first = range.from.row + (hasHeader ? 1 : 0);
	if (!record || keys.length === 0 || range.to.row <= first) {
		return fail('There are no rows to sort: select at least two, or a cell among them.');
	}
	if (record.merges?.some((merged) => overlap(merged, range))) {
		return fail(`${formatRange(range)} holds merged cells, which cannot be sorted. Unmerge them first.`);
	}
	const hidden = hiddenLines(record, 'row');
	const places: number[] = [];
	for (let row = first; row <= range.to.row; row++) if (!spansHold(hidden, row)) places.push(row - first);
	const rows = places.map((place) =>
		Array.from({ length: range.to.column - range.from.column + 1 }, (_, column): CellValue =>
			session.valueAt({ sheet, row: first + place, column: range.from.column + column })
		)
	);
	const order = Array.from({ length: range.to.row - first + 1 }, (_, index) => index);
	sortOrder(rows, keys).forEach((from, index) => (order[places[index]!] = places[from]!));
	const done = session.execute({
		do: 'reorder-rows',
		sheet,
		range: { from: { row: first, column: range.from.column }, to: range.to },
		order
	});
	if (!done.ok) return done;
	const cells = workbook.cells.get(sheet)?.size ?? 0;
	session.status =
		done.value.patch.length === 0 && cells > 0
			? 'These rows are in that order already.'
			: `Sorted ${rows.length.toLocaleString('en-US')} rows.`;
	return ok(undefined);
}

/** Sorts by the column of the active cell. */
export function sortByActive(session: Session, isDescending: boolean): void {
	const scope = sortScope(session);
	const column = session.selection.active.column - scope.range.from.column;
	const sorted = sortRange(session, scope, [{ column, isDescending }]);
	if (!sorted.ok) session.status = sorted.error;
}

/** The columns of what is sorted, by their header where there is one. */
export function sortColumns(session: Session, { range, hasHeader }: SortScope): string[] {
	const { activeSheet: sheet, workbook } = session;
	const { locale } = settingsOf(workbook);
	return Array.from({ length: range.to.column - range.from.column + 1 }, (_, index) => {
		const place = { sheet, row: range.from.row, column: range.from.column + index };
		const letters = formatRange({ from: place, to: place }).replace(/\d+$/, '');
		const { text } = formatValue(session.valueAt(place), cellAt(workbook, place)?.format, locale);
		return hasHeader && text ? `${letters}: ${text}` : `Column ${letters}`;
	});
}

/** A first row of nothing but texts above something that is none, or one set as a header, is taken for one. */
function seemsHeader(session: Session, { from, to }: Range): boolean {
	if (to.row === from.row) return false;
	const { activeSheet: sheet, workbook } = session;
	const columns = Array.from({ length: to.column - from.column + 1 }, (_, index) => from.column + index);
	const first = columns.map((column) => ({ sheet, row: from.row, column }));
	if (first.some((place) => cellAt(workbook, place)?.style === 'header')) return true;
	const texts = first.map((place) => session.valueAt(place));
	const below = columns.map((column) => session.valueAt({ sheet, row: from.row + 1, column }));
	return (
		texts.every((value) => value === null || typeof value === 'string') &&
		texts.some((value) => value !== null) &&
		below.some((value) => value !== null && typeof value !== 'string')
	);
}
