import { CellError, ErrorType } from 'hyperformula';

/** What a function gives while what it is calculated with is not there. */
export function notLoaded(name: string): CellError {
	return new CellError(
		ErrorType.VALUE,
		`What ${name} is calculated with could not be loaded: reload the page when it can be reached.`
	);
}
