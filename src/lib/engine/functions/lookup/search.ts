import type { CellGraph, Grid } from './grid';
import { compare, isSame, rankOf, type Scalar } from './values';
import { isPattern, patternMatcher } from './wildcard';

/** A row or a column that is searched; positions count from 0. */
export interface Line {
	readonly length: number;
	/** Positions from here on are blank. */
	readonly filledLength: number;
	at(position: number): Scalar;
	/** Positions of equal values by their key, where the line is a column that has been searched before. */
	firstOf?(key: string): number | undefined;
}

/** A column of a grid; the places of its values are noted once it is searched again without a change between. */
export function columnOf(grid: Grid, column: number, graph: CellGraph): Line {
	return {
		length: grid.height,
		filledLength: grid.filledHeight,
		at: (row) => grid.at(row, column),
		...indexed(grid, column, graph)
	};
}

export function rowOf(grid: Grid, row: number): Line {
	return { length: grid.width, filledLength: grid.filledWidth, at: (column) => grid.at(row, column) };
}

/** The line of a grid of one row or one column; undefined for any other. */
export function lineOf(grid: Grid, graph: CellGraph): Line | undefined {
	if (grid.width === 1) return columnOf(grid, 0, graph);
	return grid.height === 1 ? rowOf(grid, 0) : undefined;
}

/** What tells whether a value is the one that is looked for; a text may be a pattern. */
export function matcherOf(key: Scalar, hasPatterns: boolean): (value: Scalar) => boolean {
	if (typeof key === 'string' && hasPatterns && isPattern(key)) {
		const matches = patternMatcher(key);
		return (value) => typeof value === 'string' && matches(value);
	}
	return (value) => isSame(key, value);
}

/** The first position of a value, or the last one; -1 where it is not there. */
export function findExact(
	line: Line,
	key: Scalar,
	options: { hasPatterns: boolean; isFromEnd?: boolean }
): number {
	const { hasPatterns, isFromEnd = false } = options;
	const mayBePattern = hasPatterns && typeof key === 'string' && isPattern(key);
	if (line.firstOf && !isFromEnd && !mayBePattern) {
		const known = keyOf(key);
		return known === undefined ? -1 : (line.firstOf(known) ?? -1);
	}
	const matches = matcherOf(key, hasPatterns);
	if (isFromEnd) {
		for (let at = line.filledLength - 1; at >= 0; at--) if (matches(line.at(at))) return at;
	} else {
		for (let at = 0; at < line.filledLength; at++) if (matches(line.at(at))) return at;
	}
	return -1;
}

/**
 * The position that halving finds, as in lists sorted upwards (or downwards): the last of the values equal to the key,
 * else the last value before it. Values of other kinds are passed over. In a list that is not sorted the answer is the
 * one that the same steps give everywhere.
 */
export function findByHalving(
	line: Line,
	key: Scalar,
	options: { isDescending?: boolean; hasPatterns?: boolean }
) {
	const { isDescending = false, hasPatterns = false } = options;
	const rank = rankOf(key);
	const direction = isDescending ? -1 : 1;
	const matches = matcherOf(key, hasPatterns);
	let low = -1;
	let high = line.filledLength;
	while (high - low > 1) {
		const middle = (low + high) >> 1;
		let at = middle;
		while (at < high && rankOf(line.at(at)) !== rank) at++;
		if (at === high) {
			high = middle;
			continue;
		}
		const value = line.at(at);
		if (matches(value)) {
			while (at + 1 < high && matches(line.at(at + 1))) at++;
			return at;
		}
		if (compare(value, key) * direction < 0) low = at;
		else high = middle;
	}
	while (low >= 0 && rankOf(line.at(low)) !== rank) low--;
	return low;
}

/** The position of the value equal to the key, else of the nearest one below it (side -1) or above it (side 1). */
export function findNearest(line: Line, key: Scalar, side: -1 | 1, isFromEnd: boolean): number {
	let best = -1;
	let bestValue: Scalar | undefined;
	for (let step = 0; step < line.filledLength; step++) {
		const at = isFromEnd ? line.filledLength - 1 - step : step;
		const value = line.at(at);
		if (rankOf(value) === 0) continue;
		const difference = compare(value, key) * side;
		if (difference === 0) return at;
		if (difference > 0 && (bestValue === undefined || compare(value, bestValue) * side < 0)) {
			best = at;
			bestValue = value;
		}
	}
	return best;
}

/** Below this many cells a search is as fast as asking where the value is. */
const INDEXED_FROM = 64;

const INDEX = 'places of values';

interface Indexes {
	searches: number;
	readonly byColumn: Map<number, ReadonlyMap<string, number>>;
}

/** The range's own memory is emptied whenever one of its cells changes. */
function indexed(grid: Grid, column: number, graph: CellGraph): Pick<Line, 'firstOf'> {
	if (!grid.range || grid.filledHeight < INDEXED_FROM) return {};
	const vertex = graph.getRange(grid.range.start, grid.range.end);
	if (!vertex) return {};
	let known: Indexes | undefined = vertex.getFunctionValue(INDEX);
	if (!known) vertex.setFunctionValue(INDEX, (known = { searches: 0, byColumn: new Map() }));
	if (known.searches++ === 0) return {};
	const { byColumn } = known;
	return {
		firstOf(key) {
			let places = byColumn.get(column);
			if (!places) byColumn.set(column, (places = placesOf(grid, column)));
			return places.get(key);
		}
	};
}

function placesOf(grid: Grid, column: number): ReadonlyMap<string, number> {
	const places = new Map<string, number>();
	for (let row = 0; row < grid.filledHeight; row++) {
		const key = keyOf(grid.at(row, column));
		if (key !== undefined && !places.has(key)) places.set(key, row);
	}
	return places;
}

/** One text for all values that are the same; undefined for blanks and errors, which are never looked for. */
function keyOf(value: Scalar): string | undefined {
	if (typeof value === 'number') return `n${value}`;
	if (typeof value === 'string') return `t${value.toLowerCase()}`;
	return typeof value === 'boolean' ? `b${value}` : undefined;
}
