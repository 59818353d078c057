import { expect, test } from './workbook-page';

test.beforeEach(({ book }) => book.open());

test('PAG-100 whole rows are inserted at once and cells after a question, by keys, and undone', async ({
	book,
	page
}) => {
	await book.addSheet();
	await book.typeInto('A1', '1');
	await book.type('2');
	await book.type('=A1+A2');
	await book.goTo('A2:A3');
	await book.press('Shift+Space', 'Control++');
	await book.expectCells({ A1: '1', A2: '', A3: '', A4: '2', A5: '3' });
	await expect(book.status).toHaveText('Done: Insert rows 2 to 3');
	await book.goTo('A5');
	await expect(book.content).toHaveValue('=A1+A4');

	await book.goTo('A4');
	await book.press('Control++');
	const dialog = page.getByRole('dialog', { name: 'Insert' });
	await expect(dialog.getByRole('radio', { name: 'Shift cells down' })).toBeFocused();
	await book.press('ArrowUp', 'Enter');
	await expect(dialog).toBeHidden();
	await expect(book.grid).toBeFocused();
	await book.expectCells({ A4: '', B4: '2', A5: '3' });
	await book.press('Control+z', 'Control+z');
	await book.expectCells({ A2: '2', A3: '3' });
});

test('PAG-100 several selected columns are deleted in one step', async ({ book, page }) => {
	await book.addSheet();
	await book.goTo('A1');
	await page.keyboard.type('a');
	for (const text of ['b', 'c', 'd', 'e']) {
		await book.press('Tab');
		await page.keyboard.type(text);
	}
	await book.press('Enter');
	const header = (letters: string) => page.getByRole('columnheader', { name: letters, exact: true });
	await header('B').click();
	await header('D').click({ modifiers: ['Control'] });
	await book.press('Control+-');
	await book.expectCells({ A1: 'a', B1: 'c', C1: 'e', D1: '' });
	await book.press('Control+z');
	await book.expectCells({ A1: 'a', B1: 'b', C1: 'c', D1: 'd', E1: 'e' });
});

test('PAG-101 a deletion that breaks formulas asks, leads to them, and deletes when told so', async ({
	book,
	page
}) => {
	await book.addSheet();
	await book.typeInto('A1', '5');
	await book.typeInto('C3', '=A1*2');
	await book.goTo('A1');
	await book.press('Shift+Space', 'Control+-');
	const dialog = page.getByRole('dialog', { name: 'Delete what formulas read?' });
	await expect(dialog).toContainText('Deleting this row breaks 1 formula');
	await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
	await dialog.getByRole('button', { name: "'Sheet 11'!C3" }).click();
	await expect(dialog).toBeHidden();
	await book.expectActive('C3');
	await book.expectCell('C3', '10');
	await expect(book.status).toContainText('Nothing was deleted');

	await book.goTo('A1');
	await book.press('Shift+Space', 'Control+-');
	await expect(dialog).toBeVisible();
	await book.press('Escape');
	await expect(dialog).toBeHidden();
	await book.expectCell('A1', '5');
	await book.press('Control+-');
	await dialog.getByRole('button', { name: 'Delete anyway' }).click();
	await book.expectCell('C2', '#REF!');
	await book.press('Control+z');
	await book.expectCells({ A1: '5', C3: '10' });
});

test('PAG-102 rows and columns are hidden by keys, and shown by keys and by the mark in the header', async ({
	book,
	page
}) => {
	await book.addSheet();
	await book.goTo('A3:A4');
	await book.press('Control+9');
	await expect(book.cell('A3')).toBeHidden();
	await expect(book.cell('A5')).toBeVisible();
	await page.getByRole('button', { name: 'Show rows 3 to 4' }).click();
	await expect(book.cell('A3')).toBeVisible();
	await book.press('Control+z');
	await expect(book.cell('A3')).toBeHidden();
	await book.goTo('A2:A5');
	await book.press('Control+Shift+9');
	await expect(book.cell('A4')).toBeVisible();
	await book.press('Control+Shift+9');
	await expect(book.status).toContainText('No rows are hidden here');

	await book.goTo('A1');
	await book.press('Control+0');
	await expect(book.cell('A1')).toBeHidden();
	await page.getByRole('button', { name: 'Show column A' }).click();
	await expect(book.cell('A1')).toBeVisible();
});

test('PAG-103 rows are grouped by keys, and collapsed and expanded by the button beside them', async ({
	book,
	page
}) => {
	await book.addSheet();
	await book.goTo('A2:A4');
	await book.press('Shift+Space', 'Alt+Shift+ArrowRight');
	const group = page.getByRole('button', { name: 'Group of rows 2 to 4' });
	await expect(group).toHaveAttribute('aria-expanded', 'true');
	await group.press('Enter');
	await expect(group).toHaveAttribute('aria-expanded', 'false');
	await expect(book.cell('A3')).toBeHidden();
	await group.click();
	await expect(book.cell('A3')).toBeVisible();
	await book.goTo('A2:A4');
	await book.press('Alt+Shift+ArrowLeft');
	await expect(group).toBeHidden();

	await book.goTo('B1:C1');
	await book.press('Control+Space', 'Alt+Shift+ArrowRight');
	await page.getByRole('button', { name: 'Group of columns B to C' }).click();
	await expect(book.cell('B1')).toBeHidden();
	await expect(book.cell('D1')).toBeVisible();
});

test('PAG-104 a row is dragged higher, columns get an exact width, and fit what they hold, each in one step', async ({
	book,
	page
}) => {
	await book.addSheet();
	const sizeOf = async (address: string) => (await book.cell(address).boundingBox())!;
	const row = page.getByRole('rowheader', { name: '2', exact: true });
	const box = (await row.boundingBox())!;
	await page.mouse.move(box.x + 10, box.y + box.height - 1);
	await page.mouse.down();
	await page.mouse.move(box.x + 10, box.y + box.height + 24, { steps: 4 });
	await page.mouse.up();
	expect((await sizeOf('A2')).height).toBe(50);
	await page.mouse.dblclick(box.x + 10, box.y + 49);
	await expect.poll(async () => (await sizeOf('A2')).height).toBe(25);

	await book.goTo('A1:B1');
	await page.getByRole('columnheader', { name: 'A', exact: true }).click({ button: 'right' });
	await page.getByRole('menuitem', { name: /^Column width/ }).click();
	const field = page.getByRole('textbox', { name: 'Column width in pixels' });
	await expect(field).toBeFocused();
	await field.fill('5');
	await field.press('Enter');
	await expect(page.getByRole('alert')).toContainText('5 is outside');
	await field.fill('150');
	await field.press('Enter');
	await expect.poll(async () => (await sizeOf('A1')).width).toBe(150);

	await book.typeInto('A1', 'A text that is wide');
	await book.typeInto('B1', 'Narrow');
	await page.getByRole('columnheader', { name: 'A', exact: true }).click();
	await page.getByRole('columnheader', { name: 'B', exact: true }).click({ modifiers: ['Shift'] });
	const edge = (await page.getByRole('columnheader', { name: 'B', exact: true }).boundingBox())!;
	await page.mouse.dblclick(edge.x + edge.width - 2, edge.y + 8);
	await expect.poll(async () => (await sizeOf('B1')).width).toBeLessThan(90);
	expect((await sizeOf('A1')).width).toBeGreaterThan((await sizeOf('B1')).width + 30);
	await book.press('Control+z');
	await expect.poll(async () => (await sizeOf('A1')).width).toBe(150);
	expect((await sizeOf('B1')).width).toBe(104);
});

test('PAG-309 a size that is typed as soon as it is asked for is there whole', async ({ book, page }) => {
	await page.getByRole('columnheader', { name: 'A', exact: true }).click({ button: 'right' });
	await page.getByRole('menuitem', { name: /^Column width/ }).click();
	const field = page.getByRole('textbox', { name: 'Column width in pixels' });
	await expect(field).toBeFocused();
	await book.press('Escape');
	await expect(field).toBeHidden();
	await page.getByRole('columnheader', { name: 'A', exact: true }).click({ button: 'right' });
	await page.getByRole('menuitem', { name: /^Column width/ }).evaluate(async (item: HTMLElement) => {
		item.click();
		await Promise.resolve();
		document.execCommand('insertText', false, '8');
		await new Promise((resolve) => setTimeout(resolve, 50));
		document.execCommand('insertText', false, '0');
	});
	await expect(field).toHaveValue('80');
});

test('PAG-105 a sheet is moved, duplicated, coloured, hidden and shown by keys and by the menu of its tab', async ({
	book,
	page
}) => {
	const names = () => page.getByRole('tab').allTextContents();
	await book.showSheet('Figures');
	await book.press('Alt+Shift+PageUp');
	await expect.poll(async () => (await names()).slice(0, 2)).toEqual(['Figures', 'Overview']);
	await book.press('Alt+Shift+PageDown');
	await expect.poll(async () => (await names()).slice(0, 2)).toEqual(['Overview', 'Figures']);
	await book.sheetTab('Capex').dragTo(book.sheetTab('Figures'), { targetPosition: { x: 4, y: 8 } });
	await expect.poll(async () => (await names()).slice(0, 3)).toEqual(['Overview', 'Capex', 'Figures']);

	await book.sheetTab('Capex').click({ button: 'right' });
	await page.getByRole('menuitem', { name: 'Duplicate sheet' }).click();
	await book.expectSheet('Capex (2)');
	await book.sheetTab('Capex (2)').press('Shift+F10');
	await page.getByRole('menuitem', { name: /^Colour of the tab/ }).click();
	await page.getByRole('button', { name: 'Teal' }).click();
	await expect(book.sheetTab('Capex (2)')).toHaveAttribute('style', /0c8599/);

	await book.sheetTab('Capex (2)').click({ button: 'right' });
	await page.getByRole('menuitem', { name: 'Hide sheet' }).click();
	await book.expectSheet('Figures');
	await expect(book.sheetTab('Capex (2)')).toBeHidden();
	await book.grid.focus();
	await book.press('Control+PageUp');
	await book.expectSheet('Capex');
	await page.getByRole('button', { name: 'All sheets' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Capex (2) hidden' }).click();
	await book.expectSheet('Capex (2)');
});

test('PAG-105 a sheet is deleted at once where nothing reads it, and asks where something does', async ({
	book,
	page
}) => {
	await book.addSheet();
	await book.expectSheet('Sheet 11');
	await book.sheetTab('Sheet 11').press('Delete');
	await expect(book.sheetTab('Sheet 11')).toBeHidden();
	await book.expectSheet('Conflicts');
	await book.showSheet('Training cost');
	await book.sheetTab('Training cost').click({ button: 'right' });
	await page.getByRole('menuitem', { name: 'Delete sheet' }).click();
	const dialog = page.getByRole('dialog', { name: 'Delete what formulas read?' });
	await expect(dialog).toContainText(/the sheet “Training cost” breaks \d+ formulas and \d+ names/);
	await book.press('Enter');
	await expect(dialog).toBeHidden();
	await expect(book.sheetTab('Training cost')).toBeVisible();
});

test('GRD-61 frozen rows and columns stay in view, are clicked and edited there, and let go', async ({
	book,
	page
}) => {
	await book.showSheet('Figures');
	await book.goTo('C5');
	await page.keyboard.press('Control+k');
	await page.keyboard.type('Freeze panes here');
	await page.keyboard.press('Enter');
	await expect(book.status).toHaveText('Done: Freeze panes');
	await book.goTo('H150');
	await expect(book.cell('H150')).toBeInViewport();
	await expect(book.cell('A1')).toBeInViewport();
	await expect(book.cell('A150')).toBeInViewport();
	await expect(book.cell('H4')).toBeInViewport();
	const box = async (address: string) => (await book.cell(address).boundingBox())!;
	const frozen = await box('B4');
	const moving = await box('H150');
	expect(moving.y).toBeGreaterThanOrEqual(frozen.y + frozen.height - 1);
	expect(moving.x).toBeGreaterThanOrEqual(frozen.x + frozen.width - 1);

	await page.mouse.click(frozen.x + 10, frozen.y + 10);
	await book.expectActive('B4');
	await page.mouse.click((await box('B150')).x + 10, (await box('B150')).y + 10);
	await book.expectActive('B150');
	await book.press('ArrowRight');
	await book.expectActive('C150');
	await expect(book.cell('C150')).toBeInViewport();
	expect((await box('C150')).x).toBeGreaterThanOrEqual(frozen.x + frozen.width - 1);

	await book.press('Control+z');
	await expect(book.cell('A1')).toBeHidden();
});

test('PAG-345 PAG-346 keys that jump stop at shown cells, and at the first one behind frozen panes', async ({
	book,
	page
}) => {
	await book.addSheet();
	await book.goTo('A1');
	for (const text of ['1', '2', '3', '4', '5']) await book.type(text);
	await book.goTo('A4:A5');
	await book.press('Control+9');
	await book.goTo('A1');
	await book.press('Control+ArrowDown');
	await book.expectActive('A3');
	await book.press('Control+End');
	await book.expectActive('A3');
	await book.goTo('A1');
	await book.press('Control+0', 'ArrowRight', 'ArrowRight', 'Home');
	await book.expectActive('B1');
	await book.goTo('C3');
	await book.press('Control+k');
	await page.keyboard.type('Freeze panes here');
	await book.press('Enter');
	await expect(book.status).toHaveText('Done: Freeze panes');
	await book.goTo('F20');
	await book.press('Control+Home');
	await book.expectActive('C3');
	await book.press('Control+Home');
	await book.expectActive('B1');
});
