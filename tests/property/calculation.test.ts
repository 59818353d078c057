import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Calculation, type Calculated } from '$lib/calculation';
import { CalculationClient } from '$lib/workers';
import {
	applyPatch,
	composePatches,
	emptyWorkbook,
	equalValues,
	invertPatch,
	type Cell,
	type CellValue,
	type Content,
	type Patch,
	type Scenario,
	type Workbook
} from '$lib/workbook';

const RUNS = process.env['RECKONER_LAWS'] ? 1000 : 40;
const SEED = 20250127;
const TIMEOUT_MS = 600_000;
const ROWS = 6;
/** The first rows of each sheet, where names may point. Drivers stand there, blank or not, and whatever else is typed. */
const DRIVER_ROWS = 2;
const SHEETS = ['one', 'two'];
const SCENARIOS = ['as_reported', 'high', 'low'];

/** Two sheets of a few cells, two names of drivers, two scenarios that override them, one output. */
function modelWorkbook(): Workbook {
	const workbook = emptyWorkbook();
	SHEETS.forEach((id, position) => {
		workbook.tables.sheet.set(id, { id, name: id, position, columnWidths: {}, rowHeights: {} });
		for (let row = 0; row < DRIVER_ROWS; row++) {
			const after = { content: 3 + row };
			applyPatch(workbook, [{ kind: 'cell', sheet: id, row, column: 0, before: null, after }]);
		}
	});
	const names = { 'drive.a': '=one!$A$1', 'drive.b': '=two!$A$1', 'out.sum': '=two!$A$6' };
	for (const [name, refersTo] of Object.entries(names)) {
		workbook.tables.name.set(name, { id: name, name, refersTo });
	}
	const overrides = { high: { 'drive.a': 100 }, low: { 'drive.a': 1, 'drive.b': '=2/4' } };
	Object.entries(overrides).forEach(([id, of], index) => {
		const record: Scenario = { id, title: id, reason: '', position: index + 1, overrides: of };
		workbook.tables.scenario.set(id, record);
	});
	workbook.tables.output.set('o', { id: 'o', name: 'out.sum', label: 'Sum', remark: '', position: 0 });
	return workbook;
}

const number = fc.integer({ min: -9, max: 9 });
const content: fc.Arbitrary<Content> = fc.oneof(
	number,
	fc.constantFrom<Content[]>(
		'=A1+two!A1',
		'=drive.a*2',
		'=SUM(one!A1:A6)',
		'=1/drive.b',
		'=IF(drive.a>5,one!A2,two!A3)',
		"'=text",
		'words',
		true,
		null
	)
);

type Act =
	| { kind: 'type'; sheet: string; row: number; content: Content }
	| { kind: 'override'; scenario: string; content: number | null }
	| { kind: 'retarget'; row: number }
	| { kind: 'undo' }
	| { kind: 'switch'; scenario: string };

function typeIn(row: fc.Arbitrary<number>, of: fc.Arbitrary<Content>): fc.Arbitrary<Act> {
	const sheet = fc.constantFrom(...SHEETS);
	return fc.record({ kind: fc.constant('type' as const), sheet, row, content: of });
}

const act: fc.Arbitrary<Act> = fc.oneof(
	{ weight: 2, arbitrary: typeIn(fc.nat(DRIVER_ROWS - 1), fc.option(number)) },
	{ weight: 5, arbitrary: typeIn(fc.nat(ROWS - 1), content) },
	fc.record({
		kind: fc.constant('override' as const),
		scenario: fc.constantFrom('high', 'low'),
		content: fc.option(fc.nat(9))
	}),
	fc.record({ kind: fc.constant('retarget' as const), row: fc.nat(DRIVER_ROWS - 1) }),
	fc.record({ kind: fc.constant('undo' as const) }),
	fc.record({ kind: fc.constant('switch' as const), scenario: fc.constantFrom(...SCENARIOS) })
);

/** The patch of an act on a workbook as it is. */
function patchOf(workbook: Workbook, done: Act, undo: Patch[]): Patch {
	switch (done.kind) {
		case 'type': {
			const { sheet, row } = done;
			const before = workbook.cells.get(sheet)?.get(row * 16_384) ?? null;
			const after: Cell | null = done.content === null ? null : { content: done.content };
			return composePatches([{ kind: 'cell', sheet, row, column: 0, before, after }]);
		}
		case 'override': {
			const before = workbook.tables.scenario.get(done.scenario)!;
			const { 'drive.a': _dropped, ...rest } = before.overrides;
			const overrides = done.content === null ? rest : { ...rest, 'drive.a': done.content };
			return [{ kind: 'scenario', id: before.id, before, after: { ...before, overrides } }];
		}
		case 'retarget': {
			const before = workbook.tables.name.get('drive.b')!;
			const after = { ...before, refersTo: `=two!$A$${done.row + 1}` };
			return [{ kind: 'name', id: before.id, before, after }];
		}
		case 'undo':
			return invertPatch(undo.pop() ?? []);
		case 'switch':
			return [];
	}
}

/** What the page shows after answers in their order: values that are not blank, by place. */
class Mirror {
	readonly #values = new Map<string, CellValue>();

	take({ values, isWhole }: Pick<Calculated, 'values' | 'isWhole'>): void {
		if (isWhole) this.#values.clear();
		for (const { sheet, row, column, value } of values) this.#values.set(`${sheet} ${row} ${column}`, value);
	}

	/** Where it differs from another, as sentences. */
	differencesTo(other: Mirror): string[] {
		const keys = new Set([...this.#values.keys(), ...other.#values.keys()]);
		return [...keys].flatMap((key) => {
			const [mine, theirs] = [this.#values.get(key) ?? null, other.#values.get(key) ?? null];
			return equalValues(mine, theirs)
				? []
				: [`${key}: ${JSON.stringify(mine)} instead of ${JSON.stringify(theirs)}`];
		});
	}
}

async function freshMirror(workbook: Workbook, scenario: string): Promise<Mirror> {
	const mirror = new Mirror();
	mirror.take(await new Calculation().open({ version: 0, workbook, scenario }));
	return mirror;
}

describe('Calculation', () => {
	it('CAL-2 adds up to a workbook opened anew after any acts', { timeout: TIMEOUT_MS }, async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 15 }), async (acts) => {
				const workbook = modelWorkbook();
				const calculation = new Calculation();
				const mirror = new Mirror();
				const undo: Patch[] = [];
				let scenario = 'as_reported';
				mirror.take(await calculation.open({ version: 0, workbook, scenario }));
				for (const [version, done] of acts.entries()) {
					if (done.kind === 'switch') {
						scenario = done.scenario;
						mirror.take(await calculation.useScenario({ version, scenario }));
					} else {
						const patch = patchOf(workbook, done, undo);
						if (done.kind !== 'undo') undo.push(patch);
						applyPatch(workbook, patch);
						mirror.take(await calculation.apply({ version, patch }));
					}
					if (version % 3 === 0) await calculation.compare({ version });
				}
				expect(mirror.differencesTo(await freshMirror(workbook, scenario))).toEqual([]);
				const fresh = new Calculation();
				const version = acts.length - 1;
				await fresh.open({ version, workbook, scenario: 'as_reported' });
				const comparison = async (of: Calculation) => (await of.compare({ version })).comparison;
				expect(await comparison(calculation)).toEqual(await comparison(fresh));
			}),
			{ numRuns: RUNS, seed: SEED }
		);
	});

	it(
		'CAL-9 shows the workbook as it is, however acts and answers interleave',
		{ timeout: TIMEOUT_MS },
		async () => {
			const steps = fc.array(fc.record({ act, turns: fc.nat(12) }), { minLength: 1, maxLength: 15 });
			await fc.assert(
				fc.asyncProperty(steps, async (acts) => {
					const workbook = modelWorkbook();
					const mirror = new Mirror();
					const failures: string[] = [];
					let compared = -1;
					let heard = 0;
					const client = new CalculationClient(() => new Calculation(), {
						values: (values, isWhole) => {
							mirror.take({ values, isWhole });
							heard++;
						},
						pending: () => undefined,
						comparison: () => (compared = version),
						running: () => undefined,
						stopped: ({ what }) => failures.push(what),
						held: (places) => failures.push(`${places.length} cells held back`),
						failure: (sentence) => failures.push(sentence)
					});
					const undo: Patch[] = [];
					let scenario = 'as_reported';
					let version = 0;
					client.open(workbook, version, scenario);
					for (const { act: done, turns } of acts) {
						if (done.kind === 'switch') {
							scenario = done.scenario;
							client.useScenario(scenario);
						} else {
							const patch = patchOf(workbook, done, undo);
							if (done.kind !== 'undo') undo.push(patch);
							applyPatch(workbook, patch);
							client.push(patch, ++version);
						}
						for (let turn = 0; turn < turns; turn++) await Promise.resolve();
					}
					await expect.poll(() => compared, { interval: 1 }).toBe(version);
					const fresh = await freshMirror(workbook, scenario);
					await expect.poll(() => mirror.differencesTo(fresh), { interval: 1 }).toEqual([]);
					client.close();
					expect(failures).toEqual([]);
					expect(heard).toBeGreaterThan(0);
				}),
				{ numRuns: RUNS, seed: SEED }
			);
		}
	);
});
