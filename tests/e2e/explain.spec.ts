import { seriousFaults } from './serious-faults';
import { expect, test, type WorkbookPage } from './workbook-page';

/** A short chain on a sheet of its own: typed numbers, a sum of them, and two formulas that rest on it. */
test.beforeEach(async ({ book }) => {
	await book.open();
	await book.addSheet();
	for (const [address, text] of [
		['A1', 'Price'],
		['B1', '4'],
		['B2', '6'],
		['C1', '=SUM(B1:B2)'],
		['D1', '=C1*assume.gpu_hour_price'],
		['E1', '=D1/C1']
	] as const) {
		await book.typeInto(address, text);
	}
	await book.goTo('D1');
});

const drawn = (book: WorkbookPage) => book.grid.locator('[data-arrows]');
const tree = (book: WorkbookPage) => book.page.getByRole('tree', { name: 'Explained' });

test('PAG-220 arrows show what a cell reads and what reads it, level by level, by keys', async ({ book }) => {
	await book.press('Control+{');
	await expect(book.status).toHaveText('2 arrows to D1 from C1, Assumptions!B16');
	await expect(drawn(book)).toHaveAttribute('data-arrows', '1');
	await book.press('Control+{');
	await expect(book.status).toHaveText('1 arrow to D1 from B1:B2');
	await expect(drawn(book)).toHaveAttribute('data-arrows', '2');
	await expect(drawn(book).locator('rect')).toHaveCount(1);
	await book.press('Control+}');
	await expect(book.status).toHaveText('1 arrow from D1 to E1');
	await expect(drawn(book)).toHaveAttribute('data-arrows', '3');
	// They follow an edit, and go with what they were drawn for.
	await book.typeInto('C1', '=B1');
	await expect(drawn(book)).toHaveAttribute('data-arrows', '3');
	await expect(drawn(book).locator('rect')).toHaveCount(0);
	await book.press('Control+z');
	await expect(drawn(book).locator('rect')).toHaveCount(1);
	await book.press('Control+k');
	await book.page.keyboard.type('Remove arrows');
	await book.press('Enter');
	await expect(drawn(book)).toHaveCount(0);
});

test('PAG-220 arrows are drawn by the menu, end where their cells are, and a mark leads to another sheet', async ({
	book,
	page
}) => {
	await book.cell('D1').click({ button: 'right' });
	await page.getByRole('menuitem', { name: 'Trace precedents' }).click();
	const path = drawn(book).locator('path.line');
	await expect(path).toHaveCount(1);
	const line = (await path.boundingBox())!;
	const from = (await book.cell('C1').boundingBox())!;
	const to = (await book.cell('D1').boundingBox())!;
	expect(line.x).toBeGreaterThan(from.x);
	expect(line.x).toBeLessThan(from.x + from.width);
	expect(line.x + line.width).toBeGreaterThan(to.x - 6);
	expect(line.x + line.width).toBeLessThan(to.x + to.width);
	expect(await seriousFaults(page)).toEqual([]);
	await drawn(book).getByText('← Assumptions').click();
	await book.expectSheet('Assumptions');
	await expect(drawn(book).locator('path.line')).toHaveCount(0);
});

test('PAG-221 a cell is explained by its whole chain, which stays while others are walked through by keys', async ({
	book,
	page
}) => {
	await book.goTo('E1');
	await book.press('Control+Shift+E');
	const items = tree(book).getByRole('treeitem');
	await expect(items.first()).toHaveAccessibleName(/^E1.*=D1\/C1$/);
	await expect(items.nth(1)).toHaveAccessibleName(/^D1/);
	await expect(items.nth(2)).toHaveAccessibleName(/^C1.*=SUM\(B1:B2\)$/);
	await expect(items.nth(3)).toHaveAccessibleName(/^B1:B2: 2 cells/);
	await expect(items.nth(4)).toHaveAccessibleName('B1, Price: 4');
	await expect(items.last()).toHaveAccessibleName(/^C1.*shown above$/);
	expect(await seriousFaults(page)).toEqual([]);
	await book.press('F6');
	await expect(tree(book)).toBeFocused();
	await book.press('ArrowDown', 'ArrowDown', 'Enter');
	await book.expectActive('C1');
	await expect(items.first()).toHaveAccessibleName(/^E1/);
	await book.press('ArrowLeft');
	await expect(items.nth(2)).toHaveAttribute('aria-expanded', 'false');
	await book.press('ArrowRight', 'ArrowRight');
	await expect(items.nth(2)).toHaveAttribute('aria-expanded', 'true');
	await expect(items.nth(3)).toHaveAttribute('aria-selected', 'true');
	await book.press('Escape');
	await expect(tree(book)).toHaveCount(0);
	await expect(book.grid).toBeFocused();
});

test('PAG-221 the explanation is opened and walked by the mouse, and follows an edit', async ({ book }) => {
	await book.inspector.getByRole('button', { name: 'Explain', exact: true }).click();
	const items = tree(book).getByRole('treeitem');
	await items.nth(1).click();
	await book.expectActive('C1');
	await book.typeInto('B1', '14');
	await expect(items.nth(1)).toContainText('20');
	await book.typeInto('C1', '=B2');
	await expect(items.nth(1)).toContainText('=B2');
	await expect(items.filter({ hasText: 'B1:B2' })).toHaveCount(0);
	await book.inspector.getByRole('button', { name: 'Close the explanation' }).click();
	await expect(tree(book)).toHaveCount(0);
});
