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

/** There is nothing to give. */
export function nothing(sentence: string): CellError {
	return new CellError(ErrorType.NA, sentence);
}

/** An average of no numbers. */
export function noNumbers(sentence = 'No number is left to average.'): CellError {
	return new CellError(ErrorType.DIV_BY_ZERO, sentence);
}
