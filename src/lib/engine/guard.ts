import { MAX_TEXT_LENGTH } from '$lib/workbook';
import { CellError, ErrorType, SimpleRangeValue, type FunctionPlugin } from 'hyperformula';
import { TooLargeArray } from './array-arithmetic';
import { withCommonReach } from './common-reach';

type Interpreter = ConstructorParameters<typeof FunctionPlugin>[0];
type Value = ReturnType<Interpreter['evaluateAst']>;

export const TEXT_TOO_LONG = 'The text would be longer than the 32,767 characters that a cell holds.';
const NO_ROOM =
	'There is no room to calculate this: take smaller ranges, or divide the formula between cells.';
const FAILED =
	'A function in this formula fails with these arguments: check them, or calculate it otherwise.';

/**
 * Keeps every formula of a calculation from harming the others: what a formula throws is an error of its own cell, and no
 * text grows longer than a cell holds, not even on the way to a result.
 */
export function guardEvaluation(interpreter: Interpreter): void {
	const evaluate = interpreter.evaluateAst.bind(interpreter);
	let isInFormula = false;
	interpreter.evaluateAst = (ast, state) => {
		if (isInFormula) return withinText(evaluate(ast, state));
		isInFormula = true;
		try {
			const value = withCommonReach(ast, state, interpreter.dependencyGraph, () =>
				withinText(evaluate(ast, state))
			);
			if (value instanceof SimpleRangeValue) limitTexts(value);
			return value instanceof CellError && state.formulaVertex
				? value.attachRootVertex(state.formulaVertex)
				: value;
		} catch (thrown) {
			const error =
				thrown instanceof TooLargeArray
					? new CellError(ErrorType.NUM, thrown.message)
					: new CellError(ErrorType.VALUE, thrown instanceof RangeError ? NO_ROOM : FAILED);
			return state.formulaVertex ? error.attachRootVertex(state.formulaVertex) : error;
		} finally {
			isInFormula = false;
		}
	};
}

/** What a function finds at no place of a list is no value, and would end the calculation of all formulas. */
function withinText(value: Value | undefined): Value {
	if (value === undefined) return new CellError(ErrorType.VALUE, FAILED);
	return typeof value === 'string' && value.length > MAX_TEXT_LENGTH
		? new CellError(ErrorType.VALUE, TEXT_TOO_LONG)
		: value;
}

/** A result that fills cells. Of a range nothing is copied: what stands in its cells is within the limit already. */
function limitTexts(values: SimpleRangeValue): void {
	if (!values.isAdHoc()) return;
	for (const row of values.data) {
		for (const [column, value] of row.entries()) {
			if (typeof value === 'string' && value.length > MAX_TEXT_LENGTH)
				row[column] = new CellError(ErrorType.VALUE, TEXT_TOO_LONG);
		}
	}
}
