import { CellError, ErrorType } from 'hyperformula';

/** A value of the wrong kind or size; the sentence says which and what to do. */
export function wrongValue(sentence: string): CellError {
	return new CellError(ErrorType.VALUE, sentence);
}

/** A number outside of what the function is defined for. */
export function wrongNumber(sentence: string): CellError {
	return new CellError(ErrorType.NUM, sentence);
}

/** A place outside of the range that it is counted in. */
export function outside(sentence: string): CellError {
	return new CellError(ErrorType.REF, sentence);
}

/** What was looked for is not there. */
export function notFound(): CellError {
	return new CellError(ErrorType.NA, 'The value that was looked for is not there.');
}

/** An array without values, or one that cannot stand where it does. */
export function noArray(sentence: string): CellError {
	return new CellError('CALC' as ErrorType, sentence);
}

/** The error of a function that is asked for so few rows or columns: none is an array without values, fewer is nonsense. */
export function noLines(name: string, count: number): CellError {
	const sentence = `${name} fills at least one row and one column.`;
	return count === 0 ? noArray(sentence) : wrongValue(sentence);
}

/** A text that a function does not look for. */
export function tooLong(name: string, longest: number): CellError {
	return wrongValue(
		`${name} takes texts of up to ${longest} characters: XLOOKUP, XMATCH and FILTER know no such limit.`
	);
}

/** There is no value to give. */
export function nothing(sentence: string): CellError {
	return new CellError(ErrorType.NA, sentence);
}

/** An average of no numbers. */
export function noNumbers(sentence = 'No number is left to average.'): CellError {
	return new CellError(ErrorType.DIV_BY_ZERO, sentence);
}

/** Two references that share no cell, which the error's own sentence says. */
export function nothingInCommon(): CellError {
	return new CellError('NULL' as ErrorType);
}
