import { expect, test } from './workbook-page';

test.beforeEach(async ({ book }) => {
	await book.open();
	await book.addSheet();
	for (const [address, text] of [
		['A1', '4'],
		['A2', '5'],
		['A3', '6']
	] as const) {
		await book.typeInto(address, text);
	}
});

test('PAG-170 a function is suggested, taken by Tab and explained argument by argument', async ({
	book,
	page
}) => {
	const field = page.getByRole('textbox', { name: 'Editing C1' });
	const list = page.getByRole('listbox', { name: 'Suggestions' });
	await book.goTo('C1');
	await page.keyboard.type('=roundu');
	await expect(list.getByRole('option').first()).toContainText('ROUNDUP');
	await book.press('Tab');
	await expect(field).toHaveValue('=ROUNDUP(');
	await expect(list).toBeHidden();
	await page.keyboard.type('3.14159,');
	await expect(field).toHaveAccessibleDescription(/ROUNDUP\(/);
	await page.keyboard.type('2)');
	await book.press('Enter');
	await book.expectCell('C1', '3.15');
});

test('PAG-170 a name is chosen with the arrows, Escape sends the list away and then the edit', async ({
	book,
	page
}) => {
	const field = page.getByRole('textbox', { name: 'Editing C1' });
	const list = page.getByRole('listbox', { name: 'Suggestions' });
	await book.goTo('C1');
	await page.keyboard.type('=assume.gpu');
	await expect(list.getByRole('option').first()).toContainText('assume.gpu');
	const second = await list.getByRole('option').nth(1).locator('span').textContent();
	await book.press('ArrowDown', 'Enter');
	await expect(field).toHaveValue(`=${second}`);
	await page.keyboard.type('+su');
	await expect(list).toBeVisible();
	await book.press('Escape');
	await expect(list).toBeHidden();
	await expect(field).toBeFocused();
	await book.press('Escape');
	await expect(book.grid).toBeFocused();
	await book.expectCell('C1', '');
});

test('PAG-170 a suggestion is taken by the mouse, and Enter without choosing takes the formula', async ({
	book,
	page
}) => {
	await book.goTo('C1');
	await page.keyboard.type('=ave');
	await page
		.getByRole('option', { name: /AVERAGE(?![A-Z])/ })
		.first()
		.click();
	await expect(page.getByRole('textbox', { name: 'Editing C1' })).toHaveValue('=AVERAGE(');
	await page.keyboard.type('A1:A3)');
	await book.press('Enter');
	await book.expectCell('C1', '5');
});

test('PAG-171 cells are pointed at by clicking and dragging, and by the arrow keys', async ({
	book,
	page
}) => {
	const field = page.getByRole('textbox', { name: 'Editing C1' });
	await book.goTo('C1');
	await page.keyboard.type('=SUM(');
	await book.cell('A1').hover();
	await page.mouse.down();
	await book.cell('A3').hover();
	await page.mouse.up();
	await expect(field).toHaveValue('=SUM(A1:A3');
	await expect(field).toBeFocused();
	await page.keyboard.type(')*');
	await book.press('ArrowLeft');
	await expect(field).toHaveValue('=SUM(A1:A3)*B1');
	await book.press('ArrowLeft', 'Shift+ArrowDown');
	await expect(field).toHaveValue('=SUM(A1:A3)*A1:A2');
	await book.press('ArrowUp');
	await expect(field).toHaveValue('=SUM(A1:A3)*A1');
	await book.press('Enter');
	await book.expectCell('C1', '60');
});

test('PAG-171 a cell on another sheet is pointed at, and the formula ends where it began', async ({
	book,
	page
}) => {
	await book.goTo('C1');
	await page.keyboard.type('=2*');
	await book.sheetTab('Overview').click();
	await book.cell('B8').click();
	await expect(book.content).toHaveValue('=2*Overview!B8');
	await book.content.press('Enter');
	await expect(book.sheetTab('Overview')).toHaveAttribute('aria-selected', 'false');
	await book.expectCell('C1', '400');
});

test('PAG-172 F4 turns the reference at the caret through its forms', async ({ book, page }) => {
	const field = page.getByRole('textbox', { name: 'Editing C1' });
	await book.goTo('C1');
	await page.keyboard.type('=A1*A2');
	for (const turned of ['=A1*$A$2', '=A1*A$2', '=A1*$A2', '=A1*A2']) {
		await book.press('F4');
		await expect(field).toHaveValue(turned);
	}
	await book.press('Enter');
	await book.expectCell('C1', '20');
});
