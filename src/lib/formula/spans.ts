import { referenceOfToken } from './references';
import { tokenizeFormula, type TokenKind } from './tokens';

/** A piece of a formula as the formula bar shows it. The texts of all pieces joined are the formula. */
export interface FormulaSpan {
	readonly text: string;
	readonly kind: TokenKind;
	readonly start: number;
	readonly end: number;
	/** For references and names: counts up from 0, the same for the same cells, so that each has its colour. */
	readonly colorIndex?: number;
}

/** The pieces of a formula for colouring. A content that is no formula is one piece of text. */
export function formulaSpans(formula: string): FormulaSpan[] {
	if (!formula.startsWith('=')) {
		return formula === '' ? [] : [{ text: formula, kind: 'text', start: 0, end: formula.length }];
	}
	const colors = new Map<string, number>();
	return tokenizeFormula(formula).map((token) => {
		const { text, kind, start, end } = token;
		const reference = referenceOfToken(token);
		if (!reference) return { text, kind, start, end };
		// `$A$1` and `a1` are the same cell.
		const { sheetName = '', name = '', range } = reference;
		const key = JSON.stringify([sheetName.toLowerCase(), name.toLowerCase(), range]);
		const colorIndex = colors.get(key) ?? colors.size;
		colors.set(key, colorIndex);
		return { text, kind, start, end, colorIndex };
	});
}
