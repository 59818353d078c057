import {
	RECORD_KINDS,
	writeRecord,
	type Patch,
	type Place,
	type RecordKind,
	type RecordKinds,
	type Workbook
} from '$lib/workbook';
import { tileKey, tilesOf, tilesOfSheet, writeTile, type Tile } from './tiles';

/** Characters that are written beforehand at once: as many as take about a frame. */
const PREPARED_AT_ONCE = 200_000;

/** A record that is to be written. */
interface DirtyRecord {
	readonly kind: RecordKind;
	readonly id: string;
}

/** Lines to write, by the keys of their stores; undefined takes a line away. */
export interface Writes {
	readonly isWhole: boolean;
	readonly records: readonly { readonly key: [RecordKind, string]; readonly line: string | undefined }[];
	readonly tiles: readonly { readonly key: [string, number, number]; readonly lines: string | undefined }[];
}

/** Which parts of a workbook differ from what is saved. */
export class Dirty {
	readonly #records = new Map<string, DirtyRecord>();
	readonly #tiles = new Map<string, Tile>();
	/** The lines of tiles as the workbook stands, where they were written beforehand. */
	readonly #prepared = new Map<string, string | undefined>();
	#isWhole = false;
	/** Whether {@link #tiles} are all that hold anything, where everything is to be written. */
	#isListed = false;

	get isWhole(): boolean {
		return this.#isWhole;
	}

	get isEmpty(): boolean {
		return !this.#isWhole && this.#records.size === 0 && this.#tiles.size === 0;
	}

	/** Everything is to be written anew. */
	addAll(): void {
		this.#isWhole = true;
		this.#isListed = false;
		this.#prepared.clear();
	}

	add(patch: Patch): void {
		for (const change of patch) {
			if (change.kind === 'cell') continue;
			this.#records.set(`${change.kind} ${change.id}`, { kind: change.kind, id: change.id });
		}
		this.#addTiles(tilesOf(cellsOf(patch)));
	}

	/** Adds what another holds: what could not be written. */
	addFrom(other: Dirty): void {
		if (other.#isWhole) this.addAll();
		for (const [key, record] of other.#records) this.#records.set(key, record);
		this.#addTiles(other.#tiles.values());
	}

	/**
	 * Writes lines beforehand, some at a time, so that writing very many cells does not keep the page from answering; false
	 * as long as some are left. A change takes back the lines that it makes untrue.
	 */
	prepare(workbook: Workbook): boolean {
		this.#list(workbook);
		let length = 0;
		for (const [key, tile] of this.#tiles) {
			if (this.#prepared.has(key)) continue;
			if (length > PREPARED_AT_ONCE) return false;
			const lines = writeTile(tile, workbook.cells.get(tile.sheet));
			this.#prepared.set(key, lines);
			length += lines?.length ?? 0;
		}
		return true;
	}

	/** The lines as the workbook stands now. */
	writes(workbook: Workbook): Writes {
		this.#list(workbook);
		const records = this.#isWhole
			? RECORD_KINDS.flatMap((kind) => [...workbook.tables[kind].keys()].map((id) => ({ kind, id })))
			: [...this.#records.values()];
		const tiles = [...this.#tiles].map(([key, tile]) => ({
			key: keyOf(tile),
			lines: this.#prepared.has(key)
				? this.#prepared.get(key)
				: writeTile(tile, workbook.cells.get(tile.sheet))
		}));
		return {
			isWhole: this.#isWhole,
			records: records.map((record) => recordWrite(workbook, record)),
			// Where everything is written anew there is nothing to take away.
			tiles: this.#isWhole ? tiles.filter(({ lines }) => lines !== undefined) : tiles
		};
	}

	#addTiles(tiles: Iterable<Tile>): void {
		for (const tile of tiles) {
			const key = tileKey(tile);
			this.#tiles.set(key, tile);
			this.#prepared.delete(key);
		}
	}

	#list(workbook: Workbook): void {
		if (!this.#isWhole || this.#isListed) return;
		for (const [sheet, cells] of workbook.cells) this.#addTiles(tilesOfSheet(sheet, cells));
		this.#isListed = true;
	}
}

function* cellsOf(patch: Patch): Iterable<Place> {
	for (const change of patch) if (change.kind === 'cell') yield change;
}

function recordWrite(workbook: Workbook, { kind, id }: DirtyRecord): Writes['records'][number] {
	const table = workbook.tables[kind] as ReadonlyMap<string, RecordKinds[RecordKind]>;
	const record = table.get(id);
	return { key: [kind, id], line: record && writeRecord(kind, record) };
}

function keyOf({ sheet, row, column }: Tile): [string, number, number] {
	return [sheet, row, column];
}
