import type { Locator } from '@playwright/test';
import { expect, test, type WorkbookPage } from './workbook-page';

test.beforeEach(async ({ book }) => {
	await book.open();
	await book.goTo('Figures!C6:C7');
});

function question({ page }: WorkbookPage): Locator {
	return page.getByRole('dialog', { name: 'Replace reported figures?' });
}

const state = (book: WorkbookPage, address: string, is: string) =>
	expect(book.cell(address)).toHaveAttribute('data-state', is);

test('PAG-191 clearing reported figures asks first; Escape leaves them, and an override is one step', async ({
	book
}) => {
	const before = await book.cell('C7').textContent();
	await book.press('Delete');
	await expect(question(book)).toContainText('Clearing 2 cells would replace 2 reported figures');
	await expect(question(book).getByRole('listitem').first()).toContainText('$6.00M → nothing');
	await expect(question(book).getByRole('radio', { name: /Assume them/ })).toBeDisabled();
	await expect(question(book).getByRole('radio', { name: /Leave them/ })).toBeDisabled();
	await book.press('Escape');
	await expect(question(book)).toBeHidden();
	await book.expectCells({ C6: '$6.00M', C7: before! });
	await book.press('Delete');
	await question(book).getByRole('button', { name: 'Clear' }).click();
	await book.expectCells({ C6: '', C7: '' });
	await state(book, 'C6', 'overridden');
	await book.press('Control+z');
	await book.expectCells({ C6: '$6.00M', C7: before! });
	await state(book, 'C7', 'reported');
});

test('PAG-191 a paste over reported figures can leave them and take the rest, by keys', async ({ book }) => {
	await book.goTo('C6');
	await book.copyFromOutside('7000000\t12');
	await book.press('Control+v');
	await expect(question(book)).toContainText('Pasting 2 cells would replace 1 reported figure');
	await expect(question(book).getByRole('listitem')).toContainText('$6.00M → $7.00M');
	await book.press('ArrowUp', 'Enter');
	await book.expectCells({ C6: '$6.00M', D6: '12' });
	await state(book, 'C6', 'reported');
	await expect(book.status).toHaveText('Pasted 1 cell.');
	await expect(book.grid).toBeFocused();
});

test('PAG-191 what is pasted over a reported figure can be assumed in a new scenario', async ({ book }) => {
	await book.goTo('C6');
	await book.copyFromOutside('5000000');
	await book.press('Control+v');
	await question(book)
		.getByRole('radio', { name: /Assume them/ })
		.check();
	await question(book).getByRole('textbox', { name: 'Title of the new scenario' }).fill('Cheaper V3');
	await book.press('Enter');
	await book.expectScenario('Cheaper V3');
	await book.expectCell('C6', '$5.00M');
	await book.chooseScenario('As reported');
	await book.expectCell('C6', '$6.00M');
	await book.press('Control+z');
	await book.scenarioButton.click();
	await expect(book.page.getByRole('menuitemradio', { name: 'Cheaper V3' })).toHaveCount(0);
});

test('PAG-191 filling asks too, typing into several cells keeps the text, and it asks no more where that is chosen', async ({
	book
}) => {
	await book.goTo('C7:C8');
	await book.press('Control+d');
	await expect(question(book)).toContainText('Filling 1 cell would replace 1 reported figure');
	await book.press('Escape');
	await book.goTo('C6:C7');
	await book.page.keyboard.type('8000000');
	await book.press('Control+Enter');
	await expect(question(book)).toContainText('2 reported figures');
	await book.press('Escape');
	await expect(book.page.getByRole('textbox', { name: 'Editing C6' })).toHaveValue('8000000');
	await book.press('Control+Enter');
	await question(book)
		.getByRole('checkbox', { name: /Do not ask again/ })
		.check();
	await question(book).getByRole('button', { name: 'Fill' }).click();
	await book.expectCells({ C6: '$8.00M', C7: /8/ });
	await book.goTo('C8:C9');
	await book.press('Delete');
	await book.expectCells({ C8: '', C9: '' });
});

test('PAG-130 what is typed over a reported figure is asked about by keys, and never lost', async ({
	book,
	page
}) => {
	await book.goTo('deepseek.v3_training_cost');
	await page.keyboard.type('7000000');
	await book.press('Enter');
	await expect(book.overrideDialog).toContainText('was published as $6.00M');
	await book.press('Escape');
	await expect(book.overrideDialog).toBeHidden();
	const editor = page.getByRole('textbox', { name: 'Editing C6' });
	await expect(editor).toHaveValue('7000000');
	await expect(editor).toBeFocused();
	await book.press('Enter', 'Enter');
	await book.expectCell('C6', '$7.00M');
	await expect(book.cell('C6')).toHaveAttribute('data-state', 'overridden');
	await book.expectActive('C7');
	await book.press('Control+z');
	await expect(book.cell('C6')).toHaveAttribute('data-state', 'reported');
});

test('PAG-130 it can be assumed in a new scenario, in one step, and the base keeps what was published', async ({
	book,
	page
}) => {
	await book.goTo('deepseek.v3_training_cost');
	await page.keyboard.type('5000000');
	await book.press('Enter');
	await expect(book.overrideDialog).toBeVisible();
	await book.press('ArrowDown');
	await book.overrideDialog.getByRole('textbox', { name: 'Title of the new scenario' }).fill('Cheaper V3');
	await book.press('Enter');
	await book.expectScenario('Cheaper V3');
	await book.expectCell('C6', '$5.00M');
	await book.chooseScenario('As reported');
	await book.expectCell('C6', '$6.00M');
	await expect(book.cell('C6')).toHaveAttribute('data-state', 'reported');
	await book.undo.click();
	await book.scenarioButton.click();
	await expect(page.getByRole('menuitemradio', { name: 'Cheaper V3' })).toHaveCount(0);
});

test('PAG-130 it asks no more in this session once that was chosen', async ({ book, page }) => {
	await book.goTo('deepseek.v3_training_cost');
	await page.keyboard.type('7000000');
	await book.press('Enter');
	await book.overrideDialog.getByRole('checkbox', { name: /Do not ask again/ }).check();
	await book.overrideDialog.getByRole('button', { name: 'Override' }).click();
	await book.expectActive('C7');
	await book.typeInto('openai.gpt4_training_cost', '90000000');
	await expect(book.cell('C9')).toHaveAttribute('data-state', 'overridden');
});

test('PAG-242 cut cells ask before they replace a reported figure, and what reads it then reads them', async ({
	book
}) => {
	await book.typeInto('E3', '7000000');
	await book.typeInto('E4', '=E3');
	await book.goTo('E3');
	await book.press('Control+x');
	await book.goTo('C6');
	await book.press('Control+v');
	await expect(question(book)).toContainText('Moving 1 cell would replace 1 reported figure');
	await expect(question(book).getByRole('radio', { name: /Leave them/ })).toBeDisabled();
	await book.press('Escape');
	await book.expectCells({ C6: '$6.00M', E3: '7000000' });

	await book.press('Control+v');
	await expect(question(book)).toBeVisible();
	await book.press('Enter');
	await expect(question(book)).toBeHidden();
	await book.expectCells({ C6: /7/, E3: '', E4: '7000000' });
	await state(book, 'C6', 'overridden');
	await book.goTo('E4');
	await expect(book.content).toHaveValue('=C6');
	await book.goTo('deepseek.v3_training_cost');
	await book.expectActive('C6');
	await book.undo.click();
	await book.expectCells({ C6: '$6.00M', E3: '7000000' });
	await state(book, 'C6', 'reported');
});

test('PAG-242 what was cut can be assumed in a new scenario, and stays where it is', async ({
	book,
	page
}) => {
	await book.typeInto('E3', '5000000');
	await book.goTo('E3');
	await book.press('Control+x');
	await book.cell('C6').click({ button: 'right' });
	await page.getByRole('menuitem', { name: 'Paste', exact: true }).click();
	await question(book)
		.getByRole('radio', { name: /Assume them/ })
		.check();
	await question(book).getByRole('textbox', { name: 'Title of the new scenario' }).fill('Cheaper V3');
	await question(book).getByRole('button', { name: 'Move' }).click();
	await book.expectScenario('Cheaper V3');
	await book.expectCells({ C6: '$5.00M', E3: '5000000' });
	await book.chooseScenario('As reported');
	await state(book, 'C6', 'reported');
});

test('PAG-320 a cell that is dragged onto a reported figure can be assumed in a scenario, as one that is cut', async ({
	book
}) => {
	await book.typeInto('E3', '5000000');
	await book.goTo('E3');
	await book.dragEdge('E3', 'C6');
	await expect(question(book)).toContainText('Moving 1 cell would replace 1 reported figure');
	await book.press('Escape');
	await book.expectCells({ C6: '$6.00M', E3: '5000000' });
	await book.dragEdge('E3', 'C6');
	await question(book)
		.getByRole('radio', { name: /Assume them/ })
		.check();
	await question(book).getByRole('textbox', { name: 'Title of the new scenario' }).fill('Dragged');
	await question(book).getByRole('button', { name: 'Move' }).click();
	await book.expectScenario('Dragged');
	await book.expectCells({ C6: '$5.00M', E3: '5000000' });
	await book.chooseScenario('As reported');
	await book.dragEdge('E3', 'C6');
	await expect(question(book)).toBeVisible();
	await book.press('Enter');
	await book.expectCells({ C6: /5/, E3: '' });
	await state(book, 'C6', 'overridden');
});
