import { CellError, EmptyValue, ErrorType, type FunctionPlugin } from 'hyperformula';
import { SMALLEST_NUMBER } from '$lib/formula';
import { divisionByZero, wrongNumber, wrongValue } from '../numeric/failures';
import type { Surroundings } from '../numeric/numeric-function';
import { unwrapped } from '../numeric/parameters';
import { conversionOf, type Conversion } from './conversion';

type Interpreter = ConstructorParameters<typeof FunctionPlugin>[0];
type Helper = Interpreter['arithmeticHelper'];
type Given = Parameters<Helper['coerceScalarToNumberOrError']>[0];
type Value = Parameters<Helper['lt']>[0];

/** What the library keeps to itself of what its operators do. */
interface Operators {
	compare(left: Value, right: Value): number;
	stringCmp(left: string, right: string): number;
}

const NO_NUMBER = 'A text stands where this formula needs a number.';

/** Numbers further apart than this part of their size differ within 15 digits, whatever these are. */
const APART = 1e-14;

/** Whether two numbers are the same to the 15 digits that a spreadsheet counts as their value. */
function isSameNumber(left: number, right: number): boolean {
	if (left === right) return true;
	if (!(Math.abs(left - right) <= APART * Math.abs(left))) return false;
	return left.toPrecision(15) === right.toPrecision(15);
}

/** The order of kinds: numbers before texts before TRUE and FALSE. */
function rankOf(value: unknown): number {
	return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
}

/** A blank beside another value: 0, the empty text or FALSE. */
function blankBeside(value: unknown): number | string | boolean {
	return typeof value === 'string' ? '' : typeof value === 'boolean' ? false : 0;
}

/** Makes the operators of a calculation read, compare and join values as Excel does. */
export function useExcelOperators(interpreter: Interpreter): void {
	const helper = interpreter.arithmeticHelper;
	const { stringCmp } = helper as unknown as Operators;
	const conversion = conversionOf((interpreter.config.context as Surroundings | undefined)?.locale);
	const toNumber = (given: Given): number | undefined => {
		if (given === EmptyValue) return 0;
		if (typeof given === 'string') return conversion.numberIn(given);
		const value = unwrapped(given);
		return typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : undefined;
	};
	const compare = (left: Value, right: Value): number => {
		const [one, other] = [unwrapped(left), unwrapped(right)];
		const first = one ?? blankBeside(other);
		const second = other ?? blankBeside(one);
		if (typeof first === 'number' && typeof second === 'number')
			return isSameNumber(first, second) ? 0 : first - second;
		if (typeof first === 'string' && typeof second === 'string') return stringCmp.call(helper, first, second);
		return rankOf(first) - rankOf(second) || Number(first) - Number(second);
	};
	const sum = (left: number, right: number): number => {
		const total = left + right;
		// Of nearly equal numbers nothing is left but what no 15 digits show.
		return Math.abs(total) <= APART * Math.abs(left) && isSameNumber(left, -right) ? 0 : total;
	};
	const numberOf = (given: Given) => unwrapped(given) as number;
	const operators: Partial<Helper> = {
		coerceToMaybeNumber: toNumber,
		coerceScalarToNumberOrError: (given) =>
			given instanceof CellError ? given : (toNumber(given) ?? wrongValue(NO_NUMBER)),
		addWithEpsilonRaw: sum,
		addWithEpsilon: (left, right) => sum(numberOf(left), numberOf(right)),
		subtract: (left, right) => sum(numberOf(left), -numberOf(right))
	};
	Object.assign(helper, operators, { compare });
	const power = (left: Given, right: Given): number | CellError => powerOf(numberOf(left), numberOf(right));
	const concat = (left: Given, right: Given) =>
		left instanceof CellError
			? left
			: right instanceof CellError
				? right
				: textOf(left, conversion) + textOf(right, conversion);
	Object.assign(helper, {
		pow: power,
		multiply: (left: Given, right: Given) => withoutRemnant(numberOf(left) * numberOf(right)),
		divide: (left: Given, right: Given) => {
			const divisor = numberOf(right);
			return divisor === 0 ? new CellError(ErrorType.DIV_BY_ZERO) : withoutRemnant(numberOf(left) / divisor);
		}
	});
	Object.assign(interpreter, { concatOp: concat });
}

/** A number, or 0 where it is closer to zero than a spreadsheet holds. */
function withoutRemnant(value: number): number {
	return value < SMALLEST_NUMBER && value > -SMALLEST_NUMBER ? 0 : value;
}

/** A number raised to another. */
export function powerOf(base: number, exponent: number): number | CellError {
	if (base === 0 && exponent === 0) return wrongNumber('0 to the power of 0 has no value.');
	if (base === 0 && exponent < 0) return divisionByZero('0 cannot be raised to a negative power.');
	return withoutRemnant(base ** exponent);
}

/** A value that is no error, as a text joins it. */
export function textOf(given: Given, conversion: Conversion): string {
	const value = unwrapped(given);
	if (typeof value === 'number') return conversion.textOf(value);
	if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
	return typeof value === 'string' ? value : '';
}
