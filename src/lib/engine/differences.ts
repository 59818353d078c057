/** Something that Excel does otherwise, with a formula over the sample cells that shows it. */
export interface Difference {
	/** One or two sentences: what happens here, what in Excel, and what to do instead. */
	readonly says: string;
	readonly formula: string;
	/** What the formula gives in Excel, written as results are written here. */
	readonly inExcel: string;
}

/** What differs whatever function is used. Whether each still does is under test. */
export const GENERAL_DIFFERENCES: readonly Difference[] = [
	{
		says: 'An array has at most 200,000 values, on the way to a result too. Excel has no limit but the sheet.',
		formula: '=COUNT(SEQUENCE(300000)+1)',
		inExcel: '300000'
	},
	{
		says: 'One formula fills at most 50,000 cells. Excel fills as many as the sheet has.',
		formula: '=SEQUENCE(60000)',
		inExcel: '1, with the numbers up to 60000 below it'
	},
	{
		says: 'A calculation with whole columns goes down to the last row that holds something, where Excel goes down to the end of the sheet.',
		formula: '=ROWS(C:C*1)',
		inExcel: '1048576'
	},
	{
		says: 'A reference is one block of cells. Several blocks in parentheses and the overlap of two ranges, written with a blank between them, are not calculated.',
		formula: '=SUM((C2:C3,C5))',
		inExcel: '82'
	},
	{
		says: 'There are no tables, so no references by table and column. Use addresses, or name the range.',
		formula: '=SUM(Table1[Raised])',
		inExcel: '145, in a workbook with such a table'
	},
	{
		says: 'There are no references to other workbooks: everything that is calculated with is in this one.',
		formula: '=[Other.xlsx]Sheet1!A1',
		inExcel: 'the value of that cell'
	},
	{
		says: 'A whole number of more than 15 digits is rounded to 15, where Excel cuts the rest off.',
		formula: '=MOD(1234567890123456,1000)',
		inExcel: '450'
	},
	{
		says: 'Numbers closer to zero than 2.2E-308 keep some of their digits, where Excel makes them 0.',
		formula: '=1E-320>0',
		inExcel: 'FALSE'
	}
];

/** What differs in single functions, by name. */
export const FUNCTION_DIFFERENCES: Readonly<Record<string, Difference>> = {
	HYPERLINK: {
		says: 'Gives the text and makes no link that can be followed.',
		formula: '=HYPERLINK("https://example.org")',
		inExcel: 'https://example.org, as a link'
	},
	INDEX: {
		says: 'A 0 for row or column that a cell holds gives the one value beside the formula, as workbooks from before Excel filled cells have it. Write the 0 in the formula to fill cells.',
		formula: '=INDEX(C2:C7,D9)',
		inExcel: '{4; 18; 12; 60; 6; 45}'
	}
};

/** How a function differs from Excel, as sentences; undefined where it does not, as far as is known. */
export function differenceOf(name: string): string | undefined {
	return FUNCTION_DIFFERENCES[name]?.says;
}
