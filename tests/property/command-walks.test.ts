import { tokenize } from '@borgar/fx';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Editor } from '$lib/editing';
import { FormulaEngine } from '$lib/engine';
import { serializeWorkbook, type CellValue, type Workbook } from '$lib/workbook';
import { at, smallWorkbook } from '../unit/editing/small-workbook';
import { command, ODDLY_TYPED, UNREADABLE } from './commands';

const WALKS = process.env['RECKONER_LAWS'] ? 2_000 : 200;
const STEPS = 50;
const LAW_MS = 3_600_000;

const act = fc.oneof(
	{ weight: 6, arbitrary: command },
	{ weight: 1, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) }
);
const walk = fc.record({
	scenario: fc.constantFrom('as_reported', 'dear'),
	steps: fc.array(act, { minLength: STEPS, maxLength: STEPS })
});

/** The small workbook, with a formula that cannot be read and one that is typed oddly. */
function walkedWorkbook(): Workbook {
	const editor = new Editor(smallWorkbook());
	const typed = { C2: UNREADABLE, D3: ODDLY_TYPED, A5: '=SEQUENCE(2)' };
	const cells = Object.entries(typed).map(([address, content]) => ({ ...at('data', address), content }));
	const result = editor.execute({ do: 'set-contents', cells });
	if (!result.ok) throw new Error(result.error);
	return editor.workbook;
}

/** Values by place, errors by their kind: which of two equal errors a sum meets first is nobody's promise. */
function valuesOf(engine: FormulaEngine): string[] {
	return [...engine.values()]
		.map(({ sheet, row, column, value }) => `${sheet} ${row} ${column} ${plain(value)}`)
		.sort();
}

function plain(value: CellValue): string {
	return typeof value === 'object' && value !== null ? value.error : `${typeof value} ${value}`;
}

/** The texts of all formulas with what they refer to left out: those may follow a change, all else stays as typed. */
function writings(workbook: Workbook): Set<string> {
	const found = new Set<string>();
	for (const cells of workbook.cells.values()) {
		for (const { content } of cells.values()) {
			if (typeof content === 'string' && content.startsWith('=')) found.add(writingOf(content));
		}
	}
	return found;
}

function writingOf(formula: string): string {
	return tokenize(formula, { withLocation: false })
		.map(({ type, value }) => (type.startsWith('range') || value === '#REF!' ? '□' : value))
		.join('');
}

test(
	'EDT-22 walks of fifty steps: the live engine is a new one at every step, undo and redo lead to both ends, writing stays',
	{ timeout: LAW_MS },
	() => {
		const count = { walks: 0, made: 0, refused: 0, back: 0 };
		fc.assert(
			fc.property(walk, ({ scenario, steps }) => {
				const editor = new Editor(walkedWorkbook());
				const engine = new FormulaEngine();
				const first = serializeWorkbook(editor.workbook);
				const known = () => (editor.workbook.tables.scenario.has(scenario) ? scenario : 'as_reported');
				let shown = known();
				engine.load(editor.workbook, shown);
				editor.subscribe(({ patch }) => {
					engine.apply(patch);
					if (known() !== shown) engine.useScenario((shown = known()));
				});
				const expectRebuilt = () => {
					const fresh = new FormulaEngine();
					fresh.load(editor.workbook, shown);
					expect(valuesOf(engine)).toEqual(valuesOf(fresh));
				};
				const typed = writings(editor.workbook);
				for (const step of steps) {
					const { version } = editor;
					if (step === 'undo' || step === 'redo') {
						editor[step]();
						count.back++;
					} else {
						if (step.do === 'set-contents') {
							for (const { content } of step.cells) {
								if (typeof content === 'string' && content.startsWith('=')) typed.add(writingOf(content));
							}
						}
						const result = editor.execute(step);
						if (result.ok) count.made++;
						else count.refused++;
					}
					if (editor.version !== version) expectRebuilt();
				}
				for (const writing of writings(editor.workbook)) expect([...typed]).toContain(writing);
				const last = serializeWorkbook(editor.workbook);
				const ahead = editor.undone.length;
				while (editor.undo());
				expect(serializeWorkbook(editor.workbook)).toBe(first);
				expectRebuilt();
				while (editor.undone.length > ahead) editor.redo();
				expect(serializeWorkbook(editor.workbook)).toBe(last);
				expectRebuilt();
				count.walks++;
			}),
			{ seed: 20250403, numRuns: WALKS }
		);
		console.log(
			`${count.walks} walks of ${STEPS} steps: ${count.made} commands made, ${count.refused} refused, ` +
				`${count.back} steps back or forth; the live engine was a rebuilt one after each change.`
		);
		expect(count.walks).toBe(WALKS);
	}
);
