import { expect, test } from './workbook-page';

// On a sheet of their own, so that no format or neighbour of the model plays a part.
test.beforeEach(async ({ book }) => {
	await book.open();
	await book.addSheet();
	await book.expectSheet('Sheet 11');
	await book.goTo('A1');
});

test('PAG-256 Ctrl+S takes what is typed and says where it is saved', async ({ book, page }) => {
	await page.keyboard.type('5');
	await book.press('Control+s');
	await expect(book.status).toHaveText(/^Saved in this browser/);
	await book.expectCell('A1', '5');
});

test('PAG-257 F4 repeats the latest format, insertion or deletion, and Ctrl+2, 3 and 4 are formats', async ({
	book
}) => {
	await book.press('F4');
	await expect(book.status).toHaveText(/^Nothing to repeat/);
	await book.typeInto('A1', 'one');
	await book.typeInto('A2', 'two');
	await book.goTo('A1');
	await book.press('Control+2');
	await expect(book.cell('A1')).toHaveCSS('font-weight', '700');
	await book.goTo('A2');
	await book.press('F4');
	await expect(book.cell('A2')).toHaveCSS('font-weight', '700');
	await book.press('Control+z');
	await expect(book.cell('A2')).toHaveCSS('font-weight', '400');
	await book.goTo('1:1');
	await book.press('Control+Shift++');
	await book.expectCell('A2', 'one');
	await book.press('F4');
	await book.expectCell('A3', 'one');
});

test('PAG-286 F4 does again what was chosen in a dialog, to what is selected', async ({ book, page }) => {
	await book.typeInto('A1', 'one');
	await book.press('Control+k');
	await page.keyboard.type('Row height …');
	await book.press('Enter');
	const height = page.getByRole('dialog', { name: 'Row height' }).getByRole('textbox');
	await height.fill('61');
	await height.press('Enter');
	await expect(page.getByRole('dialog')).toBeHidden();
	await book.goTo('A4');
	await book.press('F4');
	await expect.poll(async () => (await book.cell('A4').boundingBox())?.height).toBeCloseTo(61, 0);
	await expect.poll(async () => (await book.cell('A5').boundingBox())?.height).toBeLessThan(40);
});

test('PAG-290 F3 lists the names and Shift+F3 the functions in a formula, searched by typing on', async ({
	book,
	page
}) => {
	const list = page.getByRole('listbox', { name: 'Suggestions' });
	await book.typeInto('A1', '5');
	await book.goTo('B1');
	await page.keyboard.type('=2*');
	await page.keyboard.press('F3');
	await expect(list.getByRole('option').first()).toBeVisible();
	expect(await list.getByRole('option').count()).toBeGreaterThan(100);
	await page.keyboard.type('mfu');
	await expect(list.getByRole('option', { selected: true })).toContainText('assume.mfu');
	await page.keyboard.press('Enter');
	await expect(list).toBeHidden();
	await page.keyboard.press('Enter');
	await book.goTo('B1');
	await expect(page.getByRole('textbox', { name: /^(Formula|Content)/ })).toHaveValue('=2*assume.mfu');
	await book.goTo('B2');
	await book.press('Shift+F3');
	await expect(list.getByRole('option').first()).toBeVisible();
	await page.keyboard.type('hyperbolic');
	await expect(list.getByRole('option', { selected: true })).toContainText(/hyperbolic/i);
	await page.keyboard.press('Escape');
	await expect(list).toBeHidden();
	await page.keyboard.press('Escape');
	await book.goTo('B3');
	await book.press('Shift+F3');
	await page.keyboard.type('sumsq');
	await page.keyboard.press('Tab');
	await page.keyboard.type('A1)');
	await page.keyboard.press('Enter');
	await book.expectCell('B3', '25');
	await book.goTo('B4');
	await page.keyboard.type('=A1');
	await expect(list.getByRole('option', { name: 'SUMSQ' })).toBeHidden();
	await page.keyboard.press('Escape');
});

test('PAG-291 Ctrl+` shows formulas in the cells and their values again, and the status bar says so', async ({
	book,
	page
}) => {
	const mode = page.getByRole('contentinfo').getByText('Formulas shown');
	await book.typeInto('A1', '=2+3');
	await book.typeInto('A2', 'text');
	await book.expectCell('A1', '5');
	await book.press('Control+`');
	await book.expectCells({ A1: '=2+3', A2: 'text' });
	await expect(mode).toBeVisible();
	await book.press('Control+z');
	await book.expectCells({ A1: '=2+3', A2: '' });
	await book.press('Control+`');
	await book.expectCell('A1', '5');
	await expect(mode).toBeHidden();
});

test('PAG-258 F8 lets arrows and clicks select further until Escape, and the status bar says so', async ({
	book,
	page
}) => {
	const mode = page.getByRole('contentinfo').getByText('Extend selection');
	await book.press('F8', 'ArrowDown', 'ArrowRight');
	await expect(mode).toBeVisible();
	await expect(book.cell('B2')).toHaveAttribute('aria-selected', 'true');
	await book.expectActive('A1');
	await book.cell('C4').click();
	await expect(book.cell('B3')).toHaveAttribute('aria-selected', 'true');
	await book.press('Escape', 'ArrowDown');
	await expect(mode).toBeHidden();
	await book.expectActive('A2');
	await expect(book.cell('B3')).toHaveAttribute('aria-selected', 'false');
});

test('PAG-259 Alt+; leaves hidden rows out of what is selected', async ({ book }) => {
	await book.copyFromOutside('1\n2\n3\n4');
	await book.press('Control+v');
	await book.goTo('2:3');
	await book.press('Control+9');
	await book.goTo('A1:A4');
	await book.press('Alt+;', 'Control+c');
	await expect(book.status).toHaveText('Copied A1, A4.');
	await book.goTo('C1');
	await book.press('Control+v');
	await book.expectCells({ C1: '1', C4: '' });
	await book.goTo('C2');
	await expect(book.content).toHaveValue('4');
});

test('PAG-260 Backspace opens the cell empty, and Escape leaves it as it was', async ({ book, page }) => {
	await book.typeInto('A1', 'text');
	await book.goTo('A1');
	await book.press('Backspace');
	await expect(page.getByRole('textbox', { name: 'Editing A1' })).toHaveValue('');
	await book.press('Escape');
	await book.expectCell('A1', 'text');
	await book.press('Backspace', 'Enter');
	await book.expectCell('A1', '');
	await book.expectActive('A2');
});
