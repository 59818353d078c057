import { HyperFormula, type FunctionPlugin, type FunctionPluginDefinition } from 'hyperformula';
import type { Call, CallState, Value } from '../scope/closure';

export type Calculate = (call: Call) => Value;

/** A plugin whose functions can be calculated in another way than by themselves. */
interface Around extends FunctionPlugin {
	/** What a call comes to; `calculate` is the function as it was. */
	around(call: Call, state: CallState, calculate: Calculate): Value;
}

type AroundDefinition = Omit<FunctionPluginDefinition, 'prototype'> & (new (...given: never[]) => Around);

/** Registers functions anew, with something of ours around each, for every calculation from now on. */
export function offerAround(
	names: readonly string[],
	extend: (plugin: FunctionPluginDefinition) => AroundDefinition
): void {
	for (const called of names) {
		const plugin = HyperFormula.getFunctionPlugin(called);
		if (plugin) HyperFormula.registerFunction(called, surrounded(plugin, called, extend(plugin)));
	}
}

function surrounded(
	plugin: FunctionPluginDefinition,
	called: string,
	extended: AroundDefinition
): FunctionPluginDefinition {
	const name = plugin.aliases?.[called] ?? called;
	const { method } = plugin.implementedFunctions[name]!;
	const inherited = plugin.prototype as Readonly<
		Record<string, (this: Around, call: Call, state: CallState) => Value>
	>;
	Object.defineProperty(extended.prototype, `around ${name}`, {
		value(this: Around, call: Call, state: CallState) {
			return this.around(call, state, (all) => inherited[method]!.call(this, all, state));
		}
	});
	// All functions of the plugin: the library may calculate those that were not replaced by way of this class too.
	const implementedFunctions = {
		...plugin.implementedFunctions,
		[name]: { ...plugin.implementedFunctions[name]!, method: `around ${name}` }
	};
	return Object.assign(extended, { implementedFunctions }) as unknown as FunctionPluginDefinition;
}
