import type { Locator, Page } from '@playwright/test';
import { seriousFaults } from './serious-faults';
import { expect, test, type WorkbookPage } from './workbook-page';

const menuOf = (page: Page, name: string): Locator => page.getByRole('menu', { name, exact: true });
const clearItem = (page: Page): Locator => page.getByRole('menuitem', { name: 'Clear contents' });

/** Lets a finger rest on an element for so long. */
async function restOn(page: Page, target: Locator, milliseconds: number): Promise<void> {
	const box = (await target.boundingBox())!;
	const point = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
	const client = await page.context().newCDPSession(page);
	await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
	await page.waitForTimeout(milliseconds);
	await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
	await client.detach();
}

test('PAG-80 the menu opens by a right click, selects what lies there, and does what is chosen', async ({
	book,
	page
}) => {
	await book.open();
	await book.addSheet();
	await book.typeInto('B2', '7');
	await book.typeInto('B3', '8');
	await book.cell('B2').click({ button: 'right' });
	await book.expectActive('B2');
	await expect(menuOf(page, 'Cells')).toBeVisible();
	await clearItem(page).click();
	await expect(menuOf(page, 'Cells')).toBeHidden();
	await expect(book.grid).toBeFocused();
	await book.expectCell('B2', '');
	await book.expectCell('B3', '8');

	// Within what is selected nothing is selected anew.
	await book.press('Control+z');
	await book.goTo('B2:B3');
	await book.cell('B3').click({ button: 'right' });
	await book.expectActive('B2');
	await clearItem(page).click();
	await book.expectCells({ B2: '', B3: '' });
	await book.press('Control+z');
	await book.expectCells({ B2: '7', B3: '8' });

	// A press elsewhere closes it and selects there.
	await book.cell('B3').click({ button: 'right' });
	await book.cell('D5').click();
	await expect(page.getByRole('menu')).toBeHidden();
	await book.expectActive('D5');
});

test('PAG-80 headers have menus of their own', async ({ book, page }) => {
	await book.open();
	await book.addSheet();
	await book.typeInto('B2', '7');
	await page.getByRole('columnheader', { name: 'B', exact: true }).click({ button: 'right' });
	await expect(menuOf(page, 'Columns')).toBeVisible();
	await book.expectActive('B1');
	await clearItem(page).click();
	await book.expectCell('B2', '');
	await page.getByRole('rowheader', { name: '4', exact: true }).click({ button: 'right' });
	await expect(menuOf(page, 'Rows')).toBeVisible();
	await book.press('Escape');
	await expect(menuOf(page, 'Rows')).toBeHidden();
	await expect(book.cell('C4')).toHaveAttribute('aria-selected', 'true');
});

test('PAG-80 the menu opens, is walked through and closes by keys alone', async ({ book, page }) => {
	await book.open();
	await book.addSheet();
	await book.typeInto('C3', '7');
	for (const key of ['Shift+F10', 'ContextMenu']) {
		await book.goTo('C3');
		await book.press(key);
		await expect(menuOf(page, 'Cells')).toBeVisible();
		await book.press('End', 'ArrowDown');
		await expect(page.getByRole('menuitem').first()).toBeFocused();
		await book.press('Escape');
		await expect(menuOf(page, 'Cells')).toBeHidden();
		await expect(book.grid).toBeFocused();
		await book.expectCell('C3', '7');
	}
	await book.press('Shift+ ', 'Shift+F10');
	await expect(menuOf(page, 'Rows')).toBeVisible();
	await page.keyboard.type('clear');
	await expect(clearItem(page)).toBeFocused();
	await book.press('Enter');
	await expect(book.grid).toBeFocused();
	await book.expectCell('C3', '');
	await book.press('Control+z');
	await book.expectCell('C3', '7');
});

async function expectWithinWindow(page: Page, target: Locator): Promise<void> {
	const box = (await target.boundingBox())!;
	const view = page.viewportSize()!;
	expect(box.x).toBeGreaterThanOrEqual(0);
	expect(box.y).toBeGreaterThanOrEqual(0);
	expect(box.x + box.width).toBeLessThanOrEqual(view.width);
	expect(box.y + box.height).toBeLessThanOrEqual(view.height);
}

async function openAtCorner(book: WorkbookPage): Promise<void> {
	const box = (await book.grid.boundingBox())!;
	await book.page.mouse.click(box.x + box.width - 24, box.y + box.height - 24, { button: 'right' });
}

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(colorScheme, () => {
		test.use({ colorScheme });

		test(`PAG-80 the menu stays within the window, and axe finds nothing serious, ${colorScheme}`, async ({
			book,
			page
		}) => {
			await book.open();
			await openAtCorner(book);
			await expect(menuOf(page, 'Cells')).toBeVisible();
			await expectWithinWindow(page, menuOf(page, 'Cells'));
			expect(await seriousFaults(page)).toEqual([]);
		});
	});
}

test.describe('by touch', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

	test('PAG-80 a finger that rests opens the menu, one that taps selects', async ({ book, page }) => {
		await page.goto('./');
		await expect(book.exportButton).toBeEnabled({ timeout: 30_000 });
		await book.cell('B8').tap();
		await book.expectActive('B8');
		await restOn(page, book.cell('B6'), 800);
		await expect(menuOf(page, 'Cells')).toBeVisible();
		await book.expectActive('B6');
		await expectWithinWindow(page, menuOf(page, 'Cells'));
		await clearItem(page).tap();
		await book.expectCell('B6', '');
	});
});

const palette = (page: Page): Locator => page.getByRole('dialog', { name: 'Commands and places' });
const goToDialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Go to', exact: true });
const shortcutSheet = (page: Page): Locator => page.getByRole('dialog', { name: 'Keyboard shortcuts' });
const chosen = (dialog: Locator): Locator => dialog.getByRole('option', { selected: true });

test('PAG-81 the palette does what is typed and chosen, and begins with what was used last', async ({
	book,
	page
}) => {
	await book.open();
	await book.addSheet();
	await book.typeInto('B2', '7');
	await book.goTo('B2');
	await book.press('Control+k');
	await expect(palette(page).getByRole('combobox')).toBeFocused();
	await page.keyboard.type('clear cont');
	await expect(chosen(palette(page))).toHaveText(/^Clear contents.*Del$/);
	await book.press('Enter');
	await expect(palette(page)).toBeHidden();
	await expect(book.grid).toBeFocused();
	await book.expectCell('B2', '');

	// From the formula bar too; what was used last comes first, and a press chooses.
	await book.content.focus();
	await book.press('Control+k');
	await expect(chosen(palette(page))).toHaveText(/^Clear contents/);
	await expect(palette(page).getByRole('group').first()).toHaveAccessibleName('Recently used');
	await page.keyboard.type('undo');
	await palette(page).getByRole('option', { name: /^Undo/ }).first().click();
	await book.expectCell('B2', '7');

	// What cannot be done now is shown and stays.
	await book.press('Control+k');
	await page.keyboard.type('redo');
	await book.press('Enter');
	await book.expectCell('B2', '');
	await book.press('Control+k');
	await page.keyboard.type('redo');
	await expect(chosen(palette(page))).toHaveAttribute('aria-disabled', 'true');
	await book.press('Enter');
	await expect(palette(page)).toBeVisible();
	await palette(page).getByRole('combobox').fill('no such thing at all');
	await expect(palette(page).getByRole('status')).toHaveText(/^No command/);
	await book.press('Escape');
	await expect(palette(page)).toBeHidden();
});

test('PAG-81 the palette goes to sheets, names and addresses', async ({ book, page }) => {
	await book.open();
	const go = async (text: string) => {
		await page.getByRole('button', { name: 'Find a command or a place' }).click();
		await page.keyboard.type(text);
		await book.press('Enter');
		await expect(palette(page)).toBeHidden();
		await expect(book.grid).toBeFocused();
	};
	await go('Figures!C7');
	await book.expectSheet('Figures');
	await book.expectActive('C7');
	await go('d9');
	await book.expectActive('D9');
	await go('Capex');
	await book.expectSheet('Capex');
	await go('v3_training_cost');
	await book.expectSheet('Figures');
	await expect(book.nameBox).toHaveValue('deepseek.v3_training_cost');
});

test('PAG-82 the list of keys opens by ? outside grid and fields and by Ctrl+/ anywhere', async ({
	book,
	page
}) => {
	await book.open();
	await book.grid.focus();
	await book.press('Control+/');
	await expect(shortcutSheet(page)).toBeVisible();
	const rowOf = (title: string) =>
		shortcutSheet(page)
			.locator('dl > div')
			.filter({ has: page.getByText(title, { exact: true }) });
	await expect(rowOf('Find a command …')).toHaveText(/Ctrl\+K$/);
	await expect(rowOf('To the edge of the data')).toHaveText(/Ctrl\+arrow$/);
	await expect(rowOf('New line within the cell')).toHaveText(/Alt\+Enter$/);
	expect(await seriousFaults(page)).toEqual([]);
	await book.press('Escape');
	await expect(shortcutSheet(page)).toBeHidden();
	await expect(book.grid).toBeFocused();

	await book.content.focus();
	await book.press('Control+/');
	await expect(shortcutSheet(page)).toBeVisible();
	await shortcutSheet(page).getByRole('button', { name: 'Close' }).click();
	await expect(book.content).toBeFocused();

	await book.sheetTab('Overview').focus();
	await page.keyboard.type('?');
	await expect(shortcutSheet(page)).toBeVisible();
	await book.press('Escape');

	// In the grid a question mark is typed.
	await book.addSheet();
	await book.typeInto('B2', '?');
	await book.expectCell('B2', '?');
});

test('PAG-83 F5 and Ctrl+G go to a place, and back to the one that was left', async ({ book, page }) => {
	await book.open();
	await book.goTo('C7');
	await book.press('F5');
	await expect(goToDialog(page).getByRole('combobox')).toBeFocused();
	await page.keyboard.type("'Training cost'!B6:C8");
	await book.press('Enter');
	await book.expectSheet('Training cost');
	await book.expectActive('B6');
	await expect(book.cell('C8')).toHaveAttribute('aria-selected', 'true');
	await expect(book.grid).toBeFocused();

	await book.press('Control+g');
	await expect(chosen(goToDialog(page))).toHaveText('Overview!C7');
	await book.press('Enter');
	await book.expectSheet('Overview');
	await book.expectActive('C7');

	await book.press('F5');
	await page.keyboard.type('h100');
	await expect(goToDialog(page).getByRole('group', { name: 'Names' })).toBeVisible();
	expect(await seriousFaults(page)).toEqual([]);
	await goToDialog(page).getByRole('combobox').fill('nowhere at all');
	await book.press('Enter');
	await expect(goToDialog(page)).toContainText('No cell, name or sheet is called that.');
	await goToDialog(page).getByRole('combobox').fill('timeline');
	await book.press('Enter');
	await book.expectSheet('Timeline');
});

test('PAG-84 F6 goes round the parts of the page, and back to where each was left', async ({
	book,
	page
}) => {
	await book.open();
	await book.grid.focus();
	const partOf = () =>
		page.evaluate(() => {
			const at = document.activeElement!;
			const part = at.closest('[role=grid], aside, section, header, footer, [role=group]');
			return part?.getAttribute('aria-label') ?? part?.tagName ?? 'none';
		});
	const parts: string[] = [];
	for (let step = 0; step < 7; step += 1) {
		parts.push(await partOf());
		await book.press('F6');
	}
	expect(new Set(parts).size).toBe(7);
	await expect(book.grid).toBeFocused();
	await book.press('Shift+F6');
	await expect(book.nameBox).toBeFocused();
	await book.content.focus();
	await book.press('F6');
	await expect(book.grid).toBeFocused();
	await book.press('Shift+F6');
	await expect(book.content).toBeFocused();
	await book.press('Shift+F6', 'Shift+F6');
	await expect(book.sheetTab('Overview')).toBeFocused();
	// Alt with an arrow shows the next sheet, from the grid.
	await book.press('F6', 'F6', 'F6', 'Alt+ArrowDown');
	await book.expectSheet('Figures');
	await book.press('Alt+ArrowUp');
	await book.expectSheet('Overview');
});
