import { mappingOfDelete, mappingOfInsert } from '$lib/formula';
import {
	addressOfKey,
	columnLetters,
	fail,
	MAX_COLUMNS,
	MAX_ROWS,
	ok,
	usedSize,
	type Cell,
	type LineAxis,
	type Place,
	type Result,
	type Sheet
} from '$lib/workbook';
import type { Draft } from './draft';
import { layoutAfter, lineAfter, type LineChange } from './line-layout';
import { counted, noSheet, sheetOf, type Planner } from './plan';
import { rewriteWorkbook } from './rewriting';
import type { DeleteLines, InsertLines } from './structure-commands';

/** Lines that come in take over the formats of the line before, unless these are more cells than this. */
const MAX_FORMATTED_CELLS = 20_000;

export const planLineInsert: Planner<InsertLines> = (draft, { sheet: id, axis, at, count }) => {
	const sheet = checkLines(draft, id, axis, at, count);
	if (!sheet.ok) return sheet;
	const used = usedSize(draft.workbook, id)[axis === 'row' ? 'rows' : 'columns'];
	const limit = limitOf(axis);
	if (used > at && used + count > limit) {
		return fail(
			`${lineWords(axis, at, count)} cannot be inserted: cells that hold something would leave the sheet, which ends at ${axis === 'row' ? `row ${MAX_ROWS.toLocaleString('en-US')}` : 'column XFD'}.`
		);
	}
	const change: LineChange = { axis, at, count, isInsert: true };
	const mapping = mappingOfInsert({ sheetName: sheet.value.name, axis, at, count });
	const rewritten = rewriteWorkbook(draft, mapping);
	if (!rewritten.ok) return rewritten;
	const formats = at > 0 ? formatsOfLine(draft, id, axis, at - 1) : [];
	moveCells(draft, id, change);
	const isBounded = formats.length * count <= MAX_FORMATTED_CELLS;
	for (const { across, cell } of isBounded ? formats : []) {
		for (let line = at; line < at + count; line++) draft.setCell(placeOn(id, axis, line, across), cell);
	}
	relayout(draft, id, change);
	return ok({ draft, label: `Insert ${lineWords(axis, at, count)}` });
};

export const planLineDelete: Planner<DeleteLines> = (draft, { sheet: id, axis, at, count }) => {
	const sheet = checkLines(draft, id, axis, at, count);
	if (!sheet.ok) return sheet;
	const change: LineChange = { axis, at, count, isInsert: false };
	const mapping = mappingOfDelete({ sheetName: sheet.value.name, axis, at, count });
	const rewritten = rewriteWorkbook(draft, mapping);
	if (!rewritten.ok) return rewritten;
	moveCells(draft, id, change);
	relayout(draft, id, change);
	return ok({ draft, label: `Delete ${lineWords(axis, at, count)}` });
};

/** Lines in words: `row 3`, `columns B to D`. */
export function lineWords(axis: LineAxis, at: number, count: number): string {
	const label = (line: number) => (axis === 'row' ? String(line + 1) : columnLetters(line));
	return count === 1 ? `${axis} ${label(at)}` : `${axis}s ${label(at)} to ${label(at + count - 1)}`;
}

/** Checks that a sheet has these lines. */
export function checkLines(
	draft: Draft,
	id: string,
	axis: LineAxis,
	at: number,
	count: number
): Result<Sheet> {
	const sheet = sheetOf(draft.workbook, id);
	if (!sheet) return noSheet(id);
	const isWithin =
		Number.isInteger(at) && Number.isInteger(count) && at >= 0 && count >= 1 && at + count <= limitOf(axis);
	return isWithin
		? ok(sheet)
		: fail(
				`The sheet "${sheet.name}" has ${counted(limitOf(axis), axis)}; there is none where this would be.`
			);
}

function limitOf(axis: LineAxis): number {
	return axis === 'row' ? MAX_ROWS : MAX_COLUMNS;
}

function placeOn(sheet: string, axis: LineAxis, line: number, across: number): Place {
	return axis === 'row' ? { sheet, row: line, column: across } : { sheet, row: across, column: line };
}

/** What new cells beside a line take over from it, as in Excel: number formats and looks, no contents. */
function formatsOfLine(draft: Draft, sheet: string, axis: LineAxis, line: number) {
	const formats: { across: number; cell: Cell }[] = [];
	for (const key of draft.workbook.cells.get(sheet)?.keys() ?? []) {
		const address = addressOfKey(key);
		if (address[axis] !== line) continue;
		const { format, look } = draft.cell({ sheet, ...address }) ?? {};
		if (format === undefined && look === undefined) continue;
		const across = address[axis === 'row' ? 'column' : 'row'];
		formats.push({
			across,
			cell: { content: null, ...(format !== undefined && { format }), ...(look && { look }) }
		});
	}
	return formats;
}

/** Puts the cells of a sheet where they are after lines have come in or gone. */
function moveCells(draft: Draft, sheet: string, change: LineChange): void {
	const { axis, at } = change;
	const moved: { place: Place; cell: Cell }[] = [];
	for (const key of draft.workbook.cells.get(sheet)?.keys() ?? []) {
		const place = { sheet, ...addressOfKey(key) };
		if (place[axis] < at) continue;
		const cell = draft.cell(place);
		const line = lineAfter(place[axis], change);
		if (cell && line !== undefined) moved.push({ place: { ...place, [axis]: line }, cell });
		draft.setCell(place, undefined);
	}
	for (const { place, cell } of moved) draft.setCell(place, cell);
}

function relayout(draft: Draft, id: string, change: LineChange): void {
	// Rewriting may have changed the formulas of the sheet's conditional formats.
	draft.setRecord('sheet', layoutAfter(draft.record('sheet', id)!, change));
}
