import { columnLetters, type Address, type LineAxis, type Range } from '$lib/workbook';

/** What AutoSum reads of a sheet. */
export interface SummedSheet {
	isNumber(address: Address): boolean;
	isBlank(address: Address): boolean;
}

/** A cell that is to hold a sum, and the range that it sums. */
export interface Sum {
	readonly at: Address;
	readonly of: Range;
}

/**
 * The sums that Alt+= writes for what is selected. For one cell: of the run of numbers above it, else left of it, else of
 * such a run that only blank cells are between, and of these. For several: below each column of numbers where the last row
 * is empty or there is only what is summed.
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

/** The numbers before a cell, up to the cell right before it: those above where there are any, else those to the left. */
function runBefore(sheet: SummedSheet, cell: Address): Range | undefined {
	return (
		runAlong(sheet, cell, 'row', false) ??
		runAlong(sheet, cell, 'column', false) ??
		runAlong(sheet, cell, 'row', true) ??
		runAlong(sheet, cell, 'column', true)
	);
}

function runAlong(sheet: SummedSheet, cell: Address, axis: LineAxis, overBlanks: boolean): Range | undefined {
	const at = (line: number): Address => ({ ...cell, [axis]: line });
	let last = cell[axis];
	while (overBlanks && last > 0 && sheet.isBlank(at(last - 1))) last--;
	let first = last;
	while (first > 0 && sheet.isNumber(at(first - 1))) first--;
	return first < last ? { from: at(first), to: at(cell[axis] - 1) } : undefined;
}

/** A sum as a formula; under a filter, of the rows that it leaves. */
export function sumFormula({ from, to }: Range, isFiltered = false): string {
	const corner = ({ row, column }: Address) => `${columnLetters(column)}${row + 1}`;
	const first = corner(from);
	const last = corner(to);
	const range = first === last ? first : `${first}:${last}`;
	return isFiltered ? `=SUBTOTAL(9,${range})` : `=SUM(${range})`;
}
