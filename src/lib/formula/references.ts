import type { Range } from '$lib/workbook';
import { rangeOfReference, readReference, sheetOfPrefix } from './reference-text';
import { tokenizeFormula, type FormulaToken } from './tokens';

/** A reference in a formula, with its place in the formula's text (end excluded). */
export interface FormulaReference {
	readonly kind: 'cell' | 'range' | 'name';
	readonly text: string;
	readonly start: number;
	readonly end: number;
	/** The sheet as it is written; absent where the formula's own sheet is meant. */
	readonly sheetName?: string;
	/** The cells, for a cell and a range. */
	readonly range?: Range;
	/** The name, for a name. */
	readonly name?: string;
}

/** The references and names of a formula in their order, each time they occur. None for a content that is no formula. */
export function referencesIn(formula: string): FormulaReference[] {
	if (!formula.startsWith('=')) return [];
	return tokenizeFormula(formula).flatMap((token) => referenceOfToken(token) ?? []);
}

/** What a piece of a formula refers to, if it refers to cells of this workbook or to a name. */
export function referenceOfToken({ kind, text, start, end }: FormulaToken): FormulaReference | undefined {
	if (kind === 'name') {
		const { sheetName, name } = readName(text);
		return { kind, text, start, end, name, ...(sheetName === undefined ? {} : { sheetName }) };
	}
	const reference = kind === 'reference' ? readReference(text) : undefined;
	if (!reference) return undefined;
	const { sheetName } = reference;
	return {
		kind: reference.last ? 'range' : 'cell',
		text,
		start,
		end,
		...(sheetName === undefined ? {} : { sheetName }),
		range: rangeOfReference(reference)
	};
}

/** A name with the sheet that may stand before it. */
export function readName(text: string): { prefix: string; sheetName?: string; name: string } {
	const mark = text.lastIndexOf('!');
	const prefix = text.slice(0, mark + 1);
	const sheetName = sheetOfPrefix(prefix);
	return { prefix, name: text.slice(mark + 1), ...(sheetName === undefined ? {} : { sheetName }) };
}
