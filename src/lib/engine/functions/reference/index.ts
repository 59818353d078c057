import { HyperFormula } from 'hyperformula';
import { offerAggregates } from './aggregates';
import { offerReferenceArrays } from './reference-arrays';
import { offerToTheEnd } from './to-the-end';
import { offerSheetLimits } from './sheet-limits';
import { PlaceFunctions } from './place-functions';
import { ReferenceFunctions } from './reference-functions';

export { areaOfKey, type Area } from './area';
export { keyOfCell, type ContentContext, type ToldContext } from './told-reads';

let isOffered = false;

/** Makes the functions that refer to cells told only when they are calculated known to every calculation from now on. */
export function offerReferenceFunctions(): void {
	if (isOffered) return;
	isOffered = true;
	offerAggregates();
	offerToTheEnd();
	offerSheetLimits();
	offerReferenceArrays();
	for (const plugin of [ReferenceFunctions, PlaceFunctions]) {
		const names = Object.keys(plugin.implementedFunctions);
		HyperFormula.registerFunctionPlugin(plugin, {
			enGB: Object.fromEntries(names.map((name) => [name, name]))
		});
	}
}
