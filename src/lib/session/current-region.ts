import type { Address, Range } from '$lib/workbook';

/**
 * The block of cells round a range that blank rows and columns, or the edges of what is in use, enclose, as Ctrl+A first
 * selects it. `used` is how many rows and columns may hold anything.
 */
export function currentRegion(
	range: Range,
	used: { readonly rows: number; readonly columns: number },
	isBlank: (address: Address) => boolean
): Range {
	let { row: top, column: left } = range.from;
	let { row: bottom, column: right } = range.to;
	const hasRow = (row: number) => {
		if (row < 0 || row >= used.rows) return false;
		for (let column = Math.max(left - 1, 0); column <= Math.min(right + 1, used.columns - 1); column++) {
			if (!isBlank({ row, column })) return true;
		}
		return false;
	};
	const hasColumn = (column: number) => {
		if (column < 0 || column >= used.columns) return false;
		for (let row = Math.max(top - 1, 0); row <= Math.min(bottom + 1, used.rows - 1); row++) {
			if (!isBlank({ row, column })) return true;
		}
		return false;
	};
	for (let isGrowing = true; isGrowing;) {
		isGrowing = false;
		if (hasRow(top - 1)) [top, isGrowing] = [top - 1, true];
		if (hasRow(bottom + 1)) [bottom, isGrowing] = [bottom + 1, true];
		if (hasColumn(left - 1)) [left, isGrowing] = [left - 1, true];
		if (hasColumn(right + 1)) [right, isGrowing] = [right + 1, true];
	}
	return { from: { row: top, column: left }, to: { row: bottom, column: right } };
}
