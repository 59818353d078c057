import { CellError, EmptyValue, type SimpleRangeValue } from 'hyperformula';
import { wrongNumber, wrongValue } from './failures';
import { callsAnyOf } from './formula-calls';
import type { Invocation, LookupFunction, LookupParameter } from './lookup-function';
import { atPlace, SUMMARIES, type Answer } from './summaries';
import { arrayOf, type Scalar } from './values';

const NESTED: ReadonlySet<string> = new Set(['SUBTOTAL', 'AGGREGATE']);
/** SUBTOTAL knows the first of the summaries. */
const SUBTOTALS = 11;

/** Summaries 14 to 19, which take an array and a position. */
const POSITIONED: readonly ((numbers: readonly number[], k: number) => Answer)[] = [
	(numbers, k) => atPlace(numbers, numbers.length - Math.ceil(k)),
	(numbers, k) => atPlace(numbers, Math.ceil(k) - 1),
	(numbers, k) => inclusive(numbers, k),
	(numbers, k) => inclusive(numbers, Math.trunc(k) / 4),
	(numbers, k) => exclusive(numbers, k),
	(numbers, k) => exclusive(numbers, Math.trunc(k) / 4)
];

function inclusive(numbers: readonly number[], share: number): Answer {
	return atPlace(numbers, (numbers.length - 1) * share);
}

function exclusive(numbers: readonly number[], share: number): Answer {
	return share <= 0 || share >= 1
		? wrongNumber('The share must lie between 0 and 1, both excluded.')
		: atPlace(numbers, (numbers.length + 1) * share - 1);
}

/** What a summary passes over. */
interface Skipped {
	readonly nested: boolean;
	readonly errors: boolean;
	readonly rows: 'none' | 'filtered' | 'hidden';
}

/** The values of an argument that count, blanks left out. */
function valuesOf(call: Invocation, index: number, { nested, errors, rows }: Skipped): Scalar[] {
	const grid = call.grid(index);
	const start = grid.range?.start;
	const found: Scalar[] = [];
	for (let row = 0; row < grid.filledHeight; row++) {
		if (start && rows !== 'none' && call.isRowHidden(start.sheet, start.row + row, rows === 'filtered'))
			continue;
		for (let column = 0; column < grid.filledWidth; column++) {
			const value = grid.at(row, column);
			if (value === EmptyValue || (errors && value instanceof CellError)) continue;
			if (nested && start) {
				const at = { sheet: start.sheet, row: start.row + row, col: start.col + column };
				if (callsAnyOf(call.graph, at, NESTED)) continue;
			}
			found.push(value);
		}
	}
	return found;
}

function summary(call: Invocation, which: number, from: number, skipped: Skipped): Answer {
	const values: Scalar[] = [];
	for (let index = from; index < call.count; index++) {
		if (!call.isReference(index)) return wrongValue('This summary is made of cells: give it a range.');
		for (const value of valuesOf(call, index, skipped)) values.push(value);
	}
	const isCount = which === 2 || which === 3;
	const error = isCount ? undefined : values.find((value) => value instanceof CellError);
	return (
		error ??
		SUMMARIES[which - 1]!(
			values.filter((value) => typeof value === 'number'),
			values
		)
	);
}

/** A summary by position: one value for each position that is given. */
function positioned(call: Invocation, which: number, skipped: Skipped): Scalar | SimpleRangeValue {
	if (call.count !== 4) return wrongValue('This summary takes one array and a position after it.');
	const values = valuesOf(call, 2, skipped);
	const error = values.find((value) => value instanceof CellError);
	if (error) return error;
	const numbers = values.filter((value) => typeof value === 'number');
	const positions = call.grid(3);
	const answerAt = (row: number, column: number): Scalar => {
		const k = positions.at(row, column);
		if (k instanceof CellError) return k;
		const position = typeof k === 'string' ? call.conversion.numberIn(k) : Number(k === EmptyValue ? 0 : k);
		return position === undefined
			? wrongValue('A text stands where AGGREGATE needs a position.')
			: POSITIONED[which - SUMMARIES.length - 1]!(numbers, position);
	};
	if (positions.height === 1 && positions.width === 1) return answerAt(0, 0);
	return arrayOf(
		Array.from({ length: positions.height }, (_, row) =>
			Array.from({ length: positions.width }, (_, column) => answerAt(row, column))
		)
	);
}

const REFERENCES: LookupParameter = {
	name: 'ref',
	description: 'The cells to sum up.',
	kind: 'grid',
	takesErrors: true
};

/** The functions that sum cells up in one of many ways and may pass over some of them. */
export const AGGREGATE_FUNCTIONS: readonly LookupFunction[] = [
	{
		name: 'SUBTOTAL',
		category: 'Math and trigonometry',
		description: 'Sums cells up, other subtotals among them and filtered rows left out.',
		parameters: [
			{
				name: 'function_num',
				description:
					'1 average, 2 count, 3 count of all that is filled, 4 largest, 5 least, 6 product, 7 and 8 deviation of a sample and of all, 9 sum, 10 and 11 variance; 100 more to leave out rows hidden by hand too.',
				kind: 'number'
			},
			REFERENCES
		],
		repeated: 1,
		example: '=SUBTOTAL(9,B2:B9)',
		answer(call) {
			const given = Math.trunc(call.number(0));
			const which = given > 100 ? given - 100 : given;
			if (which < 1 || which > SUBTOTALS)
				return wrongValue('SUBTOTAL knows the summaries 1 to 11 and 101 to 111.');
			return summary(call, which, 1, {
				nested: true,
				errors: false,
				rows: given > 100 ? 'hidden' : 'filtered'
			});
		}
	},
	{
		name: 'AGGREGATE',
		category: 'Math and trigonometry',
		description: 'Sums cells up in one of 19 ways, and passes over errors, hidden rows and other subtotals.',
		parameters: [
			{
				name: 'function_num',
				description:
					'1 to 11 as in SUBTOTAL, 12 median, 13 most frequent; of an array and a position: 14 large, 15 small, 16 percentile, 17 quartile, 18 and 19 the same without the ends.',
				kind: 'number'
			},
			{
				name: 'options',
				description:
					'What to pass over: 4 nothing, 5 hidden rows, 6 errors, 7 both; 0 to 3 the same and other subtotals too.',
				kind: 'number',
				isEmptyLeftOut: true,
				otherwise: 0
			},
			{
				...REFERENCES,
				description: 'The cells to sum up; with 14 to 19 an array, then the position or share that is wanted.'
			}
		],
		repeated: 1,
		example: '=AGGREGATE(14,6,{3,1,2},1)',
		answer(call) {
			const which = Math.trunc(call.number(0));
			const options = Math.trunc(call.number(1));
			if (which < 1 || which > SUMMARIES.length + POSITIONED.length)
				return wrongValue('AGGREGATE knows the summaries 1 to 19.');
			if (options < 0 || options > 7) return wrongValue('The options of AGGREGATE are 0 to 7.');
			const skipped: Skipped = {
				nested: options < 4,
				errors: (options & 2) === 2,
				rows: (options & 1) === 1 ? 'hidden' : 'none'
			};
			return which > SUMMARIES.length ? positioned(call, which, skipped) : summary(call, which, 2, skipped);
		}
	}
];
