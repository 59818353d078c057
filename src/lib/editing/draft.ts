import {
	cellAt,
	changeKey,
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
	readonly #changes = new Map<string, Change>();

	constructor(workbook: Workbook) {
		this.workbook = workbook;
	}

	cell(place: Place): Cell | undefined {
		const change = this.#changes.get(changeKey(cellChange(place, null, null))) as CellChange | undefined;
		return change ? (change.after ?? undefined) : cellAt(this.workbook, place);
	}

	/** Sets a cell; one that holds nothing at all is no cell. */
	setCell(place: Place, cell: Cell | undefined): void {
		const before = cellAt(this.workbook, place) ?? null;
		this.#set(cellChange(place, before, cell ? tidy(cell) : null));
	}

	record<K extends RecordKind>(kind: K, id: string): RecordKinds[K] | undefined {
		const change = this.#changes.get(`${kind} ${id}`);
		if (change) return (change.after as RecordKinds[K] | null) ?? undefined;
		return this.workbook.tables[kind].get(id) as RecordKinds[K] | undefined;
	}

	setRecord<K extends RecordKind>(kind: K, record: RecordKinds[K]): void {
		const before = this.workbook.tables[kind].get(record.id) ?? null;
		this.#set({ kind, id: record.id, before, after: record } as RecordChange);
	}

	removeRecord(kind: RecordKind, id: string): void {
		const before = this.workbook.tables[kind].get(id) ?? null;
		this.#set({ kind, id, before, after: null } as RecordChange);
	}

	/** What changed; entries that end where they began drop out. */
	patch(): Patch {
		return [...this.#changes.values()].filter(({ before, after }) => !sameRecord(before, after));
	}

	#set(change: Change): void {
		this.#changes.set(changeKey(change), change);
	}
}

function cellChange({ sheet, row, column }: Place, before: Cell | null, after: Cell | null): CellChange {
	return { kind: 'cell', sheet, row, column, before, after };
}

function tidy(cell: Cell): Cell | null {
	const fields = Object.entries(cell).filter(([, value]) => value !== undefined);
	const isBare = fields.every(([field]) => field === 'content');
	return isBare && cell.content === null ? null : (Object.fromEntries(fields) as unknown as Cell);
}
