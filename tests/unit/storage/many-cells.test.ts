import { describe, expect, it } from 'vitest';
import { Editor } from '$lib/editing';
import { cellAt, serializeWorkbook } from '$lib/workbook';
import { smallWorkbook } from '../editing/small-workbook';
import { Machine, openTab, until } from './machine';

describe('saving very many cells', () => {
	it('STO-11 writes very many cells some at a time, and saves them as they stand in the end', async () => {
		const machine = new Machine();
		const tab = await openTab(machine);
		const workbook = smallWorkbook();
		tab.store.replace(workbook);
		await tab.store.flush();
		const editor = new Editor(workbook);
		editor.subscribe(({ patch }) => tab.store.changed(patch));
		const cells = Array.from({ length: 60_000 }, (_, index) => ({
			sheet: 'data',
			row: 10 + Math.floor(index / 10),
			column: index % 10,
			content: `cell ${index}`
		}));
		editor.execute({ do: 'set-contents', cells, act: 'paste' });
		machine.pass(300);
		expect(machine.isWaiting).toBe(false);
		await until(() => tab.store.state.kind === 'saved');
		// What changes while the lines are written is saved as it then is, also what was written already.
		editor.undo();
		editor.redo();
		machine.passTo(300);
		expect(machine.isWaiting).toBe(true);
		editor.execute({ do: 'set-contents', cells: [{ ...cells[0]!, content: 'later' }] });
		await tab.store.flush();
		const again = await openTab(machine.but({ locks: undefined }));
		const saved = await again.store.restore();
		if (!saved.ok || !saved.value) throw new Error('Nothing was restored.');
		expect(cellAt(saved.value.workbook, cells[0]!)?.content).toBe('later');
		expect(cellAt(saved.value.workbook, cells.at(-1)!)?.content).toBe('cell 59999');
		expect(serializeWorkbook(saved.value.workbook)).toBe(serializeWorkbook(workbook));
	});
});
