import { describe, expect, it } from 'vitest';
import { Editor, History, type EditorEvent, type HistoryStep } from '$lib/editing';
import { cellAt, patchBytes, serializeWorkbook, type Content, type Patch } from '$lib/workbook';
import { at, smallWorkbook } from './small-workbook';

function type(editor: Editor, address: string, content: Content, scenario?: string) {
	const cells = [{ ...at('data', address), content }];
	const result = editor.execute({ do: 'set-contents', cells, ...(scenario && { scenario }) });
	if (!result.ok) throw new Error(result.error);
	return result.value;
}

/** A patch of about so many bytes. */
function heavyPatch(bytes: number): Patch {
	const content = 'x'.repeat(Math.floor(bytes / 2));
	return [{ kind: 'cell', sheet: 'data', row: 0, column: 0, before: null, after: { content } }];
}

/** A step of about so many bytes. */
function step(label: string, bytes: number): HistoryStep {
	return { label, patch: heavyPatch(bytes), places: { undone: [], redone: [] } };
}

describe('Editor', () => {
	it('EDT-17 undoes to the first byte and redoes to the last', () => {
		const editor = new Editor(smallWorkbook());
		const first = serializeWorkbook(editor.workbook);
		type(editor, 'B2', 3);
		type(editor, 'B2', 4, 'calm');
		type(editor, 'Q7', '=B2');
		const last = serializeWorkbook(editor.workbook);
		expect([editor.undo()?.label, editor.undo()?.scenario, editor.undo()?.label]).toEqual([
			'Type in Q7',
			'calm',
			'Type in B2'
		]);
		expect(serializeWorkbook(editor.workbook)).toBe(first);
		expect(editor.undo()).toBeUndefined();
		while (editor.redo());
		expect(serializeWorkbook(editor.workbook)).toBe(last);
	});

	it('EDT-17 a new command after an undo drops what could be redone', () => {
		const editor = new Editor(smallWorkbook());
		type(editor, 'B2', 3);
		editor.undo();
		expect(editor.canRedo).toBe(true);
		type(editor, 'B3', 1);
		expect([editor.canRedo, editor.redo()]).toEqual([false, undefined]);
	});

	it('EDT-18 tells every change with a version that rises, and nothing where nothing changed', () => {
		const editor = new Editor(smallWorkbook());
		const events: EditorEvent[] = [];
		const stop = editor.subscribe((event) => events.push(event));
		type(editor, 'B2', 3);
		type(editor, 'B2', 3);
		editor.undo();
		editor.redo();
		editor.load(smallWorkbook());
		expect(events.map(({ version, cause, label }) => [version, cause, label])).toEqual([
			[1, 'execute', 'Type in B2'],
			[2, 'undo', 'Type in B2'],
			[3, 'redo', 'Type in B2'],
			[4, 'load', 'Open workbook']
		]);
		expect(events[1]!.patch[0]).toMatchObject({ before: { content: 3 }, after: { content: 2 } });
		stop();
		type(editor, 'B2', 5);
		expect([events.length, editor.version]).toEqual([4, 5]);
	});

	it('EDT-18 a loaded workbook has no history', () => {
		const editor = new Editor(smallWorkbook());
		type(editor, 'B2', 3);
		editor.load(smallWorkbook());
		expect([editor.canUndo, editor.canRedo]).toEqual([false, false]);
		expect(cellAt(editor.workbook, at('data', 'B2'))?.content).toBe(2);
	});

	it('EDT-19 keeps at least 200 steps', () => {
		const editor = new Editor(smallWorkbook());
		const first = serializeWorkbook(editor.workbook);
		for (let step = 1; step <= 250; step++) type(editor, 'D1', step);
		let undone = 0;
		while (editor.undo()) undone++;
		expect(undone).toBe(250);
		expect(serializeWorkbook(editor.workbook)).toBe(first);
	});
});

describe('History', () => {
	it('EDT-19 holds at most 64 MB of patches and drops the oldest first', () => {
		const history = new History();
		const megabyte = 1024 * 1024;
		for (let count = 0; count < 100; count++) history.add(step(String(count), megabyte));
		const held = history.done.reduce((bytes, { patch }) => bytes + patchBytes(patch), 0);
		expect(held).toBeLessThanOrEqual(64 * megabyte);
		expect(held).toBeGreaterThan(62 * megabyte);
		expect(history.done.at(-1)?.label).toBe('99');
	});

	it('EDT-19 counts what can be redone, and forgets it when it is dropped', () => {
		const history = new History({ steps: 10, bytes: 3_000 });
		history.add(step('a', 1_000));
		history.add(step('b', 1_000));
		history.stepBack();
		history.add(step('c', 1_000));
		expect(history.done.map(({ label }) => label)).toEqual(['a', 'c']);
		expect(history.undone).toEqual([]);
	});

	it('EDT-19 keeps the latest step however large it is', () => {
		const history = new History({ steps: 10, bytes: 1_000 });
		history.add(step('small', 10));
		history.add(step('large', 5_000));
		expect(history.done.map(({ label }) => label)).toEqual(['large']);
	});
});
