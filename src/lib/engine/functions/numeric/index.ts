import { HyperFormula } from 'hyperformula';
import type { FunctionHelp } from '../../function-help';
import { ACCRUED_INTEREST } from './accrued-interest';
import { ADDRESS } from './address';
import { ANGLES } from './angles';
import { ASSOCIATION } from './association';
import { AVERAGES } from './averages';
import { BESSEL } from './bessel-functions';
import { BETA } from './beta-functions';
import { BITS } from './bits';
import { BONDS } from './bonds';
import { BYTE_TEXTS } from './byte-texts';
import { CALENDAR } from './calendar-functions';
import { CASH_FLOW } from './cash-flow';
import { CHANCES } from './chances';
import { CHARACTERS } from './characters';
import { COMPLEX } from './complex-functions';
import { COUNTING } from './counting';
import { DATES } from './dates';
import { DEPRECIATION } from './depreciation';
import { DIVISIBILITY } from './divisibility';
import { ENGINEERING } from './engineering';
import { ERROR_FUNCTIONS } from './error-functions';
import { FRENCH_DEPRECIATION } from './french-depreciation';
import { GAMMA } from './gamma-functions';
import { HYPOTHESIS_TESTS } from './hypothesis-tests';
import { LOAN } from './loan';
import { LOGARITHMS } from './logarithms';
import { MATRIX } from './matrix';
import { NORMAL } from './normal-functions';
import type { NumericFunction } from './numeric-function';
import { ODD_PERIODS } from './odd-periods';
import { ORDER } from './order';
import { pluginOf } from './plugin';
import { REGRESSION } from './regression';
import { ROUNDING } from './rounding';
import { SECURITIES } from './securities';
import { offerStrictArguments } from './strict-arguments';
import { STUDENT } from './student';
import { TEXT_CHANGES } from './text-changes';
import { TEXTS } from './text-functions';
import { TEXT_PARTS } from './text-parts';
import { TEXT_SPLIT } from './text-split';
import { VALUE_TEXTS } from './value-text';
import { WORKDAYS } from './workdays';

const FUNCTIONS: readonly NumericFunction[] = [
	...ROUNDING,
	...LOGARITHMS,
	...ANGLES,
	...DIVISIBILITY,
	...COUNTING,
	...MATRIX,
	...BITS,
	...BESSEL,
	...COMPLEX,
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
	...BONDS,
	...DATES,
	...CALENDAR,
	...WORKDAYS,
	ADDRESS,
	...TEXTS,
	...TEXT_PARTS,
	...TEXT_CHANGES,
	...CHARACTERS,
	...ACCRUED_INTEREST,
	...BYTE_TEXTS,
	...CHANCES,
	...ENGINEERING,
	...FRENCH_DEPRECIATION,
	...ODD_PERIODS,
	...SECURITIES,
	...TEXT_SPLIT,
	...VALUE_TEXTS
];

let isOffered = false;

/** Makes the functions of mathematics, statistics, finance, dates and text known to every calculation built from now on. */
export function offerNumericFunctions(): void {
	if (isOffered) return;
	isOffered = true;
	offerStrictArguments();
	const names = FUNCTIONS.flatMap(({ name, aliases }) => [name, ...aliases]);
	HyperFormula.registerFunctionPlugin(pluginOf(FUNCTIONS), {
		enGB: Object.fromEntries(names.map((name) => [name, name]))
	});
}

/** Help on these functions, under each of their names. */
export function numericFunctionHelp(): readonly FunctionHelp[] {
	return FUNCTIONS.flatMap(({ name, aliases, category, description, parameters, example }) =>
		[name, ...aliases].map((called) => ({
			name: called,
			category,
			description,
			parameters: parameters.map(({ name, description, isOptional = false, isRepeated = false }) => ({
				name,
				description,
				isOptional,
				isRepeated
			})),
			examples: [example.replace(`=${name}(`, `=${called}(`)]
		}))
	);
}
