import { CellError, EmptyValue } from 'hyperformula';
import type { Scalar } from '../lookup/values';
import type { Expression } from '../scope/closure';
import { partsOf } from '../scope/spelled-out';
import { numbersPlaces } from './whole-lines';

/** What an expression is at a blank place of its whole columns or rows. */
type ValuesAt = (expression: Expression) => readonly Scalar[];

/** What gives a finite number or a truth for every number of a place. */
const TOTAL_OPERATORS = new Set([
	...['PLUS_OP', 'MINUS_OP', 'TIMES_OP', 'PLUS_UNARY_OP', 'MINUS_UNARY_OP', 'PERCENT_OP', 'PARENTHESIS'],
	...['EQUALS_OP', 'NOT_EQUAL_OP', 'GREATER_THAN_OP', 'LESS_THAN_OP'],
	...['GREATER_THAN_OR_EQUAL_OP', 'LESS_THAN_OR_EQUAL_OP', 'NUMBER', 'EMPTY']
]);
const TOTAL_FUNCTIONS = new Set(['ROW', 'COLUMN', 'INT', 'ABS', 'SIGN', 'N']);

/**
 * Whether an expression is the same at every blank place although it numbers them, as `(A:A<>"")*ROW(A:A)` is 0. False
 * where that is not plain: a few places that were looked at would say nothing of the others.
 */
export function placeDropsOut(expression: Expression, valuesAt: ValuesAt): boolean {
	if (!numbersPlaces(expression)) return true;
	const type: string = expression.type;
	if ('left' in expression && type === 'TIMES_OP') {
		const { left, right } = expression;
		if (isNothing(left, valuesAt) && isTotal(right)) return true;
		if (isNothing(right, valuesAt) && isTotal(left)) return true;
	}
	if ('procedureName' in expression && expression.procedureName === 'IF') {
		const [condition, ...branches] = expression.args;
		if (!condition || numbersPlaces(condition)) return false;
		const truths = valuesAt(condition);
		if (truths.some((value) => typeof value === 'string' || value instanceof CellError)) return false;
		const taken = truths.every(isZero)
			? branches.slice(1)
			: truths.some(isZero)
				? branches
				: branches.slice(0, 1);
		return taken.every((branch) => placeDropsOut(branch, valuesAt));
	}
	if ('procedureName' in expression && /^(ROW|COLUMN)$/.test(expression.procedureName)) return false;
	return partsOf(expression).every((part) => placeDropsOut(part, valuesAt));
}

/** Whether the products of arguments are 0 at every blank place, or none of them depends on it. */
export function placeDropsOutOfProducts(args: readonly Expression[], valuesAt: ValuesAt): boolean {
	if (args.every((one) => placeDropsOut(one, valuesAt))) return true;
	return args.some(
		(one) => isNothing(one, valuesAt) && args.every((other) => other === one || isTotal(other))
	);
}

function isZero(value: Scalar): boolean {
	return value === EmptyValue || value === 0 || value === false;
}

function isNothing(expression: Expression, valuesAt: ValuesAt): boolean {
	return !numbersPlaces(expression) && valuesAt(expression).every(isZero);
}

/** Whether an expression has a number or truth at every place. What does not number them has been looked at. */
function isTotal(expression: Expression): boolean {
	if (!numbersPlaces(expression)) return true;
	if ('procedureName' in expression) {
		const { procedureName, args } = expression;
		if (/^(ROW|COLUMN)$/.test(procedureName)) return true;
		if (procedureName === 'MOD') return isTotal(args[0]!) && args.length === 2 && !numbersPlaces(args[1]!);
		return TOTAL_FUNCTIONS.has(procedureName) && args.every(isTotal);
	}
	return TOTAL_OPERATORS.has(expression.type) && partsOf(expression).every(isTotal);
}
