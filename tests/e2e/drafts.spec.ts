import { expect, test } from './workbook-page';

test.beforeEach(async ({ book }) => {
	await book.open();
	await book.addSheet();
	await book.typeInto('A1', '4');
	await book.goTo('B2');
});

test('PAG-239 a click into the name box takes what is being typed, and Escape leads back to the sheet', async ({
	book,
	page
}) => {
	await page.keyboard.type('=A1*2');
	await book.nameBox.click();
	await book.expectCell('B2', '8');
	await book.press('Escape');
	await expect(book.grid).toBeFocused();
	await book.expectActive('B2');
	await page.keyboard.type('7');
	await book.press('Escape');
	await book.expectCell('B2', '8');

	await book.goTo('B3');
	await book.content.click();
	await page.keyboard.type('kept');
	await book.nameBox.click();
	await page.keyboard.type('D9');
	await book.press('Enter');
	await book.expectActive('D9');
	await book.expectCells({ B3: 'kept', D9: '' });
});

test('PAG-239 what the name box cannot have taken keeps the focus and says what is wrong', async ({
	book,
	page
}) => {
	const editor = page.getByRole('textbox', { name: 'Editing C6' });
	await book.goTo('Figures!C6');
	await page.keyboard.type('7');
	await book.nameBox.click();
	await expect(book.overrideDialog).toBeVisible();
	await book.press('Escape');
	await expect(editor).toBeFocused();
	await expect(editor).toHaveValue('7');
	await page.keyboard.type('1');
	await expect(editor).toHaveValue('71');
});

test('PAG-240 the Undo button takes what is being typed as a step, and a second press takes it back', async ({
	book
}) => {
	await book.page.keyboard.type('=A1+1');
	await book.undo.click();
	await book.expectCells({ A1: '4', B2: '5' });
	await expect(book.status).toHaveText('What was typed into B2 is taken. Undo once more takes it out again.');
	await book.undo.click();
	await book.expectCells({ A1: '4', B2: '' });
	await book.redo.click();
	await book.expectCell('B2', '5');
	await book.undo.click();
	await book.goTo('C3');
	await book.page.keyboard.type('kept');
	await book.redo.click();
	await book.expectCell('C3', 'kept');
	await expect(book.status).toHaveText(/is taken\. After it there is nothing to do again\.$/);
});

test('PAG-240 what cannot be taken is still there after the Undo button, and Ctrl+Z stays within it', async ({
	book,
	page
}) => {
	const editor = page.getByRole('textbox', { name: 'Editing B2' });
	await book.goTo('Figures!C6');
	await page.keyboard.type('7');
	await book.undo.click();
	await expect(book.overrideDialog).toBeVisible();
	await book.press('Escape');
	await expect(page.getByRole('textbox', { name: 'Editing C6' })).toHaveValue('7');
	await book.press('Escape');
	await book.showSheet('Sheet 11');
	await book.expectCell('A1', '4');
	await book.goTo('B2');
	await book.press('F2');
	await page.keyboard.type('12');
	await book.press('Control+z');
	await expect(editor).not.toHaveValue('12');
	await book.press('Control+Shift+z');
	await expect(editor).toHaveValue('12');
	await book.press('Enter');
	await book.expectCells({ A1: '4', B2: '12' });
});

test('PAG-240 the history opens with what was being typed as its latest step', async ({ book, page }) => {
	await page.keyboard.type('kept');
	await page.getByRole('button', { name: 'Undo history' }).click();
	const states = page.getByRole('list', { name: 'States' }).getByRole('button');
	await expect(states.first()).toContainText('Type in B2');
	await states.nth(1).click();
	await book.expectCells({ A1: '4', B2: '' });
});
