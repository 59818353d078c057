import type { CDPSession, Locator, Page } from '@playwright/test';
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

test('PAG-226 brackets that are missing at the end of a formula are closed when it is taken, in one cell and in several', async ({
	book,
	page
}) => {
	await book.typeInto('C2', '4');
	await book.type('5');
	await book.typeInto('E1', '=SUM(C2:C6');
	await book.expectCell('E1', '9');
	await book.goTo('E1');
	await expect(book.content).toHaveValue('=SUM(C2:C6)');
	await book.goTo('F1:F2');
	await page.keyboard.type('=ROUND(SUM(C2,1.26');
	await book.press('Control+Enter');
	await book.expectCells({ F1: '5', F2: '6' });
	await book.goTo('F2');
	await expect(book.content).toHaveValue('=ROUND(SUM(C3,1.26))');
	await book.typeInto('E2', '=SUM(1,,*2');
	await book.expectCell('E2', '#ERROR!');
	await book.goTo('E2');
	await expect(book.content).toHaveValue('=SUM(1,,*2');
});

test('PAG-226 what begins with a sign and can be calculated is a formula, a text that does is none', async ({
	book
}) => {
	await book.typeInto('A1', '7');
	await book.typeInto('B1', '-A1');
	await book.type('+A1*2');
	await book.type('-(3)');
	await book.type('- item');
	await book.type('+1 (555) 123');
	await book.type('-');
	await book.expectCells({ B1: '-7', B2: '14', B3: '-3', B4: '- item', B5: '+1 (555) 123', B6: '-' });
	await book.goTo('B2');
	await expect(book.content).toHaveValue('=+A1*2');
	await book.typeInto('A1', '2/29/1900');
	await book.expectCell('A1', '2/29/1900');
	await book.expectCell('B1', '-60');
});

test('PAG-226 a sign that is typed first lets cells be pointed at, by the arrow keys and by the mouse', async ({
	book,
	page
}) => {
	await book.typeInto('A1', '7');
	await book.type('5');
	await page.keyboard.type('+');
	await book.press('ArrowUp');
	await expect(editorOf(page, 'A3')).toHaveValue('=+A2');
	await page.keyboard.type('-');
	await book.press('ArrowUp', 'ArrowUp');
	await expect(editorOf(page, 'A3')).toHaveValue('=+A2-A1');
	await book.press('Enter');
	await book.expectCell('A3', '-2');
	await page.keyboard.type('-');
	await book.cell('A1').click();
	await expect(editorOf(page, 'A4')).toHaveValue('=-A1');
	await book.press('Enter');
	await book.expectCell('A4', '-7');
	await page.keyboard.type('-5');
	await book.press('ArrowRight');
	await book.expectCell('A5', '-5');
	await book.expectActive('B5');
	await book.goTo('C5');
	await page.keyboard.type('- item');
	await book.press('ArrowDown');
	await book.expectCell('C5', '- item');
});

test('PAG-227 an assumption that is typed outside of its range is taken, and that is said', async ({
	book
}) => {
	await book.typeInto('assume.gross_margin', '0.95');
	await expect(book.status).toHaveText(
		/^Outside of the range of “[^”]+”, 10% to 80%: it is taken all the same\.$/
	);
	await book.typeInto('assume.gross_margin', '0.7');
	await expect(book.status).not.toContainText('Outside');
	await book.chooseScenario('Commodity models');
	await book.goTo('assume.gross_margin');
	await book.type('0.05');
	await expect(book.status).toHaveText(
		/^Outside of the range of .*Changed in the scenario “Commodity models” only\.$/
	);
});

test('PAG-228 a number below formatted ones goes on with their format, and one with a notation of its own does not', async ({
	book,
	page
}) => {
	await book.goTo('A:A');
	await book.press('Control+Shift+4');
	await expect(book.status).toHaveText(/^Whole rows and columns are formatted as far as the sheet is filled/);
	await book.goTo('A1');
	for (const text of ['$1', '$2', '$3', '4']) await book.type(text);
	await book.expectCell('A4', '$4');
	await book.type('12.5%');
	await book.expectCell('A5', '12.5%');
	await book.goTo('B1:B3');
	await book.press('Control+Shift+5');
	await book.goTo('B4');
	await page.keyboard.type('7');
	await book.press('Enter');
	await book.expectCell('B4', '7%');
	await book.typeInto('C4', '7');
	await book.expectCell('C4', '7');
	await book.goTo('A6:A7');
	await page.keyboard.type('5');
	await book.press('Control+Enter');
	await book.expectCells({ A6: '$5', A7: '$5' });
});

/** Whether a number is seen whole, and not as signs. */
const isWhole = (cell: Locator) =>
	cell.evaluate((element) => {
		const text = element.querySelector(':scope > span')!.getBoundingClientRect();
		const { left, right, bottom } = element.getBoundingClientRect();
		return text.left >= left && text.right <= right && text.top < bottom;
	});
const widthOf = (cell: Locator) => cell.evaluate((element) => element.getBoundingClientRect().width);

test('PAG-229 a column grows with a number that is typed or formatted, in the same step, unless it was sized', async ({
	book
}) => {
	const narrow = await widthOf(book.cell('B1'));
	await book.typeInto('B1', '$1,234,567,890.50');
	await book.expectCell('B1', '$1,234,567,890.50');
	await expect.poll(() => isWhole(book.cell('B1'))).toBe(true);
	const wide = await widthOf(book.cell('B1'));
	expect(wide).toBeGreaterThan(narrow);
	await book.type('$1,234,567,890,123.50');
	await expect.poll(() => isWhole(book.cell('B2'))).toBe(true);
	expect(await widthOf(book.cell('B2'))).toBeGreaterThan(wide);
	await book.press('Control+z');
	expect(await widthOf(book.cell('B1'))).toBe(wide);
	await book.press('Control+z');
	await book.expectCell('B1', '');
	expect(await widthOf(book.cell('B1'))).toBe(narrow);

	await book.typeInto('C1', '=98765432*10');
	await book.expectCell('C1', '987654320');
	await book.goTo('C1');
	await book.press('Control+Shift+4');
	await book.expectCell('C1', '$987,654,320.00');
	await expect.poll(() => isWhole(book.cell('C1'))).toBe(true);
	await book.press('Control+z');
	await book.expectCell('C1', '987654320');
	expect(await widthOf(book.cell('C1'))).toBe(narrow);

	await book.goTo('D1');
	await book.press('Control+<');
	const sized = await widthOf(book.cell('D1'));
	expect(sized).not.toBe(narrow);
	await book.type('$1,234,567,890.50');
	await book.expectCell('D1', '$1,234,567,890.50');
	expect(await widthOf(book.cell('D1'))).toBe(sized);
	expect(await isWhole(book.cell('D1'))).toBe(false);
});
