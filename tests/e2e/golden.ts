import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';

const rows = Papa.parse<Record<string, string>>(
	readFileSync(fileURLToPath(new URL('../fixtures/golden.csv', import.meta.url)), 'utf8'),
	{ header: true, skipEmptyLines: true }
).data;

/** The scenarios in the order of the page, by their columns in the golden values. */
export const SCENARIOS = {
	base_value: 'As reported',
	rental_prices: 'H100 rental prices',
	same_method: 'Same method',
	export_controls: 'Export controls tighten',
	slow_decline: 'Slow cost decline',
	venture_rebound: 'Chinese venture rebound',
	build_out: 'Hyperscaler build-out',
	commodity: 'Commodity models'
} as const;

export type ScenarioColumn = keyof typeof SCENARIOS;

/** The golden value of a name under a scenario. */
export function golden(name: string, scenario: ScenarioColumn): number {
	const row = rows.find((candidate) => candidate['name'] === name);
	if (!row) throw new Error(`There is no golden value of ${name}.`);
	return Number(row[scenario]);
}

/** Golden values as the sheet shows them, formatted here and not by what is under test. */
export const shown = {
	ratio: (value: number) => `${value.toFixed(1)}×`,
	millions: (value: number) => `$${(value / 1e6).toFixed(2)}M`,
	tenths: (value: number) => value.toFixed(1),
	whole: (value: number) => Math.round(value).toLocaleString('en-US')
};
