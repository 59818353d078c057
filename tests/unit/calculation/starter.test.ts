import { describe, expect, it } from 'vitest';
import { Calculation } from '$lib/calculation';
import { placeOfName, type Place } from '$lib/workbook';
import { starterWorkbook } from '../../starter';

describe('the starter workbook', () => {
	it('CAL-3 compares 13 outputs under 8 scenarios, numbers all, and leaves the values as they are', async () => {
		const calculation = new Calculation();
		const workbook = starterWorkbook();
		const opened = await calculation.open({ version: 0, workbook, scenario: 'export_controls' });
		const { comparison } = await calculation.compare({ version: 0 });
		expect(comparison!.scenarios.map(({ id, driversChanged }) => `${id} ${driversChanged}`)).toEqual([
			'as_reported 0',
			'rental_prices 2',
			'same_method 2',
			'export_controls 4',
			'slow_decline 2',
			'venture_rebound 2',
			'build_out 4',
			'commodity 4'
		]);
		expect(comparison!.rows.length).toBe(13);
		const cells = comparison!.rows.flatMap((row) => row.cells);
		expect(cells.filter(({ value }) => typeof value !== 'number')).toEqual([]);

		const ratio = comparison!.rows.find(({ output }) => output.name === 'training.gpt4_v3_ratio')!;
		expect(ratio.cells[0]).toMatchObject({ difference: 0, ratio: 0, remark: expect.stringMatching(/press/) });
		expect(ratio.cells[0]!.value).toBeCloseTo(16.6666666666667, 12);
		expect(ratio.cells[3]!.value).toBeCloseTo(6.04739170570199, 12);
		expect(ratio.cells[3]!.ratio).toBeCloseTo(6.04739170570199 / 16.6666666666667 - 1, 12);

		const at = placeOfName(workbook, 'training.gpt4_v3_ratio')!;
		const isThere = ({ sheet, row, column }: Place) =>
			sheet === at.sheet && row === at.row && column === at.column;
		expect(opened.values.find(isThere)!.value).toBe(ratio.cells[3]!.value);
		const again = await calculation.apply({ version: 1, patch: [] });
		expect(again).toMatchObject({ isWhole: false, values: [] });
	});

	it('CAL-6 explains the ratio of the two costs by the names that it reads', async () => {
		const calculation = new Calculation();
		const workbook = starterWorkbook();
		await calculation.open({ version: 0, workbook, scenario: 'as_reported' });
		const place = placeOfName(workbook, 'training.gpt4_v3_ratio')!;
		const { precedents } = await calculation.precedents({ version: 0, place });
		expect(precedents.map(({ label, value }) => [label, value])).toEqual([
			['training.gpt4_cost', 100_000_000],
			['training.v3_cost', 6_000_000]
		]);
	});

	it('CAL-6 tells which cells read a cell', async () => {
		const calculation = new Calculation();
		const workbook = starterWorkbook();
		await calculation.open({ version: 0, workbook, scenario: 'as_reported' });
		const place = placeOfName(workbook, 'capex.alibaba_per_year')!;
		const { dependents } = await calculation.dependents({ version: 0, place });
		expect(dependents).toContainEqual(placeOfName(workbook, 'capex.runs_per_alibaba_year'));
		expect(dependents).toContainEqual(placeOfName(workbook, 'capex.alibaba_in_quarters'));
	});

	it('CAL-6 tells which cells read a cell by its name, on its sheet and others', async () => {
		const calculation = new Calculation();
		const workbook = starterWorkbook();
		await calculation.open({ version: 0, workbook, scenario: 'as_reported' });
		const readersOf = async (name: string) =>
			(await calculation.dependents({ version: 0, place: placeOfName(workbook, name)! })).dependents;
		const readers = await readersOf('training.v3_cost');
		expect(readers).toContainEqual(placeOfName(workbook, 'training.gpt4_v3_ratio'));
		expect(new Set(readers.map(({ sheet }) => sheet)).size).toBeGreaterThan(1);
		expect(await readersOf('deepseek.v3_training_cost')).toContainEqual(
			placeOfName(workbook, 'training.v3_cost')
		);
	});
});
