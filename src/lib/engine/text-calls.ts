import { isFormula, type Patch, type Workbook } from '$lib/workbook';
import type { FormatText } from './format-text';

/** Takes no heed of quotation marks: that a formula only seems to call TEXT does no harm. */
const CALL = /\btext\s*\(/i;

/** Whether a formula of a workbook calls TEXT, be it in a cell, a name, a scenario or the range of an assumption. */
export function callsText({ tables, cells }: Workbook): boolean {
	for (const ofSheet of cells.values()) {
		for (const { content } of ofSheet.values()) if (isCallOfText(content)) return true;
	}
	return Object.values(tables).some((table: ReadonlyMap<string, unknown>) =>
		[...table.values()].some(isCallOfText)
	);
}

/** Whether a patch brings a formula that calls TEXT. */
export function bringsText(patch: Patch): boolean {
	return patch.some(({ after }) => isCallOfText(after));
}

/** What TEXT is calculated with: large, and needed only where a formula calls it. */
export async function loadFormatText(): Promise<FormatText> {
	return (await import('./format-text')).formatText;
}

/** Whether a content calls TEXT, or any content in a record. */
function isCallOfText(value: unknown): boolean {
	if (typeof value === 'string') return isFormula(value) && CALL.test(value);
	return typeof value === 'object' && value !== null && Object.values(value).some(isCallOfText);
}
