import { addressOfKey, MAX_COLUMNS, writeCell, type Place, type SheetCells } from '$lib/workbook';

/** Rows and columns of a tile: a change of one cell rewrites the cells of one tile. */
const TILE_SIZE = 64;

/** A square block of a sheet's cells, by its zero-based place among the sheet's tiles. */
export interface Tile {
	readonly sheet: string;
	readonly row: number;
	readonly column: number;
}

function tileOf({ sheet, row, column }: Place): Tile {
	return { sheet, row: Math.floor(row / TILE_SIZE), column: Math.floor(column / TILE_SIZE) };
}

/** What tells tiles apart. */
export function tileKey({ sheet, row, column }: Tile): string {
	return `${row} ${column} ${sheet}`;
}

/** The lines of a tile's cells; undefined where it has none. */
export function writeTile(tile: Tile, cells: SheetCells | undefined): string | undefined {
	const lines: string[] = [];
	if (!cells) return undefined;
	for (let row = tile.row * TILE_SIZE; row < (tile.row + 1) * TILE_SIZE; row++) {
		const first = row * MAX_COLUMNS + tile.column * TILE_SIZE;
		for (let key = first; key < first + TILE_SIZE; key++) {
			const cell = cells.get(key);
			if (cell) lines.push(writeCell(key, cell));
		}
	}
	// Lines as a store keeps them; a document takes them as one.
	return lines.length > 0 ? lines.join(',\n') : undefined;
}

/** The tiles of places, each once. Places that follow each other mostly lie in one tile. */
export function tilesOf(places: Iterable<Place>): Tile[] {
	const tiles = new Map<string, Tile>();
	let latest: Tile | undefined;
	for (const place of places) {
		const tile = tileOf(place);
		if (latest?.row === tile.row && latest.column === tile.column && latest.sheet === tile.sheet) continue;
		latest = tile;
		tiles.set(tileKey(tile), tile);
	}
	return [...tiles.values()];
}

/** The tiles of a sheet that hold anything. */
export function tilesOfSheet(sheet: string, cells: SheetCells): Tile[] {
	return tilesOf([...cells.keys()].map((key) => ({ sheet, ...addressOfKey(key) })));
}
