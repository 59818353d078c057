import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Editor } from '$lib/editing';
import { serializeWorkbook } from '$lib/workbook';
import { smallWorkbook } from '../unit/editing/small-workbook';
import { Machine, openTab } from '../unit/storage/machine';

const RUNS = process.env['RECKONER_LAWS'] ? 500 : 25;

describe('saving', () => {
	it('STO-3 what is saved bit by bit is what a restore gives, whenever it was flushed', async () => {
		const edit = fc.record({
			sheet: fc.constantFrom('data', 'sums'),
			row: fc.constantFrom(0, 1, 63, 64, 200),
			column: fc.constantFrom(0, 1, 63, 64),
			content: fc.constantFrom(null, 1, 'x', '=A1')
		});
		const act = fc.oneof({ weight: 4, arbitrary: edit }, fc.constantFrom('flush', 'wait', 'undo'));
		await fc.assert(
			fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
				const machine = new Machine();
				const { store } = await openTab(machine);
				const editor = new Editor(smallWorkbook());
				store.replace(editor.workbook);
				editor.subscribe(({ patch }) => store.changed(patch));
				for (const step of acts) {
					if (step === 'flush') void store.flush();
					else if (step === 'wait') machine.pass(250);
					else if (step === 'undo') editor.undo();
					else if (typeof step === 'object') editor.execute({ do: 'set-contents', cells: [step] });
				}
				await store.close();
				const again = await openTab(machine);
				const restored = await again.store.restore();
				expect(restored.ok && restored.value && serializeWorkbook(restored.value.workbook)).toBe(
					serializeWorkbook(editor.workbook)
				);
			}),
			{ seed: 20250403, numRuns: RUNS }
		);
	});
});
