import { CellError, EmptyValue, SimpleRangeValue, type FunctionPluginDefinition } from 'hyperformula';
import { ENGINE_CALL } from '$lib/formula';
import { MAX_ROWS } from '$lib/workbook';
import { wrongNumber } from '../lookup/failures';
import { scalarOf, type Given, type Scalar } from '../lookup/values';
import { givenValue, type Call, type CallState, type Expression, type Value } from '../scope/closure';
import { scopesOf } from '../scope/scopes';
import { offerAround, type Calculate } from './around';
import { refersByCall } from './refers';
import { BLANK_ROWS, columnsThrough, inBlankRow, numbersRows, type Columns } from './whole-columns';

/** What a call has that is more than the library knows of. */
interface Plan {
	/** Arguments that are calls which refer to cells. */
	readonly cells: readonly number[];
	/** The first whole columns that an argument goes through row by row. */
	readonly columns: Columns | undefined;
}

const plans = new WeakMap<Call, Plan>();

function planOf(call: Call): Plan {
	let plan = plans.get(call);
	if (!plan) {
		const { args } = call;
		const cells = args.flatMap((argument, index) => (refersByCall(argument) ? [index] : []));
		plan = { cells, columns: args.map(computedColumns).find((columns) => columns !== undefined) };
		plans.set(call, plan);
	}
	return plan;
}

/** Whole columns that an argument calculates with; a reference to them as it stands counts what is in use by itself. */
function computedColumns(argument: Expression): Columns | undefined {
	const columns = columnsThrough(argument);
	return columns === argument ? undefined : columns;
}

/** How the many blank rows of whole columns change what a function gives, by its name. */
const BELOW: Readonly<
	Record<string, (given: { total: Value; below: readonly Scalar[]; rows: number }) => Value>
> = {
	SUM: ({ total, below, rows }) => Number(total) + rows * sumOf(below),
	SUMPRODUCT: ({ total, below, rows }) => Number(total) + rows * sumOf(below),
	COUNT: ({ total, below, rows }) => Number(total) + rows * numbersOf(below).length,
	COUNTA: ({ total, below, rows }) =>
		Number(total) + rows * below.filter((value) => value !== EmptyValue).length,
	SUMSQ: ({ total, below, rows }) =>
		Number(total) + rows * numbersOf(below).reduce((sum, value) => sum + value ** 2, 0),
	PRODUCT: ({ total, below, rows }) =>
		numbersOf(below).reduce((product, value) => product * value ** rows, Number(total)),
	AND: ({ total, below }) => total === true && truthsOf(below).every(Boolean),
	OR: ({ total, below }) => total === true || truthsOf(below).some(Boolean),
	XOR: ({ total, below, rows }) =>
		(total === true) !== ((truthsOf(below).filter(Boolean).length * rows) % 2 === 1),
	ROWS: () => MAX_ROWS
};

const EVERY_ROW = 'This formula would go through every row of whole columns: take a range with an end.';

/** What MAX, MIN and others would give with one of them more. */
const ONE_MORE = new Set(['MAX', 'MIN', 'MAXA', 'MINA']);

/**
 * The same functions, but what a call such as INDEX refers to is read as cells are, and the blank rows below what is in
 * use of whole columns count where an argument calculates with them.
 */
function aggregating(plugin: FunctionPluginDefinition) {
	return class Aggregating extends plugin {
		around(call: Call, state: CallState, calculate: Calculate): Value {
			const { cells, columns } = planOf(call);
			const total = cells.length > 0 ? this.#withCells(call, cells, state, calculate) : calculate(call);
			return columns && state.arraysFlag
				? this.#withBlankRows(call, columns, total, state, calculate)
				: total;
		}

		/** Hands single values that calls refer to on as cells. */
		#withCells(call: Call, cells: readonly number[], state: CallState, calculate: Calculate): Value {
			const scopes = scopesOf(this.interpreter);
			return scopes.within(scopes.scope, () => {
				const args = [...call.args];
				for (const index of cells) {
					const value = this.evaluateAst(args[index]!, state);
					if (value instanceof SimpleRangeValue) continue;
					const name = `~cell${index}`;
					// Of an array with one value the library takes that value alone, as if it stood in the formula.
					const cell = SimpleRangeValue.onlyValues([[value], [EmptyValue]]);
					scopes.add(name, givenValue(cell));
					const known = [{ type: 'STRING', value: name }];
					args[index] = {
						type: 'FUNCTION_CALL',
						procedureName: ENGINE_CALL.name,
						args: known
					} as unknown as Expression;
				}
				return calculate({ ...call, args });
			});
		}

		#withBlankRows(
			call: Call,
			columns: Columns,
			total: Value,
			state: CallState,
			calculate: Calculate
		): Value {
			const { procedureName } = call;
			if (total instanceof CellError && procedureName !== 'AVERAGE') return total;
			const [below, last] = BLANK_ROWS.map((row) => this.#belowIn(call, row, state)) as [Scalar[], Scalar[]];
			const error = below.find((value) => value instanceof CellError);
			if (error) return procedureName.startsWith('COUNT') ? total : error;
			if (call.args.some(numbersRows) && below.some((value, index) => value !== last[index]))
				return wrongNumber(EVERY_ROW);
			const numbers = numbersOf(below);
			const { sheet } = columns.start.toSimpleColumnAddress(state.formulaAddress);
			const rows = MAX_ROWS - Math.max(1, this.dependencyGraph.getSheetHeight(sheet));
			const adjust = BELOW[procedureName];
			if (adjust) return adjust({ total, below, rows });
			if (numbers.length === 0) return total;
			if (ONE_MORE.has(procedureName)) {
				const more = numbers.map((value) => ({ type: 'NUMBER', value }) as Expression);
				return calculate({ ...call, args: [...call.args, ...more] });
			}
			if (procedureName !== 'AVERAGE') return wrongNumber(EVERY_ROW);
			const [sum, count] = ['SUM', 'COUNT'].map((name) =>
				this.evaluateAst({ ...call, procedureName: name }, state)
			);
			if (sum instanceof CellError) return sum;
			return Number(sum) / Number(count);
		}

		/** What the arguments are in a blank row: of SUMPRODUCT their products. */
		#belowIn(call: Call, row: number, state: CallState): Scalar[] {
			const rows = call.args.map((argument) =>
				columnsThrough(argument)
					? valuesOf(this.evaluateAst(inBlankRow(argument, row), state) as Given)
					: undefined
			);
			const known = rows.filter((values) => values !== undefined);
			if (call.procedureName !== 'SUMPRODUCT') return known.flat();
			return known[0]!.map((_, column) => {
				let product = 1;
				for (const values of known) {
					const value = values[column] ?? EmptyValue;
					if (value instanceof CellError) return value;
					product *= typeof value === 'number' ? value : 0;
				}
				return known.length < call.args.length ? 0 : product;
			});
		}
	};
}

function valuesOf(given: Given): Scalar[] {
	return given instanceof SimpleRangeValue ? given.data[0]!.map(scalarOf) : [scalarOf(given)];
}

function numbersOf(values: readonly Scalar[]): number[] {
	return values.filter((value) => typeof value === 'number');
}

function truthsOf(values: readonly Scalar[]): boolean[] {
	return values
		.filter((value) => typeof value === 'number' || typeof value === 'boolean')
		.map((value) => value !== false && value !== 0);
}

function sumOf(values: readonly Scalar[]): number {
	return numbersOf(values).reduce((sum, value) => sum + value, 0);
}

/** Functions of the library that summarize what they are given. */
const SUMMARIES = [
	...['SUM', 'SUMSQ', 'MAX', 'MIN', 'MAXA', 'MINA', 'COUNT', 'COUNTA', 'AVERAGE', 'AVERAGEA'],
	...['VAR.S', 'VAR.P', 'VARA', 'VARPA', 'STDEV.S', 'STDEV.P', 'STDEVA', 'STDEVPA'],
	...['VAR', 'VARP', 'STDEV', 'STDEVP']
];

/** Further functions that whole columns reach to their end in, or that say so where they cannot. */
const WITH_BLANK_ROWS = [
	...['PRODUCT', 'AND', 'OR', 'XOR', 'MEDIAN', 'DEVSQ', 'GEOMEAN', 'HARMEAN', 'AVEDEV'],
	...['PERCENTILE', 'PERCENTILE.INC', 'PERCENTILE.EXC', 'QUARTILE', 'QUARTILE.INC', 'QUARTILE.EXC']
];

/** Makes summaries read what calls refer to as cells, and whole columns to their end, for every calculation from now on. */
export function offerAggregates(): void {
	offerAround([...SUMMARIES, ...WITH_BLANK_ROWS, 'SUMPRODUCT', 'ROWS'], aggregating);
}
