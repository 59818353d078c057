import {
	cellKey,
	parseAbsoluteReference,
	type Address,
	type Assumption,
	type Figure,
	type Name,
	type Place,
	type Workbook
} from '$lib/workbook';

/** Records by the cell that their name points at: by sheet id, then by cell key. */
type ByPlace<T> = ReadonlyMap<string, ReadonlyMap<number, T>>;

/**
 * A workbook's records by the cells that they stand in, so that each visible cell can be asked for its state. Reads
 * contents from the workbook as it is; must be made anew when a name, a sheet, a figure or an assumption changes.
 */
export interface LedgerIndex {
	readonly workbook: Workbook;
	readonly figures: ByPlace<Figure>;
	readonly assumptions: ByPlace<Assumption>;
}

/** Looks up where the figures and assumptions of a workbook stand. */
export function indexLedger(workbook: Workbook): LedgerIndex {
	const { tables } = workbook;
	const sheets = new Map([...tables.sheet.values()].map(({ id, name }) => [name.toLowerCase(), id]));
	const names = new Map([...tables.name.values()].map((name) => [name.name.toLowerCase(), name]));

	function placed<T extends { readonly name: string }>(records: ReadonlyMap<string, T>): ByPlace<T> {
		const byPlace = new Map<string, Map<number, T>>();
		for (const record of records.values()) {
			const place = placeOf(names.get(record.name.toLowerCase()), sheets);
			if (!place) continue;
			const cells = byPlace.get(place.sheet) ?? new Map<number, T>();
			byPlace.set(place.sheet, cells.set(cellKey(place), record));
		}
		return byPlace;
	}

	return { workbook, figures: placed(tables.figure), assumptions: placed(tables.assumption) };
}

/** The record whose name points at a cell. */
export function recordAt<T>(records: ByPlace<T>, place: Place): T | undefined {
	return records.get(place.sheet)?.get(cellKey(place));
}

function placeOf(name: Name | undefined, sheets: ReadonlyMap<string, string>): Place | undefined {
	const reference = name && parseAbsoluteReference(name.refersTo);
	if (!reference?.ok) return undefined;
	const { sheetName, from, to } = reference.value;
	const sheet = sheets.get(sheetName.toLowerCase());
	return sheet !== undefined && isSame(from, to) ? { sheet, ...from } : undefined;
}

function isSame(a: Address, b: Address): boolean {
	return a.row === b.row && a.column === b.column;
}
