import { SCENARIOS } from './golden';
import { expect, test } from './workbook-page';

test.beforeEach(({ book }) => book.open());

test('PAG-13 a reported figure that is typed over is marked, keeps its card, and everything follows it', async ({
	book
}) => {
	await book.goTo('deepseek.v3_training_cost');
	await book.expectSheet('Figures');
	await expect(book.cell('C6')).toHaveAttribute('data-state', 'reported');
	await expect(book.inspector).toContainText('The source allows:');
	await book.overrideFigure('C6', '7000000');
	await book.expectCell('C6', '$7.00M');
	await expect(book.cell('C6')).toHaveAttribute('data-state', 'overridden');
	await book.expectCompared('GPT-4 against V3', 0, '14.3×');

	await book.press('ArrowUp');
	await expect(book.inspector).toContainText('Overridden');
	await expect(book.inspector.getByRole('heading', { name: 'DeepSeek V3, press figure' })).toBeVisible();
	await expect(book.inspector).toContainText('nearly');
	await expect(book.inspector).not.toContainText('The source allows:');
	await book.showSheet('Overview');
	await book.expectCell('B6', '14.3×');
});

test('PAG-13 restoring brings back what was published, in one step that can be undone', async ({ book }) => {
	await book.overrideFigure('deepseek.v3_training_cost', '7000000');
	await book.goTo('C6');
	await book.inspector.getByRole('button', { name: 'Restore $6.00M' }).click();
	await book.expectCell('C6', '$6.00M');
	await expect(book.cell('C6')).toHaveAttribute('data-state', 'reported');
	await expect(book.inspector.getByRole('button', { name: /^Restore/ })).toBeHidden();
	await book.expectCompared('GPT-4 against V3', 0, '16.7×');
	await book.undo.click();
	await expect(book.cell('C6')).toHaveAttribute('data-state', 'overridden');
	await book.expectCompared('GPT-4 against V3', 0, '14.3×');
});

test('PAG-13 typing back what was published makes it reported again', async ({ book }) => {
	await book.overrideFigure('deepseek.v3_training_cost', '7000000');
	await expect(book.cell('C6')).toHaveAttribute('data-state', 'overridden');
	await book.typeInto('C6', '$6,000,000');
	await expect(book.cell('C6')).toHaveAttribute('data-state', 'reported');
});

test('PAG-13 a figure overridden under a scenario is marked there and reported in the base', async ({
	book
}) => {
	await book.chooseScenario(SCENARIOS.commodity);
	await book.typeInto('deepseek.v3_training_cost', '5000000');
	await expect(book.cell('C6')).toHaveAttribute('data-state', 'overridden');
	await book.expectCompared('GPT-4 against V3', 7, '20.0×');
	await book.chooseScenario(SCENARIOS.base_value);
	await book.expectCell('C6', '$6.00M');
	await expect(book.cell('C6')).toHaveAttribute('data-state', 'reported');
	await book.chooseScenario(SCENARIOS.commodity);
	await book.goTo('C6');
	await book.inspector.getByRole('button', { name: 'Restore $6.00M' }).click();
	await expect(book.cell('C6')).toHaveAttribute('data-state', 'reported');
	await book.expectCompared('GPT-4 against V3', 7, '16.7×');
});

test('PAG-14 the four states are told apart on the sheet and by the evidence beside it', async ({ book }) => {
	const kind = async (where: string, address: string, state: string, words: RegExp) => {
		await book.goTo(where);
		await expect(book.cell(address)).toHaveAttribute('data-state', state);
		await expect(book.inspector).toContainText(words);
	};
	await kind('openai.gpt4_training_cost', 'C9', 'reported', /Reported.*The source allows: more than \$/s);
	await kind('assume.mfu', 'B18', 'assumed', /Assumed.*From 30\.0% to 46\.4%/s);
	await kind('overview.answer_a', 'B6', 'derived', /Derived.*Computed from/s);
	await kind('A30', 'A30', 'blank', /Blank/);
	await book.type('12');
	await kind('A30', 'A30', 'plain', /Typed, without a source/);
});

test('PAG-14 what a formula reads is listed, and leads there', async ({ book }) => {
	await book.goTo('training.v3_cost');
	const inputs = book.inspector.getByRole('region', { name: 'Computed from' });
	await expect(inputs.getByRole('button', { name: /^assume\.v3_cost_basis/ })).toContainText('1');
	await inputs.getByRole('button', { name: /^deepseek\.v3_training_cost/ }).click();
	await book.expectSheet('Figures');
	await book.expectActive('C6');
});

test('PAG-14 a result of the dock leads to its cell', async ({ book }) => {
	await book.dock.getByRole('button', { name: 'Whole programme', exact: true }).click();
	await book.expectSheet('Training cost');
	await expect(book.nameBox).toHaveValue('training.v3_programme_cost');
});
