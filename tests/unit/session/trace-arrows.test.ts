import { beforeEach, describe, expect, test } from 'vitest';
import { Calculation } from '$lib/calculation';
import { TraceArrows, type TraceHost } from '$lib/session/trace-arrows.svelte';
import { Editor } from '$lib/editing';
import { emptyWorkbook, formatAddress, formatRange, type Place } from '$lib/workbook';
import { at } from '../editing/small-workbook';

/** Two sheets whose cells read each other: a chain, a range, a name and another sheet. */
class Desk implements TraceHost {
	readonly editor: Editor;
	readonly calculation = new Calculation();
	activeSheet = 'one';
	selection = { active: { row: 0, column: 0 } };
	status = '';
	calculating = {
		precedents: async (place: Place) => (await this.calculation.precedents({ version: 0, place })).precedents,
		dependents: async (place: Place) => (await this.calculation.dependents({ version: 0, place })).dependents
	};

	constructor(contents: Readonly<Record<string, string | number>>) {
		const workbook = emptyWorkbook();
		for (const [position, id] of ['one', 'two'].entries()) {
			workbook.tables.sheet.set(id, { id, name: id, position, columnWidths: {}, rowHeights: {} });
		}
		workbook.tables.name.set('price', { id: 'price', name: 'price', refersTo: '=two!$A$1' });
		this.editor = new Editor(workbook);
		this.put(contents);
	}

	get workbook() {
		return this.editor.workbook;
	}

	put(contents: Readonly<Record<string, string | number | null>>): void {
		const cells = Object.entries(contents).map(([key, content]) => {
			const [sheet, address] = key.includes('!') ? key.split('!') : ['one', key];
			return { ...at(sheet!, address!), content };
		});
		const done = this.editor.execute({ do: 'set-contents', cells });
		if (!done.ok) throw new Error(done.error);
	}

	async open(): Promise<this> {
		await this.calculation.open({ version: 0, workbook: this.workbook, scenario: 'as_reported' });
		return this;
	}

	select(address: string): void {
		this.selection.active = at('one', address);
	}
}

const drawn = (arrows: TraceArrows) =>
	arrows.arrows
		.map(({ source, target }) => {
			const from = `${source.sheet}!${formatRange(source.range)}`;
			return `${from} > ${target.sheet}!${formatAddress(target)}`;
		})
		.sort();

describe('arrows between cells', () => {
	let desk: Desk;
	let arrows: TraceArrows;
	beforeEach(async () => {
		desk = await new Desk({
			A1: 1,
			A2: '=A1*2',
			B1: '=SUM(A1:A2)',
			C1: '=B1+price',
			D1: '=C1',
			'two!A1': 7,
			'two!B1': '=one!D1'
		}).open();
		arrows = new TraceArrows(desk);
	});

	test('GRD-110 what a cell reads is drawn level by level, through ranges, names and other sheets', async () => {
		desk.select('C1');
		await arrows.trace('precedents');
		expect(drawn(arrows)).toEqual(['one!B1 > one!C1', 'two!A1 > one!C1']);
		expect(desk.status).toBe('2 arrows to C1 from B1, two!A1');
		await arrows.trace('precedents');
		expect(drawn(arrows)).toEqual(['one!A1:A2 > one!B1', 'one!B1 > one!C1', 'two!A1 > one!C1']);
		await arrows.trace('precedents');
		expect(drawn(arrows)).toContain('one!A1 > one!A2');
		expect(desk.status).toBe('1 arrow to C1 from A1');
		await arrows.trace('precedents');
		expect(desk.status).toBe('There is nothing further to draw from C1');
		expect(arrows.arrows.length).toBe(4);
	});

	test('GRD-110 what reads a cell is drawn beside it, and all are taken away', async () => {
		desk.select('C1');
		await arrows.trace('precedents');
		await arrows.trace('dependents');
		await arrows.trace('dependents');
		expect(drawn(arrows)).toEqual([
			'one!B1 > one!C1',
			'one!C1 > one!D1',
			'one!D1 > two!B1',
			'two!A1 > one!C1'
		]);
		expect(desk.status).toBe('1 arrow from C1 to two!B1');
		arrows.remove();
		expect(arrows.arrows).toEqual([]);
		desk.select('A1');
		await arrows.trace('precedents');
		expect(desk.status).toBe('A1 reads no other cell');
		await arrows.trace('precedents');
		expect(desk.status).toBe('A1 reads no other cell');
	});

	test('GRD-242 each of several wishes in quick succession is drawn, and a change meanwhile ends none', async () => {
		desk.select('C1');
		const said: string[] = [];
		const wishes = (['precedents', 'precedents', 'dependents'] as const).map(async (direction) => {
			await arrows.trace(direction);
			said.push(desk.status);
		});
		await Promise.all([...wishes, arrows.renew()]);
		expect(drawn(arrows)).toEqual([
			'one!A1:A2 > one!B1',
			'one!B1 > one!C1',
			'one!C1 > one!D1',
			'two!A1 > one!C1'
		]);
		expect(said).toEqual([
			'2 arrows to C1 from B1, two!A1',
			'1 arrow to C1 from A1:A2',
			'1 arrow from C1 to D1'
		]);
	});

	test('GRD-242 what was asked for before all are taken away is not drawn', async () => {
		desk.select('C1');
		const asked = [arrows.trace('precedents'), arrows.trace('dependents')];
		arrows.remove();
		await Promise.all(asked);
		expect(arrows.arrows).toEqual([]);
		expect(desk.status).toBe('There are no arrows');
		await arrows.trace('dependents');
		expect(drawn(arrows)).toEqual(['one!C1 > one!D1']);
	});

	test('GRD-111 arrows follow a change, and go where the cell holds something else', async () => {
		desk.select('B1');
		await arrows.trace('precedents');
		desk.select('C1');
		await arrows.trace('precedents');
		desk.put({ B1: '=A1' });
		await desk.open();
		await arrows.renew();
		expect(drawn(arrows)).toEqual(['one!B1 > one!C1', 'two!A1 > one!C1']);
		desk.put({ C1: null });
		await desk.open();
		await arrows.renew();
		expect(arrows.arrows).toEqual([]);
	});

	test('GRD-111 no more than two hundred are drawn, and it is said', async () => {
		const many = Object.fromEntries(Array.from({ length: 250 }, (_, row) => [`F${row + 1}`, '=A1']));
		desk.put(many);
		await desk.open();
		desk.select('A1');
		await arrows.trace('dependents');
		expect(arrows.arrows.length).toBe(200);
		expect(desk.status).toMatch(/ and 196 more\. No more than 200 are drawn$/);
	});
});
