import type { CellError, EmptyValue } from 'hyperformula';
import { SimpleRangeValue } from 'hyperformula';

/** One value of a calculation, as it stands in a cell; blank is `EmptyValue`. */
export type Scalar = number | string | boolean | typeof EmptyValue | CellError;

/** What the calculation hands over: a number may come wrapped together with its format. */
export type Given = Scalar | SimpleRangeValue | { readonly val: number };

/** A value without the format that it may carry. */
export function scalarOf(given: Exclude<Given, SimpleRangeValue>): Scalar {
	return typeof given === 'object' && 'val' in given ? given.val : given;
}

/** An array of values as a result; every call gives rows of its own, which the calculation may overwrite. */
export function arrayOf(rows: Scalar[][]): SimpleRangeValue {
	return SimpleRangeValue.onlyValues(rows);
}

/** The order of kinds when values of different kinds are compared: numbers, texts, booleans. Errors and blanks have none. */
export function rankOf(value: Scalar): number {
	if (typeof value === 'number') return 1;
	if (typeof value === 'string') return 2;
	return typeof value === 'boolean' ? 3 : 0;
}

const TEXT_ORDER = new Intl.Collator('en-US', { sensitivity: 'accent' });

/** Numbers that differ in the last of 15 digits only are the same number. */
const SAME_WITHIN = 1e-15;

export function isSameNumber(left: number, right: number): boolean {
	return left === right || Math.abs(left - right) <= SAME_WITHIN * Math.abs(left);
}

/**
 * Whether two values are the same kind and value, as lookups see them: texts are compared without regard to case, numbers
 * to the last bit, beyond the 15 digits that `=` compares.
 */
export function isSame(left: Scalar, right: Scalar): boolean {
	if (typeof left !== 'string') return left === right;
	return typeof right === 'string' && (left === right || left.toLowerCase() === right.toLowerCase());
}

/** Below 0 where the left value stands before the right one in ascending order; numbers are compared to the last bit. */
export function compare(left: Scalar, right: Scalar): number {
	if (typeof left === 'number' && typeof right === 'number') return left - right;
	if (typeof left === 'string' && typeof right === 'string') return TEXT_ORDER.compare(left, right);
	if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
	return rankOf(left) - rankOf(right);
}
