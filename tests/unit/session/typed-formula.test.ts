import { describe, expect, test } from 'vitest';
import { Editor } from '$lib/editing';
import { meantFormula } from '$lib/session/typed-formula';
import { at, smallWorkbook } from '../editing/small-workbook';

function workbook() {
	const editor = new Editor(smallWorkbook());
	const done = editor.execute({
		do: 'set-contents',
		cells: [{ ...at('sums', 'F1'), content: 'words', format: '@' }]
	});
	if (!done.ok) throw new Error(done.error);
	return editor.workbook;
}

const meant = (text: string, address = 'A1') => meantFormula(workbook(), at('sums', address), text);

describe('a formula as it is typed', () => {
	test.each([
		['=SUM(C2:C6', '=SUM(C2:C6)'],
		['=IF(SUM(A1,2)>1,ROUND(B2,(1', '=IF(SUM(A1,2)>1,ROUND(B2,(1)))'],
		['=PI(', '=PI()'],
		['=SUM( a1 ', '=SUM( a1 )'],
		['=SUM("(",A1', '=SUM("(",A1)']
	])('GRD-220 %j is closed at its end', (typed, closed) => {
		expect(meant(typed)).toBe(closed);
	});

	test.each([
		'=SUM(1,,*2',
		'=(1+',
		'=SUM(1))',
		'={1,2',
		'=SUM({1,2',
		'=A1)',
		'=SUM("a',
		'=',
		'(1',
		'=SUM(A1)'
	])('GRD-220 %j stays where brackets at its end do not make it one that can be read', (typed) =>
		expect(meant(typed)).toBe(typed)
	);

	test.each([
		['+A1', '=+A1'],
		['-A1', '=-A1'],
		['+5*3', '=+5*3'],
		['-(3)', '=-(3)'],
		['--5', '=--5'],
		['-1/2', '=-1/2'],
		['+sum(a1:a3', '=+sum(a1:a3)'],
		['-openai.COST/2', '=-openai.COST/2'],
		["+'My sums'!A1", "=+'My sums'!A1"],
		['-Data!B1-1', '=-Data!B1-1'],
		['+LET(x,2,x*A1)', '=+LET(x,2,x*A1)']
	])('GRD-221 %j begins with a sign and is calculated', (typed, formula) => {
		expect(meant(typed)).toBe(formula);
	});

	test.each([
		'-',
		'+',
		'- item',
		'- Q1',
		'-item',
		'-item(s)',
		'+1 (555) 123',
		'+1-555-123-4567',
		'+49 30 1234',
		'-Nowhere!A1',
		'-1 to 5',
		'--',
		'+/-',
		'-5',
		'+5%',
		'-$3.50',
		'+2.5bn',
		"'-A1",
		'A1+1'
	])('GRD-221 %j stays what it is', (typed) => {
		expect(meant(typed)).toBe(typed);
	});

	test('GRD-221 in a cell for text nothing that begins with a sign is calculated', () => {
		expect(meant('-A1', 'F1')).toBe('-A1');
		expect(meant('=SUM(A1', 'F1')).toBe('=SUM(A1)');
	});
});
