import {
	CellError,
	EmptyValue,
	FunctionArgumentType,
	FunctionPlugin,
	SimpleRangeValue,
	type FunctionArgument,
	type FunctionPluginDefinition,
	type ImplementedFunctions
} from 'hyperformula';
import { conversionOf, type Conversion } from '../coercion/conversion';
import type { Surroundings } from '../numeric/numeric-function';
import { isReadAsCells } from '../reference/refers';
import type { HiddenRowsContext } from '../../hidden-rows';
import { tooLong, wrongNumber, wrongValue } from './failures';
import { gridOf, type Grid } from './grid';
import type { Invocation, LookupFunction, LookupParameter } from './lookup-function';
import { arrayOf, scalarOf, type Given, type Scalar } from './values';

type Expression = Parameters<FunctionPlugin['evaluateAst']>[0];
type Call = Expression & { readonly args: Parameters<FunctionPlugin['runFunction']>[0] };
type CallState = Parameters<FunctionPlugin['evaluateAst']>[1];

/** Makes functions known to the calculation as one plugin. */
export function pluginOf(functions: readonly LookupFunction[]): FunctionPluginDefinition {
	const byName = new Map(functions.map((one) => [one.name, one]));

	class LookupFunctions extends FunctionPlugin {
		static override implementedFunctions: ImplementedFunctions = {};

		/** Whether the call whose arguments were read last is calculated once for each cell of an array. */
		#isOneOfMany = false;

		calculate(called: LookupFunction, call: Call, state: CallState) {
			return this.runFunction(call.args, state, this.metadata(called.name), (...raw: unknown[]) =>
				this.#answer(called, raw, call)
			);
		}

		override calculateSizeOfVectorizedResultArray(
			...given: Parameters<FunctionPlugin['calculateSizeOfVectorizedResultArray']>
		): [number, number] {
			const [height, width] = super.calculateSizeOfVectorizedResultArray(...given);
			this.#isOneOfMany = height > 1 || width > 1;
			return [height, width];
		}

		/** Errors are left where they are: whether one is the answer, its parameter says. */
		override coerceArgumentsToRequiredTypes(
			state: CallState,
			args: Parameters<FunctionPlugin['coerceArgumentsToRequiredTypes']>[1],
			metadata: Parameters<FunctionPlugin['coerceArgumentsToRequiredTypes']>[2]
		) {
			return args.map((value, index) => {
				if (value === undefined) return undefined;
				return (
					this.coerceToType(value, metadata[index]!, state) ??
					wrongValue('A range stands where this formula needs a single value.')
				);
			});
		}

		#answer(called: LookupFunction, raw: readonly unknown[], call: Call): Scalar | SimpleRangeValue {
			const given: (Given | undefined)[] = [];
			for (let index = 0; index < Math.max(raw.length, called.parameters.length); index++) {
				const value = raw[index];
				const parameter = parameterAt(called, index)!;
				const read = this.#read(parameter, value as Given | undefined, isEmpty(call.args[index]));
				// An error that a cell holds is one of the values of the range that this cell is.
				const isValue = parameter.takesErrors || (parameter.kind === 'grid' && isCell(call.args[index]));
				if (read instanceof CellError && !isValue) return read;
				if (parameter.longest && typeof read === 'string' && read.length > parameter.longest)
					return tooLong(called.name, parameter.longest);
				given.push(read);
			}
			const result = called.answer(this.#invocation(given, call));
			if (result instanceof SimpleRangeValue) {
				return this.#isOneOfMany ? scalarOf(result.data[0]?.[0] ?? EmptyValue) : result;
			}
			return typeof result === 'number' && !Number.isFinite(result)
				? wrongNumber('The result is not a number that can be held: check the arguments.')
				: result;
		}

		#read(parameter: LookupParameter, given: Given | undefined, isEmptyArgument: boolean): Given | undefined {
			if (given === undefined || (isEmptyArgument && parameter.isEmptyLeftOut)) return parameter.otherwise;
			if (given instanceof SimpleRangeValue || parameter.kind === 'grid') return given;
			const value = scalarOf(given);
			if (value instanceof CellError) return value;
			if (parameter.kind === 'number') return this.#numberOf(value, parameter.name);
			return parameter.kind === 'flag' ? this.#flagOf(value, parameter.name) : value;
		}

		#numberOf(value: Scalar, name: string): number | CellError {
			if (typeof value === 'number') return value;
			const number = typeof value === 'string' ? this.#conversion.numberIn(value) : Number(value === true);
			return number ?? wrongValue(`A text stands where ${name} needs a number.`);
		}

		#flagOf(value: Scalar, name: string): boolean | CellError {
			if (typeof value !== 'string') return value !== EmptyValue && Boolean(value);
			return booleanIn(value) ?? wrongValue(`A text stands where ${name} needs TRUE or FALSE.`);
		}

		get #conversion(): Conversion {
			return conversionOf((this.config.context as Surroundings).locale);
		}

		#gridOf(given: Given): Grid {
			return gridOf(given, this.dependencyGraph, this.config);
		}

		#invocation(given: readonly (Given | undefined)[], call: Call): Invocation {
			return {
				count: call.args.length,
				graph: this.dependencyGraph,
				isGiven: (index) => given[index] !== undefined,
				grid: (index) => this.#gridOf(given[index] ?? EmptyValue),
				value: (index) => scalarOf((given[index] ?? EmptyValue) as Scalar),
				number: (index) => given[index] as number,
				flag: (index) => given[index] as boolean,
				isArray: (index) => given[index] instanceof SimpleRangeValue || isList(call.args[index]),
				isReference: (index) => isReadAsCells(call.args[index]),
				conversion: this.#conversion,
				isOneOfMany: this.#isOneOfMany,
				isRowHidden: (sheet, row, onlyByFilter) =>
					(this.config.context as HiddenRowsContext).hiddenRows.isHidden(sheet, row, onlyByFilter),
				part: (grid, top, left, height, width) => this.#part(grid, top, left, height, width)
			};
		}

		#part(grid: Grid, top: number, left: number, height: number, width: number): SimpleRangeValue {
			if (grid.range) {
				const { start } = grid.range;
				const at = { sheet: start.sheet, row: start.row + top, col: start.col + left };
				// The calculation gives no way to make a range but from another one.
				const range = grid.range.withStart(at);
				const isEndless = !grid.range.isFinite();
				const rows = isEndless ? Math.max(1, Math.min(height, grid.filledHeight - top)) : height;
				const columns = isEndless ? Math.max(1, Math.min(width, grid.filledWidth - left)) : width;
				const corner = { ...at, row: at.row + rows - 1, col: at.col + columns - 1 };
				return SimpleRangeValue.onlyRange(Object.assign(range, { end: corner }), this.dependencyGraph);
			}
			return arrayOf(
				Array.from({ length: height }, (_, row) =>
					Array.from({ length: width }, (_, column) => grid.at(top + row, left + column))
				)
			);
		}
	}

	for (const one of byName.values()) {
		LookupFunctions.implementedFunctions[one.name] = {
			method: one.name,
			parameters: one.parameters.map(argumentOf),
			...(one.repeated ? { repeatLastArgs: one.repeated } : {}),
			...(one.isVolatile ? { isVolatile: true } : {})
		};
		Object.defineProperty(LookupFunctions.prototype, one.name, {
			value(this: LookupFunctions, call: Call, state: CallState) {
				return this.calculate(one, call, state);
			}
		});
	}
	return LookupFunctions;
}

/** TRUE or FALSE as a text; undefined for any other text. */
export function booleanIn(text: string): boolean | undefined {
	const lower = text.toLowerCase();
	return lower === 'true' ? true : lower === 'false' ? false : undefined;
}

function argumentOf({ kind, isOptional }: LookupParameter): FunctionArgument {
	return {
		argumentType: kind === 'grid' ? FunctionArgumentType.ANY : FunctionArgumentType.SCALAR,
		...(isOptional ? { optionalArg: true } : {})
	};
}

/** The parameter that an argument is for; undefined for one too many. */
function parameterAt(
	{ parameters, repeated = 0 }: LookupFunction,
	index: number
): LookupParameter | undefined {
	const beyond = index - parameters.length;
	return parameters[beyond < 0 ? index : parameters.length - repeated + (beyond % repeated)];
}

function isEmpty(argument: Expression | undefined): boolean {
	const type: string | undefined = argument?.type;
	return type === 'EMPTY';
}

/** Whether an argument is a list in braces: of one value the library hands over that value alone. */
function isList(argument: Expression | undefined): boolean {
	const type: string | undefined = argument?.type;
	return type === 'ARRAY';
}

function isCell(argument: Expression | undefined): boolean {
	if (!argument) return false;
	return 'expression' in argument ? isCell(argument.expression) : 'reference' in argument;
}
