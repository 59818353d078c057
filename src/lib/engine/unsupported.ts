/** A function of Excel that formulas cannot use here, and why. */
export interface UnsupportedFunction {
	readonly name: string;
	/** One or two sentences: what stands in the way, and where there is one, what to use instead. */
	readonly reason: string;
}

const ONLINE = 'It asks a service on the internet, and nothing that a workbook holds leaves this page.';
const CUBE = 'It asks a database server, and nothing that a workbook holds leaves this page.';
const SMOOTHING =
	'Excel does not publish how it chooses the weights of exponential smoothing, so its numbers cannot be met. FORECAST.LINEAR, TREND and GROWTH can be used.';
const PATTERN =
	'Some regular expressions take longer than any formula may. Wildcards in SEARCH and XLOOKUP, and TEXTBEFORE, TEXTAFTER and TEXTSPLIT, can be used.';
const OTHER_CODE = 'It runs program code from outside the workbook.';

/** Functions of Excel that are not supported, in the order of their names. */
export const UNSUPPORTED_FUNCTIONS: readonly UnsupportedFunction[] = [
	{ name: 'BAHTTEXT', reason: 'It writes amounts in Thai words.' },
	{ name: 'CALL', reason: OTHER_CODE },
	{ name: 'COPILOT', reason: ONLINE },
	{ name: 'CUBEKPIMEMBER', reason: CUBE },
	{ name: 'CUBEMEMBER', reason: CUBE },
	{ name: 'CUBEMEMBERPROPERTY', reason: CUBE },
	{ name: 'CUBERANKEDMEMBER', reason: CUBE },
	{ name: 'CUBESET', reason: CUBE },
	{ name: 'CUBESETCOUNT', reason: CUBE },
	{ name: 'CUBEVALUE', reason: CUBE },
	{ name: 'DETECTLANGUAGE', reason: ONLINE },
	{
		name: 'EUROCONVERT',
		reason:
			'It converts currencies that the euro replaced. Divide or multiply by the fixed rate, such as 1.95583 for the German mark.'
	},
	{ name: 'FIELDVALUE', reason: 'It reads linked data types, which come from a service on the internet.' },
	{ name: 'FILTERXML', reason: 'It reads XML, which a workbook here does not bring in.' },
	{ name: 'FORECAST.ETS', reason: SMOOTHING },
	{ name: 'FORECAST.ETS.CONFINT', reason: SMOOTHING },
	{ name: 'FORECAST.ETS.SEASONALITY', reason: SMOOTHING },
	{ name: 'FORECAST.ETS.STAT', reason: SMOOTHING },
	{ name: 'GETPIVOTDATA', reason: 'It reads a pivot table, and there are none here. SUMIFS can be used.' },
	{
		name: 'GROUPBY',
		reason: 'It lays out groups with totals of its own. UNIQUE with SUMIFS can be used.'
	},
	{ name: 'IMAGE', reason: 'It loads a picture from the internet, and this page asks no other address.' },
	{ name: 'IMPORTCSV', reason: 'A formula cannot read files. Import the file as a sheet.' },
	{ name: 'IMPORTTEXT', reason: 'A formula cannot read files. Import the file as a sheet.' },
	{ name: 'INFO', reason: 'It tells of the computer and of Excel, and this page is neither.' },
	{
		name: 'PHONETIC',
		reason: 'It gives the furigana that Excel keeps with Japanese texts; none are kept here.'
	},
	{
		name: 'PIVOTBY',
		reason: 'It lays out groups with totals of its own. UNIQUE with SUMIFS can be used.'
	},
	{ name: 'PY', reason: OTHER_CODE },
	{ name: 'REGEXEXTRACT', reason: PATTERN },
	{ name: 'REGEXREPLACE', reason: PATTERN },
	{ name: 'REGEXTEST', reason: PATTERN },
	{ name: 'REGISTER.ID', reason: OTHER_CODE },
	{ name: 'RTD', reason: OTHER_CODE },
	{ name: 'SQL.REQUEST', reason: CUBE },
	{ name: 'STOCKHISTORY', reason: ONLINE },
	{ name: 'TRANSLATE', reason: ONLINE },
	{ name: 'WEBSERVICE', reason: ONLINE }
];

const REASONS: ReadonlyMap<string, string> = new Map(
	UNSUPPORTED_FUNCTIONS.map(({ name, reason }) => [name, reason])
);

/** Why a function of Excel cannot be used, as sentences; undefined where it can be, or where Excel has none of that name. */
export function whyUnsupported(name: string): string | undefined {
	return REASONS.get(name.toUpperCase());
}
