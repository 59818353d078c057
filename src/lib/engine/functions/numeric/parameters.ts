import { CellError, SimpleRangeValue } from 'hyperformula';
import { wrongValue } from './failures';
import type { Given, Parameter, Reading, Scalar } from './numeric-function';

/** A number as it is. */
export function number(name: string, description: string): Parameter<number> {
	return scalar(name, description, numberOf);
}

/** A number without its fraction. */
export function whole(name: string, description: string): Parameter<number> {
	return scalar(name, description, (value, reading) => truncated(numberOf(value, reading)));
}

/** A number that may not be given as TRUE or FALSE, as in the functions that once were the Analysis ToolPak. */
export function strictNumber(name: string, description: string): Parameter<number> {
	return scalar(name, description, strictNumberOf);
}

/** A number without its fraction that may not be given as TRUE or FALSE. */
export function strictWhole(name: string, description: string): Parameter<number> {
	return scalar(name, description, (value, reading) => truncated(strictNumberOf(value, reading)));
}

export function text(name: string, description: string): Parameter<string> {
	return scalar(name, description, textOf);
}

export function flag(name: string, description: string): Parameter<boolean> {
	return scalar(name, description, flagOf);
}

/** The texts of everything that is given for the last parameter of a function, one of each. */
export function manyTexts(name: string, description: string): Parameter<string[]> {
	return {
		name,
		description,
		isRepeated: true,
		read(given, reading) {
			const texts: string[] = [];
			for (const one of given) {
				const value = singleOf(one);
				if (value instanceof CellError) return value;
				texts.push(textOf(value, reading));
			}
			return texts;
		}
	};
}

/** Any single value, errors included. */
export function anything(name: string, description: string): Parameter<Scalar> {
	return {
		name,
		description,
		takesErrors: true,
		read: ([given]) => singleOf(given)
	};
}

/**
 * The numbers of a block, a cell or a value: texts, booleans and blanks in cells are skipped, in the formula they are
 * read as numbers; the first error is the answer.
 */
export function numbers(name: string, description: string): Parameter<number[]> {
	return { name, description, takesBlock: true, read: numbersOf };
}

/** The numbers of everything that is given for the last parameter of a function. */
export function manyNumbers(name: string, description: string): Parameter<number[]> {
	return { ...numbers(name, description), isRepeated: true };
}

/** The values of a block by row, blanks as `null`; the first error is the answer. */
export function block(name: string, description: string): Parameter<Exclude<Scalar, CellError>[][]> {
	return {
		name,
		description,
		takesBlock: true,
		read([given]) {
			const rows: Exclude<Scalar, CellError>[][] = [];
			for (const row of rowsOf(given)) {
				const values: Exclude<Scalar, CellError>[] = [];
				for (const value of row) {
					if (value instanceof CellError) return value;
					values.push(value);
				}
				rows.push(values);
			}
			return rows;
		}
	};
}

/** A parameter that may be left out, and what it then is. */
export function optional<T, D>(parameter: Parameter<T>, otherwise: D): Parameter<T | D> {
	return {
		...parameter,
		isOptional: true,
		read: (given, reading) => (given.length === 0 ? otherwise : parameter.read(given, reading))
	};
}

/** A parameter for which nothing between its commas is the same as leaving it out. */
export function leftOutWhereEmpty<T>(parameter: Parameter<T>): Parameter<T> {
	return { ...parameter, isEmptyLeftOut: true };
}

/** The value of a cell as formulas see it, without the kind of number that it is. */
export function unwrapped(value: unknown): Scalar {
	if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
	if (value instanceof CellError) return value;
	if (typeof value === 'object' && value !== null && 'val' in value && typeof value.val === 'number')
		return value.val;
	return null;
}

/** Rows of values of what is given: one of one for a single value. */
export function rowsOf(given: Given | undefined): Scalar[][] {
	if (given?.value instanceof SimpleRangeValue) return given.value.data.map((row) => row.map(unwrapped));
	return [[given?.value ?? null]];
}

function scalar<T>(
	name: string,
	description: string,
	readValue: (value: Exclude<Scalar, CellError>, reading: Reading) => T | CellError
): Parameter<T> {
	return {
		name,
		description,
		read([given], reading) {
			const value = singleOf(given);
			return value instanceof CellError ? value : readValue(value, reading);
		}
	};
}

function singleOf(given: Given | undefined): Scalar {
	if (given?.value instanceof SimpleRangeValue)
		return wrongValue('One value is needed here, not a block of cells.');
	return given?.value ?? null;
}

function numbersOf(given: readonly Given[], reading: Reading): number[] | CellError {
	const found: number[] = [];
	for (const { value, isReference } of given) {
		if (value instanceof SimpleRangeValue) {
			for (const one of value.iterateValuesFromTopLeftCorner()) {
				const element = unwrapped(one);
				if (element instanceof CellError) return element;
				if (typeof element === 'number') found.push(element);
			}
		} else if (value instanceof CellError) return value;
		else if (typeof value === 'number') found.push(value);
		else if (!isReference && value !== null) {
			const read = numberOf(value, reading);
			if (read instanceof CellError) return read;
			found.push(read);
		} else if (!isReference) found.push(0);
	}
	return found;
}

function numberOf(value: Exclude<Scalar, CellError>, reading: Reading): number | CellError {
	if (typeof value === 'number') return value;
	if (typeof value === 'string') return reading.numberIn(value);
	return Number(value);
}

function strictNumberOf(value: Exclude<Scalar, CellError>, reading: Reading): number | CellError {
	return typeof value === 'boolean'
		? wrongValue(`A number is needed here, not ${value ? 'TRUE' : 'FALSE'}.`)
		: numberOf(value, reading);
}

/** A value as a text joins it. */
export function textOf(value: Exclude<Scalar, CellError>, reading: Pick<Reading, 'textOf'>): string {
	if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
	if (typeof value === 'number') return reading.textOf(value);
	return value ?? '';
}

function flagOf(value: Exclude<Scalar, CellError>): boolean | CellError {
	if (typeof value !== 'string') return Boolean(value);
	if (/^true$/i.test(value)) return true;
	if (/^false$/i.test(value)) return false;
	return wrongValue('TRUE or FALSE is needed here, not a text.');
}

function truncated(value: number | CellError): number | CellError {
	return typeof value === 'number' ? Math.trunc(value) + 0 : value;
}
