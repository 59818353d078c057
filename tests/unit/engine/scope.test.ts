import { describe, expect, test } from 'vitest';
import { applyPatch, isCellError, type CellValue } from '$lib/workbook';
import { FormulaEngine } from '$lib/engine';
import { at, edit, engineOf, workbookOf, type Contents } from './model-workbook';

const CELLS: Contents[string] = { A1: 1, A2: 2, A3: 3, B1: 10, B2: 20, B3: 30, C1: 'text' };

const NAMES = {
	x: '=S!$A$3',
	double: '=LAMBDA(x,x*2)',
	scaled: '=LAMBDA(value,double(value)*S!$B$1)',
	factorial: '=LAMBDA(n,IF(n<2,1,n*factorial(n-1)))',
	is_even: '=LAMBDA(n,IF(n=0,TRUE,is_odd(n-1)))',
	is_odd: '=LAMBDA(n,IF(n=0,FALSE,is_even(n-1)))',
	endless: '=LAMBDA(n,endless(n+1))'
};

/** What a formula gives in Z1 and the cells that it fills below and beside it, row by row. */
function given(formula: string, rows = 1, columns = 1): CellValue | CellValue[] {
	const engine = engineOf({ S: { ...CELLS, Z1: formula } }, NAMES);
	const { sheet, row, column } = at('Z1');
	const values = Array.from({ length: rows * columns }, (_, index) =>
		engine.valueAt({ sheet, row: row + Math.floor(index / columns), column: column + (index % columns) })
	);
	return values.length === 1 ? values[0]! : values;
}

function messageOf(formula: string): string {
	const value = given(formula);
	return isCellError(value as CellValue) ? (value as { message: string }).message : JSON.stringify(value);
}

describe('LET', () => {
	test.each([
		['=LET(y,5,y*2)', 10],
		['=LET(y,5,z,y*2,Y+Z)', 15],
		['=LET(x,1,x+1)', 2],
		['=x+LET(x,1,x)', 4],
		['=LET(x,x+1,x)', 4],
		['=LET(y,2,LET(y,y*3,y)+y)', 8],
		['=LET(y,LET(z,2,z*3),y+1)', 7],
		['=LET(block,A1:A3,SUM(block))', 6],
		['=LET(block,A1:A3,ROWS(block)+ROW(block))', 4],
		['=LET(block,A1:A3,INDEX(block,2))', 2],
		['=LET(block,A1:A3,SUMIF(block,">1",B1:B3))', 50],
		['=LET(block,A1:A3,other,block,COUNT(other))', 3],
		['=LET(block,A1:A3*2,SUM(block)+MAX(block))', 18],
		['=LET(block,A1:A3*2,SUM(block+1)+SUM(block))', 27],
		['=LET(cell,C1,cell&"!")', 'text!'],
		['=LET(rate.a,2,ünit,3,q_1x,4,rate.a*ünit*q_1x)', 24],
		['=LET(wrong,1/0,IF(FALSE,wrong,7))', 7],
		['=LET(wrong,1/0,IFERROR(wrong,7))', 7],
		['=LET(wrong,1/0,7)', 7],
		['=let( y , 1 , y + 1 )', 2]
	])('ENG-100 %s is %j', (formula, expected) => {
		expect(given(formula)).toBe(expected);
	});

	test('ENG-100 an array is carried whole and fills its cells', () => {
		expect(given('=LET(block,A1:A3*2,block+block)', 3)).toEqual([4, 8, 12]);
	});

	test('ENG-100 a value is calculated once, however often it is used', () => {
		expect(given('=LET(y,RAND(),y=y)')).toBe(true);
		const depth = 45;
		const names = Array.from({ length: depth }, (_, index) => `n_${index + 1}x`);
		const pairs = names.map(
			(name, index) => `${name},${index === 0 ? 1 : `${names[index - 1]}+${names[index - 1]}`}`
		);
		expect(given(`=LET(${pairs.join(',')},${names.at(-1)})`)).toBe(2 ** (depth - 1));
	});

	test.each([
		['=LET(A1,1,2)', '“A1” cannot be a name in LET'],
		['=LET(R1C1,1,2)', '“R1C1” cannot be a name in LET'],
		['=LET(1x,1,2)', '“1x” is not a number, a text, a reference, a name or a function.'.slice(0, 10)],
		['=LET("y",1,2)', '“"y"” cannot be a name in LET'],
		['=LET(y+1,1,2)', '“y” cannot be a name in LET'],
		['=LET(y,1,y,2,y)', 'LET gives the name “y” twice'],
		['=LET(y,1)', 'LET takes a name, its value and what to calculate'],
		['=LET(y,1,z,2)', 'LET needs something to calculate after its last name and value'],
		['=LET(y,,y)', 'LET has nothing between two of its commas'],
		['=LET(yes,1,yess)', 'There is no name “yess”']
	])('ENG-101 %s is refused: %s', (formula, expected) => {
		expect(messageOf(formula)).toContain(expected);
	});

	test('ENG-101 a name of LET is none of the workbook', () => {
		const engine = engineOf({ S: { A1: 1, Z1: '=LET(x,A1,unused,2,x)' } }, { x: '=S!$Z$1' });
		expect(engine.valueAt(at('Z1'))).toBe(1);
		expect(engine.precedents(at('Z1')).map(({ text }) => text)).toEqual(['A1']);
		expect(engine.dependents(at('A1'))).toEqual([at('Z1')]);
	});
});

describe('LAMBDA', () => {
	test.each([
		['=LAMBDA(x,x+1)(5)', 6],
		['=1+LAMBDA(x,y,x*y)(2,3)*2', 13],
		['=LAMBDA(7)()', 7],
		['=LAMBDA(x,[y],IF(ISOMITTED(y),x,x+y))(5)', 5],
		['=LAMBDA(x,[y],IF(ISOMITTED(y),x,x+y))(5,6)', 11],
		['=LET(f,LAMBDA(x,x*2),f(3)+f(4))', 14],
		['=LET(f,LAMBDA(x,LAMBDA(y,x*10+y)),f(3)(4))', 34],
		['=LET(n,2,f,LAMBDA(x,x*n),LET(n,100,f(3)))', 6],
		['=LET(f,LAMBDA(f,n,IF(n<=1,1,n*f(f,n-1))),f(f,10))', 3628800],
		['=double(4)', 8],
		['=DOUBLE(A2)+double(double(1))', 8],
		['=LET(double,3,double*2)', 6],
		['=scaled(2)', 40],
		['=factorial(10)', 3628800],
		['=is_even(10)', true],
		['=is_even(7)', false],
		['=SUM(MAP(A1:A3,double))', 12],
		['=LET(f,double,f(2))', 4],
		['=SUM(MAP(A1:A3,B1:B3,LAMBDA(x,y,x*y)))', 140],
		['=REDUCE(0,A1:A3,LAMBDA(total,x,total+x*x))', 14],
		['=REDUCE(,A1:A3,LAMBDA(total,x,total*10+x))', 123],
		['=REDUCE("",{"a","b"},LAMBDA(text,letter,text&letter))', 'ab'],
		['=SUM(BYROW(A1:B3,SUM))', 66],
		['=MAX(BYCOL(A1:B3,LAMBDA(column,MIN(column))))', 10],
		['=MAX(MAKEARRAY(2,3,LAMBDA(r,c,r*10+c)))', 23]
	])('ENG-102 %s is %j', (formula, expected) => {
		expect(given(formula)).toBe(expected);
	});

	test('ENG-103 functions that call a LAMBDA fill the cells of their results', () => {
		expect(given('=MAP(A1:A3,LAMBDA(x,x*x))', 3)).toEqual([1, 4, 9]);
		expect(given('=SCAN(0,A1:A3,LAMBDA(total,x,total+x))', 3)).toEqual([1, 3, 6]);
		expect(given('=BYROW(A1:B3,LAMBDA(row,SUM(row)))', 3)).toEqual([11, 22, 33]);
		expect(given('=BYCOL(A1:B3,LAMBDA(column,SUM(column)))', 1, 2)).toEqual([6, 60]);
		expect(given('=MAKEARRAY(2,2,LAMBDA(r,c,r*10+c))', 2, 2)).toEqual([11, 12, 21, 22]);
		expect(given('=MAP(A1:A3,LAMBDA(x,IF(x=2,NA(),x)))', 3)).toMatchObject([1, { error: '#N/A' }, 3]);
	});

	test.each([
		['=LAMBDA(x,x)', 'A LAMBDA gives a value only when it is called'],
		['=double', 'A LAMBDA gives a value only when it is called'],
		['=LAMBDA(x,x)(1,2)', 'A LAMBDA with 1 parameter is called with 2 values'],
		['=double()', 'A LAMBDA with 1 parameter is called with 0 values'],
		['=LAMBDA(x.y,x.y)(1)', '“x.y” cannot be a name in LAMBDA'],
		['=SUM(1)(2)', 'is no LAMBDA: write one, such as LAMBDA(x,x+1)'],
		['=MAP(A1:A3,3)', 'is no LAMBDA: write one, such as LAMBDA(x,x+1)'],
		['=MAP(A1:A3,LAMBDA(x,A1:A3))', 'The LAMBDA gives more than one value'],
		['=endless(1)', 'A LAMBDA calls itself more than 512 times within itself'],
		['=LET(f,LAMBDA(f,f(f)),f(f))', 'A LAMBDA calls itself more than 512 times within itself'],
		['=MAKEARRAY(2000,2000,LAMBDA(r,c,r))', 'calls LAMBDA more than 1,000,000 times']
	])('ENG-104 %s says why it cannot be calculated: %s', (formula, expected) => {
		expect(messageOf(formula)).toContain(expected);
	});

	test.each([
		['=REDUCE(0,A:A,LAMBDA(sum,v,sum+v))', 6],
		['=REDUCE(0,A:A*2,LAMBDA(sum,v,sum+v))', 12],
		['=REDUCE("",A:A,LAMBDA(all,v,all&v))', '123'],
		['=REDUCE("",A:A&"",LAMBDA(all,v,all&v))', '123'],
		['=LET(r,A:A*2,REDUCE(0,r,LAMBDA(sum,v,sum+v)))', 12],
		['=REDUCE(0,INDEX(A:B,0,1),LAMBDA(sum,v,sum+v))', 6]
	])('ENG-187 %s goes through whole columns', (formula, expected) => {
		expect(given(formula)).toBe(expected);
	});

	test.each([
		'=SUM(MAP(A:A,LAMBDA(v,v+1)))',
		'=AVERAGE(MAP(A:A,LAMBDA(v,v*2)))',
		'=SUM(MAP(A:A*1,LAMBDA(v,v+1)))',
		'=REDUCE(0,A:A,LAMBDA(count,v,count+1))',
		'=REDUCE(0,A:A+1,LAMBDA(sum,v,sum+v))',
		'=REDUCE(0,A:A="",LAMBDA(sum,v,sum+v))',
		'=REDUCE(0,ROW(A:A),LAMBDA(sum,v,sum+v))',
		'=LET(r,A:A+1,REDUCE(0,r,LAMBDA(sum,v,sum+v)))',
		'=LAMBDA(r,REDUCE(0,r+1,LAMBDA(sum,v,sum+v)))(A:A)',
		'=LET(r,A:A*2,SUM(MAP(r,LAMBDA(v,v+1))))',
		'=SUM(BYROW(A:B,LAMBDA(r,COUNTBLANK(r))))',
		'=MAX(SCAN(0,A:A,LAMBDA(sum,v,sum+v)))',
		'=IFERROR(SUM(MAP(A:A,LAMBDA(v,v+1))),0)'
	])('ENG-187 %s would need every cell of them, and says so', (formula) => {
		expect(messageOf(formula)).toContain('take a range with an end');
	});

	test.each([
		['=LET(v,A:A*2,SUM(LET(v,B1:B2*1,v*1)))', 30],
		['=LET(v,A:A*2,SUM(REDUCE(0,B1:B2,LAMBDA(v,w,v+w))))', 30],
		['=LET(v,A:A*2,SUM(MAP(B1:B2,LAMBDA(v,v+1))))', 32],
		['=LET(v,A:A*2,SUM(v))', 12]
	])('ENG-188 %s reads a name where it was given last', (formula, expected) => {
		expect(given(formula)).toBe(expected);
	});

	test('ENG-188 names that each use the one before twice are calculated in no time', () => {
		const names = Array.from({ length: 40 }, (_, at) => `v${at}_,v${at - 1}_+v${at - 1}_`).slice(1);
		const began = performance.now();
		expect(given(`=LET(v0_,A1,${names.join(',')},SUM(v39_))`)).toBe(2 ** 39);
		expect(messageOf(`=LET(v0_,A:A*1,${names.join(',')},SUM(v39_))`)).toContain('take a range with an end');
		expect(performance.now() - began).toBeLessThan(5_000);
	});

	test.each([
		['=SUM((A:$A="")*1)', 1_048_573],
		['=SUM((A:$B="")*1)', 2 * 1_048_573],
		['=SUM(($A:B="")*1)', 2 * 1_048_573],
		['=MAX((A:A<>"")*ROW(A:A))', 3],
		['=SUMPRODUCT((A:A>1)*ROW(A:A))', 5],
		['=SUMPRODUCT(--(A:A>1),ROW(A:A))', 5],
		['=MAX(IF(A:A<>"",ROW(A:A)))', 3]
	])('ENG-189 %s knows the blank rows of whole columns', (formula, expected) => {
		expect(given(formula)).toBe(expected);
	});

	test.each([
		'=SUMPRODUCT((ROW(A:A)>=500)*(ROW(A:A)<=510))',
		'=SUM((ROW(A:A)=5000)*1)',
		'=SUMPRODUCT((MOD(ROW(A:A),1000)=0)*1)',
		'=OR(ROW(A:A)=5000)',
		'=MATCH(1,(ROW(A:A)=5000)*1,0)'
	])('ENG-189 %s depends on rows that hold nothing, and says so', (formula) => {
		expect(messageOf(formula)).toContain('take a range with an end');
	});

	test('ENG-105 what a LAMBDA of a name reads is followed', () => {
		const workbook = workbookOf({ S: { ...CELLS, Z1: '=scaled(2)' } }, NAMES);
		const engine = new FormulaEngine();
		engine.load(workbook);
		const patch = [edit(workbook, 'B1', 100)];
		applyPatch(workbook, patch);
		expect(engine.apply(patch)).toContainEqual({ ...at('Z1'), value: 400 });
		expect(engine.dependents(at('B1'))).toEqual([at('Z1')]);
	});
});
