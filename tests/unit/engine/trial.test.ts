import { describe, expect, it } from 'vitest';
import { FormulaEngine } from '$lib/engine';
import { cellKey, emptyWorkbook, type Content, type Workbook } from '$lib/workbook';

function workbookOf(rows: readonly (readonly Content[])[]): Workbook {
	const workbook = emptyWorkbook();
	workbook.tables.sheet.set('s', { id: 's', name: 'S', position: 1, columnWidths: {}, rowHeights: {} });
	workbook.tables.name.set('n', { id: 'n', name: 'limit', refersTo: '=S!$A$2' });
	workbook.cells.set('s', new Map());
	for (const [row, contents] of rows.entries()) {
		for (const [column, content] of contents.entries()) {
			if (content !== null) workbook.cells.get('s')!.set(cellKey({ row, column }), { content });
		}
	}
	return workbook;
}

function opened(): FormulaEngine {
	const engine = new FormulaEngine();
	engine.load(workbookOf([[1, '=A1*2'], [5, '=SEQUENCE(2)'], [9]]));
	return engine;
}

const tried = (engine: FormulaEngine, formula: string, row = 0, column = 3) =>
	engine.tryFormulas([{ sheet: 's', row, column, formula }])[0];

describe('formulas that are tried', () => {
	it('CAL-91 give what they would give where they do not stand, and leave all values as they were', () => {
		const engine = opened();
		const before = [...engine.values()];
		expect(tried(engine, '=A1>0')).toBe(true);
		expect(tried(engine, '=sum( A1:A3 )>limit')).toBe(true);
		expect(tried(engine, '=B1')).toBe(2);
		expect(tried(engine, '=S!A3&"x"')).toBe('9x');
		expect(tried(engine, '=SUMPRODUCT((A1:A3>1)*1)')).toBe(2);
		expect(tried(engine, '=SUM(A1:A3*A1:A3)')).toBe(107);
		expect(tried(engine, '=A1:A3')).toBe(1);
		expect([...engine.values()]).toEqual(before);
		engine.apply([
			{ kind: 'cell', sheet: 's', row: 0, column: 0, before: { content: 1 }, after: { content: 7 } }
		]);
		const changed = engine.values();
		expect([...changed].filter(({ column }) => column === 1).map(({ value }) => value)).toEqual([14, 1, 2]);
		expect(tried(engine, '=A1')).toBe(7);
	});

	it('CAL-91 know the cell that they are tried in', () => {
		const engine = opened();
		expect(tried(engine, '=ROW()', 4, 2)).toBe(5);
		expect(tried(engine, '=COLUMN( )+ROW(A9)', 4, 2)).toBe(12);
	});

	it('CAL-91 fail with a reason where they cannot be read or tried', () => {
		const engine = opened();
		expect(tried(engine, '=A1+')).toEqual({ error: '#ERROR!', message: 'Expected a value after “+”.' });
		expect(tried(engine, '=INDIRECT("A1")')).toMatchObject({ error: '#ERROR!' });
		expect(tried(engine, '=A1/0')).toMatchObject({
			error: '#DIV/0!',
			message: expect.stringMatching(/^Division by zero/)
		});
		expect(tried(engine, '=nosuch+1')).toMatchObject({ error: '#NAME?' });
		expect(tried(engine, '=Gone!A1')).toMatchObject({ error: '#REF!' });
	});
});
