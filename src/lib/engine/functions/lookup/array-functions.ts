import { CellError, EmptyValue, type SimpleRangeValue } from 'hyperformula';
import { refuseTooLarge } from '../../array-arithmetic';
import { noArray, noLines, wrongValue } from './failures';
import { extentOf, filledValues, firstError, rowsOf, type Grid } from './grid';
import type { Invocation, LookupFunction, LookupParameter } from './lookup-function';
import { arrayOf, type Scalar } from './values';

const CATEGORY = 'Array';
const ARRAY: LookupParameter = { name: 'array', description: 'The range or array.', kind: 'grid' };

const NOTHING_LEFT = 'Nothing is left of the array.';

/** How many of a length are kept where a count is taken from the front, or from the end where it is negative. */
function kept(
	length: number,
	count: number | undefined,
	isDropped: boolean
): { from: number; count: number } {
	if (count === undefined) return { from: 0, count: length };
	const size = Math.min(length, Math.abs(Math.trunc(count)));
	const taken = isDropped ? length - size : size;
	return { from: count < 0 !== isDropped ? length - taken : 0, count: taken };
}

function cutting(name: 'TAKE' | 'DROP', description: string, example: string): LookupFunction {
	const isDropped = name === 'DROP';
	const counted = (what: string): LookupParameter => ({
		name: what,
		description: `How many ${what} to ${name.toLowerCase()}; from the end where negative, all where left out.`,
		kind: 'number',
		isOptional: true,
		isEmptyLeftOut: true
	});
	return {
		name,
		category: CATEGORY,
		description,
		parameters: [
			ARRAY,
			{ ...counted('rows'), isOptional: false },
			{ ...counted('columns'), isOptional: true }
		],
		example,
		answer(call) {
			const grid = call.grid(0);
			const rows = kept(grid.height, call.isGiven(1) ? call.number(1) : undefined, isDropped);
			const columns = kept(grid.width, call.isGiven(2) ? call.number(2) : undefined, isDropped);
			return rows.count === 0 || columns.count === 0
				? noArray(NOTHING_LEFT)
				: call.part(grid, rows.from, columns.from, rows.count, columns.count);
		}
	};
}

function choosing(
	name: 'CHOOSEROWS' | 'CHOOSECOLS',
	what: 'row' | 'column',
	example: string
): LookupFunction {
	const isRow = what === 'row';
	return {
		name,
		category: CATEGORY,
		description: `Gives chosen ${what}s of an array, in the order in which they are named.`,
		parameters: [
			ARRAY,
			{
				name: `${what}_num`,
				description: `The ${what}s, counted from 1; from the end where negative.`,
				kind: 'grid'
			}
		],
		repeated: 1,
		example,
		answer(call) {
			const grid = call.grid(0);
			const length = isRow ? grid.height : grid.width;
			const places: number[] = [];
			for (let index = 1; index < call.count; index++) {
				for (const value of filledValues(call.grid(index))) {
					if (value instanceof CellError) return value;
					const number = Math.trunc(typeof value === 'number' ? value : NaN);
					const place = number < 0 ? length + number : number - 1;
					if (!(place >= 0 && place < length)) {
						return wrongValue(`The array of ${name} has ${length} ${what}s, counted from 1.`);
					}
					places.push(place);
				}
			}
			return isRow
				? arrayOf(places.map((row) => listOf(extentOf(grid).width, (at) => grid.at(row, at))))
				: arrayOf(listOf(extentOf(grid).height, (row) => places.map((at) => grid.at(row, at))));
		}
	};
}

function listOf<T>(length: number, at: (index: number) => T): T[] {
	return Array.from({ length }, (_, index) => at(index));
}

function flattening(name: 'TOCOL' | 'TOROW', what: 'column' | 'row', example: string): LookupFunction {
	const isColumn = what === 'column';
	return {
		name,
		category: CATEGORY,
		description: `Puts all values of an array into one ${what}.`,
		parameters: [
			ARRAY,
			{
				name: 'ignore',
				description: '0 or left out for all values, 1 without blanks, 2 without errors, 3 without both.',
				kind: 'number',
				isOptional: true,
				otherwise: 0,
				isEmptyLeftOut: true
			},
			{
				name: 'scan_by_column',
				description: 'TRUE to go down the columns; FALSE or left out to go along the rows.',
				kind: 'flag',
				isOptional: true,
				otherwise: false,
				isEmptyLeftOut: true
			}
		],
		example,
		answer(call) {
			const ignored = Math.trunc(call.number(1));
			if (ignored < 0 || ignored > 3) return wrongValue(`What ${name} leaves out is one of 0, 1, 2 and 3.`);
			const rows = rowsOf(call.grid(0));
			const ordered = call.flag(2) ? rows[0]!.map((_, column) => rows.map((row) => row[column]!)) : rows;
			const values = ordered
				.flat()
				.filter(
					(value) =>
						!(value === EmptyValue && ignored % 2 === 1) && !(value instanceof CellError && ignored >= 2)
				);
			if (values.length === 0) return noArray(NOTHING_LEFT);
			return arrayOf(isColumn ? values.map((value) => [value]) : [values]);
		}
	};
}

const FREQUENCY: LookupFunction = {
	name: 'FREQUENCY',
	category: 'Statistical',
	description: 'Counts the numbers up to each limit, and those above the last one.',
	parameters: [
		{
			name: 'data_array',
			description: 'The numbers to count; texts and blanks are passed over.',
			kind: 'grid'
		},
		{ name: 'bins_array', description: 'The upper limits, each included in its count.', kind: 'grid' }
	],
	example: '=FREQUENCY({1,2,3,4},{2,3})',
	answer(call) {
		const [data, bins] = [numbersIn(call.grid(0)), numbersIn(call.grid(1))];
		if (data instanceof CellError) return data;
		if (bins instanceof CellError) return bins;
		const order = bins.map((_, index) => index).sort((one, other) => bins[one]! - bins[other]!);
		const counts = Array.from({ length: bins.length + 1 }, () => 0);
		for (const number of data) {
			const place = order.find((index) => number <= bins[index]!);
			counts[place ?? bins.length]!++;
		}
		return arrayOf(counts.map((count) => [count]));
	}
};

function numbersIn(grid: Grid): number[] | CellError {
	const numbers: number[] = [];
	for (const value of filledValues(grid)) {
		if (value instanceof CellError) return value;
		if (typeof value === 'number') numbers.push(value);
	}
	return numbers;
}

function haveOneSize(sizes: readonly { height: number; width: number }[]): boolean {
	return sizes.every(({ height, width }) => height === sizes[0]!.height && width === sizes[0]!.width);
}

const SUMPRODUCT: LookupFunction = {
	name: 'SUMPRODUCT',
	category: 'Math and trigonometry',
	description: 'Multiplies the numbers at the same places of arrays and adds the products.',
	parameters: [
		{ name: 'array', description: 'An array or range; what is not a number counts as 0.', kind: 'grid' }
	],
	repeated: 1,
	example: '=SUMPRODUCT({1,2,3},{4,5,6})',
	answer(call) {
		const grids = Array.from({ length: call.count }, (_, index) => call.grid(index));
		// Beside an array that is calculated, whole columns are as long as what is in use of them, as that array is.
		const isCalculated = grids.some(({ range }) => !range);
		if (!haveOneSize(grids) && !(isCalculated && haveOneSize(grids.map(extentOf)))) {
			return wrongValue('The arrays of SUMPRODUCT need to be of the same size.');
		}
		for (const grid of grids) {
			const error = firstError(grid);
			if (error) return error;
		}
		const height = Math.min(...grids.map(({ filledHeight }) => filledHeight));
		const width = Math.min(...grids.map(({ filledWidth }) => filledWidth));
		let sum = 0;
		for (let row = 0; row < height; row++) {
			for (let column = 0; column < width; column++) {
				let product = 1;
				for (const grid of grids) {
					const value = grid.at(row, column);
					product *= typeof value === 'number' ? value : 0;
				}
				sum += product;
			}
		}
		return sum;
	}
};

const RANDARRAY: LookupFunction = {
	name: 'RANDARRAY',
	category: CATEGORY,
	description: 'Fills rows and columns with random numbers, new ones at every calculation.',
	parameters: [
		counted('rows', 'How many rows; 1 where left out.'),
		counted('columns', 'How many columns; 1 where left out.'),
		{ ...counted('min', 'The least number; 0 where left out.'), otherwise: 0 },
		counted('max', 'The largest number; 1 where left out.'),
		{
			name: 'integer',
			description: 'TRUE for whole numbers; FALSE or left out for any.',
			kind: 'flag',
			isOptional: true,
			otherwise: false,
			isEmptyLeftOut: true
		}
	],
	example: '=RANDARRAY(3,2)',
	isVolatile: true,
	answer: (call) => randomNumbers(call)
};

/** More than this many random numbers are not made at once. */

function counted(name: string, description: string): LookupParameter {
	return { name, description, kind: 'number', isOptional: true, otherwise: 1, isEmptyLeftOut: true };
}

function randomNumbers(call: Invocation): Scalar | SimpleRangeValue {
	const [height, width] = [Math.trunc(call.number(0)), Math.trunc(call.number(1))];
	const [least, most] = [call.number(2), call.number(3)];
	if (height < 1 || width < 1) return noLines('RANDARRAY', Math.min(height, width));
	refuseTooLarge(height, width);
	if (least > most) return wrongValue('The least number of RANDARRAY is above its largest.');
	const isWhole = call.flag(4);
	if (isWhole && !(Number.isInteger(least) && Number.isInteger(most))) {
		return wrongValue('RANDARRAY needs whole limits for whole numbers.');
	}
	const random = () =>
		isWhole ? least + Math.floor(Math.random() * (most - least + 1)) : least + Math.random() * (most - least);
	return arrayOf(Array.from({ length: height }, () => Array.from({ length: width }, random)));
}

/** The functions that cut, order and fill arrays. */
export const ARRAY_FUNCTIONS: readonly LookupFunction[] = [
	cutting('TAKE', 'Gives the first or last rows and columns of an array.', '=TAKE({1,2;3,4;5,6},2)'),
	cutting('DROP', 'Gives an array without its first or last rows and columns.', '=DROP({1,2;3,4;5,6},1)'),
	choosing('CHOOSEROWS', 'row', '=CHOOSEROWS({1,2;3,4;5,6},3,1)'),
	choosing('CHOOSECOLS', 'column', '=CHOOSECOLS({1,2,3;4,5,6},-1)'),
	flattening('TOCOL', 'column', '=TOCOL({1,2;3,4})'),
	flattening('TOROW', 'row', '=TOROW({1,2;3,4})'),
	FREQUENCY,
	SUMPRODUCT,
	RANDARRAY
];
