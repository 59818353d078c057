import { expect, test } from 'vitest';
import { isCellError, type CellValue } from '$lib/workbook';
import { valuesOf } from './model-workbook';

const CELLS = {
	A1: 'Tree',
	B1: 'Height',
	C1: 'Profit',
	A2: 'Apple',
	B2: 18,
	C2: 105,
	A3: 'Pear',
	B3: 12,
	C3: 96,
	A4: 'Appletree',
	B4: 3,
	E1: 'Tree',
	E2: 'App',
	F1: 'Tree',
	F2: "'=apple",
	G1: 'Height',
	G2: "'>10",
	H1: 'Tree',
	H2: 'Plum',
	I1: 'Colour',
	I2: 'red'
};

test.each<[formula: string, expected: CellValue]>([
	['=DSUM(A1:C4,"Height",E1:E2)', 21],
	['=DSUM(A1:C4,"Height",F1:F2)', 18],
	['=DSUM(A1:C4,2,G1:G2)', 30],
	['=DSUM(A1:C4,2,E1:G2)', 18],
	['=DCOUNT(A1:C4,"Profit",E1:E2)', 1],
	['=DCOUNT(A1:C4,,E1:E2)', 2],
	['=DCOUNTA(A1:C4,"Profit",E1:E2)', 1],
	['=DCOUNTA(A1:C4,,E1:E3)', 3],
	['=DGET(A1:C4,"Height",F1:F2)', 18],
	['=DGET(A1:C4,"Height",H1:H2)', '#VALUE!'],
	['=DGET(A1:C4,"Height",E1:E2)', '#NUM!'],
	['=DMAX(A1:C4,"Height",H1:H2)', 0],
	['=DAVERAGE(A1:C4,"Height",H1:H2)', '#DIV/0!'],
	['=DSUM(A1:C4,"Height",I1:I2)', '#VALUE!'],
	['=DSUM(A1:C4,"Weight",E1:E2)', '#VALUE!'],
	['=DSUM(A1:C4,,E1:E2)', '#VALUE!']
])('ENG-166 %s takes the rows that its criteria tell', (formula, expected) => {
	const [value] = valuesOf([formula], CELLS);
	expect(isCellError(value!) ? value.error : value).toBe(expected);
});
