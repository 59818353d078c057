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
	await book.cell('J5').click();
	await expect(page.getByRole('menu')).toBeHidden();
	await book.expectActive('J5');
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

test('PAG-310 keys that are pressed before the menu is there are meant for it, not for the sheet', async ({
	book,
	page
}) => {
	const release = await book.openWithoutRest();
	await book.press('Shift+F10', 'ArrowDown', 'ArrowDown');
	release();
	await expect(page.getByRole('menuitem').nth(1)).toBeFocused();
	await book.expectActive('A1');
	await book.press('Escape');
	await expect(book.grid).toBeFocused();
});

test('PAG-310 a press or Escape gives up a menu that is still on its way', async ({ book, page }) => {
	const release = await book.openWithoutRest();
	await book.press('Shift+F10', 'Escape', 'ArrowDown');
	await book.expectActive('A2');
	await book.press('Shift+F10');
	await book.cell('B3').click();
	await book.press('ArrowDown');
	await book.expectActive('B4');
	release();
	await book.expectCalculated();
	await expect(page.getByRole('menu', { name: 'Cells' })).toHaveCount(0);
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

	test('PAG-88 two taps on a cell open it', async ({ book, page }) => {
		await page.goto('./');
		await expect(book.exportButton).toBeEnabled({ timeout: 30_000 });
		await book.cell('B8').tap();
		await book.expectActive('B8');
		const { x, y } = (await book.cell('B7').boundingBox())!;
		await page.touchscreen.tap(x + 20, y + 10);
		await page.touchscreen.tap(x + 20, y + 10);
		await expect(page.getByRole('textbox', { name: 'Editing B7' })).toBeFocused();
	});
});
