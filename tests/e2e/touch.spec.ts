import type { Locator, Page } from '@playwright/test';
import { expect, test, type WorkbookPage } from './workbook-page';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test.beforeEach(async ({ book, page }) => {
	await page.goto('./');
	await expect(book.exportButton).toBeEnabled({ timeout: 30_000 });
	await book.addSheet();
});

const RESTS_MS = 150;

interface Point {
	readonly x: number;
	readonly y: number;
}

async function middleOf(target: Locator): Promise<Point> {
	const { x, y, width, height } = (await target.boundingBox())!;
	return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
}

/** Drags a finger from one point to another, at once or after it has rested. */
async function drag(page: Page, from: Point, to: Point, { rests = 0 } = {}): Promise<void> {
	const input = await page.context().newCDPSession(page);
	const touch = (type: 'touchStart' | 'touchMove', point: Point) =>
		input.send('Input.dispatchTouchEvent', { type, touchPoints: [point] });
	await touch('touchStart', from);
	await page.waitForTimeout(rests);
	for (const share of [0.2, 0.5, 0.8, 1]) {
		await touch('touchMove', {
			x: Math.round(from.x + (to.x - from.x) * share),
			y: Math.round(from.y + (to.y - from.y) * share)
		});
	}
	// It rests before it is lifted: the tap after a fling does nothing but end that.
	await page.waitForTimeout(RESTS_MS);
	await touch('touchMove', { x: Math.round(to.x), y: Math.round(to.y) - 1 });
	await touch('touchMove', { x: Math.round(to.x), y: Math.round(to.y) });
	await page.waitForTimeout(RESTS_MS);
	await input.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
	await input.detach();
}

const grip = (book: WorkbookPage, corner: 'from' | 'to') => book.grid.locator(`[data-grip="${corner}"]`);

async function expectSelected(book: WorkbookPage, addresses: readonly string[]): Promise<void> {
	await expect
		.poll(() =>
			book.grid
				.locator('[role=gridcell][aria-selected=true]')
				.evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).dataset.address).sort())
		)
		.toEqual([...addresses].sort());
}

test('GRD-225 a finger drags the round grips of a selection to make it reach further, and back', async ({
	book,
	page
}) => {
	await expect(grip(book, 'to')).toHaveCount(0);
	await book.cell('B4').tap();
	await book.expectActive('B4');
	await expect(grip(book, 'from')).toBeVisible();

	const start = await middleOf(grip(book, 'to'));
	const { width, height } = (await book.cell('B4').boundingBox())!;
	await drag(page, start, { x: start.x + width, y: start.y + 2 * height });
	await expectSelected(book, ['B4', 'C4', 'B5', 'C5', 'B6', 'C6']);
	await book.expectActive('B4');

	const first = await middleOf(grip(book, 'from'));
	await drag(page, first, { x: first.x, y: first.y + height });
	await expectSelected(book, ['B5', 'C5', 'B6', 'C6']);
	await drag(page, await middleOf(grip(book, 'from')), await middleOf(book.cell('A3')));
	await expectSelected(book, ['A3', 'B3', 'C3', 'A4', 'B4', 'C4', 'A5', 'B5', 'C5', 'A6', 'B6', 'C6']);

	await page.keyboard.insertText('5');
	await book.press('Control+Enter');
	await book.expectCells({ A3: '5', C6: '5', A2: '', B7: '' });
});

test('GRD-225 a grip is wide enough for a finger, and what lies under it is still tapped', async ({
	book,
	page
}) => {
	await book.cell('B4').tap();
	const { x, y } = await middleOf(grip(book, 'to'));
	const reached = (point: Point) =>
		page.evaluate(
			(at) => document.elementFromPoint(at.x, at.y)?.closest<HTMLElement>('[data-grip]')?.dataset.grip,
			point
		);
	for (const [across, down] of [
		[-21, 0],
		[21, 0],
		[0, 21],
		[21, -21]
	] as const) {
		expect(await reached({ x: x + across, y: y + down })).toBe('to');
	}
	await page.touchscreen.tap(x + 12, y + 12);
	await book.expectActive('C5');
	await expectSelected(book, ['C5']);
	await book.cell('A1').tap();
	await expect(grip(book, 'from'), 'within the sheet at its first cell').toBeInViewport({ ratio: 1 });

	await book.cell('B6').click();
	await expect(grip(book, 'to'), 'a mouse needs none').toHaveCount(0);
});

test('PAG-141 a finger drags the fill handle, which a tap goes through', async ({ book, page }) => {
	await book.goTo('B2');
	await book.type('7');
	await book.cell('B2').tap();
	const handle = book.grid.locator('[data-fill-handle]');
	const start = await middleOf(handle);
	const { height } = (await book.cell('B2').boundingBox())!;
	await drag(page, start, { x: start.x, y: start.y + 2 * height - 4 }, { rests: 2 * RESTS_MS });
	await book.expectCells({ B3: '7', B4: '7', B5: '' });
	await expectSelected(book, ['B2', 'B3', 'B4']);
	const { x, y } = await middleOf(handle);
	await page.touchscreen.tap(x, y + 6);
	await book.expectActive('B5');
});

test('PAG-397 a swipe that begins on the fill handle scrolls and fills nothing', async ({ book, page }) => {
	await book.goTo('B8');
	await book.type('1');
	await book.goTo('B12');
	await book.type('2');
	await book.cell('B12').tap();
	const start = await middleOf(book.grid.locator('[data-fill-handle]'));
	await drag(page, start, { x: start.x, y: start.y - 130 });
	await expect(book.cell('A1')).not.toBeInViewport();
	await book.expectCells({ B8: '1', B11: '', B12: '2' });
	await expect(book.undo).toBeEnabled();
	await book.undo.tap();
	await book.expectCells({ B8: '1', B12: '' });
});

test('PAG-171 a cell that is tapped goes into the formula that is typed', async ({ book, page }) => {
	await book.goTo('A1');
	await book.type('7');
	const { x, y } = await middleOf(book.cell('B2'));
	await page.touchscreen.tap(x, y);
	await page.touchscreen.tap(x, y);
	const editor = page.getByRole('textbox', { name: 'Editing B2' });
	await expect(editor).toBeFocused();
	await page.keyboard.insertText('=2*');
	await book.cell('A1').tap();
	await expect(editor).toHaveValue('=2*A1');
	await expect(editor).toBeFocused();
	await page.keyboard.insertText('+1');
	await book.cell('C4').tap();
	await book.expectCell('B2', '15');
	await book.expectActive('C4');
});

test('PAG-276 a tap beside the cell that is typed in reaches the cell there, not a grip', async ({
	book,
	page
}) => {
	await book.goTo('B2');
	await book.type('7');
	await book.cell('A1').tap();
	await page.keyboard.type('=');
	const { x, y } = (await book.cell('B2').boundingBox())!;
	await page.touchscreen.tap(x + 10, y + 8);
	await expect(book.content).toHaveValue('=B2');
	await page.keyboard.type('*2');
	await book.press('Enter');
	await book.expectCells({ A1: '14', B2: '7' });
	await book.cell('A1').tap();
	await expect(grip(book, 'to')).toBeVisible();
});

test('PAG-36 at 390 pixels what stands by the tabs is wide enough for a finger', async ({ book, page }) => {
	const targets = [
		book.sheetTab('Sheet 11'),
		page.getByRole('button', { name: 'All sheets' }),
		page.getByRole('button', { name: 'Add a sheet' })
	];
	for (const target of targets) {
		const { width, height } = (await target.boundingBox())!;
		expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
	}
	const cut = await page
		.getByRole('tab')
		.evaluateAll((tabs) =>
			tabs.filter((tab) => tab.scrollWidth > tab.clientWidth).map((tab) => tab.textContent)
		);
	expect(cut).toEqual([]);
});

test('PAG-190 by touch a long copy has a button that stops it', async ({ book, page }) => {
	await book.goTo('A1');
	await book.copyFromOutside(Array.from({ length: 100_000 }, (_, row) => `text ${row}`).join('\n'));
	await book.press('Control+v');
	await page.getByRole('button', { name: 'Paste and grow' }).tap();
	await expect(book.status).toHaveText('Pasted 100,000 cells.');
	const input = await page.context().newCDPSession(page);
	await input.send('Emulation.setCPUThrottlingRate', { rate: 8 });
	await book.press('Control+c');
	const stop = page.getByRole('button', { name: 'Stop', exact: true });
	await stop.tap();
	await expect(book.status).toHaveText('The copy was stopped, and the clipboard is as it was.');
	await expect(stop).toBeHidden();
});

test('PAG-301 a tap on a cell that the argument hint covers points at it', async ({ book, page }) => {
	await book.typeInto('A1', '7');
	await book.goTo('A6');
	await book.content.tap();
	await page.keyboard.type('=SUM(');
	const hint = page.getByText('SUM(', { exact: false }).last();
	await expect(hint).toBeVisible();
	const at = await middleOf(book.cell('A1'));
	await page.touchscreen.tap(at.x, at.y);
	await expect(book.content).toHaveValue('=SUM(A1');
});
