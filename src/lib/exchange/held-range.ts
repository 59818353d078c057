import {
	addressOfKey,
	type Address,
	type CellValue,
	type Place,
	type Range,
	type Workbook
} from '$lib/workbook';

/**
 * The range from A1 to the last row and column of a sheet in which a cell holds something; `undefined` for an empty
 * sheet. A cell that only has a format holds nothing; one that another cell's formula fills holds its value.
 */
export function heldRange(
	workbook: Workbook,
	valueAt: (place: Place) => CellValue,
	sheet: string
): Range | undefined {
	const last: { row: number; column: number } = { row: -1, column: -1 };
	for (const [key, { content }] of workbook.cells.get(sheet) ?? []) {
		if (content === null) continue;
		const { row, column } = addressOfKey(key);
		last.row = Math.max(last.row, row);
		last.column = Math.max(last.column, column);
	}
	if (last.row < 0) return undefined;

	// A formula that fills cells fills them without a gap, so the first empty row and column beyond are the end.
	const isFilled = (row: number, column: number) => valueAt({ sheet, row, column }) !== null;
	const isRowFilled = (row: number) => some(last.column, (column) => isFilled(row, column));
	const isColumnFilled = (column: number) => some(last.row, (row) => isFilled(row, column));
	let grows = true;
	while (grows) {
		grows = false;
		for (; isRowFilled(last.row + 1); grows = true) last.row++;
		for (; isColumnFilled(last.column + 1); grows = true) last.column++;
	}
	return { from: { row: 0, column: 0 }, to: last };
}

/** The part of a range that lies within another that begins at A1; `undefined` where there is none. */
export function clipRange({ from, to }: Range, held: Range | undefined): Range | undefined {
	if (!held || from.row > held.to.row || from.column > held.to.column) return undefined;
	const end: Address = {
		row: Math.min(to.row, held.to.row),
		column: Math.min(to.column, held.to.column)
	};
	return { from, to: end };
}

/** The number of cells of a range. */
export function cellCount({ from, to }: Range): number {
	return (to.row - from.row + 1) * (to.column - from.column + 1);
}

function some(last: number, test: (index: number) => boolean): boolean {
	for (let index = 0; index <= last; index++) if (test(index)) return true;
	return false;
}
