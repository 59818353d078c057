import { parseAbsoluteReference, type Place } from './address';
import type { Name } from './records';
import { sheetNamed, type Workbook } from './workbook';

/** The name record of a name, in any case, as Excel compares names. */
export function nameCalled(workbook: Workbook, name: string): Name | undefined {
	const wanted = name.toLowerCase();
	const direct = workbook.tables.name.get(name);
	if (direct?.name === name) return direct;
	for (const record of workbook.tables.name.values()) {
		if (record.name.toLowerCase() === wanted) return record;
	}
	return undefined;
}

/** The cell that a name points at, where it points at exactly one. */
export function placeOfName(workbook: Workbook, name: string): Place | undefined {
	const record = nameCalled(workbook, name);
	const reference = record && parseAbsoluteReference(record.refersTo);
	if (!reference?.ok) return undefined;
	const { sheetName, from, to } = reference.value;
	const sheet = sheetNamed(workbook, sheetName);
	return sheet && from.row === to.row && from.column === to.column
		? { sheet: sheet.id, row: from.row, column: from.column }
		: undefined;
}
