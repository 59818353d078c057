import { describe, expect, test } from 'vitest';
import { isCellError } from '$lib/workbook';
import { explainArgumentCount } from '$lib/engine/argument-count';
import { at, engineOf, valuesOf } from './model-workbook';

function errorOf(formula: string, cells = {}): string {
	const [value] = valuesOf([formula], cells);
	return isCellError(value!) ? `${value.error} ${value.message}` : `no error but ${JSON.stringify(value)}`;
}

describe('what is wrong', () => {
	test.each([
		['=1+', '#ERROR! Expected a value after “+” (character 3).'],
		['=SUM(A1', '#ERROR! The parenthesis after SUM is not closed: expected “)” (character 5).'],
		[
			'=A1:A2#',
			'#ERROR! “#” (character 7) cannot be calculated here: refer to cells by their addresses or names.'
		],
		[
			'=SUM(A1:A2 [1]S!A1:B2)',
			'#ERROR! “[1]S!A1:B2” is in another workbook, which cannot be read here: copy the values into this one (character 12).'
		],
		['=_xlfn.FORECAST.ETS(1,A1:A2,A1:A2)', /^#NAME\? FORECAST\.ETS is not supported\. /],
		['=IRR({1,1})', /^#NUM! IRR found no rate: it needs payments below and above 0/],
		['=1+_xlfn.RATE(10,1,1,1)', /^#NUM! RATE found no rate: /],
		['=SUMM(A1)', '#NAME? There is no function SUMM. Did you mean SUM?'],
		['=zzqqxx(1)', '#NAME? There is no function ZZQQXX: check its spelling.'],
		[
			'=nosuchname',
			'#NAME? There is no name “nosuchname”: check its spelling, or put a text in quotation marks.'
		],
		['=τιμή', '#NAME? There is no name “τιμή”: check its spelling, or put a text in quotation marks.'],
		['=XFE1', '#NAME? There is no name “XFE1”: check its spelling, or put a text in quotation marks.'],
		['=Nowhere!A1', '#REF! There is no sheet called “Nowhere”.'],
		[
			'=A1+#REF!',
			'#REF! This formula refers to a cell that was deleted: put the right cell in place of #REF!.'
		],
		[
			'=S!#REF!',
			'#REF! This formula refers to a cell that was deleted: put the right cell in place of #REF!.'
		],
		['=1/A1', '#DIV/0! Division by zero: A1 is 0.'],
		['=1 / $A$2', '#DIV/0! Division by zero: $A$2 is blank.'],
		['=1/(A1*2)', '#DIV/0! Division by zero: check what this formula divides by.'],
		['=A3+1', '#VALUE! A text stands where this formula needs a number.'],
		['=MATCH(7,A1:A2,0)', '#N/A The value that was looked for is not there.'],
		['=SQRT(A1,1)', '#N/A SQRT takes 1 argument; here it has 2.'],
		['=1+round(SQRT(4),1,{2,3})', '#N/A ROUND takes 1 or 2 arguments; here it has 3.'],
		['=SUM()', '#N/A SUM takes at least 1 argument; here it has none.'],
		['=PI(1)', '#N/A PI takes no arguments; here it has 1.'],
		['=PMT(1)', '#N/A PMT takes 3 to 5 arguments; here it has 1.'],
		['=SUMIFS(A1,A1,1,A2)', '#N/A SUMIFS takes 3 arguments, or 2 more at a time; here it has 4.'],
		['=FIGURE("a")', '#N/A FIGURE takes 2 arguments; here it has 1.'],
		['=OFFSET(A1)', '#N/A OFFSET takes 3 to 5 arguments; here it has 1.'],
		['=1+Offset()', '#N/A OFFSET takes 3 to 5 arguments; here it has none.']
	])('ENG-7 %s: %s', (formula, expected) => {
		expect(errorOf(formula, { A1: 0, A3: 'text' })).toEqual(
			typeof expected === 'string' ? expected : expect.stringMatching(expected)
		);
	});

	test('ENG-7 what help says of every function is how many arguments it takes', () => {
		const engine = engineOf({ S: {} });
		const counts = Array.from({ length: 8 }, (_, count) => count);
		const formulas = engine
			.describeFunctions()
			// It gives the same error whatever it is given.
			.filter(({ name }) => name !== 'NA')
			.flatMap(({ name }) => counts.map((count) => `=${name}(${Array(count).fill('A1').join(',')})`));
		const values = valuesOf(formulas);
		for (const [index, formula] of formulas.entries()) {
			const value = values[index]!;
			const isRefused = isCellError(value) && /\btakes .*; here it has/.test(value.message);
			expect(`${formula} ${isRefused}`).toBe(`${formula} ${explainArgumentCount(formula) !== undefined}`);
		}
		expect(values.filter((value) => isCellError(value) && /too few or too many/.test(value.message))).toEqual(
			[]
		);
	});

	test('ENG-7 an unknown name or sheet brings up the nearest known one', () => {
		const engine = engineOf(
			{ 'Training cost': { A1: 1 }, S: { A1: "='Trainig cost'!A1", A2: '=openai.gpt4_trainingcost' } },
			{ 'openai.gpt4_training_cost': "='Training cost'!$A$1" }
		);
		expect(engine.valueAt(at('A1'))).toEqual({
			error: '#REF!',
			message: 'There is no sheet called “Trainig cost”. Did you mean “Training cost”?'
		});
		expect(engine.valueAt(at('A2'))).toEqual({
			error: '#NAME?',
			message: 'There is no name “openai.gpt4_trainingcost”. Did you mean “openai.gpt4_training_cost”?'
		});
	});
});

describe('where it began', () => {
	test('ENG-8 an error that comes from another cell names that cell, on this sheet or another', () => {
		const engine = engineOf(
			{
				'Training cost': { B4: '=1/B5', B5: 0, C1: '=SQRT(-1)', C2: '=1+' },
				S: {
					A1: "='Training cost'!B4+1",
					A2: '=SUM(A1:A1)',
					A3: '=A4',
					A4: '=FOO()',
					A5: "='Training cost'!C1",
					A6: '=A5*2',
					A7: "='Training cost'!C2",
					A8: '=rate'
				}
			},
			{ rate: '=S!$A$4' }
		);
		const messages = ['A1', 'A2', 'A3', 'A5', 'A6', 'A7', 'A8'].map((cell) => {
			const value = engine.valueAt(at(cell));
			return isCellError(value) ? value.message : value;
		});
		const divided = "'Training cost'!B4 gives #DIV/0!: Division by zero: B5 is 0.";
		const root =
			"'Training cost'!C1 gives #NUM!: The result is not a number that can be shown: an argument is out of range, or the result is too large.";
		expect(messages).toEqual([
			divided,
			divided,
			'A4 gives #NAME?: There is no function FOO: check its spelling.',
			root,
			root,
			"'Training cost'!C2 gives #ERROR!: Expected a value after “+” (character 3).",
			'A4 gives #NAME?: There is no function FOO: check its spelling.'
		]);
	});
});

describe('loops', () => {
	test('ENG-9 every cell of a loop names the cells in the order in which each reads the next', () => {
		const engine = engineOf({ S: { A1: '=B1+1', B1: '=Other!A1', C1: '=B1*2' }, Other: { A1: '=S!A1' } });
		expect(engine.valueAt(at('A1'))).toEqual({
			error: '#CYCLE!',
			message: 'This cell depends on itself: A1 → B1 → Other!A1 → A1. Change one of these formulas.'
		});
		expect(engine.valueAt(at('A1!other'.split('!').reverse().join('!')))).toMatchObject({
			message: 'This cell depends on itself: A1 → S!A1 → S!B1 → A1. Change one of these formulas.'
		});
		expect(engine.valueAt(at('C1'))).toEqual({
			error: '#CYCLE!',
			message: 'B1 depends on itself: B1 → Other!A1 → A1 → B1. Change one of these formulas.'
		});
	});

	test('ENG-9 a loop goes through names, ranges and branches that are not taken', () => {
		const engine = engineOf(
			{ S: { A1: '=SUM(B1:B9)', B5: '=IF(TRUE,1,total)', D1: '=SUM(D:D)' } },
			{ total: '=S!$A$1' }
		);
		expect(engine.valueAt(at('B5'))).toMatchObject({ message: expect.stringContaining('B5 → A1 → B5') });
		expect(engine.valueAt(at('D1'))).toMatchObject({ message: expect.stringContaining('D1 → D1') });
	});

	test('ENG-9 a loop of many cells names the first of them', () => {
		const cells = Object.fromEntries(
			Array.from({ length: 40 }, (_, i) => [`A${i + 1}`, `=A${((i + 1) % 40) + 1}`])
		);
		expect(engineOf({ S: cells }).valueAt(at('A1'))).toMatchObject({
			message:
				'This cell depends on itself: A1 → A2 → A3 → A4 → A5 → A6 → A7 → A8 → 32 more → A1. Change one of these formulas.'
		});
	});

	test('ENG-9 thousands of cells in and below loops are explained in little time', () => {
		const size = 3000;
		const cells: Record<string, string> = {};
		for (let row = 1; row <= size; row++) {
			cells[`A${row}`] = `=A${(row % size) + 1}`;
			cells[`B${row}`] = row === 1 ? '=A1' : `=B${row - 1}`;
		}
		const started = performance.now();
		const engine = engineOf({ S: cells });
		expect(performance.now() - started).toBeLessThan(10_000);
		expect(engine.valueAt(at('A7'))).toMatchObject({ message: expect.stringContaining('A7 → A8 → A9') });
		expect(engine.valueAt(at('B1'))).toMatchObject({
			message: expect.stringContaining('A1 depends on itself')
		});
		expect(engine.valueAt(at(`B${size}`))).toMatchObject({ error: '#CYCLE!' });
	});
});

test.each(['=#GETTING_DATA', '=IFERROR(#FIELD!,1)', '=#CONNECT!', '=#BLOCKED!', '=#UNKNOWN!'])(
	'ENG-175 %s says that nothing here gives it',
	(formula) => {
		expect(valuesOf([formula])[0]).toMatchObject({
			error: '#ERROR!',
			message: expect.stringContaining('only Excel’s own services give')
		});
	}
);

test('ENG-175 USDOLLAR writes dollars, and a text in a list is no condition', () => {
	expect(valuesOf(['=USDOLLAR(12.3)', '=OR("TRUE")', '=OR({"TRUE",TRUE})', '=AND({"a",TRUE})'])).toEqual([
		'$12.30',
		true,
		true,
		true
	]);
	expect(valuesOf(['=OR({"TRUE"})', '=AND({"a"})'])).toMatchObject([
		{ error: '#VALUE!' },
		{ error: '#VALUE!' }
	]);
});
