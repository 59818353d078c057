import { DenseSparseChooseBasedOnThreshold, type ConfigParams } from 'hyperformula';
import { MAX_COLUMNS, MAX_ROWS } from '$lib/workbook';

/** Below this share of filled cells a sheet is kept cell by cell: a lone cell in the last row must not cost a million. */
const DENSE_FROM = 0.05;

/** As many as a number has: it is rounded once, to 15 digits, where it is taken over. */
const DIGITS_HANDED_OUT = 17;

/** How formulas are read and calculated: as Excel does in English, with 15 digits and dates of the 1900 system. */
export const CONFIG: Partial<ConfigParams> = {
	licenseKey: 'gpl-v3',
	maxRows: MAX_ROWS,
	maxColumns: MAX_COLUMNS,
	chooseAddressMappingPolicy: new DenseSparseChooseBasedOnThreshold(DENSE_FROM),
	functionArgSeparator: ',',
	decimalSeparator: '.',
	thousandSeparator: '',
	currencySymbol: ['$'],
	localeLang: 'en-US',
	dateFormats: ['MM/DD/YYYY', 'YYYY-MM-DD'],
	nullDate: { year: 1899, month: 12, day: 31 },
	leapYear1900: true,
	caseSensitive: false,
	accentSensitive: true,
	evaluateNullToZero: true,
	precisionRounding: DIGITS_HANDED_OUT,
	smartRounding: true,
	useStats: false,
	useArrayArithmetic: true,
	undoLimit: 0
};
