import { mappingInTurn, mappingOfDelete, mappingOfInsert, type ReferenceMapping } from '$lib/formula';
import {
	addressOfKey,
	fail,
	joinSpans,
	lineWords,
	MAX_COLUMNS,
	MAX_ROWS,
	ok,
	usedSize,
	type Cell,
	type LineAxis,
	type LineSpan,
	type Place,
	type Result,
	type Sheet
} from '$lib/workbook';
import { anchorBeyond } from './condition-ranges';
import type { Draft } from './draft';
import { layoutAfter, lineAfter, type LineChange } from './line-layout';
import { shownBeyond } from './moved-merges';
import { counted, noSheet, sheetOf, type Planner } from './plan';
import { rewriteWorkbook } from './rewriting';
import type { DeleteLines, InsertLines } from './structure-commands';

/** Lines that come in take over the formats of the line before, unless these are more cells than this. */
const MAX_FORMATTED_CELLS = 20_000;

export const planLineInsert: Planner<InsertLines> = (draft, { sheet: id, axis, lines }) => {
	const spans = checkSpans(draft, id, axis, lines);
	if (!spans.ok) return spans;
	const used = usedSize(draft.workbook, id)[axis === 'row' ? 'rows' : 'columns'];
	const coming = spans.value.reduce((sum, { from, to }) => sum + (from < used ? to - from + 1 : 0), 0);
	if (used + coming > limitOf(axis) && coming > 0) {
		return fail(
			`There is no room to insert ${spanWords(axis, spans.value)}: cells that hold something would leave the sheet, which ends at ${axis === 'row' ? `row ${MAX_ROWS.toLocaleString('en-US')}` : 'column XFD'}.`
		);
	}
	const changes = changesOf(axis, spans.value, true);
	const rewritten = rewriteWorkbook(draft, mappingOfLines(draft, id, changes));
	if (!rewritten.ok) return rewritten;
	const formats = spans.value.map(({ from }) => (from > 0 ? formatsOfLine(draft, id, axis, from - 1) : []));
	moveCells(draft, id, changes);
	spansAfterTheirInsert(spans.value).forEach((span, index) =>
		putFormats(draft, id, axis, span, formats[index]!)
	);
	relayout(draft, id, changes);
	return ok({ draft, label: `Insert ${spanWords(axis, spans.value)}` });
};

export const planLineDelete: Planner<DeleteLines> = (draft, { sheet: id, axis, lines }) => {
	const spans = checkSpans(draft, id, axis, lines);
	if (!spans.ok) return spans;
	const changes = changesOf(axis, spans.value, false);
	anchorBeyond(draft, id, axis, spans.value);
	const rewritten = rewriteWorkbook(draft, mappingOfLines(draft, id, changes));
	if (!rewritten.ok) return rewritten;
	const shown = shownBeyond(draft, id, axis, spans.value);
	moveCells(draft, id, changes);
	for (const { place, cell } of shown)
		draft.setCell({ ...place, [axis]: lineNow(place[axis], changes) }, cell);
	relayout(draft, id, changes);
	return ok({ draft, label: `Delete ${spanWords(axis, spans.value)}` });
};

/** The changes of lines one by one, the last span first: those before it then still lie where they lay. */
export function changesOf(axis: LineAxis, spans: readonly LineSpan[], isInsert: boolean): LineChange[] {
	return spans.map(({ from, to }) => ({ axis, at: from, count: to - from + 1, isInsert })).reverse();
}

/** What changes of lines do to references. */
export function mappingOfLines(
	draft: Draft,
	sheet: string,
	changes: readonly LineChange[]
): ReferenceMapping {
	const sheetName = sheetOf(draft.workbook, sheet)!.name;
	return mappingInTurn(
		changes.map(({ isInsert, axis, at, count }) =>
			(isInsert ? mappingOfInsert : mappingOfDelete)({ sheetName, axis, at, count })
		)
	);
}

/** Lines in words: `row 3`, `columns B to D`, `rows 2, 5 to 6 and 9`. */
export function spanWords(axis: LineAxis, spans: readonly LineSpan[]): string {
	const [first, ...others] = spans;
	if (!first) return `no ${axis}s`;
	if (others.length === 0) return lineWords(axis, first.from, first.to - first.from + 1);
	const parts = spans.map(({ from, to }) => lineWords(axis, from, to - from + 1).replace(/^\w+ /, ''));
	return `${axis}s ${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** The spans joined and in order, where the sheet has these lines. */
function checkSpans(
	draft: Draft,
	id: string,
	axis: LineAxis,
	lines: readonly LineSpan[]
): Result<readonly LineSpan[]> {
	for (const { from, to } of lines) {
		const checked = checkLines(draft, id, axis, from, to - from + 1);
		if (!checked.ok) return checked;
	}
	return sheetOf(draft.workbook, id) ? ok(joinSpans(lines)) : noSheet(id);
}

/** Where the blank lines lie that came in before each span. */
export function spansAfterTheirInsert(spans: readonly LineSpan[]): LineSpan[] {
	let before = 0;
	return spans.map(({ from, to }) => {
		const span = { from: from + before, to: to + before };
		before += to - from + 1;
		return span;
	});
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

function putFormats(
	draft: Draft,
	sheet: string,
	axis: LineAxis,
	{ from, to }: LineSpan,
	formats: ReturnType<typeof formatsOfLine>
): void {
	if (formats.length * (to - from + 1) > MAX_FORMATTED_CELLS) return;
	for (const { across, cell } of formats) {
		for (let line = from; line <= to; line++) draft.setCell(placeOn(sheet, axis, line, across), cell);
	}
}

/** Where a line is after changes; undefined where it is gone. */
function lineNow(line: number, changes: readonly LineChange[]): number | undefined {
	return changes.reduce<number | undefined>(
		(moved, change) => (moved === undefined ? undefined : lineAfter(moved, change)),
		line
	);
}

/** Puts the cells of a sheet where they are after lines have come in or gone. */
function moveCells(draft: Draft, sheet: string, changes: readonly LineChange[]): void {
	const first = changes.at(-1);
	if (!first) return;
	const { axis, at } = first;
	const moved: { place: Place; cell: Cell }[] = [];
	for (const key of draft.workbook.cells.get(sheet)?.keys() ?? []) {
		const place = { sheet, ...addressOfKey(key) };
		if (place[axis] < at) continue;
		const cell = draft.cell(place);
		const line = lineNow(place[axis], changes);
		if (cell && line !== undefined) moved.push({ place: { ...place, [axis]: line }, cell });
		draft.setCell(place, undefined);
	}
	for (const { place, cell } of moved) draft.setCell(place, cell);
}

function relayout(draft: Draft, id: string, changes: readonly LineChange[]): void {
	// Rewriting may have changed the formulas of the sheet's conditional formats.
	draft.setRecord('sheet', changes.reduce(layoutAfter, draft.record('sheet', id)!));
}
