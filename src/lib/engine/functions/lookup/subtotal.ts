import { CellError, EmptyValue } from 'hyperformula';
import { noNumbers, wrongValue } from './failures';
import type { CellGraph, Grid } from './grid';
import type { LookupFunction } from './lookup-function';
import type { Scalar } from './values';

/** What SUBTOTAL makes of the numbers, and of how many values are not blank, by its number. */
const SUMMARIES: readonly ((numbers: readonly number[], filled: number) => Scalar)[] = [
	(numbers) => (numbers.length === 0 ? noNumbers() : sum(numbers) / numbers.length),
	(numbers) => numbers.length,
	(_, filled) => filled,
	(numbers) => numbers.reduce((most, one) => Math.max(most, one), numbers[0] ?? 0),
	(numbers) => numbers.reduce((least, one) => Math.min(least, one), numbers[0] ?? 0),
	(numbers) => (numbers.length === 0 ? 0 : numbers.reduce((product, one) => product * one, 1)),
	(numbers) => root(variance(numbers, 1)),
	(numbers) => root(variance(numbers, 0)),
	sum,
	(numbers) => variance(numbers, 1),
	(numbers) => variance(numbers, 0)
];

function sum(numbers: readonly number[]): number {
	let total = 0;
	for (const number of numbers) total += number;
	return total;
}

function variance(numbers: readonly number[], lost: 0 | 1): number | CellError {
	if (numbers.length <= lost) return noNumbers();
	const mean = sum(numbers) / numbers.length;
	return sum(numbers.map((number) => (number - mean) ** 2)) / (numbers.length - lost);
}

function root(value: number | CellError): number | CellError {
	return typeof value === 'number' ? Math.sqrt(value) : value;
}

const known = new WeakMap<object, boolean>();

/** Whether a formula calls SUBTOTAL or AGGREGATE anywhere. */
function isSubtotal(expression: unknown): boolean {
	if (typeof expression !== 'object' || expression === null) return false;
	const before = known.get(expression);
	if (before !== undefined) return before;
	const name: unknown = 'procedureName' in expression ? expression.procedureName : undefined;
	const found = name === 'SUBTOTAL' || name === 'AGGREGATE' || Object.values(expression).some(isSubtotal);
	known.set(expression, found);
	return found;
}

function holdsSubtotal(graph: CellGraph, { range }: Grid, row: number, column: number): boolean {
	if (!range) return false;
	const { sheet, row: top, col: left } = range.start;
	const vertex = graph.getCell({ sheet, row: top + row, col: left + column });
	if (!vertex || !('getFormula' in vertex)) return false;
	const { getFormula } = vertex as { getFormula(service: unknown): unknown };
	return isSubtotal(getFormula.call(vertex, graph.lazilyTransformingAstService));
}

export const SUBTOTAL: LookupFunction = {
	name: 'SUBTOTAL',
	category: 'Math and trigonometry',
	description: 'Sums up cells in one of eleven ways and leaves out cells that hold subtotals themselves.',
	parameters: [
		{
			name: 'function_num',
			description:
				'1 average, 2 count, 3 count of what is not blank, 4 maximum, 5 minimum, 6 product, 7 and 8 standard deviation, 9 sum, 10 and 11 variance; or 101 to 111.',
			kind: 'number'
		},
		{ name: 'ref', description: 'The cells.', kind: 'grid' }
	],
	repeated: 1,
	example: '=SUBTOTAL(9,A1:A9)',
	answer(call) {
		const given = Math.trunc(call.number(0));
		const summary = SUMMARIES[(given > 100 ? given - 100 : given) - 1];
		if (!summary) return wrongValue('SUBTOTAL has the functions 1 to 11 and 101 to 111.');
		const numbers: number[] = [];
		let filled = 0;
		for (let index = 1; index < call.count; index++) {
			const grid = call.grid(index);
			for (let row = 0; row < grid.filledHeight; row++) {
				for (let column = 0; column < grid.filledWidth; column++) {
					const value = grid.at(row, column);
					if (value === EmptyValue || holdsSubtotal(call.graph, grid, row, column)) continue;
					const isCount = summary === SUMMARIES[1] || summary === SUMMARIES[2];
					if (value instanceof CellError && !isCount) return value;
					filled++;
					if (typeof value === 'number') numbers.push(value);
				}
			}
		}
		return summary(numbers, filled);
	}
};
