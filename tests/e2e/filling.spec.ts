import { expect, test, type WorkbookPage } from './workbook-page';

// On a sheet of their own, so that no format or neighbour of the model plays a part.
test.beforeEach(async ({ book }) => {
	await book.open();
	await book.addSheet();
	await book.expectSheet('Sheet 11');
	await book.goTo('A1');
});

/** Drags the handle of the selection to the middle of a cell. */
async function dragHandle(book: WorkbookPage, to: string, key?: 'Control'): Promise<void> {
	const { mouse, keyboard } = book.page;
	const handle = (await book.grid.locator('[data-fill-handle]').boundingBox())!;
	const goal = (await book.cell(to).boundingBox())!;
	await mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
	await mouse.down();
	await mouse.move(goal.x + goal.width / 2, goal.y + goal.height / 2, { steps: 4 });
	if (key) await keyboard.down(key);
	await mouse.up();
	if (key) await keyboard.up(key);
}

async function typeDown(book: WorkbookPage, from: string, ...texts: string[]): Promise<void> {
	await book.goTo(from);
	for (const text of texts) await book.type(text);
}

test.describe('filling by keys', () => {
	test('PAG-140 Ctrl+Enter fills every selected range, and a formula shifts', async ({ book, page }) => {
		await typeDown(book, 'A1', '10', '20', '30');
		await book.goTo('B1:B3');
		await page.keyboard.type('=A1*2');
		await book.press('Control+Enter');
		await book.expectCells({ B1: '20', B2: '40', B3: '60', B4: '' });
		await expect(book.grid).toBeFocused();
		await book.goTo('D2');
		await book.cell('D2').click();
		await book.cell('E4').click({ modifiers: ['Control'] });
		await page.keyboard.type('12.5%');
		await book.press('Control+Enter');
		await book.expectCells({ D2: '12.5%', E4: '12.5%', D3: '', E3: '' });
		await book.press('Control+z');
		await book.expectCells({ D2: '', E4: '', B1: '20' });
	});

	test('PAG-244 Ctrl+Enter fills a whole empty column as far as a sheet shows rows, and says so', async ({
		book,
		page
	}) => {
		await typeDown(book, 'A1', '5');
		await book.goTo('B1');
		await book.press('Control+ ');
		await page.keyboard.type('=A1+1');
		await book.press('Control+Enter');
		await book.expectCells({ B1: '6', B2: '1', B9: '1' });
		await expect(book.status).toHaveText(
			'Filled 100 cells, as far as B100: a whole column or row is not filled to its end.'
		);
		await book.press('Control+z');
		await book.expectCells({ B1: '', B2: '' });

		await page.getByRole('columnheader', { name: 'C', exact: true }).click();
		await page.keyboard.type('7');
		await book.press('Control+Enter');
		await book.expectCells({ C1: '7', C9: '7' });
		await book.goTo('C100');
		await book.expectCells({ C100: '7', C101: '' });
	});

	test('PAG-140 Ctrl+D and Ctrl+R copy the first row and column, or what stands before a single one', async ({
		book
	}) => {
		await typeDown(book, 'A1', '5', '7', '9');
		await book.goTo('B1');
		await book.type('=A1+1');
		await book.goTo('B1:B3');
		await book.press('Control+d');
		await book.expectCells({ B1: '6', B2: '8', B3: '10' });
		await expect(book.status).toHaveText('Filled 2 cells.');
		await book.goTo('C1:C3');
		await book.press('Control+r');
		await book.goTo('C3');
		await expect(book.content).toHaveValue('=B3+1');
		await book.goTo('C4');
		await book.press('Control+d');
		await expect(book.content).toHaveValue('=B4+1');
		await book.goTo('A1');
		await book.press('Control+d');
		await expect(book.status).toHaveText('There is nothing to fill from above the selection.');
		await book.press('Control+z', 'Control+z', 'Control+z');
		await book.expectCells({ B2: '', C1: '', C4: '' });
	});
});

test.describe('the fill handle', () => {
	test('PAG-141 drags a series down, up, right and left, each in one step', async ({ book }) => {
		await typeDown(book, 'C4', '10', '20');
		await book.goTo('C4:C5');
		await dragHandle(book, 'C8');
		await book.expectCells({ C6: '30', C7: '40', C8: '50', C9: '' });
		await expect(book.nameBox).toHaveValue('C4');
		await book.goTo('C4:C5');
		await dragHandle(book, 'C2');
		await book.expectCells({ C3: '0', C2: '-10' });
		await book.goTo('C4');
		await dragHandle(book, 'E4');
		await book.expectCells({ D4: '10', E4: '10' });
		await book.press('Control+z', 'Control+z', 'Control+z');
		await book.expectCells({ C2: '', C3: '', C6: '', D4: '', C4: '10', C5: '20' });
		await book.typeInto('C1', 'Q1 2025');
		await book.goTo('C1');
		await dragHandle(book, 'A1');
		await book.expectCells({ B1: 'Q4 2024', A1: 'Q3 2024' });
	});

	test('PAG-141 Ctrl copies a series and counts a lone number up', async ({ book }) => {
		await typeDown(book, 'A1', '2025 Q4');
		await book.typeInto('B1', '7');
		await book.goTo('A1');
		await dragHandle(book, 'A3');
		await book.expectCells({ A2: '2026 Q1', A3: '2026 Q2' });
		await book.press('Control+z');
		await book.cell('A1').click();
		await dragHandle(book, 'A3', 'Control');
		await book.expectCells({ A2: '2025 Q4', A3: '2025 Q4' });
		await book.goTo('B1');
		await dragHandle(book, 'B3', 'Control');
		await book.expectCells({ B2: '8', B3: '9' });
	});

	test('PAG-141 a double click fills down as far as the neighbour reaches, and formats go along', async ({
		book
	}) => {
		await typeDown(book, 'A1', 'a', 'b', 'c', 'd');
		await book.typeInto('B1', '12.5%');
		await book.typeInto('B2', '25.0%');
		await book.goTo('B1:B2');
		await book.grid.locator('[data-fill-handle]').dblclick();
		await book.expectCells({ B3: '37.5%', B4: '50.0%', B5: '' });
		await book.goTo('F1');
		await book.grid.locator('[data-fill-handle]').dblclick();
		await expect(book.status).toHaveText(/^No column beside the selection/);
	});

	test('PAG-141 a series of growth is filled by its dialog, by keys alone', async ({ book, page }) => {
		await book.type('2');
		await book.goTo('A1:A6');
		await book.press('Shift+F10');
		await page.getByRole('menuitem', { name: /^Fill series/ }).press('Enter');
		const dialog = page.getByRole('dialog', { name: 'Fill series' });
		await dialog.getByLabel('Series').selectOption({ label: 'Growth' });
		await dialog.getByLabel('Multiply by').fill('x');
		await book.press('Enter');
		await expect(dialog.getByRole('alert')).toHaveText('The step must be a number.');
		await dialog.getByLabel('Multiply by').fill('3');
		await dialog.getByLabel('Last value').fill('100');
		await book.press('Enter');
		await expect(dialog).toBeHidden();
		await book.expectCells({ A2: '6', A3: '18', A4: '54', A5: '' });
		await book.press('Control+z');
		await book.expectCells({ A1: '2', A2: '' });
	});
});

test.describe('entering without typing', () => {
	test('PAG-149 sums, dates and what stands above are entered by keys', async ({ book, page }) => {
		await typeDown(book, 'A1', '10', '20', '30');
		await book.press('Alt+=');
		await expect(page.getByRole('textbox', { name: 'Editing A4' })).toHaveValue('=SUM(A1:A3)');
		await book.press('Enter');
		await book.expectCell('A4', '60');
		await typeDown(book, 'B1', '1', '2', '3');
		await book.goTo('A1:B5');
		await book.press('Alt+=');
		await book.expectCells({ A5: '120', B5: '6' });
		await book.goTo('C5');
		await book.press('Control+;');
		await book.expectCell('C5', /^20\d\d-\d\d-\d\d$/);
		await book.goTo('C6');
		await book.press('Control+Shift+:');
		await book.expectCell('C6', /^\d{1,2}:\d\d$/);
		await book.goTo('C7');
		await page.keyboard.type('As of ');
		await book.press('Control+;');
		await page.keyboard.type(', ');
		await book.press('Control+Shift+:', 'Enter');
		await book.expectCell('C7', /^As of 20\d\d-\d\d-\d\d, \d\d:\d\d$/);
		await book.goTo('A6');
		await book.press("Control+'");
		await expect(page.getByRole('textbox', { name: 'Editing A6' })).toHaveValue('=SUM(A1:A4)');
		await book.press('Escape');
		await book.expectCell('A6', '');
	});
});
