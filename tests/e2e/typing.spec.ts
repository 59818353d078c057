import { expect, test } from './workbook-page';

test.beforeEach(async ({ book }) => {
	await book.open();
	await book.addSheet();
});

test('PAG-200 what was typed and could mean something else is said, and an implied format stays away from a set one', async ({
	book
}) => {
	await book.typeInto('A1', '3/4/2025');
	await book.expectCell('A1', '3/4/2025');
	await expect(book.status).toHaveText('Read as 4 Mar 2025.');
	await book.type('1/2');
	await book.expectCell('A2', '1/2');
	await expect(book.status).toHaveText(/^Kept as text: type 0 1\/2 for a fraction/);
	await book.type('12.5%');
	await book.expectCell('A3', '12.5%');
	await book.typeInto('A3', '$7');
	await book.expectCell('A3', '700.0%');
});

test('PAG-201 a text is completed from its column; typing on, Backspace, Escape and Enter do as in Excel', async ({
	book,
	page
}) => {
	await book.typeInto('A1', 'Anthropic');
	await book.type('Antler');
	await book.type('OpenAI');
	const editor = page.getByRole('textbox', { name: 'Editing A4' });
	await page.keyboard.type('ant');
	await expect(editor).toHaveValue('ant');
	await page.keyboard.type('h');
	await expect(editor).toHaveValue('anthropic');
	await book.press('Backspace');
	await expect(editor).toHaveValue('anth');
	await page.keyboard.type('r');
	await expect(editor).toHaveValue('anthropic');
	await page.keyboard.type('acite');
	await expect(editor).toHaveValue('anthracite');
	await book.press('Escape');
	await book.expectCell('A4', '');
	await page.keyboard.type('op');
	await expect(editor).toHaveValue('openAI');
	await book.press('Enter');
	await book.expectCell('A4', 'OpenAI');
	await page.keyboard.type('=a');
	await expect(page.getByRole('textbox', { name: 'Editing A5' })).toHaveValue('=a');
	await book.press('Escape', 'Escape');
	await book.goTo('A7');
	await page.keyboard.type('op');
	await expect(page.getByRole('textbox', { name: 'Editing A7' })).toHaveValue('op');
});

test('PAG-202 a text of the column is picked by keys and by the mouse, in one step each', async ({
	book,
	page
}) => {
	await book.typeInto('A1', 'OpenAI');
	await book.type('Meta');
	await book.type('OpenAI');
	const list = page.getByRole('listbox', { name: 'Texts of the column for A4' });
	await book.press('Alt+Shift+ArrowDown');
	await expect(list).toBeFocused();
	await expect(list.getByRole('option')).toHaveText(['Meta', 'OpenAI']);
	await book.press('Escape');
	await expect(list).toBeHidden();
	await expect(book.grid).toBeFocused();
	await book.press('Alt+Shift+ArrowDown', 'ArrowDown', 'Enter');
	await book.expectCell('A4', 'OpenAI');
	await expect(book.grid).toBeFocused();
	await book.press('Control+z');
	await book.expectCell('A4', '');
	await book.cell('A4').click({ button: 'right' });
	await page.getByRole('menuitem', { name: 'Pick from the column …' }).click();
	await list.getByRole('option', { name: 'Meta' }).click();
	await book.expectCell('A4', 'Meta');
	await book.goTo('C9');
	await book.press('Alt+Shift+ArrowDown');
	await expect(book.status).toHaveText('There are no texts right above or below C9 to pick from.');
});

test('PAG-269 a cell whose text gets several lines wraps, and its row grows, in the same step', async ({
	book,
	page
}) => {
	await book.goTo('A1');
	await page.keyboard.type('first');
	await book.press('Alt+Enter');
	await page.keyboard.type('second');
	await book.press('Enter');
	await book.goTo('A1');
	const heightOf = async (address: string) => (await book.cell(address).boundingBox())!.height;
	await expect.poll(() => heightOf('A1')).toBeGreaterThan(1.5 * (await heightOf('A2')));
	await book.press('Control+z');
	await book.expectCell('A1', '');
	await expect.poll(() => heightOf('A1')).toBe(await heightOf('A2'));
	await book.typeInto('A3', '="a"');
	await book.expectCell('A3', 'a');
});
