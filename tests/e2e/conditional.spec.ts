import type { Locator, Page } from '@playwright/test';
import { seriousFaults } from './serious-faults';
import { expect, test, type WorkbookPage } from './workbook-page';

test.beforeEach(({ book }) => book.open());

const RED = 'rgb(214, 74, 63)';

const listOf = (page: Page) => page.getByRole('dialog', { name: 'Conditional formats', exact: true });
const formOf = (page: Page) => page.getByRole('dialog', { name: /^(Add|Change) a conditional format$/ });
const fillOf = (cell: Locator) => cell.evaluate((element) => getComputedStyle(element).backgroundColor);

async function expectFilled(cell: Locator, color: string): Promise<void> {
	await expect(cell).toHaveCSS('background-color', color);
}

/** A new sheet with numbers in the first column, selected. */
async function openNumbers(book: WorkbookPage, numbers: readonly (number | string)[]): Promise<void> {
	await book.addSheet();
	await book.goTo('A1');
	for (const number of numbers) await book.type(String(number));
	await book.goTo(`A1:A${numbers.length}`);
}

/** Opens the dialog by the command palette, as by keyboard. */
async function openByPalette(book: WorkbookPage, page: Page): Promise<void> {
	await book.press('Control+k');
	const search = page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox');
	await expect(search).toBeFocused();
	await search.pressSequentially('conditional formats');
	await expect(page.getByRole('option').first()).toHaveText(/^Conditional formats/);
	await search.press('Enter');
	await expect(listOf(page)).toBeVisible();
}

test('PAG-160 a rule by value, added by keyboard: previewed, one step, said, followed and undone', async ({
	book,
	page
}) => {
	await openNumbers(book, [1, 5, 9]);
	await openByPalette(book, page);
	await page.keyboard.press('Enter');
	const form = formOf(page);
	await expect(form.getByRole('combobox', { name: 'What counts' })).toBeFocused();
	await expect(form.getByRole('textbox', { name: 'Cells' })).toHaveValue('A1:A3');
	await form.getByRole('button', { name: 'Add' }).press('Enter');
	await expect(form.getByRole('alert')).toHaveText(/^Type what cells are compared with/);
	await form.getByRole('textbox', { name: 'Value', exact: true }).fill('4');
	await form.getByRole('combobox', { name: 'Fill' }).selectOption('Red');
	await expectFilled(form.locator('[data-preview="A2"]'), RED);
	await expectFilled(book.cell('A3'), RED);
	await page.keyboard.press('Enter');
	await expect(
		listOf(page).getByRole('button', { name: 'Change rule 1: A1:A3 is greater than 4' })
	).toBeVisible();
	await page.keyboard.press('Escape');
	expect(await fillOf(book.cell('A1'))).not.toBe(RED);
	await expectFilled(book.cell('A2'), RED);
	await book.goTo('A3');
	await expect(page.locator('[aria-live="polite"]', { hasText: 'A3' })).toHaveText(
		/^A3, 9, conditional format: is greater than 4$/
	);
	await book.typeInto('A1', '7');
	await expectFilled(book.cell('A1'), RED);
	await book.press('Control+z');
	await expect(book.status).toHaveText('Undone: Type in A1');
	await expect(book.cell('A1')).not.toHaveCSS('background-color', RED);
	await book.press('Control+z');
	await expect(book.status).toHaveText(/^Undone: Conditional formats of/);
	await expect(book.cell('A2')).not.toHaveCSS('background-color', RED);
	await book.press('Control+y');
	await expectFilled(book.cell('A2'), RED);
});

test('PAG-161 a rule by a formula shifts from the first cell, reads names and ROW, and tells what is wrong', async ({
	book,
	page
}) => {
	await openNumbers(book, [1, 5, 9, 2]);
	await book.goTo('A1:A4');
	await page.getByRole('grid').press('Shift+F10');
	await page.getByRole('menuitem', { name: 'Conditional formats …' }).click();
	await listOf(page).getByRole('button', { name: 'Add a rule' }).click();
	const form = formOf(page);
	await form.getByRole('combobox', { name: 'What counts' }).selectOption('A formula');
	await form.getByRole('combobox', { name: 'Fill' }).selectOption('Red');
	const formula = form.getByRole('textbox', { name: 'Formula' });
	await formula.fill('=A1>');
	await form.getByRole('button', { name: 'Add' }).click();
	await expect(form.getByRole('alert')).toHaveText('Expected a value after “>”.');
	await formula.fill('=A1/0>1');
	await expect(form.getByRole('status')).toHaveText(/^In A\d: Division by zero/);
	await formula.fill('=A1>AVERAGE(A$1:A$4)');
	await expectFilled(book.cell('A2'), RED);
	await expectFilled(book.cell('A3'), RED);
	expect(await fillOf(book.cell('A4'))).not.toBe(RED);
	await formula.fill('=MOD(ROW(),2)=0');
	await expect(book.cell('A3')).not.toHaveCSS('background-color', RED);
	await expectFilled(book.cell('A4'), RED);
	await form.getByRole('button', { name: 'Add' }).click();
	await page.keyboard.press('Escape');
	await expectFilled(book.cell('A2'), RED);
	await book.goTo('A2');
	await book.press('Control+Shift+Space', 'Control+z');
	await expect(book.cell('A2')).not.toHaveCSS('background-color', RED);
});

test('PAG-162 a colour scale of three colours by mouse; the dark theme and text on it can be read', async ({
	book,
	page
}) => {
	await openNumbers(book, [0, 50, 100]);
	await openByPalette(book, page);
	await listOf(page).getByRole('button', { name: 'Add a rule' }).click();
	const form = formOf(page);
	await form.getByRole('combobox', { name: 'What counts' }).selectOption('Colour scale');
	await form.getByRole('combobox', { name: 'Colours' }).selectOption('three');
	await form.getByRole('combobox', { name: 'First colour', exact: true }).selectOption('Red');
	await form.getByRole('combobox', { name: 'Middle colour', exact: true }).selectOption('Yellow');
	await form.getByRole('combobox', { name: 'Last colour', exact: true }).selectOption('Green');
	await form.getByRole('combobox', { name: 'Middle colour stands at' }).selectOption('the number');
	await form.getByRole('textbox', { name: 'Value of the middle colour' }).fill('25');
	await expectFilled(book.cell('A1'), RED);
	expect(await seriousFaults(page)).toEqual([]);
	await form.getByRole('button', { name: 'Add' }).click();
	expect(await seriousFaults(page)).toEqual([]);
	await page.keyboard.press('Escape');
	await expectFilled(book.cell('A3'), 'rgb(31, 157, 107)');
	await expectFilled(book.cell('A2'), 'rgb(180, 194, 85)');
	await book.goTo('A2');
	await expect(page.locator('[aria-live="polite"]', { hasText: 'A2' })).toHaveText(
		/^A2, 50, conditional format: 50 % of colour scale$/
	);
	await page.emulateMedia({ colorScheme: 'dark' });
	expect(await seriousFaults(page)).toEqual([]);
	await page.emulateMedia({ forcedColors: 'active' });
	await expect(book.cell('A2')).toHaveCSS('outline-style', 'dashed');
});

test('PAG-163 rules are changed, ordered, stopped and removed in the list, each in one step', async ({
	book,
	page
}) => {
	await openNumbers(book, [3, 3, 8]);
	await openByPalette(book, page);
	const list = listOf(page);
	const form = formOf(page);
	for (const [kind, fill] of [
		['Largest or least', 'Green'],
		['Blank, error, duplicate', 'Red']
	] as const) {
		await list.getByRole('button', { name: 'Add a rule' }).click();
		await form.getByRole('combobox', { name: 'What counts' }).selectOption(kind);
		await form.getByRole('combobox', { name: 'Fill' }).selectOption(fill);
		await form.getByRole('button', { name: 'Add' }).click();
	}
	const green = 'rgb(31, 157, 107)';
	await expectFilled(book.cell('A1'), RED);
	await expectFilled(book.cell('A3'), green);
	await list.getByRole('button', { name: 'Move rule 2 up' }).press('Enter');
	await expect(list.getByRole('status')).toHaveText('A1:A3 is among the largest 10: now number 1 of 2');
	await expect(list.getByRole('button', { name: 'Move rule 1 down' })).toBeFocused();
	await expectFilled(book.cell('A1'), green);
	await list.getByRole('button', { name: /^Change rule 1/ }).click();
	await form.getByRole('textbox', { name: 'How many' }).fill('1');
	await form.getByRole('textbox', { name: 'Cells' }).fill('A1:A3, C1');
	await form.getByRole('button', { name: 'Save' }).click();
	await expect(
		list
			.getByRole('button', { name: 'Change rule 1: A1:A3, C1:C1 is among the largest 1' })
			.or(list.getByRole('button', { name: 'Change rule 1: A1:A3, C1 is among the largest 1' }))
	).toBeVisible();
	await expectFilled(book.cell('A1'), RED);
	await list.getByRole('button', { name: 'Remove rule 1' }).click();
	await expect(list.getByRole('listitem')).toHaveCount(1);
	await page.keyboard.press('Escape');
	await expect(book.cell('A3')).not.toHaveCSS('background-color', green);
	await book.press('Control+z');
	await expectFilled(book.cell('A3'), green);
	await book.press('Control+z', 'Control+z');
	await expectFilled(book.cell('A1'), RED);
	await expectFilled(book.cell('A3'), green);
});

test('PAG-164 rules are saved, move with their rows, and the dialog fits a phone', async ({ book, page }) => {
	await openNumbers(book, [1, 9]);
	await page.setViewportSize({ width: 390, height: 844 });
	await openByPalette(book, page);
	await listOf(page).getByRole('button', { name: 'Add a rule' }).click();
	const form = formOf(page);
	await form.getByRole('textbox', { name: 'Value', exact: true }).fill('=A$1*5');
	await form.getByRole('combobox', { name: 'Fill' }).selectOption('Red');
	await expectFilled(form.locator('[data-preview="A2"]'), RED);
	const box = await form.boundingBox();
	expect(box!.x).toBeGreaterThanOrEqual(0);
	expect(box!.x + box!.width).toBeLessThanOrEqual(390);
	await form.getByRole('button', { name: 'Add' }).click();
	await page.keyboard.press('Escape');
	await book.goTo('B1');
	await book.press('Shift+Space', 'Control++');
	await expect(book.status).toHaveText('Done: Insert row 1');
	await expectFilled(book.cell('A3'), RED);
	await page.setViewportSize({ width: 1440, height: 900 });
	await book.expectSaved();
	await book.reload();
	await expectFilled(book.cell('A3'), RED);
});

test('PAG-289 copied and cut cells take their rules along, and undo takes them back', async ({
	book,
	page
}) => {
	await openNumbers(book, [1, 5, 9]);
	await openByPalette(book, page);
	await page.keyboard.press('Enter');
	const form = formOf(page);
	await form.getByRole('textbox', { name: 'Value', exact: true }).fill('4');
	await form.getByRole('combobox', { name: 'Fill' }).selectOption('Red');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toBeHidden();
	await book.goTo('A1:A3');
	await book.press('Control+c');
	await book.goTo('C4');
	await book.press('Control+v');
	await expectFilled(book.cell('C5'), RED);
	await expectFilled(book.cell('A2'), RED);
	await book.press('Control+z');
	await book.expectCell('C5', '');
	await book.goTo('A2:A3');
	await book.press('Control+x');
	await book.goTo('D1');
	await book.press('Control+v');
	await expectFilled(book.cell('D1'), RED);
	await book.typeInto('A2', '7');
	expect(await fillOf(book.cell('A2'))).not.toBe(RED);
});

test('PAG-315 filled cells take the conditional formats along, in one step', async ({ book, page }) => {
	await openNumbers(book, [9]);
	await openByPalette(book, page);
	await page.keyboard.press('Enter');
	const form = formOf(page);
	await form.getByRole('textbox', { name: 'Value', exact: true }).fill('4');
	await form.getByRole('combobox', { name: 'Fill' }).selectOption('Red');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Escape');
	await book.goTo('A1:C1');
	await book.press('Control+r');
	await book.expectCells({ C1: '9' });
	await expectFilled(book.cell('C1'), RED);
	await book.goTo('A1:A3');
	await book.press('Control+d');
	await expectFilled(book.cell('A3'), RED);
	await book.press('Control+z');
	await book.expectCells({ A3: '' });
	await expect(book.cell('A3')).not.toHaveCSS('background-color', RED);
	await expectFilled(book.cell('C1'), RED);
});
