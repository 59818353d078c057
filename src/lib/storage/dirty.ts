import {
	RECORD_KINDS,
	writeRecord,
	type Patch,
	type RecordKind,
	type RecordKinds,
	type Workbook
} from '$lib/workbook';
import { tileKey, tileOf, writeTile, writeTiles, type Tile } from './tiles';

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
	#isWhole = false;

	get isWhole(): boolean {
		return this.#isWhole;
	}

	get isEmpty(): boolean {
		return !this.#isWhole && this.#records.size === 0 && this.#tiles.size === 0;
	}

	/** Everything is to be written anew. */
	addAll(): void {
		this.#isWhole = true;
	}

	add(patch: Patch): void {
		for (const change of patch) {
			if (change.kind === 'cell') {
				const tile = tileOf(change);
				this.#tiles.set(tileKey(tile), tile);
			} else this.#records.set(`${change.kind} ${change.id}`, { kind: change.kind, id: change.id });
		}
	}

	/** Adds what another holds: what could not be written. */
	addFrom(other: Dirty): void {
		this.#isWhole ||= other.#isWhole;
		for (const [key, record] of other.#records) this.#records.set(key, record);
		for (const [key, tile] of other.#tiles) this.#tiles.set(key, tile);
	}

	/** The lines as the workbook stands now. */
	writes(workbook: Workbook): Writes {
		return this.#isWhole
			? {
					isWhole: true,
					records: RECORD_KINDS.flatMap((kind) =>
						[...workbook.tables[kind].keys()].map((id) => recordWrite(workbook, { kind, id }))
					),
					tiles: [...workbook.cells].flatMap(([sheet, cells]) =>
						writeTiles(sheet, cells).map(({ tile, lines }) => ({ key: keyOf(tile), lines }))
					)
				}
			: {
					isWhole: false,
					records: [...this.#records.values()].map((record) => recordWrite(workbook, record)),
					tiles: [...this.#tiles.values()].map((tile) => ({
						key: keyOf(tile),
						lines: writeTile(tile, workbook.cells.get(tile.sheet))
					}))
				};
	}
}

function recordWrite(workbook: Workbook, { kind, id }: DirtyRecord): Writes['records'][number] {
	const table = workbook.tables[kind] as ReadonlyMap<string, RecordKinds[RecordKind]>;
	const record = table.get(id);
	return { key: [kind, id], line: record && writeRecord(kind, record) };
}

function keyOf({ sheet, row, column }: Tile): [string, number, number] {
	return [sheet, row, column];
}
