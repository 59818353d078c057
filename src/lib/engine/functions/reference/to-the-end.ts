import {
	CellError,
	ErrorType,
	HyperFormula,
	SimpleRangeValue,
	type FunctionPluginDefinition
} from 'hyperformula';
import type { Scalar } from '../lookup/values';
import { isNothing, type Call, type CallState, type Expression, type Value } from '../scope/closure';
import { scopesOf } from '../scope/scopes';
import { AGGREGATES } from './aggregates';
import { offerAround, type Calculate } from './around';
import { handedOver } from './handed-over';
import { placeDropsOut } from './numbered-places';
import { placesThatMatter } from './places-that-matter';
import { MOST_PLACES, withBlankPlaces } from './blank-places';
import { passageThrough } from './passages';
import { isWhole, argumentsOf, type Lines } from './lines';
import {
	atBlankPlace,
	extentOfLines,
	numbersPlaces,
	placeNumber,
	refuseEveryPlace,
	valuesAtPlace,
	valuesIn
} from './whole-lines';
import { withLinesWritten } from './written-lines';

/** What a call calculates with that goes beyond what is in use of a sheet. */
interface Plan {
	readonly lines: Lines;
	/** Its arguments with whole columns or rows, by their position. */
	readonly through: readonly number[];
	readonly isNumbered: boolean;
	/** Whether the places go down, as those of whole columns do. */
	readonly isDown: boolean;
	/** Whether places stand elsewhere in the arguments than in the sheet. */
	readonly isLoose: boolean;
	/** Whether an argument has one place for each pair of them. */
	readonly isCrossed: boolean;
}

/** Functions that give what stands at places. */
const POSITIONS = new Set(['INDEX', 'TAKE']);

/** Functions that say with an error that they found nothing. */
const SEARCHES = new Set(['MATCH', 'XMATCH', 'VLOOKUP', 'HLOOKUP']);

/** Functions that know of whole lines, as they stand, no more than what is in use. */
const PLAIN_TOO = new Set([
	...['TAKE', 'DROP', 'CHOOSEROWS', 'CHOOSECOLS', 'UNIQUE', 'EXPAND', 'TEXTJOIN', 'ARRAYTOTEXT']
]);

const plans = new WeakMap<Call, Plan | null>();

function planOf(call: Call): Plan | null {
	let plan = plans.get(call);
	if (plan === undefined) {
		const { args } = call;
		const wholes = args.map((argument, index) => (isTakenWhole(call, index) ? argument : undefined));
		const isPlainToo = PLAIN_TOO.has(call.procedureName);
		const known = wholes.map((one) => one && passageThrough(one));
		const first = known.find((one, index) => one && (isPlainToo || one.lines !== wholes[index]));
		const through = known.flatMap((one, index) => (first && one?.isDown === first.isDown ? [index] : []));
		plan = first
			? {
					lines: first.lines,
					through,
					isNumbered: through.some((index) => numbersPlaces(args[index]!)),
					isDown: first.isDown,
					isLoose: through.some((index) => known[index]!.isLoose),
					isCrossed: known.some((one) => one?.isCrossed)
				}
			: null;
		plans.set(call, plan);
	}
	return plan;
}

/** The same functions, given arrays of whole columns and rows with as many of their blank places as can change the result. */
function reachingTheEnd(plugin: FunctionPluginDefinition) {
	return class ReachingTheEnd extends plugin {
		around(written: Call, state: CallState, calculate: Calculate): Value {
			const call = withLinesWritten(
				written,
				scopesOf(this.interpreter),
				(expression) => this.evaluateAst(expression, state),
				PLAIN_TOO.has(written.procedureName)
			);
			const plan = state.arraysFlag ? planOf(call) : null;
			if (!plan) return calculate(call);
			const extent = extentOfLines(plan.lines, state, this.dependencyGraph);
			const blank = this.#blankOf(call, plan, extent.length, state);
			const { procedureName } = call;
			if (plan.isCrossed) refuseEveryPlace();
			const count = placesThatMatter(procedureName, {
				isDown: plan.isDown,
				isNothing: (index) => call.args[index] !== undefined && isNothing(call.args[index]),
				valuesOf: (index) => {
					const argument = call.args[index];
					return argument && valuesIn(this.evaluateAst(argument, state));
				},
				inUse: extent.inUse,
				all: extent.length - extent.inUse,
				blank: [...blank.values()].flat(),
				blankOf: (index) => blank.get(index),
				valueOf: (index) => this.#valueOf(call.args[index], state)
			});
			if (count === 0) return calculate(call);
			if (!plan.isLoose && this.#isSameEverywhere(call, plan, extent.length, state)) {
				if (count > MOST_PLACES && !this.#isForOne(call, state)) refuseEveryPlace();
				return this.#withBlankPlaces(call, plan, blank, count, state, calculate);
			}
			if (!plan.isLoose && POSITIONS.has(procedureName) && count <= MOST_PLACES)
				return this.#withBlankPlaces(call, plan, undefined, count, state, calculate);
			// What is found in what is in use stands before all else.
			const found = count === 1 && SEARCHES.has(procedureName) ? calculate(call) : undefined;
			const isFound = found !== undefined && !(found instanceof CellError && found.type === ErrorType.NA);
			return isFound ? found : refuseEveryPlace();
		}

		/** Whether what stands at one place is asked for; of many places each would go through all that come before it. */
		#isForOne({ procedureName, args }: Call, state: CallState): boolean {
			const isOne = (argument: Expression) => valuesIn(this.evaluateAst(argument, state)).length <= 1;
			return POSITIONS.has(procedureName) && args.slice(1).every(isOne);
		}

		/** Calculates with so many blank places behind those in use: what is in them, or undefined where that differs. */
		#withBlankPlaces(
			call: Call,
			{ through }: Plan,
			blank: ReadonlyMap<number, Scalar[]> | undefined,
			count: number,
			state: CallState,
			calculate: Calculate
		): Value {
			const values = withBlankPlaces(call, through, count, {
				valueOf: (expression) => this.evaluateAst(expression, state),
				extentOf: (lines) => extentOfLines(lines, state, this.dependencyGraph),
				blankOf: (index) => blank?.get(index),
				state
			});
			return values instanceof CellError
				? values
				: handedOver(call, values, scopesOf(this.interpreter), calculate);
		}

		/** What the arguments are at the last place, by their position. */
		#blankOf(call: Call, { through, isDown }: Plan, place: number, state: CallState): Map<number, Scalar[]> {
			const number = placeNumber(place);
			const valuesOf = (index: number) =>
				valuesAtPlace(this.evaluateAst(atBlankPlace(call.args[index]!, number, state), state), isDown);
			return new Map(through.map((index) => [index, valuesOf(index)]));
		}

		#isSameEverywhere(call: Call, { isNumbered, through }: Plan, place: number, state: CallState): boolean {
			if (!isNumbered) return true;
			const number = placeNumber(place);
			const valuesAt = (expression: Expression) =>
				valuesIn(this.evaluateAst(atBlankPlace(expression, number, state), state));
			return through.every((index) => placeDropsOut(call.args[index]!, valuesAt));
		}

		#valueOf(argument: Expression | undefined, state: CallState): Scalar | undefined {
			if (!argument) return undefined;
			const value = this.evaluateAst(argument, state);
			return value instanceof SimpleRangeValue && value.width() * value.height() > 1
				? undefined
				: valuesIn(value)[0];
		}
	};
}

/** Functions that are left as they are: those that know whole lines themselves, or give arrays on as they come. */
const LEFT = new Set([
	...['N', 'T', 'SUBTOTAL', 'COUNTBLANK', 'SUMIF', 'COUNTIF', 'AVERAGEIF', 'SUMIFS', 'COUNTIFS'],
	...['AVERAGEIFS', 'MAXIFS', 'MINIFS', 'AREAS', 'CELL', 'COLUMN', 'ROW', 'SHEET', 'SHEETS'],
	...['HSTACK', 'VSTACK', 'TRANSPOSE', 'MMULT', 'ARRAYFORMULA', 'ARRAY_CONSTRAIN', 'MAXPOOL', 'MEDIANPOOL']
]);

/** Makes functions that take arrays reach the end of whole columns and rows, for every calculation from now on. */
export function offerToTheEnd(): void {
	const names = HyperFormula.getRegisteredFunctionNames('enGB').filter(
		(name) => !LEFT.has(name) && !AGGREGATES.includes(name) && /^[A-Z]/.test(name) && takesArrays(name)
	);
	offerAround(names, reachingTheEnd);
}

function takesArrays(called: string): boolean {
	return argumentsOf(called).some(isWhole);
}

function isTakenWhole({ procedureName }: Call, index: number): boolean {
	const parameters = argumentsOf(procedureName);
	return isWhole(parameters[index] ?? parameters.at(-1)!);
}
