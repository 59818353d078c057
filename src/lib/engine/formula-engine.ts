import { BareFormulaEngine } from './engine';
import { formatText } from './format-text';
import { functionHelp, type FunctionHelp } from './function-help';
import { RARE_FUNCTIONS } from './functions/numeric/rare-functions';

/** An engine that has everything at hand from the start: for where it costs nothing to load all of it. */
export class FormulaEngine extends BareFormulaEngine {
	constructor() {
		super({ formatText, rareFunctions: RARE_FUNCTIONS });
	}

	/** Every function that formulas can use, by name. */
	describeFunctions(): readonly FunctionHelp[] {
		return functionHelp();
	}
}
