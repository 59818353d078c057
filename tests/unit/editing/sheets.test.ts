import { describe, expect, it } from 'vitest';
import { Editor, type Command } from '$lib/editing';
import {
	addressOfKey,
	cellAt,
	inOrder,
	MAX_ROWS,
	serializeWorkbook,
	usedSize,
	type Workbook
} from '$lib/workbook';
import { at, smallWorkbook } from './small-workbook';

function done(editor: Editor, command: Command) {
	const result = editor.execute(command);
	if (!result.ok) throw new Error(result.error);
	return result.value;
}

function refusal(command: Command): string {
	const editor = new Editor(smallWorkbook());
	const before = serializeWorkbook(editor.workbook);
	const result = editor.execute(command);
	expect(serializeWorkbook(editor.workbook)).toBe(before);
	return result.ok ? 'not refused' : result.error;
}

function sheetNames(workbook: Workbook): string[] {
	return inOrder(workbook.tables.sheet).map(({ name }) => name);
}

function contentAt(editor: Editor, sheet: string, address: string) {
	return cellAt(editor.workbook, at(sheet, address))?.content;
}

describe('sheets', () => {
	it('EDT-6 adds a numbered sheet at the end, or a named one before another', () => {
		const editor = new Editor(smallWorkbook());
		expect(done(editor, { do: 'add-sheet' })).toMatchObject({
			created: 'sheet-3',
			label: 'Add sheet Sheet 3'
		});
		done(editor, { do: 'add-sheet', name: ' First ', at: 0 });
		expect(sheetNames(editor.workbook)).toEqual(['First', 'Data', 'My sums', 'Sheet 3']);
	});

	it('EDT-6 moves a sheet to another place', () => {
		const editor = new Editor(smallWorkbook());
		done(editor, { do: 'move-sheet', sheet: 'sums', to: 0 });
		expect(sheetNames(editor.workbook)).toEqual(['My sums', 'Data']);
		expect(done(editor, { do: 'move-sheet', sheet: 'data', to: 99 }).patch).toEqual([]);
	});

	it('EDT-7 a renamed sheet is renamed in formulas, names and charts, all else byte for byte', () => {
		const editor = new Editor(smallWorkbook());
		done(editor, { do: 'rename-sheet', sheet: 'data', name: 'The data' });
		expect(contentAt(editor, 'sums', 'A2')).toBe("='The data'!B1+A1");
		expect(contentAt(editor, 'data', 'C1')).toBe("=SUM('My sums'!A1, 'The data'!B2)");
		expect(editor.workbook.tables.name.get('data.all')?.refersTo).toBe("='The data'!$B$1:$B$3");
		expect(editor.workbook.tables.chart.get('bars')?.categories).toBe("'The data'!A1:A3");
		expect(contentAt(editor, 'sums', 'A1')).toBe('=openai.cost * assume.price');
	});

	it('EDT-7 refuses names that Excel refuses', () => {
		const rename = (name: string) => refusal({ do: 'rename-sheet', sheet: 'data', name });
		expect(rename('  ')).toBe('A sheet needs a name.');
		expect(rename('a/b')).toMatch(/cannot hold any of/);
		expect(rename('x'.repeat(32))).toMatch(/at most 31 characters/);
		expect(rename("'quoted")).toMatch(/apostrophe/);
		expect(rename('my SUMS')).toBe('There is a sheet "My sums" already. Choose another name.');
		expect(refusal({ do: 'rename-sheet', sheet: 'gone', name: 'x' })).toMatch(/no sheet "gone"/);
	});

	it('EDT-7 a sheet can be renamed to its own name in another case', () => {
		const editor = new Editor(smallWorkbook());
		done(editor, { do: 'rename-sheet', sheet: 'sums', name: 'MY SUMS' });
		expect(sheetNames(editor.workbook)).toEqual(['Data', 'MY SUMS']);
		expect(contentAt(editor, 'data', 'C1')).toBe("=SUM('MY SUMS'!A1, Data!B2)");
	});

	it('EDT-7 refuses a name under which a formula would grow too long', () => {
		const editor = new Editor(smallWorkbook());
		const long = `=${Array.from({ length: 1_100 }, () => 'Data!A1').join('+')}`;
		done(editor, { do: 'set-contents', cells: [{ ...at('sums', 'B1'), content: long.slice(0, 8_191) }] });
		const result = editor.execute({ do: 'rename-sheet', sheet: 'data', name: 'A much longer name' });
		expect(result).toEqual({
			ok: false,
			error: 'The formula of My sums!B1 would become longer than 8,192 characters. Choose a shorter name.'
		});
	});

	it('EDT-8 a deleted sheet takes its cells and charts with it and leaves #REF! behind', () => {
		const editor = new Editor(smallWorkbook());
		const before = serializeWorkbook(editor.workbook);
		done(editor, { do: 'delete-sheet', sheet: 'data' });
		expect(editor.workbook.cells.has('data')).toBe(false);
		expect(contentAt(editor, 'sums', 'A2')).toBe('=#REF!+A1');
		expect(editor.workbook.tables.name.get('assume.price')?.refersTo).toBe('=#REF!');
		expect(editor.workbook.tables.chart.get('bars')?.categories).toBe('#REF!');
		editor.undo();
		expect(serializeWorkbook(editor.workbook)).toBe(before);
		done(editor, { do: 'delete-sheet', sheet: 'sums' });
		expect(editor.workbook.tables.chart.size).toBe(0);
	});

	it('EDT-8 the last sheet cannot be deleted', () => {
		const editor = new Editor(smallWorkbook());
		done(editor, { do: 'delete-sheet', sheet: 'sums' });
		expect(editor.execute({ do: 'delete-sheet', sheet: 'data' })).toMatchObject({
			ok: false,
			error: expect.stringContaining('"Data" is the only sheet') as string
		});
	});

	it('EDT-9 resizes columns and rows, and takes them back to the default', () => {
		const editor = new Editor(smallWorkbook());
		done(editor, { do: 'resize-columns', sheet: 'data', columns: [0, 2], width: 80.4 });
		done(editor, { do: 'resize-columns', sheet: 'data', columns: [1], width: null });
		done(editor, { do: 'resize-rows', sheet: 'data', rows: [4], height: 40 });
		expect(editor.workbook.tables.sheet.get('data')).toMatchObject({
			columnWidths: { 0: 80, 2: 80 },
			rowHeights: { 4: 40 }
		});
		expect(Object.keys(editor.workbook.tables.sheet.get('data')!.columnWidths)).toEqual(['0', '2']);
		expect(editor.done.map(({ label }) => label)).toEqual([
			'Resize 2 columns',
			'Resize column B',
			'Resize row 5'
		]);
	});

	it('EDT-9 refuses sizes and places that a sheet does not have', () => {
		expect(refusal({ do: 'resize-columns', sheet: 'data', columns: [0], width: 3 })).toMatch(
			/from 8 to 2000 pixels/
		);
		expect(refusal({ do: 'resize-columns', sheet: 'data', columns: [0], width: NaN })).toMatch(/pixels/);
		expect(refusal({ do: 'resize-rows', sheet: 'data', rows: [-1], height: 30 })).toMatch(/does not exist/);
	});

	it('EDT-10 sets and takes away the format of cells, blank ones too', () => {
		const editor = new Editor(smallWorkbook());
		const ranges = ['B1', 'Z1'].map((address) => ({ from: at('data', address), to: at('data', address) }));
		done(editor, { do: 'set-format', sheet: 'data', ranges, format: '0.0%' });
		expect(cellAt(editor.workbook, at('data', 'B1'))).toEqual({
			content: 100e6,
			format: '0.0%',
			unit: 'USD'
		});
		expect(cellAt(editor.workbook, at('data', 'Z1'))).toEqual({ content: null, format: '0.0%' });
		done(editor, { do: 'set-format', sheet: 'data', ranges, format: 'General' });
		expect(cellAt(editor.workbook, at('data', 'B1'))).toEqual({ content: 100e6, unit: 'USD' });
		expect(cellAt(editor.workbook, at('data', 'Z1'))).toBeUndefined();
		expect(refusal({ do: 'set-format', sheet: 'data', ranges, format: '0;0;0;0;0' })).toMatch(
			/is not a number format/
		);
	});

	it('EDT-70 gives whole rows and columns a format up to the last cell in use, in one step', () => {
		const editor = new Editor(smallWorkbook());
		const column = { from: { row: 0, column: 1 }, to: { row: MAX_ROWS - 1, column: 1 } };
		const used = usedSize(editor.workbook, 'data');
		done(editor, { do: 'set-format', sheet: 'data', ranges: [column, column], format: '0.0%' });
		const formatted = [...editor.workbook.cells.get('data')!]
			.filter(([, { format }]) => format === '0.0%')
			.map(([key]) => addressOfKey(key));
		expect(formatted).toHaveLength(used.rows);
		expect(formatted.every((address) => address.column === 1)).toBe(true);
		editor.undo();
		expect(editor.canUndo).toBe(false);
	});
});
