import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cellAt } from '$lib/workbook';
import { Desk, place } from './desk';
import { settled, valueOf } from './fake-calculation';

describe('a calculation that takes long', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	it('CAL-80 is told of after a second, and that it has ended', async () => {
		const desk = await new Desk().open();
		desk.type({ 0: '=SLOW()' });
		await desk.pass(999);
		expect(desk.heard).toEqual([]);
		await desk.pass(1001);
		expect(desk.heard.at(0)).toEqual(['running', ['values', 1000]]);
		expect(desk.heard.at(-1)).toEqual(['running', ['values', 2000]]);
		await desk.answer([valueOf(0, 1)]);
		expect(desk.heard.slice(-2)).toEqual([
			['running', null],
			['values', [valueOf(0, 1)]]
		]);
	});

	it('CAL-81 is ended after three seconds, and its formulas are held back while all else is calculated', async () => {
		const desk = await new Desk().open();
		desk.type({ 0: '=SLOW()', 1: 5 });
		await desk.pass(2900);
		expect(desk.kinds).toEqual([]);
		await desk.pass(100);
		expect(desk.heard.slice(-1)).toEqual([['held', [place(0)]]]);
		expect(desk.ports.map(({ isClosed }) => isClosed)).toEqual([true, false]);
		expect(desk.asked).toEqual({
			kind: 'open',
			request: { version: 1, workbook: desk.workbook, scenario: 'as_reported', held: [place(0)] }
		});
		await desk.answer([valueOf(1, 5)]);
		expect(desk.heard.at(-1)).toEqual(['values', [valueOf(1, 5)]]);
		expect(cellAt(desk.workbook, place(0))).toEqual({ content: '=SLOW()' });
	});

	it('CAL-81 has ten times as long as all of the workbook last took, where that is more', async () => {
		const desk = await new Desk().open(800);
		desk.type({ 0: '=SLOW()' });
		await desk.pass(7900);
		expect(desk.kinds).toEqual([]);
		await desk.pass(100);
		expect(desk.kinds).toEqual(['held']);
		// What was learnt of the rest counts from then on.
		await desk.answer([], 100);
		await desk.compared();
		desk.type({ 1: '=SLOW()' });
		await desk.pass(3000);
		expect(desk.heard.at(-1)).toEqual(['held', [place(0), place(1)]]);
	});

	it('CAL-82 takes changes made meanwhile', async () => {
		const desk = await new Desk().open();
		desk.type({ 0: '=SLOW()' });
		await desk.pass(1000);
		desk.type({ 1: '=A3' });
		desk.type({ 2: 7 });
		await desk.pass(2000);
		expect(desk.heard.at(-1)).toEqual(['held', [place(0)]]);
		expect(desk.asked.request['version']).toBe(3);
		await desk.answer([valueOf(2, 7)]);
		expect(desk.heard.at(-1)).toEqual(['values', [valueOf(2, 7)]]);
	});

	it('CAL-82 holds nothing back where the change was undone meanwhile', async () => {
		const desk = await new Desk().open();
		desk.type({ 0: '=SLOW()' });
		await desk.pass(1000);
		desk.type({ 0: null });
		await desk.pass(2000);
		expect(desk.asked.kind).toBe('open');
		expect(desk.asked.request['held']).toBeUndefined();
		await desk.answer();
		expect(desk.kinds).toEqual(['values']);
	});

	it('CAL-83 holds back what else changed where its formulas are not the reason, and rests at last', async () => {
		const desk = await new Desk().open();
		desk.type({ 0: '=A2', 1: 1e6, 2: null });
		await desk.pass(3000);
		expect(desk.heard.at(-1)).toEqual(['held', [place(0)]]);
		await desk.pass(3000);
		expect(desk.heard.at(-1)).toEqual(['held', [place(0), place(1)]]);
		await desk.pass(3000);
		expect(desk.heard.at(-1)).toEqual(['stopped', { what: 'change' }]);
		expect(desk.ports.every(({ isClosed }) => isClosed)).toBe(true);
		// The next change calculates again.
		desk.type({ 3: 1 });
		await desk.answer([valueOf(3, 1)]);
		expect(desk.heard.at(-1)).toEqual(['values', [valueOf(3, 1)]]);
	});

	it('CAL-83 rests where a change has no cells, and takes up with its undoing', async () => {
		const desk = await new Desk().open();
		const record = { id: 'n', name: 'n', refersTo: '=S!$A$1' };
		desk.client.push([{ kind: 'name', id: 'n', before: null, after: record }], 1);
		await desk.pass(3000);
		expect(desk.kinds).toEqual(['stopped']);
		expect(await desk.client.precedents(place(0))).toBeNull();
		desk.client.push([{ kind: 'name', id: 'n', before: record, after: null }], 2);
		await desk.answer();
		expect(desk.kinds).toEqual(['stopped', 'values']);
	});

	it('CAL-84 lets go of a cell whose content changes, and not of one whose format does', async () => {
		const desk = await new Desk().open();
		desk.type({ 0: '=SLOW()', 1: '=SLOW()' });
		await desk.pass(3000);
		await desk.answer();
		await desk.compared();
		desk.heard.length = 0;
		const before = { content: '=SLOW()' };
		desk.client.push(
			[{ kind: 'cell', ...place(0), before, after: { content: '=SLOW()', format: '0.0' } }],
			7
		);
		expect(desk.asked.request['held']).toBeUndefined();
		await desk.answer();
		expect(desk.kinds).toEqual(['values']);
		desk.type({ 0: '=1' });
		expect(desk.heard.at(-1)).toEqual(['held', [place(1)]]);
		expect(desk.asked.kind).toBe('apply');
		expect(desk.asked.request['held']).toEqual([place(1)]);
	});

	it('CAL-85 tries again without a limit, and holds the same back where that is stopped', async () => {
		const desk = await new Desk().open();
		desk.type({ 0: '=SLOW()' });
		await desk.pass(3000);
		await desk.answer();
		await desk.compared();
		desk.client.calculate();
		expect(desk.heard.at(-1)).toEqual(['held', []]);
		expect(desk.asked.request).toMatchObject({ patch: [], held: [] });
		await desk.pass(60_000);
		expect(desk.heard.at(-1)).toEqual(['running', ['values', 60_000]]);
		desk.client.stop();
		expect(desk.heard.at(-1)).toEqual(['held', [place(0)]]);
		await settled();
		await desk.answer();
		await desk.compared();
		desk.client.calculate();
		await desk.pass(5000);
		await desk.answer([valueOf(0, 3)]);
		expect(desk.heard.at(-1)).toEqual(['values', [valueOf(0, 3)]]);
		await desk.compared();
		// From then on the limit holds again.
		desk.type({ 1: '=SLOW()' });
		await desk.pass(3000);
		expect(desk.heard.at(-1)).toEqual(['held', [place(1)]]);
	});

	it('CAL-85 tries again without a limit where what was stopped is still being opened anew', async () => {
		const desk = await new Desk().open();
		desk.type({ 0: '=SLOW()' });
		await desk.pass(3000);
		desk.client.calculate();
		await desk.answer();
		expect(desk.asked.request).toMatchObject({ patch: [], held: [] });
		await desk.pass(60_000);
		await desk.answer([valueOf(0, 3)]);
		expect(desk.heard.at(-1)).toEqual(['values', [valueOf(0, 3)]]);
		expect(desk.ports.length).toBe(2);
	});

	it('CAL-86 opens for as long as it takes, until the user stops it; then nothing is calculated until asked for', async () => {
		const desk = new Desk();
		desk.client.open(desk.workbook, 0, 'dear');
		await desk.pass(600_000);
		expect(desk.kinds).toEqual([]);
		desk.client.stop();
		expect(desk.heard.slice(-2)).toEqual([
			['running', null],
			['stopped', { what: 'opening' }]
		]);
		desk.type({ 0: 1 });
		desk.client.useScenario('as_reported');
		await desk.pass(10_000);
		expect(desk.ports.length).toBe(1);
		desk.client.calculate();
		expect(desk.asked).toEqual({
			kind: 'open',
			request: { version: 1, workbook: desk.workbook, scenario: 'as_reported' }
		});
		await desk.pass(100_000);
		await desk.answer([valueOf(0, 1)]);
		expect(desk.heard.at(-1)).toEqual(['values', [valueOf(0, 1)]]);
	});

	it('CAL-86 opens paused, and with cells held back from before', async () => {
		const desk = new Desk();
		desk.client.open(desk.workbook, 0, 'as_reported', { held: [place(4)], isPaused: true });
		await desk.pass(1000);
		expect(desk.ports).toEqual([]);
		expect(desk.heard).toEqual([['stopped', { what: 'opening' }]]);
		desk.client.calculate();
		// A second press must not let go of them.
		desk.client.calculate();
		expect(desk.asked.request['held']).toEqual([place(4)]);
		await desk.answer();
		expect(desk.kinds).toEqual(['stopped', 'values']);
	});

	it('CAL-87 goes back to the base where a scenario takes too long', async () => {
		const desk = await new Desk().open();
		desk.client.useScenario('dear');
		await desk.pass(3000);
		expect(desk.heard.at(-1)).toEqual(['stopped', { what: 'scenario', scenario: 'dear' }]);
		expect(desk.asked.request).toMatchObject({ scenario: 'as_reported' });
		await desk.answer([valueOf(0, 1)]);
		expect(desk.heard.at(-1)).toEqual(['values', [valueOf(0, 1)]]);
	});

	it('CAL-88 ends a comparison that takes too long for all its scenarios, and compares again only when asked', async () => {
		const desk = await new Desk().open();
		desk.type({ 0: 1 });
		await desk.answer([valueOf(0, 1)]);
		expect(desk.kinds).toEqual(['values']);
		expect(desk.asked.kind).toBe('compare');
		await desk.pass(5900);
		expect(desk.kinds).toEqual(['values']);
		expect(desk.heard.at(-1)).toEqual(['running', ['comparison', 5750]]);
		await desk.pass(100);
		expect(desk.heard.at(-1)).toEqual(['stopped', { what: 'comparison' }]);
		await desk.answer();
		desk.type({ 0: 2 });
		await desk.answer([valueOf(0, 2)]);
		expect(desk.heard.at(-1)).toEqual(['values', [valueOf(0, 2)]]);
		expect(desk.port.kinds).toEqual(['open', 'apply']);
		desk.client.calculate();
		await desk.compared();
		expect(desk.heard.at(-1)).toEqual(['comparison']);
	});

	it('CAL-88 ends a comparison that keeps values waiting, and holds no cell back for it', async () => {
		const desk = await new Desk().open();
		desk.type({ 0: 1 });
		await desk.answer();
		desk.type({ 1: '=A1' });
		await desk.pass(3000);
		expect(desk.ports.length).toBe(2);
		expect(desk.asked.request['held']).toBeUndefined();
		await desk.answer([valueOf(1, 1)]);
		expect(desk.kinds).toEqual(['values', 'stopped', 'values']);
		expect(desk.heard.at(-1)).toEqual(['values', [valueOf(1, 1)]]);
		expect(desk.port.kinds).toEqual(['open']);
	});

	it('CAL-88 does not put it down to a comparison where values take as long without one', async () => {
		const desk = await new Desk().open();
		desk.type({ 0: 1 });
		await desk.answer();
		desk.type({ 1: '=SLOW()' });
		await desk.pass(3000);
		await desk.pass(3000);
		expect(desk.heard.at(-1)).toEqual(['held', [place(1)]]);
		await desk.answer();
		await desk.compared();
		expect(desk.kinds).toEqual(['values', 'held', 'values', 'comparison']);
	});

	it('CAL-89 says nothing more once it is closed', async () => {
		const desk = await new Desk().open();
		desk.type({ 0: '=SLOW()' });
		await desk.pass(500);
		desk.client.close();
		await desk.pass(10_000);
		expect(desk.heard).toEqual([]);
		expect(desk.ports.length).toBe(1);
	});

	it('CAL-92 formulas that are tried and take too long are ended, and values calculated anew', async () => {
		const desk = await new Desk().open();
		const tried = desk.client.tryFormulas([{ ...place(0), formula: '=SLOW()' }]);
		await desk.pass(2900);
		expect(desk.ports.length).toBe(1);
		await desk.pass(100);
		expect(await tried).toBe('stopped');
		expect(desk.ports.map(({ isClosed }) => isClosed)).toEqual([true, false]);
		expect(desk.port.kinds).toEqual(['open']);
		await desk.answer([valueOf(0, 1)]);
		await desk.compared();
		expect(desk.kinds).toEqual(['values', 'comparison']);
		expect(desk.asked.request['held']).toBeUndefined();
	});

	it('CAL-92 formulas that are tried while the workbook changes have no answer', async () => {
		const desk = await new Desk().open();
		const tried = desk.client.tryFormulas([{ ...place(0), formula: '=A1' }]);
		desk.type({ 0: 1 });
		await desk.port.resolve(2, { version: 0, values: [1] });
		expect(await tried).toBeNull();
		const again = desk.client.tryFormulas([{ ...place(0), formula: '=A1' }]);
		await desk.port.resolve(4, { version: 1, values: [1] });
		expect(await again).toEqual([1]);
	});
});
