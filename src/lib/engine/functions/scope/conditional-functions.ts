import {
	CellError,
	ErrorType,
	FunctionArgumentType,
	HyperFormula,
	SimpleRangeValue,
	type FunctionPluginDefinition
} from 'hyperformula';
import { ENGINE_CALL } from '$lib/formula';
import { Closure, givenValue, type Call, type CallState, type Expression, type Value } from './closure';
import { holdsLines } from '../reference/whole-lines';
import { scopesOf } from './scopes';

const NAMES = ['IF', 'IFS', 'IFERROR', 'IFNA'];
const CONDITION = { argumentType: FunctionArgumentType.BOOLEAN };

/** What is chosen; or the first condition that is an array, which has to be gone through value by value. */
type Choice = { readonly value: Value } | { readonly array: SimpleRangeValue; readonly index: number };

/**
 * The same functions, but inside of LET and LAMBDA a branch that is not taken is not calculated: only so does a LAMBDA that
 * calls itself come to an end. Arrays of conditions are left to the functions as they were.
 */
function choosing(plugin: FunctionPluginDefinition, names: readonly string[]): FunctionPluginDefinition {
	class Choosing extends plugin {
		/** All of its functions: the library may calculate those that were not replaced by way of this class too. */
		static override implementedFunctions = {
			...plugin.implementedFunctions,
			...Object.fromEntries(
				names.map((name) => [name, { ...plugin.implementedFunctions[name]!, method: `choose ${name}` }])
			)
		};

		calculateChosen(call: Call, state: CallState, calculateAll: (call: Call) => Value): Value {
			const scopes = scopesOf(this.interpreter);
			// Through whole columns more may be refused than what is chosen.
			const isStepwise = scopes.isInside || call.args.slice(1).some(holdsLines);
			const choice = isStepwise ? this.#choice(call, state) : undefined;
			if (!choice) return calculateAll(call);
			if ('value' in choice) return choice.value;
			// The conditions up to here are calculated already: doing that again at every level would take for ever.
			const name = '~condition';
			const known = { type: 'FUNCTION_CALL', procedureName: ENGINE_CALL.name, args: [textNode(name)] };
			const args = call.args.with(choice.index, known as Expression);
			return scopes.within(scopes.scope, () => {
				scopes.add(name, givenValue(choice.array));
				return calculateAll({ ...call, args });
			});
		}

		/** Undefined where the count of arguments is wrong. */
		#choice({ procedureName, args }: Call, state: CallState): Choice | undefined {
			if (args.length < 2) return undefined;
			if (procedureName === 'IF') return args.length > 3 ? undefined : this.#firstTrue(args, state, false);
			if (procedureName === 'IFS') {
				const none = new CellError(ErrorType.NA, 'No condition of IFS is true.');
				return args.length % 2 === 0 ? this.#firstTrue(args, state, none) : undefined;
			}
			if (args.length > 2) return undefined;
			const value = this.evaluateAst(args[0]!, state);
			if (value instanceof SimpleRangeValue) return { array: value, index: 0 };
			const isCaught =
				value instanceof CellError &&
				!(value instanceof Closure) &&
				(procedureName === 'IFERROR' || value.type === ErrorType.NA);
			return { value: isCaught ? this.evaluateAst(args[1]!, state) : value };
		}

		/** What follows the first condition that is true; what stands alone at the end where none is. */
		#firstTrue(args: readonly Expression[], state: CallState, otherwise: Value): Choice {
			for (let index = 0; index + 1 < args.length; index += 2) {
				const condition = this.evaluateAst(args[index]!, state);
				if (condition instanceof SimpleRangeValue) return { array: condition, index };
				const isTrue = this.coerceToType(condition, CONDITION, state);
				if (isTrue instanceof CellError) return { value: isTrue };
				if (isTrue === undefined)
					return { value: new CellError(ErrorType.VALUE, 'A text stands where TRUE or FALSE is needed.') };
				if (isTrue) return { value: this.evaluateAst(args[index + 1]!, state) };
			}
			return { value: args.length % 2 === 0 ? otherwise : this.evaluateAst(args.at(-1)!, state) };
		}
	}
	for (const name of names) {
		const { method } = plugin.implementedFunctions[name]!;
		const inherited = plugin.prototype as Readonly<
			Record<string, (this: Choosing, call: Call, state: CallState) => Value>
		>;
		Object.defineProperty(Choosing.prototype, `choose ${name}`, {
			value(this: Choosing, call: Call, state: CallState) {
				return this.calculateChosen(call, state, (all) => inherited[method]!.call(this, all, state));
			}
		});
	}
	return Choosing;
}

function textNode(value: string): Expression {
	return { type: 'STRING', value } as Expression;
}

/** Makes the functions that choose calculate only what is chosen, for every calculation built from now on. */
export function offerChoosing(): void {
	for (const name of NAMES) {
		const plugin = HyperFormula.getFunctionPlugin(name);
		if (plugin) HyperFormula.registerFunction(name, choosing(plugin, [name]));
	}
}
