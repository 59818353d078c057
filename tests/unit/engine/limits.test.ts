import { describe, expect, it, test } from 'vitest';
import { FormulaEngine } from '$lib/engine';
import { cellKey, emptyWorkbook, parseAddress, type CellValue, type Content } from '$lib/workbook';

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
