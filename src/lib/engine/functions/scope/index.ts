import { HyperFormula, type FunctionPluginDefinition } from 'hyperformula';
import { offerChoosing } from './conditional-functions';
import { LambdaFunctions } from './lambda-functions';
import { NameFunctions } from './name-functions';

let isOffered = false;

/** Makes LET, LAMBDA and the functions that call one known to every calculation that is built from now on. */
export function offerScopeFunctions(): void {
	if (isOffered) return;
	isOffered = true;
	offerChoosing();
	const plugins: readonly FunctionPluginDefinition[] = [NameFunctions, LambdaFunctions];
	for (const plugin of plugins) {
		const names = Object.keys(plugin.implementedFunctions);
		HyperFormula.registerFunctionPlugin(plugin, {
			enGB: Object.fromEntries(names.map((name) => [name, name]))
		});
	}
}
