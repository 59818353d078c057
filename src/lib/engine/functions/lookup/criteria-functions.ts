import { CellError } from 'hyperformula';
import { criterionOf, type Criterion } from './criteria';
import { noNumbers, wrongValue } from './failures';
import type { Grid } from './grid';
import { LONGEST_KEY, type Invocation, type LookupFunction, type LookupParameter } from './lookup-function';
import type { Scalar } from './values';

const CATEGORY = 'Math and trigonometry';
const STATISTICAL = 'Statistical';

interface Condition {
	readonly grid: Grid;
	readonly criterion: Criterion;
}

const CRITERIA: LookupParameter = {
	name: 'criteria',
	description: 'The value that cells are to have, or a text such as ">5", "<>done" or "A*".',
	kind: 'value',
	takesErrors: true,
	longest: LONGEST_KEY
};

const CRITERIA_PAIR: readonly LookupParameter[] = [
	{ name: 'criteria_range', description: 'Cells to test.', kind: 'grid' },
	CRITERIA
];

function conditionsFrom(call: Invocation, first: number): Condition[] {
	const conditions: Condition[] = [];
	for (let index = first; index + 1 < call.count; index += 2) conditions.push(conditionAt(call, index));
	return conditions;
}

function conditionAt(call: Invocation, index: number): Condition {
	return { grid: call.grid(index), criterion: criterionOf(call.value(index + 1), call.conversion.numberIn) };
}

function haveSize({ height, width }: Grid, conditions: readonly Condition[]): boolean {
	return conditions.every(({ grid }) => grid.height === height && grid.width === width);
}

/** Visits the cells that meet every condition, row by row, as far down and across as any of the ranges is filled. */
function visit(
	conditions: readonly Condition[],
	filled: Grid,
	take: (row: number, column: number) => boolean
) {
	const grids = [filled, ...conditions.map(({ grid }) => grid)];
	const strict = conditions.find(({ criterion }) => !criterion.takesBlanks);
	const reach = strict ? [strict.grid] : grids;
	const height = Math.max(...reach.map(({ filledHeight }) => filledHeight));
	const width = Math.max(...reach.map(({ filledWidth }) => filledWidth));
	for (let row = 0; row < height; row++) {
		for (let column = 0; column < width; column++) {
			const isMet = conditions.every(({ grid, criterion }) => criterion.takes(grid.at(row, column)));
			if (isMet && !take(row, column)) return { height, width };
		}
	}
	return { height, width };
}

function countMatches(conditions: readonly Condition[]): Scalar {
	const grid = conditions[0]!.grid;
	if (!haveSize(grid, conditions)) return wrongValue('The ranges of COUNTIFS need to be of the same size.');
	let count = 0;
	const { height, width } = visit(conditions, grid, () => {
		count++;
		return true;
	});
	const takesBlanks = conditions.every(({ criterion }) => criterion.takesBlanks);
	return takesBlanks ? count + grid.height * grid.width - height * width : count;
}

/** The numbers of the cells that meet every condition, or the first error among them. */
function numbersWhere(name: string, values: Grid, conditions: readonly Condition[]): number[] | CellError {
	if (!haveSize(values, conditions)) return wrongValue(`The ranges of ${name} need to be of the same size.`);
	const numbers: number[] = [];
	let error: CellError | undefined;
	visit(conditions, values, (row, column) => {
		const value = values.at(row, column);
		if (typeof value === 'number') numbers.push(value);
		else if (value instanceof CellError) error = value;
		return !error;
	});
	return error ?? numbers;
}

function total(numbers: readonly number[]): number {
	let sum = 0;
	for (const number of numbers) sum += number;
	return sum;
}

function average(numbers: readonly number[]): Scalar {
	return numbers.length === 0 ? noNumbers() : total(numbers) / numbers.length;
}

type Summary = (numbers: readonly number[]) => Scalar;

function withOneCondition(
	name: string,
	category: string,
	words: { description: string; values: string; example: string },
	summary: Summary
): LookupFunction {
	return {
		name,
		category,
		description: words.description,
		parameters: [
			{ name: 'range', description: 'Cells to test.', kind: 'grid' },
			CRITERIA,
			{
				name: words.values,
				description: 'The numbers to take; where left out, those of the range.',
				kind: 'grid',
				isOptional: true
			}
		],
		example: words.example,
		answer(call) {
			const condition = conditionAt(call, 0);
			const values = call.isGiven(2) ? call.grid(2) : condition.grid;
			const { height, width } = condition.grid;
			// A larger range is taken from its first cell on; of a smaller one, cells that it does not name would be read.
			if (values.height < height || values.width < width) {
				return wrongValue(`The ${words.values} of ${name} needs the size of its range.`);
			}
			const numbers = numbersWhere(name, { ...values, height, width }, [condition]);
			return numbers instanceof CellError ? numbers : summary(numbers);
		}
	};
}

function withConditions(
	name: string,
	category: string,
	words: { description: string; values: string; example: string },
	summary: Summary
): LookupFunction {
	return {
		name,
		category,
		description: words.description,
		parameters: [{ name: words.values, description: 'The numbers to take.', kind: 'grid' }, ...CRITERIA_PAIR],
		repeated: 2,
		example: words.example,
		answer(call) {
			const numbers = numbersWhere(name, call.grid(0), conditionsFrom(call, 1));
			return numbers instanceof CellError ? numbers : summary(numbers);
		}
	};
}

function smallest(numbers: readonly number[]): number {
	return numbers.length === 0 ? 0 : numbers.reduce((least, number) => Math.min(least, number));
}

function largest(numbers: readonly number[]): number {
	return numbers.length === 0 ? 0 : numbers.reduce((most, number) => Math.max(most, number));
}

/** The functions that take the cells that meet conditions. */
export const CRITERIA_FUNCTIONS: readonly LookupFunction[] = [
	{
		name: 'COUNTIF',
		category: STATISTICAL,
		description: 'Counts the cells of a range that meet a criterion.',
		parameters: [{ name: 'range', description: 'Cells to test.', kind: 'grid' }, CRITERIA],
		example: '=COUNTIF({1,2,3},">1")',
		answer: (call) => countMatches([conditionAt(call, 0)])
	},
	{
		name: 'COUNTIFS',
		category: STATISTICAL,
		description: 'Counts the places at which each range meets its criterion.',
		parameters: CRITERIA_PAIR,
		repeated: 2,
		example: '=COUNTIFS({1,2,3},">1",{"a","b","a"},"a")',
		answer: (call) => countMatches(conditionsFrom(call, 0))
	},
	withOneCondition(
		'SUMIF',
		CATEGORY,
		{
			description: 'Adds the numbers whose cells meet a criterion.',
			values: 'sum_range',
			example: '=SUMIF({1,2,3},">1")'
		},
		total
	),
	withOneCondition(
		'AVERAGEIF',
		STATISTICAL,
		{
			description: 'Averages the numbers whose cells meet a criterion.',
			values: 'average_range',
			example: '=AVERAGEIF({1,2,3},">1")'
		},
		average
	),
	withConditions(
		'SUMIFS',
		CATEGORY,
		{
			description: 'Adds the numbers at the places at which each range meets its criterion.',
			values: 'sum_range',
			example: '=SUMIFS({10,20,30},{"a","b","a"},"a")'
		},
		total
	),
	withConditions(
		'AVERAGEIFS',
		STATISTICAL,
		{
			description: 'Averages the numbers at the places at which each range meets its criterion.',
			values: 'average_range',
			example: '=AVERAGEIFS({10,20,30},{"a","b","a"},"a")'
		},
		average
	),
	withConditions(
		'MINIFS',
		STATISTICAL,
		{
			description: 'Gives the least number at the places at which each range meets its criterion.',
			values: 'min_range',
			example: '=MINIFS({10,20,30},{"a","b","a"},"a")'
		},
		smallest
	),
	withConditions(
		'MAXIFS',
		STATISTICAL,
		{
			description: 'Gives the largest number at the places at which each range meets its criterion.',
			values: 'max_range',
			example: '=MAXIFS({10,20,30},{"a","b","a"},"a")'
		},
		largest
	)
];
