import { CellError, EmptyValue, SimpleRangeValue, type FunctionPluginDefinition } from 'hyperformula';
import type { Scalar } from '../lookup/values';
import type { Call, CallState, Expression, Value } from '../scope/closure';
import { scopesOf } from '../scope/scopes';
import { offerAround, type Calculate } from './around';
import { MOST_PLACES, withBlankPlaces } from './blank-places';
import { handedOver } from './handed-over';
import { passageThrough } from './passages';
import { placeDropsOut, placeDropsOutOfProducts } from './numbered-places';
import { refersByCall } from './refers';
import { type Lines } from './lines';
import {
	atBlankPlace,
	extentOfLines,
	linesThrough,
	numbersPlaces,
	placeNumber,
	refuseEveryPlace,
	valuesAtPlace,
	valuesIn
} from './whole-lines';
import { withLinesWritten } from './written-lines';

/** What a call has that is more than the library knows of. */
interface Plan {
	/** Arguments that are calls which refer to cells. */
	readonly cells: readonly number[];
	/** The first whole columns or rows that an argument goes through place by place. */
	readonly lines: Lines | undefined;
	/** Whether the places go down, as those of whole columns do. */
	readonly isDown: boolean;
	readonly isLoose: boolean;
	/** Whether an argument has one place for each pair of them. */
	readonly isCrossed: boolean;
}

const plans = new WeakMap<Call, Plan>();

function planOf(call: Call): Plan {
	let plan = plans.get(call);
	if (!plan) {
		const { args } = call;
		const cells = args.flatMap((argument, index) => (refersByCall(argument) ? [index] : []));
		const known = args.map(passageThrough);
		const first = known.find((one, index) => one && one.lines !== args[index]);
		plan = {
			cells,
			lines: first?.lines,
			isDown: first?.isDown === true,
			isLoose: known.some((one) => one?.isLoose),
			isCrossed: known.some((one) => one?.isCrossed)
		};
		plans.set(call, plan);
	}
	return plan;
}

/** How the many blank places of whole columns or rows change what a function gives, by its name. */
const BEHIND: Readonly<
	Record<
		string,
		(given: { total: Value; blank: readonly Scalar[]; places: number; isDown: boolean }) => Value
	>
> = {
	SUM: ({ total, blank, places }) => Number(total) + places * sumOf(blank),
	SUMPRODUCT: ({ total, blank, places }) => Number(total) + places * sumOf(blank),
	COUNT: ({ total, blank, places }) => Number(total) + places * numbersOf(blank).length,
	COUNTA: ({ total, blank, places }) =>
		Number(total) + places * blank.filter((value) => value !== EmptyValue).length,
	SUMSQ: ({ total, blank, places }) =>
		Number(total) + places * numbersOf(blank).reduce((sum, value) => sum + value ** 2, 0),
	PRODUCT: ({ total, blank, places }) =>
		numbersOf(blank).reduce((product, value) => product * value ** places, Number(total)),
	AND: ({ total, blank }) => total === true && truthsOf(blank).every(Boolean),
	OR: ({ total, blank }) => total === true || truthsOf(blank).some(Boolean),
	XOR: ({ total, blank, places }) =>
		(total === true) !== ((truthsOf(blank).filter(Boolean).length * places) % 2 === 1),
	ROWS: ({ total, places, isDown }) => (isDown ? Number(total) + places : total),
	COLUMNS: ({ total, places, isDown }) => (isDown ? total : Number(total) + places)
};

/** What counts goes on over errors. */
const COUNTING = new Set(['COUNT', 'COUNTA', 'ROWS', 'COLUMNS']);

/** What MAX, MIN and others would give with one of them more. */
const ONE_MORE = new Set(['MAX', 'MIN', 'MAXA', 'MINA']);

/**
 * The same functions, but what a call such as INDEX refers to is read as cells are, and the blank places behind what is
 * in use of whole columns or rows count where an argument calculates with them.
 */
function aggregating(plugin: FunctionPluginDefinition) {
	return class Aggregating extends plugin {
		around(written: Call, state: CallState, calculate: Calculate): Value {
			const call = withLinesWritten(
				written,
				scopesOf(this.interpreter),
				(expression) => this.evaluateAst(expression, state),
				/^(ROWS|COLUMNS)$/.test(written.procedureName)
			);
			const plan = planOf(call);
			const { cells, lines } = plan;
			if (plan.isCrossed && state.arraysFlag) refuseEveryPlace();
			const total = cells.length > 0 ? this.#withCells(call, cells, state, calculate) : calculate(call);
			return lines && state.arraysFlag
				? this.#withBlankPlaces(call, plan, lines, total, state, calculate)
				: total;
		}

		/** Hands single values that calls refer to on as cells. */
		#withCells(call: Call, cells: readonly number[], state: CallState, calculate: Calculate): Value {
			const values = new Map<number, Value>();
			for (const index of cells) {
				const value = this.evaluateAst(call.args[index]!, state);
				// Of an array with one value the library takes that value alone, as if it stood in the formula.
				if (!(value instanceof SimpleRangeValue))
					values.set(index, SimpleRangeValue.onlyValues([[value], [EmptyValue]]));
			}
			return handedOver(call, values, scopesOf(this.interpreter), calculate);
		}

		#withBlankPlaces(
			call: Call,
			{ isDown, isLoose }: Plan,
			lines: Lines,
			total: Value,
			state: CallState,
			calculate: Calculate
		): Value {
			const { procedureName } = call;
			if (total instanceof CellError && procedureName !== 'AVERAGE') return total;
			const extent = extentOfLines(lines, state, this.dependencyGraph);
			const blank = this.#at(call, extent.length, state);
			const error = blank.find((value) => value instanceof CellError);
			if (error && !COUNTING.has(procedureName)) return error;
			const places = extent.length - extent.inUse;
			if (!this.#isSameEverywhere(call, extent.length, state)) {
				if (isLoose) refuseEveryPlace();
				return this.#withEach(call, places, state, calculate);
			}
			const numbers = numbersOf(blank);
			const adjust = BEHIND[procedureName];
			if (adjust && this.#isUneven(call, places, blank, state)) refuseEveryPlace();
			if (adjust) return adjust({ total, blank, places, isDown });
			if (numbers.length === 0) return total;
			if (ONE_MORE.has(procedureName)) {
				const more = numbers.map((value) => ({ type: 'NUMBER', value }) as Expression);
				return calculate({ ...call, args: [...call.args, ...more] });
			}
			if (procedureName !== 'AVERAGE') return this.#withEach(call, places, state, calculate);
			const [sum, count] = ['SUM', 'COUNT'].map((name) =>
				this.evaluateAst({ ...call, procedureName: name }, state)
			);
			if (sum instanceof CellError) return sum;
			return Number(sum) / Number(count);
		}

		#isSameEverywhere({ procedureName, args }: Call, place: number, state: CallState): boolean {
			if (!args.some(numbersPlaces)) return true;
			const number = placeNumber(place);
			const valuesAt = (expression: Expression) =>
				valuesIn(this.evaluateAst(atBlankPlace(expression, number, state), state));
			return procedureName === 'SUMPRODUCT'
				? placeDropsOutOfProducts(args, valuesAt)
				: args.every((argument) => placeDropsOut(argument, valuesAt));
		}

		/** Whether arguments have different counts of blank places, and that changes the result. */
		#isUneven(call: Call, places: number, blank: readonly Scalar[], state: CallState): boolean {
			const { procedureName } = call;
			const isSum = procedureName.startsWith('SUM');
			const matters = blank.some((value) =>
				isSum ? typeof value === 'number' && value !== 0 : value !== EmptyValue
			);
			if (!matters || procedureName === 'AND' || procedureName === 'OR') return false;
			return call.args.some((argument) => {
				const lines = linesThrough(argument);
				if (!lines) return false;
				const { length, inUse } = extentOfLines(lines, state, this.dependencyGraph);
				return length - inUse !== places;
			});
		}

		/** Calculates with every blank place, where they are not too many. */
		#withEach(call: Call, places: number, state: CallState, calculate: Calculate): Value {
			if (places > MOST_PLACES) refuseEveryPlace();
			const through = call.args.flatMap((argument, index) => (linesThrough(argument) ? [index] : []));
			const values = withBlankPlaces(call, through, places, {
				valueOf: (expression) => this.evaluateAst(expression, state),
				extentOf: (lines) => extentOfLines(lines, state, this.dependencyGraph),
				blankOf: () => undefined,
				state
			});
			return values instanceof CellError
				? values
				: handedOver(call, values, scopesOf(this.interpreter), calculate);
		}

		/** What the arguments are at a blank place: of SUMPRODUCT their products. */
		#at(call: Call, place: number, state: CallState): Scalar[] {
			const number = placeNumber(place);
			const arrays = call.args.map((argument) => {
				const passage = passageThrough(argument);
				if (!passage) return undefined;
				const value = this.evaluateAst(atBlankPlace(argument, number, state), state);
				return valuesAtPlace(value, passage.isDown);
			});
			const known = arrays.filter((values) => values !== undefined);
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

/** Further functions that whole columns and rows reach to their end in, or that say so where they cannot. */
const WITH_BLANK_PLACES = [
	...['PRODUCT', 'AND', 'OR', 'XOR', 'MEDIAN', 'DEVSQ', 'GEOMEAN', 'HARMEAN', 'AVEDEV'],
	...['PERCENTILE', 'PERCENTILE.INC', 'PERCENTILE.EXC', 'QUARTILE', 'QUARTILE.INC', 'QUARTILE.EXC']
];

/** All that is made to read calls as cells, and whole columns and rows to their end. */
export const AGGREGATES = [...SUMMARIES, ...WITH_BLANK_PLACES, 'SUMPRODUCT', 'ROWS', 'COLUMNS'];

/** Makes summaries read what calls refer to as cells, and whole columns and rows to their end, for every calculation from now on. */
export function offerAggregates(): void {
	offerAround(AGGREGATES, aggregating);
}
