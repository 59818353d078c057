import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FormulaEngine } from '$lib/engine';
import { indexLedger } from '$lib/ledger';
import { readChart, type ChartData } from '$lib/session/chart-data';
import { chartSource } from '$lib/session/chart-source';
import { buildStarterWorkbook } from '$lib/template';
import { inOrder } from '$lib/workbook';

const texts = Object.fromEntries(
	['', 'sheets/'].flatMap((folder) =>
		readdirSync(`data/${folder}`)
			.filter((file) => file.endsWith('.csv'))
			.map((file) => [folder + file, readFileSync(`data/${folder}${file}`, 'utf8')])
	)
);
const workbook = buildStarterWorkbook(texts);
const ledger = indexLedger(workbook);
const engine = new FormulaEngine();
engine.load(workbook);

/** The shipped charts under a scenario. */
function chartsUnder(scenario: string): ReadonlyMap<string, ChartData> {
	engine.useScenario(scenario);
	const overrides = workbook.tables.scenario.get(scenario)!.overrides;
	const source = chartSource({ ledger, overrides, valueAt: (place) => engine.valueAt(place) });
	return new Map(inOrder(workbook.tables.chart).map((chart) => [chart.id, readChart(chart, source)]));
}

const valuesOf = (data: ChartData | undefined, series = 0) =>
	data?.series[series]?.points.map(({ value }) => value);

describe('shipped charts', () => {
	test.each([...workbook.tables.scenario.keys()])(
		'CHT-13 under %s all eighteen draw numbers and leave nothing unsaid',
		(scenario) => {
			const charts = chartsUnder(scenario);
			expect(charts.size).toBe(18);
			for (const data of charts.values()) {
				expect([data.id, data.notes]).toEqual([data.id, []]);
				for (const { label, points } of data.series) {
					expect([data.id, label, points.some(({ value }) => value !== null)]).toEqual([
						data.id,
						label,
						true
					]);
				}
			}
		}
	);

	test('CHT-13 bounds of the press figures are those of their wording', () => {
		const data = chartsUnder('as_reported').get('overview-run-cost');
		expect(data?.categories.map(({ text }) => text)).toEqual(['GPT-4', 'DeepSeek V3', 'US competitors']);
		expect(data?.series[0]?.points.map(({ text, lowText, highText }) => [text, lowText, highText])).toEqual([
			['$100.00M', 'more than $100.00M', 'no limit'],
			['$6.00M', '$5.50M', 'less than $6.00M'],
			['$100.00M', '$10.00M', 'less than $1.00B']
		]);
	});

	test('CHT-13 charts follow the scenario', () => {
		const runs = (scenario: string) => valuesOf(chartsUnder(scenario).get('overview-budget-runs'))?.[0];
		expect(runs('as_reported')).toBeCloseTo(200, 9);
		expect(runs('export_controls')).toBeCloseTo(72.55, 1);
		const crossover = chartsUnder('slow_decline').get('training-decline-curve')?.marks;
		expect(crossover?.map(({ label, text }) => [label, text])).toEqual([['Level with V3', '22 Apr 2029']]);
	});

	test('CHT-13 the disputed plan is dashed, the undated reading and the projected dates are hollow', () => {
		const charts = chartsUnder('as_reported');
		const picked = (id: string, how: 'isHollow' | 'isDashed') => {
			const data = charts.get(id)!;
			return data.categories.flatMap(({ text }, index) =>
				data.series[0]!.points[index]![how] ? [text] : []
			);
		};
		expect(picked('capex-plans', 'isDashed')).toEqual(['ByteDance, 2025']);
		expect(picked('overview-budget-runs', 'isDashed')).toEqual(['ByteDance, 2025']);
		expect(picked('market-hang-seng-tech', 'isHollow')).toEqual(['early 2025']);
		expect(picked('timeline-events', 'isHollow')).toHaveLength(3);
	});

	test('CHT-13 the years of the capex chart run along its row', () => {
		const data = chartsUnder('as_reported').get('capex-by-year');
		expect(data?.categories.map(({ text }) => text)).toEqual(['2025', '2026', '2027']);
		expect(valuesOf(data, 1)).toEqual([217.5e9, 217.5e9, 217.5e9]);
	});
});
