import { expect, test } from './workbook-page';

test.beforeEach(({ book }) => book.open());

test('PAG-19 a sheet that is added is blank, numbered and shown; undo takes it away', async ({
	book,
	page
}) => {
	const tabs = page.getByRole('tab');
	await expect(tabs).toHaveCount(10);
	await book.addSheet();
	await book.expectSheet('Sheet 11');
	await book.expectCell('A1', '');
	await expect(book.charts).toBeHidden();
	await book.typeInto('A1', "=Overview!B6+'Training cost'!B6");
	await book.expectCell('A1', /^100000016\.7$|^100,000,016/);
	await book.press('Control+z', 'Control+z');
	await expect(tabs).toHaveCount(10);
	await expect(book.sheetTab('Sheet 11')).toBeHidden();
});

test('PAG-20 formulas, charts and the comparison follow a sheet that is renamed', async ({ book }) => {
	await book.renameSheet('Training cost', "Cost of training, '25");
	await expect(book.sheetTab("Cost of training, '25")).toBeFocused();
	await book.showSheet('Overview');
	await book.expectCells({ B6: '16.7×', B7: '21 Jun 2026', B8: '200', B16: '12 of 12' });
	await book.typeInto('assume.v3_cost_basis', '2');
	await book.expectCompared('GPT-4 against V3', 0, '17.9×');
	await book.showSheet('Overview');
	await book.expectCells({ B6: '17.9×', B16: '12 of 12' });
	await book.goTo('training.gpt4_v3_ratio');
	await book.expectSheet("Cost of training, '25");
	await expect(book.content).toHaveValue('=training.gpt4_cost/training.v3_cost');
});

test('PAG-20 a formula that names a sheet is rewritten as it is renamed, and back by undo', async ({
	book
}) => {
	await book.typeInto('A30', "='Training cost'!B6 + Capex!A1");
	await book.renameSheet('Training cost', 'Runs');
	await book.goTo('Overview!A30');
	await expect(book.content).toHaveValue('=Runs!B6 + Capex!A1');
	await book.undo.click();
	await expect(book.content).toHaveValue("='Training cost'!B6 + Capex!A1");
});

test('PAG-20 a name that no sheet can have, or another has, is refused with a sentence', async ({
	book,
	page
}) => {
	const refusal = page.getByRole('contentinfo').getByRole('alert');
	const field = page.getByRole('textbox', { name: /^New name of the sheet/ });
	await book.renameSheet('Capex', 'Capex/2025');
	await expect(refusal).toHaveText(/cannot hold any of .* "Capex\/2025" does\.$/);
	await expect(field).toHaveValue('Capex/2025');
	await expect(field).toHaveAttribute('aria-invalid', 'true');
	await field.fill('market');
	await field.press('Enter');
	await expect(refusal).toHaveText(/There is a sheet "Market" already/);
	await field.press('Escape');
	await expect(refusal).toBeHidden();
	await expect(book.sheetTab('Capex')).toBeFocused();
});

test('PAG-20 F2 on a tab renames its sheet', async ({ book, page }) => {
	await book.sheetTab('Overview').press('F2');
	await page.keyboard.type('Answers');
	await book.press('Enter');
	await expect(book.sheetTab('Answers')).toBeFocused();
	await expect(book.grid).toHaveAccessibleName('Answers');
});

test('PAG-21 the name box goes to addresses, ranges, names and other sheets', async ({ book, page }) => {
	await book.goTo('D200');
	await book.expectActive('D200');
	await expect(book.cell('D200')).toBeInViewport();
	await book.goTo('b2:c4');
	await book.expectActive('B2');
	await expect(book.cell('C4')).toHaveAttribute('aria-selected', 'true');
	await book.goTo('CAPEX!B28:D28');
	await book.expectSheet('Capex');
	await book.expectActive('B28');
	await book.goTo("'Training cost'!B6");
	await book.expectSheet('Training cost');
	await book.goTo('Training.GPT4_v3_ratio');
	await expect(book.nameBox).toHaveValue('training.gpt4_v3_ratio');

	await book.nameBox.fill('Nowhere!A1');
	await book.nameBox.press('Enter');
	await expect(page.getByRole('group', { name: 'Formula bar' }).getByRole('alert')).toHaveText(
		/No cell and no name is called that/
	);
	await book.press('Escape');
	await expect(book.nameBox).toHaveValue('training.gpt4_v3_ratio');
	await expect(book.grid).toBeFocused();
});

test('PAG-21 each sheet is shown as it was left', async ({ book }) => {
	await book.goTo('Figures!B150');
	await expect(book.cell('B150')).toBeInViewport();
	await book.showSheet('Overview');
	await book.expectActive('B6');
	await book.showSheet('Figures');
	await book.expectActive('B150');
	await expect(book.cell('B150')).toBeInViewport();
	// Scrolled away from the active cell, it is found like that again.
	await book.grid.hover();
	await book.page.mouse.wheel(0, -100_000);
	await expect(book.cell('A1')).toBeInViewport();
	await book.showSheet('Overview');
	await book.showSheet('Figures');
	await expect(book.cell('A1')).toBeInViewport();
});

test('PAG-36 the tab of the sheet on show stays in view beside figures of the selection', async ({
	book,
	page
}) => {
	await page.setViewportSize({ width: 1100, height: 800 });
	await book.addSheet();
	await book.typeInto('A1', '123456789');
	await book.typeInto('A2', '987654321');
	await book.goTo('A1:A2');
	await expect(page.getByRole('button', { name: /^Sum/ })).toBeVisible();
	const tab = book.sheetTab('Sheet 11');
	await expect(tab).toHaveAttribute('aria-selected', 'true');
	await expect
		.poll(async () => {
			const box = (await tab.boundingBox())!;
			const list = (await page.getByRole('tablist', { name: 'Sheets' }).boundingBox())!;
			return box.x >= list.x - 1 && box.x + box.width <= list.x + list.width + 1;
		})
		.toBe(true);
});

test('PAG-342 a sheet that is added, or whose tab is pressed, is typed into at once', async ({
	book,
	page
}) => {
	await book.addSheet();
	await expect(book.grid).toBeFocused();
	await book.type('12');
	await book.expectCell('A1', '12');
	await book.sheetTab('Overview').click();
	await expect(book.grid).toBeFocused();
	await book.sheetTab('Sheet 11').click();
	await book.expectSheet('Sheet 11');
	await book.type('13');
	await book.expectCell('A2', '13');
	// Arrows go from tab to tab, and a double click still asks for a name.
	await book.sheetTab('Sheet 11').focus();
	await book.press('ArrowLeft');
	await expect(book.sheetTab('Conflicts')).toBeFocused();
	await book.sheetTab('Conflicts').dblclick();
	await expect(page.getByRole('textbox', { name: 'New name of the sheet Conflicts' })).toBeFocused();
});

test('PAG-321 taking back that a sheet was added shows the sheet that one came from', async ({ book }) => {
	await book.open();
	await book.showSheet('Funding');
	await book.addSheet();
	await book.expectSheet('Sheet 11');
	await book.addSheet();
	await book.expectSheet('Sheet 12');
	await book.press('Control+z');
	await book.expectSheet('Sheet 11');
	await book.press('Control+z');
	await book.expectSheet('Funding');
});
