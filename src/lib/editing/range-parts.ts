import type { Range } from '$lib/workbook';

/** What two ranges have in common, as a list of one or none. */
export function common(a: Range, b: Range): Range[] {
	const from = { row: Math.max(a.from.row, b.from.row), column: Math.max(a.from.column, b.from.column) };
	const to = { row: Math.min(a.to.row, b.to.row), column: Math.min(a.to.column, b.to.column) };
	return from.row <= to.row && from.column <= to.column ? [{ from, to }] : [];
}

/** What lies of a range outside of another: above it, below, left and right of it. */
export function without(range: Range, other: Range): Range[] {
	const [hole] = common(range, other);
	if (!hole) return [range];
	const { from, to } = range;
	const beside = { from: { ...from, row: hole.from.row }, to: { ...to, row: hole.to.row } };
	return [
		{ from, to: { ...to, row: hole.from.row - 1 } },
		{ from: { ...from, row: hole.to.row + 1 }, to },
		{ from: beside.from, to: { ...beside.to, column: hole.from.column - 1 } },
		{ from: { ...beside.from, column: hole.to.column + 1 }, to: beside.to }
	].filter((part) => part.from.row <= part.to.row && part.from.column <= part.to.column);
}

/** What is joined makes further ranges fit; after so many rounds they are left in parts, which mean the same. */
const MOST_ROUNDS = 16;

/** A range, and its place among those that it came with. */
interface Part {
	readonly range: Range;
	readonly place: number;
}

/** Ranges with those made one that are a rectangle together. The first one goes on beginning where it begins. */
export function joined(ranges: readonly Range[]): Range[] {
	let parts = ranges.map((range, place): Part => ({ range, place }));
	for (let round = 0; round < MOST_ROUNDS; round++) {
		const count = parts.length;
		parts = joinedAlong('row', 'column', joinedAlong('column', 'row', parts));
		if (parts.length === count) break;
	}
	return parts.sort((a, b) => a.place - b.place).map(({ range }) => range);
}

/** Joins ranges that lie one behind the other along an axis and are equally long across it. */
function joinedAlong(axis: 'row' | 'column', across: 'row' | 'column', parts: readonly Part[]): Part[] {
	const inOrder = [...parts].sort(
		({ range: a }, { range: b }) =>
			a.from[across] - b.from[across] || a.to[across] - b.to[across] || a.from[axis] - b.from[axis]
	);
	const result: Part[] = [];
	for (const part of inOrder) {
		const last = result.at(-1);
		const follows =
			last !== undefined &&
			last.range.from[across] === part.range.from[across] &&
			last.range.to[across] === part.range.to[across] &&
			part.range.from[axis] <= last.range.to[axis] + 1;
		const isFirstMoved = part.place === 0 && last?.range.from[axis] !== part.range.from[axis];
		if (!follows || isFirstMoved) {
			result.push(part);
			continue;
		}
		const end = Math.max(last.range.to[axis], part.range.to[axis]);
		result[result.length - 1] = {
			range: { from: last.range.from, to: { ...last.range.to, [axis]: end } },
			place: Math.min(last.place, part.place)
		};
	}
	return result;
}

/** What lies of ranges in rows and columns that are copied, by its place among them. */
export function rangesAmong(
	ranges: readonly Range[],
	rows: readonly number[],
	columns: readonly number[]
): Range[] {
	return ranges.flatMap(({ from, to }) => {
		const [top, bottom] = placesAmong(rows, from.row, to.row);
		const [left, right] = placesAmong(columns, from.column, to.column);
		const isAmong = top >= 0 && left >= 0 && top <= bottom && left <= right;
		return isAmong ? [{ from: { row: top, column: left }, to: { row: bottom, column: right } }] : [];
	});
}

/** The first and the last place of those lines, in order, that lie in a span. */
function placesAmong(lines: readonly number[], from: number, to: number): [number, number] {
	return [lines.findIndex((line) => line >= from), lines.findLastIndex((line) => line <= to)];
}
