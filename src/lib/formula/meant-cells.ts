import { nameCalled, parseAbsoluteReference, sheetNamed, type Range, type Workbook } from '$lib/workbook';
import type { FormulaReference } from './references';

/** Cells on one sheet, the sheet by its id. */
export interface MeantCells {
	readonly sheet: string;
	readonly range: Range;
}

/** The cells that a reference in a formula on `home` stands for, also by a name; undefined where it stands for none. */
export function meantCells(
	workbook: Workbook,
	home: string,
	reference: FormulaReference
): MeantCells | undefined {
	let { range, sheetName } = reference;
	if (reference.kind === 'name') {
		const named = nameCalled(workbook, reference.name ?? reference.text);
		const target = named && parseAbsoluteReference(named.refersTo);
		if (!target?.ok) return undefined;
		({ sheetName, ...range } = target.value);
	}
	const sheet = sheetName === undefined ? home : sheetNamed(workbook, sheetName)?.id;
	return range && sheet !== undefined ? { sheet, range: { from: range.from, to: range.to } } : undefined;
}
