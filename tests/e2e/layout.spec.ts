import type { Page } from '@playwright/test';
import { expect, test, type WorkbookPage } from './workbook-page';

const heightOf = async (book: WorkbookPage) => (await book.dock.boundingBox())!.height;
const edgeOf = (page: Page, part: string) => page.getByRole('separator', { name: `Size of ${part}` });
const DOCK = 'the comparison and the charts';

test.beforeEach(async ({ book, page }) => {
	await page.goto('./');
	// What says so at the foot is not on narrow screens.
	await expect(book.exportButton).toBeEnabled({ timeout: 30_000 });
});

test('PAG-267 the comparison is made smaller and larger by its edge, and keeps its size', async ({
	book,
	page
}) => {
	const edge = edgeOf(page, DOCK);
	const before = await heightOf(book);
	const { x, y } = (await edge.boundingBox())!;
	await page.mouse.move(x + 50, y + 4);
	await page.mouse.down();
	await page.mouse.move(x + 50, y + 84, { steps: 4 });
	await page.mouse.up();
	await expect.poll(() => heightOf(book)).toBe(Math.round(before) - 80);
	const rows = await book.grid.boundingBox();
	expect(rows!.y + rows!.height).toBeGreaterThan(y + 70);
	await book.reload();
	await expect(edge).toBeVisible();
	await expect.poll(() => heightOf(book)).toBe(Math.round(before) - 80);
	await edge.dblclick({ position: { x: 20, y: 4 } });
	await expect.poll(() => heightOf(book)).toBeCloseTo(before, 0);
});

test('PAG-267 by the keyboard it is sized, hidden and brought back', async ({ book, page }) => {
	const edge = edgeOf(page, DOCK);
	const before = Math.round(await heightOf(book));
	await edge.focus();
	await book.press('ArrowDown');
	await expect(edge).toHaveAttribute('aria-valuenow', String(before - 24));
	await book.press('ArrowUp', 'ArrowUp');
	await expect(edge).toHaveAttribute('aria-valuenow', String(before + 24));
	await book.press('Enter');
	await expect(book.dock).toBeHidden();
	await expect(book.charts).toBeHidden();
	const show = page.getByRole('button', { name: `Show ${DOCK}` });
	await expect(show).toBeFocused();
	await book.press('Enter');
	await expect(book.dock).toBeVisible();
	await expect.poll(() => heightOf(book)).toBe(before + 24);
});

test('PAG-311 a part that is hidden by a key leaves the focus on what shows it, for the key that follows', async ({
	page
}) => {
	const isOnButton = await edgeOf(page, DOCK).evaluate((edge: HTMLElement) => {
		edge.focus();
		edge.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
		return document.activeElement?.getAttribute('aria-label');
	});
	expect(isOnButton).toBe(`Show ${DOCK}`);
});

test('PAG-267 the evidence is hidden by a command, passed over by F6, and back for an explanation', async ({
	book,
	page
}) => {
	await book.goTo('B7');
	await book.press('Control+k');
	await page.keyboard.type('evidence beside');
	await book.press('Enter');
	await expect(book.inspector).toBeHidden();
	const grid = (await book.grid.boundingBox())!;
	expect(grid.x + grid.width).toBeGreaterThan(1200);
	await book.press('F6');
	await expect(book.dock.locator(':focus')).toHaveCount(1);
	await book.goTo('B6');
	await book.press('Control+Shift+e');
	await expect(book.inspector).toBeVisible();
});

test.describe('on a narrow screen', () => {
	test.use({ viewport: { width: 390, height: 844 } });

	test('PAG-267 the panels stay as they are', async ({ page }) => {
		await expect(edgeOf(page, DOCK)).toBeHidden();
		await page.getByRole('button', { name: 'Compare', exact: true }).click();
		await expect(page.getByRole('region', { name: 'Compare scenarios' })).toBeVisible();
	});
});

test('PAG-274 the fill handle of a cell at the edge of the sheet is not covered by what resizes the parts', async ({
	book,
	page
}) => {
	await book.addSheet();
	await book.goTo('R40');
	await page.keyboard.type('Q1');
	await book.press('Control+Enter');
	const handle = (await book.grid.locator('[data-fill-handle]').boundingBox())!;
	const isHandle = (x: number, y: number) =>
		page.evaluate((at) => document.elementFromPoint(...at)?.hasAttribute('data-fill-handle'), [
			x,
			y
		] as const);
	expect(await isHandle(handle.x + 1, handle.y + 1)).toBe(true);
	expect(await isHandle(handle.x + handle.width - 1, handle.y + handle.height - 1)).toBe(true);
	const goal = (await book.cell('R38').boundingBox())!;
	await page.mouse.move(handle.x + 4, handle.y + 4);
	await page.mouse.down();
	await page.mouse.move(goal.x + 20, goal.y + 10, { steps: 4 });
	await page.mouse.up();
	await book.expectCells({ R38: 'Q3', R39: 'Q4', R40: 'Q1' });
});
