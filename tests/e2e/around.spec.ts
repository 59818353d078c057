import type { Locator, Page } from '@playwright/test';
import { seriousFaults } from './serious-faults';
import { expect, test } from './workbook-page';

const palette = (page: Page): Locator => page.getByRole('dialog', { name: 'Commands and places' });
const goToDialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Go to', exact: true });
const shortcutSheet = (page: Page): Locator => page.getByRole('dialog', { name: 'Keyboard shortcuts' });
const chosen = (dialog: Locator): Locator => dialog.getByRole('option', { selected: true });

test('PAG-81 the palette does what is typed and chosen, and begins with what was used last', async ({
	book,
	page
}) => {
	await book.open();
	await book.addSheet();
	await book.typeInto('B2', '7');
	await book.goTo('B2');
	await book.press('Control+k');
	await expect(palette(page).getByRole('combobox')).toBeFocused();
	await page.keyboard.type('clear cont');
	await expect(chosen(palette(page))).toHaveText(/^Clear contents.*Del$/);
	await book.press('Enter');
	await expect(palette(page)).toBeHidden();
	await expect(book.grid).toBeFocused();
	await book.expectCell('B2', '');

	// From the formula bar too; what was used last comes first, and a press chooses.
	await book.content.focus();
	await book.press('Control+k');
	await expect(chosen(palette(page))).toHaveText(/^Clear contents/);
	await expect(palette(page).getByRole('group').first()).toHaveAccessibleName('Recently used');
	await page.keyboard.type('undo');
	await palette(page).getByRole('option', { name: /^Undo/ }).first().click();
	await book.expectCell('B2', '7');

	// What cannot be done now is shown and stays.
	await book.press('Control+k');
	await page.keyboard.type('redo');
	await book.press('Enter');
	await book.expectCell('B2', '');
	await book.press('Control+k');
	await page.keyboard.type('redo');
	await expect(chosen(palette(page))).toHaveAttribute('aria-disabled', 'true');
	await book.press('Enter');
	await expect(palette(page)).toBeVisible();
	await palette(page).getByRole('combobox').fill('no such thing at all');
	await expect(palette(page).getByRole('status')).toHaveText(/^No command/);
	await book.press('Escape');
	await expect(palette(page)).toBeHidden();
});

test('PAG-81 the palette goes to sheets, names and addresses', async ({ book, page }) => {
	await book.open();
	const go = async (text: string) => {
		await page.getByRole('button', { name: 'Find a command or a place' }).click();
		await expect(palette(page).getByRole('combobox')).toBeFocused();
		await page.keyboard.type(text);
		await book.press('Enter');
		await expect(palette(page)).toBeHidden();
		await expect(book.grid).toBeFocused();
	};
	await go('Figures!C7');
	await book.expectSheet('Figures');
	await book.expectActive('C7');
	await go('d9');
	await book.expectActive('D9');
	await go('Capex');
	await book.expectSheet('Capex');
	await go('v3_training_cost');
	await book.expectSheet('Figures');
	await expect(book.nameBox).toHaveValue('deepseek.v3_training_cost');
});

test('PAG-82 the list of keys opens by ? outside grid and fields and by Ctrl+/ anywhere', async ({
	book,
	page
}) => {
	await book.open();
	await book.grid.focus();
	await book.press('Control+/');
	await expect(shortcutSheet(page)).toBeVisible();
	const rowOf = (title: string) =>
		shortcutSheet(page)
			.locator('dl > div')
			.filter({ has: page.getByText(title, { exact: true }) });
	await expect(rowOf('Find a command …')).toHaveText(/Ctrl\+K$/);
	await expect(rowOf('To the edge of the data')).toHaveText(/Ctrl\+arrow$/);
	await expect(rowOf('New line within the cell')).toHaveText(/Alt\+Enter$/);
	expect(await seriousFaults(page)).toEqual([]);
	await book.press('Escape');
	await expect(shortcutSheet(page)).toBeHidden();
	await expect(book.grid).toBeFocused();

	await book.content.focus();
	await book.press('Control+/');
	await expect(shortcutSheet(page)).toBeVisible();
	await shortcutSheet(page).getByRole('button', { name: 'Close' }).click();
	await expect(book.content).toBeFocused();

	await book.sheetTab('Overview').focus();
	await page.keyboard.type('?');
	await expect(shortcutSheet(page)).toBeVisible();
	await book.press('Escape');

	// In the grid a question mark is typed.
	await book.addSheet();
	await book.typeInto('B2', '?');
	await book.expectCell('B2', '?');
});

test('PAG-83 F5 and Ctrl+G go to a place, and back to the one that was left', async ({ book, page }) => {
	await book.open();
	await book.goTo('C7');
	await book.press('F5');
	await expect(goToDialog(page).getByRole('combobox')).toBeFocused();
	await page.keyboard.type("'Training cost'!B6:C8");
	await book.press('Enter');
	await book.expectSheet('Training cost');
	await book.expectActive('B6');
	await expect(book.cell('C8')).toHaveAttribute('aria-selected', 'true');
	await expect(book.grid).toBeFocused();

	await book.press('Control+g');
	await expect(chosen(goToDialog(page))).toHaveText('Overview!C7');
	await book.press('Enter');
	await book.expectSheet('Overview');
	await book.expectActive('C7');

	await book.press('F5');
	await page.keyboard.type('h100');
	await expect(goToDialog(page).getByRole('group', { name: 'Names' })).toBeVisible();
	expect(await seriousFaults(page)).toEqual([]);
	await goToDialog(page).getByRole('combobox').fill('nowhere at all');
	await book.press('Enter');
	await expect(goToDialog(page)).toContainText('No cell, name or sheet is called that.');
	await goToDialog(page).getByRole('combobox').fill('timeline');
	await book.press('Enter');
	await book.expectSheet('Timeline');
});

test('PAG-84 F6 goes round the parts of the page, and back to where each was left', async ({
	book,
	page
}) => {
	await book.open();
	await book.grid.focus();
	const partOf = () =>
		page.evaluate(() => {
			const at = document.activeElement!;
			const part = at.closest('[role=grid], aside, section, header, footer, [role=group]');
			return part?.getAttribute('aria-label') ?? part?.tagName ?? 'none';
		});
	const parts: string[] = [];
	for (let step = 0; step < 7; step += 1) {
		parts.push(await partOf());
		await book.press('F6');
	}
	expect(new Set(parts).size).toBe(7);
	await expect(book.grid).toBeFocused();
	await book.press('Shift+F6');
	await expect(book.nameBox).toBeFocused();
	await book.content.focus();
	await book.press('F6');
	await expect(book.grid).toBeFocused();
	await book.press('Shift+F6');
	await expect(book.content).toBeFocused();
	await book.press('Shift+F6', 'Shift+F6');
	await expect(book.sheetTab('Overview')).toBeFocused();
	// Alt with an arrow shows the next sheet, from the grid.
	await book.press('F6', 'F6', 'F6', 'Alt+ArrowDown');
	await book.expectSheet('Figures');
	await book.press('Alt+ArrowUp');
	await book.expectSheet('Overview');
});

const figures = (page: Page): Locator => page.getByRole('group', { name: 'The selection in figures' });

test('PAG-85 the status bar sums the selection up, shows what is chosen, and copies a figure by a press', async ({
	book,
	page
}) => {
	await book.open();
	await book.addSheet();
	await book.copyFromOutside('1\t10\n2\t20\nword\t=1/0\n5\t50');
	await book.goTo('A1');
	await book.press('Control+v');
	await book.cell('A1').click();
	await expect(figures(page)).toBeHidden();
	await book.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown');
	await expect(figures(page)).toHaveText(/Average: 2\.6+7?\d*\s*Count: 4\s*Sum: 8/);
	// Whole columns, with an error that is left out and said.
	await book.press('Control+ ', 'Shift+ArrowRight');
	await expect(figures(page)).toHaveText(/Count: 8\s*Sum: 88\s*1 error left out/);
	// Several ranges.
	await book.cell('A2').click();
	await book.cell('B4').click({ modifiers: ['Control'] });
	await expect(figures(page)).toHaveText(/Sum: 52/);

	await figures(page).getByRole('button', { name: /^Sum/ }).click();
	await expect(book.status).toHaveText('Sum copied: 52');
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('52');

	await figures(page).getByRole('button', { name: 'Choose the figures' }).click();
	await page.getByRole('menuitemcheckbox', { name: 'Max in the status bar' }).click();
	await expect(figures(page)).toHaveText(/Max: 50/);
	await figures(page).getByRole('button', { name: 'Choose the figures' }).press('Enter');
	await page.keyboard.type('average');
	await expect(page.getByRole('menuitemcheckbox', { name: 'Average in the status bar' })).toBeChecked();
	await book.press('Enter');
	await expect(figures(page)).not.toContainText('Average');
	expect(await seriousFaults(page)).toEqual([]);
	await book.expectSaved();
	await book.reload();
	await book.goTo('A1:B4');
	await expect(figures(page)).toHaveText(/^\s*Count: 8\s*Max: 50\s*Sum: 88/);
});

test('PAG-86 the sheet is zoomed by keys and mouse, and the pointer means what lies under it', async ({
	book,
	page
}) => {
	await book.open();
	const height = async () => (await book.cell('B6').boundingBox())!.height;
	const before = await height();
	await book.grid.focus();
	await page.keyboard.down('Control');
	await page.keyboard.down('Alt');
	await book.press('Equal', 'Equal', 'Equal');
	await page.keyboard.up('Alt');
	await page.keyboard.up('Control');
	await expect(book.status).toHaveText('The sheet is shown at 150 %.');
	expect(await height()).toBeCloseTo(before * 1.5, 0);
	for (const address of ['C5', 'B8', 'A3']) {
		await book.cell(address).click();
		await book.expectActive(address);
	}
	await book.cell('C5').click({ button: 'right' });
	await book.expectActive('C5');
	await book.press('Escape');
	await expect(page.locator('.layer .active')).toHaveCount(1);
	const frame = (await page.locator('.layer .active').boundingBox())!;
	const cell = (await book.cell('C5').boundingBox())!;
	expect(Math.abs(frame.x - cell.x)).toBeLessThan(4);
	expect(Math.abs(frame.y - cell.y)).toBeLessThan(4);

	await page.reload();
	await book.expectCalculated();
	await expect.poll(height).toBeCloseTo(before * 1.5, 0);
	const zoom = page.getByRole('group', { name: 'Zoom of the sheet' });
	await zoom.getByRole('button', { name: 'Zoom out' }).click();
	await expect(zoom).toContainText('125 %');
	await zoom.getByRole('button', { name: /zoom to 100/ }).click();
	await expect.poll(height).toBeCloseTo(before, 0);
});

test('PAG-238 undo and redo select what they change, and go to its sheet and name it', async ({ book }) => {
	await book.open();
	await book.addSheet();
	await book.typeInto('B2', '5');
	await book.goTo('C3:D4');
	await book.press('Control+b');
	await book.addSheet();
	await book.typeInto('A1', '7');
	await book.goTo('H90');
	await book.press('Control+z');
	await book.expectActive('A1');
	await expect(book.status).toHaveText('Undone: Type in A1');
	await expect(book.cell('A1')).toBeVisible();
	await book.press('Control+y');
	await book.expectCell('A1', '7');
	await expect(book.status).toHaveText('Done again: Type in A1');

	await book.press('Control+z', 'Control+z');
	await expect(book.sheetTab('Sheet 12')).toBeHidden();
	await book.showSheet('Figures');
	await book.undo.click();
	await book.expectSheet('Sheet 11');
	await expect(book.status).toHaveText(/^Undone: .*, on the sheet “Sheet 11”$/);
	await book.expectActive('C3');
	await expect(book.cell('D4')).toHaveAttribute('aria-selected', 'true');
	await book.undo.click();
	await book.expectActive('B2');
	await book.expectCell('B2', '');
	await book.showSheet('Overview');
	await book.redo.click();
	await book.expectSheet('Sheet 11');
	await expect(book.status).toHaveText('Done again: Type in B2, on the sheet “Sheet 11”');
	await book.expectActive('B2');
	await book.expectCell('B2', '5');
});

test('PAG-238 rows that come back are selected, and the sheet does not slide to its first column', async ({
	book
}) => {
	await book.open();
	await book.addSheet();
	await book.typeInto('Z5', '5');
	await book.goTo('Z5');
	await book.press('Shift+ ', 'Control+-');
	await book.goTo('Z90');
	await book.press('Control+z');
	await book.expectActive('Z5');
	await book.expectCell('Z5', '5');
	await expect(book.cell('Y5')).toHaveAttribute('aria-selected', 'true');
});

test('PAG-87 the history names every step, and choosing one goes as far as that', async ({ book, page }) => {
	await book.open();
	const opener = page.getByRole('button', { name: 'Undo history' });
	await expect(opener).toBeDisabled();
	await book.addSheet();
	for (const [address, text] of [
		['A1', '1'],
		['A2', '2'],
		['A3', '3']
	] as const) {
		await book.typeInto(address, text);
	}
	await opener.click();
	const dialog = page.getByRole('dialog', { name: 'History of this visit' });
	const states = dialog.getByRole('list', { name: 'States' }).getByRole('button');
	await expect(states).toHaveCount(5);
	await expect(states.nth(0)).toBeFocused();
	await expect(states.nth(0)).toHaveAttribute('aria-current', 'step');
	expect(await seriousFaults(page)).toEqual([]);
	await book.press('ArrowDown', 'ArrowDown', 'Enter');
	await expect(dialog).toBeHidden();
	await expect(book.status).toHaveText('Undone: 2 steps');
	await book.expectCells({ A1: '1', A2: '', A3: '' });
	await opener.click();
	await states.nth(1).click();
	await book.expectCells({ A1: '1', A2: '2', A3: '' });
	await opener.click();
	await states.last().click();
	await expect(book.sheetTab('Overview')).toHaveAttribute('aria-selected', 'true');
});

test('PAG-231 the palette leads to a value of another sheet by its label', async ({ book, page }) => {
	await book.open();
	await book.press('Control+k');
	await expect(palette(page).getByRole('combobox')).toBeFocused();
	await page.keyboard.type('GPT-4 training cost');
	await expect(palette(page).getByRole('group', { name: 'Values by their label' })).toBeVisible();
	await expect(chosen(palette(page))).toHaveText(/^GPT-4, press figure\s*Figures C\d+\s*$/);
	await book.press('Enter');
	await book.expectSheet('Figures');
	await expect(book.grid).toBeFocused();
	await expect(book.nameBox).toHaveValue('openai.gpt4_training_cost');
});

test('PAG-232 keys pressed before the palette is there go into it, and none into the sheet', async ({
	book,
	page
}) => {
	const release = await book.openWithoutRest();
	await book.press('Control+k');
	await page.keyboard.type('timelinex');
	await book.press('Backspace');
	release();
	await expect(palette(page).getByRole('combobox')).toHaveValue('timeline');
	await expect(palette(page).getByRole('combobox')).toBeFocused();
	await expect(chosen(palette(page))).toHaveText(/^Timeline/);
	await book.press('Enter');
	await book.expectSheet('Timeline');
	await book.showSheet('Overview');
	await expect(book.undo).toBeDisabled();
});

test('PAG-300 a press on a button of the top bar leaves the keyboard in the sheet, and F5 works from a button', async ({
	book,
	page
}) => {
	await book.open();
	await book.typeInto('Funding!A60', '5');
	await book.goTo('Funding!A61');
	await expect(book.grid).toBeFocused();
	await book.undo.click();
	await expect(book.grid).toBeFocused();
	await page.getByRole('button', { name: 'Formatting' }).click();
	await expect(book.grid).toBeFocused();
	await book.press('ArrowDown');
	await book.expectActive('A61');
	await book.exportButton.focus();
	await page.keyboard.press('F5');
	await expect(goToDialog(page)).toBeVisible();
});
