import type { CellEdit, WidenedColumns } from '$lib/editing';
import {
	cellAt,
	formatValue,
	rangeHolds,
	settingsOf,
	type Address,
	type Cell,
	type CellValue,
	type Workbook
} from '$lib/workbook';
import { DEFAULT_COLUMN_WIDTH } from './sheet-source.svelte';
import { widthOfText } from './wrapped-lines';

/** What a cell is about to show. */
export interface ShownNumber extends Address {
	readonly value: CellValue;
	/** How it will be shown, and whether in bold. */
	readonly cell: Pick<Cell, 'format' | 'look'> | undefined;
}

/** What a cell takes beside its text, in CSS pixels. */
const BESIDE_TEXT = 18;
const MAX_WIDTH = 1200;

/**
 * Columns that become as wide as the numbers in them, where the reader has not sized them. Which ones became so is known
 * for as long as the page is open; after that they count as sized.
 */
export class ColumnFit {
	#workbook: () => Workbook;
	readonly #fitted = new Map<string, number>();

	constructor(workbook: () => Workbook) {
		this.#workbook = workbook;
	}

	/** The columns of a sheet that have to be wider for numbers to be seen whole; undefined where none has. */
	widenedFor(sheet: string, numbers: Iterable<ShownNumber>): WidenedColumns | undefined {
		const workbook = this.#workbook();
		const record = workbook.tables.sheet.get(sheet);
		if (!record) return undefined;
		const { locale } = settingsOf(workbook);
		const widths: Record<number, number> = {};
		const measured = new Map<string, number>();
		for (const { row, column, value, cell } of numbers) {
			if (typeof value !== 'number' || this.#isSized(sheet, column, record.columnWidths[column])) continue;
			if (record.merges?.some((merged) => rangeHolds(merged, { row, column }))) continue;
			const isBold = cell?.look?.isBold === true;
			const key = `${value} ${isBold} ${cell?.format ?? ''}`;
			let width = measured.get(key);
			if (width === undefined) {
				const text = formatValue(value, cell?.format, locale).text;
				width = Math.min(Math.ceil(widthOfText(text, isBold)) + BESIDE_TEXT, MAX_WIDTH);
				measured.set(key, width);
			}
			const present = widths[column] ?? record.columnWidths[column] ?? DEFAULT_COLUMN_WIDTH;
			if (width > present) widths[column] = width;
		}
		const fitted = Object.entries(widths);
		if (fitted.length === 0) return undefined;
		for (const [column, width] of fitted) this.#fitted.set(`${column} ${sheet}`, width);
		return { sheet, widths };
	}

	/** The columns that have to be wider for numbers that are typed into a sheet. */
	widenedForTyped(cells: readonly CellEdit[]): WidenedColumns | undefined {
		const [first] = cells;
		if (!first) return undefined;
		const workbook = this.#workbook();
		const numbers = cells.map((edit) => {
			const cell = cellAt(workbook, edit);
			const value = typeof edit.content === 'number' ? edit.content : null;
			return { ...edit, value, cell: { ...cell, format: edit.format ?? cell?.format } };
		});
		return this.widenedFor(first.sheet, numbers);
	}

	#isSized(sheet: string, column: number, width: number | undefined): boolean {
		return width !== undefined && width !== this.#fitted.get(`${column} ${sheet}`);
	}
}
