import { shiftReferences } from '$lib/formula';
import { fail, isFormula, ok, type Cell, type Place, type Range, type Result } from '$lib/workbook';
import type { CellEdit } from './command';
import { linesBetween, linesFilled } from './filled-lines';
import { counted } from './plan';
import { continueItems, seriesFrom, type Continue, type FillMode, type WantedSeries } from './series';

/** The most cells that are filled at once. */
const MAX_FILLED = 500_000;

/** What filling reads of the sheet. */
export interface FillSheet {
	readonly sheet: string;
	readonly locale: string;
	/** The cell with the content that it has under the scenario on show. */
	cellAt(place: Place): Cell | undefined;
	/** Whether a row or column is not shown: it is passed over and stays as it is. */
	isHidden(axis: 'row' | 'column', index: number): boolean;
}

/**
 * Fills what of `target` lies beyond `source` along one axis from what `source` holds, line by line: down or up where it
 * goes on in rows, otherwise right or left. Formulas shift, formats and looks go along.
 */
export function fillFrom(sheet: FillSheet, source: Range, target: Range, mode: FillMode): Result<CellEdit[]> {
	const size = (target.to.row - target.from.row + 1) * (target.to.column - target.from.column + 1);
	if (size > MAX_FILLED) return tooMany(size);
	const { axis, across, inner, after, before } = linesFilled(sheet, source, target);
	const placeAt = (along: number, line: number): Place =>
		axis === 'row'
			? { sheet: sheet.sheet, row: along, column: line }
			: { sheet: sheet.sheet, row: line, column: along };
	const cells: CellEdit[] = [];
	if (inner.length === 0) return ok(cells);
	for (const line of linesBetween(source.from[across], source.to[across])) {
		if (sheet.isHidden(across, line)) continue;
		const items = inner.map((index) => sheet.cellAt(placeAt(index, line)) ?? { content: null });
		const next = continueItems(items, sheet.locale, mode);
		const fill = (along: number, index: number) =>
			cells.push(filled(items, next, index, placeAt(along, line), placeAt(inner[next(index).item]!, line)));
		after.forEach((along, index) => fill(along, inner.length + index));
		before.forEach((along, index) => fill(along, -1 - index));
	}
	return ok(cells);
}

/** The cells of a series that is asked for, from the first cell of each line of a range on. Fails where none begins with a number. */
export function fillSeries(
	sheet: FillSheet,
	{ from, to }: Range,
	isDown: boolean,
	wanted: WantedSeries
): Result<CellEdit[]> {
	const size = (to.row - from.row + 1) * (to.column - from.column + 1);
	if (size > MAX_FILLED) return tooMany(size);
	const cells: CellEdit[] = [];
	let hasBegun = false;
	const lines = isDown ? linesBetween(from.column, to.column) : linesBetween(from.row, to.row);
	const along = isDown ? linesBetween(from.row, to.row) : linesBetween(from.column, to.column);
	for (const line of lines) {
		const placeAt = (index: number): Place =>
			isDown
				? { sheet: sheet.sheet, row: index, column: line }
				: { sheet: sheet.sheet, row: line, column: index };
		const first = sheet.cellAt(placeAt(along[0]!));
		if (typeof first?.content !== 'number') continue;
		hasBegun = true;
		const valueAt = seriesFrom(first.content, wanted);
		const shown = along.filter((index) => !sheet.isHidden(isDown ? 'row' : 'column', index)).slice(1);
		for (const [index, place] of shown.entries()) {
			const content = valueAt(index + 1);
			if (content === undefined) break;
			cells.push({ ...placeAt(place), content, format: first.format ?? null, look: first.look ?? null });
		}
	}
	return hasBegun
		? ok(cells)
		: fail('A series begins with a number or a date in the first cell of the selection.');
}

function filled(items: readonly Cell[], next: Continue, index: number, to: Place, from: Place): CellEdit {
	const { item, content } = next(index);
	const cell = items[item]!;
	const copied = isFormula(cell.content)
		? shiftReferences(cell.content, to.row - from.row, to.column - from.column)
		: cell.content;
	return { ...to, content: content ?? copied, format: cell.format ?? null, look: cell.look ?? null };
}

function tooMany(size: number): Result<never> {
	return fail(
		`${counted(size, 'cell')} are more than can be filled at once (${MAX_FILLED.toLocaleString('en-US')}). Select fewer.`
	);
}
