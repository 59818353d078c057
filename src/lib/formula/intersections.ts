import { formatRange, type Range } from '$lib/workbook';
import { rangeOfReference, readReference, sheetOfPrefix, type ReferenceText } from './reference-text';
import type { FormulaToken } from './tokens';

/**
 * The pieces of a formula with references that only blanks stand between written as the cells that they have in common,
 * or as `#NULL!` where these are none.
 */
export function withIntersections(tokens: readonly FormulaToken[]): readonly FormulaToken[] {
	const written: FormulaToken[] = [];
	for (const token of tokens) {
		const blank = written.at(-1);
		const before = written.at(-2);
		const isBehind = token.kind === 'reference' && blank?.kind === 'blank';
		const common =
			isBehind && (before?.kind === 'reference' || isNothing(before)) ? commonTo(before!, token) : undefined;
		if (common) written.splice(-2, 2, common);
		else written.push(token);
	}
	return written;
}

function isNothing(token: FormulaToken | undefined): boolean {
	return token?.kind === 'error' && token.text === '#NULL!';
}

function commonTo(one: FormulaToken, other: FormulaToken): FormulaToken | undefined {
	const { start } = one;
	const { end } = other;
	const nothing: FormulaToken = { kind: 'error', text: '#NULL!', start, end };
	if (isNothing(one)) return nothing;
	const [first, second] = [readReference(one.text), readReference(other.text)];
	if (!first || !second) return undefined;
	const common = isOneSheet(first, second)
		? overlap(rangeOfReference(first), rangeOfReference(second))
		: undefined;
	const { prefix } = first.first;
	return common ? { kind: 'reference', text: prefix + formatRange(common), start, end } : nothing;
}

function isOneSheet(one: ReferenceText, other: ReferenceText): boolean {
	const [first, second] = [one, other].map(({ first }) => sheetOfPrefix(first.prefix)?.toLowerCase());
	return first === second;
}

function overlap(one: Range, other: Range): Range | undefined {
	const from = {
		row: Math.max(one.from.row, other.from.row),
		column: Math.max(one.from.column, other.from.column)
	};
	const to = {
		row: Math.min(one.to.row, other.to.row),
		column: Math.min(one.to.column, other.to.column)
	};
	return from.row <= to.row && from.column <= to.column ? { from, to } : undefined;
}
