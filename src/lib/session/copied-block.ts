import { rangesAmong } from '$lib/editing';
import { formatTableRow, formatTsvRow, joinTableRows, joinTsvRows, type CopiedCell } from '$lib/exchange';
import {
	addressOfKey,
	cellAt,
	fail,
	formatValue,
	MAX_COLUMNS,
	MAX_ROWS,
	ok,
	parseCell,
	rangeHolds,
	settingsOf,
	spansHold,
	usedSize,
	type Address,
	type Cell,
	type CellValue,
	type LineAxis,
	type Place,
	type Range,
	type Result,
	type Workbook
} from '$lib/workbook';
import { wholeAxis } from './selected-lines';
import { isOneCell, overlap } from './selected-ranges';
import { contentsInScenario } from './typed-contents';
import { Cancelled, type WorkSlices } from './work-slices';

/** A cell as it was copied here, with its value at the time and where it stood. */
export interface BlockCell {
	readonly cell: Cell | undefined;
	readonly value: CellValue;
	readonly row: number;
	readonly column: number;
}

/** Cells as they were copied on a page of this program, so that pasting them keeps formulas, formats and looks. */
export interface CopiedBlock {
	/** Tells copies apart, also those of other tabs. */
	readonly id: string;
	readonly isCut: boolean;
	readonly sheet: string;
	/** Whether whole rows or columns were copied. */
	readonly axis?: LineAxis | undefined;
	/** Where it was copied; several ranges where they form a grid. */
	readonly ranges: readonly Range[];
	readonly rows: readonly (readonly BlockCell[])[];
	/** The ranges that are shown as one cell, counted from the first row and column of the block. */
	readonly merges: readonly Range[];
}

/** What a copy puts on the clipboard for others. */
export interface CopiedTexts {
	readonly text: string;
	/** Left out where it would be too large to make at once. */
	readonly html?: string;
}

/** What reading cells for a copy needs of the session. */
export interface CopySource {
	readonly workbook: Workbook;
	readonly activeSheet: string;
	readonly scenarios: { readonly active: string };
	valueAt(place: Place): CellValue;
}

const MOST_COPIED = 2_000_000;
const MOST_IN_HTML = 200_000;

/** Copies ranges of the sheet on show. Fails where they do not form a grid. */
export function copyBlock(source: CopySource, ranges: readonly Range[], isCut: boolean): Result<CopiedBlock> {
	const { workbook, activeSheet: sheet } = source;
	const inUse = ranges.map((range) => clipped(workbook, sheet, range));
	const lines = linesOf(inUse);
	if (!lines.ok) return lines;
	const filtered = workbook.tables.sheet.get(sheet)?.filter?.hidden ?? [];
	// Rows that a filter leaves out are not copied, as in Excel; what is cut moves with them.
	const rowsTaken = isCut ? lines.value.rows : lines.value.rows.filter((row) => !spansHold(filtered, row));
	const { columns } = lines.value;
	if (rowsTaken.length * columns.length > MOST_COPIED) {
		return fail(
			`More than ${MOST_COPIED.toLocaleString('en-US')} cells cannot be copied at once. Select fewer.`
		);
	}
	const contentAt = contentsInScenario(workbook, source.scenarios.active);
	const rows = rowsTaken.map((row) =>
		columns.map((column) => {
			const place = { sheet, row, column };
			const cell = cellAt(workbook, place);
			return {
				row,
				column,
				value: source.valueAt(place),
				cell: cell && { ...cell, content: contentAt(place) }
			};
		})
	);
	const merges = rangesAmong(workbook.tables.sheet.get(sheet)?.merges ?? [], rowsTaken, columns).filter(
		(merged) => !isOneCell(merged)
	);
	return ok({
		id: crypto.randomUUID(),
		isCut,
		sheet,
		axis: wholeAxis({ ranges }),
		ranges: inUse,
		rows,
		merges
	});
}

export function sizeOfBlock({ rows }: CopiedBlock): number {
	return rows.length * (rows[0]?.length ?? 0);
}

/** What a block gives to other programs: texts as shown, and a table with numbers in full, formats and looks. */
export function textsAtOnce(block: CopiedBlock, workbook: Workbook): CopiedTexts {
	const writing = new BlockWriting(block, workbook);
	for (const row of block.rows) writing.add(row);
	return writing.texts();
}

/** The same, made while the page goes on. */
export async function textsInSlices(
	block: CopiedBlock,
	workbook: Workbook,
	slices: WorkSlices
): Promise<CopiedTexts> {
	const writing = new BlockWriting(block, workbook);
	for (const [index, row] of block.rows.entries()) {
		writing.add(row);
		if (slices.isDue) await slices.rest(index / block.rows.length);
	}
	return writing.texts();
}

/** The texts of a block while they are written, row by row. */
class BlockWriting {
	readonly #locale: string;
	readonly #id: string;
	readonly #hasTable: boolean;
	readonly #lines: string[] = [];
	readonly #tableRows: string[] = [];
	readonly #internal: string[] = [];
	readonly #merges: readonly Range[];

	constructor(block: CopiedBlock, workbook: Workbook) {
		this.#locale = settingsOf(workbook).locale;
		this.#id = block.id;
		this.#merges = block.merges;
		this.#hasTable = sizeOfBlock(block) <= MOST_IN_HTML;
	}

	add(row: readonly BlockCell[]): void {
		const texts = row.map(({ cell, value }) => formatValue(value, cell?.format, this.#locale).text);
		this.#lines.push(formatTsvRow(texts));
		if (!this.#hasTable) return;
		const shown = row.map(({ cell, value }, column) => copiedCell(texts[column]!, value, cell));
		this.#tableRows.push(formatTableRow(shown));
		const internal = row.map(({ cell, value, row: at, column }) => {
			const { content = null, format, look } = cell ?? {};
			return [at, column, value, { content, ...(format !== undefined && { format }), ...(look && { look }) }];
		});
		this.#internal.push(JSON.stringify(internal));
	}

	texts(): CopiedTexts {
		const text = joinTsvRows(this.#lines);
		if (!this.#hasTable) return { text };
		const internal = `{"id":"${this.#id}","merges":${JSON.stringify(this.#merges)},"cells":[${this.#internal.join(',')}]}`;
		return { text, html: joinTableRows(this.#tableRows, internal) };
	}
}

function copiedCell(text: string, value: CellValue, cell: Cell | undefined): CopiedCell {
	return {
		text,
		value,
		...(cell?.format !== undefined && { format: cell.format }),
		...(cell?.look && { look: cell.look })
	};
}

/** The id of the copy that a text from the clipboard is of; undefined where it is none. */
export function idOfInternal(internal: string): string | undefined {
	return /^\{"id":"([\w-]{1,64})"/.exec(internal)?.[1];
}

/** Reads cells that another tab of this program copied; undefined where the text is not what it would write. */
export async function readInternal(
	internal: string,
	slices: WorkSlices
): Promise<Pick<CopiedBlock, 'rows' | 'merges'> | undefined> {
	try {
		const { cells, merges = [] } = JSON.parse(internal) as { cells: unknown; merges?: unknown };
		if (!Array.isArray(cells) || !Array.isArray(merges) || !merges.every(isRange)) return undefined;
		const rows: BlockCell[][] = [];
		for (const [index, line] of cells.entries()) {
			if (!Array.isArray(line)) return undefined;
			const row = line.map(readBlockCell);
			if (row.some((cell) => cell === undefined)) return undefined;
			rows.push(row as BlockCell[]);
			if (slices.isDue) await slices.rest(index / cells.length);
		}
		return { rows, merges };
	} catch (error) {
		if (error instanceof Cancelled) throw error;
		return undefined;
	}
}

function isRange(json: unknown): json is Range {
	const { from, to } = Object(json) as Partial<Record<keyof Range, Partial<Address>>>;
	const isAddress = (at: Partial<Address> | undefined) =>
		isIndex(at?.row, MAX_ROWS) && isIndex(at?.column, MAX_COLUMNS);
	return isAddress(from) && isAddress(to) && from!.row! <= to!.row! && from!.column! <= to!.column!;
}

function isIndex(index: unknown, count: number): index is number {
	return Number.isInteger(index) && (index as number) >= 0 && (index as number) < count;
}

function readBlockCell(json: unknown): BlockCell | undefined {
	if (!Array.isArray(json)) return undefined;
	const [row, column, value, written] = json as readonly unknown[];
	if (!isIndex(row, MAX_ROWS) || !isIndex(column, MAX_COLUMNS)) return undefined;
	const cell = parseCell(written, 'The copied cell');
	if (!cell.ok) return undefined;
	const isPlain = value === null || ['string', 'number', 'boolean'].includes(typeof value);
	return { row, column, value: isPlain ? (value as CellValue) : null, cell: cell.value };
}

/** Whole rows and columns reach to the sheet's limits: beyond the cells in use, and those merged, there is nothing to copy. */
function clipped(workbook: Workbook, sheet: string, { from, to }: Range): Range {
	const used = usedSize(workbook, sheet);
	const merges =
		workbook.tables.sheet.get(sheet)?.merges?.filter((merged) => overlap(merged, { from, to })) ?? [];
	const last = (axis: LineAxis, count: number) =>
		merges.reduce((most, merged) => Math.max(most, merged.to[axis]), Math.max(count - 1, from[axis]));
	const row = to.row === MAX_ROWS - 1 ? last('row', used.rows) : to.row;
	const column = to.column === MAX_COLUMNS - 1 ? last('column', used.columns) : to.column;
	return { from, to: { row, column } };
}

/** The rows and columns of ranges that form a grid: the same rows for every column, none twice. */
function linesOf(ranges: readonly Range[]): Result<{ rows: number[]; columns: number[] }> {
	const rows = spansOf(ranges.map(({ from, to }) => [from.row, to.row]));
	const columns = spansOf(ranges.map(({ from, to }) => [from.column, to.column]));
	const isGrid =
		rows !== undefined &&
		columns !== undefined &&
		rows.spans * columns.spans === ranges.length &&
		new Set(ranges.map(({ from }) => `${from.row} ${from.column}`)).size === ranges.length;
	return isGrid
		? ok({ rows: rows.lines, columns: columns.lines })
		: fail(
				'The selected ranges cannot be copied together: they must have the same rows or the same columns.'
			);
}

/** All lines of spans, in order; undefined where two spans share a line and are not the same. */
function spansOf(
	spans: readonly (readonly [number, number])[]
): { spans: number; lines: number[] } | undefined {
	const each = new Map(spans.map((span) => [span.join(' '), span]));
	const inOrder = [...each.values()].sort(([a], [b]) => a - b);
	const lines: number[] = [];
	for (const [from, to] of inOrder) {
		if (lines.length > 0 && from <= lines.at(-1)!) return undefined;
		for (let line = from; line <= to; line++) lines.push(line);
	}
	return { spans: inOrder.length, lines };
}

/** The cells of a range that hold something, apart from those of another range. */
export function heldIn(workbook: Workbook, sheet: string, range: Range, but?: Range): Address[] {
	const held: Address[] = [];
	for (const [key, { content }] of workbook.cells.get(sheet) ?? []) {
		if (content === null) continue;
		const address = addressOfKey(key);
		if (rangeHolds(range, address) && !(but && rangeHolds(but, address))) held.push(address);
	}
	return held;
}
