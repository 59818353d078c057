import {
	cellAt,
	cellKey,
	emptyWorkbook,
	parseAddress,
	type CellChange,
	type CellValue,
	type Content,
	type Place,
	type Workbook
} from '$lib/workbook';
import { FormulaEngine } from '$lib/engine';

/** Sheets by name, with contents by address; the id of a sheet is its name in lower case. */
export type Contents = Readonly<Record<string, Readonly<Record<string, Content>>>>;

export function workbookOf(contents: Contents, names: Readonly<Record<string, string>> = {}): Workbook {
	const workbook = emptyWorkbook();
	for (const [name, cells] of Object.entries(contents)) {
		const id = name.toLowerCase();
		const position = workbook.tables.sheet.size;
		workbook.tables.sheet.set(id, { id, name, position, columnWidths: {}, rowHeights: {} });
		workbook.cells.set(
			id,
			new Map(Object.entries(cells).map(([address, content]) => [cellKey(at(address)), { content }]))
		);
	}
	for (const [name, refersTo] of Object.entries(names))
		workbook.tables.name.set(name, { id: name, name, refersTo });
	return workbook;
}

/** A place as `A1` on the sheet `s`, or as `other!A1`. */
export function at(text: string): Place {
	const [address, sheet = 's'] = text.split('!').reverse();
	const place = parseAddress(address!);
	if (!place.ok) throw new Error(place.error);
	return { sheet, ...place.value };
}

export function engineOf(contents: Contents, names?: Readonly<Record<string, string>>): FormulaEngine {
	const engine = new FormulaEngine();
	engine.load(workbookOf(contents, names));
	return engine;
}

/** The values of formulas that stand in column Z of one sheet, beside these cells. */
export function valuesOf(
	formulas: readonly string[],
	cells: Readonly<Record<string, Content>> = {}
): CellValue[] {
	const inColumn = Object.fromEntries(formulas.map((formula, index) => [`Z${index + 1}`, formula]));
	const engine = engineOf({ S: { ...cells, ...inColumn } });
	return formulas.map((_, index) => engine.valueAt(at(`Z${index + 1}`)));
}

export function edit(workbook: Workbook, text: string, content: Content): CellChange {
	const place = at(text);
	return {
		kind: 'cell',
		...place,
		before: cellAt(workbook, place) ?? null,
		after: content === null ? null : { content }
	};
}
