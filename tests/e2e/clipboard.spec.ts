import { readFileSync } from 'node:fs';
import { expect, test, type WorkbookPage } from './workbook-page';

// On a sheet of their own, so that no format or neighbour of the model plays a part.
test.beforeEach(async ({ book }) => {
	await book.open();
	await book.addSheet();
	await book.expectSheet('Sheet 11');
	await book.goTo('A1');
});

/** Pastes HTML as another program puts it on the clipboard: the page's own way to write it would clean it first. */
async function pasteHtml(book: WorkbookPage, html: string, text = ''): Promise<void> {
	await book.grid.evaluate(
		(grid, given) => {
			const clipboardData = new DataTransfer();
			clipboardData.setData('text/html', given.html);
			clipboardData.setData('text/plain', given.text);
			grid.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
		},
		{ html, text }
	);
}

const fixture = (name: string) => readFileSync(`tests/fixtures/clipboard/${name}`, 'utf8');

/** What a copy puts on the clipboard. */
async function copied(book: WorkbookPage): Promise<{ text: string; html: string }> {
	return book.grid.evaluate((grid) => {
		const clipboardData = new DataTransfer();
		grid.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
		return { text: clipboardData.getData('text/plain'), html: clipboardData.getData('text/html') };
	});
}

async function typeDown(book: WorkbookPage, from: string, ...texts: string[]): Promise<void> {
	await book.goTo(from);
	for (const text of texts) await book.type(text);
}

test.describe('pasting what other programs copy', () => {
	test('PAG-142 Excel: numbers in full, formats, merged cells, line breaks and texts of digits', async ({
		book
	}) => {
		await pasteHtml(book, fixture('excel.htm'));
		await book.expectCells({
			A1: 'Training cost',
			B1: '',
			C1: /both\s*rows/,
			A2: '$1,234.57',
			B2: /^12\.3[45]%$/,
			C2: '',
			A3: '007',
			B3: '-12',
			C3: '2025-04-01'
		});
		await book.goTo('A2');
		await expect(book.content).toHaveValue('1234.5678');
		await book.typeInto('E1', '=B2*100000');
		await book.expectCell('E1', '12345');
		await book.press('Control+z', 'Control+z');
		await book.expectCells({ A1: '', C3: '' });
	});

	test('PAG-142 Google Sheets: values with their kinds, a text that looks like a formula stays one', async ({
		book
	}) => {
		await pasteHtml(book, fixture('google-sheets.htm'));
		await book.expectCells({ A1: '=not a formula', B1: '1,234.6', A2: 'TRUE', B2: /two\s*lines/ });
		await book.goTo('B1');
		await expect(book.content).toHaveValue('1234.5678');
	});

	test('PAG-347 of a page with more than its first table all is pasted', async ({ book }) => {
		const table = '<table><tr><td>1</td><td>2</td></tr></table>';
		await pasteHtml(book, `<h2>Costs</h2>${table}<p>A source</p>`, 'Costs\n1\t2\nA source');
		await book.expectCells({ A1: 'Costs', A2: '1', B2: '2', A3: 'A source' });
		await book.goTo('D1');
		await pasteHtml(book, `<table><tr><td>a${table}</td><td>b</td></tr></table>`, 'a 1 2\tb');
		await book.expectCells({ D1: /^a\s1 2$/, E1: 'b' });
	});

	test('PAG-142 LibreOffice: numbers in full, formats and blanks', async ({ book }) => {
		await pasteHtml(book, fixture('libreoffice.htm'));
		await book.expectCells({
			A1: 'Model',
			A2: 'GPT-4 <large> & "co"',
			B2: '$100,000,000.00',
			C2: '12.6%',
			D2: '2025-04-01',
			A3: /two\s*lines/,
			B3: '(12.35)',
			C3: '1.00E+25',
			D3: '14:31',
			A4: '007',
			B4: '$42,857,142.86',
			C4: 'TRUE',
			D4: '#DIV/0!',
			A5: '=not a formula',
			D5: '',
			A6: 'A title over three',
			A7: ' spaced  text ',
			B7: '3.50 €'
		});
		for (const [address, typed] of [
			['C2', '12.56789%'],
			['B3', '-12.345'],
			['C3', '1E+25'],
			['B5', '1234567890123.45'],
			['D5', '']
		] as const) {
			await book.goTo(address);
			await expect(book.content).toHaveValue(typed);
		}
		await book.typeInto('F1', '=COUNTA(A1:D7)');
		await book.expectCell('F1', '22');
	});

	test('PAG-143 what is hostile runs nothing, loads nothing and is only read', async ({ book, page }) => {
		const asked: string[] = [];
		page.on('request', (request) => asked.push(request.url()));
		await pasteHtml(book, fixture('hostile.htm'));
		const dialog = page.getByRole('dialog', { name: 'Paste beyond the end of the sheet?' });
		await expect(dialog).toContainText('and the sheet now ends at');
		await dialog.getByRole('button', { name: 'Cancel' }).click();
		await pasteHtml(book, fixture('hostile.htm').replace(/ (col|row)span="\d+"/g, ''));
		await book.expectCells({ A1: 'plain', B1: 'wide', A2: 'below' });
		expect(await page.evaluate(() => 'ran' in window)).toBe(false);
		expect(asked.filter((url) => url.includes('example.invalid'))).toEqual([]);
	});
});

test.describe('copying', () => {
	test('PAG-144 other programs get numbers in full, formats and looks, this one the formulas', async ({
		book
	}) => {
		await typeDown(book, 'A1', '12.5%', '=A1/3', 'a <b> & "c"');
		await book.goTo('A1:A3');
		const { text, html } = await copied(book);
		expect(text).toBe('12.5%\r\n0.041666667\r\na <b> & "c"');
		expect(html).toContain('x:num="0.125"');
		expect(html).toContain('mso-number-format:&quot;0\\.0\\%&quot;');
		expect(html).toContain('sdnum="1033;1033;0.0%"');
		expect(html).toContain('a &lt;b&gt; &amp; &quot;c&quot;');
		// As another tab would find it: the page has forgotten that it copied.
		await book.reload();
		await book.showSheet('Sheet 11');
		await book.goTo('C5');
		await pasteHtml(book, html, text);
		await book.expectCells({ C5: '12.5%', C6: /^0\.0416/, C7: 'a <b> & "c"' });
		await book.goTo('C6');
		await expect(book.content).toHaveValue('=C5/3');
	});

	test('PAG-144 several ranges are copied where they form a grid, and otherwise told why not', async ({
		book
	}) => {
		await typeDown(book, 'A1', '1', '2', '3');
		await typeDown(book, 'C1', '7', '8', '9');
		await book.cell('A1').click();
		await book.cell('C1').click({ modifiers: ['Control'] });
		await book.press('Control+c');
		await expect(book.status).toHaveText('Copied A1, C1.');
		await book.goTo('E1');
		await book.press('Control+v');
		await book.expectCells({ E1: '1', F1: '7', G1: '' });
		await book.cell('A1').click();
		await book.cell('C2').click({ modifiers: ['Control'] });
		await book.press('Control+c');
		await expect(book.status).toHaveText(/cannot be copied together/);
	});

	test('PAG-150 what is copied is outlined until Escape or a change lets go, and a cut then copies', async ({
		book
	}) => {
		const outline = book.grid.locator('[data-copied]');
		await typeDown(book, 'A1', '5', '=A1+1');
		await book.goTo('A2');
		await book.press('Control+c');
		await expect(outline).toHaveCount(1);
		await book.press('ArrowRight', 'Control+v');
		await expect(outline).toHaveCount(1);
		await book.press('Escape');
		await expect(outline).toHaveCount(0);
		await book.goTo('A1');
		await book.press('Control+x', 'Escape');
		await book.goTo('D1');
		await book.press('Control+v');
		await book.expectCells({ A1: '5', D1: '5' });
		await book.press('Control+c');
		await expect(outline).toHaveCount(1);
		await book.typeInto('F1', '1');
		await expect(outline).toHaveCount(0);
	});
});

test.describe('paste special', () => {
	test('PAG-146 Ctrl+Shift+V pastes values', async ({ book }) => {
		await typeDown(book, 'A1', '4', '=A1*2.5');
		await book.goTo('A2');
		await book.press('Control+c');
		await book.goTo('C1');
		await book.press('Control+Shift+V');
		await book.expectCell('C1', '10');
		await expect(book.content).toHaveValue('10');
	});

	test('PAG-146 the dialog multiplies, skips blanks and transposes, by keys', async ({ book, page }) => {
		await typeDown(book, 'A1', '2', '', '4');
		await typeDown(book, 'C1', '10', '20', '30');
		await book.goTo('A1:A3');
		await book.press('Control+c');
		await book.goTo('C1');
		await book.press('Control+Alt+v');
		const dialog = page.getByRole('dialog', { name: 'Paste special' });
		await dialog.getByRole('radio', { name: 'Multiply' }).check();
		await dialog.getByRole('checkbox', { name: 'Skip blanks' }).check();
		await book.press('Enter');
		await book.expectCells({ C1: '20', C2: '20', C3: '120' });
		await book.press('Control+z');
		await book.expectCells({ C1: '10', C3: '30' });
		await book.goTo('E1');
		await book.press('Control+Alt+v');
		await dialog.getByRole('checkbox', { name: /^Transpose/ }).check();
		await book.press('Enter');
		await book.expectCells({ E1: '2', F1: '', G1: '4', E2: '' });
	});

	test('PAG-270 a table that is transposed keeps its formulas over the same figures', async ({
		book,
		page
	}) => {
		await typeDown(book, 'A1', '3', '5');
		await typeDown(book, 'B1', '10', '20');
		await typeDown(book, 'C1', '=A1*B1', '=A2*$B$2', '=SUM(C1:C2)');
		await book.goTo('A1:C3');
		await book.press('Control+c');
		await book.goTo('E1');
		await book.press('Control+Alt+v');
		await page.getByRole('checkbox', { name: /^Transpose/ }).check();
		await book.press('Enter');
		await book.expectCells({ E1: '3', E2: '10', E3: '30', F3: '100', G3: '130' });
		await book.goTo('E3');
		await expect(book.content).toHaveValue('=E1*E2');
		await book.goTo('F3');
		await expect(book.content).toHaveValue('=F1*$B$2');
		await book.goTo('G3');
		await expect(book.content).toHaveValue('=SUM(E3:F3)');
		await book.press('Control+z');
		await book.expectCells({ E1: '', G3: '' });
	});
});

test.describe('moving by the pointer', () => {
	test('PAG-147 dragging an edge of the selection moves cells, and copies them with Ctrl', async ({
		book
	}) => {
		await typeDown(book, 'B2', '40', '=B2+2');
		await book.typeInto('F1', '=B2*10');
		await book.goTo('B2:B3');
		await book.dragEdge('B2', 'D5');
		await book.expectCells({ B2: '', B3: '', D5: '40', D6: '42', F1: '400' });
		await expect(book.status).toHaveText('Moved B2:B3 to D5.');
		await book.goTo('F1');
		await expect(book.content).toHaveValue('=D5*10');
		await book.press('Control+z');
		await book.expectCells({ B2: '40', D5: '' });
		await book.goTo('B2:B3');
		await book.dragEdge('B2', 'D5', 'Control');
		await book.expectCells({ B2: '40', D5: '40', D6: '42' });
		await book.goTo('D6');
		await expect(book.content).toHaveValue('=D5+2');
	});

	test('PAG-192 dragging onto filled cells asks first, and Escape leaves everything', async ({
		book,
		page
	}) => {
		const dialog = page.getByRole('dialog', { name: 'Replace what is there?' });
		await typeDown(book, 'B2', '40', '41');
		await book.typeInto('D6', 'kept');
		await book.goTo('B2:B3');
		await book.dragEdge('B2', 'D5');
		await expect(dialog).toContainText('D5:D6 has 1 cell that holds something.');
		await book.press('Escape');
		await expect(dialog).toBeHidden();
		await book.expectCells({ B2: '40', B3: '41', D5: '', D6: 'kept' });
		await book.dragEdge('B2', 'D5', 'Control');
		await expect(dialog).toBeVisible();
		await dialog.getByRole('button', { name: 'Copy and replace' }).click();
		await book.expectCells({ B2: '40', D5: '40', D6: '41' });
		await book.press('Control+z');
		await book.goTo('B2:B3');
		await book.dragEdge('B2', 'D5');
		await expect(dialog).toBeVisible();
		await book.press('Enter');
		await book.expectCells({ B2: '', B3: '', D5: '40', D6: '41' });
		await expect(book.status).toHaveText('Moved B2:B3 to D5, over 1 cell that held something.');
		await book.press('Control+z');
		await book.expectCells({ B2: '40', B3: '41', D5: '', D6: 'kept' });
	});
});

test('PAG-194 merged cells go along with a copy of them, in one step', async ({ book, page }) => {
	await typeDown(book, 'A1', 'wide', 'below');
	await book.goTo('A1:B1');
	await page.keyboard.press('Control+k');
	await expect(page.getByRole('dialog', { name: 'Commands and places' })).toBeVisible();
	await page.keyboard.type('Merge cells');
	await page.keyboard.press('Enter');
	await expect(book.cell('A1')).toHaveAttribute('aria-colspan', '2');
	await book.goTo('A1:B2');
	await book.press('Control+c');
	await book.goTo('D4');
	await book.press('Control+v');
	await book.expectCells({ D4: 'wide', D5: 'below' });
	await expect(book.cell('D4')).toHaveAttribute('aria-colspan', '2');
	await page.keyboard.press('Control+z');
	await book.expectCell('D4', '');
	await expect(book.cell('D4')).not.toHaveAttribute('aria-colspan');
	// Values alone leave what is there as it is.
	await page.keyboard.press('Control+Shift+v');
	await book.expectCell('D4', 'wide');
	await expect(book.cell('D4')).not.toHaveAttribute('aria-colspan');
});

test.describe('a large paste', () => {
	test('PAG-148 asks before the sheet grows, and is one step', async ({ book, page }) => {
		const rows = 10_000;
		const text = Array.from({ length: rows }, (_, row) =>
			Array.from({ length: 10 }, (_, column) => String(row + column)).join('\t')
		).join('\n');
		await book.copyFromOutside(text);
		await book.press('Control+v');
		const dialog = page.getByRole('dialog', { name: 'Paste beyond the end of the sheet?' });
		await expect(dialog).toContainText('A1:J10000');
		await book.press('Escape');
		await book.expectCell('A1', '');
		await book.press('Control+v');
		await dialog.getByRole('button', { name: 'Paste and grow' }).click();
		await expect(book.status).toHaveText('Pasted 100,000 cells.');
		await book.goTo('J10000');
		await book.expectCell('J10000', '10008');
		await book.press('Control+z');
		await expect(book.status).toHaveText(/^Undone: Paste/);
		await book.expectCell('J10000', '');
	});

	test('PAG-190 is undone, done again, copied, deleted and pasted again, each in one step', async ({
		book,
		page
	}) => {
		await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
		const text = Array.from({ length: 100_000 }, (_, row) => String(row)).join('\n');
		await book.copyFromOutside(text);
		await book.press('Control+v');
		await page.getByRole('button', { name: 'Paste and grow' }).click();
		await expect(book.status).toHaveText('Pasted 100,000 cells.');
		await book.typeInto('C1', '=A100000+1');
		await book.expectCell('C1', '100000');
		await book.press('Control+z', 'Control+z');
		await expect(book.status).toHaveText(/^Undone: Paste/);
		await book.press('Control+y');
		await expect(book.status).toHaveText(/^Done again: Paste/);
		await book.goTo('A1:A100000');
		await book.press('Control+c');
		await expect(book.status).toHaveText('Copied A1:A100000.');
		await book.press('Delete');
		await book.expectCell('A1', '');
		await book.goTo('B1');
		await book.press('Control+v');
		await page.getByRole('button', { name: 'Paste and grow' }).click();
		await expect(book.status).toHaveText('Pasted 100,000 cells.');
		await book.goTo('B100000');
		await book.expectCell('B100000', '99999');
	});

	test('PAG-190 is copied until Escape stops that, and the clipboard stays as it was', async ({
		book,
		page
	}) => {
		const text = Array.from({ length: 100_000 }, (_, row) => `text ${row}`).join('\n');
		await book.copyFromOutside(text);
		await book.press('Control+v');
		await page.getByRole('button', { name: 'Paste and grow' }).click();
		await expect(book.status).toHaveText('Pasted 100,000 cells.');
		await book.copyFromOutside('outside');
		await book.press('Control+c', 'Escape');
		await expect(book.status).toHaveText('The copy was stopped, and the clipboard is as it was.');
		await book.goTo('C1');
		await book.press('Control+v');
		await book.expectCell('C1', 'outside');
	});
});
