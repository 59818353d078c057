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
import { useExcelOperators } from '../coercion/operators';
import { conversionOf } from '../coercion/conversion';
import { isReadAsCells } from '../reference/refers';
import { wrongNumber, wrongValue } from './failures';
import type { Given, NumericFunction, Reading, Surroundings } from './numeric-function';
import { unwrapped } from './parameters';

type Expression = Parameters<FunctionPlugin['evaluateAst']>[0];
type Call = Expression & { readonly args: Parameters<FunctionPlugin['runFunction']>[0] };
type CallState = Parameters<FunctionPlugin['evaluateAst']>[1];

/** How arguments are read in a locale. */
function readingIn(locale: string | undefined): Reading {
	const { numberIn, textOf } = conversionOf(locale);
	return {
		textOf,
		numberIn(text) {
			const trimmed = text.trim();
			const number = numberIn(text);
			// Dates are read only where no blanks stand round them.
			if (number === undefined || (trimmed !== text && /\d[-/]\d|[a-z]{3}/i.test(trimmed)))
				return wrongValue('A text stands where this function needs a number.');
			return number;
		}
	};
}

/** Makes functions known to the calculation as one plugin. */
export function pluginOf(functions: readonly NumericFunction[]): FunctionPluginDefinition {
	class NumericFunctions extends FunctionPlugin {
		static override implementedFunctions: ImplementedFunctions = {};
		static override aliases: Record<string, string> = {};

		readonly #reading: Reading;

		constructor(interpreter: ConstructorParameters<typeof FunctionPlugin>[0]) {
			super(interpreter);
			useExcelOperators(interpreter);
			this.#reading = readingIn((this.config.context as Surroundings | undefined)?.locale);
		}

		calculate(called: NumericFunction, call: Call, state: CallState) {
			return this.runFunction(call.args, state, this.metadata(called.name), (...raw: unknown[]) =>
				this.#answer(called, raw, call)
			);
		}

		#answer({ parameters, answer }: NumericFunction, raw: readonly unknown[], call: Call) {
			const values: unknown[] = [];
			for (const [index, parameter] of parameters.entries()) {
				const last = parameter.isRepeated ? raw.length : index + 1;
				const given: Given[] = [];
				for (let at = index; at < last; at++) {
					if (raw[at] === undefined || (parameter.isEmptyLeftOut && isEmpty(call.args[at]))) continue;
					given.push({ value: scalarOrBlock(raw[at]), isReference: isReadAsCells(call.args[at]) });
				}
				const value = parameter.read(given, this.#reading);
				if (value instanceof CellError && !parameter.takesErrors) return value;
				values.push(value);
			}
			const result = answer(values, this.config.context as Surroundings);
			return typeof result === 'number' && !Number.isFinite(result)
				? wrongNumber('The result is not a number that can be held: check the arguments.')
				: result;
		}
	}
	for (const one of functions) {
		const { name, aliases, parameters, givesBlock } = one;
		NumericFunctions.implementedFunctions[name] = {
			method: name,
			parameters: parameters.map(argumentOf),
			...(parameters.at(-1)?.isRepeated ? { repeatLastArgs: 1 } : {}),
			...(givesBlock ? { vectorizationForbidden: true } : {})
		};
		for (const alias of aliases) NumericFunctions.aliases[alias] = name;
		Object.defineProperty(NumericFunctions.prototype, name, {
			value(this: NumericFunctions, call: Call, state: CallState) {
				return this.calculate(one, call, state);
			}
		});
	}
	return NumericFunctions;
}

function argumentOf({ isOptional, takesBlock }: NumericFunction['parameters'][number]): FunctionArgument {
	return {
		argumentType: takesBlock ? FunctionArgumentType.ANY : FunctionArgumentType.SCALAR,
		...(isOptional ? { optionalArg: true } : {})
	};
}

function scalarOrBlock(raw: unknown): Given['value'] {
	return raw instanceof SimpleRangeValue ? raw : raw === EmptyValue ? null : unwrapped(raw);
}

function isEmpty(argument: Expression | undefined): boolean {
	const type: string | undefined = argument?.type;
	return type === 'EMPTY';
}
