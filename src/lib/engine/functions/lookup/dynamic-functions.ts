import { CellError, EmptyValue } from 'hyperformula';
import { refuseTooLarge } from '../../array-arithmetic';
import { noArray, noLines, wrongValue } from './failures';
import { extentOf, firstError } from './grid';
import type { LookupFunction, LookupParameter } from './lookup-function';
import { arrayOf, type Scalar } from './values';

const CATEGORY = 'Array';

function counted(name: string, description: string): LookupParameter {
	return { name, description, kind: 'number', isOptional: true, otherwise: 1, isEmptyLeftOut: true };
}

function flag(name: string, description: string): LookupParameter {
	return { name, description, kind: 'flag', isOptional: true, otherwise: false, isEmptyLeftOut: true };
}

const FILTER: LookupFunction = {
	name: 'FILTER',
	category: CATEGORY,
	description: 'Gives the rows or columns of an array for which a condition is true.',
	parameters: [
		{ name: 'array', description: 'The range or array.', kind: 'grid' },
		{
			name: 'include',
			description: 'One row or column of conditions, as long as the array.',
			kind: 'grid'
		},
		{
			name: 'if_empty',
			description: 'What to give where nothing is left; otherwise that is an error.',
			kind: 'grid',
			isOptional: true
		}
	],
	example: '=FILTER({1;2;3},{TRUE;FALSE;TRUE})',
	answer(call) {
		const [array, include] = [call.grid(0), call.grid(1)];
		const { height, width } = extentOf(array);
		const conditions = extentOf(include);
		const isByRow = conditions.width === 1 && conditions.height === height;
		if (!isByRow && !(conditions.height === 1 && conditions.width === width)) {
			return wrongValue('FILTER needs as many conditions as its array has rows or columns.');
		}
		const kept: number[] = [];
		for (let index = 0; index < (isByRow ? height : width); index++) {
			const condition = isByRow ? include.at(index, 0) : include.at(0, index);
			if (condition instanceof CellError) return condition;
			if (typeof condition === 'string')
				return wrongValue('A condition of FILTER is TRUE, FALSE or a number.');
			if (condition !== EmptyValue && condition) kept.push(index);
		}
		if (kept.length > 0) {
			const row = (at: number) => Array.from({ length: width }, (_, column) => array.at(at, column));
			return isByRow
				? arrayOf(kept.map(row))
				: arrayOf(Array.from({ length: height }, (_, at) => kept.map((column) => array.at(at, column))));
		}
		if (!call.isGiven(2)) return noArray('No row or column meets the conditions of FILTER.');
		const otherwise = call.grid(2);
		return call.part(otherwise, 0, 0, otherwise.height, otherwise.width);
	}
};

const SEQUENCE: LookupFunction = {
	name: 'SEQUENCE',
	category: CATEGORY,
	description: 'Fills rows and columns with numbers at equal steps.',
	parameters: [
		{ ...counted('rows', 'How many rows; 1 where nothing stands between the commas.'), isOptional: false },
		counted('columns', 'How many columns; 1 where left out.'),
		counted('start', 'The first number; 1 where left out.'),
		counted('step', 'How much is added from one number to the next; 1 where left out.')
	],
	example: '=SEQUENCE(2,3,10,5)',
	answer(call) {
		const [height, width] = [Math.trunc(call.number(0)), Math.trunc(call.number(1))];
		if (height < 1 || width < 1) return noLines('SEQUENCE', Math.min(height, width));
		refuseTooLarge(height, width);
		const [start, step] = [call.number(2), call.number(3)];
		return arrayOf(
			Array.from({ length: height }, (_, row) =>
				Array.from({ length: width }, (_, column) => start + (row * width + column) * step)
			)
		);
	}
};

/** The same text for values that count as the same: texts in any case of letters, blanks as each other only. */
function keyOf(values: readonly Scalar[]): string {
	return JSON.stringify(
		values.map((value) =>
			typeof value === 'string' ? value.toLowerCase() : value === EmptyValue ? null : [value]
		)
	);
}

const UNIQUE: LookupFunction = {
	name: 'UNIQUE',
	category: CATEGORY,
	description: 'Gives the rows or columns of an array without those that are there already.',
	parameters: [
		{ name: 'array', description: 'The range or array.', kind: 'grid' },
		flag('by_col', 'TRUE to compare columns; FALSE or left out for rows.'),
		flag('exactly_once', 'TRUE for what is there once only; FALSE or left out for each the first time.')
	],
	example: '=UNIQUE({1;2;2;3})',
	answer(call) {
		const array = call.grid(0);
		const error = firstError(array);
		if (error) return error;
		const { height, width } = extentOf(array);
		const isByColumn = call.flag(1);
		const lines = Array.from({ length: isByColumn ? width : height }, (_, line) =>
			Array.from({ length: isByColumn ? height : width }, (_, at) =>
				isByColumn ? array.at(at, line) : array.at(line, at)
			)
		);
		const counts = new Map<string, { line: Scalar[]; count: number }>();
		for (const line of lines) {
			const found = counts.get(keyOf(line));
			if (found) found.count += 1;
			else counts.set(keyOf(line), { line, count: 1 });
		}
		const kept = [...counts.values()].filter(({ count }) => count === 1 || !call.flag(2));
		if (kept.length === 0) return noArray('Nothing is there exactly once.');
		return isByColumn
			? arrayOf(Array.from({ length: height }, (_, row) => kept.map(({ line }) => line[row]!)))
			: arrayOf(kept.map(({ line }) => line));
	}
};

/** The functions whose result is as large as its values make it. */
export const DYNAMIC_FUNCTIONS: readonly LookupFunction[] = [FILTER, SEQUENCE, UNIQUE];
