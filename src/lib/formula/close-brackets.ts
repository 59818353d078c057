import { findProblem } from './problem';
import { isOperator, tokenizeFormula } from './tokens';

/** A formula with the closing brackets that are missing at its end; as it is where it cannot be read with them either. */
export function closeBrackets(formula: string): string {
	if (!findProblem(formula)) return formula;
	let open = 0;
	for (const token of tokenizeFormula(formula)) {
		if (isOperator(token, '(')) open++;
		else if (isOperator(token, ')')) open--;
	}
	if (open <= 0) return formula;
	const closed = formula + ')'.repeat(open);
	return findProblem(closed) ? formula : closed;
}
