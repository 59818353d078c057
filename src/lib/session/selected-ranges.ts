import type { Address, Range } from '$lib/workbook';

export function isOneCell({ from, to }: Range): boolean {
	return from.row === to.row && from.column === to.column;
}

export function isSameRange(a: Range, b: Range): boolean {
	return (
		a.from.row === b.from.row &&
		a.from.column === b.from.column &&
		a.to.row === b.to.row &&
		a.to.column === b.to.column
	);
}

/** What is left of a range without one of its cells: up to four ranges. */
export function around({ from, to }: Range, { row, column }: Address): Range[] {
	return [
		{ from, to: { row: row - 1, column: to.column } },
		{ from: { row: row + 1, column: from.column }, to },
		{ from: { row, column: from.column }, to: { row, column: column - 1 } },
		{ from: { row, column: column + 1 }, to: { row, column: to.column } }
	].filter((range) => range.from.row <= range.to.row && range.from.column <= range.to.column);
}

/** The smallest range that holds a range and the whole of every merged one that it touches. */
export function withMerges(range: Range, merges: readonly Range[]): Range {
	let { from, to } = range;
	let isGrowing = merges.length > 0;
	while (isGrowing) {
		isGrowing = false;
		for (const merged of merges) {
			if (!overlap({ from, to }, merged) || holdsAll({ from, to }, merged)) continue;
			from = {
				row: Math.min(from.row, merged.from.row),
				column: Math.min(from.column, merged.from.column)
			};
			to = { row: Math.max(to.row, merged.to.row), column: Math.max(to.column, merged.to.column) };
			isGrowing = true;
		}
	}
	return { from, to };
}

export function overlap(a: Range, b: Range): boolean {
	return (
		a.from.row <= b.to.row &&
		b.from.row <= a.to.row &&
		a.from.column <= b.to.column &&
		b.from.column <= a.to.column
	);
}

function holdsAll(outer: Range, inner: Range): boolean {
	return (
		outer.from.row <= inner.from.row &&
		outer.from.column <= inner.from.column &&
		outer.to.row >= inner.to.row &&
		outer.to.column >= inner.to.column
	);
}
