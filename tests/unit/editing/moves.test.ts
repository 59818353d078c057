import { Editor } from '$lib/editing';
import { cellAt, parseRange, serializeWorkbook, type Place } from '$lib/workbook';
import { describe, expect, test } from 'vitest';
import { starterWorkbook } from '../../starter';

function rangeOf(text: string) {
	const range = parseRange(text);
	if (!range.ok) throw new Error(range.error);
	return range.value;
}

/** A sheet with three numbers and formulas over them, beside the shipped ones. */
function prepared() {
	const editor = new Editor(starterWorkbook());
	const added = editor.execute({ do: 'add-sheet', name: 'Moves' });
	const sheet = added.ok ? added.value.created! : '';
	const at = (address: string): Place => ({ sheet, ...rangeOf(address).from });
	const typed = { A1: 1, A2: 2, A3: '=A1+A2', B1: '=SUM(A1:A3)', C1: '=A3*2' };
	editor.execute({
		do: 'set-contents',
		cells: Object.entries(typed).map(([address, content]) => ({ ...at(address), content }))
	});
	const content = (address: string) => cellAt(editor.workbook, at(address))?.content ?? null;
	return { editor, sheet, at, content };
}

describe('moving cells', () => {
	test('EDT-20 references inside a moved formula stay, references to moved cells follow', () => {
		const { editor, sheet, at, content } = prepared();
		expect(editor.execute({ do: 'move-cells', sheet, range: rangeOf('A3'), to: at('E9') }).ok).toBe(true);
		expect(content('A3')).toBeNull();
		expect(content('E9')).toBe('=A1+A2');
		expect(content('C1')).toBe('=E9*2');
	});

	test('EDT-20 a formula that moves to another sheet still reads the cells of its old one', () => {
		const { editor, sheet } = prepared();
		const to = { sheet: 'overview', row: 40, column: 0 };
		editor.execute({ do: 'move-cells', sheet, range: rangeOf('A3'), to });
		expect(cellAt(editor.workbook, to)?.content).toBe('=Moves!A1+Moves!A2');
	});

	test('EDT-222 moved over a driver, cells leave its name and what reads it to its cell; elsewhere both are gone', () => {
		const { editor, sheet, at, content } = prepared();
		const driver = [...editor.workbook.tables.name.values()].find(
			({ name }) => name === 'deepseek.v3_training_cost'
		)!;
		const to = { sheet: 'figures', ...rangeOf('C6').from };
		editor.execute({ do: 'set-contents', cells: [{ ...at('D1'), content: '=Figures!C6+B1' }] });
		expect(editor.execute({ do: 'move-cells', sheet, range: rangeOf('A1'), to }).ok).toBe(true);
		expect(editor.workbook.tables.name.get(driver.id)?.refersTo).toBe(driver.refersTo);
		expect(cellAt(editor.workbook, to)?.content).toBe(1);
		expect([content('D1'), content('A3')]).toEqual(['=Figures!C6+B1', '=Figures!C6+A2']);
		editor.execute({ do: 'move-cells', sheet, range: rangeOf('A2'), to: at('B1') });
		expect(content('D1')).toBe('=Figures!C6+#REF!');
	});

	test('EDT-20 a name follows the cell that it points at, and one undo takes all of it back', () => {
		const { editor } = prepared();
		const before = serializeWorkbook(editor.workbook);
		const driver = [...editor.workbook.tables.name.values()].find(({ name }) => name === 'assume.mfu')!;
		const range = rangeOf('B19');
		editor.execute({
			do: 'move-cells',
			sheet: 'assumptions',
			range,
			to: { sheet: 'assumptions', row: 90, column: 1 }
		});
		expect(editor.workbook.tables.name.get(driver.id)?.refersTo).toBe('=Assumptions!$B$91');
		editor.undo();
		expect(serializeWorkbook(editor.workbook)).toBe(before);
	});

	test('EDT-20 a block that would leave the sheet is refused with a sentence', () => {
		const { editor, sheet } = prepared();
		const done = editor.execute({
			do: 'move-cells',
			sheet,
			range: rangeOf('A1:A3'),
			to: { sheet, row: 1_048_575, column: 0 }
		});
		expect(!done.ok && done.error).toMatch(/does not fit at A1048576/);
	});
});

test('EDT-21 renaming a sheet reaches everything that a chart reads on it', () => {
	const { editor } = prepared();
	const sheet = [...editor.workbook.tables.sheet.values()].find(({ name }) => name === 'Training cost')!;
	expect(editor.execute({ do: 'rename-sheet', sheet: sheet.id, name: 'Cost' }).ok).toBe(true);
	const charts = JSON.stringify(
		[...editor.workbook.tables.chart.values()].map(({ title: _, ...rest }) => rest)
	);
	expect(charts).not.toContain('Training cost');
	expect(charts).toContain('Cost!');
});
