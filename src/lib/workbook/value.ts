/** The kinds of error that may be written into a cell or a formula, as in Excel. */
const WRITABLE_ERRORS = [
	'#CALC!',
	'#DIV/0!',
	'#N/A',
	'#NAME?',
	'#NULL!',
	'#NUM!',
	'#REF!',
	'#SPILL!',
	'#VALUE!'
] as const;

/** The kinds of error that a formula can give, spelled as Excel spells them. */
export type ErrorCode = (typeof WRITABLE_ERRORS)[number] | '#CYCLE!' | '#ERROR!';

/** An error as a computed value: its kind and a sentence that says what happened and what to do. */
export interface CellError {
	readonly error: ErrorCode;
	readonly message: string;
}

/** A computed value. Numbers are finite; dates are serial numbers of the 1900 system; `null` is blank. */
export type CellValue = number | string | boolean | null | CellError;

/** Whether a value is an error. */
export function isCellError(value: CellValue): value is CellError {
	return typeof value === 'object' && value !== null;
}

/** The error that a text writes, in whatever letters; undefined where it writes none. */
export function errorOfText(text: string): ErrorCode | undefined {
	const written = text.trim().toUpperCase();
	return WRITABLE_ERRORS.find((code) => code === written);
}

/** Whether two values are the same, errors by their kind. */
export function equalValues(a: CellValue, b: CellValue): boolean {
	if (isCellError(a) || isCellError(b)) return isCellError(a) && isCellError(b) && a.error === b.error;
	return Object.is(a, b) || a === b;
}
