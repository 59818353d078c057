import { CellError, EmptyValue, type SimpleRangeValue } from 'hyperformula';
import { refuseTooLarge } from '../../array-arithmetic';
import { nothing, wrongValue } from './failures';
import { extentOf, filledValues, rowsOf, type Grid } from './grid';
import type { Invocation, LookupFunction } from './lookup-function';
import { booleanIn } from './plugin';
import { arrayOf, type Scalar } from './values';

/** A whole argument as a result: one value, or the range or array itself. */
function wholeOf(call: Invocation, grid: Grid): Scalar | SimpleRangeValue {
	return grid.height === 1 && grid.width === 1
		? grid.at(0, 0)
		: call.part(grid, 0, 0, grid.height, grid.width);
}

function numberOf(value: Scalar, call: Invocation): number | CellError {
	if (value instanceof CellError || typeof value === 'number') return value;
	if (typeof value === 'string')
		return call.conversion.numberIn(value) ?? wrongValue('A text stands where CHOOSE needs a number.');
	return Number(value === true);
}

/** The chosen value at one place, where CHOOSE is given many choices; of a single row or column, the value beside it. */
function chosenAt(call: Invocation, choice: Scalar, row: number, column: number): Scalar {
	const number = numberOf(choice, call);
	if (number instanceof CellError) return number;
	const index = Math.trunc(number);
	if (index < 1 || index >= call.count) return outsideChoices(call.count - 1);
	const grid = call.grid(index);
	const [y, x] = [grid.height === 1 ? 0 : row, grid.width === 1 ? 0 : column];
	return y < grid.height && x < grid.width ? grid.at(y, x) : nothing('An array of CHOOSE has no value here.');
}

function outsideChoices(count: number): CellError {
	return wrongValue(`CHOOSE has ${count} values here, counted from 1.`);
}

const CHOOSE: LookupFunction = {
	name: 'CHOOSE',
	category: 'Lookup and reference',
	description: 'Gives one of several values or ranges by its number.',
	parameters: [
		{ name: 'index_num', description: 'The number of the value, counted from 1.', kind: 'grid' },
		{ name: 'value', description: 'A value, array or range.', kind: 'grid', takesErrors: true }
	],
	repeated: 1,
	example: '=CHOOSE(2,"low","middle","high")',
	answer(call) {
		const choices = call.grid(0);
		if (choices.height > 1 || choices.width > 1) {
			const values = Array.from({ length: call.count - 1 }, (_, at) => call.grid(at + 1));
			const extents = [choices, ...values].map(extentOf);
			const height = Math.max(...extents.map((extent) => extent.height));
			const width = Math.max(...extents.map((extent) => extent.width));
			refuseTooLarge(height, width);
			return arrayOf(
				Array.from({ length: height }, (_, row) =>
					Array.from({ length: width }, (_, column) => {
						const choice = choices.at(choices.height === 1 ? 0 : row, choices.width === 1 ? 0 : column);
						return chosenAt(call, choice, row, column);
					})
				)
			);
		}
		const number = numberOf(choices.at(0, 0), call);
		if (number instanceof CellError) return number;
		const index = Math.trunc(number);
		return index < 1 || index >= call.count
			? outsideChoices(call.count - 1)
			: wholeOf(call, call.grid(index));
	}
};

const IFS: LookupFunction = {
	name: 'IFS',
	category: 'Logical',
	description: 'Gives the value that belongs to the first condition that is true.',
	parameters: [
		{ name: 'logical_test', description: 'A condition.', kind: 'value', takesErrors: true },
		{ name: 'value_if_true', description: 'What to give where it is true.', kind: 'value', takesErrors: true }
	],
	repeated: 2,
	example: '=IFS(1>2,"less",2>1,"more")',
	answer(call) {
		for (let index = 0; index + 1 < call.count; index += 2) {
			const test = call.value(index);
			if (test instanceof CellError) return test;
			const isTrue = typeof test === 'string' ? booleanIn(test) : test !== EmptyValue && Boolean(test);
			if (isTrue === undefined) return wrongValue('A text stands where IFS needs TRUE or FALSE.');
			if (isTrue) return call.value(index + 1);
		}
		return nothing('No condition of IFS is true.');
	}
};

const COUNTBLANK: LookupFunction = {
	name: 'COUNTBLANK',
	category: 'Statistical',
	description: 'Counts the cells of a range that are blank or hold the empty text.',
	parameters: [{ name: 'range', description: 'The cells.', kind: 'grid', takesErrors: true }],
	example: '=COUNTBLANK(B1:B9)',
	answer(call) {
		const grid = call.grid(0);
		let filled = 0;
		for (const value of filledValues(grid)) if (value !== EmptyValue && value !== '') filled++;
		return grid.height * grid.width - filled;
	}
};

/** A function that makes one kind of value of every other: of each value of an array, and of the first cell of a range. */
function converting(
	name: string,
	words: { category: string; description: string; example: string },
	convert: (value: Exclude<Scalar, CellError>) => Scalar
): LookupFunction {
	const converted = (value: Scalar) => (value instanceof CellError ? value : convert(value));
	return {
		name,
		category: words.category,
		description: words.description,
		parameters: [
			{ name: 'value', description: 'The value, or an array of values.', kind: 'grid', takesErrors: true }
		],
		example: words.example,
		answer(call) {
			const grid = call.grid(0);
			return grid.range || (grid.height === 1 && grid.width === 1)
				? converted(grid.at(0, 0))
				: arrayOf(rowsOf(grid).map((row) => row.map(converted)));
		}
	};
}

const N = converting(
	'N',
	{
		category: 'Information',
		description: 'Gives a number as it is, 1 for TRUE, and 0 for FALSE, a text or a blank.',
		example: '=N(TRUE)'
	},
	(value) => (typeof value === 'number' ? value : Number(value === true))
);

const T = converting(
	'T',
	{
		category: 'Text',
		description: 'Gives a text as it is, and the empty text for anything else.',
		example: '=T("text")'
	},
	(value) => (typeof value === 'string' ? value : '')
);

/** The functions that choose among their arguments, tell what they are or convert them. */
export const CHOICE_FUNCTIONS: readonly LookupFunction[] = [CHOOSE, IFS, COUNTBLANK, N, T];
