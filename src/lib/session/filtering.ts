import {
	cellAt,
	formatValue,
	settingsOf,
	usedSize,
	type FilterCondition,
	type LineSpan,
	type Range,
	type SheetFilter
} from '$lib/workbook';
import { columnTest, type FilteredCell } from './filter-test';
import type { Session } from './session.svelte';
import { sortRange, sortScope } from './sorting';

/** One text that a column shows, and in how many rows. */
export interface FilterChoice {
	readonly text: string;
	readonly count: number;
}

/** The filter of the sheet on show. */
export function filterOf(session: Session): SheetFilter | undefined {
	return session.tables.sheet.get(session.activeSheet)?.filter;
}

/** Puts a filter over the block of data, or takes the one there is away. */
export function toggleFilter(session: Session): void {
	const { activeSheet: sheet } = session;
	const isOn = filterOf(session) !== undefined;
	if (!isOn && session.selection.ranges.length > 1) {
		session.status = 'Several ranges cannot be filtered at once. Select one range.';
		return;
	}
	const { range } = sortScope(session);
	const filter = isOn ? null : { range, columns: {}, hidden: [] };
	const done = session.execute({ do: 'set-filter', sheet, filter });
	if (done.ok)
		session.status = isOn
			? 'The filter is gone; all rows are shown.'
			: 'Each column can be filtered by the button in its header.';
}

/** Sets what a column lets through; without a condition, everything. The rows of the other columns' conditions count too. */
export function filterColumn(session: Session, column: number, condition: FilterCondition | undefined): void {
	const filter = grownFilter(session);
	if (!filter) return;
	const { [column]: _before, ...others } = filter.columns;
	apply(session, { ...filter, columns: condition ? { ...others, [column]: condition } : others });
}

/** Lets all rows through; the filter stays. */
export function clearFilter(session: Session): void {
	const filter = grownFilter(session);
	if (filter) apply(session, { ...filter, columns: {} });
}

/** Goes through the rows again, as after edits. */
export function reapplyFilter(session: Session): void {
	const filter = grownFilter(session);
	if (filter) apply(session, filter);
}

/** Sorts the rows below the header by one of the filter's columns; those that it hides stay where they are. */
export function sortFiltered(session: Session, column: number, isDescending: boolean): void {
	const filter = grownFilter(session);
	if (!filter) return;
	const key = { column: column - filter.range.from.column, isDescending };
	const sorted = sortRange(session, { range: filter.range, hasHeader: true }, [key]);
	if (!sorted.ok) session.status = sorted.error;
}

/** The filter with the rows that were added right below its last one. */
function grownFilter(session: Session): SheetFilter | undefined {
	const filter = filterOf(session);
	if (!filter) return undefined;
	const { from, to } = filter.range;
	const { rows } = usedSize(session.workbook, session.activeSheet);
	let row = to.row;
	const isFilled = (column: number) => {
		const cell = cellAt(session.workbook, { sheet: session.activeSheet, row: row + 1, column });
		return cell !== undefined && cell.content !== null;
	};
	const columns = Array.from({ length: to.column - from.column + 1 }, (_, index) => from.column + index);
	while (row + 1 < rows && columns.some(isFilled)) row += 1;
	return row === to.row ? filter : { ...filter, range: { from, to: { ...to, row } } };
}

function apply(session: Session, filter: SheetFilter): void {
	const hidden = hiddenBy(session, filter);
	const done = session.execute({
		do: 'set-filter',
		sheet: session.activeSheet,
		filter: { ...filter, hidden }
	});
	if (!done.ok) return;
	const rows = filter.range.to.row - filter.range.from.row;
	const shown = rows - hidden.reduce((sum, { from, to }) => sum + to - from + 1, 0);
	session.status = `${shown.toLocaleString('en-US')} of ${rows.toLocaleString('en-US')} rows shown.`;
}

function hiddenBy(session: Session, { range, columns }: SheetFilter): LineSpan[] {
	const { locale } = settingsOf(session.workbook);
	const tests = Object.entries(columns).map(([key, condition]) => {
		const column = Number(key);
		const numbers = () => numbersIn(session, range, column);
		return { column, passes: columnTest(condition, numbers, locale) };
	});
	const hidden: { from: number; to: number }[] = [];
	for (let row = range.from.row + 1; row <= range.to.row; row++) {
		const isShown = tests.every(({ column, passes }) => passes(shownCell(session, row, column, locale)));
		if (isShown) continue;
		const last = hidden.at(-1);
		if (last?.to === row - 1) last.to = row;
		else hidden.push({ from: row, to: row });
	}
	return hidden;
}

/** The numbers of a column below the header. */
function numbersIn(session: Session, { from, to }: Range, column: number): number[] {
	const numbers: number[] = [];
	for (let row = from.row + 1; row <= to.row; row++) {
		const value = session.valueAt({ sheet: session.activeSheet, row, column });
		if (typeof value === 'number') numbers.push(value);
	}
	return numbers;
}

/** Whether a column holds numbers that can be ranked. */
export function hasNumbers(session: Session, column: number): boolean {
	const filter = grownFilter(session);
	return filter !== undefined && numbersIn(session, filter.range, column).length > 0;
}

/** What a column shows below the header, each text once in the order of values, of rows that the other columns let through. */
export function filterChoices(session: Session, column: number): { choices: FilterChoice[]; blanks: number } {
	const filter = grownFilter(session);
	if (!filter) return { choices: [], blanks: 0 };
	const { locale } = settingsOf(session.workbook);
	const { [column]: _own, ...others } = filter.columns;
	const hidden = hiddenBy(session, { ...filter, columns: others });
	const counts = new Map<string, { count: number; cell: FilteredCell }>();
	let blanks = 0;
	let span = 0;
	for (let row = filter.range.from.row + 1; row <= filter.range.to.row; row++) {
		while (hidden[span] && hidden[span]!.to < row) span += 1;
		if (hidden[span] && hidden[span]!.from <= row) continue;
		const cell = shownCell(session, row, column, locale);
		if (cell.text === '') blanks += 1;
		else counts.set(cell.text, { count: (counts.get(cell.text)?.count ?? 0) + 1, cell });
	}
	const choices = [...counts]
		.sort(([, a], [, b]) => order(a.cell, b.cell))
		.map(([text, { count }]) => ({ text, count }));
	return { choices, blanks };
}

function order(a: FilteredCell, b: FilteredCell): number {
	const [isNumber, isOther] = [typeof a.value === 'number', typeof b.value === 'number'];
	if (isNumber && isOther) return (a.value as number) - (b.value as number);
	return isNumber === isOther ? a.text.localeCompare(b.text, 'en') : isNumber ? -1 : 1;
}

function shownCell(session: Session, row: number, column: number, locale: string): FilteredCell {
	const place = { sheet: session.activeSheet, row, column };
	const value = session.valueAt(place);
	return { text: formatValue(value, cellAt(session.workbook, place)?.format, locale).text, value };
}
