import { expect, test } from './workbook-page';

// On a sheet of their own, so that no format or neighbour of the model plays a part.
test.beforeEach(async ({ book }) => {
	await book.open();
	await book.addSheet();
	await book.expectSheet('Sheet 11');
	await book.goTo('A1');
});

test.describe('of one cell', () => {
	test('PAG-15 typing replaces, Enter goes down, Tab right, and both back with Shift', async ({
		book,
		page
	}) => {
		await page.keyboard.type('one');
		await book.press('Tab');
		await page.keyboard.type('two');
		await book.press('Enter');
		await book.expectActive('A2');
		await page.keyboard.type('three');
		await book.press('Shift+Enter');
		await book.expectActive('A1');
		await page.keyboard.type('new');
		await book.press('ArrowRight');
		await book.expectActive('B1');
		await page.keyboard.type('last');
		await book.press('Shift+Tab');
		await book.expectActive('A1');
		await book.expectCells({ A1: 'new', B1: 'last', A2: 'three' });
	});

	test('PAG-15 F2 opens the text of the cell, with the caret at its end, where arrows move the caret', async ({
		book,
		page
	}) => {
		await book.type('reckon');
		await book.goTo('A1');
		await book.press('F2');
		await page.keyboard.type('ing');
		await book.press('Home');
		await page.keyboard.type('de');
		await book.press('Enter');
		await book.expectCell('A1', 'dereckoning');
		await book.expectActive('A2');
	});

	test('PAG-15 Escape gives an edit up, in the cell and in the formula bar', async ({ book, page }) => {
		await book.type('kept');
		await book.goTo('A1');
		await page.keyboard.type('lost');
		await book.press('Escape');
		await book.expectCell('A1', 'kept');
		await expect(book.grid).toBeFocused();
		await book.content.click();
		await page.keyboard.type(' and lost');
		await book.press('Escape');
		await expect(book.content).toHaveValue('kept');
		await book.expectCell('A1', 'kept');
		await expect(book.grid).toBeFocused();
	});

	test('PAG-15 the formula bar edits the same text as the cell, and follows every change of it', async ({
		book,
		page
	}) => {
		await book.content.click();
		await page.keyboard.type('=2*3');
		await expect(page.getByRole('textbox', { name: 'Editing A1' })).toHaveValue('=2*3');
		await book.press('Enter');
		await book.expectCell('A1', '6');
		await book.goTo('A1');
		await expect(book.content).toHaveValue('=2*3');
		await book.press('Delete');
		await expect(book.content).toHaveValue('');
		await book.press('Control+z');
		await expect(book.content).toHaveValue('=2*3');
		await book.press('Control+y');
		await expect(book.content).toHaveValue('');
	});

	test('PAG-15 letters keep their order when one edit follows another at once', async ({ book, page }) => {
		await book.type('12');
		await book.goTo('A1');
		await book.press('F2');
		await page.keyboard.type('34');
		await book.press('ArrowLeft');
		await page.keyboard.type('5');
		await book.press('Escape');
		await page.keyboard.type('=1+2*3');
		await book.press('Enter');
		await book.expectCell('A1', '7');
		await book.goTo('A1');
		await expect(book.content).toHaveValue('=1+2*3');
	});

	test('PAG-15 clicking another cell takes what is typed; a double click opens a cell', async ({
		book,
		page
	}) => {
		await page.keyboard.type('taken');
		await book.cell('B3').click();
		await book.expectCell('A1', 'taken');
		await book.expectActive('B3');
		await book.cell('A1').dblclick();
		await page.keyboard.type('!');
		await book.press('Enter');
		await book.expectCell('A1', 'taken!');
	});

	test('PAG-15 Delete empties all cells of a range as one step', async ({ book }) => {
		for (const text of ['1', '2', '3']) await book.type(text);
		await book.goTo('A1:A3');
		await book.press('Delete');
		await book.expectCells({ A1: '', A2: '', A3: '' });
		await book.press('Control+z');
		await book.expectCells({ A1: '1', A2: '2', A3: '3' });
	});
});

test.describe('what notation means', () => {
	const TYPED = [
		['12.5%', '12.5%', '=A1*1000', '125'],
		['$1,200', '$1,200', '=A1+1', '$1,201'],
		['2025-04-01', '2025-04-01', '=A1-DATE(2025,3,1)', '31'],
		['1E6', '1.00E+06', '=A1/1000', '1000'],
		['1,234.5', '1,234.50', '=A1*2', '2469'],
		['(5)', '-5', '=A1+1', '-4'],
		['1 Apr 2025', '1 Apr 2025', '=MONTH(A1)', '4'],
		["'007", '007', '=LEN(A1)', '3'],
		['true', 'TRUE', '=IF(A1,1,2)', '1']
	] as const;

	test('PAG-16 what is typed is read as its notation says, and shown so', async ({ book }) => {
		let row = 1;
		for (const [typed, seen, formula, result] of TYPED) {
			await book.typeInto(`A${row}`, typed);
			await book.typeInto(`C${row}`, formula.replaceAll('A1', `A${row}`));
			await book.expectCells({ [`A${row}`]: seen, [`C${row}`]: result });
			row += 1;
		}
	});
});

test.describe('the clipboard', () => {
	test('PAG-17 text of another program is pasted by its tabs, quotes and notation', async ({ book }) => {
		await book.copyFromOutside('name\tshare\n"two\nlines, ""quoted"""\t12.5%\r\n\t"1,234"\n');
		await book.press('Control+v');
		await book.expectCells({
			A1: 'name',
			B1: 'share',
			A2: /two\s*lines, "quoted"/,
			B2: '12.5%',
			B3: '1,234'
		});
		await expect(book.nameBox).toHaveValue('A1');
		await book.typeInto('D1', '=B2*B3');
		await book.expectCell('D1', '154.25');
		await book.press('Control+z', 'Control+z');
		await book.expectCells({ A1: '', B2: '', B3: '' });
	});

	test('PAG-17 one value from elsewhere fills the range that is selected', async ({ book }) => {
		await book.goTo('B2:C3');
		await book.copyFromOutside('7');
		await book.press('Control+v');
		await book.expectCells({ B2: '7', C2: '7', B3: '7', C3: '7', D4: '' });
	});

	test('PAG-17 copied cells keep formats, and formulas refer to where they stand now', async ({ book }) => {
		await book.typeInto('A1', '1000');
		await book.typeInto('A2', '30');
		await book.typeInto('B1', '12.5%');
		await book.typeInto('B1', '=A1*2');
		await book.typeInto('B2', '=$A$1+A2');
		await book.goTo('B1:B2');
		await book.press('Control+c');
		await book.goTo('D5');
		await book.press('Control+v');
		await book.goTo('D5');
		await expect(book.content).toHaveValue('=C5*2');
		await book.press('ArrowDown');
		await expect(book.content).toHaveValue('=$A$1+C6');
		await book.expectCells({ D5: '0.0%', D6: '1000' });
		await book.press('Control+z');
		await book.expectCells({ D5: '', D6: '' });
	});

	test('PAG-17 what is copied leaves as the texts that are shown', async ({ book, page }) => {
		await book.typeInto('A1', '12.5%');
		await book.typeInto('B1', 'a "quoted" word');
		await book.goTo('A1:B1');
		await book.press('Control+c');
		const text = await page.evaluate(() => navigator.clipboard.readText());
		expect(text).toMatch(/^12\.5%\t.*quoted/);
	});

	test('PAG-17 cut cells move, what refers to them follows, and it is one step', async ({ book }) => {
		await book.typeInto('A1', '40');
		await book.typeInto('A2', '=A1+2');
		await book.goTo('A1');
		await book.press('Control+x');
		await book.goTo('C4');
		await book.press('Control+v');
		await book.expectCells({ A1: '', C4: '40', A2: '42' });
		await book.goTo('A2');
		await expect(book.content).toHaveValue('=C4+2');
		await book.press('Control+z');
		await book.expectCells({ A1: '40', C4: '', A2: '42' });
		await book.goTo('A2');
		await expect(book.content).toHaveValue('=A1+2');
	});

	test('PAG-17 cut text can be pasted where text is edited', async ({ book, page }) => {
		await book.typeInto('A1', 'moved');
		await book.goTo('A1');
		await book.press('Control+x');
		await book.goTo('B1');
		await book.press('F2');
		await page.keyboard.type('is ');
		await book.press('Control+v', 'Enter');
		await book.expectCells({ B1: 'is moved', A1: 'moved' });
	});

	test('PAG-17 more than a sheet holds is refused with a sentence', async ({ book }) => {
		await book.goTo('XFD1');
		await book.copyFromOutside('1\t2');
		await book.press('Control+v');
		await expect(book.status).toHaveText(/do not fit.*XFD/);
		await book.expectCell('XFD1', '');
	});
});

test.describe('the width of columns', () => {
	const widthOf = async (column: { boundingBox: () => Promise<{ width: number } | null> }) =>
		Math.round((await column.boundingBox())?.width ?? 0);

	test('PAG-18 a column is resized by keys, and undone', async ({ book }) => {
		const cell = book.cell('A1');
		const before = await widthOf(cell);
		await book.press('Control+>', 'Control+>');
		await expect.poll(() => widthOf(cell)).toBe(before + 16);
		await book.press('Control+<');
		await expect.poll(() => widthOf(cell)).toBe(before + 8);
		await book.press('Control+z', 'Control+z', 'Control+z');
		await expect.poll(() => widthOf(cell)).toBe(before);
	});

	test('PAG-18 a column is resized by dragging its edge, in one step', async ({ book, page }) => {
		const cell = book.cell('B1');
		const before = await widthOf(cell);
		const box = (await cell.boundingBox())!;
		const header = (await book.grid.locator('[data-column="B"]').boundingBox())!;
		const edge = { x: box.x + box.width - 1, y: header.y + header.height / 2 };
		await page.mouse.move(edge.x, edge.y);
		await page.mouse.down();
		await page.mouse.move(edge.x + 30, edge.y, { steps: 3 });
		await page.mouse.move(edge.x + 60, edge.y, { steps: 3 });
		await page.mouse.up();
		await expect.poll(() => widthOf(cell)).toBe(before + 60);
		await book.press('Control+z');
		await expect.poll(() => widthOf(cell)).toBe(before);
	});

	test('PAG-18 a number that no longer fits is shown as signs, and again when it fits', async ({ book }) => {
		await book.type('123456789');
		await book.goTo('A1');
		const isCovered = () =>
			book.cell('A1').evaluate((cell) => {
				const sign = cell.querySelector('i');
				return (
					sign !== null &&
					sign.getBoundingClientRect().height > 0 &&
					getComputedStyle(sign).display !== 'none'
				);
			});
		for (let step = 0; step < 6; step += 1) await book.press('Control+<');
		await expect.poll(isCovered).toBe(true);
	});
});

test('PAG-15 commands and jumps work while nothing has the focus, as when the page has just opened', async ({
	book,
	page
}) => {
	const hasNone = () => page.evaluate(() => document.activeElement === document.body);
	await book.reload();
	expect(await hasNone()).toBe(true);
	await page.keyboard.press('F5');
	await page.keyboard.type('Capex!B2');
	await book.press('Enter');
	await book.expectSheet('Capex');
	await book.expectActive('B2');
	await book.reload();
	expect(await hasNone()).toBe(true);
	await page.keyboard.press('Control+Home');
	await book.expectActive('A1');
	await page.evaluate(() => (document.activeElement as HTMLElement).blur());
	await page.keyboard.press('Control+b');
	await expect(book.undo).toBeEnabled();
});

test('PAG-15 keys that are pressed while nothing has the focus go to the active cell', async ({
	book,
	page
}) => {
	await page.evaluate(() => (document.activeElement as HTMLElement).blur());
	await page.keyboard.press('ArrowDown');
	await book.expectActive('A2');
	await expect(book.grid).toBeFocused();
	await page.evaluate(() => (document.activeElement as HTMLElement).blur());
	await page.keyboard.type('12%');
	await page.keyboard.press('Enter');
	await book.expectCell('A2', '12%');
	await page.evaluate(() => (document.activeElement as HTMLElement).blur());
	await page.keyboard.press('Tab');
	await expect(book.grid).not.toBeFocused();
});

test('PAG-16 a formula is shown as what it reads, and a day as a day', async ({ book }) => {
	for (const [address, text] of [
		['A1', '$1,500'],
		['A2', '$250'],
		['A3', '=SUM(A1:A2)'],
		['A4', '=A1/A2'],
		['B1', '=DATE(2025,3,4)'],
		['B2', '12.5%'],
		['B3', '=B2']
	] as const) {
		await book.typeInto(address, text);
	}
	await book.expectCells({ A3: '$1,750', A4: '6', B1: '2025-03-04', B3: '12.5%' });
	await book.goTo('A3');
	await book.press('Control+z', 'Control+z', 'Control+z', 'Control+z', 'Control+z');
	await book.expectCell('A3', '');
	await book.typeInto('A3', '7');
	await book.expectCell('A3', '7');
});
