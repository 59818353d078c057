import { ArraySize, SimpleRangeValue, type FunctionPlugin } from 'hyperformula';
import { wrongValue } from '../lookup/failures';
import type { Call, CallState, Value } from './closure';

/** The most cells that one formula may fill. */
export const MAX_FILLED_CELLS = 1_000_000;

/** The room for a result; that of one value where there is none for more. */
export function room(width: number, height: number): ArraySize {
	const isFillable = width >= 1 && height >= 1 && width * height <= MAX_FILLED_CELLS;
	return isFillable ? new ArraySize(width, height) : ArraySize.scalar();
}

/** A result as the cell of the formula takes it: more than one value only where there is room for them. */
export function fitted(
	result: Value,
	call: Call,
	{ formulaVertex }: CallState,
	graph: FunctionPlugin['dependencyGraph']
): Value {
	if (!(result instanceof SimpleRangeValue)) return result;
	if (formulaVertex?.getFormula(graph.lazilyTransformingAstService) !== call) return result;
	const hasRoom =
		'array' in formulaVertex &&
		result.width() <= formulaVertex.width &&
		result.height() <= formulaVertex.height;
	return hasRoom || (result.width() === 1 && result.height() === 1)
		? result
		: wrongValue(
				'The result is more than one value, and how many cells it fills cannot be told beforehand: write its counts as numbers.'
			);
}
