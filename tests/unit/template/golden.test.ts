import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { FormulaEngine } from '$lib/engine';
import { readCsvRecords } from '$lib/template/csv-records';
import { inOrder, isCellError, isFormula, parseAddress, placeOfName, sheetNamed } from '$lib/workbook';
import type { CellValue, Place, Workbook } from '$lib/workbook';
import { starterWorkbook } from '../../starter';

const GOLDEN = new URL('../../fixtures/golden.csv', import.meta.url);
/** Golden values have 15 digits; what a longer chain of arithmetic adds stays below this. */
const TOLERANCE = 1e-12;

const [header, ...rows] = readCsvRecords('golden.csv', readFileSync(GOLDEN, 'utf8'));
const scenarios = header!.fields.slice(5).map((column) => (column === 'base_value' ? 'as_reported' : column));

/** The cell that a golden row is of: a name, or an address such as `Training cost!B115`. */
function placeOfRow(workbook: Workbook, name: string): Place {
	const [sheetName, address] = name.split('!');
	if (address === undefined) return placeOfName(workbook, name)!;
	const parsed = parseAddress(address);
	if (!parsed.ok) throw new Error(parsed.error);
	return { sheet: sheetNamed(workbook, sheetName!)!.id, ...parsed.value };
}

/** Whether a value is the golden one: a text letter by letter, a number to 12 digits. */
function isGolden(value: CellValue, golden: string): boolean {
	if (typeof value !== 'number') return (value ?? '') === golden;
	const expected = Number(golden);
	return golden !== '' && Math.abs(value - expected) <= TOLERANCE * Math.max(Math.abs(expected), 1e-3);
}

const workbook = starterWorkbook();
const engine = new FormulaEngine();
beforeAll(() => engine.load(workbook));

test('DAT-10 the golden table covers 746 cells under all the scenarios of the workbook, in their order', () => {
	expect(rows).toHaveLength(746);
	expect(inOrder(workbook.tables.scenario).map(({ id }) => id)).toEqual(scenarios);
	expect(scenarios).toHaveLength(8);
});

describe.each(scenarios)('under the scenario %s', (scenario) => {
	const column = 5 + scenarios.indexOf(scenario);
	beforeAll(() => {
		engine.useScenario(scenario);
	});

	test('DAT-11 every golden cell has its golden value', () => {
		const wrong = rows.flatMap(({ fields }) => {
			const value = engine.valueAt(placeOfRow(workbook, fields[1]!));
			return isGolden(value, fields[column]!) ? [] : [{ name: fields[1], value, golden: fields[column] }];
		});
		expect(wrong).toEqual([]);
	});

	test('DAT-12 no cell has an error', () => {
		const errors = [...engine.values()].filter(({ value }) => isCellError(value));
		expect(errors).toEqual([]);
	});

	test('DAT-13 all checks pass', () => {
		expect(engine.valueAt(placeOfName(workbook, 'overview.checks')!)).toBe('12 of 12');
	});
});

describe('computed by hand, as reported', () => {
	beforeAll(() => {
		engine.useScenario('as_reported');
	});
	const valueOf = (name: string) => engine.valueAt(placeOfName(workbook, name)!);

	test.each([
		['training.ratio_press', 100 / 6, 1e-12],
		['training.gpt4_v3_ratio', 16.666666666667, 1e-12],
		['funding.vc_2024q1_implied', 1_714_285_714, 1e-9],
		['funding.average_deal', 8_333_333, 1e-7],
		['funding.run_rate', 4.8e9, 1e-12],
		['capex.alibaba_per_year', 17_666_666_667, 1e-10],
		['funding.runs_per_quarter', 200, 1e-12],
		['capex.runs_per_alibaba_year', 2_944.4, 5e-5],
		['training.gpt4_class_1y', 1e7, 1e-12],
		['training.crossover_years', 1.2218, 5e-5],
		['market.hstech_index', 135, 1e-12],
		['training.v3_compute', 3.2856e24, 1e-12],
		['training.v3_hours_h800', 2_664_000 + 119_000 + 5_000, 1e-12],
		['training.v3_built_cost', 5_576_000, 1e-12],
		['training.v3_effective_use', 0.346, 2e-3],
		['training.llama405b_compute', 3.791e25, 1e-4],
		['training.llama405b_effective_use', 0.345, 2e-3],
		['training.llama405b_predicted_hours', 30.7e6, 2e-3]
	])('DAT-14 %s is %d', (name, expected, relative) => {
		const value = valueOf(name);
		expect(typeof value).toBe('number');
		expect(Math.abs((value as number) / expected - 1)).toBeLessThanOrEqual(relative);
	});

	test("DAT-14 V3's efficiency misses Llama's hours by a third of a per cent", () => {
		expect(valueOf('training.llama405b_error')).toBeCloseTo(-0.003, 3);
	});
});

describe('at the ends of every driver', () => {
	beforeAll(() => {
		engine.useScenario('as_reported');
	});
	const { assumption, output } = workbook.tables;
	const outputs = [...[...output.values()].map(({ name }) => name), 'overview.checks'];

	test.each(
		[...assumption.values()].map(({ name, low, high, choices }) => [name, low, high, choices] as const)
	)('DAT-16 %s gives numbers and sound checks', (name, low, high, choices) => {
		const values = choices.length > 0 ? choices.map((_, index) => index + 1) : [low, high];
		for (const value of values) {
			const results = engine.evaluate({ [name]: value }, outputs);
			expect(results.slice(0, -1).every((result) => typeof result === 'number')).toBe(true);
			expect(results.at(-1)).toBe('12 of 12');
		}
	});
});

test('DAT-15 no formula uses a volatile function', () => {
	const volatile = /\b(NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY|OFFSET|INDIRECT)\s*\(/i;
	const contents = [...workbook.cells.values()].flatMap((cells) =>
		[...cells.values()].map(({ content }) => content)
	);
	expect(contents.filter((content) => isFormula(content) && volatile.test(content))).toEqual([]);
});
