import { parse, tokenize, type AstExpression } from '@borgar/fx';
import { fail, ok, type Result } from '$lib/workbook';
import { findProblem, type FormulaProblem } from './problem';
import { isCalledName, isOperator, tokenizeFormula } from './tokens';

/** A formula as a tree of calls, operators, references and constants. */
export type FormulaTree = AstExpression;

/** Reads a formula. Fails with what was expected and where. */
export function parseFormula(formula: string): Result<FormulaTree, FormulaProblem> {
	const problem = findProblem(formula);
	if (problem) return fail(problem);
	// The parser has no rule for a sheet before a lost reference; blanks of the same length keep every place right.
	const known = formula.replace(/(?:'(?:[^']|'')+'|[^\s'"!+\-*/^&=<>(),;:{}]+)!(?=#REF!)/gi, (sheet) =>
		' '.repeat(sheet.length)
	);
	// Nor has it one for parameters of LAMBDA that may be left out: `[x]` is read as ` x `.
	const readable = known.includes('[') ? withoutBrackets(known) : known;
	// Nor for what one cell of many is taken from: `@A1#` is read as ` A1#`.
	const plain = readable.includes('@') && readable.includes('#') ? withoutSingling(readable) : readable;
	// A bracket follows what it calls: `SUM (A1)` is read as ` SUM(A1)`.
	const text = /\w\s+\(/.test(plain) ? withCallsJoined(plain) : plain;
	try {
		return ok(parse(tokenize(text, { withLocation: true }), { permitArrayCalls: true }));
	} catch (thrown) {
		const place = Number((thrown as { sourceOffset?: number }).sourceOffset ?? formula.length);
		const end = Math.max(1, Math.min(formula.length, place));
		return fail({
			message: `The formula cannot be read at “${formula.slice(end - 1, end + 12)}”: expected a value, an operator or its end.`,
			start: end - 1,
			end
		});
	}
}

function withoutSingling(formula: string): string {
	const tokens = tokenizeFormula(formula);
	return tokens
		.map((token, at) => (isOperator(token, '@') && isOperator(tokens[at + 2], '#') ? ' ' : token.text))
		.join('');
}

function withCallsJoined(formula: string): string {
	const tokens = tokenizeFormula(formula);
	let joined = '';
	let called = '';
	for (const [at, { kind, text }] of tokens.entries()) {
		if (isCalledName(tokens, at)) called = text;
		else if (kind === 'blank') joined += text;
		else {
			joined += called + text;
			called = '';
		}
	}
	return joined;
}

function withoutBrackets(formula: string): string {
	return tokenizeFormula(formula)
		.map(({ kind, text }) => (kind === 'local' ? text.replace(/^\[(.*)\]$/s, ' $1 ') : text))
		.join('');
}
