import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { golden, SCENARIOS, shown } from './golden';
import { expect, test } from './workbook-page';

const RATIO = 'GPT-4 against V3';
const BUDGET_CHART = 'Final runs each budget pays for';
const QUARTER = 'One quarter of Chinese AI venture';

test('PAG-5 the main job is done by keyboard alone: find, change, compare, undo, reload, export', async ({
	book,
	page
}) => {
	const { keyboard } = page;
	await book.open();

	// The answer, what it is computed from, and the sheet where that stands.
	await book.tabTo(book.grid);
	await book.expectActive('B6');
	await book.expectCell('B6', '16.7×');
	await expect(book.content).toHaveValue('=training.gpt4_v3_ratio');
	await book.tabTo(book.nameBox, 'Shift+Tab');
	await keyboard.type('training.gpt4_v3_ratio');
	await book.press('Enter');
	await book.expectSheet('Training cost');
	await expect(book.content).toHaveValue('=training.gpt4_cost/training.v3_cost');

	// The drivers, by the sheet's tab and by name.
	await book.tabTo(book.sheetTab('Training cost'));
	await book.press('ArrowLeft');
	await book.expectSheet('Assumptions');
	await expect(book.sheetTab('Assumptions')).toBeFocused();
	await book.tabTo(book.nameBox, 'Shift+Tab');
	await keyboard.type('assume.v3_cost_basis');
	await book.press('Enter');
	await expect(book.grid).toBeFocused();
	await book.expectActive('B6');
	await keyboard.type('3');
	await book.press('Enter');
	await book.expectCells({ B6: '3', F6: 'built up' });
	for (let row = 7; row < 16; row += 1) await book.press('ArrowDown');
	await expect(book.nameBox).toHaveValue('assume.gpu_hour_price');
	await keyboard.type('3.29');
	await book.press('Enter');
	await book.expectCell('B16', '$3.29');

	// The comparison: the base now says what the scenario with the same drivers says.
	const ratio = shown.ratio(golden('training.gpt4_v3_ratio', 'rental_prices'));
	expect(ratio).toBe('10.9×');
	await book.expectCompared(RATIO, 0, ratio);
	await expect(book.compared(RATIO, 1)).toHaveText(/^10\.9×\s*=$/);

	// The sheet and, as a table, the chart.
	await book.tabTo(book.sheetTab('Assumptions'));
	await book.press('ArrowLeft', 'ArrowLeft');
	await book.expectSheet('Overview');
	const perQuarter = golden('funding.runs_per_quarter', 'rental_prices');
	const after = { B6: ratio, B8: shown.whole(perQuarter) };
	await book.expectCells(after);
	await book.tabTo(page.getByRole('button', { name: 'Next chart' }), 'Shift+Tab');
	await book.press('Enter');
	await expect(book.charts.getByRole('heading', { name: BUDGET_CHART })).toBeVisible();
	await book.tabTo(page.getByRole('button', { name: 'Show as table' }));
	await book.press('Space');
	await expect(book.chartValue(QUARTER)).toHaveText(shown.tenths(perQuarter));

	// All of it taken back, and done again.
	const showTable = async () => {
		await book.goTo('Overview!A1');
		await book.tabTo(page.getByRole('button', { name: 'Show as table' }));
		await book.press('Space');
	};
	await book.press('Control+z', 'Control+z');
	await expect(book.undo).toBeDisabled();
	await showTable();
	await book.expectCells({ B6: '16.7×', B8: '200' });
	await expect(book.chartValue(QUARTER)).toHaveText(/^200/);
	await book.expectCompared(RATIO, 0, '16.7×');
	await book.press('Control+y', 'Control+y');
	await expect(book.redo).toBeDisabled();
	await showTable();
	await book.expectCells(after);
	await expect(book.chartValue(QUARTER)).toHaveText(shown.tenths(perQuarter));
	await book.expectCompared(RATIO, 0, ratio);

	// A scenario, another sheet, and everything again after the page was closed.
	await book.tabTo(book.scenarioButton, 'Shift+Tab');
	await book.press('Enter');
	await expect(page.getByRole('menuitemradio', { name: SCENARIOS.base_value })).toBeFocused();
	await book.press('ArrowDown', 'ArrowDown', 'Enter');
	await book.expectScenario(SCENARIOS.same_method);
	const alike = shown.ratio(golden('training.gpt4_v3_ratio', 'same_method'));
	await book.expectCell('B6', alike);
	await book.expectSaved();
	await book.reload();
	await book.expectScenario(SCENARIOS.same_method);
	await book.expectSheet('Overview');
	await book.expectCell('B6', alike);
	await book.expectCompared(RATIO, 0, ratio);

	// The sheet as a file.
	await book.tabTo(book.exportButton);
	const { name, path } = await book.download(async () => {
		await book.press('Enter');
		await expect(book.exportDialog).toBeVisible();
		await expect(book.exportDialog.getByRole('radio', { name: /^This sheet/ })).toBeFocused();
		await book.tabTo(book.exportDialog.getByRole('button', { name: 'Download' }));
		await book.press('Enter');
	});
	await expect(book.exportDialog).toBeHidden();
	expect(name).toBe('China AI after DeepSeek - Overview.csv');
	const { data, errors } = Papa.parse<string[]>(readFileSync(path, 'utf8'));
	expect(errors).toEqual([]);
	expect(data[0]?.[0]).toBe('Overview');
	expect(data[5]?.slice(0, 2)).toEqual(["How many times V3's cost was GPT-4's?", alike]);
	expect(data[7]?.[1]).toBe(shown.whole(golden('funding.runs_per_quarter', 'same_method')));
	expect(data[15]?.slice(0, 2)).toEqual(['Checks passed', '12 of 12']);
});

test('PAG-6 what was on show is there again after a reload: sheet and scenario', async ({ book }) => {
	await book.open();
	await book.typeInto('assume.gpu_hour_price', '2.5');
	await book.chooseScenario(SCENARIOS.build_out);
	await book.showSheet('Capex');
	await book.expectSaved();
	await book.reload();
	await book.expectSheet('Capex');
	await book.expectScenario(SCENARIOS.build_out);
});

test('PAG-6 what was typed last is saved when the page is left at once', async ({ book }) => {
	await book.open();
	// The first save writes all of the workbook; from then on only what changed.
	await book.typeInto('assume.mfu', '0.4');
	await book.expectSaved();
	await book.typeInto('assume.v3_cost_basis', '3');
	await book.reload();
	await book.showSheet('Overview');
	await book.expectCell('B6', '17.9×');
});

test('PAG-38 what is typed before the workbook can be changed stays, and is taken once it can', async ({
	book,
	page
}) => {
	const release = await book.openWithoutRest();
	const field = page.getByRole('textbox', { name: 'Editing A1' });
	await page.keyboard.type('=6*7');
	await book.press('Enter');
	await expect(field).toHaveValue('=6*7');
	await expect(book.grid.getByRole('alert')).toHaveText(/still being opened/);

	release();
	await expect(book.exportButton).toBeEnabled();
	await expect(field).toHaveValue('=6*7');
	await field.press('Enter');
	await book.expectCell('A1', '42');
});
