import { CellError, EmptyValue } from 'hyperformula';
import { booleanIn } from './plugin';
import { compare, isSameNumber, type Scalar } from './values';
import { isPattern, patternMatcher } from './wildcard';

/** A condition on the value of a cell. */
export interface Criterion {
	readonly takesBlanks: boolean;
	takes(value: Scalar): boolean;
}

type Test = (value: Scalar) => boolean;

const KIND_BY_ERROR_TEXT: Readonly<Record<string, string>> = {
	'#NULL!': 'NULL',
	'#DIV/0!': 'DIV_BY_ZERO',
	'#VALUE!': 'VALUE',
	'#REF!': 'REF',
	'#NAME?': 'NAME',
	'#NUM!': 'NUM',
	'#N/A': 'NA',
	'#SPILL!': 'SPILL',
	'#CALC!': 'CALC'
};

/**
 * The condition that a criterion states: a value that cells are to be equal to, or a text that begins with one of the
 * signs = <> < > <= >=. A number also takes a text that reads as that number; a text may have wildcards; nothing behind
 * = takes blank cells, the empty text takes blank cells and empty texts; a blank criterion is 0.
 */
export function criterionOf(given: Scalar, numberIn: (text: string) => number | undefined): Criterion {
	const test = testOf(given, numberIn);
	return { takes: test, takesBlanks: test(EmptyValue) };
}

/** The same in the criteria of a database, where a text without a sign takes every text that begins with it. */
export function databaseCriterionOf(
	given: Scalar,
	numberIn: (text: string) => number | undefined
): (value: Scalar) => boolean {
	const isBeginning =
		typeof given === 'string' &&
		!/^[<>=]/.test(given) &&
		numberIn(given) === undefined &&
		booleanIn(given) === undefined &&
		!(given.toUpperCase() in KIND_BY_ERROR_TEXT);
	if (!isBeginning) return testOf(given, numberIn);
	const matches = patternMatcher(`${given}*`);
	return (value) => typeof value === 'string' && matches(value);
}

function testOf(given: Scalar, numberIn: (text: string) => number | undefined): Test {
	if (given instanceof CellError) return (value) => value instanceof CellError && value.type === given.type;
	if (given === EmptyValue) return equalsNumber(0, numberIn);
	if (typeof given === 'number') return equalsNumber(given, numberIn);
	if (typeof given === 'boolean') return (value) => value === given;
	const [, sign = '', operand = ''] = /^(<>|<=|>=|=|<|>)?(.*)$/s.exec(given)!;
	if (sign === '' || sign === '=' || sign === '<>') {
		const equals = equality(operand, sign, numberIn);
		return sign === '<>' ? (value) => !equals(value) : equals;
	}
	const limit = operand === '' ? undefined : (numberIn(operand) ?? booleanIn(operand) ?? operand);
	if (limit === undefined) return () => false;
	const isMet = ORDER[sign]!;
	if (typeof limit === 'number') {
		return (value) => typeof value === 'number' && isMet(isSameNumber(value, limit) ? 0 : value - limit);
	}
	const kind = typeof limit;
	return (value) => typeof value === kind && isMet(compare(value, limit));
}

const ORDER: Readonly<Record<string, (difference: number) => boolean>> = {
	'<': (difference) => difference < 0,
	'<=': (difference) => difference <= 0,
	'>': (difference) => difference > 0,
	'>=': (difference) => difference >= 0
};

function equality(operand: string, sign: string, numberIn: (text: string) => number | undefined): Test {
	if (operand === '') {
		return sign === '' ? (value) => value === EmptyValue || value === '' : (value) => value === EmptyValue;
	}
	const number = numberIn(operand);
	if (number !== undefined) return equalsNumber(number, numberIn);
	const boolean = booleanIn(operand);
	if (boolean !== undefined) return (value) => value === boolean;
	const kind = KIND_BY_ERROR_TEXT[operand.toUpperCase()];
	if (kind !== undefined) return (value) => value instanceof CellError && value.type === kind;
	if (isPattern(operand)) {
		const matches = patternMatcher(operand);
		return (value) => typeof value === 'string' && matches(value);
	}
	const wanted = operand.toLowerCase();
	return (value) =>
		typeof value === 'string' && value.length === operand.length && value.toLowerCase() === wanted;
}

function equalsNumber(wanted: number, numberIn: (text: string) => number | undefined): Test {
	return (value) => {
		if (typeof value === 'number') return isSameNumber(value, wanted);
		if (typeof value !== 'string') return false;
		const read = numberIn(value);
		return read !== undefined && isSameNumber(read, wanted);
	};
}
