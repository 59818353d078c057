import { HyperFormula, type FunctionPluginDefinition } from 'hyperformula';
import { AbsentFunctions } from './absent-functions';
import { ADDRESS } from './address';
import { ANGLES } from './angles';
import { ASSOCIATION } from './association';
import { AVERAGES } from './averages';
import { BETA } from './beta-functions';
import { BITS } from './bits';
import { BYTE_TEXTS } from './byte-texts';
import { CALENDAR } from './calendar-functions';
import { CASH_FLOW } from './cash-flow';
import { CHANCES } from './chances';
import { CHARACTERS } from './characters';
import { COUNTING } from './counting';
import { DATES } from './dates';
import { DEPRECIATION } from './depreciation';
import { DIVISIBILITY } from './divisibility';
import { ERROR_FUNCTIONS } from './error-functions';
import { GAMMA } from './gamma-functions';
import { HYPOTHESIS_TESTS } from './hypothesis-tests';
import { LOAN } from './loan';
import { LOGARITHMS } from './logarithms';
import { MATRIX } from './matrix';
import { NORMAL } from './normal-functions';
import type { NumericFunction } from './numeric-function';
import { ORDER } from './order';
import { pluginOf } from './plugin';
import { REGRESSION } from './regression';
import { ROUNDING } from './rounding';
import { offerStrictArguments } from './strict-arguments';
import { STUDENT } from './student';
import { TEXT_CHANGES } from './text-changes';
import { TEXTS } from './text-functions';
import { TEXT_PARTS } from './text-parts';
import { TEXT_SPLIT } from './text-split';
import { VALUE_TEXTS } from './value-text';
import { WORKDAYS } from './workdays';

export type { NumericFunction } from './numeric-function';
export { RARE_NAMES } from './rare-names';

/** Those that are there from the start. */
export const NUMERIC_FUNCTIONS: readonly NumericFunction[] = [
	...ROUNDING,
	...LOGARITHMS,
	...ANGLES,
	...DIVISIBILITY,
	...COUNTING,
	...MATRIX,
	...BITS,
	...ERROR_FUNCTIONS,
	...AVERAGES,
	...ASSOCIATION,
	...NORMAL,
	...STUDENT,
	...BETA,
	...GAMMA,
	...HYPOTHESIS_TESTS,
	...ORDER,
	...REGRESSION,
	...LOAN,
	...CASH_FLOW,
	...DEPRECIATION,
	...DATES,
	...CALENDAR,
	...WORKDAYS,
	ADDRESS,
	...TEXTS,
	...TEXT_PARTS,
	...TEXT_CHANGES,
	...CHARACTERS,
	...BYTE_TEXTS,
	...CHANCES,
	...TEXT_SPLIT,
	...VALUE_TEXTS
];

let isOffered = false;
let isRareOffered = false;

/**
 * Makes the functions of mathematics, statistics, finance, dates and text known to every calculation built from now on.
 * Those that are rare give an error until they are offered themselves.
 */
export function offerNumericFunctions(): void {
	if (isOffered) return;
	isOffered = true;
	offerStrictArguments();
	offer(pluginOf(NUMERIC_FUNCTIONS));
	offer(AbsentFunctions);
}

/** Makes the rare functions known to every calculation built from now on. */
export function offerRareFunctions(functions: readonly NumericFunction[]): void {
	if (isRareOffered) return;
	isRareOffered = true;
	offer(pluginOf(functions));
}

function offer(plugin: FunctionPluginDefinition): void {
	const names = [...Object.keys(plugin.implementedFunctions), ...Object.keys(plugin.aliases ?? {})];
	HyperFormula.registerFunctionPlugin(plugin, {
		enGB: Object.fromEntries(names.map((name) => [name, name]))
	});
}
