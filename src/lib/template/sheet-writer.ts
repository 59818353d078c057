import {
	cellKey,
	formatAbsoluteReference,
	formatAddress,
	rangeBetween,
	sheetNamed,
	type Address,
	type Cell,
	type Sheet,
	type Workbook
} from '$lib/workbook';

/** The fields of a cell; those that are undefined are left out of it. */
export type CellParts = { readonly [K in keyof Cell]: Cell[K] | undefined };

/** Puts cells and names into a workbook that is being built. Refuses to put two into one place. */
export class SheetWriter {
	readonly #workbook: Workbook;
	readonly sheet: Sheet;

	/** Throws where the workbook has no sheet of the name. */
	constructor(workbook: Workbook, sheetName: string) {
		const sheet = sheetNamed(workbook, sheetName);
		if (!sheet) throw new Error(`data/sheets.csv has no sheet "${sheetName}".`);
		this.#workbook = workbook;
		this.sheet = sheet;
	}

	/** Puts a cell, named where a name is given. */
	put(address: Address, parts: CellParts, name = ''): void {
		const cells = this.#workbook.cells.get(this.sheet.id) ?? new Map<number, Cell>();
		this.#workbook.cells.set(this.sheet.id, cells);
		if (cells.has(cellKey(address))) {
			throw new Error(`Two cells of the data package meet at ${this.sheet.name} ${formatAddress(address)}.`);
		}
		const entries = Object.entries(parts).filter(([, part]) => part !== undefined);
		cells.set(cellKey(address), Object.fromEntries(entries) as unknown as Cell);
		if (name) this.name(name, address, address);
	}

	/** Puts texts into a row, from a column on; empty ones leave their cell blank. */
	putTexts(row: number, texts: readonly string[], style?: Cell['style'], fromColumn = 0): void {
		texts.forEach((content, index) => {
			if (content !== '') this.put({ row, column: fromColumn + index }, { content, style });
		});
	}

	/** Gives a name to a range of this sheet. */
	name(name: string, from: Address, to: Address): void {
		const names = this.#workbook.tables.name;
		if (names.has(name)) throw new Error(`The data package gives the name ${name} twice.`);
		const refersTo = formatAbsoluteReference(this.sheet.name, rangeBetween(from, to));
		names.set(name, { id: name, name, refersTo });
	}
}
