import { isOperator, tokenizeFormula, withoutBlanks } from './tokens';

/** A function that a formula calls, as it is written, and how many arguments it is given, empty ones included. */
export interface FunctionCall {
	readonly name: string;
	readonly argumentCount: number;
	/** The place of the function's name in the formula's text, end excluded. */
	readonly start: number;
	readonly end: number;
}

/** The calls of a formula, in the order in which they begin. A call that is not closed counts as far as it is written. */
export function callsIn(formula: string): FunctionCall[] {
	const calls: { name: string; argumentCount: number; start: number; end: number }[] = [];
	/** What the brackets that are open at a piece belong to: a call, or something whose commas are its own. */
	const open: ((typeof calls)[number] | null)[] = [];
	const tokens = withoutBlanks(tokenizeFormula(formula));
	for (const [index, token] of tokens.entries()) {
		const before = tokens[index - 1];
		const call = open.at(-1);
		if (isOperator(token, ')') || isOperator(token, '}')) {
			open.pop();
			continue;
		}
		if (call && isOperator(before, '(')) call.argumentCount = 1;
		if (call && isOperator(token, ',')) call.argumentCount++;
		else if (isOperator(token, '{')) open.push(null);
		else if (isOperator(token, '(')) {
			const isCall = before?.kind === 'function';
			const opened = isCall
				? { name: before.text, argumentCount: 0, start: before.start, end: before.end }
				: null;
			if (opened) calls.push(opened);
			open.push(opened);
		}
	}
	return calls;
}
