import { expect, test } from './workbook-page';

/** A sheet with a block of numbers, in A1 to B4, and one below it, in A7. */
test.beforeEach(async ({ book, page }) => {
	await book.open();
	await book.addSheet();
	await book.expectSheet('Sheet 11');
	await book.goTo('A1');
	await book.copyFromOutside('1\t10\n2\t20\n3\t30\n4\t40\n\n\n7');
	await page.keyboard.press('Control+v');
	await book.expectCell('A7', '7');
});

test('PAG-250 Ctrl and an arrow point at the edge of the data, with Shift as far as it', async ({
	book,
	page
}) => {
	const field = page.getByRole('textbox', { name: 'Editing D1' });
	await book.goTo('D1');
	await page.keyboard.type('=SUM(');
	await book.press('Control+ArrowLeft');
	await expect(field).toHaveValue('=SUM(B1');
	await book.press('Control+Shift+ArrowDown');
	await expect(field).toHaveValue('=SUM(B1:B4');
	await book.press('Shift+ArrowLeft');
	await expect(field).toHaveValue('=SUM(A1:B4');
	await book.press('Enter');
	await book.expectCell('D1', '110');
});

test('PAG-250 what is pointed at is brought into view, and rows that are hidden are passed over', async ({
	book,
	page
}) => {
	await book.typeInto('A90', '90');
	await book.goTo('2:3');
	await book.press('Control+9');
	const field = page.getByRole('textbox', { name: 'Editing B1' });
	await book.goTo('B1');
	await page.keyboard.type('=');
	await book.press('ArrowLeft', 'ArrowDown');
	await expect(field).toHaveValue('=A4');
	await book.press('Control+ArrowDown', 'Control+ArrowDown');
	await expect(field).toHaveValue('=A90');
	await expect(book.cell('A90')).toBeInViewport();
	await book.press('Control+ArrowDown');
	await expect(field).toHaveValue('=A1048576');
	await expect(book.cell('A1048576')).toBeInViewport();
	await book.press('Control+ArrowUp', 'Enter');
	await book.expectActive('B4');
	await book.expectCell('B1', '90');
});

test.describe('another sheet', () => {
	test('PAG-251 Ctrl+PageUp and Ctrl+PageDown lead to it, arrows point there, and Enter ends at home', async ({
		book
	}) => {
		await book.addSheet();
		await book.expectSheet('Sheet 12');
		await book.goTo('C3');
		await book.page.keyboard.type('=SUM(');
		await book.press('Control+PageUp');
		await book.expectSheet('Sheet 11');
		// From the cell that is active there.
		await book.press('ArrowDown', 'ArrowUp', 'Control+Shift+ArrowDown');
		await expect(book.content).toHaveValue("=SUM('Sheet 11'!A1:A4");
		await book.press('Enter');
		await book.expectSheet('Sheet 12');
		await book.expectActive('C4');
		await book.expectCell('C3', '10');
	});

	test('PAG-251 coming back, arrows point at the own sheet, and Escape leaves the cell as it was', async ({
		book
	}) => {
		await book.addSheet();
		await book.goTo('C3');
		await book.page.keyboard.type('=');
		await book.press('Alt+ArrowUp', 'ArrowRight');
		await book.expectSheet('Sheet 11');
		await expect(book.content).toHaveValue("='Sheet 11'!B1");
		await book.press('Alt+ArrowDown', 'ArrowLeft');
		await book.expectSheet('Sheet 12');
		await expect(book.content).toHaveValue('=B3');
		await book.page.keyboard.type('+');
		await book.press('Control+PageUp', 'ArrowDown', 'Escape');
		await book.expectSheet('Sheet 12');
		await book.expectActive('C3');
		await book.expectCell('C3', '');
	});

	test('PAG-396 a formula that could stand as it is stays open on other sheets, where Escape and Enter end it', async ({
		book
	}) => {
		await book.addSheet();
		await book.typeInto('C3', "='Sheet 11'!A1*2");
		await book.goTo('C3');
		await book.press('F2');
		await book.page.keyboard.type('+100');
		await book.sheetTab('Sheet 11').click();
		await book.expectSheet('Sheet 11');
		await expect(book.content).toHaveValue("='Sheet 11'!A1*2+100");
		await expect(book.content).toBeFocused();
		await book.press('Escape');
		await book.expectSheet('Sheet 12');
		await book.expectActive('C3');
		await book.expectCell('C3', '2');
		await book.press('F2', 'Control+PageUp');
		await book.expectSheet('Sheet 11');
		await book.page.keyboard.type('+5');
		await book.press('Enter');
		await book.expectSheet('Sheet 12');
		await book.expectCell('C3', '7');
		// A press on a cell takes it, where no reference can go in.
		await book.goTo('C3');
		await book.press('F2');
		await book.sheetTab('Sheet 11').click();
		await expect(book.content).toBeFocused();
		await book.page.keyboard.type('+1');
		await expect(book.content).toHaveValue("='Sheet 11'!A1*2+5+1");
		await book.cell('B2').click();
		await book.expectActive('B2');
		await book.expectCell('B2', '20');
		await book.showSheet('Sheet 12');
		await book.expectCell('C3', '8');
	});

	test('PAG-251 Ctrl+Enter fills what is selected on the own sheet', async ({ book }) => {
		await book.addSheet();
		await book.goTo('C3:C4');
		await book.page.keyboard.type('=2*');
		await book.press('Control+PageUp', 'ArrowDown', 'Control+Enter');
		await book.expectSheet('Sheet 12');
		await book.expectCells({ C3: '4', C4: '6' });
	});
});

test('PAG-341 a reference that F4 has turned is still pointed with, and keeps its signs by the arrow keys', async ({
	book,
	page
}) => {
	await book.addSheet();
	for (const address of ['A1', 'A2', 'A3']) await book.typeInto(address, '2');
	await book.goTo('C3');
	await page.keyboard.type('=SUM(');
	await book.press('ArrowLeft', 'ArrowLeft', 'F4');
	await expect(book.content).toHaveValue('=SUM($A$3');
	await book.press('Shift+ArrowUp', 'Shift+ArrowUp');
	await expect(book.content).toHaveValue('=SUM($A$1:$A$3');
	await book.press('F4');
	await expect(book.content).toHaveValue('=SUM(A$1:A$3');
	await page.keyboard.type(')+');
	await book.press('ArrowUp', 'F4', 'F4', 'F4', 'ArrowLeft');
	await expect(book.content).toHaveValue('=SUM(A$1:A$3)+$B2');
	await book.cell('A1').click();
	await expect(book.content).toHaveValue('=SUM(A$1:A$3)+A1');
	await book.press('Enter');
	await book.expectCell('C3', '8');
});
