import { expect, test } from './workbook-page';

test.beforeEach(({ book }) => book.open());

test('PAG-266 numbers and dates are typed, shown, joined and read as in the locale that is chosen', async ({
	book,
	page
}) => {
	await book.addSheet();
	await book.typeInto('A1', '1234.5');
	await page.getByRole('banner').getByRole('heading', { level: 1 }).getByRole('button').click();
	const dialog = page.getByRole('dialog', { name: 'Workbook settings' });
	await dialog.getByLabel('Numbers and dates as in').selectOption('German (Germany)');
	await expect(dialog).toContainText('1.234.567,89 and 31.03.25');
	await dialog.getByRole('button', { name: 'Set', exact: true }).click();
	await expect(dialog).toBeHidden();
	await book.expectCell('A1', '1234,5');
	await book.typeInto('A2', '3,5');
	await book.typeInto('A3', '31.3.2025');
	await book.typeInto('A4', '=A2*2&""');
	await book.typeInto('A5', '=SUM(A2,1.5)+"1,5"');
	await book.typeInto('A6', '=YEAR(A3)');
	await book.expectCells({ A2: '3,5', A3: '31.3.2025', A4: '7', A5: '6,5', A6: '2025' });
	await book.goTo('A2');
	await expect(book.content).toHaveValue('3,5');
	await book.showSheet('Overview');
	await book.expectCell('B6', '16,7×');
});

test('PAG-266 by the keyboard: a title is asked for, and what is set is kept', async ({ book, page }) => {
	await book.press('Control+k');
	await page.keyboard.type('settings');
	await book.press('Enter');
	const dialog = page.getByRole('dialog', { name: 'Workbook settings' });
	const title = dialog.getByLabel('Title', { exact: true });
	await expect(title).toBeFocused();
	const before = await title.inputValue();
	await title.fill('');
	await book.press('Enter');
	await expect(dialog.getByRole('alert')).toHaveText('A workbook needs a title.');
	await title.fill('Costs of training');
	await book.press('Tab', 'Tab');
	await expect(dialog.getByLabel('Numbers and dates as in')).toBeFocused();
	await page.keyboard.type('French (France)');
	await book.press('Tab', 'Tab', 'Enter');
	await expect(dialog).toBeHidden();
	const heading = page.getByRole('heading', { level: 1 });
	await expect(heading).toContainText('Costs of training');
	await book.expectCell('B6', '16,7×');
	await book.expectSaved();
	await book.reload();
	await expect(heading).toContainText('Costs of training');
	await book.expectCell('B6', '16,7×');
	await expect(heading).not.toContainText(before);
});

test('PAG-266 one step undoes all that was set together', async ({ book, page }) => {
	const heading = page.getByRole('heading', { level: 1 });
	const before = (await heading.textContent())!;
	await heading.getByRole('button').click();
	const dialog = page.getByRole('dialog', { name: 'Workbook settings' });
	await dialog.getByLabel('Title', { exact: true }).fill('Costs');
	await dialog.getByLabel('Subtitle').fill('of training');
	await dialog.getByLabel('Numbers and dates as in').selectOption('German (Germany)');
	await book.press('Enter');
	await expect(heading).toHaveText(/Costs\s+of training/);
	await book.undo.click();
	await expect(heading).toHaveText(before);
	await book.expectCell('B6', '16.7×');
});
