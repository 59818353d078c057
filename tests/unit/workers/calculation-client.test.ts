import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CalculationClient, CalculationStopped } from '$lib/workers';
import { emptyWorkbook } from '$lib/workbook';
import { FakeCalculation, settled, typed, valueOf } from './fake-calculation';

const workbook = emptyWorkbook();
const comparison = { scenarios: [], rows: [] };

/** A client, the calculations that it connected to, and what its listener heard. */
function start(connect?: () => FakeCalculation) {
	const ports: FakeCalculation[] = [];
	const heard: unknown[][] = [];
	const client = new CalculationClient(
		() => {
			const port = connect ? connect() : new FakeCalculation();
			ports.push(port);
			return port;
		},
		{
			values: (changes, isWhole) => heard.push(['values', changes, isWhole]),
			pending: (isPending) => heard.push(['pending', isPending]),
			comparison: (compared) => heard.push(['comparison', compared]),
			running: (running) => heard.push(['running', running]),
			stopped: (stopped) => heard.push(['stopped', stopped]),
			held: (places) => heard.push(['held', places]),
			failure: (sentence) => heard.push(['failure', sentence])
		}
	);
	return { client, ports, heard };
}

/** The same with a workbook opened at version 1, compared, and nothing heard yet. */
async function startOpened() {
	const started = start();
	started.client.open(workbook, 1, 'as_reported');
	const port = started.ports[0]!;
	await port.answer(0, [], true);
	await port.resolve(1, { version: 1, comparison, milliseconds: 1 });
	started.heard.length = 0;
	return { ...started, port };
}

const crash = () => new CalculationStopped('The calculation stopped unexpectedly.');

describe('CalculationClient', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	it('CAL-7 opens a workbook, gives all values, then the comparison', async () => {
		const { client, ports, heard } = start();
		client.open(workbook, 4, 'dear');
		expect(ports[0]!.asked[0]).toEqual({
			kind: 'open',
			request: { version: 4, workbook, scenario: 'dear' }
		});
		await ports[0]!.answer(0, [valueOf(0, 1)], true);
		expect(ports[0]!.kinds).toEqual(['open', 'compare']);
		await ports[0]!.resolve(1, { version: 4, comparison, milliseconds: 1 });
		expect(heard).toEqual([
			['values', [valueOf(0, 1)], true],
			['comparison', comparison]
		]);
	});

	it('CAL-8 composes the changes made while a request is under way into one', async () => {
		const { client, port } = await startOpened();
		client.push(typed(0, null, 1), 2);
		client.push(typed(1, null, 5), 3);
		client.push(typed(1, 5, 6), 4);
		client.push(typed(2, null, 7), 5);
		client.push(typed(2, 7, null), 6);
		expect(port.kinds).toEqual(['open', 'compare', 'apply']);
		await port.answer(2);
		expect(port.asked[3]).toEqual({ kind: 'apply', request: { version: 6, patch: typed(1, null, 6) } });
	});

	it('CAL-9 keeps back an answer that was overtaken, and gives it with the newest', async () => {
		const { client, port, heard } = await startOpened();
		client.push(typed(0, null, 1), 2);
		client.push(typed(1, null, 2), 3);
		await port.answer(2, [valueOf(0, 1), valueOf(9, 10)]);
		expect(heard).toEqual([]);
		await port.answer(3, [valueOf(1, 2), valueOf(9, 30)]);
		expect(heard).toEqual([['values', [valueOf(0, 1), valueOf(9, 30), valueOf(1, 2)], false]]);
	});

	it('CAL-9 gives only the newest where that holds all values', async () => {
		const { client, port, heard } = await startOpened();
		client.push(typed(0, null, 1), 2);
		client.push(typed(1, null, 2), 3);
		await port.answer(2, [valueOf(0, 1)]);
		await port.answer(3, [valueOf(1, 2)], true);
		expect(heard).toEqual([['values', [valueOf(1, 2)], true]]);
	});

	it('CAL-9 gives all values where the overtaken answer held them', async () => {
		const { client, ports, heard } = start();
		client.open(workbook, 1, 'as_reported');
		client.push(typed(0, 1, 2), 2);
		await ports[0]!.answer(0, [valueOf(0, 1), valueOf(1, 1)], true);
		await ports[0]!.answer(1, [valueOf(0, 2)]);
		expect(heard).toEqual([['values', [valueOf(0, 2), valueOf(1, 1)], true]]);
	});

	it('CAL-10 drops the answer for a workbook that is no longer open', async () => {
		const { client, port, heard } = await startOpened();
		client.push(typed(0, null, 1), 2);
		client.open(emptyWorkbook(), 10, 'as_reported');
		await port.answer(2, [valueOf(0, 1)]);
		await port.answer(3, [valueOf(0, 99)], true);
		expect(heard).toEqual([['values', [valueOf(0, 99)], true]]);
	});

	it('CAL-10 forgets changes of a workbook that is no longer open', async () => {
		const { client, port } = await startOpened();
		client.push(typed(0, null, 1), 2);
		client.push(typed(0, 1, 2), 3);
		client.open(emptyWorkbook(), 10, 'as_reported');
		await port.answer(2);
		await port.answer(3, [], true);
		expect(port.kinds).toEqual(['open', 'compare', 'apply', 'open', 'compare']);
	});

	it('CAL-11 switches the scenario after the changes before it, and asks once for many switches', async () => {
		const { client, port } = await startOpened();
		client.push(typed(0, null, 1), 2);
		client.useScenario('a');
		client.push(typed(0, 1, 2), 3);
		client.useScenario('b');
		await port.answer(2);
		await port.answer(3);
		expect(port.asked.slice(2).map(({ kind, request }) => [kind, request['scenario']])).toEqual([
			['apply', undefined],
			['apply', undefined],
			['useScenario', 'b']
		]);
	});

	it('CAL-11 does not compare again for a scenario, since a comparison holds them all', async () => {
		const { client, port, heard } = await startOpened();
		client.useScenario('a');
		await port.answer(2, [valueOf(0, 3)]);
		expect(heard).toEqual([['values', [valueOf(0, 3)], false]]);
		expect(port.kinds).toEqual(['open', 'compare', 'useScenario']);
	});

	it('CAL-12 says that values are pending after 100 ms, and when they have come', async () => {
		const { client, port, heard } = await startOpened();
		client.push(typed(0, null, 1), 2);
		vi.advanceTimersByTime(60);
		client.push(typed(0, 1, 2), 3);
		vi.advanceTimersByTime(39);
		expect(heard).toEqual([]);
		vi.advanceTimersByTime(1);
		expect(heard).toEqual([['pending', true]]);
		await port.answer(2);
		expect(heard).toEqual([['pending', true]]);
		await port.answer(3, [valueOf(0, 2)]);
		expect(heard.slice(1)).toEqual([
			['pending', false],
			['values', [valueOf(0, 2)], false]
		]);
	});

	it('CAL-12 says nothing of values that come sooner', async () => {
		const { client, port, heard } = await startOpened();
		client.push(typed(0, null, 1), 2);
		await port.answer(2);
		await port.resolve(3, { version: 2, comparison: null, milliseconds: 1 });
		vi.advanceTimersByTime(1000);
		expect(heard).toEqual([['values', [], false]]);
	});

	it('CAL-13 lets changes pass a comparison, drops its answer and compares again once they are done', async () => {
		const { client, port, heard } = await startOpened();
		client.push(typed(0, null, 1), 2);
		await port.answer(2);
		expect(port.kinds.slice(3)).toEqual(['compare']);
		client.push(typed(0, 1, 2), 3);
		expect(port.kinds.slice(4)).toEqual(['apply']);
		client.push(typed(0, 2, 3), 4);
		await port.resolve(3, { version: 2, comparison, milliseconds: 1 });
		await port.answer(4);
		await port.answer(5);
		expect(port.kinds.slice(4)).toEqual(['apply', 'apply', 'compare']);
		expect(heard.filter(([kind]) => kind === 'comparison')).toEqual([]);
		await port.resolve(6, { version: 4, comparison, milliseconds: 1 });
		expect(heard.filter(([kind]) => kind === 'comparison')).toEqual([['comparison', comparison]]);
	});

	it('CAL-13 compares again where the change was answered before the comparison it overtook', async () => {
		const { client, port } = await startOpened();
		client.push(typed(0, null, 1), 2);
		await port.answer(2);
		client.push(typed(0, 1, 2), 3);
		await port.answer(4);
		expect(port.kinds.slice(3)).toEqual(['compare', 'apply']);
		await port.resolve(3, { version: 2, comparison: null, milliseconds: 1 });
		expect(port.kinds.slice(5)).toEqual(['compare']);
		expect(port.asked[5]!.request).toEqual({ version: 3 });
	});

	it.each(['values', 'comparison'])(
		'CAL-13 compares again where both answers come at the same moment, the %s first',
		async (first) => {
			const { client, port } = await startOpened();
			client.push(typed(0, null, 1), 2);
			await port.answer(2);
			client.push(typed(0, 1, 2), 3);
			const answers = [
				() => port.answer(4),
				() => port.resolve(3, { version: 2, comparison: null, milliseconds: 1 })
			];
			if (first === 'comparison') answers.reverse();
			await Promise.all(answers.map((answer) => answer()));
			expect(port.asked.slice(5)).toEqual([{ kind: 'compare', request: { version: 3 } }]);
		}
	);

	it('CAL-13 does not compare while the values of a change have failed', async () => {
		const { client, port, heard } = await startOpened();
		client.push(typed(0, null, 1), 2);
		await port.answer(2);
		client.push(typed(0, 1, 2), 3);
		await port.reject(4, new Error('Too deep.'));
		await port.resolve(3, { version: 2, comparison, milliseconds: 1 });
		expect(port.kinds.slice(5)).toEqual([]);
		client.useScenario('dear');
		await port.answer(5, [], true);
		expect(port.kinds.slice(5)).toEqual(['useScenario', 'compare']);
		expect(heard.filter(([kind]) => kind === 'failure').length).toBe(1);
	});

	it('CAL-14 passes on the sentence of a request that fails, and goes on with the next change', async () => {
		const { client, port, heard } = await startOpened();
		client.push(typed(0, null, 1), 2);
		vi.advanceTimersByTime(150);
		await port.reject(2, new Error('The workbook could not be calculated: too deep.'));
		expect(heard).toEqual([
			['pending', true],
			['pending', false],
			['failure', 'The workbook could not be calculated: too deep.']
		]);
		client.push(typed(0, 1, 2), 3);
		await port.answer(3, [valueOf(0, 2)], true);
		expect(heard.slice(3)).toEqual([['values', [valueOf(0, 2)], true]]);
	});

	it('CAL-14 passes on the sentence of a comparison that fails, values unharmed', async () => {
		const { client, port, heard } = await startOpened();
		client.push(typed(0, null, 1), 2);
		await port.answer(2, [valueOf(0, 1)]);
		await port.reject(3, new Error('Cannot compare.'));
		expect(heard).toEqual([
			['values', [valueOf(0, 1)], false],
			['failure', 'Cannot compare.']
		]);
		expect(port.kinds.length).toBe(4);
	});

	it('CAL-14 opens the workbook again with the next change where opening failed', async () => {
		const { client, ports, heard } = start();
		client.open(workbook, 1, 'as_reported');
		await ports[0]!.reject(0, new Error('No.'));
		expect(heard).toEqual([['failure', 'No.']]);
		client.push(typed(0, null, 1), 2);
		expect(ports[0]!.asked[1]).toEqual({
			kind: 'open',
			request: { version: 2, workbook, scenario: 'as_reported' }
		});
	});

	it('CAL-15 starts a calculation that stopped again, with the workbook and scenario as they are', async () => {
		const { client, ports, port, heard } = await startOpened();
		client.useScenario('dear');
		await port.answer(2);
		client.push(typed(0, null, 1), 2);
		client.push(typed(1, null, 1), 3);
		await port.reject(3, crash());
		expect(port.isClosed).toBe(true);
		expect(ports.length).toBe(2);
		expect(ports[1]!.asked).toEqual([{ kind: 'open', request: { version: 3, workbook, scenario: 'dear' } }]);
		await ports[1]!.answer(0, [valueOf(0, 1)], true);
		expect(heard.at(-1)).toEqual(['values', [valueOf(0, 1)], true]);
		expect(ports[1]!.kinds).toEqual(['open', 'compare']);
	});

	it('CAL-15 gives up with a sentence when it stops again, and tries anew with the next change', async () => {
		const { client, ports, port, heard } = await startOpened();
		client.push(typed(0, null, 1), 2);
		await port.reject(2, crash());
		await ports[1]!.reject(0, crash());
		expect(ports.length).toBe(2);
		expect(heard).toEqual([
			['failure', expect.stringMatching(/could not be started again.*undo the last change/)]
		]);
		client.push(typed(0, 1, null), 3);
		await ports[2]!.answer(0, [], true);
		expect(heard.at(-1)).toEqual(['values', [], true]);
	});

	it('CAL-15 does not go round in circles where a comparison stops it', async () => {
		const { client, ports, port, heard } = await startOpened();
		client.push(typed(0, null, 1), 2);
		await port.answer(2);
		await port.reject(3, crash());
		await ports[1]!.answer(0, [], true);
		await ports[1]!.reject(1, crash());
		expect(ports.length).toBe(2);
		expect(heard.at(-1)![0]).toBe('failure');
	});

	it('CAL-15 starts only one where values and comparison both notice the stop', async () => {
		const { client, ports, port } = await startOpened();
		client.push(typed(0, null, 1), 2);
		await port.answer(2);
		client.push(typed(0, 1, 2), 3);
		await port.reject(3, crash());
		await port.reject(4, crash());
		expect(ports.map(({ kinds }) => kinds.length)).toEqual([5, 1]);
	});

	it('CAL-15 gives up with a sentence where no calculation can be started at all', async () => {
		const { client, ports, heard } = start(() => {
			throw new Error('Workers are not allowed here.');
		});
		client.open(workbook, 1, 'as_reported');
		await settled();
		expect(ports).toEqual([]);
		expect(heard).toEqual([['failure', expect.stringContaining('could not be started')]]);
	});

	it('CAL-16 answers what a cell reads only where the workbook is still the same', async () => {
		const { client, port } = await startOpened();
		const place = { sheet: 's', row: 0, column: 0 };
		const fresh = client.precedents(place);
		await port.resolve(2, { version: 1, precedents: [] });
		expect(await fresh).toEqual([]);
		const stale = client.dependents(place);
		client.push(typed(0, null, 1), 2);
		await port.resolve(3, { version: 1, dependents: [place] });
		expect(await stale).toBeNull();
		client.open(emptyWorkbook(), 5, 'as_reported');
		await port.answer(4);
		const ofOther = client.precedents(place);
		client.open(emptyWorkbook(), 5, 'as_reported');
		await port.resolve(6, { version: 5, precedents: [] });
		expect(await ofOther).toBeNull();
	});

	it('CAL-17 says nothing more once it is closed', async () => {
		const { client, ports, port, heard } = await startOpened();
		client.push(typed(0, null, 1), 2);
		client.close();
		await port.answer(2, [valueOf(0, 1)]);
		client.push(typed(0, 1, 2), 3);
		vi.advanceTimersByTime(1000);
		expect(heard).toEqual([]);
		expect(port.isClosed).toBe(true);
		expect(port.kinds.length).toBe(3);
		expect(await client.describeFunctions()).toBeNull();
		expect(ports.length).toBe(1);
	});
});
