import { describe, expect, test } from 'vitest';
import {
	mappingOfDelete,
	mappingOfInsert,
	mappingOfMove,
	mappingOfNameRename,
	mappingOfSheetDelete,
	mappingOfSheetRename,
	rewriteReferences,
	shiftReferences,
	transposeReferences
} from '$lib/formula';
import { parseRange, type SheetRange } from '$lib/workbook';

function block(sheetName: string, text: string): SheetRange {
	const range = parseRange(text);
	if (!range.ok) throw new Error(range.error);
	return { sheetName, ...range.value };
}

describe('rows and columns come in', () => {
	const twoRows = mappingOfInsert({ sheetName: 'Model', axis: 'row', at: 2, count: 2 });
	test.each([
		['=A1+A2', '=A1+A2'],
		['=A3', '=A5'],
		['=$a$3 + b3', '=$a$5 + b5'],
		['=SUM(A1:A3)', '=SUM(A1:A5)'],
		['=SUM(A3:A9)', '=SUM(A5:A11)'],
		['=SUM(B:B,3:3,1:4)', '=SUM(B:B,5:5,1:6)'],
		['=Model!A3+Other!A3', '=Model!A5+Other!A3'],
		['=A1048576', '=#REF!'],
		['=SUM(A3:A1048576)', '=SUM(A5:A1048576)'],
		["='model'!A3", "='model'!A5"],
		['=A1*1E6&"A3"', '=A1*1E6&"A3"'],
		['=A3*1E6', '=A5*1E6']
	])('FML-4 two rows before row 3 turn %s into %s', (before, after) => {
		expect(rewriteReferences(before, twoRows, 'Model')).toBe(after);
	});

	test('FML-4 a column before column B moves only what stands from B on', () => {
		const column = mappingOfInsert({ sheetName: 'Model', axis: 'column', at: 1, count: 1 });
		expect(rewriteReferences('=A1+B1+SUM(A:C)+SUM(2:2)', column, 'Model')).toBe('=A1+C1+SUM(A:D)+SUM(2:2)');
	});

	test('FML-4 formulas on another sheet follow only where they name the sheet', () => {
		expect(rewriteReferences('=A3+Model!A3', twoRows, 'Other')).toBe('=A3+Model!A5');
	});
});

describe('rows and columns go', () => {
	const rows = mappingOfDelete({ sheetName: 'Model', axis: 'row', at: 2, count: 2 });
	test.each([
		['=A2', '=A2'],
		['=A3+A4', '=#REF!+#REF!'],
		['=A5', '=A3'],
		['=SUM(A1:A3)', '=SUM(A1:A2)'],
		['=SUM(A3:A6)', '=SUM(A3:A4)'],
		['=SUM(A3:A4)', '=SUM(#REF!)'],
		['=SUM(A1:A9)', '=SUM(A1:A7)'],
		['=SUM(Model!3:4)+Model!A3', '=SUM(#REF!)+#REF!'],
		['=SUM(C:C)', '=SUM(C:C)']
	])('FML-4 rows 3 and 4 gone turn %s into %s', (before, after) => {
		expect(rewriteReferences(before, rows, 'Model')).toBe(after);
	});
});

describe('cells move', () => {
	const down = mappingOfMove(block('Model', 'B2:B3'), { sheetName: 'Model', row: 9, column: 1 });
	test.each([
		['=B2', '=B10'],
		['=$B$3', '=$B$11'],
		['=B4', '=B4'],
		['=SUM(B2:B3)', '=SUM(B10:B11)'],
		['=SUM(A1:C5)', '=SUM(A1:C5)'],
		['=SUM(B1:B3)', '=SUM(B1:B11)'],
		['=SUM(B3:B20)', '=SUM(B11:B20)'],
		['=B10', '=#REF!'],
		['=SUM(B9:B12)', '=SUM(B9:B12)']
	])('FML-5 B2:B3 moved to B10 turns %s into %s', (before, after) => {
		expect(rewriteReferences(before, down, 'Model')).toBe(after);
	});

	test('FML-5 a reference to a cell that moved to another sheet names that sheet', () => {
		const away = mappingOfMove(block('Model', 'A1'), { sheetName: 'Training cost', row: 4, column: 2 });
		expect(rewriteReferences('=A1+A2', away, 'Model')).toBe("='Training cost'!C5+A2");
		expect(rewriteReferences('=Model!A1+A1', away, 'Training cost')).toBe("='Training cost'!C5+A1");
	});

	test('FML-5 a formula that moves to another sheet keeps what its references mean', () => {
		expect(rewriteReferences('=A1+Other!B2', {}, 'Model', 'Other')).toBe('=Model!A1+Other!B2');
	});
});

describe('sheets and names', () => {
	test('FML-6 a renamed sheet is renamed in every reference, in any case, and quoted where it must be', () => {
		const rename = mappingOfSheetRename('Model', "It's new");
		expect(rewriteReferences('=Model!A1+\'MODEL\'!B2:B3+Model!rate+Modell!A1&"Model!A1"', rename)).toBe(
			"='It''s new'!A1+'It''s new'!B2:B3+'It''s new'!rate+Modell!A1&\"Model!A1\""
		);
		expect(rewriteReferences("='It''s new'!A1", mappingOfSheetRename("it's NEW", 'Model'))).toBe('=Model!A1');
		expect(rewriteReferences('=A1', rename, 'Model')).toBe('=A1');
	});

	test('FML-6 references to a deleted sheet are lost, others stay', () => {
		expect(rewriteReferences('=SUM(Model!A1:B2)+A1+Model!rate', mappingOfSheetDelete('model'), 'Other')).toBe(
			'=SUM(#REF!)+A1+#REF!'
		);
	});

	test('FML-6 a renamed name is renamed as a whole word only', () => {
		expect(
			rewriteReferences(
				'=assume.price*ASSUME.PRICE+assume.price2&"assume.price"',
				mappingOfNameRename('assume.price', 'price')
			)
		).toBe('=price*price+assume.price2&"assume.price"');
	});

	test.each([
		['=Twice(A1)+twice (2)&"twice(1)"', '=double(A1)+double (2)&"twice(1)"'],
		['=MAP(A1:A3,twice)+LET(f,twice,f(1))', '=MAP(A1:A3,double)+LET(f,double,f(1))'],
		['=LET(twice,LAMBDA(x,x),twice(1))+twice(1)', '=LET(twice,LAMBDA(x,x),twice(1))+double(1)'],
		['=LAMBDA(n,IF(n<1,0,twice(n-1)))', '=LAMBDA(n,IF(n<1,0,double(n-1)))']
	])('FML-13 a LAMBDA’s new name is the one that is called: %s', (formula, expected) => {
		expect(rewriteReferences(formula, mappingOfNameRename('twice', 'double', true))).toBe(expected);
	});

	test('FML-13 a function stays that has the word of another name', () => {
		const formula = '=RATE(1,2,3)*rate';
		expect(rewriteReferences(formula, mappingOfNameRename('rate', 'share'))).toBe('=RATE(1,2,3)*share');
	});
});

describe('what is left alone', () => {
	const rows = mappingOfInsert({ sheetName: 'Model', axis: 'row', at: 0, count: 1 });
	test.each([
		['a content that is no formula', 'A1', 'A1'],
		[
			'texts, functions that look like cells, other workbooks',
			'=LOG10(A1)&"A1"&[Book]Model!A1',
			'=LOG10(A2)&"A1"&[Book]Model!A1'
		],
		['several sheets at once', '=SUM(Model:Other!A1)', '=SUM(Model:Other!A1)'],
		['blanks, case and line breaks', '= a1\n +\tB1 ', '= a2\n +\tB2 '],
		['a lost reference', '=Model!#REF!+A1', '=Model!#REF!+A2'],
		['a range in parts', '=SUM(A1 : B2)+SUM(Model!A1:Model!B2)', '=SUM(A2 : B3)+SUM(Model!A2:Model!B3)']
	])('FML-7 %s', (_, before, after) => {
		expect(rewriteReferences(before, rows, 'Model')).toBe(after);
	});

	test.each([
		['=SUM(A1,', '=SUM(A2,'],
		['=A1 2', '=A2 2'],
		['=A1&"A1', '=A2&"A1'],
		['=A1~B1', '=A2~B2']
	])('FML-8 the broken formula %s becomes %s', (before, after) => {
		expect(rewriteReferences(before, rows, 'Model')).toBe(after);
	});
});

describe('copies', () => {
	test.each([
		['=A1+$A$1+$A1+A$1', 2, 1, '=B3+$A$1+$A3+B$1'],
		['=SUM(A1:$B$2)', 3, 3, '=SUM($B$2:D4)'],
		['=SUM(A$1:A3)', -1, 0, '=SUM(A$1:A2)'],
		['=A1', -1, 0, '=#REF!'],
		['=SUM(Model!B2:C3)', 0, -1, '=SUM(Model!A2:B3)'],
		['=SUM(A:B)+SUM(1:$2)', 1, 1, '=SUM(B:C)+SUM(2:$2)'],
		['=XFD1+A1048576', 0, 1, '=#REF!+B1048576'],
		['=rate*a1', 1, 0, '=rate*a2'],
		['text A1', 1, 0, 'text A1']
	])('FML-9 %s copied by %i rows and %i columns is %s', (before, rows, columns, after) => {
		expect(shiftReferences(before, rows, columns)).toBe(after);
	});

	test.each([
		['=A1*B1', '=E1*E2'],
		['=SUM(A1:B3)', '=SUM(E1:G2)'],
		['=$A$1+$A1+A$1', '=$A$1+$A3+C$1'],
		['=SUM(A:A)+Model!D2', '=SUM(C:C)+Model!F4'],
		['="A1"&rate', '="A1"&rate']
	])('PAG-270 %s, transposed from C1 to E3, is %s', (before, after) => {
		expect(transposeReferences(before, { row: 0, column: 2 }, { row: 2, column: 4 })).toBe(after);
	});

	test('PAG-270 a transposed reference that would leave the sheet is lost', () => {
		expect(transposeReferences('=A1', { row: 0, column: 5 }, { row: 0, column: 0 })).toBe('=#REF!');
	});
});
