import { describe, expect, it, test } from 'vitest';
import { FormulaEngine } from '$lib/engine';
import {
	applyPatch,
	cellKey,
	emptyWorkbook,
	parseAddress,
	type CellValue,
	type Content
} from '$lib/workbook';
import { at, edit, workbookOf } from './model-workbook';

/** The values of some cells of a workbook of one sheet. */
function calculate(
	contents: Readonly<Record<string, Content>>,
	names: Readonly<Record<string, string>> = {}
): (address: string) => CellValue {
	const workbook = emptyWorkbook();
	workbook.tables.sheet.set('s', { id: 's', name: 'S', position: 0, columnWidths: {}, rowHeights: {} });
	const at = (address: string) => {
		const parsed = parseAddress(address);
		if (!parsed.ok) throw new Error(parsed.error);
		return parsed.value;
	};
	const cells = Object.entries(contents).map(
		([address, content]) => [cellKey(at(address)), { content }] as const
	);
	workbook.cells.set('s', new Map(cells));
	for (const [name, refersTo] of Object.entries(names)) {
		workbook.tables.name.set(name, { id: name, name, refersTo });
	}
	const engine = new FormulaEngine();
	engine.load(workbook);
	return (address) => engine.valueAt({ sheet: 's', ...at(address) });
}

/** A formula beside another one, which must work whatever happens to the first. */
function beside(formula: string, more: Readonly<Record<string, Content>> = {}): CellValue {
	const valueAt = calculate({ A1: formula, A2: '=20+22', ...more });
	expect(valueAt('A2')).toBe(42);
	return valueAt('A1');
}

const message = (value: CellValue) => (typeof value === 'object' ? value?.message : undefined);
const nested = (opening: string, levels: number, closing: string) =>
	`=${opening.repeat(levels)}1${closing.repeat(levels)}`;

describe('limits of a formula', () => {
	test.each([
		['250 brackets', nested('(', 250, ')'), /^More than 64 brackets stand within each other here/],
		['65 calls', nested('ABS(', 65, ')'), /^More than 64 brackets/],
		['5,000 &', `=1${'&1'.repeat(5000)}`, /^A formula has at most 8,192 characters; this one has 10,002/],
		['4,000 &', `=1${'&1'.repeat(4000)}`, /^Too many operators follow each other/],
		['4,000 +', `=A2${'+1'.repeat(4000)}`, /^Too many operators/],
		['8,000 signs', `=${'-'.repeat(8000)}1`, /^Too many operators/],
		['2,000 %', `=1${'%'.repeat(2000)}`, /^Too many operators/],
		['64 brackets of 50 operators', nested('1+1+1+1+1+1+1+(', 64, ')'), /^Too many operators/],
		['256 arguments', `=SUM(${Array(256).fill(1).join(',')})`, /^SUM has more than 255 arguments/],
		['a text that does not end', `="${'x'.repeat(8000)}`, /^This text is not closed/],
		['NUL', '=\u0000', /is not a number/]
	])('ENG-19 %s are one error that says why', (_, formula, sentence) => {
		const value = beside(formula);
		expect(value).toMatchObject({ error: '#ERROR!' });
		expect(message(value)).toMatch(sentence);
	});

	test.each([
		['64 brackets', nested('(', 64, ')'), 1],
		['64 calls', nested('ROUND(1*', 64, ',0)'), 1],
		['400 operators', `=1${'+1'.repeat(400)}`, 401],
		[
			'400 operators in each of 9 arguments',
			`=SUM(${Array(9)
				.fill(`1${'+1'.repeat(400)}`)
				.join(',')})`,
			3609
		],
		['255 arguments', `=SUM(${Array(255).fill(1).join(',')})`, 255],
		['a lone surrogate', '="\ud800"&"x"', '\ud800x']
	])('ENG-19 %s are calculated', (_, formula, expected) => {
		expect(beside(formula)).toBe(expected);
	});
});

describe('limits of work', () => {
	test.each(['=MULTINOMIAL(1E9,1E9)', '=DB(1E9,1,1E9,1E9)'])('ENG-19 %s is refused', (formula) => {
		expect(beside(formula)).toMatchObject({ error: '#NUM!' });
	});

	test.each([
		['=MULTINOMIAL(2,3,4)', 1260],
		['=DB(1000000,100000,6,1,7)', 186083.333333333]
	])('ENG-19 %s is calculated', (formula, expected) => {
		expect(beside(formula)).toBe(expected);
	});
});

test('ENG-60 a criterion of many wildcards is answered at once', () => {
	const texts = { A3: 'a'.repeat(32_767), A4: `${'a'.repeat(32_766)}b` };
	expect(beside('=COUNTIF(A3,"*a*a*a*a*a*b")', texts)).toBe(0);
	expect(beside('=COUNTIF(A3:A4,"*a*a*a*a*a*b")', texts)).toBe(1);
});

describe('large ranges', () => {
	const DATA: Readonly<Record<string, Content>> = { C1: 1, D2: 2, E3: 'x', C4: true };

	test.each<[string, CellValue]>([
		['=SUM(C:XFD)', 3],
		['=COUNTA(C1:XFD9)', 4],
		['=SUM(C2:J20000)', 2],
		['=AND(C:XFD)', true],
		['=COUNTBLANK(C:XFD)', (16_384 - 2) * 1_048_576 - 4],
		['=COLUMNS(C:XFD)', 16_382],
		['=SUM(SORT(C:XFD))', 3],
		['=SUM(HSTACK(C:XFD,C:XFD))', 6],
		['=COUNT(TOCOL(C:XFD,1))', 2],
		['=ROWS(VSTACK(C:C))', 1_048_576],
		['=SUM(ARRAY_CONSTRAIN(C:XFD,2,2))', 3],
		['=TEXTJOIN(",",TRUE,C:XFD)', '1,2,x,TRUE'],
		['=SUMPRODUCT(C:XFD,C:XFD)', 5],
		['=INDEX(C:XFD,2,2)', 2],
		['=SUM(IFERROR(ACOTH(C:XFD+1),0)>0)', 0],
		['=SUM(CHOOSE({1,2},C:C,D:D))', 3]
	])('ENG-23 %s costs what is in use', (formula, expected) => {
		expect(beside(formula, DATA)).toBe(expected);
	});

	test.each(['=SUM(C:XFD)', '=SUM(C1:L20000)', '=SUM(C:C)+SUM(D1:H9)+SUM(C2:L20000)*0'])(
		'ENG-23 what comes into a large range later is followed: %s',
		(formula) => {
			const workbook = workbookOf({ S: { A1: formula, C1: 1 } });
			const engine = new FormulaEngine();
			engine.load(workbook);
			const values = [
				['D7', 5],
				['D7', null],
				['C9', 10],
				['C9', '=C1+1'],
				['C1', 7]
			].map(([address, content]) => {
				const patch = [edit(workbook, address as string, content as Content)];
				applyPatch(workbook, patch);
				engine.apply(patch);
				return engine.valueAt(at('A1'));
			});
			expect(values).toEqual([6, 1, 11, 3, 15]);
		}
	);

	it('ENG-23 a cell in the last corner of a sheet does not make a range of all cells between', () => {
		const valueAt = calculate({
			A1: '=SUM(C:XFD)',
			A2: '=AND(C:XFD)',
			A3: '=COUNT(D:XFD)',
			C1: 1,
			XFD1048576: 5
		});
		expect(['A1', 'A2', 'A3'].map(valueAt)).toEqual([6, true, 1]);
	});
});

test('ENG-19 what a function finds nowhere in a list is an error of its own cell', () => {
	expect(beside('=SPLIT("a b",0.5)')).toMatchObject({ error: '#VALUE!' });
});

test.each<[string, number]>([
	['=HYPGEOM.DIST(1,4,8,20,TRUE)', 0.465428276573787],
	['=HYPGEOM.DIST(1,4,8,20,FALSE)', 0.363261093911249],
	['=HYPGEOM.DIST(3,4,8,20,TRUE)', 0.985552115583075],
	['=HYPGEOM.DIST(5,5,5,5,TRUE)', 1],
	['=HYPGEOM.DIST(500000000,1000000000,1000000000,2000000000,TRUE)', 0.500017841241185]
])('ENG-82 %s holds its digits, in bounded time', (formula, expected) => {
	const value = beside(formula) as number;
	expect(Math.abs(value / expected - 1)).toBeLessThan(formula.includes('0000') ? 1e-11 : 2e-15);
});

describe('limits of texts', () => {
	const LONG = `${'x'.repeat(32_767)}`;

	test.each([
		'=REPT("x",1E9)',
		'=A3&"x"',
		'=LEN(A3&"x")',
		'=CONCATENATE(A3,"x")',
		'=CONCAT(A3,"x")',
		'=TEXTJOIN(",",TRUE,A3,"x")',
		'=REPLACE(A3,1,0,A3)',
		'=SUBSTITUTE("aaa","a",REPT("x",20000))'
	])('ENG-19 %s would be too long a text', (formula) => {
		const value = beside(formula, { A3: LONG });
		expect(value).toMatchObject({ error: '#VALUE!' });
		expect(message(value)).toMatch(/^The text would be longer than the 32,767 characters that a cell holds/);
	});

	it('ENG-19 a content that no cell can hold is an error, and so is what reads it', () => {
		const valueAt = calculate({ A1: `${LONG}x`, A2: '=LEN(A1)', A3: LONG, A4: '=LEN(A3)' });
		expect(valueAt('A1')).toMatchObject({ error: '#VALUE!' });
		expect(message(valueAt('A2'))).toMatch(/^A1 gives #VALUE!: The text would be longer/);
		expect(valueAt('A4')).toBe(32_767);
	});

	it('ENG-19 a text that doubles from cell to cell or from name to name ends where no cell could hold it', () => {
		const cells: Record<string, Content> = { A1: '=REPT("x",16)', B1: '=1+1' };
		const names: Record<string, string> = { n_0x: '="x"' };
		for (let row = 2; row <= 60; row++) cells[`A${row}`] = `=A${row - 1}&A${row - 1}`;
		for (let index = 1; index < 40; index++) names[`n_${index}x`] = `=n_${index - 1}x&n_${index - 1}x`;
		const valueAt = calculate({ ...cells, C1: '=n_39x', C2: '=LEN(n_10x)' }, names);
		expect(valueAt('A11')).toHaveLength(16_384);
		expect(message(valueAt('A60'))).toMatch(/^A12 gives #VALUE!: The text would be longer/);
		expect(valueAt('C1')).toMatchObject({ error: '#VALUE!' });
		expect(valueAt('C2')).toBe(1024);
		expect(valueAt('B1')).toBe(2);
	});
});

describe('long chains', () => {
	it('ENG-19 50,000 cells may read each other in a row', () => {
		const cells: Record<string, Content> = { A1: 1 };
		for (let row = 2; row <= 50_000; row++) cells[`A${row}`] = `=A${row - 1}+1`;
		expect(calculate(cells)('A50000')).toBe(50_000);
	});

	it('ENG-9 a loop of 5,000 cells is explained', () => {
		const cells: Record<string, Content> = { B1: '=1+1' };
		for (let row = 1; row <= 5_000; row++) cells[`A${row}`] = `=A${(row % 5_000) + 1}+1`;
		const valueAt = calculate(cells);
		expect(message(valueAt('A4999'))).toMatch(
			/^This cell depends on itself: A4999 → A5000 → A1 → A2 .* 4992 more/
		);
		expect(valueAt('B1')).toBe(2);
	});
});
