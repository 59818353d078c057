import { isOperator, tokenizeFormula } from './tokens';

/** Whether a formula calculates with whole columns or rows outside of all calls of functions, as `=A:A*2` does. */
export function hasLinesOutsideCalls(formula: string): boolean {
	const open: boolean[] = [];
	let isCalled = false;
	for (const token of tokenizeFormula(formula)) {
		if (isOperator(token, '(')) open.push(isCalled);
		else if (isOperator(token, ')')) open.pop();
		else if (token.kind === 'reference' && !open.includes(true) && isLines(token.text)) return true;
		isCalled = token.kind === 'function';
	}
	return false;
}

function isLines(reference: string): boolean {
	return /(^|!)\$?([A-Z]+:\$?[A-Z]+|\d+:\$?\d+)$/i.test(reference);
}
