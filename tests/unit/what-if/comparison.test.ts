import { describe, expect, it, vi } from 'vitest';
import { compareScenarios } from '$lib/what-if';
import type { CellValue, Evaluate, Output, Overrides, Scenario } from '$lib/workbook';

function scenario(id: string, overrides: Overrides = {}): Scenario {
	return { id, title: id.toUpperCase(), reason: '', position: 0, overrides };
}

function output(name: string, remark = ''): Output {
	return { id: name, name, label: name, remark, position: 0 };
}

/** A model of two drivers as a plain function: `hours` (100 unless overridden) and `price` (2). */
const model: Evaluate = (overrides, outputs) => {
	const hours = Number(overrides['hours'] ?? 100);
	const price = Number(overrides['price'] ?? 2);
	const results: Record<string, CellValue> = {
		cost: hours * price,
		saving: -hours * price,
		nothing: (price - 2) * 5,
		broken: price === 2 ? 1 : { error: '#DIV/0!', message: 'Divided by zero.' },
		word: price > 2 ? 'dear' : 'cheap'
	};
	return outputs.map((name) => results[name] ?? { error: '#NAME?', message: 'No such output.' });
};

const base = scenario('as_reported');
const dear = scenario('dear', { price: 3 });

describe('compareScenarios', () => {
	it('WIF-1 gives every output under every scenario, in the orders given', async () => {
		const both = scenario('both', { price: 3, hours: 50 });
		const comparison = await compareScenarios(model, [both, base, dear], [output('cost'), output('saving')]);
		expect(comparison.scenarios).toEqual([
			{ id: 'both', title: 'BOTH', isBase: false, driversChanged: 2 },
			{ id: 'as_reported', title: 'AS_REPORTED', isBase: true, driversChanged: 0 },
			{ id: 'dear', title: 'DEAR', isBase: false, driversChanged: 1 }
		]);
		expect(comparison.rows.map((row) => row.output.name)).toEqual(['cost', 'saving']);
		expect(comparison.rows.map((row) => row.cells.map((cell) => cell.value))).toEqual([
			[150, 200, 300],
			[-150, -200, -300]
		]);
	});

	it('WIF-2 measures against the model without overrides, in the unit and as a share', async () => {
		const { rows } = await compareScenarios(model, [dear, base], [output('cost')]);
		expect(rows[0]!.cells).toEqual([
			{ value: 300, difference: 100, ratio: 0.5, remark: null },
			{ value: 200, difference: 0, ratio: 0, remark: null }
		]);
		const alone = await compareScenarios(model, [dear], [output('cost')]);
		expect(alone.rows[0]!.cells[0]).toMatchObject({ difference: 100, ratio: 0.5 });
	});

	it('WIF-3 gives the share the sign of the difference where the base is negative', async () => {
		const { rows } = await compareScenarios(model, [dear], [output('saving')]);
		expect(rows[0]!.cells[0]).toMatchObject({ value: -300, difference: -100, ratio: -0.5 });
	});

	it('WIF-4 leaves out what cannot be measured: a base of 0, a text, an error', async () => {
		const outputs = [output('nothing'), output('word'), output('broken'), output('unknown')];
		const { rows } = await compareScenarios(model, [dear], outputs);
		const [nothing, word, broken, unknown] = rows.map((row) => row.cells[0]!);
		expect(nothing).toMatchObject({ value: 5, difference: 5, ratio: null });
		expect(word).toMatchObject({ value: 'dear', difference: null, ratio: null });
		expect(broken).toMatchObject({ value: { error: '#DIV/0!' }, difference: null, ratio: null });
		expect(unknown).toMatchObject({ value: { error: '#NAME?' }, difference: null, ratio: null });
	});

	it('WIF-4 leaves out a difference too large for a number', async () => {
		const huge: Evaluate = (overrides) => [overrides['x'] === undefined ? -1.5e308 : 1.5e308];
		const { rows } = await compareScenarios(huge, [scenario('far', { x: 1 })], [output('y')]);
		expect(rows[0]!.cells[0]).toMatchObject({ value: 1.5e308, difference: null, ratio: null });
	});

	it('WIF-5 sets the remark of each scenario beside the value', async () => {
		const { rows } = await compareScenarios(model, [base, dear], [output('cost', 'word'), output('saving')]);
		expect(rows[0]!.cells.map((cell) => cell.remark)).toEqual(['cheap', 'dear']);
		expect(rows[1]!.cells.map((cell) => cell.remark)).toEqual([null, null]);
	});

	it('WIF-6 asks the model once for each scenario that changes something, and once for the base', async () => {
		const evaluate = vi.fn(model);
		await compareScenarios(
			evaluate,
			[base, dear, scenario('empty')],
			[output('cost', 'word'), output('word')]
		);
		expect(evaluate.mock.calls).toEqual([
			[{}, ['cost', 'word']],
			[{ price: 3 }, ['cost', 'word']]
		]);
	});

	it('WIF-7 takes a model that answers later, and passes on its failure', async () => {
		const later: Evaluate = async (overrides, outputs) => model(overrides, outputs);
		const { rows } = await compareScenarios(later, [dear], [output('cost')]);
		expect(rows[0]!.cells[0]!.value).toBe(300);
		const failing: Evaluate = () => Promise.reject(new Error('The model is gone.'));
		await expect(compareScenarios(failing, [dear], [output('cost')])).rejects.toThrow('The model is gone.');
	});
});
