import { TEXT_TOO_LONG } from './guard';
import type { RawError } from './model';

/** What a cell says that is held back. */
export const STOPPED = 'Stopped: this took too long to calculate. Change it, undo it, or try again with F9.';

const WRONG_COUNT = 'Wrong number of arguments.';

/** Sentences by the words that the calculation gives with an error. */
const BY_DETAIL: Readonly<Record<string, string>> = {
	[WRONG_COUNT]: 'A function in this formula has too few or too many arguments.',
	'Empty function argument.': 'An argument of a function is missing.',
	'Value cannot be coerced to number.': 'A text stands where this formula needs a number.',
	'Number argument expected.': 'A function in this formula needs a number.',
	'Cell range not allowed.': 'A range stands where this formula needs a single value.',
	'Cell range expected.': 'A function in this formula needs a range of cells.',
	'Cell reference expected.': 'A function in this formula needs a reference to a cell.',
	'Array dimensions are not compatible.': 'Two ranges in this formula differ in size.',
	'Ranges need to be of equal length.': 'Two ranges in this formula differ in length.',
	'Wrong type of argument.': 'An argument of a function has the wrong type.',
	'Value not found.': 'The value that was looked for is not there.',
	'NaN or infinite value encountered.':
		'The result is not a number that can be shown: an argument is out of range, or the result is too large.',
	'Value too large.': 'An argument of a function, or a number, is too large.',
	'Value too small.': 'An argument of a function is too small.',
	'Index out of bounds.': 'An index lies outside its range.',
	'Index too large.': 'An index is larger than its list.',
	'Selector cannot exceed the number of arguments.': 'The choice is larger than the number of alternatives.',
	'Resulting reference is out of the sheet.': 'The reference leads out of the sheet.',
	'Sheet does not exist.': 'The formula refers to a sheet that does not exist.',
	'Address is not correct.': 'The formula refers to a cell that does not exist.',
	'No space for array result.':
		'The result needs more cells than are free: clear the cells to the right and below.',
	'Result exceeds the maximum allowed length.': TEXT_TOO_LONG,
	'String does not represent correct DateTime.': 'A text stands where this formula needs a date.'
};

const BY_KIND: Readonly<Record<string, string>> = {
	DIV_BY_ZERO: 'Division by zero: check what this formula divides by.',
	NAME: 'A name or function in this formula is not known.',
	VALUE: 'A value in this formula has the wrong type.',
	NUM: 'The result is not a number that can be shown.',
	NA: 'No value is available.',
	NULL: 'This formula asks for the cells that two ranges share, and they share none.',
	REF: 'This formula refers to a cell that does not exist.',
	SPILL: 'The result needs more cells than are free: clear the cells to the right and below.',
	CALC: 'This formula comes to an array without values, or to one that cannot stand in a cell.'
};

/** A sentence for an error that nothing more is known of. */
export function sentenceOf({ kind, detail }: RawError): string {
	return BY_DETAIL[detail] ?? (detail || (BY_KIND[kind] ?? 'This formula cannot be calculated.'));
}

/** Whether a function has too few or too many arguments. */
export function isArgumentCount({ detail }: RawError): boolean {
	return detail === WRONG_COUNT;
}
