import { describe, expect, test } from 'vitest';
import { FormulaEngine } from '$lib/engine';
import { applyPatch, isCellError, type CellValue, type Content } from '$lib/workbook';
import { at, edit, engineOf, workbookOf, type Contents } from './model-workbook';

const CELLS: Contents[string] = { A1: 1, A2: 2, A3: 3, B1: 10, B2: 20, B3: 30, C1: 'A3', C2: 2 };

const NAMES = {
	one_cell: '=S!$B$2',
	filled: '=OFFSET(S!$A$1,0,0,COUNT(S!$A:$A),1)',
	first_two: '=S!$A$1:INDEX(S!$A:$A,2)',
	endless: '=OFFSET(endless,1,0)'
};

function given(formula: string): CellValue {
	const engine = engineOf({ S: { ...CELLS, Z1: formula }, "It's": { A1: 5, B7: 6 } }, NAMES);
	const value = engine.valueAt(at('Z1'));
	return isCellError(value) ? (value.error as string) : value;
}

describe('INDIRECT', () => {
	test.each<[string, CellValue]>([
		['=INDIRECT("A1")', 1],
		['=INDIRECT("$a$"&C2)', 2],
		['=INDIRECT(C1)+1', 4],
		['=SUM(INDIRECT("A1:B3"))', 66],
		['=SUM(INDIRECT("A:A"))', 6],
		['=SUM(INDIRECT("2:2"))', 24],
		["=INDIRECT(\"'It''s'!A1\")", 5],
		['=INDIRECT("one_cell")', 20],
		['=INDIRECT("R2C1",FALSE)', 2],
		['=INDIRECT("R[1]C[-25]",FALSE)', 2],
		['=SUM(INDIRECT("R1C1:R3C2",FALSE))', 66],
		['=SUM(INDIRECT("C2",FALSE))', 60],
		["=INDIRECT(\"'It''s'!R7C2\",0)", 6],
		['=INDIRECT("")', '#REF!'],
		['=INDIRECT("nothing like it")', '#REF!'],
		['=INDIRECT("Nowhere!A1")', '#REF!'],
		['=INDIRECT("XFE1")', '#REF!'],
		['=INDIRECT("R0C1",FALSE)', '#REF!'],
		['=INDIRECT("",FALSE)', '#REF!'],
		['=INDEX(INDIRECT("A:A"),1)', 1],
		['=SUM(INDIRECT("AA1:ZZ9000"))', 0],
		['=SUM(INDIRECT("A1:ZZ9000"))', '#CYCLE!'],
		['=INDIRECT("R[-5]C1",FALSE)', '#REF!'],
		['=INDIRECT(1/0)', '#DIV/0!'],
		['=IFERROR(INDIRECT("Nowhere!A1"),INDIRECT("A2"))', 2],
		['=SUMIF(INDIRECT("A1:A3"),">1",INDIRECT("B1:B3"))', 50],
		['=LET(block,INDIRECT("A1:A3"),SUM(block)+MAX(block))', 9],
		['=INDIRECT(INDIRECT("C1"))', 3],
		['=VLOOKUP(2,INDIRECT("A1:B3"),2,FALSE)', 20]
	])('ENG-106 %s is %j', (formula, expected) => {
		expect(given(formula)).toBe(expected);
	});
});

describe('OFFSET and ranges whose ends are calculated', () => {
	test.each<[string, CellValue]>([
		['=OFFSET(A1,1,0)', 2],
		['=OFFSET(A1,C2,1)', 30],
		['=OFFSET(A1,1.9,0)', 2],
		['=SUM(OFFSET(A1,0,0,COUNT(A1:A3),2))', 66],
		['=SUM(OFFSET(A1:B1,1,0))', 22],
		['=SUM(OFFSET(A1:B2,1,0,,1))', 5],
		['=SUM(OFFSET(A3,0,0,-2,1))', 5],
		['=OFFSET(A1,-1,0)', '#REF!'],
		['=OFFSET(A1,0,0,0,1)', '#REF!'],
		['=OFFSET(5,1,0)', '#VALUE!'],
		['=OFFSET(A1,"x",0)', '#VALUE!'],
		['=SUM(OFFSET(INDIRECT("A1"),0,0,2,1))', 3],
		['=SUM(OFFSET(INDEX(A1:A3,2),0,0,2,1))', 5],
		['=SUM(A1:INDEX(A:A,2))', 3],
		['=SUM(INDEX(A1:A3,2):INDEX(A1:B3,3,2))', 55],
		['=SUM(A1:OFFSET(A1,1,1))', 33],
		['=SUM(A1:5)', '#ERROR!'],
		['=SUM(filled)', 6],
		['=SUM(first_two)', 3],
		['=SUM(endless)', '#NAME?']
	])('ENG-107 %s is %j', (formula, expected) => {
		expect(given(formula)).toBe(expected);
	});

	test('ENG-107 a calculated range fills the cells that it has', () => {
		const engine = engineOf({ S: { ...CELLS, Z1: '=OFFSET(A1,0,0,3,1)' } });
		expect(['Z1', 'Z2', 'Z3', 'Z4'].map((cell) => engine.valueAt(at(cell)))).toEqual([1, 2, 3, null]);
	});
});

describe('what a calculated reference reads', () => {
	function edited(cells: Contents[string], changes: readonly (readonly [string, Content])[]): FormulaEngine {
		const workbook = workbookOf({ S: cells }, { filled: NAMES.filled });
		const engine = new FormulaEngine();
		engine.load(workbook);
		for (const [cell, content] of changes) {
			const patch = [edit(workbook, cell, content)];
			applyPatch(workbook, patch);
			engine.apply(patch);
		}
		return engine;
	}

	test('ENG-108 a formula follows the cells that it reads now, calculated ones too', () => {
		const cells = { A1: 'B1', A2: '=INDIRECT(A1)*2', B1: '=C1+1', B2: '=C1+100', C1: 1 };
		expect(edited(cells, []).valueAt(at('A2'))).toBe(4);
		expect(edited(cells, [['C1', 5]]).valueAt(at('A2'))).toBe(12);
		const engine = edited(cells, [
			['A1', 'B2'],
			['C1', 5]
		]);
		expect(engine.valueAt(at('A2'))).toBe(210);
		expect(engine.dependents(at('B2'))).toEqual([at('A2')]);
		expect(engine.dependents(at('B1'))).toEqual([]);
	});

	test('ENG-108 a name whose range grows is followed', () => {
		const engine = edited({ A1: 1, A2: 2, Z1: '=SUM(filled)' }, [['A3', 10]]);
		expect(engine.valueAt(at('Z1'))).toBe(13);
	});

	test('ENG-170 several references that are told at once are all followed, whatever tells them', () => {
		const sum = '=SUMPRODUCT(SUBTOTAL(9,OFFSET(A1,C1:C3,0)),--(B1:B3>0))';
		const cells = { A1: 1, A2: 10, A3: 100, A4: 1000, B1: 1, B2: 0, B3: 1, C1: 0, C2: 1, C3: 2, Z1: sum };
		expect(edited(cells, []).valueAt(at('Z1'))).toBe(101);
		expect(edited(cells, [['A3', 200]]).valueAt(at('Z1'))).toBe(201);
		expect(edited(cells, [['C3', 3]]).valueAt(at('Z1'))).toBe(1001);
		const engine = edited(cells, [
			['C3', 3],
			['A4', 2000],
			['B2', 1]
		]);
		expect(engine.valueAt(at('Z1'))).toBe(2011);
		expect(engine.dependents(at('A4'))).toEqual([at('Z1')]);
		expect(engine.dependents(at('A3'))).toEqual([]);
		expect(edited(cells, [['C1', -1]]).valueAt(at('Z1'))).toMatchObject({ error: '#REF!' });
	});

	test('ENG-170 more references at once than a formula can wait for are an error that says so', () => {
		const engine = engineOf({ S: { Z1: '=SUMPRODUCT(SUBTOTAL(9,OFFSET(A1,ROW(1:20000)-1,0)))' } });
		expect(engine.valueAt(at('Z1'))).toMatchObject({
			error: '#VALUE!',
			message: expect.stringContaining('more than 10,000 references at once')
		});
	});

	test('ENG-109 a circle through a calculated reference is one, and ends when the reference leaves it', () => {
		const cells = { A1: 'B1', A2: '=INDIRECT(A1)', B1: '=A2+1', C1: 7, D1: '=INDIRECT("D"&1)' };
		const engine = edited(cells, []);
		expect(engine.valueAt(at('A2'))).toMatchObject({ error: '#CYCLE!' });
		expect(engine.valueAt(at('B1'))).toMatchObject({ error: '#CYCLE!' });
		expect(engine.valueAt(at('D1'))).toMatchObject({ error: '#CYCLE!' });
		const mended = edited(cells, [['A1', 'C1']]);
		expect(mended.valueAt(at('A2'))).toBe(7);
		expect(mended.valueAt(at('B1'))).toBe(8);
	});
});

describe('what tells of references', () => {
	test.each<[string, CellValue]>([
		['=ISREF(OFFSET(A1,1,0))', true],
		['=ISREF(INDIRECT("A1:B2"))', true],
		['=ISREF(INDIRECT("nothing like it"))', false],
		['=ISREF(OFFSET(A1,-1,0))', false],
		['=ISREF(INDEX(A1:B3,2,1))', true],
		['=ISREF((A1))', true],
		['=ISREF(filled)', true],
		['=ISREF(one_cell)', true],
		['=ISREF(A1+1)', false],
		['=ISREF("A1")', false],
		['=FORMULATEXT(INDIRECT("Z1"))', '=FORMULATEXT(INDIRECT("Z1"))'],
		['=FORMULATEXT(A1)', '#N/A'],
		['=FORMULATEXT(5)', '#VALUE!'],
		['=FORMULATEXT(INDIRECT("Nowhere!A1"))', '#REF!'],
		['=ISFORMULA(INDIRECT("Z"&1))', true],
		['=ISFORMULA(A1)', false]
	])('ENG-150 %s is %j', (formula, expected) => {
		expect(given(formula)).toBe(expected);
	});

	test('ENG-150 FORMULATEXT and ISFORMULA tell what is typed, also where the value stays', () => {
		const cells = {
			A1: 1,
			B1: '=sum( A1:A1 * 2 )',
			B2: '=OFFSET(A1,0,0)',
			C1: '=FORMULATEXT(B1)',
			C2: '=FORMULATEXT(B2)',
			C3: '=ISFORMULA(A1)'
		};
		const workbook = workbookOf({ S: cells }, {});
		const engine = new FormulaEngine();
		engine.load(workbook);
		const values = () => ['C1', 'C2', 'C3'].map((cell) => engine.valueAt(at(cell)));
		expect(values()).toEqual(['=sum( A1:A1 * 2 )', '=OFFSET(A1,0,0)', false]);
		for (const [cell, content] of [
			['B1', '=1+1'],
			['A1', '=2-1']
		] as const) {
			const patch = [edit(workbook, cell, content)];
			applyPatch(workbook, patch);
			engine.apply(patch);
		}
		expect(values()).toEqual(['=1+1', '=OFFSET(A1,0,0)', true]);
	});

	test('ENG-150 FORMULATEXT tells what is evaluated with, and afterwards what is there', () => {
		const workbook = workbookOf(
			{ S: { A1: '=1+1', B1: '=FORMULATEXT(A1)' } },
			{ driver: '=S!$A$1', text: '=S!$B$1' }
		);
		const engine = new FormulaEngine();
		engine.load(workbook);
		expect(engine.evaluate({ driver: '=2+2' }, ['text'])).toEqual(['=2+2']);
		expect(engine.valueAt(at('B1'))).toBe('=1+1');
		expect(engine.evaluate({}, ['text'])).toEqual(['=1+1']);
	});
});

describe('the cells in common of names, brackets and calls', () => {
	const names = { jan: '=S!$B$1:$B$3', sales: '=S!$A$2:$C$2', lone: '=S!$A$1', both: '=jan sales' };

	test.each<[string, CellValue]>([
		['=jan sales', 20],
		['=both*2', 40],
		['=SUM((A1:C2) B1:B3)', 30],
		['=A1:B2 INDEX(A1:C3,1,2)', 10],
		['=A1:C3 jan sales', 20],
		['=SUM(A1:INDEX(A1:C3,2,3) B1:B3)', 30],
		['=SUM(OFFSET(A1,0,0,3,2) sales)', 22],
		['=LET(x,A1:B3,SUM(x sales))', 22],
		['=ROW(jan sales)', 2],
		['=@(A1:C3) B2', 20],
		['=IFERROR(lone jan,"none")', 'none']
	])('ENG-173 %s', (formula, expected) => {
		expect(engineOf({ S: { ...CELLS, E9: formula } }, names).valueAt(at('E9'))).toBe(expected);
	});

	test('ENG-173 none is #NULL!, and edits of cells and names are followed', () => {
		const workbook = workbookOf({ S: { ...CELLS, E8: '=lone jan', E9: '=jan sales' } }, names);
		const engine = new FormulaEngine();
		engine.load(workbook);
		expect(engine.valueAt(at('E8'))).toMatchObject({
			error: '#NULL!',
			message: expect.stringContaining('they share none')
		});
		const patch = [edit(workbook, 'B2', 7)];
		applyPatch(workbook, patch);
		engine.apply(patch);
		expect(engine.valueAt(at('E9'))).toBe(7);
	});

	test('ENG-174 @ before what a formula fills takes the cell beside', () => {
		const engine = engineOf({ S: { D1: '=SEQUENCE(3)', E2: '=@D1#', E9: '=@D1#', F3: '=SUM(@D1#,1)' } });
		expect(['E2', 'F3'].map((address) => engine.valueAt(at(address)))).toEqual([2, 4]);
		expect(engine.valueAt(at('E9'))).toMatchObject({ error: '#VALUE!' });
		expect(engineOf({ S: { ...CELLS, E2: '=@OFFSET(A1,0,0,3,1)' } }).valueAt(at('E2'))).toBe(2);
	});
});

test.each(["=COUNT('Jan 1:Mar 1'!A1)", '=COUNTA(S1:S3!A1)', "=IFERROR(SUM('S1:S3'!A1:B2),0)"])(
	'ENG-223 what goes through several sheets is told as such, in quotes and where sheets are called as cells are: %s',
	(formula) => {
		const engine = engineOf({ S: { Z1: formula }, 'Jan 1': {}, 'Mar 1': {}, S1: {}, S3: {} });
		expect(engine.valueAt(at('Z1'))).toMatchObject({
			error: '#ERROR!',
			message: expect.stringContaining('goes through several sheets') as string
		});
	}
);

test('ENG-223 a range from a cell to one with its sheet stays a range', () => {
	const engine = engineOf({
		Data: { A1: 1, A2: 2, B1: '=SUM(A1:Data!A2)' },
		Q1: { A1: 3, A2: 4, B1: '=SUM(A1:q1!A2)' }
	});
	expect(engine.valueAt(at('data!B1'))).toBe(3);
	expect(engine.valueAt(at('q1!B1'))).toBe(7);
});
