import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from './workbook-page';

test.beforeEach(async ({ book }) => {
	await book.open();
	await book.addSheet();
});

const editorOf = (page: Page, address: string) => page.getByRole('textbox', { name: `Editing ${address}` });

/** What an input method composes, its caret at the end. */
const compose = (input: CDPSession, text: string) =>
	input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });

test('PAG-224 text that comes without keys is typed into the active cell, however the grid got the focus', async ({
	book,
	page
}) => {
	await book.goTo('B2');
	await page.keyboard.insertText('€5');
	await expect(editorOf(page, 'B2')).toHaveValue('€5');
	await page.keyboard.insertText('.5');
	await book.press('Enter');
	await book.expectCell('B2', '€5.50');
	await book.expectActive('B3');
	await page.keyboard.insertText('🙂');
	await book.press('Tab');
	await book.expectCell('B3', '🙂');

	await book.cell('D4').click();
	await expect(book.grid).toBeFocused();
	await page.keyboard.insertText('dictated words');
	await book.press('Enter');
	await book.expectCell('D4', 'dictated words');

	await book.cell('A1').click();
	await book.cell('D5').click();
	await page.keyboard.insertText('dict');
	await expect(editorOf(page, 'D5'), 'completed from the column').toHaveValue('dictated words');
	await book.press('Escape');
	await expect(book.grid).toBeFocused();
	await book.press('Control+f');
	await expect(page.getByRole('dialog')).toBeVisible();
	await book.press('Escape');
	await expect(book.grid).toBeFocused();
	await page.keyboard.insertText('7');
	await book.press('Enter');
	await book.expectCell('D5', '7');
	await book.press('Control+z', 'Control+z');
	await book.expectCells({ D4: '', D5: '' });

	expect(await book.grid.evaluate((grid) => grid.querySelector('[data-catcher]')?.textContent)).toBe('');
});

test('PAG-225 what is composed in the grid opens the cell with its first letter, and is there whole', async ({
	book,
	page
}) => {
	const input = await page.context().newCDPSession(page);
	await book.goTo('C3');
	await compose(input, 'ｋ');
	await expect(editorOf(page, 'C3')).toHaveValue('ｋ');
	await expect(book.grid, 'the input method goes on where it began').toBeFocused();
	await compose(input, 'か');
	await compose(input, 'かんじ');
	await expect(editorOf(page, 'C3')).toHaveValue('かんじ');
	await input.send('Input.insertText', { text: '漢字' });
	await expect(editorOf(page, 'C3')).toHaveValue('漢字');
	await expect(editorOf(page, 'C3')).toBeFocused();
	await compose(input, 'も');
	await input.send('Input.insertText', { text: '文' });
	await expect(editorOf(page, 'C3')).toHaveValue('漢字文');
	await book.press('Enter');
	await book.expectCell('C3', '漢字文');
	await book.expectActive('C4');

	await compose(input, 'に');
	await compose(input, '');
	await expect(editorOf(page, 'C4')).toHaveCount(0);
	await expect(book.grid).toBeFocused();
	await book.expectCell('C4', '');

	// An input method that announces its keys.
	await input.send('Input.dispatchKeyEvent', {
		type: 'rawKeyDown',
		key: 'Process',
		code: 'KeyN',
		windowsVirtualKeyCode: 229
	});
	await compose(input, 'ㄴ');
	await expect(editorOf(page, 'C4')).toBeFocused();
	await compose(input, '나');
	await input.send('Input.insertText', { text: '나' });
	await book.press('Enter');
	await book.expectCell('C4', '나');
});

test('PAG-225 a composition that is left by a press elsewhere is taken as it stands', async ({
	book,
	page
}) => {
	const input = await page.context().newCDPSession(page);
	await book.goTo('B2');
	await compose(input, 'にほん');
	await book.cell('D6').click();
	await book.expectCell('B2', 'にほん');
	await book.expectActive('D6');
	await expect(book.grid).toBeFocused();
	await page.keyboard.insertText('9');
	await book.press('Enter');
	await book.expectCell('D6', '9');
});
