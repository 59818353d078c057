import { ACCRUED_INTEREST } from './accrued-interest';
import { BESSEL } from './bessel-functions';
import { BONDS } from './bonds';
import { COMPLEX } from './complex-functions';
import { ENGINEERING } from './engineering';
import { FRENCH_DEPRECIATION } from './french-depreciation';
import type { NumericFunction } from './numeric-function';
import { ODD_PERIODS } from './odd-periods';
import { SECURITIES } from './securities';

/** Functions that few workbooks call: of securities, complex numbers, Bessel's and of units. Loaded when a formula does. */
export const RARE_FUNCTIONS: readonly NumericFunction[] = [
	...ACCRUED_INTEREST,
	...BESSEL,
	...BONDS,
	...COMPLEX,
	...ENGINEERING,
	...FRENCH_DEPRECIATION,
	...ODD_PERIODS,
	...SECURITIES
];
