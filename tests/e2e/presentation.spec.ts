import type { Locator } from '@playwright/test';
import { expect, test, type WorkbookPage } from './workbook-page';

const css = (cell: Locator, property: string) =>
	cell.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

const tool = ({ page }: WorkbookPage, name: string) =>
	page.getByRole('toolbar', { name: 'Formatting' }).getByRole('button', { name, exact: true });

/** Opens a menu of the format bar and chooses from it. */
async function choose(book: WorkbookPage, menu: string, entry: string): Promise<void> {
	await tool(book, menu).click();
	const opened = book.page.getByRole(/colour/.test(menu) ? 'dialog' : 'menu', { name: menu });
	await opened
		.getByText(entry, { exact: true })
		.or(opened.getByTitle(entry, { exact: true }))
		.click();
	await expect(opened).toBeHidden();
}

/** The contrast of a cell's text with what is behind it. */
const contrastOf = (cell: Locator) =>
	cell.evaluate((element) => {
		const luminance = (css: string) => {
			const canvas = document.createElement('canvas').getContext('2d')!;
			canvas.fillStyle = css;
			canvas.fillRect(0, 0, 1, 1);
			const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
				const part = value / 255;
				return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
			});
			return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
		};
		const { color, backgroundColor } = getComputedStyle(element);
		const isClear = backgroundColor === 'rgba(0, 0, 0, 0)';
		const behind = isClear
			? getComputedStyle(element.closest('[role=grid]')!).backgroundColor
			: backgroundColor;
		const [low, high] = [luminance(color), luminance(behind)].sort((a, b) => a - b) as [number, number];
		return (high + 0.05) / (low + 0.05);
	});

test.describe('looks', () => {
	test.beforeEach(async ({ book }) => {
		await book.open();
		await book.page.getByRole('button', { name: 'Formatting' }).click();
		await book.addSheet();
		await expect(book.grid).toHaveAccessibleName(/^Sheet/);
	});

	test('PAG-120 keys make texts bold, italic, underlined and struck, in one step each for several ranges', async ({
		book
	}) => {
		await book.typeInto('B2', 'Costs');
		await book.typeInto('D4', '12.5');
		await book.goTo('B2');
		await book.cell('D4').click({ modifiers: ['Control'] });
		await book.press('Control+b', 'Control+i', 'Control+u', 'Control+5');
		for (const address of ['B2', 'D4']) {
			expect(await css(book.cell(address), 'font-weight')).toBe('700');
			expect(await css(book.cell(address), 'font-style')).toBe('italic');
			expect(await css(book.cell(address).locator('span'), 'text-decoration-line')).toBe(
				'underline line-through'
			);
		}
		await expect(tool(book, 'Bold')).toHaveAttribute('aria-pressed', 'true');
		await book.press('Control+b');
		for (const address of ['B2', 'D4']) expect(await css(book.cell(address), 'font-weight')).toBe('400');
		await book.press('Control+z');
		for (const address of ['B2', 'D4']) expect(await css(book.cell(address), 'font-weight')).toBe('700');
		await book.press('Control+\\');
		for (const address of ['B2', 'D4']) expect(await css(book.cell(address), 'font-style')).toBe('normal');
		await expect(tool(book, 'Bold')).toHaveAttribute('aria-pressed', 'false');
	});

	test('PAG-121 the format bar tells the look of the active cell and changes it by mouse, the sheet keeps the focus', async ({
		book
	}) => {
		await book.typeInto('B2', 'Costs');
		await book.goTo('B2');
		await tool(book, 'Italic').click();
		await expect(book.grid).toBeFocused();
		await expect(tool(book, 'Italic')).toHaveAttribute('aria-pressed', 'true');
		await tool(book, 'Align right').click();
		expect(await css(book.cell('B2'), 'text-align')).toBe('right');
		await book.press('ArrowDown');
		await expect(tool(book, 'Italic')).toHaveAttribute('aria-pressed', 'false');
		await book.goTo('B2');
		await choose(book, 'Fill colour', 'Blue');
		await choose(book, 'Text colour', 'White');
		await expect(book.grid).toBeFocused();
		expect(await css(book.cell('B2'), 'background-color')).toBe('rgb(47, 95, 224)');
		expect(await css(book.cell('B2'), 'color')).toBe('rgb(255, 255, 255)');
		await tool(book, 'Clear formats').click();
		expect(await css(book.cell('B2'), 'background-color')).toBe('rgba(0, 0, 0, 0)');
	});

	test('PAG-121 the format bar is one stop for the keyboard, with arrows from tool to tool', async ({
		book
	}) => {
		await book.typeInto('B2', 'Costs');
		await book.goTo('B2');
		await book.tabTo(tool(book, 'Number format'), 'Shift+Tab');
		await book.press('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
		await expect(tool(book, 'Bold')).toBeFocused();
		await book.press('Enter');
		expect(await css(book.cell('B2'), 'font-weight')).toBe('700');
		for (let step = 0; step < 5; step += 1) await book.press('ArrowRight');
		await expect(tool(book, 'Fill colour')).toBeFocused();
		await book.press('Enter', 'ArrowDown', 'ArrowDown', 'Enter');
		expect(await css(book.cell('B2'), 'background-color')).toBe('rgb(253, 234, 232)');
		await expect(tool(book, 'Fill colour')).toBeFocused();
		await book.press('Escape');
		await expect(book.grid).toBeFocused();
	});

	test('PAG-122 colours stay legible in the dark and in forced colours', async ({ book, page }) => {
		await book.typeInto('B2', '12');
		await book.typeInto('B3', 'Costs');
		await book.goTo('B2:B3');
		for (const [fill, ink] of [
			['Yellow', 'White'],
			['Pale blue', 'Red'],
			['No fill', 'Black']
		] as const) {
			await choose(book, 'Fill colour', fill);
			await choose(book, 'Text colour', ink);
			for (const scheme of ['light', 'dark'] as const) {
				await page.emulateMedia({ colorScheme: scheme });
				expect(await contrastOf(book.cell('B3')), `${ink} on ${fill}, ${scheme}`).toBeGreaterThanOrEqual(4.5);
			}
		}
		await choose(book, 'Fill colour', 'Blue');
		await page.emulateMedia({ forcedColors: 'active' });
		expect(await contrastOf(book.cell('B2'))).toBeGreaterThanOrEqual(4.5);
		await expect(book.cell('B2')).toHaveText('12');
	});

	test('PAG-123 borders are drawn once between two cells and taken away from both', async ({ book }) => {
		await book.goTo('B2:C3');
		await book.press('Control+Shift+7');
		const ink = 'rgb(27, 29, 34)';
		expect(await css(book.cell('B1'), 'border-bottom-color')).toBe(ink);
		expect(await css(book.cell('A2'), 'border-right-color')).toBe(ink);
		expect(await css(book.cell('C3'), 'border-bottom-color')).toBe(ink);
		expect(await css(book.cell('B2'), 'border-right-color')).not.toBe(ink);
		await choose(book, 'Borders', 'All borders');
		expect(await css(book.cell('B2'), 'border-right-color')).toBe(ink);
		await book.goTo('A1:D4');
		await book.press('Control+Shift+_');
		for (const address of ['B1', 'A2', 'C3']) {
			expect(await css(book.cell(address), 'border-bottom-color')).not.toBe(ink);
		}
	});

	test('PAG-124 a wrapped text makes its row as tall as it needs, and no taller once it is gone', async ({
		book
	}) => {
		const height = async () => Math.round((await book.cell('B2').boundingBox())!.height);
		await book.typeInto('B2', 'What a training run cost, as published and as built up from chips and hours');
		expect(await height()).toBe(25);
		await book.goTo('B2');
		await tool(book, 'Wrap text').click();
		const wrapped = await height();
		expect(wrapped).toBeGreaterThan(90);
		const text = (await book.cell('B2').locator('span').boundingBox())!;
		expect(text.height).toBeLessThanOrEqual(wrapped);
		for (let step = 0; step < 6; step += 1) await book.press('Control+>');
		await expect.poll(height).toBeLessThan(wrapped);
		await book.press('Delete');
		await expect.poll(height).toBe(25);
	});

	test('PAG-125 the keys of number formats, and decimals one by one, for whole columns', async ({ book }) => {
		await book.typeInto('B2', '1234.5');
		await book.typeInto('B3', '0.25');
		await book.goTo('B2');
		await book.press('Control+Space', 'Control+Shift+1');
		await book.expectCells({ B2: '1,234.50', B3: '0.25' });
		await tool(book, 'One decimal less').click();
		await book.expectCells({ B2: '1,234.5', B3: '0.3' });
		await tool(book, 'One decimal more').click();
		await book.press('Control+Shift+5');
		await book.expectCells({ B2: '123450%', B3: '25%' });
		await book.press('Control+Shift+4');
		await book.expectCell('B2', '$1,234.50');
		await book.press('Control+Shift+6');
		await book.expectCell('B2', '1.23E+03');
		await book.press('Control+Shift+3');
		await book.expectCell('B2', '18-May-03');
		await book.press('Control+Shift+2');
		await book.expectCell('B2', '12:00 PM');
		await book.press('Control+Shift+~');
		await book.expectCells({ B2: '1234.5', B3: '0.25' });
		await book.press('Control+z');
		await book.expectCells({ B2: '12:00 PM', B3: '6:00 AM' });
	});

	test('PAG-127 number formats are put together by keys, with a preview, and set in one step', async ({
		book,
		page
	}) => {
		const dialog = page.getByRole('dialog', { name: 'Number format', exact: true });
		await book.typeInto('B2', '-1234.5');
		await book.typeInto('B3', '0.25');
		await book.goTo('B2:B3');
		await book.press('Control+1');
		await expect(dialog).toBeVisible();
		await dialog.getByRole('radio', { name: 'Currency' }).press('Space');
		await dialog.getByLabel('Below zero').selectOption('(1,234)');
		await dialog.getByLabel('Decimals').fill('1');
		await expect(dialog.getByRole('definition').first()).toHaveText('($1,234.5)');
		await dialog.getByLabel('Decimals').press('Enter');
		await expect(dialog).toBeHidden();
		await expect(book.grid).toBeFocused();
		await book.expectCells({ B2: '($1,234.5)', B3: /^\$0\.3/ });
		await book.press('Control+z');
		await book.expectCells({ B2: '-1234.5', B3: '0.25' });
	});

	test('PAG-127 a code that cannot be read is told with a sentence, and Escape leaves all as it was', async ({
		book,
		page
	}) => {
		const dialog = page.getByRole('dialog', { name: 'Number format', exact: true });
		await book.typeInto('B2', '45678');
		await book.goTo('B2');
		await choose(book, 'Number format', 'Number format …');
		await dialog.getByRole('radio', { name: 'Date' }).click();
		await dialog.getByRole('radio', { name: 'Custom' }).click();
		const code = dialog.getByRole('textbox', { name: 'Code' });
		await expect(code).toHaveValue('d-mmm-yy');
		await code.fill('0;0;0;0;0');
		await expect(dialog.getByRole('alert')).toContainText('is not a number format');
		await expect(dialog.getByRole('button', { name: 'Apply' })).toBeDisabled();
		await book.press('Escape');
		await book.expectCell('B2', '45678');
		await book.press('Control+1');
		await dialog.getByRole('radio', { name: 'Custom' }).click();
		await code.fill('#,##0.0,"k"');
		await dialog.getByRole('button', { name: 'Apply' }).click();
		await book.expectCell('B2', '45.7k');
	});

	test('PAG-2 a language that the page did not begin with is known to number formats', async ({
		book,
		page
	}) => {
		const dialog = page.getByRole('dialog', { name: 'Number format', exact: true });
		await book.typeInto('B2', '45678');
		await book.goTo('B2');
		await book.press('Control+1');
		await dialog.getByRole('radio', { name: 'Custom' }).click();
		await dialog.getByRole('textbox', { name: 'Code' }).fill('[$-407]d. mmmm yyyy');
		await dialog.getByRole('button', { name: 'Apply' }).click();
		await book.expectCell('B2', '21. Januar 2025');
	});

	test('PAG-128 merged cells are one cell to the eye, the pointer and the keys, and keep what they cover', async ({
		book
	}) => {
		await book.typeInto('B2', 'Title');
		await book.typeInto('C2', '7');
		await book.typeInto('E2', '=C2*2');
		await book.goTo('B2:D3');
		await tool(book, 'Merge cells').click();
		await expect(book.status).toContainText('One cell with a content is out of sight under B2:D3');
		await expect(book.cell('C2')).toHaveCount(0);
		await expect(book.cell('B2')).toHaveAttribute('aria-colspan', '3');
		const [merged, beside] = [(await book.cell('B2').boundingBox())!, (await book.cell('E3').boundingBox())!];
		expect(merged.x + merged.width).toBeCloseTo(beside.x, 0);
		expect(merged.y + merged.height).toBeCloseTo(beside.y + beside.height, 0);

		await book.goTo('A3');
		await book.press('ArrowRight');
		await book.expectActive('B2');
		await book.press('ArrowRight');
		await book.expectActive('E2');
		await book.grid.click({ position: { x: merged.x + merged.width - 20, y: 80 } });
		await book.expectActive('B2');
		await book.type('Costs');
		await book.expectCells({ B2: 'Costs', E2: '14' });
		await book.press('ArrowUp', 'Delete');
		await book.expectCell('E2', '14');
		await book.goTo('B2');
		await expect(tool(book, 'Merge cells')).toHaveAttribute('aria-pressed', 'true');
		await tool(book, 'Merge cells').click();
		await book.expectCell('C2', '7');
		await book.press('Control+z');
		await expect(book.cell('C2')).toHaveCount(0);
	});

	test('PAG-129 a note is written, read and deleted by keys', async ({ book, page }) => {
		const dialog = page.getByRole('dialog', { name: 'Note on B2' });
		await book.typeInto('B2', '7');
		await book.goTo('B2');
		await book.press('Shift+F2');
		await expect(dialog.getByRole('textbox', { name: 'Note' })).toBeFocused();
		await page.keyboard.type('From the annual report');
		await book.press('Control+Enter');
		await expect(dialog).toBeHidden();
		await expect(book.grid).toBeFocused();
		await expect(book.inspector).toContainText('From the annual report');
		await expect(book.grid.getByText('From the annual report')).toBeVisible();
		await book.press('ArrowDown');
		await expect(book.grid.getByText('From the annual report')).toBeHidden();
		await book.press('ArrowUp');
		await expect(page.locator('[aria-live=polite]', { hasText: 'note: From the annual report' })).toHaveCount(
			1
		);
		await book.press('Shift+F2');
		await dialog.getByRole('button', { name: 'Delete' }).press('Enter');
		await expect(book.inspector).not.toContainText('From the annual report');
		await book.press('Control+z');
		await expect(book.inspector).toContainText('From the annual report');
		// Beside what is wrong in the cell it is said too.
		await book.typeInto('B2', '=1/0');
		await book.goTo('B2');
		await expect(
			page.locator('[aria-live=polite]', { hasText: /Division by zero.*note: From the annual report/ })
		).toHaveCount(1);
	});

	test('PAG-129 the pointer shows a note', async ({ book, page }) => {
		await book.goTo('B2');
		await book.press('Shift+F2');
		await page.getByRole('textbox', { name: 'Note' }).fill('Look here');
		await page.getByRole('button', { name: 'Save' }).click();
		await book.goTo('A9');
		await expect(book.grid.getByText('Look here')).toBeHidden();
		await book.cell('B2').hover();
		await expect(book.grid.getByText('Look here')).toBeVisible();
		await book.cell('B5').hover();
		await expect(book.grid.getByText('Look here')).toBeHidden();
	});

	test('PAG-126 at 390 pixels formatting stands behind a button', async ({ book, page }) => {
		await page.setViewportSize({ width: 390, height: 844 });
		await book.cell('B2').click();
		await tool(book, 'Bold').click();
		await expect(tool(book, 'Bold')).toHaveAttribute('aria-pressed', 'true');
		const overflow = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
		expect(overflow).toBe(false);
		await page.getByRole('button', { name: 'Formatting' }).click();
		await expect(tool(book, 'Bold')).toBeHidden();
		await page.getByRole('button', { name: 'Formatting' }).click();
		await expect(tool(book, 'Bold')).toBeVisible();
	});
});
