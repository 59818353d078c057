import {
	addressOfKey,
	fail,
	formatRange,
	isOnSheet,
	isWholeColumns,
	isWholeRows,
	MAX_TEXT_LENGTH,
	ok,
	rangeHolds,
	sameRecord,
	usedSize,
	type Cell,
	type CellLook,
	type Place,
	type Range,
	type Result,
	type Sheet
} from '$lib/workbook';
import type { Draft } from './draft';
import { counted, noSheet, sheetOf, type Planner } from './plan';
import type {
	ClearFormats,
	LookChange,
	MergeCells,
	SetConditionalFormats,
	SetLook,
	SetNote
} from './presentation-commands';

/** The most cells that are given a look at once. */
const MAX_LOOKED = 500_000;

export const planLook: Planner<SetLook> = (draft, { sheet, ranges, look }) => {
	const places = placesIn(draft, sheet, ranges);
	if (!places.ok) return places;
	for (const place of places.value) {
		const cell = draft.cell(place) ?? { content: null };
		draft.setCell(place, { ...cell, look: changedLook(cell.look, look) });
	}
	return ok({ draft, label: `Format ${whereOf(ranges)}` });
};

export const planFormatClear: Planner<ClearFormats> = (draft, { sheet, ranges }) => {
	const checked = checkRanges(draft, sheet, ranges);
	if (!checked.ok) return checked;
	for (const key of draft.workbook.cells.get(sheet)?.keys() ?? []) {
		const address = addressOfKey(key);
		if (!ranges.some((range) => rangeHolds(range, address))) continue;
		const place = { sheet, ...address };
		const cell: Cell = draft.cell(place)!;
		draft.setCell(place, { ...cell, look: undefined, format: undefined });
	}
	return ok({ draft, label: `Clear formats of ${whereOf(ranges)}` });
};

export const planMerge: Planner<MergeCells> = (draft, { sheet: id, range, isMerged }) => {
	const sheet = checkRanges(draft, id, [range]);
	if (!sheet.ok) return sheet;
	const rest = (sheet.value.merges ?? []).filter((merged) => !overlap(merged, range));
	if (isMerged && range.from.row === range.to.row && range.from.column === range.to.column) {
		return fail('Select at least two cells to merge.');
	}
	const merges = isMerged ? [...rest, range] : rest;
	draft.setRecord('sheet', { ...sheet.value, merges: merges.length > 0 ? merges : undefined });
	return ok({ draft, label: `${isMerged ? 'Merge' : 'Unmerge'} ${formatRange(range)}` });
};

export const planNote: Planner<SetNote> = (draft, { sheet, address, note }) => {
	const checked = checkRanges(draft, sheet, [{ from: address, to: address }]);
	if (!checked.ok) return checked;
	const text = note.trim();
	if (text.length > MAX_TEXT_LENGTH) return fail('A note has at most 32,767 characters.');
	const place = { sheet, ...address };
	const cell = draft.cell(place) ?? { content: null };
	draft.setCell(place, { ...cell, note: text === '' ? undefined : text });
	const where = formatRange({ from: address, to: address });
	return ok({ draft, label: `${text === '' ? 'Delete note on' : 'Note on'} ${where}` });
};

export const planConditionalFormats: Planner<SetConditionalFormats> = (draft, { sheet: id, formats }) => {
	const sheet = checkRanges(
		draft,
		id,
		formats.flatMap(({ ranges }) => ranges)
	);
	if (!sheet.ok) return sheet;
	draft.setRecord('sheet', {
		...sheet.value,
		conditionalFormats: formats.length > 0 ? formats : undefined
	});
	return ok({ draft, label: `Conditional formats of ${sheet.value.name}` });
};

function changedLook(look: CellLook | undefined, change: LookChange): CellLook | undefined {
	const { borders, ...rest } = change;
	const merged: Record<string, unknown> = { ...look, ...rest };
	if (borders !== undefined) merged['borders'] = borders && { ...look?.borders, ...borders };
	for (const [field, value] of Object.entries(merged)) {
		const isNothing = value === null || value === undefined || value === false;
		if (isNothing || sameRecord(value, {})) Reflect.deleteProperty(merged, field);
	}
	return Object.keys(merged).length > 0 ? (merged as CellLook) : undefined;
}

/** The cells of ranges, each once; of whole rows and columns those up to the last one in use. */
function placesIn(draft: Draft, sheet: string, ranges: readonly Range[]): Result<Place[]> {
	const checked = checkRanges(draft, sheet, ranges);
	if (!checked.ok) return checked;
	const used = usedSize(draft.workbook, sheet);
	const blocks = ranges.map((range) => {
		const lastRow = isWholeColumns(range) ? used.rows - 1 : range.to.row;
		const lastColumn = isWholeRows(range) ? used.columns - 1 : range.to.column;
		return { from: range.from, to: { row: lastRow, column: lastColumn } };
	});
	const count = blocks.reduce(
		(sum, { from, to }) =>
			sum + Math.max(0, to.row - from.row + 1) * Math.max(0, to.column - from.column + 1),
		0
	);
	if (count > MAX_LOOKED) {
		return fail(
			`${counted(count, 'cell')} are more than can be formatted at once (${MAX_LOOKED.toLocaleString('en-US')}). Select fewer.`
		);
	}
	const places: Place[] = [];
	blocks.forEach(({ from, to }, index) => {
		for (let row = from.row; row <= to.row; row++) {
			for (let column = from.column; column <= to.column; column++) {
				const isEarlier = blocks.slice(0, index).some((block) => rangeHolds(block, { row, column }));
				if (!isEarlier) places.push({ sheet, row, column });
			}
		}
	});
	return ok(places);
}

function checkRanges(draft: Draft, id: string, ranges: readonly Range[]): Result<Sheet> {
	const sheet = sheetOf(draft.workbook, id);
	if (!sheet) return noSheet(id);
	return ranges.every(isBlock) ? ok(sheet) : fail(`That range is not on the sheet "${sheet.name}".`);
}

function isBlock({ from, to }: Range): boolean {
	return isOnSheet(from) && isOnSheet(to) && from.row <= to.row && from.column <= to.column;
}

function overlap(a: Range, b: Range): boolean {
	return (
		a.from.row <= b.to.row &&
		b.from.row <= a.to.row &&
		a.from.column <= b.to.column &&
		b.from.column <= a.to.column
	);
}

function whereOf(ranges: readonly Range[]): string {
	return ranges.length === 1 ? formatRange(ranges[0]!) : counted(ranges.length, 'range');
}
