import { expose } from 'comlink';
import { afterEach, describe, expect, it } from 'vitest';
import { CalculationStopped } from '$lib/workers';
import { connectThrough } from '$lib/workers/connection';
import { packedCalculation } from '$lib/workers/packed-calculation';
import type { CalculationPort } from '$lib/calculation';
import { applyPatch, emptyWorkbook } from '$lib/workbook';
import { FakeCalculation, typed } from './fake-calculation';

describe('connectThrough', () => {
	const channels: MessageChannel[] = [];

	afterEach(() => {
		for (const { port1, port2 } of channels.splice(0)) {
			port1.close();
			port2.close();
		}
	});

	function connectTo(calculation: CalculationPort) {
		const channel = new MessageChannel();
		channels.push(channel);
		expose(packedCalculation(calculation), channel.port2);
		channel.port2.start();
		let isClosed = false;
		const connected = connectThrough(channel.port1, () => (isClosed = true));
		channel.port1.start();
		return { connected, page: channel.port1, isClosed: () => isClosed };
	}

	it('CAL-18 carries a workbook to the other thread as a copy, and values back', async () => {
		const far = new FakeCalculation();
		const { connected } = connectTo(far);
		const workbook = emptyWorkbook({ title: 'Far' });
		applyPatch(workbook, typed(3, null, 7));
		const answer = connected.open({ version: 5, workbook, scenario: 'as_reported' });
		await expect.poll(() => far.asked.length).toBe(1);
		expect(far.asked[0]!.request['workbook']).toEqual(workbook);
		expect(far.asked[0]!.request['workbook']).not.toBe(workbook);
		await far.answer(
			0,
			[{ sheet: 's', row: 3, column: 0, value: { error: '#N/A', message: 'None.' } }],
			true
		);
		expect(await answer).toEqual({
			version: 5,
			scenario: 'as_reported',
			isWhole: true,
			values: [{ sheet: 's', row: 3, column: 0, value: { error: '#N/A', message: 'None.' } }],
			milliseconds: 1
		});
	});

	it('CAL-18 carries the sentence of a request that fails', async () => {
		const far = new FakeCalculation();
		const { connected } = connectTo(far);
		const answer = connected.compare({ version: 1 });
		await expect.poll(() => far.asked.length).toBe(1);
		await far.reject(0, new Error('Nothing to compare.'));
		await expect(answer).rejects.toThrow('Nothing to compare.');
		await expect(connected.describeFunctions()).resolves.toEqual([]);
	});

	it('CAL-19 tells every request that waits, and every later one, that the other thread stopped', async () => {
		const { connected, page } = connectTo(new FakeCalculation());
		const waiting = [connected.compare({ version: 1 }), connected.apply({ version: 1, patch: [] })];
		const error = new Event('error', { cancelable: true });
		page.dispatchEvent(Object.assign(error, { message: 'out of memory' }));
		expect(error.defaultPrevented).toBe(true);
		for (const answer of waiting) {
			await expect(answer).rejects.toThrow(CalculationStopped);
			await expect(answer).rejects.toThrow('The calculation stopped unexpectedly (out of memory).');
		}
		await expect(connected.compare({ version: 1 })).rejects.toThrow(CalculationStopped);
	});

	it('CAL-19 ends requests that wait when it is closed', async () => {
		const { connected, isClosed } = connectTo(new FakeCalculation());
		const waiting = connected.compare({ version: 1 });
		connected.close();
		await expect(waiting).rejects.toThrow(CalculationStopped);
		expect(isClosed()).toBe(true);
	});
});
