import { describe, expect, test } from 'vitest';
import { Calculation } from '$lib/calculation';
import { Editor } from '$lib/editing';
import { Explanation, type ExplanationHost } from '$lib/session/explanation.svelte';
import type { Inspection } from '$lib/session/inspection';
import { cellAt, emptyWorkbook, formatAddress, isFormula, type Content, type Place } from '$lib/workbook';
import { at } from '../editing/small-workbook';

async function explained(contents: Readonly<Record<string, Content>>, address: string) {
	const workbook = emptyWorkbook();
	for (const [position, id] of ['one', 'two'].entries()) {
		workbook.tables.sheet.set(id, { id, name: id, position, columnWidths: {}, rowHeights: {} });
	}
	workbook.tables.name.set('rate', { id: 'rate', name: 'rate', refersTo: '=1/4' });
	const editor = new Editor(workbook);
	const calculation = new Calculation();
	const put = async (cells: Readonly<Record<string, Content>>) => {
		const done = editor.execute({
			do: 'set-contents',
			cells: Object.entries(cells).map(([key, content]) => {
				const [sheet, place] = key.includes('!') ? key.split('!') : ['one', key];
				return { ...at(sheet!, place!), content };
			})
		});
		if (!done.ok) throw new Error(done.error);
		await calculation.open({ version: 0, workbook: editor.workbook, scenario: 'as_reported' });
	};
	await put(contents);
	const inspect = (place: Place): Inspection => {
		const content = cellAt(editor.workbook, place)?.content ?? null;
		return {
			address: formatAddress(place),
			name: '',
			text: String(content),
			state: 'plain',
			formula: isFormula(content) ? content : '',
			claim: '',
			error: '',
			note: ''
		};
	};
	const host: ExplanationHost = {
		get workbook() {
			return editor.workbook;
		},
		activeSheet: 'one',
		selection: { active: at('one', address) },
		shown: { inspect },
		calculating: {
			precedents: async (place) => (await calculation.precedents({ version: 0, place })).precedents
		},
		values: { changes: 0 },
		status: ''
	};
	const explanation = new Explanation(host);
	await explanation.toggle();
	return { explanation, host, put };
}

const written = ({ lines }: Explanation) =>
	lines.map(({ level, title, remark }) => `${'-'.repeat(level)} ${title}${remark ? ` (${remark})` : ''}`);

describe('the chain of a value', () => {
	test('GRD-112 lists what it came from, a range with its cells, and each cell opened once', async () => {
		const { explanation } = await explained(
			{ A1: 2, A2: '=A1+1', B1: '=SUM(A1:A2)*A2+two!C3', 'two!C3': 5 },
			'B1'
		);
		expect(written(explanation)).toEqual([
			'- B1',
			'-- A1:A2',
			'--- A1',
			'--- A2',
			'---- A1',
			'-- A2 (shown above)',
			'-- two!C3'
		]);
		expect(explanation.lines[0]).toMatchObject({ formula: '=SUM(A1:A2)*A2+two!C3', count: 1, position: 1 });
		expect(explanation.lines[1]).toMatchObject({ text: '2 cells', goTo: 'one!A1:A2', position: 1, count: 3 });
	});

	test('GRD-112 tells circles, names without cells and what is worked out while calculating', async () => {
		const { explanation } = await explained({ A1: '=B1+rate', B1: '=A1', C1: '=INDIRECT("A1")+A1' }, 'C1');
		expect(written(explanation)).toEqual([
			'- C1 (also reads cells that it works out while calculating)',
			'-- A1',
			'--- B1',
			'---- A1 (goes round in a circle)',
			'--- rate (stands for no cells)'
		]);
	});

	test('GRD-113 stays pinned, closes and opens line by line, and follows a change', async () => {
		const { explanation, host, put } = await explained({ A1: 1, A2: '=A1', B1: '=A2' }, 'B1');
		expect(written(explanation)).toEqual(['- B1', '-- A2', '--- A1']);
		(host.selection as { active: Place }).active = at('one', 'A1');
		expect(explanation.lines[0]!.title).toBe('B1');
		await explanation.setOpen(explanation.lines[1]!, false);
		expect(written(explanation)).toEqual(['- B1', '-- A2']);
		await explanation.setOpen(explanation.lines[1]!, true);
		await put({ A2: '=A3+A1', A3: 4 });
		await explanation.renew();
		expect(written(explanation)).toEqual(['- B1', '-- A2', '--- A3', '--- A1']);
		(host.selection as { active: Place }).active = at('one', 'B1');
		await explanation.toggle();
		expect(explanation.isOpen).toBe(false);
	});

	test('GRD-243 lines that are opened in quick succession, or while the chain is asked for anew, all stay open', async () => {
		const { explanation, put } = await explained({ A1: 1, A2: 2, B1: '=A1', B2: '=A2', C1: '=B1+B2' }, 'C1');
		const [, first, , second] = explanation.lines;
		const opened = ['- C1', '-- B1', '--- A1', '-- B2', '--- A2'];
		expect(written(explanation)).toEqual(opened);
		await explanation.setOpen(first!, false);
		await explanation.setOpen(second!, false);
		expect(written(explanation)).toEqual(['- C1', '-- B1', '-- B2']);
		await Promise.all([explanation.setOpen(first!, true), explanation.setOpen(second!, true)]);
		expect(written(explanation)).toEqual(opened);
		await put({ A1: '=D1', D1: 5 });
		await Promise.all([explanation.renew(), explanation.setOpen(explanation.lines[2]!, true)]);
		expect(written(explanation)).toEqual(opened.toSpliced(3, 0, '---- D1'));
	});

	test('GRD-112 what is worked out while calculating only is told too', async () => {
		const { explanation } = await explained({ A1: 1, B1: '=INDIRECT("A"&1)' }, 'B1');
		expect(written(explanation)).toEqual(['- B1 (also reads cells that it works out while calculating)']);
	});

	test('GRD-113 what reads nothing has no chain', async () => {
		const { explanation, host } = await explained({ A1: 1 }, 'A1');
		expect(explanation.isOpen).toBe(false);
		expect(host.status).toBe('A1 reads no other cell');
	});
});
