import { describe, expect, it } from 'vitest';
import { Editor, type Command } from '$lib/editing';
import { BASE_SCENARIO, cellAt, inOrder, serializeWorkbook, settingsOf } from '$lib/workbook';
import { at, FIGURE, smallWorkbook } from './small-workbook';

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

function overridesOf(editor: Editor, id: string) {
	return editor.workbook.tables.scenario.get(id)?.overrides;
}

describe('scenarios', () => {
	it('EDT-11 adds a scenario last, with an id that can be read', () => {
		const editor = new Editor(smallWorkbook());
		expect(done(editor, { do: 'add-scenario', title: ' H100: rental prices ' }).created).toBe(
			'h100_rental_prices'
		);
		expect(inOrder(editor.workbook.tables.scenario).map(({ title }) => title)).toEqual([
			'As reported',
			'Dear',
			'Calm',
			'H100: rental prices'
		]);
		expect(done(editor, { do: 'add-scenario', title: 'H100 rental prices' }).created).toBe(
			'h100_rental_prices_2'
		);
		expect(done(editor, { do: 'add-scenario', title: '稀缺' }).created).toBe('scenario');
	});

	it('EDT-72 adds a scenario with overrides in one step, or not at all', () => {
		const editor = new Editor(smallWorkbook());
		const overrides = { 'assume.price': 12 };
		const { created } = done(editor, { do: 'add-scenario', title: 'Dearest', overrides });
		expect(overridesOf(editor, created!)).toEqual(overrides);
		editor.undo();
		expect(editor.workbook.tables.scenario.has(created!)).toBe(false);
		expect(editor.canUndo).toBe(false);
		expect(refusal({ do: 'add-scenario', title: 'Odd', overrides: { 'no.driver': 1 } })).toMatch(
			/no\.driver/
		);
		expect(refusal({ do: 'add-scenario', title: 'Odd', overrides: { 'assume.price': 'dear' } })).toMatch(
			/takes a number/
		);
	});

	it('EDT-11 a copy stands after its original and has its overrides', () => {
		const editor = new Editor(smallWorkbook());
		const { created } = done(editor, { do: 'duplicate-scenario', scenario: 'dear', title: 'Dearer' });
		expect(inOrder(editor.workbook.tables.scenario).map(({ id }) => id)).toEqual([
			BASE_SCENARIO,
			'dear',
			'dearer',
			'calm'
		]);
		done(editor, { do: 'set-override', scenario: created!, name: 'assume.price', content: 12 });
		expect(overridesOf(editor, 'dear')).toEqual({ 'assume.price': 9 });
		expect(overridesOf(editor, 'dearer')).toEqual({ 'assume.price': 12 });
	});

	it('EDT-11 renames and deletes scenarios, but not the base', () => {
		const editor = new Editor(smallWorkbook());
		done(editor, { do: 'rename-scenario', scenario: 'dear', title: 'Costly', reason: 'Scarcity' });
		expect(editor.workbook.tables.scenario.get('dear')).toMatchObject({
			title: 'Costly',
			reason: 'Scarcity'
		});
		done(editor, { do: 'delete-scenario', scenario: 'dear' });
		expect(editor.workbook.tables.scenario.has('dear')).toBe(false);
		expect(refusal({ do: 'delete-scenario', scenario: BASE_SCENARIO })).toMatch(/cannot be deleted/);
		expect(refusal({ do: 'rename-scenario', scenario: 'calm', title: 'DEAR' })).toMatch(/"Dear" already/);
		expect(refusal({ do: 'add-scenario', title: ' ' })).toBe('A scenario needs a title.');
		expect(refusal({ do: 'add-scenario', title: 'x'.repeat(101) })).toMatch(/at most 100 characters/);
	});

	it('EDT-12 sets and clears an override by the name of its driver', () => {
		const editor = new Editor(smallWorkbook());
		const set = done(editor, { do: 'set-override', scenario: 'calm', name: 'openai.cost', content: '=2*4' });
		expect(set).toMatchObject({ overrides: 1, scenario: 'calm' });
		expect(overridesOf(editor, 'calm')).toEqual({ 'openai.cost': '=2*4' });
		done(editor, { do: 'clear-override', scenario: 'calm', name: 'OpenAI.Cost' });
		expect(overridesOf(editor, 'calm')).toEqual({});
		expect(refusal({ do: 'set-override', scenario: BASE_SCENARIO, name: 'openai.cost', content: 1 })).toMatch(
			/base scenario has no overrides/
		);
		expect(refusal({ do: 'set-override', scenario: 'calm', name: 'sums.total', content: 1 })).toMatch(
			/not the name of an assumption or a figure/
		);
		expect(
			refusal({ do: 'set-override', scenario: 'calm', name: 'openai.cost', content: '=Data!B2' })
		).toMatch(/without references/);
	});

	it('EDT-12 a driver called like a property of every object is a driver like any other', () => {
		const workbook = smallWorkbook();
		workbook.tables.assumption.set('constructor', {
			...workbook.tables.assumption.get('assume.price')!,
			id: 'constructor',
			name: 'constructor'
		});
		workbook.tables.name.set('constructor', {
			id: 'constructor',
			name: 'constructor',
			refersTo: '=Data!$B$2'
		});
		const editor = new Editor(workbook);
		expect(done(editor, { do: 'clear-override', scenario: 'calm', name: 'constructor' }).patch).toEqual([]);
		expect(
			done(editor, { do: 'set-override', scenario: 'calm', name: 'constructor', content: 3 }).overrides
		).toBe(1);
		expect(Object.entries(overridesOf(editor, 'calm')!)).toEqual([['constructor', 3]]);
	});

	it('EDT-13 restoring a figure writes back what was published and drops its override', () => {
		const editor = new Editor(smallWorkbook());
		done(editor, { do: 'set-contents', cells: [{ ...at('data', 'B1'), content: 5 }] });
		done(editor, { do: 'set-override', scenario: 'calm', name: 'openai.cost', content: 7 });
		const restored = done(editor, { do: 'restore-figure', figure: FIGURE.id, scenario: 'calm' });
		expect(restored).toMatchObject({
			base: 1,
			overrides: 1,
			scenario: 'calm',
			label: 'Restore GPT-4 training cost'
		});
		expect(cellAt(editor.workbook, at('data', 'B1'))).toEqual({
			content: 100e6,
			format: '$#,##0',
			unit: 'USD'
		});
		expect(overridesOf(editor, 'calm')).toEqual({});
		expect(done(editor, { do: 'restore-figure', figure: FIGURE.id }).patch).toEqual([]);
	});

	it('EDT-13 says why a figure cannot be restored', () => {
		expect(refusal({ do: 'restore-figure', figure: 'gone' })).toBe('There is no figure "gone" any more.');
		const editor = new Editor(smallWorkbook());
		done(editor, { do: 'delete-sheet', sheet: 'data' });
		expect(editor.execute({ do: 'restore-figure', figure: FIGURE.id })).toMatchObject({ ok: false });
	});
});

describe('names', () => {
	it('EDT-14 a renamed name is renamed wherever it stands, in one step', () => {
		const editor = new Editor(smallWorkbook());
		const before = serializeWorkbook(editor.workbook);
		done(editor, { do: 'rename-name', name: 'assume.price', to: 'assume.cost_of_hour' });
		expect(cellAt(editor.workbook, at('sums', 'A1'))?.content).toBe('=openai.cost * assume.cost_of_hour');
		expect(overridesOf(editor, 'dear')).toEqual({ 'assume.cost_of_hour': 9 });
		const { assumption, output, chart, figure } = editor.workbook.tables;
		expect(assumption.get('assume.price')?.name).toBe('assume.cost_of_hour');
		done(editor, { do: 'rename-name', name: 'sums.total', to: 'sums.all' });
		expect(output.get('sums.total')?.name).toBe('sums.all');
		expect(chart.get('bars')?.marks[0]?.value).toBe('sums.all');
		done(editor, { do: 'rename-name', name: 'DATA.all', to: 'data.every' });
		expect(chart.get('bars')?.series[0]?.values).toBe('data.every');
		done(editor, { do: 'rename-name', name: 'openai.cost', to: 'Openai.Cost' });
		expect(figure.get(FIGURE.id)?.name).toBe('Openai.Cost');
		while (editor.undo());
		expect(serializeWorkbook(editor.workbook)).toBe(before);
	});

	it('EDT-14 calls of a renamed LAMBDA are renamed too, in cells and within itself', () => {
		const editor = new Editor(smallWorkbook());
		const refersTo = '=LAMBDA(n,IF(n<1,0,n+sum_to(n-1)))';
		done(editor, { do: 'add-name', name: 'sum_to', refersTo });
		const before = cellAt(editor.workbook, at('sums', 'A1'))?.content;
		done(editor, { do: 'set-contents', cells: [{ ...at('sums', 'A1'), content: '=Sum_To(3)*2' }] });
		done(editor, { do: 'rename-name', name: 'sum_to', to: 'triangle' });
		expect(cellAt(editor.workbook, at('sums', 'A1'))?.content).toBe('=triangle(3)*2');
		const { name } = editor.workbook.tables;
		const lambda = [...name.values()].find((record) => record.name === 'triangle');
		expect(lambda?.refersTo).toBe('=LAMBDA(n,IF(n<1,0,n+triangle(n-1)))');
		editor.undo();
		editor.undo();
		expect(cellAt(editor.workbook, at('sums', 'A1'))?.content).toBe(before);
	});

	it('EDT-14 refuses what cannot be a name, and one that is taken', () => {
		const rename = (to: string) => refusal({ do: 'rename-name', name: 'assume.price', to });
		expect(rename('q1')).toMatch(/cannot be a name/);
		expect(rename('two words')).toMatch(/cannot be a name/);
		expect(rename('Openai.COST')).toBe('There is a name openai.cost already. Choose another.');
		expect(refusal({ do: 'rename-name', name: 'gone', to: 'x.y' })).toBe('There is no name gone any more.');
	});

	it('EDT-15 a retargeted name keeps overrides while it points at a driver and drops them otherwise', () => {
		const editor = new Editor(smallWorkbook());
		done(editor, { do: 'retarget-name', name: 'assume.price', refersTo: '=Data!$B$4' });
		expect(overridesOf(editor, 'dear')).toEqual({ 'assume.price': 9 });
		done(editor, { do: 'retarget-name', name: 'assume.price', refersTo: '=Data!$C$1' });
		expect(overridesOf(editor, 'dear')).toEqual({});
		editor.undo();
		expect(overridesOf(editor, 'dear')).toEqual({ 'assume.price': 9 });
		const retarget = (refersTo: string) => refusal({ do: 'retarget-name', name: 'assume.price', refersTo });
		expect(retarget('Data!B1')).toMatch(/begins with =/);
		expect(retarget('=Nowhere!$A$1')).toBe('There is no sheet "Nowhere".');
		expect(retarget('=SUM(1')).toMatch(/not closed/);
	});
});

describe('settings', () => {
	it('EDT-16 changes settings after checking them', () => {
		const editor = new Editor(smallWorkbook());
		done(editor, {
			do: 'set-settings',
			settings: { title: 'New', aboutReading: { kind: 'percent', percent: 0.05 } }
		});
		expect(settingsOf(editor.workbook)).toMatchObject({ title: 'New', locale: 'en-US' });
		expect(refusal({ do: 'set-settings', settings: { locale: 'not a tag' } })).toMatch(
			/locale must be a language tag/
		);
		expect(refusal({ do: 'set-settings', settings: { title: ' ' } })).toBe('A workbook needs a title.');
	});
});
