import type { Page } from '@playwright/test';
import { expect, test, type WorkbookPage } from './workbook-page';

// On a sheet of their own, so that no format or neighbour of the model plays a part.
test.beforeEach(async ({ book }) => {
	await book.open();
	await book.addSheet();
	await book.expectSheet('Sheet 11');
	await book.goTo('A1');
});

/** Fills cells from an address on with rows of texts. */
async function fill(book: WorkbookPage, at: string, ...rows: string[]): Promise<void> {
	await book.goTo(at);
	await book.copyFromOutside(rows.join('\n'));
	await book.press('Control+v');
	await expect(book.status).toHaveText(/^Pasted|^Recalculated/);
}

const outline = (book: WorkbookPage) => book.grid.locator('[data-copied]');

test.describe('Enter with a copy outlined', () => {
	test('PAG-252 it pastes, ends the copy, and is then the key that moves down', async ({ book }) => {
		await fill(book, 'A1', '5', '=A1*2');
		await book.goTo('A2');
		await book.press('Control+c');
		await expect(outline(book)).toHaveCount(1);
		await book.goTo('C4');
		await book.press('Enter');
		await expect(outline(book)).toHaveCount(0);
		await book.expectActive('C4');
		await expect(book.content).toHaveValue('=C3*2');
		await book.press('Enter');
		await book.expectActive('C5');
		await book.expectCell('C5', '');
		await book.press('Control+z');
		await book.expectCell('C4', '');
	});

	test('PAG-398 what was cut moves to a sheet that was added since', async ({ book }) => {
		await book.typeInto('B1', '7');
		await book.typeInto('C1', '=B1*2');
		await book.goTo('B1');
		await book.press('Control+x', 'Shift+F11');
		await expect(book.content).toHaveAccessibleName('Content of A1');
		await book.press('Control+v');
		await book.expectCell('A1', '7');
		await book.showSheet('Sheet 11');
		await book.expectCells({ B1: '', C1: '14' });
		await book.goTo('C1');
		await expect(book.content).toHaveValue(/^='?Sheet.*'?!A1\*2$/);
	});

	test('PAG-252 it moves what was cut, on another sheet too', async ({ book }) => {
		await fill(book, 'A1', '5', '=A1*2');
		await book.addSheet();
		await book.expectSheet('Sheet 12');
		await book.showSheet('Sheet 11');
		await book.goTo('A1');
		await book.press('Control+x');
		await expect(outline(book)).toHaveCount(1);
		await book.showSheet('Sheet 12');
		await book.goTo('B2');
		await book.press('Enter');
		await book.expectCell('B2', '5');
		await book.showSheet('Sheet 11');
		await expect(outline(book)).toHaveCount(0);
		await book.expectCells({ A1: '', A2: '10' });
		await book.press('Control+z');
		await book.expectCells({ A1: '5', A2: '10' });
	});

	test('PAG-252 a paste that is refused leaves it outlined', async ({ book }) => {
		await fill(book, 'A1', '5', '6');
		await book.goTo('A1:A2');
		await book.press('Control+c');
		await book.goTo('A1048576');
		await book.press('Enter');
		await expect(book.status).toHaveText(/do not fit/);
		await book.goTo('B1');
		await expect(outline(book)).toHaveCount(1);
		await book.press('Enter');
		await book.expectCells({ B1: '5', B2: '6' });
	});

	for (const key of ['x', 'F2']) {
		test(`PAG-252 an edit that is begun by ${key} ends the copy, and Enter takes it`, async ({ book }) => {
			await fill(book, 'A1', '5');
			await book.goTo('A1');
			await book.press('Control+c', 'ArrowDown');
			await expect(outline(book)).toHaveCount(1);
			await book.press(key);
			await expect(outline(book)).toHaveCount(0);
			await book.press('Escape', 'Enter');
			await book.expectActive('A3');
			await book.expectCell('A2', '');
		});
	}
});

test.describe('paste special by letters', () => {
	test('PAG-253 letters choose and Enter pastes: values, transposed', async ({ book, page }) => {
		await fill(book, 'A1', '1', '=A1+1', '=A2+1');
		await book.goTo('A1:A3');
		await book.press('Control+c');
		await book.goTo('C1');
		await book.press('Control+Alt+v', 'v', 'e', 'Enter');
		await book.expectCells({ C1: '1', D1: '2', E1: '3' });
		await expect(page.getByRole('dialog')).toBeHidden();
		await book.goTo('E1');
		await expect(book.content).toHaveValue('3');
		// Now that the dialog is there already.
		await book.press('Control+Alt+v', 'Shift+V', 'd');
		const dialog = page.getByRole('dialog', { name: 'Paste special' });
		await expect(dialog.getByRole('radio', { name: 'Values' })).toBeChecked();
		await expect(dialog.getByRole('radio', { name: 'Add' })).toBeChecked();
		await book.press('Enter');
		await book.expectCells({ E1: '4', E2: '2', E3: '3' });
	});

	test('PAG-254 links follow what was copied, also from another sheet', async ({ book, page }) => {
		await fill(book, 'A1', '25%', '3');
		await book.addSheet();
		await book.expectSheet('Sheet 12');
		await book.showSheet('Sheet 11');
		await book.goTo('A1:A2');
		await book.press('Control+c');
		await book.showSheet('Sheet 12');
		await book.goTo('B2');
		await book.press('Control+Alt+v');
		await page.getByRole('radio', { name: 'Links to what was copied' }).check();
		await page.getByRole('button', { name: 'Paste', exact: true }).click();
		await book.expectCells({ B2: '25%', B3: '3' });
		await book.goTo('B3');
		await expect(book.content).toHaveValue("='Sheet 11'!A2");
		await book.copyFromOutside('from elsewhere');
		await book.press('Control+Alt+v', 'l', 'Enter');
		await expect(book.status).toHaveText(/Only cells that were copied here/);
	});

	test('PAG-254 column widths are pasted in one step', async ({ book }) => {
		await book.goTo('A1');
		await fill(book, 'A1', 'a text that is wider than its column');
		const widthOf = async (address: string) => (await book.cell(address).boundingBox())!.width;
		await book.cell('A1').click();
		await book.press('Control+k');
		await book.page.keyboard.type('autofit column');
		await book.press('Enter');
		await expect.poll(() => widthOf('A1')).toBeGreaterThan(150);
		const [wide, usual] = [await widthOf('A1'), await widthOf('C1')];
		await book.press('Control+c');
		await book.goTo('C1');
		await book.press('Control+Alt+v', 'w', 'Enter');
		await expect.poll(() => widthOf('C1')).toBe(wide);
		await book.expectCell('C1', '');
		await expect(book.page.locator('.copied').first()).toBeVisible();
		await book.goTo('E1');
		await book.press('Control+Alt+v', 'w', 'Enter');
		await expect.poll(() => widthOf('E1')).toBe(wide);
		await book.press('Control+z', 'Control+z');
		await expect.poll(() => widthOf('C1')).toBe(usual);
	});
});

test.describe('inserting what was copied', () => {
	test('PAG-255 Ctrl+Shift+Plus makes room for copied cells, in one step', async ({ book, page }) => {
		await fill(book, 'A1', '1\t10', '2\t20', '3\t30');
		await book.goTo('A1:B1');
		await book.press('Control+c');
		await book.goTo('A3');
		await book.press('Control+Shift++');
		const dialog = page.getByRole('dialog', { name: 'Insert what was copied' });
		await expect(dialog.getByRole('radio', { name: 'Shift cells down' })).toBeChecked();
		await book.press('Enter');
		await book.expectCells({ A2: '2', A3: '1', B3: '10', A4: '3', B4: '30' });
		await book.expectActive('A3');
		await expect(outline(book)).toHaveCount(0);
		await book.press('Control+z');
		await book.expectCells({ A3: '3', A4: '' });
	});

	test('PAG-255 the menu inserts a cut row elsewhere, and formulas follow it', async ({ book, page }) => {
		await fill(book, 'A1', '1', '2', '3', '=A1*100');
		await book.goTo('1:1');
		await book.press('Control+x');
		await book.goTo('4:4');
		await book.press('Shift+F10');
		await page.getByRole('menuitem', { name: 'Insert what was copied' }).click();
		await book.expectCells({ A1: '2', A2: '3', A3: '1', A4: '100' });
		await book.expectActive('A3');
		await book.goTo('A4');
		await expect(book.content).toHaveValue('=A3*100');
		await book.press('Control+z');
		await book.expectCells({ A1: '1', A3: '3' });
	});
});

test('PAG-302 a cut that Enter asks about stays cut when that is cancelled', async ({ book, page }) => {
	await fill(book, 'A1', '5');
	await book.goTo('A1');
	await book.press('Control+x');
	await book.goTo('Figures!C6');
	await book.press('Enter');
	const question = page.getByRole('dialog', { name: 'Replace reported figures?' });
	await expect(question).toBeVisible();
	await book.press('Escape');
	await expect(question).toBeHidden();
	await book.goTo("'Sheet 11'!C3");
	await book.press('Enter');
	await book.expectCells({ A1: '', C3: '5' });
});

test('PAG-302 links are not pasted from where a copy no longer lies', async ({ book, page }) => {
	await fill(book, 'A1', '5', '6');
	await book.goTo('A2');
	await book.press('Control+c');
	await book.goTo('1:1');
	await book.press('Control+-');
	await book.expectCell('A1', '6');
	await book.goTo('D5');
	await book.press('Control+Alt+v');
	await expect(page.getByRole('dialog', { name: 'Paste special' })).toBeVisible();
	await book.press('l', 'Enter');
	await expect(book.status).toHaveText(/^The copy has ended/);
	await book.expectCell('D5', '');
});

test('PAG-303 what is being typed is not lost to keys that are pressed beside the sheet', async ({
	book,
	page
}) => {
	await fill(book, 'A1', '5');
	await book.goTo('A2');
	await page.keyboard.type('123');
	await page.evaluate(() => (document.activeElement as HTMLElement).blur());
	await page.keyboard.press("Control+'");
	await page.keyboard.press('Alt+Equal');
	await book.goTo('A3');
	await book.expectCell('A2', '123');
});

test.describe('while the clipboard of the system takes its time', () => {
	/** Lets the page wait for the clipboard. What it gives lets it go on. */
	const hold = async (page: Page, act: 'read' | 'write') => {
		await page.evaluate((name) => {
			const { clipboard } = navigator;
			const goOn = new Promise<void>((resolve) => addEventListener('go-on', () => resolve()));
			const [read, write] = [clipboard.read.bind(clipboard), clipboard.write.bind(clipboard)];
			if (name === 'read') clipboard.read = () => goOn.then(() => read());
			else clipboard.write = (items) => goOn.then(() => write(items));
		}, act);
		return () => page.evaluate(() => dispatchEvent(new Event('go-on')));
	};

	test('PAG-304 what is pasted goes to what was selected when it was asked for', async ({ book, page }) => {
		await fill(book, 'A1', '5', '=A1*2');
		await book.goTo('A2');
		await book.press('Control+c');
		const goOn = await hold(page, 'read');
		await book.goTo('C1');
		await book.press('Control+Shift+V', 'ArrowDown', 'ArrowDown');
		await goOn();
		await book.expectCells({ C1: '10', C3: '' });
		await book.expectActive('C3');
	});

	test('PAG-305 what was copied by a menu is what is pasted at once', async ({ book, page }) => {
		await fill(book, 'A1', '5');
		await book.copyFromOutside('from before');
		const goOn = await hold(page, 'write');
		await book.cell('A1').click({ button: 'right' });
		await page.getByRole('menuitem', { name: 'Copy', exact: true }).click();
		await book.press('ArrowRight', 'Control+v');
		await goOn();
		await book.expectCell('B1', '5');
	});
});

/** Pastes many cells, each with the same text, and goes on to the right, all before the next task of the page. */
const pasteMany = (book: WorkbookPage, ...texts: string[]) =>
	book.grid.evaluate((grid, texts) => {
		const event = { bubbles: true, cancelable: true };
		for (const text of texts) {
			const clipboardData = new DataTransfer();
			clipboardData.setData('text/plain', `${text}\n`.repeat(12_000));
			grid.dispatchEvent(new ClipboardEvent('paste', { clipboardData, ...event }));
			grid.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', ...event }));
		}
		grid.dispatchEvent(new ClipboardEvent('copy', { clipboardData: new DataTransfer(), ...event }));
	}, texts);

test('PAG-306 whoever has gone on while many cells are pasted stays there', async ({ book, page }) => {
	await pasteMany(book, 'x');
	await page.getByRole('button', { name: 'Paste and grow' }).click();
	await expect(book.status).toHaveText('Pasted 12,000 cells.');
	await book.expectCell('A1', 'x');
	await book.expectActive('B1');
});

test('PAG-391 a paste that has asked first leaves nothing to stop behind', async ({ book, page }) => {
	await pasteMany(book, 'x');
	const dialog = page.getByRole('dialog', { name: 'Paste beyond the end of the sheet?' });
	await expect(dialog).toBeVisible();
	// Long enough that work which had gone on since would offer to be stopped.
	await page.waitForTimeout(500);
	await dialog.getByRole('button', { name: 'Paste and grow' }).click();
	await expect(book.status).toHaveText('Pasted 12,000 cells.');
	await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeHidden();
});

test('PAG-312 pastes of many cells in quick succession are all done, whatever is copied meanwhile', async ({
	book,
	page
}) => {
	await pasteMany(book, 'w', 'x');
	const dialog = page.getByRole('dialog', { name: 'Paste beyond the end of the sheet?' });
	await expect(dialog).toContainText(/A1:A12000.*B1:B12000/);
	await dialog.getByRole('button', { name: 'Paste and grow' }).click();
	await book.expectCells({ A1: 'w', B1: 'x' });
	await pasteMany(book, 'y', 'z');
	await book.expectCells({ C1: 'y', D1: 'z' });
	await book.expectActive('E1');
});
