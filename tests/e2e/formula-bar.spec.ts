import { expect, test } from './workbook-page';

test.beforeEach(async ({ book }) => {
	await book.open();
	await book.addSheet();
	for (const [address, text] of [
		['A1', '4'],
		['A2', '5'],
		['A3', '6']
	] as const) {
		await book.typeInto(address, text);
	}
});

test('PAG-170 a function is suggested, taken by Tab and explained argument by argument', async ({
	book,
	page
}) => {
	const field = page.getByRole('textbox', { name: 'Editing C1' });
	const list = page.getByRole('listbox', { name: 'Suggestions' });
	await book.goTo('C1');
	await page.keyboard.type('=roundu');
	await expect(list.getByRole('option').first()).toContainText('ROUNDUP');
	await book.press('Tab');
	await expect(field).toHaveValue('=ROUNDUP(');
	await expect(list).toBeHidden();
	await page.keyboard.type('3.14159,');
	await expect(field).toHaveAccessibleDescription(/ROUNDUP\(/);
	await page.keyboard.type('2)');
	await book.press('Enter');
	await book.expectCell('C1', '3.15');
});

test('PAG-170 a name is chosen with the arrows, Escape sends the list away and then the edit', async ({
	book,
	page
}) => {
	const field = page.getByRole('textbox', { name: 'Editing C1' });
	const list = page.getByRole('listbox', { name: 'Suggestions' });
	await book.goTo('C1');
	await page.keyboard.type('=assume.gpu');
	await expect(list.getByRole('option').first()).toContainText('assume.gpu');
	const second = await list.getByRole('option').nth(1).locator('span').textContent();
	await book.press('ArrowDown', 'Enter');
	await expect(field).toHaveValue(`=${second}`);
	await page.keyboard.type('+su');
	await expect(list).toBeVisible();
	await book.press('Escape');
	await expect(list).toBeHidden();
	await expect(field).toBeFocused();
	await book.press('Escape');
	await expect(book.grid).toBeFocused();
	await book.expectCell('C1', '');
});

test('PAG-170 a suggestion is taken by the mouse, and Enter without choosing takes the formula', async ({
	book,
	page
}) => {
	await book.goTo('C1');
	await page.keyboard.type('=ave');
	await page
		.getByRole('option', { name: /AVERAGE(?![A-Z])/ })
		.first()
		.click();
	await expect(page.getByRole('textbox', { name: 'Editing C1' })).toHaveValue('=AVERAGE(');
	await page.keyboard.type('A1:A3)');
	await book.press('Enter');
	await book.expectCell('C1', '5');
});

test('PAG-171 cells are pointed at by clicking and dragging, and by the arrow keys', async ({
	book,
	page
}) => {
	const field = page.getByRole('textbox', { name: 'Editing C1' });
	await book.goTo('C1');
	await page.keyboard.type('=SUM(');
	await book.cell('A1').hover();
	await page.mouse.down();
	await book.cell('A3').hover();
	await page.mouse.up();
	await expect(field).toHaveValue('=SUM(A1:A3');
	await expect(field).toBeFocused();
	await page.keyboard.type(')*');
	await book.press('ArrowLeft');
	await expect(field).toHaveValue('=SUM(A1:A3)*B1');
	await book.press('ArrowLeft', 'Shift+ArrowDown');
	await expect(field).toHaveValue('=SUM(A1:A3)*A1:A2');
	await book.press('ArrowUp');
	await expect(field).toHaveValue('=SUM(A1:A3)*A1');
	await book.press('Enter');
	await book.expectCell('C1', '60');
});

test('PAG-236 headers point at whole columns and rows, and Ctrl adds a reference behind a comma', async ({
	book,
	page
}) => {
	const field = page.getByRole('textbox', { name: 'Editing D1' });
	await book.goTo('D1');
	await page.keyboard.type('=SUM(');
	await book.grid.getByRole('columnheader', { name: 'A', exact: true }).click();
	await expect(field).toHaveValue('=SUM(A:A');
	await expect(field).toBeFocused();
	await book.cell('B2').click({ modifiers: ['Control'] });
	await expect(field).toHaveValue('=SUM(A:A,B2');
	await book.grid.getByRole('rowheader', { name: '3', exact: true }).click();
	await expect(field).toHaveValue('=SUM(A:A,3:3');
	await book.press('Enter');
	await book.expectCell('D1', '21');
});

test('PAG-171 a cell on another sheet is pointed at, and the formula ends where it began', async ({
	book,
	page
}) => {
	await book.goTo('C1');
	await page.keyboard.type('=2*');
	await book.sheetTab('Overview').click();
	await book.cell('B8').click();
	await expect(book.content).toHaveValue('=2*Overview!B8');
	await book.content.press('Enter');
	await expect(book.sheetTab('Overview')).toHaveAttribute('aria-selected', 'false');
	await book.expectCell('C1', '400');
});

test('PAG-241 keys go on into the formula after coming back to its own sheet, and from sheet to sheet', async ({
	book,
	page
}) => {
	await book.goTo('C1');
	await page.keyboard.type('=');
	await book.sheetTab('Figures').click();
	await book.sheetTab('Capex').click();
	await page.keyboard.type('A1');
	await expect(book.content).toHaveValue('=A1');
	await book.press('Backspace', 'Backspace');
	await book.sheetTab('Sheet 11').click();
	await expect(book.content).toBeFocused();
	await book.cell('A1').click();
	await book.sheetTab('Figures').click();
	await book.cell('C6').click();
	await book.sheetTab('Sheet 11').click();
	await page.keyboard.type('*0+5');
	await expect(book.content).toHaveValue('=Figures!C6*0+5');
	await book.press('Enter');
	await book.expectSheet('Sheet 11');
	await book.expectCell('C1', '5');
});

test('PAG-172 F4 turns the reference at the caret through its forms', async ({ book, page }) => {
	const field = page.getByRole('textbox', { name: 'Editing C1' });
	await book.goTo('C1');
	await page.keyboard.type('=A1*A2');
	for (const turned of ['=A1*$A$2', '=A1*A$2', '=A1*$A2', '=A1*A2']) {
		await book.press('F4');
		await expect(field).toHaveValue(turned);
	}
	await book.press('Enter');
	await book.expectCell('C1', '20');
});

test('EDT-235 a key acts where the caret is when it is pressed, however quickly it follows what moved it', async ({
	book,
	page
}) => {
	await book.open();
	await book.addSheet();
	await book.goTo('B2');
	await page.keyboard.type('=A1+A2');
	const field = page.getByRole('textbox', { name: 'Editing B2' });
	/** Presses a key before the browser tells that the caret has moved. */
	const pressAt = (caret: number, key: string, altKey = false) =>
		field.evaluate(
			(element: HTMLTextAreaElement, { caret, key, altKey }) => {
				element.setSelectionRange(caret, caret);
				element.dispatchEvent(new KeyboardEvent('keydown', { key, altKey, bubbles: true, cancelable: true }));
			},
			{ caret, key, altKey }
		);
	await pressAt(2, 'F4');
	await expect(field).toHaveValue('=$A$1+A2');
	await pressAt(1, 'Enter', true);
	await expect(field).toHaveValue('=\n$A$1+A2');
});

test('PAG-222 F9 puts the value of the selected part in its place, and Ctrl+Z and Escape take it back', async ({
	book,
	page
}) => {
	await book.typeInto('H1', '4');
	await book.typeInto('H2', '6');
	await book.typeInto('H3', '=SUM(H1:H2)*2');
	await book.expectCell('H3', '20');
	await book.goTo('H3');
	await book.press('F2', 'Home', 'ArrowRight');
	for (let letter = 0; letter < 'SUM(H1:H2)'.length; letter += 1) await book.press('Shift+ArrowRight');
	await book.press('F9');
	const editor = page.getByRole('textbox', { name: 'Editing H3' });
	await expect(editor).toHaveValue('=10*2');
	await expect(book.status).toContainText('SUM(H1:H2) is 10');
	await book.press('Control+z');
	await expect(editor).toHaveValue('=SUM(H1:H2)*2');
	await book.press('F9');
	await expect(editor).toHaveValue('=10*2');
	await book.press('Escape');
	await book.goTo('H3');
	await expect(book.content).toHaveValue('=SUM(H1:H2)*2');
	await book.press('F2', 'Home', 'ArrowRight');
	for (let letter = 0; letter < 'SUM('.length; letter += 1) await book.press('Shift+ArrowRight');
	await book.press('F9');
	await expect(book.status).toContainText('no expression by itself');
	// A part of a word is none.
	await book.press('Home', 'ArrowRight', 'ArrowRight', 'Shift+End', 'F9');
	await expect(book.status).toContainText('cuts a word or a number in two');
	await expect(editor).toHaveValue('=SUM(H1:H2)*2');
});

test('PAG-223 the bracket at the caret and its partner are marked, and one that has none', async ({
	book
}) => {
	await book.goTo('H1');
	await book.page.keyboard.type('=SUM((A1),B1');
	await expect(book.page.locator('.paint .paired')).toHaveCount(0);
	await book.press('F2');
	await book.page.keyboard.type(')');
	await expect(book.page.locator('.paint .paired').first()).toHaveText('(');
	await expect(book.page.locator('.paint .paired').last()).toHaveText(')');
	await book.page.keyboard.type(')');
	await expect(book.page.locator('.paint .alone').first()).toHaveText(')');
});

test('PAG-340 a suggestion that is taken before an operand leaves that where it is', async ({
	book,
	page
}) => {
	const field = page.getByRole('textbox', { name: 'Editing C1' });
	const list = page.getByRole('listbox', { name: 'Suggestions' });
	for (const [formula, back, typed, taken] of [
		['=A1+A2', 5, 'ab', '=ABS(A1+A2'],
		['=A1+A2', 2, 'roundu', '=A1+ROUNDUP(A2'],
		['=SUM(A1:A3)', 10, 'ab', '=ABS(SUM(A1:A3)'],
		['=assume.mfu', 10, 'ab', '=ABS(assume.mfu'],
		['=ROUNDUP(A1,0)', 8, 'D', '=ROUNDDOWN(A1,0)']
	] as const) {
		await book.goTo('C1');
		await page.keyboard.type(formula);
		await book.press('F2', ...Array<string>(back).fill('ArrowLeft'));
		if (typed === 'D') await book.press('Delete');
		await page.keyboard.type(typed);
		await expect(list).toBeVisible();
		await book.press('Tab');
		await expect(field).toHaveValue(taken);
		await book.press('Escape');
		if (!(await book.grid.evaluate((grid) => grid === document.activeElement))) await book.press('Escape');
	}
});
