import { cellKey, parseAbsoluteReference, sheetNamed, type Place, type Workbook } from '$lib/workbook';

/** The names of single cells by the cells that they point at. */
export class CellNames {
	#names = new Map<string, Map<number, string>>();

	constructor(workbook: Workbook) {
		const ids = new Map<string, string | undefined>();
		for (const { name, refersTo } of workbook.tables.name.values()) {
			const reference = parseAbsoluteReference(refersTo);
			if (!reference.ok) continue;
			const { sheetName, from, to } = reference.value;
			if (from.row !== to.row || from.column !== to.column) continue;
			if (!ids.has(sheetName)) ids.set(sheetName, sheetNamed(workbook, sheetName)?.id);
			const sheet = ids.get(sheetName);
			if (sheet === undefined) continue;
			const cells = this.#names.get(sheet) ?? new Map<number, string>();
			this.#names.set(sheet, cells.set(cellKey(from), name));
		}
	}

	/** The name of a cell; undefined where it has none. */
	at(place: Place): string | undefined {
		return this.#names.get(place.sheet)?.get(cellKey(place));
	}
}
