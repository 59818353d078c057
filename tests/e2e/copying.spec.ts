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
