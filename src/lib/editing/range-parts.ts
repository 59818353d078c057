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

/** Ranges with those made one that are a rectangle together. The first one goes on beginning where it begins. */
export function joined(ranges: readonly Range[]): Range[] {
	const parts = [...ranges];
	for (let at = 0; at < parts.length; at++) {
		for (let other = at + 1; other < parts.length; other++) {
			const whole = rectangleOf(parts[at]!, parts[other]!);
			const { row, column } = parts[0]!.from;
			if (!whole || (at === 0 && (whole.from.row !== row || whole.from.column !== column))) continue;
			parts[at] = whole;
			parts.splice(other, 1);
			// What is larger now may go together with those passed over.
			[at, other] = [-1, parts.length];
		}
	}
	return parts;
}

/** The rectangle that two ranges are together, where they are one. */
function rectangleOf(a: Range, b: Range): Range | undefined {
	const isBeside = (axis: 'row' | 'column', across: 'row' | 'column') =>
		a.from[across] === b.from[across] &&
		a.to[across] === b.to[across] &&
		a.from[axis] <= b.to[axis] + 1 &&
		b.from[axis] <= a.to[axis] + 1;
	if (!isBeside('row', 'column') && !isBeside('column', 'row')) return undefined;
	return {
		from: { row: Math.min(a.from.row, b.from.row), column: Math.min(a.from.column, b.from.column) },
		to: { row: Math.max(a.to.row, b.to.row), column: Math.max(a.to.column, b.to.column) }
	};
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
