import { expect, test } from './workbook-page';

test.beforeEach(({ book }) => book.open());

test('PAG-180 a new word in the name box names what is selected; undo takes the name away', async ({
	book,
	page
}) => {
	await book.addSheet();
	await book.typeInto('A1', '4');
	await book.typeInto('A2', '6');
	await book.goTo('A1:A2');
	await book.goTo('my_block');
	await expect(book.status).toHaveText("my_block now stands for 'Sheet 11'!$A$1:$A$2");
	await book.typeInto('C1', '=SUM(my_block)');
	await book.expectCell('C1', '10');
	await book.goTo('Overview!A1');
	await book.goTo('MY_BLOCK');
	await book.expectSheet('Sheet 11');
	await book.goTo('D1');
	await book.nameBox.fill('two words');
	await book.nameBox.press('Enter');
	const refusal = page.getByRole('group', { name: 'Formula bar' }).getByRole('alert');
	await expect(refusal).toHaveText(/^"two words" cannot be a name/);
	await book.nameBox.press('Escape');
	await book.press('Control+z', 'Control+z');
	await book.typeInto('C1', '=SUM(my_block)');
	await book.expectCell('C1', '#NAME?');
});

test('PAG-243 what Excel refuses as a name is refused for its own reason, in the name box and the manager', async ({
	book,
	page
}) => {
	await book.addSheet();
	await book.typeInto('A1', '4');
	await book.goTo('A1');
	const refusal = page.getByRole('group', { name: 'Formula bar' }).getByRole('alert');
	for (const [name, reason] of [
		['TRUE', '"TRUE" cannot be a name: it is a truth value in formulas.'],
		['c', '"c" cannot be a name: it stands for a whole row or column in Excel, as R and C alone do.'],
		['1st', '"1st" cannot be a name: it must begin with a letter or an underscore.']
	] as const) {
		await book.nameBox.fill(name);
		await book.nameBox.press('Enter');
		await expect(refusal).toHaveText(reason);
	}
	await book.nameBox.press('Escape');
	await book.goTo('XFE1');
	await expect(book.status).toHaveText("XFE1 now stands for 'Sheet 11'!$A$1");
	await book.typeInto('B1', '=xfe1*2');
	await book.expectCell('B1', '8');

	await book.press('Control+F3');
	const dialog = page.getByRole('dialog', { name: 'Names' });
	const name = dialog.getByRole('textbox', { name: 'Name', exact: true });
	await name.fill('R1C1');
	await dialog.getByRole('button', { name: /^(Add|Save)/ }).click();
	await expect(dialog.getByRole('alert')).toContainText('it is an address by numbers of row and column');
	await name.fill('XFD1');
	await name.press('Enter');
	await expect(dialog.getByRole('alert')).toHaveText('"XFD1" cannot be a name: it is the address of a cell.');
});

test('PAG-181 the name manager by keyboard: adds, searches, renames in every formula, retargets, deletes', async ({
	book,
	page
}) => {
	const dialog = page.getByRole('dialog', { name: 'Names' });
	const name = dialog.getByRole('textbox', { name: 'Name', exact: true });
	const target = dialog.getByRole('textbox', { name: 'Stands for' });
	await book.addSheet();
	await book.typeInto('A1', '4');
	await book.typeInto('A2', '6');
	await book.goTo('A1');
	await book.press('Control+F3');
	await expect(target).toHaveValue("='Sheet 11'!$A$1");
	await name.fill('rate');
	await name.press('Enter');
	await expect(dialog.getByRole('status')).toHaveText('No formula uses it.');
	await book.press('Escape');
	await book.typeInto('B1', '=rate*2');
	await book.expectCell('B1', '8');
	await book.press('Control+F3');
	await dialog.getByRole('searchbox', { name: 'Search names' }).fill('rate');
	await dialog.getByRole('button', { name: /^rate\b/ }).press('Enter');
	await expect(dialog.getByRole('status')).toHaveText(/^1 formula uses it/);
	await name.fill('A1');
	await name.press('Enter');
	await expect(dialog.getByRole('alert')).toHaveText(/^"A1" cannot be a name/);
	await name.fill('speed');
	await name.press('Enter');
	await expect(dialog.getByRole('alert')).toBeHidden();
	await target.fill("='Sheet 11'!$A$2");
	await target.press('Enter');
	await book.press('Escape');
	await book.goTo('B1');
	await expect(book.content).toHaveValue('=speed*2');
	await book.expectCell('B1', '12');
	await book.press('Control+z', 'Control+z');
	await book.expectCell('B1', '8');
	await expect(book.content).toHaveValue('=rate*2');
	await book.press('Control+F3');
	await dialog.getByRole('searchbox', { name: 'Search names' }).fill('rate');
	await dialog.getByRole('button', { name: /^rate\b/ }).press('Enter');
	await dialog.getByRole('button', { name: 'Delete' }).press('Enter');
	await expect(name).toHaveValue('');
	await book.press('Escape');
	await book.expectCell('B1', '#NAME?');
	await book.press('Control+z');
	await book.expectCell('B1', '8');
});

test('PAG-181 the name manager by mouse: goes to a cell, and a name that a figure holds is not deleted', async ({
	book,
	page
}) => {
	const dialog = page.getByRole('dialog', { name: 'Names' });
	await book.press('Control+F3');
	await dialog.getByRole('searchbox', { name: 'Search names' }).fill('openai.gpt4_training_cost');
	await dialog
		.getByRole('button', { name: /^openai\.gpt4_training_cost\b/ })
		.first()
		.click();
	await expect(dialog.getByRole('status')).toHaveText(/formulas? .*uses? it/);
	await dialog.getByRole('button', { name: 'Delete' }).click();
	await expect(dialog.getByRole('alert')).toHaveText(/is the name of a figure, .* and stays\.$/);
	await dialog.getByRole('button', { name: 'Go to' }).click();
	await expect(dialog).toBeHidden();
	await book.expectSheet('Figures');
	await expect(book.grid).toBeFocused();
});

test('PAG-182 Ctrl+[ and Ctrl+] walk to what a cell reads and what reads it, through names and sheets', async ({
	book,
	page
}) => {
	await book.addSheet();
	await book.typeInto('A1', '5');
	await book.typeInto('B1', '=A1*2');
	await book.typeInto('B2', '=A1+training.gpt4_cost');
	await book.goTo('B1');
	await book.press('Control+[');
	await book.expectActive('A1');
	await book.press('Control+[');
	await expect(book.status).toHaveText('A1 reads no other cell');
	await book.press('Control+]');
	const readers = page.getByRole('dialog', { name: 'What reads A1' });
	await expect(readers.getByRole('option')).toHaveCount(2);
	await readers.getByRole('option', { name: /B1.*10/ }).click();
	await book.expectActive('B1');
	await book.goTo('B2');
	await book.press('Control+[');
	const read = page.getByRole('dialog', { name: 'What B2 reads' });
	await expect(read.getByRole('option')).toHaveCount(2);
	await book.press('ArrowDown');
	await expect(read.getByRole('option', { selected: true })).toHaveText(/training/);
	await book.press('Enter');
	await book.expectSheet('Training cost');
	await expect(book.grid).toBeFocused();
	await book.press('F5');
	const goTo = page.getByRole('dialog', { name: 'Go to' });
	await expect(goTo.getByRole('option', { selected: true })).toHaveText(/Sheet 11/);
	await book.press('Enter');
	await book.expectSheet('Sheet 11');
	await book.expectActive('B2');
});

test('PAG-180 the address that the name box shows selects that cell alone, and columns and several places are gone to', async ({
	book,
	page
}) => {
	await book.addSheet();
	const box = page.getByRole('textbox', { name: /^Name box/ });
	await book.goTo('B2:C4');
	await box.click();
	await book.press('Enter');
	await expect(book.grid).toBeFocused();
	await expect(page.locator('[aria-selected="true"][data-address]')).toHaveCount(1);
	await box.fill('B:C');
	await book.press('Enter');
	await expect(book.cell('C9')).toHaveAttribute('aria-selected', 'true');
	await expect(book.cell('D9')).toHaveAttribute('aria-selected', 'false');
	await box.fill('A1,C3:D4');
	await book.press('Enter');
	await expect(page.locator('[aria-selected="true"][data-address]')).toHaveCount(5);
	await book.expectActive('C3');
});

test('PAG-307 what is typed before the way to a precedent is known goes on in its cell', async ({
	book,
	page
}) => {
	await book.addSheet();
	await book.typeInto('A1', '5');
	await book.typeInto('B1', '=A1*2');
	await book.goTo('B1');
	await book.grid.evaluate((grid) => {
		const press = (key: string, ctrlKey = false) =>
			grid.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }));
		press('[', true);
		press('7');
	});
	const editor = page.getByRole('textbox', { name: 'Editing B1' });
	await expect(editor).toBeFocused();
	// The answer to what is asked later is there, and so is the one before.
	await expect(book.inspector.getByRole('button', { name: /A1/ })).toBeVisible();
	await page.keyboard.type('8');
	await expect(editor).toHaveValue('8');
	await book.press('Enter');
	await book.expectCells({ A1: '5', B1: '8' });
});
