import { expect, test } from 'vitest';
import { isCellError, type CellValue } from '$lib/workbook';
import { at, edit, engineOf, valuesOf, workbookOf } from './model-workbook';
import { FormulaEngine } from '$lib/engine';
import { applyPatch } from '$lib/workbook';

const CELLS = { A1: 1, A2: 2, A3: 'x', A4: true, B1: 10, B2: 20, B3: 30, B4: 40 };

function check(formula: string, expected: CellValue) {
	const [value] = valuesOf([formula], CELLS);
	expect(isCellError(value!) ? value.error : value).toBe(expected);
}

test.each<[string, CellValue]>([
	['=SUM(INDEX(A1:A4,3))', 0],
	['=SUM(INDEX(A1:A4,4),1)', 1],
	['=COUNT(OFFSET(A1,3,0))', 0],
	['=MAX(INDIRECT("A4"))', 0],
	['=SUM(IF(TRUE,A4))', 0],
	['=SUM(IF(TRUE,A4,TRUE))', 1],
	['=SUM(CHOOSE(1,TRUE,A3))', 1],
	['=SUM(INDEX({TRUE,1},1))', 1],
	['=AVERAGE(INDEX(A1:A4,4))', '#DIV/0!'],
	['=MEDIAN(INDEX(A1:A4,4),1,2)', 1.5],
	['=STDEV(INDEX(A1:A4,4),1,3)', 1.4142135623731],
	['=SUBTOTAL(9,OFFSET(B1,0,0,3))', 60],
	['=SUBTOTAL(9,INDEX(B1:B4,2))', 20]
])('ENG-167 %s', check);

test.each<[string, CellValue]>([
	['=SUM((A:A="")*1)', 1048572],
	['=SUMPRODUCT((A:A=2)*1,B:B)', 20],
	['=SUMPRODUCT(--ISBLANK(B:B))', 1048572],
	['=COUNT(A:A*1)', 1048575],
	['=COUNT(1/B:B)', 4],
	['=SUM(1/B:B)', '#DIV/0!'],
	['=COUNTA(B:B*1)', 1048576],
	['=AVERAGE((B:B="")*1)', 1048572 / 1048576],
	['=MIN(B:B+1)', 1],
	['=MAX(B:B*0-5)', -5],
	['=MAX(IF(B:B>20,B:B))', 40],
	['=SUM(IF(B:B=MAX(B:B),1,0))', 1],
	['=MAX((B:B<>"")*ROW(B:B))', 4],
	['=SUM(ROW(B:B))', '#NUM!'],
	['=ROWS(B:B*1)', 1048576]
])('ENG-168 %s', checkBehind);

test.each<[string, CellValue]>([
	['=MATCH(TRUE,A:A="",0)', 5],
	['=MATCH(TRUE,INDEX(A:A="",0),0)', 5],
	['=LET(x,A:A="",MATCH(TRUE,x,0))', 5],
	['=XMATCH(0,B:B*1)', 5],
	['=MATCH(1,(A:A=2)*(B:B=20),0)', 2],
	['=XLOOKUP(0,B:B*1,B:B&"x")', 'x'],
	['=VLOOKUP(0,B:C*1,2,FALSE)', 0],
	['=LOOKUP(2,1/(B:B<>""),B:B)', 40],
	['=INDEX(B:B*2,100)', 0],
	['=INDEX(B:B*2,1048576)', 0],
	['=INDEX(B:B*2,1048577)', '#REF!'],
	['=INDEX(ROW(B:B)*2,50)', 100],
	['=LARGE(B:B*1,6)', 0],
	['=SMALL(B:B*1,3)', 0],
	['=LARGE(IF(B:B<>"",ROW(B:B)),1)', 4],
	['=LARGE(1/B:B,1)', '#DIV/0!'],
	['=AGGREGATE(14,6,ROW(B:B)/(B:B<>""),1)', 4],
	['=AGGREGATE(15,6,B:B*1,5)', 0],
	['=ROWS(UNIQUE(B:B*1))', 5],
	['=SUM(FILTER(B:B,B:B>20))', 70],
	['=SUM(TAKE(B:B+1,15))', 115],
	['=TEXTJOIN(",",TRUE,B:B&"")', '10,20,30,40'],
	// What would have to go through a million cells is refused, not left out.
	['=IFERROR(MODE(B:B*1),0)', '#NUM!'],
	['=SUMXMY2(B:B+1,B:B)', '#NUM!'],
	['=ROWS(FILTER(B:B,B:B=""))', '#NUM!'],
	['=MATCH(9,B:B*1)', '#NUM!'],
	['=MATCH(70,ROW(B:B)*1,0)', '#NUM!'],
	['=MATCH(2,ROW(B:B)*1,0)', 2],
	['=SUM((ROW(B:B)<=50)*1)', '#NUM!'],
	['=IF(TRUE,1,MEDIAN(B:B*1))', 1]
])('ENG-171 %s', checkBehind);

test.each<[string, CellValue]>([
	['=MATCH(TRUE,2:2="",0)', 3],
	['=COLUMNS(2:2*1)', 16384],
	['=COUNT(2:2+1)', 16384],
	['=INDEX(2:2&"x",7000)', 'x'],
	['=MEDIAN(4:4*1)', 0],
	['=MODE(4:4*1)', 0],
	['=SUM(COLUMN(2:2))', 134225920],
	['=MAX(COLUMN(4:4)*(4:4<>""))', 2]
])('ENG-172 %s', checkBehind);

function checkBehind(formula: string, expected: CellValue): void {
	const value = engineOf({ S: { ...CELLS, D9: formula } }).valueAt(at('D9'));
	const got = value !== null && isCellError(value) ? value.error : value;
	if (typeof expected === 'number') expect(got).toBeCloseTo(expected, 9);
	else expect(got).toBe(expected);
}

test.each<[string, CellValue]>([
	['=ROW(INDEX(A1:D4,2,3))', 2],
	['=COLUMN(OFFSET(A1,3,2))', 3],
	['=ROW(INDIRECT("A5"))', 5],
	['=SUM(ROW(INDIRECT("1:5")))', 15],
	['=ROW(XLOOKUP(20,B1:B4,A1:A4))', 2],
	['=SUM(XLOOKUP(20,B1:B4,B1:B4):XLOOKUP(40,B1:B4,B1:B4))', 90],
	['=OFFSET(IF(FALSE,A1,B1),1,0)', 20],
	['=SUM(B1:CHOOSE(2,B2,B3))', 60],
	['=SHEET(INDIRECT("S!A1"))', 1],
	['=AREAS((A1:B2,C3))', 2],
	['=AREAS(A1)', 1],
	['=CELL("address",INDEX(A1:B4,2,2))', '$B$2'],
	['=CELL("row",OFFSET(A1,2,0))', 3],
	['=CELL("col",B3)', 2],
	['=CELL("contents",B3:B4)', 30],
	['=CELL("type",A3)&CELL("type",A4)&CELL("type",A9)', 'lvb'],
	['=CELL("nothing",A1)', '#VALUE!'],
	['=ROW(5)', '#VALUE!']
])('ENG-169 %s', check);

test('ENG-169 what places follow is followed by edits', () => {
	const workbook = workbookOf({
		S: { A1: 2, A2: 7, C1: '=ROW(INDEX(B1:B9,A1))', C2: '=CELL("contents",A2)' }
	});
	const engine = new FormulaEngine();
	engine.load(workbook);
	const patch = [edit(workbook, 'A1', 5), edit(workbook, 'A2', 'y')];
	applyPatch(workbook, patch);
	engine.apply(patch);
	expect([engine.valueAt(at('C1')), engine.valueAt(at('C2'))]).toEqual([5, 'y']);
});
