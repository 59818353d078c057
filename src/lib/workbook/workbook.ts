import { MAX_COLUMNS, rangeHolds, type Address, type Place, type Range } from './address';
import type { Cell, RecordKind, RecordKinds, Scenario, Settings, Sheet } from './records';

/** The id of the scenario without overrides, which every workbook has: the base. */
export const BASE_SCENARIO = 'as_reported';

/** Cells of one sheet by {@link cellKey}. */
export type SheetCells = Map<number, Cell>;

/**
 * The document, as plain data that survives structured cloning: records by id, cells by sheet and key. It is changed by
 * patches only ({@link applyPatch}); everything computed is derived from it and never stored in it.
 */
export interface Workbook {
	readonly tables: { readonly [K in RecordKind]: Map<string, RecordKinds[K]> };
	readonly cells: Map<string, SheetCells>;
}

/** The key of an address within a sheet's cells. */
export function cellKey({ row, column }: Address): number {
	return row * MAX_COLUMNS + column;
}

/** The address of a key. */
export function addressOfKey(key: number): Address {
	return { row: Math.floor(key / MAX_COLUMNS), column: key % MAX_COLUMNS };
}

/** A workbook without sheets or cells. */
export function emptyWorkbook(settings: Partial<Settings> = {}): Workbook {
	const first: Settings = {
		id: 'settings',
		title: 'Untitled',
		subtitle: '',
		locale: 'en-US',
		aboutReading: { kind: 'printed-digits' },
		...settings
	};
	const base: Scenario = {
		id: BASE_SCENARIO,
		title: 'As reported',
		reason: '',
		position: 0,
		overrides: {}
	};
	return {
		tables: {
			settings: new Map([[first.id, first]]),
			sheet: new Map(),
			name: new Map(),
			figure: new Map(),
			source: new Map(),
			assumption: new Map(),
			scenario: new Map([[base.id, base]]),
			output: new Map(),
			chart: new Map()
		},
		cells: new Map()
	};
}

/** The settings record, which every workbook has. */
export function settingsOf(workbook: Workbook): Settings {
	return workbook.tables.settings.get('settings')!;
}

/** The cell at a place, if it holds anything. */
export function cellAt(workbook: Workbook, { sheet, row, column }: Place): Cell | undefined {
	return workbook.cells.get(sheet)?.get(row * MAX_COLUMNS + column);
}

/** Records that have a position, in order. */
export function inOrder<T extends { readonly position: number; readonly id: string }>(
	records: Map<string, T>
): T[] {
	return [...records.values()].sort(
		(a, b) => a.position - b.position || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
	);
}

/** The sheet of a name, in any case, as Excel compares sheet names. */
export function sheetNamed(workbook: Workbook, name: string): Sheet | undefined {
	const wanted = name.toLowerCase();
	for (const sheet of workbook.tables.sheet.values()) {
		if (sheet.name.toLowerCase() === wanted) return sheet;
	}
	return undefined;
}

/** The number of rows and columns up to the last cell that holds anything. Zero for an empty sheet. */
export function usedSize(workbook: Workbook, sheet: string): { rows: number; columns: number } {
	let rows = 0;
	let columns = 0;
	for (const key of workbook.cells.get(sheet)?.keys() ?? []) {
		const { row, column } = addressOfKey(key);
		if (row >= rows) rows = row + 1;
		if (column >= columns) columns = column + 1;
	}
	return { rows, columns };
}

/**
 * The cells of a range that hold something, row by row: as few steps as there are cells in it or on its sheet, whichever
 * are fewer.
 */
export function* filledCells(
	workbook: Workbook,
	sheet: string,
	range: Range
): Generator<readonly [Address, Cell], void> {
	const cells = workbook.cells.get(sheet);
	if (!cells) return;
	const { from, to } = range;
	const size = (to.row - from.row + 1) * (to.column - from.column + 1);
	if (size > cells.size) {
		const keys = [...cells.keys()].filter((key) => rangeHolds(range, addressOfKey(key)));
		for (const key of keys.sort((a, b) => a - b)) {
			const cell = cells.get(key)!;
			if (cell.content !== null) yield [addressOfKey(key), cell];
		}
		return;
	}
	for (let row = from.row; row <= to.row; row++) {
		for (let column = from.column; column <= to.column; column++) {
			const cell = cells.get(cellKey({ row, column }));
			if (cell && cell.content !== null) yield [{ row, column }, cell];
		}
	}
}
