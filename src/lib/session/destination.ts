import {
	nameCalled,
	parseAbsoluteReference,
	parseRange,
	sheetNamed,
	type Range,
	type Workbook
} from '$lib/workbook';

/** A range on a sheet, the sheet by its id. */
export interface Destination {
	readonly sheet: string;
	readonly range: Range;
}

/** Where a typed address, range or name leads, seen from a sheet; undefined where it leads nowhere. */
export function findDestination(workbook: Workbook, from: string, text: string): Destination | undefined {
	const wanted = text.trim().replace(/^=/, '');
	const range = parseRange(wanted);
	if (range.ok) return { sheet: from, range: range.value };
	const reference = parseAbsoluteReference(nameCalled(workbook, wanted)?.refersTo ?? `=${wanted}`);
	const sheet = reference.ok ? sheetNamed(workbook, reference.value.sheetName) : undefined;
	return reference.ok && sheet
		? { sheet: sheet.id, range: { from: reference.value.from, to: reference.value.to } }
		: undefined;
}
