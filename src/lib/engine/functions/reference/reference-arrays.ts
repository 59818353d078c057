import { CellError, EmptyValue, SimpleRangeValue, type FunctionPluginDefinition } from 'hyperformula';
import { ENGINE_CALL } from '$lib/formula';
import { nothing, wrongValue } from '../lookup/failures';
import { arrayOf, scalarOf, type Given, type Scalar } from '../lookup/values';
import { isCallOf, type Call, type CallState, type Expression, type Value } from '../scope/closure';
import { offerAround, type Calculate } from './around';

/** Functions that Excel calculates once for each reference of several. */
const FOR_EACH_REFERENCE = [
	...['N', 'T', 'SUBTOTAL', 'COUNTBLANK', 'SUMIF', 'COUNTIF', 'AVERAGEIF'],
	...['SUMIFS', 'COUNTIFS', 'AVERAGEIFS', 'MAXIFS', 'MINIFS']
];

/** The most references that one argument may stand for: a formula waits for each of them. */
const MOST_REFERENCES = 10_000;

/** Which arguments tell a reference, by its call: where one is an array, it tells several references. */
const TELLING: Readonly<Record<string, readonly [from: number, to: number]>> = {
	[ENGINE_CALL.offset]: [1, 5],
	INDIRECT: [0, 2]
};

/** Expressions that are never arrays. */
const ONE_VALUE: ReadonlySet<string> = new Set(['NUMBER', 'STRING', 'CELL_REFERENCE', 'EMPTY']);

/** The references that an argument stands for, one a value of the arrays that tell them. */
interface ReferenceArray {
	readonly height: number;
	readonly width: number;
	at(row: number, column: number): Expression;
}

/** The arguments of a call that may tell several references, by the call. */
const tellingArguments = new WeakMap<Call, readonly number[]>();

function tellingOf(call: Call): readonly number[] {
	let indices = tellingArguments.get(call);
	if (!indices) {
		indices = call.args.flatMap((argument, index) => (tellerOf(argument) ? [index] : []));
		tellingArguments.set(call, indices);
	}
	return indices;
}

function tellerOf(argument: Expression): Call | undefined {
	if ('expression' in argument) return tellerOf(argument.expression);
	return Object.keys(TELLING).some((name) => isCallOf(argument, name)) ? (argument as Call) : undefined;
}

/** The same functions, calculated once for each reference where OFFSET or INDIRECT are told several. */
function overReferences(plugin: FunctionPluginDefinition) {
	return class OverReferences extends plugin {
		around(call: Call, state: CallState, calculate: Calculate): Value {
			if (!state.arraysFlag) return calculate(call);
			const arrays = new Map<number, ReferenceArray>();
			for (const index of tellingOf(call)) {
				const array = this.#arrayOf(tellerOf(call.args[index]!)!, state);
				if (array) arrays.set(index, array);
			}
			return arrays.size > 0 ? this.#each(call, arrays, state, calculate) : calculate(call);
		}

		#each(
			call: Call,
			arrays: ReadonlyMap<number, ReferenceArray>,
			state: CallState,
			calculate: Calculate
		): Value {
			const height = Math.max(...[...arrays.values()].map((array) => array.height));
			const width = Math.max(...[...arrays.values()].map((array) => array.width));
			if (height * width > MOST_REFERENCES)
				return wrongValue(
					`This formula takes more than ${MOST_REFERENCES.toLocaleString('en-US')} references at once: work on fewer cells.`
				);
			const calls = Array.from({ length: height }, (_, row) =>
				Array.from({ length: width }, (__, column): Call => {
					const args = call.args.map((argument, index) => arrays.get(index)?.at(row, column) ?? argument);
					return { ...call, args };
				})
			);
			const references = calls.flat().flatMap(({ args }) => [...arrays.keys()].map((index) => args[index]!));
			const gathered = this.evaluateAst(callOf(ENGINE_CALL.gather, references), state);
			if (gathered instanceof CellError) return gathered;
			const results = calls.map((row) => row.map((one) => calculate(one) as Given));
			const sizes = results.flat().map(sizeOf);
			const rows = Math.max(height, ...sizes.map((size) => size.height));
			const columns = Math.max(width, ...sizes.map((size) => size.width));
			// What else is an array, such as several criteria, is gone through for each reference.
			return arrayOf(
				Array.from({ length: rows }, (_, row) =>
					Array.from({ length: columns }, (__, column) => {
						const result = results[height === 1 ? 0 : row]?.[width === 1 ? 0 : column];
						return result === undefined ? differentSizes() : valueAt(result, row, column);
					})
				)
			);
		}

		/** The references that a call tells; undefined where it tells one. */
		#arrayOf(teller: Call, state: CallState): ReferenceArray | undefined {
			const [from, to] = TELLING[teller.procedureName]!;
			const told = new Map<number, SimpleRangeValue>();
			for (const [index, argument] of teller.args.entries()) {
				if (index < from || index >= to || ONE_VALUE.has(argument.type)) continue;
				const value = this.evaluateAst(argument, state);
				if (value instanceof SimpleRangeValue && value.width() * value.height() > 1) told.set(index, value);
			}
			if (told.size === 0) return undefined;
			return {
				height: Math.max(...[...told.values()].map((values) => values.height())),
				width: Math.max(...[...told.values()].map((values) => values.width())),
				at: (row, column) => {
					const args = teller.args.map((argument, index) => {
						const values = told.get(index);
						return values ? constant(valueAt(values, row, column)) : argument;
					});
					return { ...teller, args };
				}
			};
		}
	};
}

function sizeOf(given: Given): { readonly height: number; readonly width: number } {
	return given instanceof SimpleRangeValue
		? { height: given.height(), width: given.width() }
		: { height: 1, width: 1 };
}

/** The value of an array that is gone through together with others: one row or column is taken for each of theirs. */
function valueAt(given: Given, row: number, column: number): Scalar {
	if (!(given instanceof SimpleRangeValue)) return scalarOf(given);
	const line = given.data[given.height() === 1 ? 0 : row];
	const value = line?.[given.width() === 1 ? 0 : column];
	return value === undefined ? differentSizes() : scalarOf(value as Exclude<Given, SimpleRangeValue>);
}

function differentSizes(): CellError {
	return nothing('The arrays of this formula are of different sizes.');
}

function callOf(procedureName: string, args: readonly Expression[]): Call {
	return { type: 'FUNCTION_CALL', procedureName, args } as unknown as Call;
}

/** An expression for a value; blank counts as 0 where a reference is told. */
function constant(value: Scalar): Expression {
	if (value instanceof CellError) return { type: 'ERROR', error: value } as unknown as Expression;
	if (typeof value === 'string') return { type: 'STRING', value } as Expression;
	return { type: 'NUMBER', value: value === EmptyValue ? 0 : Number(value) } as Expression;
}

/** Makes summaries and conditions go through several references, for every calculation from now on. */
export function offerReferenceArrays(): void {
	offerAround(FOR_EACH_REFERENCE, overReferences);
}
