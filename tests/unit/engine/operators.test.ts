import { describe, expect, test } from 'vitest';
import { isCellError, type Content } from '$lib/workbook';
import { at, engineOf, valuesOf } from './model-workbook';

type Row = readonly [formula: string, expected: number | string | boolean];

const CELLS: Readonly<Record<string, Content>> = { A1: "'", A2: "'2024-01-10", A3: 45301 };

function valueOf(formula: string) {
	const [value] = valuesOf([formula], CELLS);
	return isCellError(value!) ? value.error : value;
}

describe('operators', () => {
	test.each<Row>([
		['=A1+0', '#VALUE!'],
		['="($1,234.50)"+0', -1234.5],
		['="1 1/2"*2', 3],
		['="10-Jan-2024 6:00 PM"+0', 45301.75],
		['="6:00PM"+0', '#VALUE!'],
		['=A2=A3', false],
		['=A2-A3', 0],
		['=1.0000000000001-1>0', true],
		['=0.1+0.2=0.3', true],
		['=0.1+0.2&""', '0.3'],
		['=1E20&"|"&1.5E-10&"|"&1E-19', '1E+20|0.00000000015|1E-19'],
		['=-123456.78901234567&""', '-123456.789012346'],
		['=0^0', '#NUM!'],
		['=1%%', 0.0001],
		['=-A3%%%+2*5%%', -0.044301],
		['=SUM({1,2}%%)', 0.0003],
		['=POWER(0,-1)', '#DIV/0!'],
		['=IF(A1,1,2)', '#VALUE!']
	])('ENG-140 %s is %s', (formula, expected) => expect(valueOf(formula)).toBe(expected));
});

describe('characters', () => {
	test.each<Row>([
		['=CHAR(128)&CHAR(150)', '€–'],
		['=CODE("€")+CODE("漢")', 191],
		['=FIND("z","abc",3)', '#VALUE!'],
		['=SUBSTITUTE("a$b","$","$&")', 'a$&b'],
		['=SUBSTITUTE("abc","","x")', 'abc'],
		['=SUBSTITUTE("aaaa","aa","b",2)', 'aab']
	])('ENG-141 %s is %s', (formula, expected) => expect(valueOf(formula)).toBe(expected));
});

describe('choices, subtotals and days of work', () => {
	const subtotals: Readonly<Record<string, Content>> = {
		A1: 1,
		A2: 2,
		A3: '=SUBTOTAL(9,A1:A2)',
		A4: 4,
		A5: "'x"
	};

	test.each<Row>([
		['=SUBTOTAL(9,A1:A4)', 7],
		['=SUBTOTAL(103,A1:A5)', 4],
		['=SUBTOTAL(2,A1:A5)', 3],
		['=SUBTOTAL(12,A1:A4)', '#VALUE!'],
		['=SUM(CHOOSE(2,A1:A2,A1:A4))', 10],
		['=VLOOKUP(2,CHOOSE({1,2},A1:A4,{10;20;30;40}),2,FALSE)', 20],
		['=CHOOSE(3,1,2)', '#VALUE!'],
		['=IFS(TRUE,1,1/0,2)', 1],
		['=NETWORKDAYS.INTL(45292,45322,"1111111")', 0],
		['=NETWORKDAYS.INTL(45292,45322,11)', 27],
		['=WORKDAY(1,-5)', '#NUM!'],
		['=WORKDAY.INTL(45292,5,"1111111")', '#VALUE!'],
		['=ADDRESS(1,1,1,TRUE,"My sheet")', "'My sheet'!$A$1"],
		['=TEXTJOIN({"-","+"},TRUE,1/3,"",2,3)', '0.333333333333333-2+3'],
		['=DATEDIF(45292,45658,"yd")', 0]
	])('ENG-142 %s is %s', (formula, expected) => {
		const [value] = valuesOf([formula], subtotals);
		expect(isCellError(value!) ? value.error : value).toBe(expected);
	});
});

test.each([
	['=SUM (A1:A2)', 3],
	['= sum  ( A1 : A2 )', 3],
	['=IF (TRUE,LET (x,2,x*3),0)', 6],
	['=TEXT (2,"0 (x)")', '2 (x)'],
	['=ABS ((2))*(3)', 6],
	['=SUM \n (A1:A2)', 3],
	['=_xlfn.CONCAT ("a","b")', 'ab']
])('ENG-220 a blank between a function and its bracket says nothing: %s', (formula, value) => {
	expect(valuesOf([formula], { A1: 1, A2: 2 })).toEqual([value]);
});

test('ENG-220 a name of the workbook before a bracket asks for the cells in common, also one called like a function', () => {
	const engine = engineOf(
		{ S: { A1: 1, A2: 2, B1: '=max (A2:A3)', B2: '=twice (A2)' } },
		{ max: '=S!$A$1:$A$2', twice: '=LAMBDA(x,x*2)' }
	);
	expect([engine.valueAt(at('B1')), engine.valueAt(at('B2'))]).toEqual([2, 4]);
});

test('ENG-220 a function that is not there is named also with a blank before its bracket', () => {
	expect(valuesOf(['=AVERGE (A1,2)', '=größe(2)'])).toMatchObject([
		{ error: '#NAME?', message: 'There is no function AVERGE. Did you mean AVERAGE?' },
		{ error: '#NAME?', message: expect.stringContaining('There is no function') as string }
	]);
});
