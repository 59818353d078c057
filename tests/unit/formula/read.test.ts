import { describe, expect, test } from 'vitest';
import {
	callsIn,
	engineName,
	formulaSpans,
	normalizeForEngine,
	problemOfName,
	parseFormula,
	referencesIn,
	tokenizeFormula
} from '$lib/formula';

describe('problems', () => {
	test.each([
		['=', 'Expected a formula after “=”.', '='],
		['=1+', 'Expected a value after “+”.', '+'],
		['=*2', 'Expected a value before “*”.', '*'],
		['=SUM(A1', 'The parenthesis after SUM is not closed: expected “)”.', '('],
		['=(A1+2', 'This parenthesis is not closed: expected “)”.', '('],
		['=A1)', 'This closing parenthesis has no opening one.', ')'],
		['=SUM(1 2)', 'Expected an operator such as + or a comma between “1” and “2”.', '2'],
		['=SUM(A1;A2)', 'Expected a comma: arguments are separated by “,”, not “;”.', ';'],
		['="a', 'This text is not closed: expected a quotation mark at its end.', '"a'],
		['=1,2', 'A comma stands only between the arguments of a function.', ','],
		['=2()', 'Expected an operator such as * between “2” and “(”.', '('],
		['=()', 'Expected a value between the parentheses.', ')'],
		['=SUM(1+)', 'Expected a value after “+”.', '+'],
		['=a~b', '“a~b” is not a number, a text, a reference, a name or a function.', 'a~b'],
		['={1,2', 'The list that begins with “{” is not closed: expected “}”.', '{'],
		[
			'={1,2;3}',
			'All rows of a list in braces are equally long: the first is 2 long, the one that ends here 1.',
			'}'
		],
		[
			'={1;2;3,4}',
			'All rows of a list in braces are equally long: the first is 1 long, the one that ends here 2.',
			'}'
		],
		[
			'=SUM({1,A1})',
			'A list in braces holds numbers, texts and TRUE or FALSE only, not “A1”: join other values with HSTACK and VSTACK.',
			'A1'
		],
		['={1,{2}}', 'A list in braces cannot hold another one.', '{'],
		[
			"=1+'[Book.xlsx]My S'!A1",
			"“'[Book.xlsx]My S'!A1” is in another workbook, which cannot be read here: copy the values into this one.",
			"'[Book.xlsx]My S'!A1"
		],
		[
			'=SUM(Jan:Dec!B2)',
			'“Jan:Dec!B2” goes through several sheets: write one reference for each of them, as in SUM(Sheet1!A1,Sheet2!A1).',
			'Jan:Dec!B2'
		],
		['=1E', '“1E” is not a number, a text, a reference, a name or a function.', '1E']
	])('FML-1 %s says what was expected and where', (formula, message, at) => {
		const tree = parseFormula(formula);
		expect(tree.ok).toBe(false);
		if (tree.ok) return;
		expect(tree.error.message).toBe(message);
		expect(formula.slice(tree.error.start, tree.error.end)).toBe(at);
	});

	test.each([
		'=IF(A1,,2)',
		'=SUM(A1,)',
		'=PI()',
		'=-A1^2%',
		'=--A1',
		'={1,-2;3,4}',
		'={1;2;3}',
		'={TRUE,"a";#N/A,-1}',
		'=SUM(Sheet1!A1:Sheet1!B2,{1})',
		'=Sheet1!#REF!+1',
		"='A b'!A1:B2",
		'=A1:INDEX(B1:B9,2)',
		'=(A1)',
		'=1.5e-3*1E6',
		'= \n1 ',
		'=ROUND (A1*2,2)',
		'=TODAY ()',
		'="a (b)"&IF (A1>0,SUM (1,2))'
	])('FML-1 %s can be read', (formula) => {
		expect(parseFormula(formula)).toMatchObject({ ok: true });
	});
});

describe('calls', () => {
	test.each([
		['=PI()', ['PI 0']],
		['=SUM(A1:B2,{1,2;3,4},(1),)', ['SUM 4']],
		['=IF(A1>0,,sum( MAX(1,2) ,3))', ['IF 3', 'sum 2', 'MAX 2']],
		['=ROUND(1,SUM(2', ['ROUND 2', 'SUM 1']],
		['="SUM(1)"&name', []],
		['=ROUND (SUM (1,2) ,2)', ['ROUND 2', 'SUM 2']]
	])('FML-2 %s calls %j', (formula, expected) => {
		expect(callsIn(formula).map(({ name, argumentCount }) => `${name} ${argumentCount}`)).toEqual(expected);
		for (const { name, start, end } of callsIn(formula)) expect(formula.slice(start, end)).toBe(name);
	});
});

describe('references', () => {
	test('FML-2 references are found with their kind, sheet, cells and place, names included', () => {
		const formula = "=SUM(A1:B2,'It''s'!$C$3)*assume.rate+\"A1\"+C:C";
		const found = referencesIn(formula);
		expect(found.map(({ kind, text }) => [kind, text])).toEqual([
			['range', 'A1:B2'],
			['cell', "'It''s'!$C$3"],
			['name', 'assume.rate'],
			['range', 'C:C']
		]);
		for (const { text, start, end } of found) expect(formula.slice(start, end)).toBe(text);
		expect(found[1]).toMatchObject({
			sheetName: "It's",
			range: { from: { row: 2, column: 2 }, to: { row: 2, column: 2 } }
		});
		expect(found[3]!.range).toEqual({ from: { row: 0, column: 2 }, to: { row: 1_048_575, column: 2 } });
	});

	test('FML-2 what lies beyond the last row or column is a name, not a cell', () => {
		expect(referencesIn('=XFD1048576+XFE1+A1048577').map(({ kind }) => kind)).toEqual([
			'cell',
			'name',
			'name'
		]);
	});

	test('FML-2 a text that is no formula holds no references', () => {
		expect(referencesIn('A1')).toEqual([]);
	});
});

describe('spans', () => {
	test('FML-3 the same cells have the same colour, written with $ or in lower case', () => {
		const colors = formulaSpans("=A1+B1*$a$1+rate-RATE+'A b'!A1+Ab!A1").flatMap(({ text, colorIndex }) =>
			colorIndex === undefined ? [] : [[text, colorIndex]]
		);
		expect(colors).toEqual([
			['A1', 0],
			['B1', 1],
			['$a$1', 0],
			['rate', 2],
			['RATE', 2],
			["'A b'!A1", 3],
			['Ab!A1', 4]
		]);
	});

	test('FML-3 pieces joined are the formula, and say what they are', () => {
		const formula = '=IF(A1>1E6,"big",#N/A)';
		const spans = formulaSpans(formula);
		expect(spans.map(({ text }) => text).join('')).toBe(formula);
		expect(spans.map(({ kind }) => kind)).toEqual([
			'start',
			'function',
			'operator',
			'reference',
			'operator',
			'number',
			'operator',
			'text',
			'operator',
			'error',
			'operator'
		]);
	});

	test('FML-3 a range in parts is one piece', () => {
		expect(tokenizeFormula('=A1 : B2').map(({ text }) => text)).toEqual(['=', 'A1 : B2']);
	});
});

describe('for the engine', () => {
	test.each([
		['=A1*1E6', '=A1*1e6'],
		['=2.5E-3', '=2.5e-3'],
		['="1E6"', '="1E6"'],
		['="say ""hi"""', '=("say "&CHAR(34)&"hi"&CHAR(34))'],
		['="C:\\"', '=("C:"&CHAR(92))'],
		['=true', '=TRUE()'],
		['=Q.1!A1', "='Q.1'!A1"],
		['=Sheet1!B2:A1', "='Sheet1'!A1:B2"],
		['=Sheet1!A1:Sheet1!B2', "='Sheet1'!A1:B2"],
		['=Sheet1!#REF!', '=#REF!'],
		['=größe+τιμή', '=größe+_x_3c4_3b9_3bc_3ae'],
		['=SUM(Sheet1!$A$1:C1048576)', "=SUM('Sheet1'!$A:C)"],
		['=Sheet1!rate', '=rate'],
		['=abcd1', '=_x_61_62_63_64_31'],
		['=offset.cost', '=_x_6f_66_66_73_65_74_2e_63_6f_73_74'],
		['=-1%%^2%', '=-(1%)%^2%'],
		['=2*(A1+1)% %%', '=2*(((A1+1)%) %)%'],
		['=SUM(A1:INDEX(B:B,2)%%,ABS(A1)%%)', '=SUM((ÀRANGE(A1,INDEX(B:B,2))%)%,(ABS(A1)%)%)'],
		['={1,2}%%', '=({1,2}%)%'],
		['=OFFSET(A1,1,1)', '=ÀOFFSET(A1,1,1)'],
		['=_xlfn.CONCAT("_xlfn.",_xlfn._xlws.SORT(A1:A3))', '=CONCAT("_xlfn.",SORT(A1:A3))'],
		['=_xlfn.LET(_xlpm.x,A1,_xlpm.x+1)', '=LET("x",A1,A1+1)'],
		['=SUM(A1:INDEX(B:B,2))', '=SUM(ÀRANGE(A1,INDEX(B:B,2)))'],
		['=LET(x,A1,y,2*x,LAMBDA(z,z+y)(x))', '=LET("x",A1,"y",2*A1,ÀCALL(LAMBDA("z",ÀNAME("z")+ÀNAME("y")),A1))']
	])('FML-10 %s is handed over as %s', (formula, expected) => {
		expect(normalizeForEngine(formula)).toEqual({ ok: true, value: expected });
	});

	test.each([
		['=COUNT(A2:XFD1000000)', '=COUNT(A2:XFD1000000)'],
		['=SUM(A1:B3 B2:C4)', '=SUM(B2:B3)'],
		['=SUM(B:B 2:3)', '=SUM(B2:B3)'],
		['=A1:A3 B1:B3', '=#NULL!'],
		['=A1:C3 B1:B3 B2:D2', '=B2'],
		['=SUM((A1:A2,C3))', '=SUM(ÀUNION(A1:A2,C3))'],
		['=(LAMBDA(x,x+1))(5)', '=ÀCALL((LAMBDA("x",ÀNAME("x")+1)),5)'],
		['=2E-308+1E-307', '=0+1e-307']
	])('FML-14 %s is handed over as %s', (formula, expected) => {
		expect(normalizeForEngine(formula)).toEqual({ ok: true, value: expected });
	});

	test.each([
		['=Jan Sales', '=ÀCOMMON(Jan,Sales)'],
		['=SUM((A1:C2) B1:B3)', '=SUM(ÀCOMMON((A1:C2),B1:B3))'],
		['=A1:B2 INDEX(A1:C3,1,2)+1', '=ÀCOMMON(A1:B2,INDEX(A1:C3,1,2))+1'],
		['=x y\n z', '=ÀCOMMON(ÀCOMMON(x,y), z)'],
		['=A1:INDEX(B:B,2) B1:x', '=ÀCOMMON(ÀRANGE(A1,INDEX(B:B,2)),ÀRANGE(B1,x))'],
		['=SUM( x , y )', '=SUM( x , y )']
	])('ENG-173 %s is handed over as %s', (formula, expected) => {
		const text = normalizeForEngine(formula);
		expect(text.ok && text.value.replaceAll('\n', '')).toBe(expected);
	});

	test.each(['=1 2', '=A1 2', '=SUM(A1:A2) B1', '=(1+2) B1', '="a" A1'])(
		'ENG-173 %s is refused',
		(formula) => {
			expect(normalizeForEngine(formula)).toMatchObject({
				ok: false,
				error: { message: expect.stringContaining('Expected an operator') }
			});
		}
	);

	test('FML-10 the engine knows a name by one spelling in any case', () => {
		expect(engineName('ΤΙΜΉ')).toBe(engineName('τιμή'));
		expect(engineName('openai.gpt4_training_cost')).toBe('openai.gpt4_training_cost');
	});
});

test.each([
	'openai.gpt4_training_cost',
	'_x',
	'größe',
	'τιμή',
	'training_cost',
	'offset.cost',
	'abcd1',
	'XFE1',
	'A1048577'
])('FML-11 %s can be a name', (name) => expect(problemOfName(name)).toBeUndefined());

test.each([
	['rev2024', /address of a cell/],
	['q1', /address of a cell/],
	['XFD1048576', /address of a cell/],
	['r1', /address of a cell/],
	['R1C1', /R1C1/],
	['rc', /R1C1/],
	['c', /whole row or column/],
	['R', /whole row or column/],
	['01ai.x', /begin with a letter/],
	['$A$1', /begin with a letter/],
	['growth-rate', /letters, digits, dots and underscores only/],
	['Sheet1!x', /letters, digits, dots and underscores only/],
	['A1:B2', /letters, digits, dots and underscores only/],
	['a b', /one word/],
	['', /empty/],
	['TRUE', /truth value/],
	['false', /truth value/]
])('FML-11 “%s” cannot be a name: %s', (name, reason) => expect(problemOfName(name)).toMatch(reason));
