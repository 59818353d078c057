import { CellError, ErrorType, SimpleRangeValue, type FunctionPluginDefinition } from 'hyperformula';
import { wrongNumber } from '../lookup/failures';
import type { Call, CallState, Expression, Value } from '../scope/closure';
import { scopesOf } from '../scope/scopes';
import { offerAround, type Calculate } from './around';
import { passageThrough } from './passages';
import { shapeOf, type Passage } from './shapes';
import {
	atBlankPlace,
	extentOfLines,
	numbersPlaces,
	placeNumber,
	refuseEveryPlace,
	valuesIn
} from './whole-lines';
import { withLinesWritten } from './written-lines';

const TOO_LONG =
	'This would have more rows or columns than a sheet: take ranges with an end in place of whole columns or rows.';
const BLANKS =
	'MMULT needs a number in every cell, and whole columns or rows have blank ones: take a range with an end.';

/** The same functions, but arrays that whole columns and rows make longer than a sheet, or blank somewhere, are errors. */
function withinSheet(plugin: FunctionPluginDefinition) {
	return class WithinSheet extends plugin {
		around(written: Call, state: CallState, calculate: Calculate): Value {
			if (!state.arraysFlag) return calculate(written);
			const call = withLinesWritten(
				written,
				scopesOf(this.interpreter),
				(expression) => this.evaluateAst(expression, state),
				true
			);
			const passages = call.args.map(passageThrough);
			if (!passages.some(Boolean)) return calculate(call);
			if (call.procedureName === 'MMULT') return this.#product(call, passages, state) ?? calculate(call);
			return this.#isTooLong(call, passages, state) ? wrongNumber(TOO_LONG) : calculate(call);
		}

		#isTooLong(call: Call, passages: readonly (Passage | undefined)[], state: CallState): boolean {
			const { procedureName, args } = call;
			const isStack = procedureName === 'VSTACK' || procedureName === 'HSTACK';
			if (isStack) {
				const isDown = procedureName === 'VSTACK';
				return args.length > 1 && passages.some((passage) => passage?.isDown === isDown);
			}
			// Where some values are left out, the rest may have room.
			if (!shapeOf(call, () => passages)) return false;
			const value = this.evaluateAst(args[0]!, state);
			return value instanceof SimpleRangeValue && (passages[0]!.isDown ? value.width() : value.height()) > 1;
		}

		/** What a product with blank places comes to; undefined where they add nothing to it. */
		#product(
			{ args }: Call,
			[left, right]: readonly (Passage | undefined)[],
			state: CallState
		): Value | undefined {
			const blankOf = (argument: Expression, { lines }: Passage) => {
				const { length } = extentOfLines(lines, state, this.dependencyGraph);
				return valuesIn(this.evaluateAst(atBlankPlace(argument, placeNumber(length), state), state));
			};
			const [one, other] = [left && blankOf(args[0]!, left), right && blankOf(args[1]!, right)];
			const all = [...(one ?? []), ...(other ?? [])];
			const error = all.find((value) => value instanceof CellError);
			if (error) return error;
			if (!all.every((value) => typeof value === 'number')) return new CellError(ErrorType.VALUE, BLANKS);
			const isSummedUp = left?.isDown === false && right?.isDown === true;
			if (!isSummedUp) return undefined;
			const isNothing = [one, other].some((values) => values?.every((value) => value === 0));
			if (!isNothing || args.some(numbersPlaces)) refuseEveryPlace();
			return undefined;
		}
	};
}

/** Makes functions that put arrays together keep to the size of a sheet, for every calculation from now on. */
export function offerSheetLimits(): void {
	offerAround(['VSTACK', 'HSTACK', 'TOCOL', 'TOROW', 'MMULT'], withinSheet);
}
