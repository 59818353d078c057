import { CellError, ErrorType } from 'hyperformula';

/** A value of the wrong kind; the sentence says which one and what to do. */
export function wrongValue(sentence: string): CellError {
	return new CellError(ErrorType.VALUE, sentence);
}

/** A number outside what the function is defined for, or too large a result. */
export function wrongNumber(sentence: string): CellError {
	return new CellError(ErrorType.NUM, sentence);
}

/** Nothing to give: no match, no data. */
export function notAvailable(sentence: string): CellError {
	return new CellError(ErrorType.NA, sentence);
}

export function divisionByZero(sentence: string): CellError {
	return new CellError(ErrorType.DIV_BY_ZERO, sentence);
}

/** Blocks whose shapes do not go together. */
export function wrongReference(sentence: string): CellError {
	return new CellError(ErrorType.REF, sentence);
}
