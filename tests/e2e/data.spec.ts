import { expect, test, type WorkbookPage } from './workbook-page';

test.beforeEach(async ({ book }) => {
	await book.openLabs();
	await book.typeInto('D2', '=B2*2');
	await book.expectCell('D2', '200');
});

const order = (first: string, second: string, third: string, fourth: string) => ({
	A1: 'Lab',
	A2: first,
	A3: second,
	A4: third,
	A5: fourth
});

test('PAG-110 rows are sorted by the active column from the menu, the header stays, and one undo takes it back', async ({
	book,
	page
}) => {
	await book.cell('B3').click({ button: 'right' });
	await page.getByRole('menuitem', { name: 'Sort descending' }).click();
	await book.expectCells(order('Google', 'OpenAI', 'Meta', 'DeepSeek'));
	await book.expectCells({ D3: '200', D2: '' });
	await expect(book.status).toHaveText('Sorted 4 rows.');
	await book.goTo('D3');
	await expect(book.content).toHaveValue('=B3*2');
	await book.undo.click();
	await book.expectCells(order('OpenAI', 'DeepSeek', 'Meta', 'Google'));
});

test('PAG-110 several keys are chosen in the dialog, by the keyboard', async ({ book, page }) => {
	await book.goTo('A2');
	await book.press('Control+k');
	await expect(page.getByRole('combobox', { name: /^Find a command/ })).toBeFocused();
	await page.keyboard.type('sort …');
	await book.press('Enter');
	const dialog = page.getByRole('dialog', { name: /^Sort/ });
	await expect(dialog.getByRole('checkbox', { name: /header/ })).toBeChecked();
	await dialog.getByRole('combobox', { name: 'Sort by' }).selectOption('C: Year');
	await dialog.getByRole('button', { name: 'Add a key' }).click();
	await dialog.getByRole('combobox', { name: 'Then by, key 2' }).selectOption('B: Cost');
	await dialog.getByRole('combobox', { name: 'Order of key 2' }).selectOption('descending');
	await dialog.getByRole('combobox', { name: 'Order of key 2' }).press('Tab');
	await dialog.getByRole('button', { name: 'Sort', exact: true }).press('Enter');
	await book.expectCells(order('Google', 'OpenAI', 'Meta', 'DeepSeek'));
});

test('PAG-237 sorting one column of a table asks: the whole of it by Enter, nothing by Escape', async ({
	book,
	page
}) => {
	const dialog = page.getByRole('dialog', { name: 'Sort the whole table?' });
	await book.goTo('B2');
	await book.press('Control+ ', 'Control+k');
	await expect(page.getByRole('combobox', { name: /^Find a command/ })).toBeFocused();
	await page.keyboard.type('sort descending');
	await book.press('Enter');
	await expect(dialog).toContainText('B1:B5 is a part of the table A1:D5.');
	await expect(dialog.getByRole('button', { name: 'Whole table A1:D5' })).toBeFocused();
	await book.press('Escape');
	await expect(dialog).toBeHidden();
	await book.expectCells(order('OpenAI', 'DeepSeek', 'Meta', 'Google'));
	await book.press('Control+k');
	await expect(page.getByRole('combobox', { name: /^Find a command/ })).toBeFocused();
	await page.keyboard.type('sort descending');
	await book.press('Enter');
	await expect(dialog.getByRole('button', { name: 'Whole table A1:D5' })).toBeFocused();
	await book.press('Enter');
	await expect(dialog).toBeHidden();
	await book.expectCells(order('Google', 'OpenAI', 'Meta', 'DeepSeek'));
	await book.expectCell('D3', '200');
	await expect(book.grid).toBeFocused();
	await expect(book.cell('D5')).toHaveAttribute('aria-selected', 'true');
	await book.press('Control+z');
	await book.expectCells(order('OpenAI', 'DeepSeek', 'Meta', 'Google'));
});

test('PAG-288 several selected ranges are neither sorted nor filtered, and a sentence says so', async ({
	book,
	page
}) => {
	await book.goTo('A1:A5');
	await book.cell('C2').click({ modifiers: ['Control'] });
	for (const command of ['Sort ascending', 'Sort …']) {
		await book.press('Control+k');
		await page.keyboard.type(command);
		await book.press('Enter');
		await expect(book.status).toHaveText('Several ranges cannot be sorted at once. Select one range.');
		await expect(page.getByRole('dialog')).toBeHidden();
	}
	await book.press('Control+Shift+l');
	await expect(book.status).toHaveText('Several ranges cannot be filtered at once. Select one range.');
	await book.expectCells(order('OpenAI', 'DeepSeek', 'Meta', 'Google'));
});

test('PAG-237 only the selection is sorted where that is chosen, and whole rows are at once', async ({
	book,
	page
}) => {
	const dialog = page.getByRole('dialog', { name: 'Sort the whole table?' });
	await book.cell('B2').click();
	await book.cell('B5').click({ modifiers: ['Shift'] });
	await book.cell('B3').click({ button: 'right' });
	await page.getByRole('menuitem', { name: 'Sort ascending' }).click();
	await dialog.getByRole('button', { name: 'Only the selection' }).click();
	await book.expectCells({ B2: '6', B3: '72', B4: '100', B5: '191', A2: 'OpenAI' });
	await book.undo.click();
	await book.expectCell('B2', '100');
	await book.cell('B3').click({ button: 'right' });
	await page.getByRole('menuitem', { name: 'Sort …' }).click();
	await dialog.getByRole('button', { name: 'Whole table A1:D5' }).click();
	const keys = page.getByRole('dialog', { name: 'Sort A1:D5' });
	await expect(keys.getByRole('combobox', { name: 'Sort by' })).toHaveValue('1');
	await book.press('Escape');
	await book.goTo('A3:D5');
	await book.cell('B4').click({ button: 'right' });
	await page.getByRole('menuitem', { name: 'Sort descending' }).click();
	await book.expectCells({ A2: 'OpenAI', A3: 'Meta', A4: 'Google', A5: 'DeepSeek' });
});

test('PAG-111 a column is filtered by values from its header, and all rows come back', async ({
	book,
	page
}) => {
	await book.goTo('C2');
	await book.press('Control+Shift+l');
	await page.getByRole('button', { name: 'Filter column C' }).click();
	const dialog = page.getByRole('dialog', { name: 'Filter column C' });
	await dialog.getByRole('checkbox', { name: '2023' }).uncheck();
	await dialog.getByRole('button', { name: 'Filter', exact: true }).click();
	await expect(book.status).toHaveText('2 of 4 rows shown.');
	await expect(book.cell('A2')).toHaveCount(0);
	await book.expectCells({ A3: 'DeepSeek', A4: 'Meta' });
	await book.goTo('A1');
	await book.press('ArrowDown');
	await book.expectActive('A3');
	await book.undo.click();
	await book.expectCell('A2', 'OpenAI');
	await book.redo.click();
	await expect(book.cell('A2')).toHaveCount(0);
	await book.goTo('A3');
	await book.press('Control+Shift+l');
	await book.expectCell('A2', 'OpenAI');
});

test('PAG-268 a filter takes in rows that were added below it, and sorts by its column from its header', async ({
	book,
	page
}) => {
	await book.goTo('C2');
	await book.press('Control+Shift+l');
	await book.typeInto('A6', 'Mistral');
	await book.typeInto('C6', '2023');
	await page.getByRole('button', { name: 'Filter column C' }).click();
	const dialog = page.getByRole('dialog', { name: 'Filter column C' });
	await dialog.getByRole('checkbox', { name: '2023' }).uncheck();
	await dialog.getByRole('button', { name: 'Filter', exact: true }).click();
	await expect(book.status).toHaveText('2 of 5 rows shown.');
	await expect(book.cell('A6')).toHaveCount(0);
	await book.undo.click();
	await book.expectCell('A6', 'Mistral');
	await book.goTo('A2');
	await page.getByRole('button', { name: 'Filter column A' }).click();
	await page.getByRole('button', { name: 'Sort A to Z' }).click();
	await book.expectCells({ A2: 'DeepSeek', A3: 'Google', A4: 'Meta', A5: 'Mistral', A6: 'OpenAI' });
});

test('PAG-273 the dialog of a filter opens in its search: a value is typed, and Enter filters by it', async ({
	book,
	page
}) => {
	await book.goTo('A1');
	await book.press('Control+Shift+l', 'Alt+Shift+ArrowDown');
	await expect(page.getByRole('searchbox', { name: 'Search values' })).toBeFocused();
	await page.keyboard.type('meta');
	await book.press('Enter');
	await expect(book.status).toHaveText('1 of 4 rows shown.');
	await book.expectCell('A4', 'Meta');
	await expect(book.cell('A2')).toHaveCount(0);
});

/** Leaves the labs of 2023 out, in rows 2 and 5. */
async function showOf2024({ page, ...book }: WorkbookPage): Promise<void> {
	await page.getByRole('button', { name: 'Filter column C' }).click();
	const dialog = page.getByRole('dialog', { name: 'Filter column C' });
	await dialog.getByRole('checkbox', { name: '2023' }).uncheck();
	await dialog.getByRole('button', { name: 'Filter', exact: true }).click();
	await expect(book.status).toHaveText('2 of 4 rows shown.');
}

test('PAG-234 what a filter leaves out is neither cleared nor deleted with the rows around it', async ({
	book
}) => {
	await book.goTo('C2');
	await book.press('Control+Shift+l');
	await showOf2024(book);
	await book.goTo('A2:B5');
	await book.press('Delete');
	await book.expectCells({ A3: '', B3: '', B4: '' });
	await book.press('Control+z');
	await book.expectCells({ A3: 'DeepSeek', A4: 'Meta' });
	await book.goTo('A2:A5');
	await book.press('Control+y', 'Control+Shift+l');
	await book.expectCells({ A2: 'OpenAI', A3: '', A4: '', A5: 'Google' });
	await book.press('Control+z', 'Control+z');
	await expect(book.cell('A2')).toHaveCount(0);
	await book.goTo('A2:A5');
	await book.press('Shift+ ', 'Control+-');
	await expect(book.status).toHaveText(/^Done: Delete rows 3 to 4/);
	await book.press('Control+Shift+l');
	await book.expectCells({ A2: 'OpenAI', D2: '200', A3: 'Google', A4: '' });
});

test('PAG-111 a column is filtered by a condition, by keys alone', async ({ book, page }) => {
	await book.goTo('B1');
	await book.press('Control+Shift+l', 'Alt+Shift+ArrowDown');
	const dialog = page.getByRole('dialog', { name: 'Filter column B' });
	await dialog.getByRole('radio', { name: 'By a condition' }).check();
	await dialog.getByRole('combobox', { name: 'Test 1' }).selectOption('is at least');
	await dialog.getByRole('textbox', { name: 'Value of test 1' }).fill('100');
	await dialog.getByRole('textbox', { name: 'Value of test 1' }).press('Enter');
	await expect(book.status).toHaveText('2 of 4 rows shown.');
	await book.expectCells({ A2: 'OpenAI', A5: 'Google' });
	await expect(book.cell('A3')).toHaveCount(0);
});

test('PAG-112 cells are found on this sheet and all, and walked through beside the sheet', async ({
	book,
	page
}) => {
	await book.goTo('A1');
	await book.press('Control+f');
	const dialog = page.getByRole('dialog', { name: 'Find' });
	await page.keyboard.type('2023');
	await expect(dialog.getByRole('status')).toHaveText('2 cells found.');
	await book.press('Enter');
	await book.expectActive('C2');
	await book.press('Enter');
	await book.expectActive('C5');
	await dialog.getByRole('searchbox', { name: 'Find' }).fill('nearing');
	await expect(dialog.getByRole('status')).toHaveText('Nothing found.');
	await dialog.getByRole('combobox', { name: 'In', exact: true }).selectOption('all sheets');
	await expect(dialog.getByRole('status')).toHaveText(/cells? found/);
	await book.press('Escape');
	await expect(dialog).toBeHidden();
});

test('PAG-112 what is found is replaced with a preview, by a pattern, in one step', async ({
	book,
	page
}) => {
	await book.goTo('A1');
	await book.press('Control+h');
	const dialog = page.getByRole('dialog', { name: 'Find and replace' });
	await dialog.getByRole('checkbox', { name: 'Regular expression' }).check();
	await dialog.getByRole('searchbox', { name: 'Find' }).fill('B(\\d)\\*2');
	await dialog.getByRole('textbox', { name: 'Replace by' }).fill('C$1*3');
	await expect(dialog.getByRole('listitem')).toHaveText(/D2\s*=B2\*2\s*=C2\*3/);
	await dialog.getByRole('button', { name: 'Replace all' }).click();
	await expect(dialog.getByRole('status')).toHaveText('Replaced in 1 cell.');
	await book.expectCell('D2', '6069');
	await dialog.getByRole('searchbox', { name: 'Find' }).fill('(a+)+');
	await expect(dialog.getByRole('status')).toHaveText(/last for ever/);
	await book.press('Escape');
	await book.undo.click();
	await book.expectCell('D2', '200');
});

test('PAG-235 Replace all keeps the focus in the dialog, and Ctrl+F leads back into it from the sheet', async ({
	book,
	page
}) => {
	await book.goTo('A1');
	await book.press('Control+h');
	const dialog = page.getByRole('dialog', { name: 'Find and replace' });
	const field = dialog.getByRole('searchbox', { name: 'Find' });
	await page.keyboard.type('Meta');
	await dialog.getByRole('textbox', { name: 'Replace by' }).fill('Llama');
	await dialog.getByRole('button', { name: 'Replace all' }).press('Enter');
	await book.expectCell('A4', 'Llama');
	await expect(field).toBeFocused();
	await book.cell('B3').click();
	await expect(book.grid).toBeFocused();
	await book.press('Control+f');
	const finding = page.getByRole('dialog', { name: 'Find', exact: true });
	await expect(finding.getByRole('searchbox', { name: 'Find' })).toBeFocused();
	await page.keyboard.type('Google');
	await expect(finding.getByRole('searchbox', { name: 'Find' })).toHaveValue('Google');
	await book.expectCell('B3', '6');
	await book.press('Escape');
	await expect(finding).toBeHidden();
});

test('PAG-272 what was looked for last is selected when the dialog is opened again', async ({
	book,
	page
}) => {
	await book.goTo('A1');
	await book.press('Control+f');
	const field = page
		.getByRole('dialog', { name: 'Find', exact: true })
		.getByRole('searchbox', { name: 'Find' });
	await page.keyboard.type('Meta');
	await expect(field).toHaveValue('Meta');
	await book.press('Escape', 'Control+f');
	await expect(field).toBeFocused();
	await page.keyboard.type('Google');
	await expect(field).toHaveValue('Google');
});

test('PAG-277 what is found in a hidden row or column is said to be out of sight', async ({ book, page }) => {
	await book.goTo('A2');
	await book.press('Control+9');
	await book.goTo('A1');
	await book.press('Control+f');
	const said = page.getByRole('dialog', { name: 'Find', exact: true }).getByRole('status');
	await page.keyboard.type('2023');
	await expect(said).toHaveText(/^2 cells found/);
	await book.press('Enter');
	await expect(said).toHaveText('C2, 1 of 2: hidden or filtered out');
	await book.press('Enter');
	await expect(said).toHaveText('C5, 2 of 2');
});

test('PAG-233 finding says how much is on other sheets, and goes on there by a press or by Enter', async ({
	book,
	page
}) => {
	await book.open();
	await book.press('Control+f');
	const dialog = page.getByRole('dialog', { name: 'Find' });
	await expect(dialog.getByRole('searchbox')).toBeFocused();
	await page.keyboard.type('GPT-4, press figure');
	await expect(dialog.getByRole('status')).toHaveText(/^Nothing found here, \d+ cells? on other sheets\.$/);
	await book.press('Enter');
	await expect(dialog.getByRole('combobox', { name: /^In/ })).toHaveValue('workbook');
	await expect(dialog.getByRole('status')).toHaveText(/, 1 of \d+$/);
	await expect(book.sheetTab('Overview')).toHaveAttribute('aria-selected', 'false');

	await dialog.getByRole('combobox', { name: /^In/ }).selectOption('sheet');
	await book.showSheet('Overview');
	await dialog.getByRole('searchbox').fill('V3');
	await expect(dialog.getByRole('status')).toHaveText(/^\d+ cells? found here, \d+ cells on other sheets\.$/);
	await dialog.getByRole('button', { name: 'Search all sheets' }).click();
	await expect(dialog.getByRole('status')).toHaveText(/^\d+ cells found\.$/);
	await expect(dialog.getByRole('button', { name: 'Search all sheets' })).toHaveCount(0);
});

test('PAG-308 Enter in Find goes to other sheets before their cells are counted', async ({ book, page }) => {
	await book.open();
	await book.press('Control+f');
	const dialog = page.getByRole('dialog', { name: 'Find' });
	await dialog.getByRole('searchbox').evaluate(async (field: HTMLInputElement) => {
		field.value = 'GPT-4, press figure';
		field.dispatchEvent(new Event('input', { bubbles: true }));
		await Promise.resolve();
		// As Enter does, and in the same task as the latest letter.
		field.form!.querySelector<HTMLElement>('button:not([type])')!.click();
	});
	await expect(dialog.getByRole('status')).toHaveText(/, 1 of \d+$/);
	await expect(book.sheetTab('Overview')).toHaveAttribute('aria-selected', 'false');
});
