import { expect, test } from 'vitest';
import { FormulaEngine } from '$lib/engine';
import { applyPatch, isCellError, type CellValue } from '$lib/workbook';
import { at, edit, engineOf, workbookOf, type Contents } from './model-workbook';

/** What a formula gives in Z1 of a sheet; an error as its code. */
function given(formula: string, cells: Contents[string] = {}): CellValue | string {
	const value = engineOf({ S: { ...cells, Z1: formula } }).valueAt(at('Z1'));
	return isCellError(value) ? value.error : value;
}

/** Cells of a column by number, from the first row. */
function column(letter: string, values: readonly (string | number | boolean | null)[]): Contents[string] {
	return Object.fromEntries(values.map((value, index) => [`${letter}${index + 1}`, value]));
}

const WORDS = column('A', ['Alpha', 'beta', 'Gamma', 'be*ta', 'x', '']);

test.each([
	['=MATCH("BETA",A1:A6,0)', 2],
	['=MATCH("?e*",A1:A6,0)', 2],
	['=MATCH("*ph*",A1:A6,0)', 1],
	['=MATCH("*Gamma",A1:A6,0)', 3],
	['=MATCH("be~*ta",A1:A6,0)', 4],
	['=MATCH("?",A1:A6,0)', 5],
	['=MATCH("*a*a*a*a*b",A1:A6,0)', '#N/A'],
	['=VLOOKUP("g*",A1:A6,1,FALSE)', 'Gamma'],
	['=XMATCH("b*",A1:A6)', '#N/A'],
	['=XMATCH("b*",A1:A6,2)', 2],
	['=XMATCH("b*",A1:A6,2,-1)', 4]
])('ENG-60 wildcards take any place, none of it twice: %s', (formula, value) => {
	expect(given(formula, WORDS)).toBe(value);
});

test('ENG-60 no pattern takes long', () => {
	const cells = { A1: `=REPT("a",30000)`, A2: `=REPT("*a",60)&"*b"` };
	const start = performance.now();
	expect(given('=COUNTIF(A1,A2)', cells)).toBe(0);
	expect(performance.now() - start).toBeLessThan(2000);
});

test.each([
	['=MATCH(4.5,A1:A5)', 4],
	['=MATCH(0,A1:A5)', '#N/A'],
	['=MATCH(3,A1:A5,1)', 3],
	['=MATCH("Beta",{"Alpha","Beta","Omega"},1)', 2],
	['=MATCH("Chi",{"Alpha","Beta","Omega"},1)', 2],
	['=MATCH(4,{9,7,5,4,2},-1)', 4],
	['=MATCH(6,{9,7,5,4,2},-1)', 2],
	['=MATCH(10,{9,7,5,4,2},-1)', '#N/A'],
	['=MATCH(33,{33,33,33,33,100,33,33},1)', 4],
	['=MATCH(33,{33,33,33,33,100,33,33,44,45,46},1)', 4],
	['=LOOKUP(2.5,{1,2,3},{"one","two","three"})', 'two'],
	['=LOOKUP(2,{1,2,3;"a","b","c"})', 'b'],
	['=LOOKUP(2,{1,"a";2,"b"})', 'b'],
	['=LOOKUP(9,{1,"a";2,"b"})', 'b'],
	['=LOOKUP(2,1/(A1:A5=3),A1:A5)', 3],
	['=HLOOKUP(2.5,{1,2,3;"a","b","c"},2)', 'b'],
	['=VLOOKUP(2.5,{1,"a";2,"b";3,"c"},2)', 'b'],
	['=VLOOKUP(2,SORT({3,"c";2,"b"}),2,FALSE)', 'b'],
	['=VLOOKUP(2,{1,"a"},0)', '#VALUE!'],
	['=VLOOKUP(1,{1,"a"},3)', '#REF!'],
	['=VLOOKUP(1/0,{1,"a"},2)', '#DIV/0!']
])('ENG-61 approximate search goes by halving, as in Excel: %s', (formula, value) => {
	expect(given(formula, column('A', [1, 2, 3, 4, 5]))).toBe(value);
});

test.each([
	['=XLOOKUP(3,A1:A4,B1:B4)', 'three'],
	['=XLOOKUP(4,A1:A4,B1:B4)', '#N/A'],
	['=XLOOKUP(4,A1:A4,B1:B4,"none")', 'none'],
	['=XLOOKUP(4,A1:A4,B1:B4,,-1)', 'three'],
	['=XLOOKUP(4,A1:A4,B1:B4,,1)', 'five'],
	['=XLOOKUP(3,A1:A4,B1:B4,,0,-1)', 'again'],
	['=XLOOKUP(4,{1,3,5},{"a","b","c"},,-1,2)', 'b'],
	['=XLOOKUP(4,{5,3,1},{"a","b","c"},,1,-2)', 'a'],
	['=XLOOKUP(3,A1:A4,B1:B3)', '#VALUE!'],
	['=SUM(XLOOKUP("y",{"x";"y"},{1,2;30,40}))', 70],
	['=SUM(XLOOKUP({3,5},A1:A4,C1:C4))', 150]
])('ENG-62 XLOOKUP searches from either end, to the next value and in whole rows: %s', (formula, value) => {
	const cells = {
		...column('A', [1, 3, 5, 3]),
		...column('B', ['one', 'three', 'five', 'again']),
		...column('C', [1, 50, 100, 0])
	};
	expect(given(formula, cells)).toBe(value);
});

test('ENG-62 XLOOKUP fills the cells beside it with a row that it finds', () => {
	const engine = engineOf({
		S: { A1: 'x', A2: 'y', B1: 1, C1: 2, B2: 3, C2: 4, E1: '=XLOOKUP("y",A1:A2,B1:C2)' }
	});
	expect([at('E1'), at('F1')].map((place) => engine.valueAt(place))).toEqual([3, 4]);
});

test.each([
	['=INDEX(A1:B3,2,2)', 5],
	['=INDEX(A1:A3,2)', 2],
	['=INDEX({7,8,9},2)', 8],
	['=SUM(INDEX(A1:B3,0,2))', 15],
	['=SUM(INDEX(A1:B3,3,0))', 9],
	['=SUM(INDEX(A:B,0,2))', 15],
	['=INDEX(A1:B3,4,1)', '#REF!'],
	['=INDEX(A1:B3,1,3)', '#REF!'],
	['=INDEX(A1:B3,-1,1)', '#VALUE!'],
	['=INDEX(A:A,500000)', 0],
	['=MATCH(1,(A1:A3>1)*(B1:B3>4),0)', 2],
	['=INDEX(A1:A3,MATCH(1,(A1:A3>1)*(B1:B3>4),0))', 2]
])('ENG-63 INDEX gives cells, rows and columns, and counts are from 1: %s', (formula, value) => {
	expect(given(formula, { ...column('A', [1, 2, 3]), ...column('B', [4, 5, 6]) })).toBe(value);
});

test('ENG-63 a whole column where one value is wanted is its cell in the row of the formula', () => {
	expect(
		engineOf({ S: { A1: 1, A2: 2, B1: 3, B2: 4, D1: 0, D2: '=INDEX(A1:B2,D1,2)' } }).valueAt(at('D2'))
	).toBe(4);
});

test.each([
	['=COUNTIF(A1:A9,"")', 3],
	['=COUNTIF(A1:A9,"=")', 2],
	['=COUNTIF(A1:A9,"<>")', 7],
	['=COUNTIF(A1:A9,2)', 2],
	['=COUNTIF(A1:A9,"2")', 2],
	['=COUNTIF(A1:A9,">1")', 1],
	['=COUNTIF(A1:A9,"<>2")', 7],
	['=COUNTIF(A1:A9,">b")', 1],
	['=COUNTIF(A1:A9,">=apple")', 2],
	['=COUNTIF(A1:A9,"*")', 4],
	['=COUNTIF(A1:A9,TRUE)', 1],
	['=COUNTIF(A1:A9,"true")', 1],
	['=COUNTIF(A1:A9,#N/A)', 0],
	['=COUNTIF(A:A,"")', 1048570],
	['=COUNTIF(A1:A9,Y1)', 0],
	['=COUNTIFS(A1:A9,"*",A1:A9,"<>apple")', 3],
	['=COUNTIFS(A1:A9,"*",A1:A8,"x")', '#VALUE!'],
	['=SUM(COUNTIF(A1:A9,{"apple","pear"}))', 2],
	['=SUMPRODUCT(COUNTIF(A1:A3,A1:A3))', 5]
])('ENG-64 criteria mean what they mean in Excel: %s', (formula, value) => {
	const cells = column('A', [2, '2', 1, 'apple', 'pear', "'", true]);
	expect(given(formula, cells)).toBe(value);
});

test.each([
	['=SUMIF(A1:A4,"a",B1:B4)', 5],
	['=SUMIF(A1:A4,"e",B1:B4)', '#DIV/0!'],
	['=SUMIF(B1:B2,">1")', 2],
	['=SUMIF(A1:A4,"a",B1)', 5],
	['=SUMIF(A1:A2,"a",B1:B9)', 1],
	['=AVERAGEIF(A1:A4,"a",B1:B4)', 2.5],
	['=AVERAGEIF(A1:A4,"z",B1:B4)', '#DIV/0!'],
	['=AVERAGEIF(A:A,"e",B:B)', '#DIV/0!'],
	['=SUMIFS(B1:B4,A1:A4,"a",B1:B4,">1")', 4],
	['=SUMIFS(B1:B4,A1:A3,"a")', '#VALUE!'],
	['=AVERAGEIFS(B:B,A:A,"a")', 2.5],
	['=MINIFS(B1:B4,A1:A4,"a")', 1],
	['=MAXIFS(B1:B4,A1:A4,"a")', 4],
	['=MAXIFS(B1:B4,A1:A4,"z")', 0],
	['=MINIFS(B1:B4,A1:A4,"e")', '#DIV/0!']
])(
	'ENG-65 sums by criteria give an error that they take, and those of several ranges agree in size: %s',
	(formula, value) => {
		const cells = { ...column('A', ['a', 'b', 'e', 'a']), B1: 1, B2: 2, B3: '=1/0', B4: 4 };
		expect(given(formula, cells)).toBe(value);
	}
);

test.each([
	['=AND(A1:A3)', '#VALUE!'],
	['=OR(A1)', '#VALUE!'],
	['=XOR(A2:A3)', '#VALUE!'],
	['=AND(A1,TRUE)', true],
	['=OR(A1:A4,FALSE)', true],
	['=AND("true",1)', true],
	['=AND("x",1)', '#VALUE!'],
	['=OR(1/0,TRUE)', '#DIV/0!'],
	['=XOR(TRUE,TRUE,TRUE)', true],
	['=AND({1,2}>0)', true],
	['=ERROR.TYPE(1/0)', 2],
	['=ERROR.TYPE(#N/A)', 7],
	['=ERROR.TYPE(1)', '#N/A'],
	['=TYPE(1)', 1],
	['=TYPE(A1)', 2],
	['=TYPE(A3)', 1],
	['=TYPE(TRUE)', 4],
	['=TYPE(1/0)', 16],
	['=TYPE({1,2})', 64]
])(
	'ENG-66 what is neither true nor false is passed over in cells; nothing at all is an error: %s',
	(formula, value) => {
		expect(given(formula, { A1: 'text', A2: "'", A4: 3 })).toBe(value);
	}
);

test('ENG-67 what a search has noted of a column follows its edits', () => {
	const cells: Record<string, string | number> = {};
	for (let row = 1; row <= 100; row++) cells[`A${row}`] = row;
	const searches = { B1: '=MATCH(50,A1:A100,0)', B2: '=MATCH(60,A1:A100,0)', B3: '=MATCH(500,A1:A100,0)' };
	const workbook = workbookOf({ S: { ...cells, ...searches } });
	const engine = new FormulaEngine();
	engine.load(workbook);
	const found = () =>
		['B1', 'B2', 'B3'].map((address) => {
			const value = engine.valueAt(at(address));
			return isCellError(value) ? value.error : value;
		});
	expect(found()).toEqual([50, 60, '#N/A']);
	for (const [address, content, expected] of [
		['A7', 500, [50, 60, 7]],
		['A50', 1, ['#N/A', 60, 7]],
		['A3', 60, ['#N/A', 3, 7]]
	] as const) {
		const patch = [edit(workbook, address, content)];
		applyPatch(workbook, patch);
		engine.apply(patch);
		expect(found()).toEqual(expected);
	}
});
