import { expect, test } from './workbook-page';

test.beforeEach(async ({ book }) => {
	await book.open();
	await book.addSheet();
	await book.goTo('A1');
});

test('PAG-22 a formula that cannot be read keeps its text, and the bar marks the place and says what was expected', async ({
	book,
	page
}) => {
	const bar = page.getByRole('group', { name: 'Formula bar' });
	await book.type('=SUM({1,2');
	await book.expectCell('A1', '#ERROR!');
	await book.goTo('A1');
	await expect(book.content).toHaveValue('=SUM({1,2');
	await expect(book.content).toHaveAttribute('aria-invalid', 'true');
	await expect(book.content).toHaveAccessibleDescription(
		/list that begins with “{” is not closed: expected “}”/
	);
	await expect(bar.locator('.wrong')).toHaveText('{');
	await expect(book.inspector).toContainText('expected “}”');

	await book.type('=2*/3');
	await book.goTo('A1');
	await expect(book.content).toHaveValue('=2*/3');
	await expect(book.content).toHaveAccessibleDescription('Expected a value before “/”.');
	await expect(bar.locator('.wrong')).toHaveText('/');

	await book.type('=2*3');
	await book.expectCell('A1', '6');
	await book.goTo('A1');
	await expect(book.content).toHaveAttribute('aria-invalid', 'false');
	await expect(bar.locator('.wrong')).toHaveCount(0);
});

test('PAG-22 an error says what it is to who reads the cell aloud', async ({ book, page }) => {
	await book.type('=1/0');
	await book.expectCell('A1', '#DIV/0!');
	await book.press('ArrowUp');
	await expect(page.locator('#sheet-panel [aria-live=polite]')).toHaveText(/^A1, #DIV\/0!, Division by zero/);
	await expect(book.inspector).toContainText('Division by zero: check what this formula divides by.');
});

test('PAG-23 an unknown function, name or sheet is told with the nearest that is known', async ({ book }) => {
	const faults = [
		['=SUMM(1,2)', '#NAME?', /There is no function SUMM\. Did you mean SUM\?/],
		['=training.gpt4_v3_ratoi*2', '#NAME?', /Did you mean “training\.gpt4_v3_ratio”\?/],
		[
			"='Traning cost'!B6",
			'#REF!',
			/There is no sheet called “Traning cost”\. Did you mean “Training cost”\?/
		]
	] as const;
	for (const [typed, seen, said] of faults) {
		await book.typeInto('A1', typed);
		await book.expectCell('A1', seen);
		await book.goTo('A1');
		await expect(book.content).toHaveValue(typed);
		await expect(book.content).toHaveAccessibleDescription(said);
	}
});

test('PAG-23 a loop names its cells, also over sheets, and ends when one of them changes', async ({
	book
}) => {
	await book.typeInto('A1', '=B1+1');
	await book.typeInto('B1', '=Overview!A30*2');
	await book.typeInto('Overview!A30', "='Sheet 11'!A1");
	await book.expectCell('A30', '#CYCLE!');
	await book.goTo('A30');
	await expect(book.content).toHaveAccessibleDescription(/^This cell depends on itself: .*A1.*B1.*A30/);
	await book.showSheet('Sheet 11');
	await book.expectCells({ A1: '#CYCLE!', B1: '#CYCLE!' });
	await book.typeInto('B1', '4');
	await book.expectCell('A1', '5');
	await book.showSheet('Overview');
	await book.expectCell('A30', '5');
});

test('PAG-23 what reads an error shows it and says where it began', async ({ book }) => {
	await book.typeInto('A1', '=SUMM(1,2)');
	await book.typeInto('A2', '=A1*2');
	await book.typeInto('A3', '=A2+1');
	await book.expectCell('A3', '#NAME?');
	await book.goTo('A3');
	await expect(book.content).toHaveAccessibleDescription(/A1.*SUMM/);
});

test('PAG-145 functions that are loaded when a formula calls them answer', async ({ book }) => {
	await book.typeInto('A1', '=IMSUM("3+4i","1-i")');
	await book.expectCell('A1', '4+3i');
	await book.typeInto('A2', '=PRICE(DATE(2008,2,15),DATE(2017,11,15),5.75%,6.5%,100,2,0)');
	await book.expectCell('A2', /^94\.63/);
	await book.typeInto('A3', '=CONVERT(2,"km","m")');
	await book.expectCells({ A1: '4+3i', A3: /^2,?000$/ });
});

test('PAG-151 formulas beyond every limit leave an error that says why, and the page answers at once', async ({
	book,
	page
}) => {
	const insert = async (where: string, formula: string) => {
		await book.goTo(where);
		await page.keyboard.type('=');
		await page.keyboard.insertText(formula);
		await page.keyboard.press('Enter');
		await expect(book.grid).toBeFocused();
	};
	const faults = [
		['B1', `${'('.repeat(250)}1${')'.repeat(250)}`, '#ERROR!', /More than 64 brackets/],
		['B3', 'REPT("x",1e9)', '#VALUE!', /longer than the 32,767 characters/]
	] as const;
	await insert('A2', 'REPT("a",32767)');
	// One that is longer than a formula can be is not taken, and stays as it was typed.
	await book.goTo('B2');
	await page.keyboard.type('=');
	await page.keyboard.insertText(`1${'&1'.repeat(5000)}`);
	await page.keyboard.press('Enter');
	await expect(book.grid.getByRole('alert')).toHaveText(/at most 8,192 characters/);
	await expect(page.getByRole('textbox', { name: 'Editing B2' })).toHaveValue(/^=1&1&1.*&1$/);
	await page.keyboard.press('Escape');
	await expect(book.grid).toBeFocused();
	for (const [where, formula, seen, said] of faults) {
		await insert(where, formula);
		await book.expectCell(where, seen);
		await book.goTo(where);
		await expect(book.content).toHaveAccessibleDescription(said);
	}
	await insert('B4', 'COUNTIF(A2,"*a*a*a*a*a*b")');
	await insert('B5', 'POISSON.DIST(1e9,5,TRUE)');
	await book.expectCells({ B4: '0', B5: '1' });
	await book.typeInto('C1', '=1+1');
	await expect(book.cell('C1')).toHaveText('2', { timeout: 1000 });
	await book.expectCells({ B1: '#ERROR!', B2: '', B3: '#VALUE!' });
});
