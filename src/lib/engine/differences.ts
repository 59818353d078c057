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
		says: 'An array has at most 1,048,576 values, on the way to a result too: those of a whole column. Excel has no limit but the sheet.',
		formula: '=COUNT(SEQUENCE(1100,1000)+1)',
		inExcel: '1100000'
	},
	{
		says: 'One formula fills at most 50,000 cells. Excel fills as many as the sheet has.',
		formula: '=SEQUENCE(60000)',
		inExcel: '1, with the numbers up to 60000 below it'
	},
	{
		says: 'A calculation with whole columns goes down to the last row that holds something, where Excel goes down to the end of the sheet. Sums, counts, averages, searches and positions know the blank rows below it; medians, variances, fits and orders that would have to go through them are #NUM!, and a result that would fill whole columns is #SPILL!.',
		formula: '=MEDIAN(B:B*1)',
		inExcel: '0'
	},
	{
		says: 'Several blocks in parentheses are one list of values for functions that sum up, order or count them; INDEX cannot choose one of the blocks. Use CHOOSE.',
		formula: '=INDEX((C2:C3,C5:C6),1,1,2)',
		inExcel: '60'
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
		says: 'A reference cannot go through several sheets. Write one reference for each sheet.',
		formula: '=SUM(Sheet1:Sheet3!C2)',
		inExcel: 'the sum of that cell on all three sheets'
	},
	{
		says: 'A sum that is nearly 0 is 0: what is left of rounding is taken away in SUM too, and inside brackets. Excel takes it away only where a subtraction is the last step.',
		formula: '=SUM(0.5,-0.4,-0.1)',
		inExcel: '-2.77556E-17'
	},
	{
		says: 'A whole number of more than 15 digits is rounded to 15, where Excel cuts the rest off.',
		formula: '=MOD(1234567890123456,1000)',
		inExcel: '450'
	},
	{
		says: 'About 400 operators may follow each other in one formula. Excel has no limit but the 8,192 characters. Take a range with SUM or CONCAT instead.',
		formula: `=1${'+1'.repeat(450)}`,
		inExcel: '451'
	}
];

/** What differs in single functions, by name. */
export const FUNCTION_DIFFERENCES: Readonly<Record<string, Difference>> = {
	HYPERLINK: {
		says: 'Gives the text and makes no link that can be followed.',
		formula: '=HYPERLINK("https://example.org")',
		inExcel: 'https://example.org, as a link'
	},
	CELL: {
		says: 'Tells "address", "row", "col", "contents" and "type", always of a cell that is given. What else Excel tells depends on its window, its file or the format.',
		formula: '=CELL("width",A1)',
		inExcel: '8, with the width that columns have at first'
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
