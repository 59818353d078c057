import { referencesIn } from '$lib/formula';
import type { Content } from '$lib/workbook';

/** The cells that examples read, row by row from A1: figures that are made up, and what the database functions need beside them. */
export const SAMPLE_CELLS: readonly (readonly Content[])[] = [
	['Company', 'Round', 'Raised', 'Date', 'Staff', 'Cash flow', 'Per head', 'Round', 'Company'],
	['Aster', 'Seed', 4, 45000, 9, -100, '=C2/E2', 'A', 'Elm'],
	['Birch', 'A', 18, 45170, 40, 20],
	['Cedar', 'A', 12, 45342, 31, 25],
	['Dogwood', 'B', 60, 45478, 120, 30],
	['Elm', 'Seed', 6, 45667, 14, 35],
	['Fir', 'B', 45, 45838, 95, 40]
];

/** Examples in place of those that come with the library, which read cells that nobody sees, or show little. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
	ARRAYFORMULA: ['=ARRAYFORMULA(C2:C7/E2:E7)', '=ARRAYFORMULA(SUM(-C2:C7))'],
	ARRAY_CONSTRAIN: ['=ARRAY_CONSTRAIN(A2:C7,2,2)'],
	AVERAGE: ['=AVERAGE(1,2,3)', '=AVERAGE(C2:C7)'],
	'CHISQ.TEST': ['=CHISQ.TEST({20,30;25,25},{22,28;23,27})'],
	CHOOSE: ['=CHOOSE(2,"apple","banana","cherry")', '=CHOOSE(3,A2,A3,A4)'],
	COLUMNS: ['=COLUMNS(A1:C5)'],
	CORREL: ['=CORREL(C2:C7,E2:E7)'],
	COUNT: ['=COUNT(A1:F7)', '=COUNT(1,2,"text")'],
	COUNTA: ['=COUNTA(A1:F7)', '=COUNTA(1,"text",TRUE)'],
	COUNTBLANK: ['=COUNTBLANK(G1:I7)'],
	'COVARIANCE.P': ['=COVARIANCE.P(C2:C7,E2:E7)'],
	'COVARIANCE.S': ['=COVARIANCE.S(C2:C7,E2:E7)'],
	DAVERAGE: ['=DAVERAGE(A1:F7,"Raised",H1:H2)'],
	DCOUNT: ['=DCOUNT(A1:F7,"Raised",H1:H2)'],
	DCOUNTA: ['=DCOUNTA(A1:F7,"Company",H1:H2)'],
	DGET: ['=DGET(A1:F7,"Raised",I1:I2)'],
	DMAX: ['=DMAX(A1:F7,"Raised",H1:H2)'],
	DMIN: ['=DMIN(A1:F7,"Raised",H1:H2)'],
	DPRODUCT: ['=DPRODUCT(A1:F7,"Raised",H1:H2)'],
	DSTDEV: ['=DSTDEV(A1:F7,"Raised",H1:H2)'],
	DSTDEVP: ['=DSTDEVP(A1:F7,"Raised",H1:H2)'],
	DSUM: ['=DSUM(A1:F7,"Raised",H1:H2)'],
	DVAR: ['=DVAR(A1:F7,"Raised",H1:H2)'],
	DVARP: ['=DVARP(A1:F7,"Raised",H1:H2)'],
	'F.TEST': ['=F.TEST(C2:C7,E2:E7)'],
	FILTER: ['=FILTER(A2:A7,B2:B7="A")', '=FILTER(C2:C7,C2:C7>15)'],
	FORMULATEXT: ['=FORMULATEXT(G2)'],
	FVSCHEDULE: ['=FVSCHEDULE(1000,{0.05,0.06})'],
	GAMMALN: ['=GAMMALN(5)'],
	'GAMMALN.PRECISE': ['=GAMMALN.PRECISE(5)'],
	HSTACK: ['=HSTACK(A2:A4,C2:C4)'],
	HYPERLINK: ['=HYPERLINK("https://example.org","The report")'],
	HYPGEOMDIST: ['=HYPGEOMDIST(1,4,8,20,FALSE)'],
	IF: ['=IF(C3>10,"big","small")', '=IF(C2="","none",C2)'],
	IFERROR: ['=IFERROR(1/0,"no result")', '=IFERROR(C2/E2,"no result")'],
	IFNA: ['=IFNA(MATCH("Gorse",A2:A7,0),"not found")'],
	IFS: ['=IFS(C3>50,"large",C3>10,"middle",TRUE,"small")'],
	IRR: ['=IRR(F2:F7)', '=IRR({-100,60,60})'],
	ISBLANK: ['=ISBLANK(H5)', '=ISBLANK("")'],
	ISFORMULA: ['=ISFORMULA(G2)', '=ISFORMULA(C2)'],
	ISREF: ['=ISREF(5)'],
	MAX: ['=MAX(1,2,3)', '=MAX(C2:C7)'],
	MAXPOOL: ['=MAXPOOL({1,2,3,4;5,6,7,8},2)'],
	MEDIAN: ['=MEDIAN(1,2,10)', '=MEDIAN(C2:C7)'],
	MEDIANPOOL: ['=MEDIANPOOL({1,2,3,4;5,6,7,8},2)'],
	MIN: ['=MIN(1,2,3)', '=MIN(C2:C7)'],
	MIRR: ['=MIRR(F2:F7,0.08,0.1)'],
	MMULT: ['=MMULT({1,2;3,4},{5,6;7,8})'],
	NETWORKDAYS: ['=NETWORKDAYS(DATE(2025,1,1),DATE(2025,1,31))'],
	'NETWORKDAYS.INTL': [
		'=NETWORKDAYS.INTL(DATE(2025,1,1),DATE(2025,1,31),7)',
		'=NETWORKDAYS.INTL(DATE(2025,1,1),DATE(2025,1,31),"0000011")'
	],
	OFFSET: ['=OFFSET(A1,2,0)', '=SUM(OFFSET(C1,1,0,3,1))'],
	PEARSON: ['=PEARSON(C2:C7,E2:E7)'],
	'PERCENTILE.EXC': ['=PERCENTILE.EXC(C2:C7,0.25)'],
	'PERCENTILE.INC': ['=PERCENTILE.INC(C2:C7,0.9)'],
	'QUARTILE.EXC': ['=QUARTILE.EXC(C2:C7,1)'],
	'QUARTILE.INC': ['=QUARTILE.INC(C2:C7,3)'],
	ROW: ['=ROW(B5)'],
	COLUMN: ['=COLUMN(C5)'],
	ROWS: ['=ROWS(A2:A7)'],
	RSQ: ['=RSQ(C2:C7,E2:E7)'],
	SERIESSUM: ['=SERIESSUM(2,0,1,{1,1,0.5})'],
	SHEET: ['=SHEET()'],
	SORT: ['=SORT(C2:C7,1,-1)', '=SORT(A2:C7,3)'],
	STEYX: ['=STEYX(C2:C7,E2:E7)'],
	SUBTOTAL: ['=SUBTOTAL(9,C2:C7)', '=SUBTOTAL(1,C2:C7)'],
	SUM: ['=SUM(1,2,3)', '=SUM(C2:C7)', '=SUM(C2:C7,100)'],
	SUMX2MY2: ['=SUMX2MY2({2,3},{1,2})'],
	SUMX2PY2: ['=SUMX2PY2({2,3},{1,2})'],
	SUMXMY2: ['=SUMXMY2({2,3},{1,4})'],
	SWITCH: ['=SWITCH(B2,"Seed","early","A","first","later")', '=SWITCH(3,1,"one",2,"two","other")'],
	'T.TEST': ['=T.TEST(C2:C7,E2:E7,2,1)'],
	TEXTJOIN: ['=TEXTJOIN(", ",TRUE,A2:A4)', '=TEXTJOIN("-",FALSE,"a","b","c")'],
	TRANSPOSE: ['=TRANSPOSE(A2:B4)'],
	UNIQUE: ['=UNIQUE(B2:B7)'],
	VSTACK: ['=VSTACK(A2:A3,A6:A7)'],
	WORKDAY: ['=WORKDAY(DATE(2025,1,1),10)', '=WORKDAY(DATE(2025,1,1),10,DATE(2025,1,6))'],
	'WORKDAY.INTL': ['=WORKDAY.INTL(DATE(2025,1,1),10,2)'],
	XIRR: ['=XIRR(F2:F7,D2:D7)'],
	'Z.TEST': ['=Z.TEST(C2:C7,20)']
};

/** Examples of a function that run as they stand: ours where there are any, else those of the library that read no cells. */
export function examplesOf(name: string, offered: readonly string[]): readonly string[] {
	return EXAMPLES[name] ?? offered.filter((formula) => referencesIn(formula).length === 0);
}

/** The examples of a function under another of its names. */
export function examplesUnder(alias: string, name: string, examples: readonly string[]): readonly string[] {
	return examples.map((example) => example.replace(`${name}(`, `${alias}(`));
}
