import {
	addressOfKey,
	cellKey,
	parseAbsoluteReference,
	sheetNamed,
	type Place,
	type Workbook
} from '$lib/workbook';

/** Something for each of many cells of a workbook. */
export class PlaceMap<T> {
	#bySheet = new Map<string, Map<number, T>>();

	get(place: Place): T | undefined {
		return this.#bySheet.get(place.sheet)?.get(cellKey(place));
	}

	has(place: Place): boolean {
		return this.#bySheet.get(place.sheet)?.has(cellKey(place)) ?? false;
	}

	set(place: Place, value: T): void {
		let ofSheet = this.#bySheet.get(place.sheet);
		if (!ofSheet) this.#bySheet.set(place.sheet, (ofSheet = new Map()));
		ofSheet.set(cellKey(place), value);
	}

	/** Sets, or takes away where the value is blank. */
	setUnlessBlank(place: Place, value: T): void {
		if (value === null) this.#bySheet.get(place.sheet)?.delete(cellKey(place));
		else this.set(place, value);
	}

	get size(): number {
		let size = 0;
		for (const ofSheet of this.#bySheet.values()) size += ofSheet.size;
		return size;
	}

	*places(): Iterable<Place> {
		for (const [place] of this) yield place;
	}

	*[Symbol.iterator](): Iterator<[Place, T]> {
		for (const [sheet, ofSheet] of this.#bySheet) {
			for (const [key, value] of ofSheet) yield [{ sheet, ...addressOfKey(key) }, value];
		}
	}
}

/** The cells that names point at, by name in lower case; names of ranges and formulas are left out. */
export function namedPlaces(workbook: Workbook): Map<string, Place> {
	const places = new Map<string, Place>();
	for (const { name, refersTo } of workbook.tables.name.values()) {
		const reference = parseAbsoluteReference(refersTo);
		if (!reference.ok || places.has(name.toLowerCase())) continue;
		const { sheetName, from, to } = reference.value;
		const sheet = sheetNamed(workbook, sheetName)?.id;
		if (sheet !== undefined && from.row === to.row && from.column === to.column) {
			places.set(name.toLowerCase(), { sheet, row: from.row, column: from.column });
		}
	}
	return places;
}
