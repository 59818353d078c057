import { expect, test, type WorkbookPage } from './workbook-page';

/** A sheet of its own with numbers in A1 to B3. */
test.beforeEach(async ({ book }) => {
	await book.open();
	await book.addSheet();
	await book.expectSheet('Sheet 11');
	await book.goTo('A1');
	await book.copyFromOutside('1\t10\n2\t20\n3\t30');
	await book.press('Control+v');
	await book.expectCell('B3', '30');
	await book.goTo('A1:B3');
});

/** Presses at a point, drags as far as another, has Escape take it back and lets go. */
async function dragAndEscape(book: WorkbookPage, from: readonly number[], to: readonly number[]) {
	const { mouse } = book.page;
	await mouse.move(from[0]!, from[1]!);
	await mouse.down();
	await mouse.move(to[0]!, to[1]!, { steps: 4 });
	await book.press('Escape');
	await mouse.move(to[0]! + 3, to[1]! + 3);
	await mouse.up();
}

test('PAG-393 Escape takes back what is being dragged: cells, a fill and a width', async ({ book, page }) => {
	const boxOf = async (address: string) => (await book.cell(address).boundingBox())!;
	const [a1, d11] = [await boxOf('A1'), await boxOf('D11')];
	const steps = await book.undo.getAttribute('title');

	await dragAndEscape(book, [a1.x + 30, a1.y], [d11.x + 30, d11.y + 10]);
	await book.expectCells({ A1: '1', D11: '' });

	const handle = (await book.grid.locator('[data-fill-handle]').boundingBox())!;
	await dragAndEscape(book, [handle.x + 3, handle.y + 3], [handle.x + 3, d11.y + 10]);
	await book.expectCells({ A4: '', A11: '' });

	const header = (await page.getByRole('columnheader', { name: 'B', exact: true }).boundingBox())!;
	const edge = [header.x + header.width - 1, header.y + 10] as const;
	await dragAndEscape(book, edge, [edge[0] + 60, edge[1]]);
	expect((await boxOf('B1')).width).toBe((await boxOf('C1')).width);
	await expect(book.undo).toHaveAttribute('title', steps!);

	// The next drag is one as ever.
	await book.dragEdge('A1', 'D11');
	await book.expectCells({ A1: '', D11: '1', E13: '30' });
});

test('PAG-392 a press on a cell that the argument hint covers points at it', async ({ book, page }) => {
	await book.goTo('C5');
	await page.keyboard.type('=SUM(');
	const field = page.getByRole('textbox', { name: 'Editing C5' });
	await expect(page.getByText('SUM(number1', { exact: false })).toBeVisible();
	const d7 = (await book.cell('D7').boundingBox())!;
	await page.mouse.click(d7.x + d7.width / 2, d7.y + d7.height / 2);
	await expect(field).toHaveValue('=SUM(D7');
	await page.keyboard.type(',A1:B3)');
	await book.press('Enter');
	await book.expectCell('C5', '66');
});

test('PAG-394 a press on the button of a group leaves the keyboard in the sheet', async ({ book, page }) => {
	await book.goTo('A2:A3');
	await book.press('Shift+Space', 'Alt+Shift+ArrowRight');
	await book.goTo('D9');
	const group = page.getByRole('button', { name: 'Group of rows 2 to 3' });
	await group.click();
	await expect(group).toHaveAttribute('aria-expanded', 'false');
	await book.press('ArrowDown');
	await page.keyboard.type('55');
	await book.press('Enter');
	await book.expectCell('D10', '55');
	await expect(group).toHaveAttribute('aria-expanded', 'false');
});

test('PAG-395 on a narrow page what an act did is gone from the sheet once it can be read', async ({
	book,
	page
}) => {
	await page.setViewportSize({ width: 720, height: 450 });
	await book.goTo('A1:B3');
	await book.press('Control+c');
	const said = page.getByText('Copied A1:B3.', { exact: true });
	await expect(said).toBeVisible();
	await expect(said).toBeHidden();
	await expect(book.status).toHaveText('Copied A1:B3.');
});
