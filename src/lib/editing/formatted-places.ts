import {
	fail,
	formatRange,
	isOnSheet,
	isWholeColumns,
	isWholeRows,
	ok,
	rangeHolds,
	usedSize,
	type Place,
	type Range,
	type Result,
	type Sheet
} from '$lib/workbook';
import type { Draft } from './draft';
import { counted, noSheet, sheetOf } from './plan';

/** The most cells that are formatted at once. */
const MAX_FORMATTED = 500_000;

/** Ranges of a sheet as blocks of cells to format: whole rows and columns end at the last cell in use. */
export function blocksIn(draft: Draft, sheet: string, ranges: readonly Range[]): Result<Range[]> {
	const checked = checkRanges(draft, sheet, ranges);
	if (!checked.ok) return checked;
	const used = usedSize(draft.workbook, sheet);
	const blocks = ranges
		.map((range) => ({
			from: range.from,
			to: {
				row: isWholeColumns(range) ? used.rows - 1 : range.to.row,
				column: isWholeRows(range) ? used.columns - 1 : range.to.column
			}
		}))
		.filter(({ from, to }) => from.row <= to.row && from.column <= to.column);
	const count = blocks.reduce(
		(sum, { from, to }) => sum + (to.row - from.row + 1) * (to.column - from.column + 1),
		0
	);
	if (count <= MAX_FORMATTED) return ok(blocks);
	return fail(
		`${counted(count, 'cell')} are more than can be formatted at once (${MAX_FORMATTED.toLocaleString('en-US')}). Select fewer.`
	);
}

/** The cells of blocks, each once. */
export function placesOf(sheet: string, blocks: readonly Range[]): Place[] {
	const places: Place[] = [];
	blocks.forEach(({ from, to }, index) => {
		for (let row = from.row; row <= to.row; row++) {
			for (let column = from.column; column <= to.column; column++) {
				const isEarlier = blocks.slice(0, index).some((block) => rangeHolds(block, { row, column }));
				if (!isEarlier) places.push({ sheet, row, column });
			}
		}
	});
	return places;
}

/** Checks that ranges lie on a sheet. */
export function checkRanges(draft: Draft, id: string, ranges: readonly Range[]): Result<Sheet> {
	const sheet = sheetOf(draft.workbook, id);
	if (!sheet) return noSheet(id);
	return ranges.every(isBlock) ? ok(sheet) : fail(`That range is not on the sheet "${sheet.name}".`);
}

/** Ranges in words, as a step of the history names them. */
export function rangeWords(ranges: readonly Range[]): string {
	return ranges.length === 1 ? formatRange(ranges[0]!) : counted(ranges.length, 'range');
}

function isBlock({ from, to }: Range): boolean {
	return isOnSheet(from) && isOnSheet(to) && from.row <= to.row && from.column <= to.column;
}
