import { addressOfKey, cellKey, writeCell, type Address, type Place, type SheetCells } from '$lib/workbook';

/** Rows and columns of a tile: a change of one cell rewrites the cells of one tile. */
const TILE_SIZE = 64;

/** A square block of a sheet's cells, by its zero-based place among the sheet's tiles. */
export interface Tile {
	readonly sheet: string;
	readonly row: number;
	readonly column: number;
}

export function tileOf({ sheet, row, column }: Place): Tile {
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
	const first: Address = { row: tile.row * TILE_SIZE, column: tile.column * TILE_SIZE };
	for (let row = first.row; row < first.row + TILE_SIZE; row++) {
		for (let column = first.column; column < first.column + TILE_SIZE; column++) {
			const key = cellKey({ row, column });
			const cell = cells.get(key);
			if (cell) lines.push(writeCell(key, cell));
		}
	}
	return lines.length > 0 ? joinLines(lines) : undefined;
}

/** The tiles of a sheet that hold anything, each with its lines, in one pass over the cells. */
export function writeTiles(sheet: string, cells: SheetCells): { tile: Tile; lines: string }[] {
	const tiles = new Map<string, { tile: Tile; lines: string[] }>();
	for (const key of [...cells.keys()].sort((a, b) => a - b)) {
		const tile = tileOf({ sheet, ...addressOfKey(key) });
		let entry = tiles.get(tileKey(tile));
		if (!entry) tiles.set(tileKey(tile), (entry = { tile, lines: [] }));
		entry.lines.push(writeCell(key, cells.get(key)!));
	}
	return [...tiles.values()].map(({ tile, lines }) => ({ tile, lines: joinLines(lines) }));
}

/** Lines as a store keeps them; a document takes them as one. */
function joinLines(lines: readonly string[]): string {
	return lines.join(',\n');
}
