import { columnLetters, type Address, type Range } from '$lib/workbook';

/** What AutoSum reads of a sheet. */
export interface SummedSheet {
	isNumber(address: Address): boolean;
}

/** A cell that is to hold a sum, and the range that it sums. */
export interface Sum {
	readonly at: Address;
	readonly of: Range;
}

/**
 * The sums that Alt+= writes for what is selected. For one cell: of the run of numbers above it, else left of it. For
 * several: below each column of numbers where the last row is empty or there is only what is summed.
 */
export function sumsFor(sheet: SummedSheet, { from, to }: Range): Sum[] {
	if (from.row === to.row && from.column === to.column) {
		const of = runBefore(sheet, from);
		return of ? [{ at: from, of }] : [];
	}
	// A row is summed at its right end, everything else by columns at the foot.
	if (from.row === to.row) {
		const hasRoom = !sheet.isNumber(to);
		const last = { row: to.row, column: hasRoom ? to.column - 1 : to.column };
		return [{ at: { row: to.row, column: last.column + 1 }, of: { from, to: last } }];
	}
	const columns = Array.from({ length: to.column - from.column + 1 }, (_, index) => from.column + index);
	const hasRoom = columns.every((column) => !sheet.isNumber({ row: to.row, column }));
	const last = hasRoom ? to.row - 1 : to.row;
	return columns.map((column) => ({
		at: { row: last + 1, column },
		of: { from: { row: from.row, column }, to: { row: last, column } }
	}));
}

/** The run of numbers right above a cell, or right to the left of it where there is none above. */
function runBefore(sheet: SummedSheet, { row, column }: Address): Range | undefined {
	let first = row;
	while (first > 0 && sheet.isNumber({ row: first - 1, column })) first--;
	if (first < row) return { from: { row: first, column }, to: { row: row - 1, column } };
	let start = column;
	while (start > 0 && sheet.isNumber({ row, column: start - 1 })) start--;
	return start < column ? { from: { row, column: start }, to: { row, column: column - 1 } } : undefined;
}

/** A sum as a formula. */
export function sumFormula({ from, to }: Range): string {
	const corner = ({ row, column }: Address) => `${columnLetters(column)}${row + 1}`;
	const first = corner(from);
	const last = corner(to);
	return `=SUM(${first === last ? first : `${first}:${last}`})`;
}
