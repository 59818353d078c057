import { expect, test } from './workbook-page';

test.beforeEach(({ book }) => book.open());

test('PAG-100 whole rows are inserted at once and cells after a question, by keys, and undone', async ({
	book,
	page
}) => {
	await book.addSheet();
	await book.typeInto('A1', '1');
	await book.type('2');
	await book.type('=A1+A2');
	await book.goTo('A2:A3');
	await book.press('Shift+Space', 'Control++');
	await book.expectCells({ A1: '1', A2: '', A3: '', A4: '2', A5: '3' });
	await expect(book.status).toHaveText('Done: Insert rows 2 to 3');
	await book.goTo('A5');
	await expect(book.content).toHaveValue('=A1+A4');

	await book.goTo('A4');
	await book.press('Control++');
	const dialog = page.getByRole('dialog', { name: 'Insert' });
	await expect(dialog.getByRole('radio', { name: 'Shift cells down' })).toBeFocused();
	await book.press('ArrowUp', 'Enter');
	await expect(dialog).toBeHidden();
	await expect(book.grid).toBeFocused();
	await book.expectCells({ A4: '', B4: '2', A5: '3' });
	await book.press('Control+z', 'Control+z');
	await book.expectCells({ A2: '2', A3: '3' });
});

test('PAG-100 several selected columns are deleted in one step', async ({ book, page }) => {
	await book.addSheet();
	await book.goTo('A1');
	await page.keyboard.type('a');
	for (const text of ['b', 'c', 'd', 'e']) {
		await book.press('Tab');
		await page.keyboard.type(text);
	}
	await book.press('Enter');
	const header = (letters: string) => page.getByRole('columnheader', { name: letters, exact: true });
	await header('B').click();
	await header('D').click({ modifiers: ['Control'] });
	await book.press('Control+-');
	await book.expectCells({ A1: 'a', B1: 'c', C1: 'e', D1: '' });
	await book.press('Control+z');
	await book.expectCells({ A1: 'a', B1: 'b', C1: 'c', D1: 'd', E1: 'e' });
});

test('PAG-101 a deletion that breaks formulas asks, leads to them, and deletes when told so', async ({
	book,
	page
}) => {
	await book.addSheet();
	await book.typeInto('A1', '5');
	await book.typeInto('C3', '=A1*2');
	await book.goTo('A1');
	await book.press('Shift+Space', 'Control+-');
	const dialog = page.getByRole('dialog', { name: 'Delete what formulas read?' });
	await expect(dialog).toContainText('Deleting this row breaks 1 formula');
	await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
	await dialog.getByRole('button', { name: "'Sheet 11'!C3" }).click();
	await expect(dialog).toBeHidden();
	await book.expectActive('C3');
	await book.expectCell('C3', '10');
	await expect(book.status).toContainText('Nothing was deleted');

	await book.goTo('A1');
	await book.press('Shift+Space', 'Control+-', 'Escape');
	await book.expectCell('A1', '5');
	await book.press('Control+-');
	await dialog.getByRole('button', { name: 'Delete anyway' }).click();
	await book.expectCell('C2', '#REF!');
	await book.press('Control+z');
	await book.expectCells({ A1: '5', C3: '10' });
});
