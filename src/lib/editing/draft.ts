import {
	cellAt,
	cellKey,
	sameRecord,
	type Cell,
	type CellChange,
	type Change,
	type Patch,
	type Place,
	type RecordChange,
	type RecordKind,
	type RecordKinds,
	type Workbook
} from '$lib/workbook';

/** A change in the making: reads as the workbook will be, and gives the patch that leads there. */
export class Draft {
	readonly workbook: Workbook;
	/** In the order in which they came about. */
	readonly #changes: Change[] = [];
	/** Where the change of a cell or a record stands among them. */
	readonly #cells = new Map<string, Map<number, number>>();
	readonly #records = new Map<string, number>();

	constructor(workbook: Workbook) {
		this.workbook = workbook;
	}

	cell(place: Place): Cell | undefined {
		const at = this.#cells.get(place.sheet)?.get(cellKey(place));
		if (at === undefined) return cellAt(this.workbook, place);
		return (this.#changes[at] as CellChange).after ?? undefined;
	}

	/** Sets a cell; one that holds nothing at all is no cell. */
	setCell(place: Place, cell: Cell | undefined): void {
		const { sheet, row, column } = place;
		const before = cellAt(this.workbook, place) ?? null;
		const after = cell ? tidy(cell) : null;
		let cells = this.#cells.get(sheet);
		if (!cells) this.#cells.set(sheet, (cells = new Map()));
		this.#put(cells, cellKey(place), { kind: 'cell', sheet, row, column, before, after });
	}

	record<K extends RecordKind>(kind: K, id: string): RecordKinds[K] | undefined {
		const at = this.#records.get(`${kind} ${id}`);
		if (at !== undefined) return (this.#changes[at]!.after as RecordKinds[K] | null) ?? undefined;
		return this.workbook.tables[kind].get(id) as RecordKinds[K] | undefined;
	}

	setRecord<K extends RecordKind>(kind: K, record: RecordKinds[K]): void {
		const before = this.workbook.tables[kind].get(record.id) ?? null;
		const change = { kind, id: record.id, before, after: record } as RecordChange;
		this.#put(this.#records, `${kind} ${record.id}`, change);
	}

	removeRecord(kind: RecordKind, id: string): void {
		const before = this.workbook.tables[kind].get(id) ?? null;
		this.#put(this.#records, `${kind} ${id}`, { kind, id, before, after: null } as RecordChange);
	}

	/** What changed; entries that end where they began drop out. */
	patch(): Patch {
		return this.#changes.filter(({ before, after }) => !sameRecord(before, after));
	}

	#put<K>(places: Map<K, number>, key: K, change: Change): void {
		const at = places.get(key);
		if (at !== undefined) this.#changes[at] = change;
		else places.set(key, this.#changes.push(change) - 1);
	}
}

/** The cell without fields that hold nothing; null where it is none. */
function tidy(cell: Cell): Cell | null {
	let isBare = true;
	let hasGaps = false;
	for (const field in cell) {
		if (cell[field as keyof Cell] === undefined) hasGaps = true;
		else if (field !== 'content') isBare = false;
	}
	if (isBare && cell.content === null) return null;
	if (!hasGaps) return cell;
	const fields = Object.entries(cell).filter(([, value]) => value !== undefined);
	return Object.fromEntries(fields) as unknown as Cell;
}
