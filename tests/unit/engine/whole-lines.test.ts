import { expect, test } from 'vitest';
import { isCellError, type CellValue } from '$lib/workbook';
import { at, engineOf } from './model-workbook';

const CELLS = { A1: 1, A2: 2, A3: 3, B1: 10, B2: 20, B3: 30, B4: 40 };
const NAMES = {
	col: '=S!$A:$A',
	twice: '=S!$A:$A*2',
	chosen: '=IF(S!$A:$A>1,S!$A:$A,0)',
	plus: '=LAMBDA(x,x+1)',
	total: '=LAMBDA(x,SUM(x+1))'
};

/** How the beginning of a sentence reads that an error comes with. */
interface Refusal {
	readonly error: string;
	readonly says: RegExp;
}

const EVERY_CELL: Refusal = { error: '#NUM!', says: /^This formula would go through every cell/ };
const TOO_LONG: Refusal = { error: '#NUM!', says: /^This would have more rows or columns than a sheet/ };
const FILLS: Refusal = { error: '#SPILL!', says: /^The result would fill whole columns or rows/ };

function check(formula: string, expected: CellValue | Refusal): void {
	const deep = { A1: 1, A2: 2, A3: 3, A4: 4, A5: 5, A20: 6 };
	const engine = engineOf({ S: { ...CELLS, J9: formula }, Deep: deep }, NAMES);
	const value = engine.valueAt(at('J9'));
	if (expected !== null && typeof expected === 'object' && 'says' in expected) {
		expect(value).toMatchObject({
			error: expected.error,
			message: expect.stringMatching(expected.says) as string
		});
		return;
	}
	const got = value !== null && isCellError(value) ? value.error : value;
	if (typeof expected === 'number') expect(got).toBeCloseTo(expected, 9);
	else expect(got).toBe(expected);
}

test.each<[string, CellValue | Refusal]>([
	['=SUM(LET(x,A:A*1,x+1))', 1048582],
	['=SUM(LET(x,A:A,x+1))', 1048582],
	['=SUM(LET(x,A:A,LET(x,x+1,x+1)))', 2097158],
	['=SUM(LAMBDA(x,x+1)(A:A))', 1048582],
	['=LAMBDA(x,SUM(x+1))(A:A)', 1048582],
	['=SUM(PLUS(A:A))', 1048582],
	['=TOTAL(A:A)', 1048582],
	['=LET(f,LAMBDA(x,SUM(x+1)),y,A:A*1,f(y))', 1048582],
	['=LET(y,A:A,f,LAMBDA(x,SUM(x+1)),f(y))', 1048582],
	['=SUM(col+1)', 1048582],
	['=SUM(twice+1)', 1048588],
	['=SUM(chosen)', { error: '#NUM!', says: /^A name in this formula stands for/ }],
	['=SUM(INDIRECT("A:A")+1)', 1048582],
	['=ROWS(OFFSET(A:A,0,1))', 1048576],
	['=COUNT(OFFSET(A:A,0,1)+1)', 1048576]
])('ENG-190 %s', check);

test.each<[string, CellValue | Refusal]>([
	['=ROWS(HSTACK(A:A,B:B))', 1048576],
	['=SUM(HSTACK(A:A+1,B:B))', 1048682],
	['=SUM(HSTACK(A:A,{1;2}))', '#N/A'],
	['=SUM(IFERROR(HSTACK(A:A,{1;2}),1))', 1048583],
	['=SUM(VSTACK(A:A)+1)', 1048582],
	['=SUM(VSTACK(A:A,B:B))', TOO_LONG],
	['=ROWS(VSTACK(A1:A3,B:B))', TOO_LONG],
	['=ROWS(TOCOL(A:B))', TOO_LONG],
	['=ROWS(TOCOL(A:B,1))', 7],
	['=SUM(TOCOL(A:A)+1)', 1048582],
	['=COLUMNS(TRANSPOSE(A:A))', 1048576],
	['=SUM(TRANSPOSE(A:A)+1)', 1048582],
	['=SUM(TRANSPOSE(A:A)*A:A)', EVERY_CELL],
	['=COUNT(DROP(A:A,1)+0)', 1048575],
	['=SUM(DROP(A:A,-1))', EVERY_CELL],
	['=CHOOSEROWS(A:A,-1)', EVERY_CELL],
	['=SUM(CHOOSEROWS(A:A,{1;2}))', 3],
	['=SUM(CHOOSECOLS(A:B,2)+1)', 1048676],
	['=SUM(CHOOSE(1,A:A,B:B)+1)', 1048582],
	['=SUM(INDEX(A:B,0,1)+1)', 1048582],
	['=SUM(FILTER(A:B,A1:B1=1)+1)', 1048582],
	['=SUM(FILTER(A:A,A:A<>"")+1)', 9],
	['=SUM(XLOOKUP(10,A1:B1,A:B)+1)', EVERY_CELL],
	['=ROWS(UNIQUE(Deep!A:A))', 7],
	['=MATCH(20,TRANSPOSE(B:B),0)', 2],
	['=INDEX(SORT(A:A,1,-1),{1;2})', 3],
	['=COUNTA(A:A/A:A)', 1048576],
	['=ROWS(A:A/0)', 1048576]
])('ENG-191 %s', check);

test.each<[string, CellValue | Refusal]>([
	['=SUM(MMULT(A:B*1,{1;1}))', 106],
	['=SUM(MMULT(A:B+1,{1;1}))', 2097258],
	['=SUM(MMULT(A:B,{1;1}))', { error: '#VALUE!', says: /^MMULT needs a number in every cell/ }],
	['=MMULT(TRANSPOSE(A:A*1),B:B+0)', 140],
	['=MMULT(TRANSPOSE(A:A+1),B:B+1)', EVERY_CELL]
])('ENG-192 %s', check);

test.each<[string, CellValue | Refusal]>([
	['=A:A', FILLS],
	['=A:A+1', FILLS],
	['=VSTACK(A:A)', FILLS],
	['=SORT(A:A)', FILLS],
	['=2:2', FILLS],
	['=INDIRECT("A:A")', FILLS],
	['=FILTER(A:A,A:A<>"")', 1],
	['=TOCOL(A:B,1)', 1],
	['=UNIQUE(A:A)', 1]
])('ENG-193 %s', check);

test.each<[string, CellValue]>([
	['=SUM(A:A*Deep!A:A)', 14],
	['=SUM(A:A+Deep!A:A)', 27],
	['=SUM((A:A<>"")*(Deep!A:A>1))', 2],
	['=SUM(IF(A:A=Deep!A:A,1,0))', 1048573],
	['=SUM(HSTACK(A:A,Deep!A:A))', 27],
	['=SUM(col*Deep!A:A)', 14],
	['=SUM(1:1*Deep!1:1)', 1],
	['=CORREL(A:A,Deep!A:A)', 1]
])('ENG-194 %s', check);

test.each<[string, CellValue]>([
	['=BYCOL(A:B,LAMBDA(c,SUM(c)))', 6],
	['=SUM(BYCOL(A:B,LAMBDA(c,SUM(c+1))))', 2097258],
	['=SUM(BYCOL(A:B*2,SUM))', 212],
	['=SUM(BYROW(1:2,LAMBDA(r,COUNT(r*1))))', 32768],
	['=LET(d,A:B,INDEX(BYCOL(d,LAMBDA(c,COUNTA(c))),2))', 4]
])('ENG-195 %s', check);

test.each<[string, number]>([
	['=SUM(COLUMN(1:1)*SUM(COLUMN(1:1)*SUM(COLUMN(1:1)*SUM(COLUMN(1:1)*1))))', 134225920 ** 4],
	['=SUM((A:A<>"")*ROW(A:A)*SUM((A:A<>"")*ROW(A:A)*SUM((A:A<>"")*ROW(A:A))))', 216]
])('ENG-196 %s', (formula, expected) => {
	const value = engineOf({ S: { ...CELLS, J9: formula } }).valueAt(at('J9'));
	expect(Number(value) / expected).toBeCloseTo(1, 12);
});

test.each<[string, CellValue | Refusal]>([
	['=TEXTJOIN(",",TRUE,A:A&"")', '1,2,3'],
	['=TEXTJOIN(",",1,A:A&"")', '1,2,3'],
	['=TEXTJOIN(",",,A:A&"")', '1,2,3'],
	['=TEXTJOIN(",",FALSE,A:A&"")', EVERY_CELL],
	['=TEXTJOIN(",",0,A:A&"")', EVERY_CELL],
	['=TEXTJOIN(",",D9,A:A&"")', EVERY_CELL],
	['=CONCAT(A:A&"",FALSE)', '123FALSE'],
	['=ROWS(UNIQUE(A:A="",0))', 2],
	['=ROWS(UNIQUE(A:A="",D9))', 2],
	['=ROWS(UNIQUE(A:A="",TRUE))', EVERY_CELL],
	['=ROWS(UNIQUE(A:A="",1))', EVERY_CELL]
])('ENG-210 %s', check);

test.each<[string, CellValue | Refusal]>([
	['=COUNT(A1:A4*A:A)', EVERY_CELL],
	['=SUM(IFERROR(A1:A4+A:A,0))', EVERY_CELL],
	['=AVERAGE(IFERROR(A1:A4+A:A,""))', EVERY_CELL],
	['=COUNT(A1:B1*1:1)', EVERY_CELL],
	['=MEDIAN(IFERROR(A1:A4+A:A,""))', EVERY_CELL],
	['=SUM(A1:B1*A:A)', 66]
])('ENG-221 %s', check);

test.each<[string, CellValue | Refusal]>([
	['=COLUMNS(SORTBY(A:F,A:A))', 6],
	['=COLUMNS(SORT(A:H))', 8],
	['=COLUMNS(TAKE(A:H,,-2))', 2],
	['=SUM(FILTER(A:D,{1,0,0,1}))', 6],
	['=COLUMNS(FILTER(A:H,A:A>1))', 8]
])('ENG-222 %s', check);

test('ENG-222 what texts of whole columns are joined to is the same whatever other formulas read', () => {
	const formulas = ['=TEXTJOIN("-",FALSE,D!A:A)', '=ARRAYTOTEXT(D!A:A)', '=TEXTJOIN("-",TRUE,D!A:A)'];
	const [alone, beside] = [[], ['=SUM(D!A1:A90)']].map((others) => {
		const cells = Object.fromEntries(formulas.map((formula, row) => [`C${row + 1}`, formula]));
		const engine = engineOf({ S: { ...cells, Z9: others[0] ?? null }, D: { A1: 1, A2: 2, A3: 3 } });
		return formulas.map((_, row) => engine.valueAt(at(`C${row + 1}`)));
	});
	expect(alone).toEqual(beside);
	expect(alone![2]).toBe('1-2-3');
});
