import { formatTsv, parseTsv } from '$lib/exchange';
import { shiftReferences } from '$lib/formula';
import type { CellEdit, Command } from '$lib/editing';
import {
	MAX_COLUMNS,
	MAX_ROWS,
	cellAt,
	formatAddress,
	formatValue,
	isFormula,
	settingsOf,
	usedSize,
	type Address,
	type Cell,
	type CellValue,
	type Place,
	type Range,
	type Result,
	type Workbook
} from '$lib/workbook';
import { contentInScenario, readTypedChange } from './typed-contents';

const MOST_PASTED_CELLS = 2_000_000;

/** What the clipboard needs of the session. */
export interface ClipboardHost {
	readonly workbook: Workbook;
	readonly activeSheet: string;
	readonly scenarios: { readonly active: string };
	valueAt(place: Place): CellValue;
	execute(command: Command): Result<unknown>;
}

/** Cells as they were copied here, so that pasting them here keeps formulas and formats. */
interface CopiedBlock {
	readonly text: string;
	readonly from: Place;
	readonly isCut: boolean;
	readonly rows: readonly (readonly (Cell | undefined)[])[];
}

/** Copying and pasting: texts as shown for every program, contents and formats for this page. */
export class Clipboard {
	#host: ClipboardHost;
	#copied: CopiedBlock | undefined;

	constructor(host: ClipboardHost) {
		this.#host = host;
	}

	/** The text of a range for the clipboard, in tab-separated rows. Cut cells move when they are pasted here. */
	copy(range: Range, isCut = false): string {
		const { workbook, activeSheet: sheet } = this.#host;
		const { locale } = settingsOf(workbook);
		const used = usedSize(workbook, sheet);
		// Whole rows and columns reach to the sheet's limits: beyond the cells in use there is nothing to copy.
		const lastRow = Math.min(range.to.row, Math.max(used.rows - 1, range.from.row));
		const lastColumn = Math.min(range.to.column, Math.max(used.columns - 1, range.from.column));
		const rows: (Cell | undefined)[][] = [];
		const texts: string[][] = [];
		for (let row = range.from.row; row <= lastRow; row++) {
			const cells: (Cell | undefined)[] = [];
			const line: string[] = [];
			for (let column = range.from.column; column <= lastColumn; column++) {
				const place = { sheet, row, column };
				const cell = this.#cellInScenario(place);
				cells.push(cell);
				line.push(formatValue(this.#host.valueAt(place), cell?.format, locale).text);
			}
			rows.push(cells);
			texts.push(line);
		}
		const text = formatTsv(texts);
		this.#copied = { text, from: { sheet, ...range.from }, rows, isCut };
		return text;
	}

	/** Puts a text from the clipboard into the cells from the top left of a range on; a single value fills the range. */
	paste(text: string, range: Range): Result<Range> {
		const copied = text === this.#copied?.text ? this.#copied : undefined;
		if (copied?.isCut) return this.#move(copied, range.from);
		const cells = copied ? this.#pasteCopied(copied, range) : this.#pasteText(text, range);
		if (!cells.ok) return cells;
		const done = this.#host.execute({
			do: 'set-contents',
			cells: cells.value.cells,
			scenario: this.#host.scenarios.active,
			act: 'paste'
		});
		return done.ok ? { ok: true, value: cells.value.range } : done;
	}

	/** The cell with the content that it has under the scenario on show. */
	#cellInScenario(place: Place): Cell | undefined {
		const { workbook, scenarios } = this.#host;
		const cell = cellAt(workbook, place);
		return cell && { ...cell, content: contentInScenario(workbook, scenarios.active, place) };
	}

	/** Cut cells go to their new place, once: pasting again copies them. */
	#move({ from, rows, text }: CopiedBlock, to: Address): Result<Range> {
		const size = { rows: rows.length - 1, columns: Math.max(0, (rows[0]?.length ?? 1) - 1) };
		const block = (at: Address) => ({
			from: { row: at.row, column: at.column },
			to: { row: at.row + size.rows, column: at.column + size.columns }
		});
		const { activeSheet: sheet } = this.#host;
		const done = this.#host.execute({
			do: 'move-cells',
			sheet: from.sheet,
			range: block(from),
			to: { sheet, row: to.row, column: to.column }
		});
		if (!done.ok) return done;
		this.copy(block(to));
		this.#copied = { ...this.#copied!, text };
		return { ok: true, value: block(to) };
	}

	#pasteCopied({ from, rows }: CopiedBlock, range: Range): Result<{ cells: CellEdit[]; range: Range }> {
		return this.#lay(rows, range, (cell, place, row, column) => {
			const content = cell?.content ?? null;
			const moved = isFormula(content)
				? shiftReferences(content, place.row - from.row - row, place.column - from.column - column)
				: content;
			return { ...place, content: moved, format: cell?.format ?? null };
		});
	}

	#pasteText(text: string, range: Range): Result<{ cells: CellEdit[]; range: Range }> {
		const rows = parseTsv(text);
		if (!rows.ok) return rows;
		const { workbook } = this.#host;
		return this.#lay(rows.value, range, (field, place) => readTypedChange(workbook, place, field));
	}

	/** Lays a block of cells from the top left of a range on, as often as it goes into the range whole. */
	#lay<T>(
		block: readonly (readonly T[])[],
		{ from, to }: Range,
		edit: (item: T, place: Place, row: number, column: number) => CellEdit
	): Result<{ cells: CellEdit[]; range: Range }> {
		const height = block.length;
		const width = block.reduce((widest, row) => Math.max(widest, row.length), 0);
		if (height === 0 || width === 0)
			return { ok: false, error: 'There is nothing on the clipboard to paste.' };
		const rows = height * timesInto(to.row - from.row + 1, height);
		const columns = width * timesInto(to.column - from.column + 1, width);
		if (from.row + rows > MAX_ROWS || from.column + columns > MAX_COLUMNS) {
			return {
				ok: false,
				error: `${rows} by ${columns} cells do not fit from ${formatAddress(from)} on: a sheet ends at row ${MAX_ROWS} and column XFD. Select a cell further up or to the left.`
			};
		}
		if (rows * columns > MOST_PASTED_CELLS) {
			return {
				ok: false,
				error: `${rows} by ${columns} cells are more than can be pasted at once (${MOST_PASTED_CELLS}). Select fewer cells.`
			};
		}
		const cells: CellEdit[] = [];
		for (let row = 0; row < rows; row++) {
			for (let column = 0; column < columns; column++) {
				const line = block[row % height]!;
				if (column % width >= line.length) continue;
				const place = { sheet: this.#host.activeSheet, row: from.row + row, column: from.column + column };
				cells.push(edit(line[column % width]!, place, row % height, column % width));
			}
		}
		const last = { row: from.row + rows - 1, column: from.column + columns - 1 };
		return { ok: true, value: { cells, range: { from, to: last } } };
	}
}

/** How often a block goes into a length: at least once, and only where it goes whole. A length of a whole sheet counts as one. */
function timesInto(length: number, block: number): number {
	return length % block === 0 && length < MAX_COLUMNS ? length / block : 1;
}
