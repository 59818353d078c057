import type { PastedCell } from '$lib/exchange';
import type { CellEdit } from '$lib/editing';
import { shiftReferences, transposeReferences } from '$lib/formula';
import {
	cellAt,
	contentOfText,
	fail,
	formatAddress,
	isCellError,
	isFormula,
	MAX_COLUMNS,
	MAX_ROWS,
	ok,
	quoteSheetName,
	type Address,
	type Content,
	type Place,
	type Range,
	type Result,
	type Workbook
} from '$lib/workbook';
import type { BlockCell } from './copied-block';
import { readTypedChange } from './typed-change';
import { contentInScenario } from './typed-contents';
import type { WorkSlices } from './work-slices';

/** What is pasted of cells, and how. */
export interface PasteWish {
	readonly part: 'all' | 'formulas' | 'values' | 'formats' | 'links' | 'widths';
	/** What is done with the numbers that stand there already. */
	readonly operation: 'none' | 'add' | 'subtract' | 'multiply' | 'divide';
	readonly skipsBlanks: boolean;
	/** Whether rows become columns. */
	readonly isTransposed: boolean;
}

export const PASTE_ALL: PasteWish = {
	part: 'all',
	operation: 'none',
	skipsBlanks: false,
	isTransposed: false
};

/** A cell to be pasted: one that was copied here, or what another program wrote. */
export type Pasted = { readonly block: BlockCell } | { readonly read: PastedCell };

/** Where pasted cells are to lie. */
export interface PasteTarget {
	readonly workbook: Workbook;
	readonly sheet: string;
	readonly scenario: string;
	readonly range: Range;
	/** The sheet that cells were copied on, where that was on this page. */
	readonly from?: string;
}

const MOST_PASTED = 2_000_000;
const SIGNS = { add: '+', subtract: '-', multiply: '*', divide: '/' } as const;

/** The block with rows for columns; short rows are filled up with blanks. */
export function transposed(rows: readonly (readonly Pasted[])[]): Pasted[][] {
	const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
	return Array.from({ length: width }, (_, column) =>
		rows.map((row) => row[column] ?? { read: { text: '' } })
	);
}

/** Where the merged cells of a block go, once for every time that the block goes into a range. */
export function pastedMerges(
	rows: readonly (readonly unknown[])[],
	merges: readonly Range[],
	{ from, to }: Range,
	{ isTransposed }: PasteWish
): Range[] {
	const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
	const placed: Range[] = [];
	for (let row = from.row; merges.length > 0 && row <= to.row; row += rows.length) {
		for (let column = from.column; column <= to.column; column += width) {
			const at = (address: Address) => ({
				row: row + (isTransposed ? address.column : address.row),
				column: column + (isTransposed ? address.row : address.column)
			});
			for (const merge of merges) placed.push({ from: at(merge.from), to: at(merge.to) });
		}
	}
	return placed;
}

/**
 * Where a block goes: from the top left of the selection on, as often as it fits into it whole. Fails where there is
 * nothing, where it would leave the sheet and where it is too much.
 */
export function pastedRange(rows: readonly (readonly unknown[])[], { from, to }: Range): Result<Range> {
	const height = rows.length;
	const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
	if (height === 0 || width === 0) return fail('There is nothing on the clipboard to paste.');
	const down = height * timesInto(to.row - from.row + 1, height);
	const across = width * timesInto(to.column - from.column + 1, width);
	if (from.row + down > MAX_ROWS || from.column + across > MAX_COLUMNS) {
		return fail(
			`${down} by ${across} cells do not fit from ${formatAddress(from)} on: a sheet ends at row ${MAX_ROWS} and column XFD. Select a cell further up or to the left.`
		);
	}
	if (down * across > MOST_PASTED) {
		return fail(
			`${down} by ${across} cells are more than can be pasted at once (${MOST_PASTED}). Select fewer cells.`
		);
	}
	return ok({ from, to: { row: from.row + down - 1, column: from.column + across - 1 } });
}

/** The changes that paste a block into a range that {@link pastedRange} gave. */
export async function pasteEdits(
	rows: readonly (readonly Pasted[])[],
	target: PasteTarget,
	wish: PasteWish,
	slices: WorkSlices
): Promise<CellEdit[]> {
	const { from, to } = target.range;
	const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
	const cells: CellEdit[] = [];
	for (let row = from.row; row <= to.row; row++) {
		const line = rows[(row - from.row) % rows.length]!;
		for (let column = from.column; column <= to.column; column++) {
			const pasted = line[(column - from.column) % width];
			const edit = pasted && editOf(pasted, { sheet: target.sheet, row, column }, target, wish);
			if (edit) cells.push(edit);
		}
		if (slices.isDue) await slices.rest((row - from.row) / (to.row - from.row + 1));
	}
	return cells;
}

function editOf(pasted: Pasted, place: Place, target: PasteTarget, wish: PasteWish): CellEdit | undefined {
	const full = fullEdit(pasted, place, target.workbook, wish);
	if (wish.skipsBlanks && full.content === null) return undefined;
	if (wish.part === 'links') return linkTo(pasted, place, target);
	if (wish.part === 'formats') {
		const content = cellAt(target.workbook, place)?.content ?? null;
		return { ...place, content, format: full.format ?? null, look: full.look ?? null };
	}
	const content = wish.part === 'values' ? valueOf(pasted, full) : full.content;
	if (wish.operation !== 'none') {
		const there = contentInScenario(target.workbook, target.scenario, place);
		const result = operated(there, content, wish.operation);
		return result === undefined ? undefined : { ...place, content: result };
	}
	return wish.part === 'all' ? full : { ...place, content };
}

/** A formula that gives what stands where a cell was copied, with its number format. */
function linkTo(pasted: Pasted, place: Place, { workbook, from }: PasteTarget): CellEdit | undefined {
	const sheet = from === undefined ? undefined : workbook.tables.sheet.get(from);
	if (!sheet || !('block' in pasted)) return undefined;
	const { cell, row, column } = pasted.block;
	const prefix = from === place.sheet ? '' : `${quoteSheetName(sheet.name)}!`;
	const content = `=${prefix}${formatAddress({ row, column })}`;
	return { ...place, content, ...(cell?.format !== undefined && { format: cell.format }) };
}

/** A cell with everything that comes with it. */
function fullEdit(pasted: Pasted, place: Place, workbook: Workbook, { isTransposed }: PasteWish): CellEdit {
	if ('block' in pasted) {
		const { cell, row, column } = pasted.block;
		const content = cell?.content ?? null;
		const moved = !isFormula(content)
			? content
			: isTransposed
				? transposeReferences(content, { row, column }, place)
				: shiftReferences(content, place.row - row, place.column - column);
		return { ...place, content: moved, format: cell?.format ?? null, look: cell?.look ?? null };
	}
	const { text, value, format, look } = pasted.read;
	const typed =
		value === undefined ? readTypedChange(workbook, place, text) : { ...place, content: contentFor(value) };
	return { ...typed, ...(format !== undefined && { format }), ...(look && { look }) };
}

function contentFor(value: string | number | boolean): Content {
	return typeof value === 'string' ? (value === '' ? null : contentOfText(value)) : value;
}

/** What a formula gave when it was copied; anything else is its own value. */
function valueOf(pasted: Pasted, full: CellEdit): Content {
	if (!('block' in pasted) || !isFormula(full.content)) return full.content;
	const { value } = pasted.block;
	if (isCellError(value)) return value.error;
	return typeof value === 'string' ? contentOfText(value) : value;
}

/** What stands there with what is pasted added to it; undefined where one of them is no number. */
function operated(
	there: Content,
	pasted: Content,
	operation: Exclude<PasteWish['operation'], 'none'>
): Content | undefined {
	const isUsable = (content: Content) =>
		content === null || typeof content === 'number' || isFormula(content);
	if (!isUsable(there) || !isUsable(pasted)) return undefined;
	const [left, right] = [there ?? 0, pasted ?? 0];
	if (typeof left === 'number' && typeof right === 'number' && !(operation === 'divide' && right === 0)) {
		const result = {
			add: left + right,
			subtract: left - right,
			multiply: left * right,
			divide: left / right
		};
		return Number.isFinite(result[operation]) ? Number(result[operation].toPrecision(15)) : undefined;
	}
	const operand = (content: string | number | boolean) =>
		typeof content === 'string' ? `(${content.slice(1)})` : String(content);
	return `=${operand(left)}${SIGNS[operation]}${operand(right)}`;
}

/** How often a block goes into a length: at least once, and only where it goes whole. A length of a whole sheet counts as one. */
function timesInto(length: number, block: number): number {
	return length % block === 0 && length < MAX_COLUMNS ? length / block : 1;
}
