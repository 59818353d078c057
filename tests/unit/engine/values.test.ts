import { describe, expect, test } from 'vitest';
import { isCellError, type CellValue } from '$lib/workbook';
import { at, engineOf, valuesOf, workbookOf } from './model-workbook';
import { FormulaEngine } from '$lib/engine';

describe('contents', () => {
	test.each<[string | number | boolean, CellValue]>([
		[1.5, 1.5],
		[-0, 0],
		[1e25, 1e25],
		[1e-300, 1e-300],
		[2.3e-308, 2.3e-308],
		[5e-324, 0],
		[true, true],
		['TRUE', 'TRUE'],
		['1E+25', '1E+25'],
		['5%', '5%'],
		['$5', '$5'],
		['01/02/2025', '01/02/2025'],
		['#REF!', '#REF!'],
		["'=x", '=x'],
		["''quoted", "'quoted"],
		['=', '='],
		["'", ''],
		[' 7 ', ' 7 '],
		['"a\\b"', '"a\\b"']
	])('ENG-1 the content %j is the value %j, and so is a reference to it', (content, value) => {
		const engine = engineOf({ S: { A1: content, B1: '=A1' } });
		expect(engine.valueAt(at('A1'))).toBe(value);
		expect(engine.valueAt(at('B1'))).toBe(value);
	});

	test('ENG-1 a blank cell has no value, and counts as zero or an empty text', () => {
		const engine = engineOf({ S: { A1: null, B1: '=A1', C1: '=A1&"x"', D1: '=A1+1' } });
		expect(engine.valueAt(at('A1'))).toBeNull();
		expect([...engine.values()].map(({ value }) => value)).toEqual([0, 'x', 1]);
	});

	test('ENG-1 texts in formulas keep quotation marks and backslashes', () => {
		expect(valuesOf(['="say ""hi"""', '="C:\\"&"x"', '="a\\""b"', '=LEN("""")'])).toEqual([
			'say "hi"',
			'C:\\x',
			'a\\"b',
			1
		]);
	});
});

describe('numbers', () => {
	test('ENG-2 numbers have 15 digits', () => {
		expect(
			valuesOf(['=SQRT(2)', '=1/3', '=0.1+0.2', '=0.1+0.2=0.3', '=1E25', '=1E6*2', '=2/3*1e-8'])
		).toEqual([1.4142135623731, 0.333333333333333, 0.3, true, 1e25, 2e6, 6.66666666666667e-9]);
	});

	test('ENG-2 no infinite number and none that is not a number comes out', () => {
		const values = valuesOf(['=2^1023*2', '=1e400', '=-1e400', '=SQRT(-1)', '=1e-300*A1', '=A2', '=A3+1'], {
			A1: 1,
			A2: Number.POSITIVE_INFINITY,
			A3: Number.NaN
		});
		for (const value of values) {
			if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
			else expect(isCellError(value) && value.error).toBe('#NUM!');
		}
		expect(values[4]).toBe(1e-300);
	});

	test('ENG-3 dates are serial numbers of the 1900 system, dates in texts are read month first', () => {
		expect(valuesOf(['=DATE(2025,1,1)', '=DATE(1900,3,1)', '="1/2/2025"+0', '=YEAR(45658)'])).toEqual([
			45658, 61, 45659, 2025
		]);
	});

	test('ENG-3 texts compare without case but with accents', () => {
		expect(valuesOf(['="A"="a"', '="é"="e"'])).toEqual([true, false]);
	});
});

describe('names', () => {
	test('ENG-4 formulas read names in any case, letters of any script and names that begin like a function', () => {
		const names = {
			'assume.rate': '=S!$A$1',
			τιμή: '=S!$A$2',
			'offset.cost': '=S!$A$1',
			tax: '=0.2',
			abcd1: '=0.5',
			both: '=S!$A$1:$A$2'
		};
		const engine = engineOf(
			{ S: { A1: 2, A2: 3, B1: '=Assume.Rate*ΤΙΜΉ', B2: '=offset.cost+tax+abcd1', B3: '=SUM(both)' } },
			names
		);
		expect(engine.problems).toEqual([]);
		expect(['B1', 'B2', 'B3'].map((cell) => engine.valueAt(at(cell)))).toEqual([6, 2.7, 5]);
	});

	test('ENG-4 a name that formulas cannot use is listed with a sentence, and everything else is computed', () => {
		const names = {
			rev2024: '=S!$A$1',
			'growth-rate': '=S!$A$1',
			loose: '=S!A1',
			homeless: '=$A$1',
			broken: '=S!$A$1+',
			lost: '=Gone!$A$1',
			good: '=S!$A$1'
		};
		const engine = engineOf({ S: { A1: 2, B1: '=good+1', B2: '=lost+1' } }, names);
		expect(engine.problems.map(({ id }) => id)).toEqual([
			'rev2024',
			'growth-rate',
			'loose',
			'homeless',
			'broken'
		]);
		for (const { message } of engine.problems) expect(message).toMatch(/^.*“.+”.*\.$/);
		expect(engine.valueAt(at('B1'))).toBe(3);
		expect(engine.valueAt(at('B2'))).toMatchObject({ error: '#REF!' });
	});

	test('ENG-4 two names or sheets that differ in case only are a problem, never a failure', () => {
		const workbook = workbookOf(
			{ S: { A1: 1, B1: '=rate', B2: '=S!A1' } },
			{ rate: '=S!$A$1', RATE: '=S!$A$2' }
		);
		workbook.tables.sheet.set('twin', {
			id: 'twin',
			name: 's',
			position: 5,
			columnWidths: {},
			rowHeights: {}
		});
		workbook.cells.set('twin', new Map([[0, { content: 9 }]]));
		const engine = new FormulaEngine();
		engine.load(workbook);
		expect(engine.problems.map(({ kind, id }) => [kind, id])).toEqual([
			['sheet', 'twin'],
			['name', 'RATE']
		]);
		expect([at('B1'), at('B2'), at('twin!A1')].map((place) => engine.valueAt(place))).toEqual([1, 1, 9]);
	});
});

describe('sheets', () => {
	test('ENG-5 sheets are found under any name that they can have', () => {
		const names = ['Training cost', "It's", 'Q.1', '表', '2024', '__proto__', 'constructor', 'A1', 'offset'];
		const engine = engineOf({
			...Object.fromEntries(names.map((name, index) => [name, { A1: index }])),
			S: Object.fromEntries(
				names.map((name, index) => [`A${index + 1}`, `='${name.replaceAll("'", "''")}'!A1`])
			)
		});
		expect(names.map((_, index) => engine.valueAt(at(`A${index + 1}`)))).toEqual(
			names.map((_, index) => index)
		);
	});

	test('ENG-5 a cell in the last row and column costs no more than any other', () => {
		const started = performance.now();
		const engine = engineOf({ S: { A1: 1, XFD1048576: '=A1+1', A2: '=SUM(A1:A1,XFD1048576)' } });
		expect(engine.valueAt(at('A2'))).toBe(3);
		expect(performance.now() - started).toBeLessThan(5000);
	});
});

describe('results that fill several cells', () => {
	test('ENG-6 a formula that gives a table fills the cells beside it', () => {
		const engine = engineOf({ S: { A1: 1, B1: 2, D1: '=TRANSPOSE(A1:B1)' } });
		expect(engine.valueAt(at('D2'))).toBe(2);
		expect([...engine.values()]).toContainEqual({ ...at('D2'), value: 2 });
	});

	test('ENG-6 it says where there is no room', () => {
		const engine = engineOf({ S: { A1: 1, B1: 2, D1: '=TRANSPOSE(A1:B1)', D2: 'in the way' } });
		expect(engine.valueAt(at('D1'))).toMatchObject({ error: '#SPILL!' });
	});
});
