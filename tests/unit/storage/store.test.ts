import { describe, expect, it } from 'vitest';
import { openDB } from 'idb';
import { Editor } from '$lib/editing';
import { openStore } from '$lib/storage';
import { cellAt, parseWorkbook, serializeWorkbook, type Content, type Workbook } from '$lib/workbook';
import { at, smallWorkbook } from '../editing/small-workbook';
import { Machine, openTab, until, type Tab } from './machine';

/** Types into the workbook of a tab, as the page does. */
function typing(workbook: Workbook, { store }: Tab) {
	const editor = new Editor(workbook);
	editor.subscribe(({ patch }) => store.changed(patch));
	return (address: string, content: Content) =>
		editor.execute({ do: 'set-contents', cells: [{ ...at('data', address), content }] });
}

/** A machine on which the small workbook was saved and every tab closed. */
async function machineWithSaved(): Promise<Machine> {
	const machine = new Machine();
	const { store } = await openTab(machine);
	store.replace(smallWorkbook());
	await store.close();
	return machine;
}

async function restored(tab: Tab): Promise<Workbook> {
	const result = await tab.store.restore();
	if (!result.ok || !result.value) throw new Error('Nothing was restored.');
	return result.value.workbook;
}

/** Opens the database beside the store. The machine's factory stands in for the browser's for the moment. */
async function beside(machine: Machine) {
	globalThis.indexedDB = machine.indexedDB!;
	return openDB('reckoner');
}

describe('saving and restoring', () => {
	it('STO-1 restores a workbook to the byte, with what was on show', async () => {
		const machine = new Machine();
		const tab = await openTab(machine);
		const workbook = smallWorkbook();
		tab.store.replace(workbook);
		tab.store.saveView({ activeSheet: 'sums', activeScenario: 'dear' });
		machine.pass(5);
		await tab.store.close();
		const again = await openTab(machine);
		const result = await again.store.restore();
		expect(result).toMatchObject({
			ok: true,
			value: { view: { activeSheet: 'sums', activeScenario: 'dear' }, savedAt: 1_005 }
		});
		if (result.ok && result.value) {
			expect(serializeWorkbook(result.value.workbook)).toBe(serializeWorkbook(workbook));
		}
		expect(again.store.state).toEqual({ kind: 'saved', at: 1_005 });
	});

	it('STO-1 has nothing to restore where nothing was saved', async () => {
		const tab = await openTab(new Machine());
		expect(await tab.store.restore()).toEqual({ ok: true, value: undefined });
		expect(tab.store.state).toEqual({ kind: 'saved', at: null });
	});

	it('STO-2 saves changes 300 ms after the last one, and at least every 2 s', async () => {
		const machine = await machineWithSaved();
		const tab = await openTab(machine);
		const type = typing(await restored(tab), tab);
		type('B2', 3);
		machine.pass(299);
		expect(tab.store.state.kind).toBe('saving');
		type('B2', 4);
		machine.pass(299);
		expect(machine.isWaiting).toBe(true);
		machine.pass(1);
		await until(() => tab.store.state.kind === 'saved');
		expect(tab.states).toEqual(['saved', 'saving', 'saved']);
		for (let times = 0; times < 10; times++) {
			type('B2', 10 + times);
			machine.pass(200);
		}
		await until(() => tab.store.state.kind === 'saved');
		expect(
			cellAt(await restored(await openTab(machine.but({ locks: undefined }))), at('data', 'B2'))?.content
		).toBe(19);
	});

	it('STO-2 a workbook that ships is saved whole with its first change, and not before', async () => {
		const machine = new Machine();
		const tab = await openTab(machine);
		const workbook = smallWorkbook();
		tab.store.follow(workbook);
		tab.store.saveView({ activeSheet: 'sums' });
		machine.pass(1_000);
		expect(tab.states).toEqual([]);
		const type = typing(workbook, tab);
		type('B2', 3);
		await tab.store.close();
		const again = await openTab(machine);
		expect(serializeWorkbook(await restored(again))).toBe(serializeWorkbook(workbook));
	});

	it('STO-3 writes only the parts that changed', async () => {
		const machine = await machineWithSaved();
		const tab = await openTab(machine);
		const type = typing(await restored(tab), tab);
		const database = await beside(machine);
		await database.put('tiles', 'a mark that a rewrite would wipe out', ['sums', 0, 0]);
		await database.put('records', 'another', ['name', 'data.all']);
		type('B2', 3);
		await tab.store.flush();
		expect(await database.get('tiles', ['data', 0, 0])).toContain('"B2": {"content": 3, "format": "0.00"}');
		expect(await database.get('tiles', ['sums', 0, 0])).toMatch(/a mark/);
		expect(await database.get('records', ['name', 'data.all'])).toBe('another');
		database.close();
	});

	it('STO-3 takes away what was deleted', async () => {
		const machine = await machineWithSaved();
		const tab = await openTab(machine);
		const workbook = await restored(tab);
		const editor = new Editor(workbook);
		editor.subscribe(({ patch }) => tab.store.changed(patch));
		editor.execute({ do: 'delete-sheet', sheet: 'sums' });
		editor.execute({ do: 'delete-scenario', scenario: 'dear' });
		await tab.store.close();
		expect(serializeWorkbook(await restored(await openTab(machine)))).toBe(serializeWorkbook(workbook));
	});

	it('STO-3 cells far apart come back where they were', async () => {
		const machine = new Machine();
		const tab = await openTab(machine);
		const workbook = smallWorkbook();
		tab.store.replace(workbook);
		await tab.store.flush();
		const type = typing(workbook, tab);
		for (const address of ['BL63', 'BM65', 'XFD1048576', 'A64', 'A65']) type(address, address);
		await tab.store.close();
		expect(serializeWorkbook(await restored(await openTab(machine)))).toBe(serializeWorkbook(workbook));
	});

	it('STO-4 a flush has its transaction under way when it returns, as the page is hidden', async () => {
		const machine = await machineWithSaved();
		const tab = await openTab(machine);
		const type = typing(await restored(tab), tab);
		type('B2', 8);
		void tab.store.flush();
		const other = await openTab(machine.but({ locks: undefined }));
		expect(cellAt(await restored(other), at('data', 'B2'))?.content).toBe(8);
	});
});

describe('when saving fails', () => {
	it('STO-5 says so where the browser has no storage or refuses it', async () => {
		const machine = new Machine();
		machine.indexedDB = undefined;
		expect(await openStore({ environment: machine })).toMatchObject({
			ok: false,
			error: expect.stringContaining('Nothing is saved: this browser keeps no data') as string
		});
		const refusing = {
			open: () => {
				throw new DOMException('No.', 'SecurityError');
			}
		} as unknown as IDBFactory;
		expect(await openStore({ environment: new Machine().but({ indexedDB: refusing }) })).toMatchObject({
			ok: false
		});
	});

	it('STO-5 gives up on storage that never opens', async () => {
		const machine = new Machine();
		const silent = { open: () => ({}) } as unknown as IDBFactory;
		const opening = openStore({ environment: machine.but({ indexedDB: silent }) });
		machine.pass(10_000);
		expect(await opening).toMatchObject({
			ok: false,
			error: expect.stringContaining('does not open its storage') as string
		});
	});

	it('STO-5 does not touch a database of a newer version', async () => {
		const machine = new Machine();
		globalThis.indexedDB = machine.indexedDB!;
		(await openDB('reckoner', 99)).close();
		expect(await openStore({ environment: machine })).toMatchObject({
			ok: false,
			error: expect.stringContaining('belongs to a newer Reckoner') as string
		});
	});

	it('STO-6 a full disk is told, and what was not saved is saved with the next change', async () => {
		const machine = await machineWithSaved();
		const tab = await openTab(machine);
		const type = typing(await restored(tab), tab);
		const put = IDBObjectStore.prototype.put;
		IDBObjectStore.prototype.put = () => {
			throw new DOMException('Full.', 'QuotaExceededError');
		};
		type('B2', 3);
		const state = await tab.store.flush();
		IDBObjectStore.prototype.put = put;
		expect(state).toMatchObject({
			kind: 'failed',
			message: expect.stringContaining('gives this page no more storage') as string
		});
		type('B70', 4);
		await tab.store.close();
		const workbook = await restored(await openTab(machine));
		expect(cellAt(workbook, at('data', 'B2'))?.content).toBe(3);
		expect(cellAt(workbook, at('data', 'B70'))?.content).toBe(4);
	});

	it('STO-6 lets go of the database for a newer page, after saving', async () => {
		const machine = await machineWithSaved();
		const tab = await openTab(machine);
		const type = typing(await restored(tab), tab);
		type('B2', 3);
		globalThis.indexedDB = machine.indexedDB!;
		const newer = await openDB('reckoner', 2);
		expect(await newer.get('tiles', ['data', 0, 0])).toContain('"B2": {"content": 3,');
		expect(tab.store.state).toMatchObject({
			kind: 'failed',
			message: expect.stringContaining('A newer Reckoner was opened') as string
		});
		newer.close();
	});

	it('STO-7 a saved workbook that cannot be read is kept aside, and its text can be had', async () => {
		const machine = await machineWithSaved();
		const database = await beside(machine);
		await database.put('tiles', '"B4": {"content": [1]}', ['data', 0, 0]);
		database.close();
		const tab = await openTab(machine);
		expect(await tab.store.restore()).toMatchObject({
			ok: false,
			error: expect.stringMatching(/kept aside.*Cell B4 of sheet "Data": its content must be/) as string
		});
		const [entry] = await tab.store.asides();
		expect(entry).toMatchObject({ reason: expect.stringContaining('B4') as string });
		expect(JSON.parse(entry!.text)).toMatchObject({ schema: 2, tables: { settings: [{ title: 'Small' }] } });
		expect(await tab.store.restore()).toEqual({ ok: true, value: undefined });
		tab.store.replace(smallWorkbook());
		await tab.store.flush();
		expect(await tab.store.asides()).toHaveLength(1);
	});

	it('STO-7 keeps aside even what is not JSON any more', async () => {
		const machine = await machineWithSaved();
		const database = await beside(machine);
		await database.put('records', '{"id": "ca', ['scenario', 'calm']);
		database.close();
		const tab = await openTab(machine);
		expect((await tab.store.restore()).ok).toBe(false);
		expect((await tab.store.asides())[0]?.text).toContain('{"id": "ca');
	});
});

describe('another workbook', () => {
	it('STO-10 takes the place of the saved one when it is saved, and the saved one is put aside', async () => {
		const machine = await machineWithSaved();
		const tab = await openTab(machine);
		const type = typing(await restored(tab), tab);
		type('B2', 3);
		await tab.store.flush();
		const other = smallWorkbook();
		tab.store.follow(other);
		expect(tab.store.state).toEqual({ kind: 'saved', at: null });
		expect(await tab.store.asides()).toEqual([]);
		typing(other, tab)('B2', 55);
		await tab.store.flush();
		expect(tab.told).toEqual(['Another workbook was opened in its place.']);
		const [aside] = await tab.store.asides();
		const kept = parseWorkbook(aside!.text);
		expect(kept.ok && cellAt(kept.value, at('data', 'B2'))?.content).toBe(3);
		await tab.store.discardAside(aside!.id);
		expect(await tab.store.asides()).toEqual([]);
		await tab.store.close();
		expect(cellAt(await restored(await openTab(machine)), at('data', 'B2'))?.content).toBe(55);
	});

	it('STO-10 writes nothing over a saved workbook that cannot be put aside', async () => {
		const machine = await machineWithSaved();
		const database = await beside(machine);
		await database.put('tiles', 'broken', ['data', 0, 0]);
		const tab = await openTab(machine);
		const add = IDBObjectStore.prototype.add;
		IDBObjectStore.prototype.add = () => {
			throw new DOMException('Full.', 'QuotaExceededError');
		};
		expect((await tab.store.restore()).ok).toBe(false);
		tab.store.replace(smallWorkbook());
		expect((await tab.store.flush()).kind).toBe('failed');
		IDBObjectStore.prototype.add = add;
		expect(await database.get('tiles', ['data', 0, 0])).toBe('broken');
		expect((await tab.store.flush()).kind).toBe('saved');
		expect((await tab.store.asides())[0]?.text).toContain('broken');
		database.close();
	});

	it('STO-10 a tab that never restored does not write over what is saved', async () => {
		const machine = await machineWithSaved();
		const tab = await openTab(machine);
		const shared = smallWorkbook();
		tab.store.follow(shared);
		typing(shared, tab)('B2', 5);
		await tab.store.flush();
		expect(await tab.store.asides()).toHaveLength(1);
		expect(tab.store.state.kind).toBe('saved');
	});
});

describe('several tabs', () => {
	it('STO-8 one tab saves; another says that it does not, and saves nothing', async () => {
		const machine = await machineWithSaved();
		const first = await openTab(machine);
		await restored(first);
		const second = await openTab(machine);
		const type = typing(await restored(second), second);
		expect(second.store.state).toMatchObject({
			kind: 'read-only',
			message: expect.stringContaining('Another tab') as string
		});
		type('B2', 77);
		await second.store.flush();
		machine.pass(5_000);
		expect(cellAt(await restored(first), at('data', 'B2'))?.content).toBe(2);
	});

	it('STO-8 the next tab saves its changes once the first is closed', async () => {
		const machine = await machineWithSaved();
		const first = await openTab(machine);
		const second = await openTab(machine);
		const type = typing(await restored(second), second);
		type('B2', 77);
		await first.store.close();
		await until(() => second.store.state.kind === 'saved');
		expect(second.told).toEqual([]);
		await second.store.close();
		expect(cellAt(await restored(await openTab(machine)), at('data', 'B2'))?.content).toBe(77);
	});

	it('STO-9 a tab without changes is told to restore what another saved meanwhile', async () => {
		const machine = await machineWithSaved();
		const first = await openTab(machine);
		const type = typing(await restored(first), first);
		const second = await openTab(machine);
		const stale = typing(await restored(second), second);
		type('B2', 5);
		await first.store.close();
		await until(() => second.told.length > 0);
		expect(second.told).toEqual(['changed elsewhere']);
		stale('B3', 1);
		expect(await second.store.flush()).toMatchObject({
			kind: 'failed',
			message: expect.stringContaining('Reload the page') as string
		});
		const workbook = await restored(second);
		expect(cellAt(workbook, at('data', 'B2'))?.content).toBe(5);
		typing(workbook, second)('B3', 6);
		expect((await second.store.flush()).kind).toBe('saved');
	});

	it('STO-9 where both tabs have changes, what the first saved is kept aside', async () => {
		const machine = await machineWithSaved();
		const first = await openTab(machine);
		const typeFirst = typing(await restored(first), first);
		const second = await openTab(machine);
		const typeSecond = typing(await restored(second), second);
		typeFirst('B2', 5);
		typeSecond('B3', 6);
		await first.store.close();
		await until(() => second.store.state.kind === 'saved');
		expect(second.told[0]).toMatch(/Another tab saved changes of its own/);
		const [aside] = await second.store.asides();
		const kept = parseWorkbook(aside!.text);
		expect(kept.ok && cellAt(kept.value, at('data', 'B2'))?.content).toBe(5);
		await second.store.close();
		const saved = await restored(await openTab(machine));
		expect(cellAt(saved, at('data', 'B2'))?.content).toBe(2);
		expect(cellAt(saved, at('data', 'B3'))?.content).toBe(6);
	});

	it('STO-8 a tab that leaves the queue does not stand in the way of the next', async () => {
		const machine = await machineWithSaved();
		const [first, second, third] = [await openTab(machine), await openTab(machine), await openTab(machine)];
		await second.store.close();
		await first.store.close();
		await until(() => third.store.state.kind !== 'read-only');
		const fourth = await openTab(machine);
		expect(fourth.store.state.kind).toBe('read-only');
	});

	it('STO-8 without locks every tab saves', async () => {
		const machine = await machineWithSaved();
		machine.locks = undefined;
		const tabs = [await openTab(machine), await openTab(machine)];
		expect(tabs.map(({ store }) => store.state.kind)).toEqual(['saved', 'saved']);
	});
});
