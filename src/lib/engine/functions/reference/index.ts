import { HyperFormula } from 'hyperformula';
import { ReferenceFunctions } from './reference-functions';

export { areaOfKey, type Area } from './area';
export { keyOfCell, type ContentContext, type ToldContext } from './told-reads';

let isOffered = false;

/** Makes the functions that refer to cells told only when they are calculated known to every calculation from now on. */
export function offerReferenceFunctions(): void {
	if (isOffered) return;
	isOffered = true;
	const names = Object.keys(ReferenceFunctions.implementedFunctions);
	HyperFormula.registerFunctionPlugin(ReferenceFunctions, {
		enGB: Object.fromEntries(names.map((name) => [name, name]))
	});
}
