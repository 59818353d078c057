import { beforeEach, describe, expect, it } from 'vitest';
import { Calculation } from '$lib/calculation';
import {
	applyPatch,
	emptyWorkbook,
	type Cell,
	type Patch,
	type Scenario,
	type Workbook
} from '$lib/workbook';
import { TypedEngine } from './typed-engine';

function typed(row: number, after: number | null, before: number | null = null): Patch {
	const cell = (content: number | null): Cell | null => (content === null ? null : { content });
	return [{ kind: 'cell', sheet: 's', row, column: 0, before: cell(before), after: cell(after) }];
}

function value(row: number, content: number | null) {
	return { sheet: 's', row, column: 0, value: content };
}

function scenario(id: string, position: number, overrides: Scenario['overrides']): Scenario {
	return { id, title: id, reason: '', position, overrides };
}

/** Two typed numbers, two scenarios beside the base, two outputs. */
function workbookOfNumbers(): Workbook {
	const workbook = emptyWorkbook();
	applyPatch(workbook, [...typed(0, 1), ...typed(1, 2)]);
	workbook.tables.scenario.set('b', scenario('b', 2, { x: 50 }));
	workbook.tables.scenario.set('a', scenario('a', 1, { x: 5, y: 20 }));
	for (const [id, position] of [['last', 9] as const, ['first', 1] as const]) {
		workbook.tables.output.set(id, { id, name: id, label: id, remark: '', position });
	}
	return workbook;
}

async function opened(): Promise<{ calculation: Calculation; workbook: Workbook }> {
	const calculation = new Calculation(() => new TypedEngine());
	const workbook = workbookOfNumbers();
	await calculation.open({ version: 1, workbook, scenario: 'as_reported' });
	return { calculation, workbook };
}

const dropScenario = (record: Scenario): Patch => [
	{ kind: 'scenario', id: record.id, before: record, after: null }
];

describe('Calculation', () => {
	beforeEach(() => {
		TypedEngine.fails = new Set();
		TypedEngine.beforeEvaluation = () => undefined;
		TypedEngine.built = 0;
	});

	it('CAL-1 gives all values when it opens, then what changes, with the version of each', async () => {
		const calculation = new Calculation(() => new TypedEngine());
		const first = await calculation.open({ version: 4, workbook: workbookOfNumbers(), scenario: 'a' });
		expect(first).toMatchObject({ version: 4, scenario: 'a', isWhole: true });
		expect(first.values).toEqual([value(0, 1), value(1, 2)]);
		const second = await calculation.apply({ version: 5, patch: typed(1, 7, 2) });
		expect(second).toMatchObject({ version: 5, scenario: 'a', isWhole: false, values: [value(1, 7)] });
		expect(second.milliseconds).toBeGreaterThanOrEqual(0);
	});

	it('CAL-1 works on a copy: neither hears of what the other does', async () => {
		const { calculation, workbook } = await opened();
		await calculation.apply({ version: 2, patch: typed(0, null, 1) });
		expect(workbook.cells.get('s')!.size).toBe(2);
		applyPatch(workbook, typed(5, 9));
		TypedEngine.fails.add('apply');
		const { values } = await calculation.apply({ version: 3, patch: [] });
		expect(values).toEqual([value(1, 2)]);
	});

	it('CAL-3 compares every output under every scenario in order of position', async () => {
		const { calculation } = await opened();
		const { version, comparison } = await calculation.compare({ version: 1 });
		expect(version).toBe(1);
		expect(comparison!.scenarios.map(({ id, driversChanged }) => [id, driversChanged])).toEqual([
			['as_reported', 0],
			['a', 2],
			['b', 1]
		]);
		expect(comparison!.rows.map(({ output, cells }) => [output.id, cells.map((cell) => cell.value)])).toEqual(
			[
				['first', [100, 125, 150]],
				['last', [100, 125, 150]]
			]
		);
	});

	it('CAL-4 lets a newer request pass a comparison that takes long, and says that it was overtaken first', async () => {
		const { calculation } = await opened();
		const finished: string[] = [];
		let evaluationsSince = 0;
		TypedEngine.beforeEvaluation = () => {
			evaluationsSince++;
			const until = performance.now() + 20;
			while (performance.now() < until);
		};
		const compared = calculation.compare({ version: 1 }).then((answer) => {
			finished.push('compare');
			return answer;
		});
		const request = new Promise((resolve) => setTimeout(resolve)).then(() => {
			evaluationsSince = 0;
			return calculation.apply({ version: 2, patch: typed(0, 3, 1) }).then(() => finished.push('apply'));
		});
		await request;
		expect(await compared).toMatchObject({ version: 1, comparison: null });
		expect(finished).toEqual(['compare', 'apply']);
		expect(evaluationsSince).toBe(0);
		expect((await calculation.compare({ version: 2 })).comparison).not.toBeNull();
	});

	it('CAL-4 does not compare a workbook other than the one asked about', async () => {
		const { calculation } = await opened();
		expect(await calculation.compare({ version: 7 })).toMatchObject({ version: 1, comparison: null });
	});

	it('CAL-5 builds another engine where one fails, and gives all values', async () => {
		const { calculation } = await opened();
		TypedEngine.fails.add('apply');
		const answer = await calculation.apply({ version: 2, patch: typed(0, 8, 1) });
		expect(answer).toMatchObject({ version: 2, isWhole: true, values: [value(0, 8), value(1, 2)] });
		expect(TypedEngine.built).toBe(2);
		TypedEngine.fails.clear();
		const next = await calculation.apply({ version: 3, patch: typed(0, 9, 8) });
		expect(next).toMatchObject({ isWhole: false, values: [value(0, 9)] });
	});

	it('CAL-5 rejects with a sentence where no engine can be built, and goes on from the workbook as it is', async () => {
		const { calculation } = await opened();
		TypedEngine.fails = new Set(['apply', 'load']);
		await expect(calculation.apply({ version: 2, patch: typed(0, 8, 1) })).rejects.toThrow(
			'The workbook could not be calculated: The engine broke in load. Undo the last change, or open the workbook again.'
		);
		TypedEngine.fails.clear();
		const answer = await calculation.apply({ version: 3, patch: typed(1, null, 2) });
		expect(answer).toMatchObject({ version: 3, isWhole: true, values: [value(0, 8)] });
	});

	it.each(['compare', 'precedents', 'dependents'] as const)(
		'CAL-5 rejects a %s that fails with a sentence, and answers the next',
		async (kind) => {
			const { calculation } = await opened();
			const request = { version: 1, place: { sheet: 's', row: 3, column: 0 } };
			await calculation.apply({
				version: 1,
				patch: [{ kind: 'cell', ...request.place, before: null, after: { content: '=A1' } }]
			});
			TypedEngine.fails = new Set(['evaluate', 'valueAt', 'dependents']);
			await expect(calculation[kind](request)).rejects.toThrow(/^The workbook could not be calculated: /);
			TypedEngine.fails.clear();
			expect((await calculation[kind](request)).version).toBe(1);
		}
	);

	it('CAL-5 asks for a workbook where none is open', async () => {
		const calculation = new Calculation(() => new TypedEngine());
		await expect(calculation.apply({ version: 1, patch: [] })).rejects.toThrow(/No workbook is open/);
		expect(await calculation.describeFunctions()).toContainEqual(expect.objectContaining({ name: 'SUM' }));
	});

	it('CAL-5 goes back to the base where the scenario in use is not in the workbook', async () => {
		const { calculation, workbook } = await opened();
		const unknown = await calculation.useScenario({ version: 1, scenario: 'nowhere' });
		expect(unknown.scenario).toBe('as_reported');
		expect((await calculation.useScenario({ version: 1, scenario: 'a' })).scenario).toBe('a');
		const patch = dropScenario(workbook.tables.scenario.get('a')!);
		const dropped = await calculation.apply({ version: 2, patch });
		expect(dropped).toMatchObject({ scenario: 'as_reported', isWhole: true });
	});
});
