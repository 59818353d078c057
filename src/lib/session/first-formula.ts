import { addressOfKey, isFormula, type Address, type Workbook } from '$lib/workbook';

/** The first cell of a sheet that computes something, so that the evidence beside it has something to say; else A1. */
export function firstFormula(workbook: Workbook, sheet: string): Address {
	const cells = [...(workbook.cells.get(sheet) ?? [])];
	const keys = cells.filter(([, { content }]) => isFormula(content)).map(([key]) => key);
	return keys.length > 0 ? addressOfKey(Math.min(...keys)) : { row: 0, column: 0 };
}
