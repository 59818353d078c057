import { Editor, type Command } from '$lib/editing';
import { cellAt, parseRange, serializeWorkbook, type Content, type Range } from '$lib/workbook';
import { expect } from 'vitest';
import { at, smallWorkbook } from './small-workbook';

/** A range of cells by its words. */
export function rangeOf(text: string): Range {
	const range = parseRange(text);
	if (!range.ok) throw new Error(range.error);
	return range.value;
}

/** An editor of the small workbook with some more cells on its first sheet. */
export function prepared(cells: Record<string, Content> = {}, workbook = smallWorkbook()) {
	const editor = new Editor(workbook);
	editor.execute({
		do: 'set-contents',
		cells: Object.entries(cells).map(([address, content]) => ({ ...at('data', address), content }))
	});
	const first = serializeWorkbook(editor.workbook);
	return {
		editor,
		content: (address: string, sheet = 'data') =>
			cellAt(editor.workbook, at(sheet, address))?.content ?? null,
		sheet: () => editor.workbook.tables.sheet.get('data')!,
		run(command: Command): string {
			const done = editor.execute(command);
			return done.ok ? done.value.label : done.error;
		},
		/** One undo leads back to the first byte. */
		expectUndone() {
			editor.undo();
			expect(serializeWorkbook(editor.workbook)).toBe(first);
		}
	};
}
