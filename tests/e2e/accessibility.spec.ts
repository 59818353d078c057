import type { Page } from '@playwright/test';
import { seriousFaults } from './serious-faults';
import { expect, test, type WorkbookPage } from './workbook-page';

/** The views that are looked at, each made from the one before. */
const VIEWS: Readonly<Record<string, (book: WorkbookPage) => Promise<void>>> = {
	Overview: async () => undefined,
	'the scenario menu': async (book) => {
		await book.scenarioButton.click();
		await expect(book.page.getByRole('menu')).toBeVisible();
	},
	'the export dialog': async (book) => {
		await book.press('Escape');
		await book.exportButton.click();
		await expect(book.exportDialog).toBeVisible();
	},
	'the menu of cells': async (book) => {
		await book.press('Escape');
		await book.cell('B7').click({ button: 'right' });
		await expect(book.page.getByRole('menu', { name: 'Cells' })).toBeVisible();
	},
	'the palette, and figures in the status bar': async (book) => {
		await book.press('Escape', 'Shift+ArrowDown', 'Control+k');
		await expect(book.page.getByRole('dialog', { name: 'Commands and places' })).toBeVisible();
	},
	'the list of keys': async (book) => {
		await book.press('Escape', 'Control+/');
		await expect(book.page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
	},
	'the places to go to': async (book) => {
		await book.press('Escape', 'Control+g');
		await expect(book.page.getByRole('dialog', { name: 'Go to', exact: true })).toBeVisible();
	},
	Figures: async (book) => {
		await book.press('Escape');
		await book.goTo('deepseek.v3_training_cost');
	},
	Assumptions: (book) => book.goTo('assume.v3_cost_basis'),
	'Training cost with its chart as a table': async (book) => {
		await book.showSheet('Training cost');
		await book.charts.getByRole('button', { name: 'Show as table' }).click();
		await expect(book.chartTable).toBeVisible();
	},
	'an overridden figure under a scenario': async (book) => {
		await book.chooseScenario('Commodity models');
		await book.typeInto('deepseek.v3_training_cost', '7000000');
		await book.goTo('C6');
		await expect(book.inspector).toContainText('Overridden');
	},
	'a formula that cannot be read, being edited': async (book) => {
		await book.typeInto('L3', '=SUM(1,,*2');
		await book.goTo('L3');
		await expect(book.content).toHaveAttribute('aria-invalid', 'true');
		await book.press('F2');
	}
};

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(colorScheme, () => {
		test.use({ colorScheme });

		test(`PAG-34 axe finds nothing serious on any view, ${colorScheme}`, async ({ book, page }) => {
			test.slow();
			await book.open();
			for (const [name, show] of Object.entries(VIEWS)) {
				await show(book);
				expect(await seriousFaults(page), name).toEqual([]);
			}
		});
	});
}

test('PAG-35 the keyboard enters the grid, leaves it both ways, and the focus is seen where it is', async ({
	book,
	page
}) => {
	await book.open();
	await book.tabTo(book.grid);
	await book.press('Tab');
	await expect(book.grid).toBeFocused();
	await book.press('Escape', 'Tab');
	await expect(book.grid).not.toBeFocused();
	await book.press('Shift+Tab');
	await expect(book.grid).toBeFocused();
	await book.press('Escape', 'Shift+Tab');
	await expect(book.content).toBeFocused();

	// Every stop on the way round shows that it has the focus: by an outline, or a frame that it draws instead.
	const unseen: string[] = [];
	for (let stop = 0; stop < 40; stop += 1) {
		if (await book.grid.evaluate((grid) => grid === document.activeElement)) await book.press('Escape');
		await book.press('Tab');
		const focused = await page.evaluate(() => {
			const element = document.activeElement as HTMLElement;
			const drawn = (at: Element) => {
				const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at);
				return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
			};
			const frames = [element, element.parentElement, element.parentElement?.parentElement];
			const box = element.getBoundingClientRect();
			return {
				name: element.getAttribute('aria-label') ?? element.innerText ?? element.tagName,
				role: element.getAttribute('role') ?? element.tagName,
				isSeen: frames.some((at) => at && drawn(at)),
				isInView: box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth
			};
		});
		if (focused.role === 'grid' || focused.role === 'BODY') continue;
		if (!focused.isSeen || !focused.isInView) unseen.push(`${focused.role} ${focused.name}`);
	}
	expect(unseen).toEqual([]);
});

test('PAG-35 the active cell is framed in the accent while the grid has the focus', async ({
	book,
	page
}) => {
	await book.open();
	const frame = page.locator('.layer .active');
	const color = () => frame.evaluate((element) => getComputedStyle(element).borderTopColor);
	const without = await color();
	await book.grid.focus();
	await expect.poll(color).not.toBe(without);
});

test('PAG-35 moving in the grid is told: the cell, what it shows and what it is', async ({ book, page }) => {
	await book.open();
	const said = page.locator('#sheet-panel [aria-live=polite]');
	await book.goTo('Figures!C6');
	await expect(said).toHaveText(/^Figures, C6, /);
	await book.press('ArrowDown', 'ArrowUp');
	await expect(said).toHaveText(/^C6, \$6\.00M, reported, /);
	await book.press('Shift+ArrowDown');
	await expect(said).toHaveText('C6:C7, 2 rows, 1 column, selected');
	await book.press('Shift+ArrowRight', 'Shift+ArrowDown');
	await expect(said).toHaveText('C6:D8, 3 rows, 2 columns, selected');
	await book.press('Tab');
	await expect(said).toHaveText(/^D6, .*, C6:D8, 3 rows, 2 columns, selected$/);
	await book.press('Shift+Backspace');
	await expect(said).toHaveText(/^D6, (?!.*selected)/);
	await book.press('Escape');
	await expect(said).toHaveText('Tab now leaves the grid.');
});

test('PAG-343 the sheet that is shown is told by its name before its cell', async ({ book, page }) => {
	await book.open();
	const said = page.locator('#sheet-panel [aria-live=polite]');
	await book.goTo('Overview!B6');
	await book.press('ArrowDown', 'Control+PageDown', 'Control+PageDown');
	await expect(said).toHaveText(/^Assumptions, A1, /);
	await book.press('ArrowDown');
	await expect(said).toHaveText(/^A2, /);
	await book.press('Control+PageUp');
	await expect(said).toHaveText(/^Figures, A1, /);
});

/** Whether the page, not what scrolls in it, is wider than the screen. */
const sidewaysScroll = (page: Page) =>
	page.evaluate(() => {
		window.scrollTo(1000, 0);
		return window.scrollX + (document.documentElement.scrollWidth - innerWidth > 0 ? 1 : 0);
	});

/** Whether the middle of an element is seen: in the window, and covered by nothing else. */
const isReachable = (book: WorkbookPage, what: 'grid' | 'exportButton') =>
	book[what].evaluate((element) => {
		const { left, top, width, height } = element.getBoundingClientRect();
		const at = document.elementFromPoint(left + width / 2, top + height / 2);
		return width > 40 && height > 20 && element.contains(at);
	});

test.describe('on a narrow screen', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

	test('PAG-36 at 390 pixels no panel makes the page scroll sideways, and axe finds nothing serious', async ({
		book,
		page
	}) => {
		await page.goto('./');
		await expect(book.exportButton).toBeEnabled({ timeout: 30_000 });
		for (const name of ['Compare', 'Charts', 'Evidence', 'Sheet']) {
			const panel = page.getByRole('button', { name, exact: true });
			await panel.tap();
			await expect(panel).toHaveAttribute('aria-pressed', 'true');
			expect(await sidewaysScroll(page), name).toBe(0);
			expect(await isReachable(book, 'exportButton'), name).toBe(true);
			expect(await seriousFaults(page), name).toEqual([]);
		}
	});

	test('PAG-36 at 390 pixels a driver is changed by touch and every panel follows', async ({
		book,
		page
	}) => {
		await page.goto('./');
		await expect(book.exportButton).toBeEnabled({ timeout: 30_000 });
		await book.sheetTab('Assumptions').tap();
		await book.cell('B6').tap();
		await book.expectActive('B6');
		await book.content.tap();
		await book.press('Control+a');
		await page.keyboard.type('3');
		await book.press('Enter');
		await book.expectCell('F6', 'built up');
		await page.getByRole('button', { name: 'Compare', exact: true }).tap();
		await book.expectCompared('GPT-4 against V3', 0, '17.9×');
		await page.getByRole('button', { name: 'Evidence', exact: true }).tap();
		await expect(book.inspector).toBeVisible();
		await page.getByRole('button', { name: 'Sheet', exact: true }).tap();
		await book.sheetTab('Overview').tap();
		await book.expectCell('B6', '17.9×');
		await page.getByRole('button', { name: 'Charts', exact: true }).tap();
		await expect(book.charts.getByRole('img')).toBeVisible();
		expect(await sidewaysScroll(page)).toBe(0);
	});

	test('PAG-36 at 390 pixels the tab of the sheet on show is in view', async ({ book, page }) => {
		await page.goto('./');
		await expect(book.exportButton).toBeEnabled({ timeout: 30_000 });
		await book.goTo('Timeline!A1');
		await expect(book.sheetTab('Timeline')).toHaveAttribute('aria-selected', 'true');
		await expect(book.sheetTab('Timeline')).toBeInViewport();
	});
});

test.describe('at 200 % zoom', () => {
	test.use({ viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 });

	test('PAG-37 grid, dialog and every panel stay within reach at 200 % zoom', async ({ book, page }) => {
		await page.goto('./');
		await expect(book.exportButton).toBeEnabled({ timeout: 30_000 });
		expect(await sidewaysScroll(page)).toBe(0);
		expect(await isReachable(book, 'grid')).toBe(true);
		expect(await isReachable(book, 'exportButton')).toBe(true);
		await book.cell('B6').click();
		await book.expectCell('B6', '16.7×');
		await expect(book.cell('B6')).toBeInViewport();
		for (const panel of ['Compare', 'Charts', 'Evidence', 'Sheet']) {
			await page.getByRole('button', { name: panel, exact: true }).click();
			expect(await sidewaysScroll(page)).toBe(0);
		}
		await book.exportButton.click();
		const download = book.exportDialog.getByRole('button', { name: 'Download' });
		await download.scrollIntoViewIfNeeded();
		await expect(download).toBeInViewport({ ratio: 1 });
		expect((await book.downloadExport()).name).toBe('China AI after DeepSeek - Overview.csv');
	});
});
