import { isToldLate, tokenizeFormula } from '$lib/formula';
import { fail, formatAddress, ok, type Place, type Result } from '$lib/workbook';
import type { CellValue as RawValue, HyperFormula } from 'hyperformula';
import type { FormulaText } from './formula-text';

const TOLD_LATE =
	'INDIRECT, OFFSET and ranges that are calculated cannot be used here: put them in a cell and refer to that.';
const NOT_READ = 'This formula cannot be calculated.';

/**
 * What a formula would give in a cell, without standing there: of several values the first. Fails with a sentence where
 * it cannot be read, or where what it reads is told only when it is calculated.
 */
export function tryFormula(
	graph: HyperFormula,
	sheetId: number,
	text: FormulaText,
	formula: string,
	place: Place
): Result<RawValue> {
	const read = text.read(withOwnPlace(formula, place));
	if (!read.ok) return fail(read.error.message);
	if (isToldLate(read.value)) return fail(TOLD_LATE);
	try {
		const value = graph.calculateFormula(text.ofName(read.value), sheetId);
		return ok(Array.isArray(value) ? (value[0]?.[0] ?? null) : value);
	} catch {
		return fail(NOT_READ);
	}
}

/** ROW and COLUMN without an argument mean the cell that a formula stands in, which the graph is not told. */
function withOwnPlace(formula: string, place: Place): string {
	const tokens = tokenizeFormula(formula);
	const pieces = tokens.filter(({ kind }) => kind !== 'blank');
	return tokens
		.map((token) => {
			const at = pieces.indexOf(token);
			const isOwn = token.text === ')' && pieces[at - 1]?.text === '(' && isPlaceCall(pieces[at - 2]);
			return isOwn ? `${formatAddress(place)})` : token.text;
		})
		.join('');
}

function isPlaceCall(token: { readonly kind: string; readonly text: string } | undefined): boolean {
	return token?.kind === 'function' && /^(?:row|column)$/i.test(token.text);
}
