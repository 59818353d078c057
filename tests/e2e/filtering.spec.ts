import { expect, test, type WorkbookPage } from './workbook-page';

test.beforeEach(async ({ book }) => {
	await book.openLabs();
});

/** Filters the column of the active cell's header by a text that is typed. */
async function filterBy(book: WorkbookPage, header: string, text: string): Promise<void> {
	await book.goTo(header);
	await book.press('Control+Shift+l', 'Alt+Shift+ArrowDown');
	await expect(book.page.getByRole('searchbox', { name: 'Search values' })).toBeFocused();
	await book.page.keyboard.type(text);
	await book.press('Enter');
	await expect(book.status).toHaveText(/ of 4 rows shown\.$/);
}

test('PAG-316 Replace all leaves out what a filter leaves out, and says so; Replace reaches it', async ({
	book,
	page
}) => {
	await filterBy(book, 'C1', '2024');
	await book.goTo('A1');
	await book.press('Control+h');
	const dialog = page.getByRole('dialog', { name: 'Find and replace' });
	await page.keyboard.type('e');
	await expect(dialog.getByRole('status')).toHaveText(/^5 cells found/);
	await dialog.getByRole('textbox', { name: 'Replace by' }).fill('3');
	await dialog.getByRole('button', { name: 'Replace all' }).press('Enter');
	await expect(dialog.getByRole('status')).toHaveText(
		'Replaced in 3 cells. The filter leaves 2 cells out: not changed.'
	);
	await book.expectCells({ C1: 'Y3ar', A3: 'D33pS33k', A4: 'M3ta' });
	await dialog.getByRole('button', { name: 'Next' }).press('Enter');
	await expect(dialog.getByRole('status')).toHaveText('A2, 1 of 2: hidden or filtered out');
	await dialog.getByRole('button', { name: 'Replace', exact: true }).press('Enter');
	await book.press('Escape', 'Control+Shift+l');
	await book.expectCells({ A2: 'Op3nAI', A5: 'Google' });
});

test('PAG-399 under a filter AutoSum writes the sum of the rows that are left', async ({ book, page }) => {
	await filterBy(book, 'C1', '2024');
	await book.goTo('B6');
	await book.press('Alt+=');
	await expect(page.getByRole('textbox', { name: 'Editing B6' })).toHaveValue('=SUBTOTAL(9,B2:B5)');
	await book.press('Enter');
	await book.expectCell('B6', '78');
});

test('PAG-390 Replace leaves formulas as they are that could not be read any more, and says so', async ({
	book,
	page
}) => {
	await book.typeInto('E2', '=LEN(A2)');
	await book.typeInto('E3', 'LEN(x');
	await book.goTo('A1');
	await book.press('Control+h');
	const dialog = page.getByRole('dialog', { name: 'Find and replace' });
	await page.keyboard.type('LEN(');
	await expect(dialog.getByRole('status')).toHaveText(/^2 cells found/);
	await dialog.getByRole('textbox', { name: 'Replace by' }).fill('LEN((');
	await dialog.getByRole('button', { name: 'Replace all' }).press('Enter');
	await expect(dialog.getByRole('status')).toHaveText(
		'Replaced in 1 cell. In 1 cell no readable formula would be left: not changed.'
	);
	await book.press('Escape');
	await book.expectCells({ E2: '6', E3: 'LEN((x' });
	await book.goTo('E2');
	await expect(book.content).toHaveValue('=LEN(A2)');
});

test('PAG-317 after all rows that a filter shows are deleted, the active cell can be seen', async ({
	book
}) => {
	await filterBy(book, 'C1', '2024');
	await book.goTo('A3:A4');
	await book.press('Shift+ ', 'Control+-');
	await expect(book.status).toHaveText(/^Done: Delete rows 3 to 4/);
	await book.expectActive('A4');
	await book.press('Control+z', 'Control+Shift+l');
	await book.expectCells({ A2: 'OpenAI', A3: 'DeepSeek' });
	await filterBy(book, 'A1', 'oo');
	await book.goTo('A5');
	await book.press('Shift+ ', 'Control+-');
	await book.expectActive('A5');
});

test('PAG-318 a column is filtered by rank and average, by keys alone, and undone', async ({
	book,
	page
}) => {
	const dialog = page.getByRole('dialog', { name: 'Filter column B' });
	const which = dialog.getByRole('combobox', { name: 'Which numbers' });
	const open = async () => {
		await book.goTo('B1');
		await book.press('Alt+Shift+ArrowDown');
		await expect(dialog).toBeVisible();
	};
	await book.goTo('B1');
	await book.press('Control+Shift+l');
	await open();
	await book.tabTo(dialog.getByRole('radio', { name: 'Choose values' }), 'Shift+Tab');
	await book.press('ArrowDown', 'ArrowDown');
	await expect(dialog.getByRole('radio', { name: 'By rank or average' })).toBeChecked();
	await book.tabTo(dialog.getByRole('spinbutton', { name: 'How many' }));
	await page.keyboard.type('2');
	await book.press('Enter');
	await expect(book.status).toHaveText('2 of 4 rows shown.');
	await book.expectCells({ B2: '100', B5: '191' });
	await expect(book.cell('B3')).toHaveCount(0);

	await open();
	await expect(which).toHaveValue('top');
	await expect(dialog.getByRole('spinbutton', { name: 'How many' })).toHaveValue('2');
	await which.selectOption('below the average');
	await book.tabTo(dialog.getByRole('button', { name: 'Filter', exact: true }));
	await book.press('Enter');
	await expect(dialog).toBeHidden();
	await book.expectCells({ B3: '6', B4: '72' });
	await expect(book.cell('B2')).toHaveCount(0);
	await book.press('Control+z');
	await book.expectCells({ B2: '100', B5: '191' });
	await expect(book.cell('B3')).toHaveCount(0);

	await book.goTo('A1');
	await book.press('Alt+Shift+ArrowDown');
	const other = page.getByRole('dialog', { name: 'Filter column A' });
	await expect(other.getByRole('radio', { name: 'By a condition' })).toBeVisible();
	await expect(other.getByRole('radio', { name: 'By rank or average' })).toHaveCount(0);
});

test('PAG-319 the dialog of a filter opens below its header, and in the middle of a small window', async ({
	book,
	page
}) => {
	await book.goTo('B1');
	await book.press('Control+Shift+l', 'Alt+Shift+ArrowDown');
	const dialog = page.getByRole('dialog', { name: 'Filter column B' });
	await expect(dialog).toBeVisible();
	const header = (await book.cell('B1').boundingBox())!;
	const below = (await dialog.boundingBox())!;
	expect(below.x).toBeCloseTo(header.x, 0);
	expect(below.y).toBeCloseTo(header.y + header.height + 2, 0);
	await book.press('Escape');
	await page.setViewportSize({ width: 390, height: 780 });
	await book.goTo('B1');
	await book.press('Alt+Shift+ArrowDown');
	await expect(dialog).toBeVisible();
	const middle = (await dialog.boundingBox())!;
	expect(middle.x + middle.width / 2).toBeCloseTo(195, 0);
	expect(middle.y + middle.height / 2).toBeCloseTo(390, 0);
});
