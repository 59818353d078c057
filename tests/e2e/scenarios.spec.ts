import { golden, SCENARIOS, shown, type ScenarioColumn } from './golden';
import { expect, test } from './workbook-page';

const RATIO = 'GPT-4 against V3';
const DRIVERS = 'Drivers changed';
const columns = Object.keys(SCENARIOS) as ScenarioColumn[];
const at = (scenario: ScenarioColumn) => columns.indexOf(scenario);
const RENTAL = at('rental_prices');

/** The GPT-4 / V3 ratio where V3 is built up from its hours at a price. */
const ratioAt = (priceUsdPerGpuHour: number) => shown.ratio(1e8 / (2_788_000 * priceUsdPerGpuHour));

test.beforeEach(({ book }) => book.open());

test('PAG-7 the dock shows every scenario with the golden values of the results', async ({ book }) => {
	await expect(book.scenarioHeaders()).toHaveText(Object.values(SCENARIOS));
	const results = [
		[RATIO, 'training.gpt4_v3_ratio', shown.ratio],
		['V3 cost in use', 'training.v3_cost', shown.millions],
		['V3-class runs a quarter pays for', 'funding.runs_per_quarter', shown.tenths]
	] as const;
	for (const [label, name, text] of results) {
		for (const scenario of columns) {
			await book.expectCompared(label, at(scenario), text(golden(name, scenario)));
		}
	}
});

test('PAG-7 a difference from the base is told in the unit of the result and as a percentage', async ({
	book
}) => {
	await expect(book.compared(RATIO, RENTAL)).toContainText('−5.8×');
	await expect(book.compared(RATIO, RENTAL)).toContainText('−34.6%');
	await expect(book.compared('Date of that', RENTAL)).toContainText('14 Apr 2026');
	await expect(book.compared('Date of that', RENTAL)).toContainText('−67 days');
	await expect(book.compared(RATIO, at('slow_decline'))).toHaveText(/^16\.7×\s*=/);
});

test('PAG-8 a scenario is chosen in the top bar and in the dock, and the sheet shows its values', async ({
	book
}) => {
	await book.chooseScenario(SCENARIOS.same_method);
	await book.expectCells({ B6: '14.1×', D6: 'same method: rental price' });
	const header = book.scenarioHeaders().nth(RENTAL);
	await header.click();
	await expect(header).toHaveAttribute('aria-pressed', 'true');
	await book.expectScenario(SCENARIOS.rental_prices);
	await book.expectCells({ B6: '10.9×', B8: '131', D6: /^unlike methods/ });
	await expect(book.scenarioHeaders().nth(at('same_method'))).toHaveAttribute('aria-pressed', 'false');
	await book.chooseScenario(SCENARIOS.base_value);
	await book.expectCell('B6', '16.7×');
});

test('PAG-8 the menu of scenarios is walked by keys and gives the focus back', async ({ book, page }) => {
	await book.scenarioButton.press('Enter');
	const items = page.getByRole('menuitemradio');
	await expect(items.first()).toBeFocused();
	await book.press('ArrowUp');
	await expect(items.last()).toBeFocused();
	await book.press('Home', 'ArrowDown');
	await expect(items.nth(1)).toBeFocused();
	await book.press('Escape');
	await expect(page.getByRole('menu')).toBeHidden();
	await expect(book.scenarioButton).toBeFocused();
	await book.expectScenario(SCENARIOS.base_value);
	await book.press('Enter');
	await expect(items.first()).toBeFocused();
	await book.press('End', 'Enter');
	await expect(book.scenarioButton).toBeFocused();
	await book.expectScenario(SCENARIOS.commodity);
});

test('PAG-9 a driver typed over under a scenario changes that scenario only', async ({ book }) => {
	await book.chooseScenario(SCENARIOS.rental_prices);
	await book.goTo('assume.gpu_hour_price');
	await book.expectCell('B16', '$3.29');
	await expect(book.content).toHaveValue('3.29');
	await book.type('4');
	await book.expectCell('B16', '$4.00');
	await book.expectCompared(RATIO, RENTAL, ratioAt(4));
	await book.expectCompared(RATIO, 0, '16.7×');
	await book.expectCompared(RATIO, at('build_out'), '23.9×');
	await expect(book.status).toHaveText(
		'Outside of the range of “Rental price of an H800-class GPU-hour”, $1.50 to $3.99: it is taken all the same. ' +
			'Changed in the scenario “H100 rental prices” only.'
	);
	await book.chooseScenario(SCENARIOS.base_value);
	await book.expectCell('B16', '$2.00');
});

test('PAG-9 a driver that is cleared under a scenario is that of the base again', async ({ book }) => {
	await book.chooseScenario(SCENARIOS.rental_prices);
	await expect(book.compared(DRIVERS, RENTAL)).toHaveText('2 drivers');
	await book.goTo('assume.gpu_hour_price');
	await book.press('Delete');
	await book.expectCell('B16', '$2.00');
	await expect(book.compared(DRIVERS, RENTAL)).toHaveText('1 driver');
	await book.expectCompared(RATIO, RENTAL, ratioAt(2));
	await expect(book.inspector).not.toContainText('Under this scenario only');
	await book.press('Control+z');
	await book.expectCell('B16', '$3.29');
	await expect(book.inspector).toContainText('Under this scenario only; otherwise $2.00.');
	await book.inspector.getByRole('button', { name: 'Back to $2.00' }).click();
	await book.expectCell('B16', '$2.00');
});

test('PAG-9 a switch of the inspector overrides its driver under the scenario on show', async ({ book }) => {
	await book.chooseScenario(SCENARIOS.slow_decline);
	await book.goTo('assume.v3_cost_basis');
	const choice = (name: string) => book.inspector.getByRole('radio', { name });
	await expect(choice('press figure')).toBeChecked();
	await choice('built up').click();
	await book.expectCells({ B6: '3', F6: 'built up' });
	await book.expectCompared(RATIO, at('slow_decline'), ratioAt(2));
	await book.expectCompared(RATIO, 0, '16.7×');
});

test('PAG-10 an edit of any other cell under a scenario says that it is for all', async ({ book }) => {
	const said = /^Changed for all scenarios/;
	await book.chooseScenario(SCENARIOS.commodity);
	await book.typeInto('A30', '=6*7');
	await expect(book.status).toHaveText(said);
	await book.expectCell('A30', '42');
	await book.chooseScenario(SCENARIOS.base_value);
	await book.expectCell('A30', '42');
	await book.goTo('A30');
	await book.press('Delete');
	await book.expectCell('A30', '');
	await expect(book.status).not.toHaveText(said);
});

test('PAG-11 undo of an override made under another scenario shows that scenario and says so', async ({
	book
}) => {
	await book.chooseScenario(SCENARIOS.rental_prices);
	await book.typeInto('assume.gpu_hour_price', '4');
	await book.expectCompared(RATIO, RENTAL, ratioAt(4));
	await book.chooseScenario(SCENARIOS.commodity);
	await book.expectCell('B16', '$2.00');
	await book.grid.press('Control+z');
	await book.expectScenario(SCENARIOS.rental_prices);
	await expect(book.status).toHaveText('Undone: Type in B16, in the scenario “H100 rental prices”');
	await book.expectCell('B16', '$3.29');
	await book.chooseScenario(SCENARIOS.base_value);
	await book.grid.press('Control+y');
	await book.expectScenario(SCENARIOS.rental_prices);
	await expect(book.status).toHaveText('Done again: Type in B16, in the scenario “H100 rental prices”');
	await book.expectCell('B16', '$4.00');
});

test.describe('scenarios themselves', () => {
	const tool = (name: string) => ({ name, exact: true });

	test('PAG-12 a scenario is duplicated beside its original and changed apart from it', async ({ book }) => {
		await book.chooseScenario(SCENARIOS.rental_prices);
		await book.dock.getByRole('button', tool('Duplicate')).click();
		await book.expectScenario('H100 rental prices, copy');
		const titles = Object.values(SCENARIOS) as string[];
		titles.splice(RENTAL + 1, 0, 'H100 rental prices, copy');
		await expect(book.scenarioHeaders()).toHaveText(titles);
		await expect(book.compared(RATIO, RENTAL + 1)).toHaveText(/^10\.9×/);
		await book.typeInto('assume.gpu_hour_price', '4');
		await book.expectCompared(RATIO, RENTAL + 1, ratioAt(4));
		await book.expectCompared(RATIO, RENTAL, '10.9×');
	});

	test('PAG-12 a scenario is renamed; an empty title and one that is taken are refused', async ({
		book,
		page
	}) => {
		const title = page.getByRole('textbox', { name: /^New title of the scenario/ });
		const refusal = book.dock.getByRole('alert');
		await book.chooseScenario(SCENARIOS.rental_prices);
		await book.dock.getByRole('button', tool('Rename')).click();
		await expect(title).toBeFocused();
		await title.fill(SCENARIOS.commodity);
		await title.press('Enter');
		await expect(refusal).toHaveText(/\S.*\.$/);
		await title.fill('');
		await title.press('Enter');
		await expect(refusal).toHaveText(/\S.*\.$/);
		await title.fill('Dear hours');
		await title.press('Enter');
		await expect(refusal).toBeHidden();
		await book.expectScenario('Dear hours');
		await expect(book.scenarioHeaders().nth(RENTAL)).toHaveText('Dear hours');
		await expect(book.dock.getByRole('button', tool('Rename'))).toBeFocused();
		await book.undo.click();
		await book.expectScenario(SCENARIOS.rental_prices);
	});

	test('PAG-12 Escape keeps the title as it was', async ({ book, page }) => {
		await book.chooseScenario(SCENARIOS.rental_prices);
		await book.dock.getByRole('button', tool('Rename')).click();
		await page.keyboard.type('Something else');
		await book.press('Escape');
		await expect(page.getByRole('textbox', { name: /^New title/ })).toBeHidden();
		await expect(book.scenarioHeaders().nth(RENTAL)).toHaveText(SCENARIOS.rental_prices);
		await expect(book.undo).toBeDisabled();
	});

	test('PAG-12 a scenario is deleted, the base never, and undo brings it back', async ({ book }) => {
		const remove = book.dock.getByRole('button', tool('Delete'));
		await expect(remove).toBeDisabled();
		await book.chooseScenario(SCENARIOS.commodity);
		await remove.click();
		await book.expectScenario(SCENARIOS.base_value);
		await expect(book.scenarioHeaders()).toHaveCount(columns.length - 1);
		await expect(remove).toBeDisabled();
		await book.undo.click();
		await expect(book.scenarioHeaders()).toHaveText(Object.values(SCENARIOS));
		await expect(book.compared(DRIVERS, at('commodity'))).toHaveText('4 drivers');
	});

	test('PAG-12 a scenario that is added begins as the base and is the one on show', async ({ book }) => {
		await book.dock.getByRole('button', { name: '+ Scenario' }).click();
		await book.expectScenario('Scenario');
		await expect(book.scenarioHeaders().last()).toHaveText('Scenario');
		const title = book.dock.getByRole('textbox', { name: 'New title of the scenario Scenario' });
		await expect(title).toBeFocused();
		await book.page.keyboard.type('Frugal');
		await book.press('Enter');
		await book.expectScenario('Frugal');
		await book.undo.click();
		await book.expectScenario('Scenario');
		await expect(book.compared(RATIO, columns.length)).toHaveText(/^16\.7×\s*=/);
		await book.typeInto('assume.v3_cost_basis', '3');
		await book.expectCompared(RATIO, columns.length, ratioAt(2));
		await book.expectCompared(RATIO, 0, '16.7×');
		await book.dock.getByRole('button', { name: '+ Scenario' }).click();
		await book.expectScenario('Scenario 2');
	});
});
