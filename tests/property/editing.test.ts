import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Editor } from '$lib/editing';
import { applyPatch, parseWorkbook, serializeWorkbook, type Patch } from '$lib/workbook';
import { smallWorkbook } from '../unit/editing/small-workbook';
import { command } from './commands';

const RUNS = process.env['RECKONER_LAWS'] ? 3_000 : 100;
const SEED = { seed: 20250402, numRuns: RUNS };

describe('random walks of commands', () => {
	it('EDT-17 undo leads to the first byte, redo to the last, and a follower of the patches sees the same', () => {
		fc.assert(
			fc.property(
				fc.array(fc.oneof({ weight: 5, arbitrary: command }, fc.constantFrom('undo', 'redo')), {
					maxLength: 30
				}),
				(walk) => {
					const editor = new Editor(smallWorkbook());
					const follower = smallWorkbook();
					editor.subscribe(({ patch }) => applyPatch(follower, patch));
					const first = serializeWorkbook(editor.workbook);
					for (const step of walk) {
						const before = serializeWorkbook(editor.workbook);
						if (step === 'undo') editor.undo();
						else if (step === 'redo') editor.redo();
						else {
							const { version } = editor;
							const result = editor.execute(step);
							const isChanged = serializeWorkbook(editor.workbook) !== before;
							expect(isChanged).toBe(result.ok && result.value.patch.length > 0);
							expect(editor.version).toBe(version + (isChanged ? 1 : 0));
						}
					}
					const last = serializeWorkbook(editor.workbook);
					expect(parseWorkbook(last)).toMatchObject({ ok: true });
					expect(serializeWorkbook(follower)).toBe(last);
					const ahead = editor.undone.length;
					while (editor.undo());
					expect(serializeWorkbook(editor.workbook)).toBe(first);
					while (editor.undone.length > ahead) editor.redo();
					expect(serializeWorkbook(editor.workbook)).toBe(last);
				}
			),
			SEED
		);
	});

	it('EDT-2 a refused command changes nothing, and a step has words', () => {
		fc.assert(
			fc.property(fc.array(command, { maxLength: 12 }), (walk) => {
				const editor = new Editor(smallWorkbook());
				const patches: Patch[] = [];
				for (const step of walk) {
					const result = editor.execute(step);
					if (!result.ok) expect(result.error).toMatch(/^\S.*[.]$/s);
					else if (result.value.patch.length > 0) patches.push(result.value.patch);
				}
				expect(editor.done.map(({ patch }) => patch)).toEqual(patches);
				for (const { label } of editor.done) expect(label).toMatch(/^[A-Z]\w+ \S/);
			}),
			SEED
		);
	});
});
