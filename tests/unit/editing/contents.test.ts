import { describe, expect, it } from 'vitest';
import { Editor, type CellEdit, type SetContents } from '$lib/editing';
import { cellAt, parseRange, serializeWorkbook, type Content } from '$lib/workbook';
import { at, FIGURE, smallWorkbook } from './small-workbook';

function edited(address: string, content: Content, more: Partial<CellEdit> = {}): CellEdit {
	return { ...at('data', address), content, ...more };
}

function set(editor: Editor, cells: readonly CellEdit[], more: Partial<SetContents> = {}) {
	const result = editor.execute({ do: 'set-contents', cells, ...more });
	if (!result.ok) throw new Error(result.error);
	return result.value;
}

function refusal(editor: Editor, cells: readonly CellEdit[], more: Partial<SetContents> = {}): string {
	const before = serializeWorkbook(editor.workbook);
	const result = editor.execute({ do: 'set-contents', cells, ...more });
	expect(serializeWorkbook(editor.workbook)).toBe(before);
	return result.ok ? 'not refused' : result.error;
}

describe('set-contents', () => {
	it('EDT-220 columns are widened in the step that fills or formats them, or nothing is done', () => {
		const editor = new Editor(smallWorkbook());
		const before = serializeWorkbook(editor.workbook);
		const widened = { sheet: 'data', widths: { 0: 140, 1: 150.4 } };
		set(editor, [edited('A9', 1e9)], { widened });
		const widths = () => editor.workbook.tables.sheet.get('data')?.columnWidths;
		expect(widths()).toEqual({ 0: 140, 1: 150 });
		editor.undo();
		expect(serializeWorkbook(editor.workbook)).toBe(before);
		const ranges = [{ from: at('data', 'A1'), to: at('data', 'A1') }];
		editor.execute({ do: 'set-format', sheet: 'data', ranges, format: '0.0', widened });
		expect(widths()).toEqual({ 0: 140, 1: 150 });
		editor.undo();
		expect(serializeWorkbook(editor.workbook)).toBe(before);
		expect(refusal(editor, [edited('A9', 1)], { widened: { sheet: 'data', widths: { 0: 1 } } })).toMatch(
			/measures from 8 to/
		);
		expect(refusal(editor, [edited('A9', 1)], { widened: { sheet: 'gone', widths: {} } })).toMatch(
			/no sheet/
		);
	});

	it('EDT-95 merges what a paste brings, and leaves what reaches across its edge', () => {
		const range = (text: string) => {
			const read = parseRange(text);
			if (!read.ok) throw new Error(read.error);
			return read.value;
		};
		const editor = new Editor(smallWorkbook());
		for (const merged of ['F1:G1', 'F3:H3']) {
			editor.execute({ do: 'merge-cells', sheet: 'data', range: range(merged), isMerged: true });
		}
		const before = serializeWorkbook(editor.workbook);
		const merges = {
			sheet: 'data',
			within: range('F1:G4'),
			ranges: [range('F2:G2'), range('G3:G4'), range('F4:F4'), range('G4:H4')]
		};
		set(editor, [edited('F2', 'wide')], { act: 'paste', merges });
		const now = editor.workbook.tables.sheet.get('data')?.merges;
		// One within goes, one across the edge stays and with it what would lie over it is not merged, nor what reaches out.
		expect(now).toEqual([range('F3:H3'), range('F2:G2')]);
		editor.undo();
		expect(serializeWorkbook(editor.workbook)).toBe(before);
	});

	it('EDT-1 sets contents and formats of many cells in one step', () => {
		const editor = new Editor(smallWorkbook());
		const done = set(editor, [edited('B2', 7), edited('D9', 'new', { format: '@' })], { act: 'paste' });
		expect(done).toMatchObject({ label: 'Paste 2 cells', overrides: 0, base: 2, version: 1 });
		expect(cellAt(editor.workbook, at('data', 'B2'))).toEqual({ content: 7, format: '0.00' });
		expect(cellAt(editor.workbook, at('data', 'D9'))).toEqual({ content: 'new', format: '@' });
		expect(editor.done).toHaveLength(1);
	});

	it('EDT-1 clearing keeps the format, and a cell with nothing left is no cell', () => {
		const editor = new Editor(smallWorkbook());
		expect(set(editor, [edited('B2', null), edited('C1', null)], { act: 'clear' }).label).toBe(
			'Clear 2 cells'
		);
		expect(cellAt(editor.workbook, at('data', 'B2'))).toEqual({ content: null, format: '0.00' });
		expect(cellAt(editor.workbook, at('data', 'C1'))).toBeUndefined();
		set(editor, [edited('B2', null, { format: null })]);
		expect(cellAt(editor.workbook, at('data', 'B2'))).toBeUndefined();
	});

	it('EDT-2 a command that changes nothing succeeds and leaves no step', () => {
		const editor = new Editor(smallWorkbook());
		const done = set(editor, [edited('B2', 2), edited('Z9', null)]);
		expect(done).toMatchObject({ patch: [], overrides: 0, base: 0, version: 0 });
		expect(editor.canUndo).toBe(false);
	});

	it('EDT-3 under a scenario a driver is overridden there and every other cell changes for all', () => {
		const editor = new Editor(smallWorkbook());
		const done = set(editor, [edited('B2', 5), edited('B3', '=1/3'), edited('D1', 'x')], {
			scenario: 'calm'
		});
		expect(done).toMatchObject({ overrides: 2, base: 1, scenario: 'calm' });
		expect(editor.workbook.tables.scenario.get('calm')?.overrides).toEqual({
			'assume.price': 5,
			'assume.growth': '=1/3'
		});
		expect(cellAt(editor.workbook, at('data', 'B2'))?.content).toBe(2);
		expect(editor.done.at(-1)?.scenario).toBe('calm');
	});

	it('EDT-3 clearing a driver under a scenario drops the override', () => {
		const editor = new Editor(smallWorkbook());
		expect(set(editor, [edited('B2', null)], { scenario: 'dear' })).toMatchObject({ overrides: 1, base: 0 });
		expect(editor.workbook.tables.scenario.get('dear')?.overrides).toEqual({});
		expect(cellAt(editor.workbook, at('data', 'B2'))?.content).toBe(2);
		expect(set(editor, [edited('B2', null)], { scenario: 'dear' })).toMatchObject({
			overrides: 0,
			patch: []
		});
	});

	it('EDT-3 a step that only changed the base names no scenario', () => {
		const editor = new Editor(smallWorkbook());
		expect(set(editor, [edited('D1', 'x')], { scenario: 'calm' }).scenario).toBeUndefined();
		expect(set(editor, [edited('B2', 4)], { scenario: 'as_reported' })).toMatchObject({
			overrides: 0,
			base: 1
		});
		expect(cellAt(editor.workbook, at('data', 'B2'))?.content).toBe(4);
	});

	it('EDT-3 a named cell whose formula reads others is no driver', () => {
		const editor = new Editor(smallWorkbook());
		set(editor, [edited('B2', '=B1*2')]);
		expect(set(editor, [edited('B2', 5)], { scenario: 'calm' })).toMatchObject({ overrides: 0, base: 1 });
	});

	it('EDT-3 refuses an override that is a text or reads other cells', () => {
		const editor = new Editor(smallWorkbook());
		expect(refusal(editor, [edited('B2', 'much')], { scenario: 'calm' })).toMatch(
			/Under the scenario "Calm", assume.price takes a number or a formula without references/
		);
		expect(refusal(editor, [edited('D1', 1), edited('B2', '=B1')], { scenario: 'calm' })).toMatch(
			/assume.price/
		);
		expect(refusal(editor, [edited('B2', 1)], { scenario: 'gone' })).toBe(
			'There is no scenario "gone" any more.'
		);
	});

	it('EDT-4 what is typed over a number taken from a figure no longer cites it', () => {
		const editor = new Editor(smallWorkbook());
		set(editor, [edited('B4', FIGURE.published)]);
		expect(cellAt(editor.workbook, at('data', 'B4'))?.figure).toBe(FIGURE.id);
		set(editor, [edited('B4', 1)]);
		expect(cellAt(editor.workbook, at('data', 'B4'))).toEqual({ content: 1, note: 'From the report' });
		editor.undo();
		expect(cellAt(editor.workbook, at('data', 'B4'))?.figure).toBe(FIGURE.id);
	});

	it('EDT-5 refuses what no cell can hold, and says where', () => {
		const editor = new Editor(smallWorkbook());
		expect(refusal(editor, [edited('B2', Infinity)])).toBe('Data!B2: a cell holds finite numbers only.');
		expect(refusal(editor, [edited('B2', 'x'.repeat(32_768))])).toBe(
			'Data!B2: a text has at most 32,767 characters; this one has 32,768.'
		);
		expect(refusal(editor, [edited('B2', `=${'1'.repeat(8_192)}`)])).toMatch(/a formula has at most 8,192/);
		expect(refusal(editor, [edited('B2', 1, { format: '0"' })])).toMatch(/is not a number format/);
		expect(refusal(editor, [{ sheet: 'data', row: -1, column: 0, content: 1 }])).toMatch(
			/ends at column XFD/
		);
		expect(refusal(editor, [{ sheet: 'gone', row: 0, column: 0, content: 1 }])).toMatch(/no sheet "gone"/);
	});

	it('EDT-5 keeps minus zero as zero, as a document does', () => {
		const editor = new Editor(smallWorkbook());
		set(editor, [edited('D1', -0)]);
		expect(Object.is(cellAt(editor.workbook, at('data', 'D1'))?.content, 0)).toBe(true);
	});
});
