import type { Locator } from '@playwright/test';
import { fieldAt, recordsOf, textOf, zippedRecords } from './csv-files';
import { golden, SCENARIOS } from './golden';
import { expect, test, type WorkbookPage } from './workbook-page';

const SHEETS = [
	'Overview',
	'Figures',
	'Assumptions',
	'Training cost',
	'Funding',
	'Capex',
	'Market',
	'Landscape',
	'Timeline',
	'Conflicts'
];

const choice = (book: WorkbookPage, name: RegExp | string): Locator =>
	book.exportDialog.getByRole('radio', { name });
const option = (book: WorkbookPage, name: RegExp): Locator =>
	book.exportDialog.getByRole('checkbox', { name });

/** Opens the dialog, makes the choices, and gives the file. */
async function exported(book: WorkbookPage, ...choices: readonly RegExp[]) {
	await book.exportButton.click();
	await expect(book.exportDialog).toBeVisible();
	for (const name of choices) await book.chooseExport(name);
	return book.downloadExport();
}

test.beforeEach(({ book }) => book.open());

test('PAG-28 as displayed: the texts that the sheet shows, in records that end with CRLF', async ({
	book
}) => {
	const { name, path } = await exported(book);
	const text = textOf(path);
	expect(name).toBe('China AI after DeepSeek - Overview.csv');
	expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
	expect(text.endsWith('\r\n')).toBe(true);
	const records = recordsOf(text);
	for (const address of ['A6', 'B6', 'B7', 'B8', 'B9', 'B10', 'B11', 'B12', 'B13', 'D7', 'B16']) {
		await expect(book.cell(address)).toHaveText(fieldAt(records, address));
	}
	expect(fieldAt(records, 'B10')).toBe('-30.0%');
});

test('PAG-28 raw values: numbers in full and dates as serial numbers, under the scenario on show', async ({
	book
}) => {
	await book.chooseScenario(SCENARIOS.same_method);
	const { name, path } = await exported(book, /^Raw values/);
	expect(name).toBe('China AI after DeepSeek - Overview (raw values).csv');
	const records = recordsOf(textOf(path));
	const answers = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
	answers.forEach((letter, index) => {
		const value = Number(fieldAt(records, `B${6 + index}`));
		const wanted = golden(`overview.answer_${letter}`, 'same_method');
		expect(Math.abs(value / wanted - 1), letter).toBeLessThan(1e-13);
	});
	expect(fieldAt(records, 'B10')).toBe('-0.3');
});

test('PAG-28 formulas: what was typed, unguarded, and the dialog says that the file is live', async ({
	book
}) => {
	await book.exportButton.click();
	await book.chooseExport(/^Formulas/);
	await expect(book.exportDialog.getByText(/The file is live/)).toBeVisible();
	await expect(option(book, /^Put an apostrophe/)).toBeDisabled();
	await expect(option(book, /^Put an apostrophe/)).not.toBeChecked();
	const records = recordsOf(textOf((await book.downloadExport()).path));
	expect(fieldAt(records, 'B6')).toBe('=training.gpt4_v3_ratio');
	expect(fieldAt(records, 'D7')).toBe(
		'="if costs fall "&ROUND(100*training.annual_decline,0)&" % a year: a forecast"'
	);
	expect(fieldAt(records, 'A1')).toBe('Overview');
});

test('PAG-28 evidence: one row for each value with its bounds, wording, source and date', async ({
	book
}) => {
	await book.overrideFigure('Figures!C7', '5000000');
	const { path } = await exported(book, /^Evidence/);
	const [header, ...rows] = recordsOf(textOf(path).replace(/\r\n$/, ''));
	const records = rows.map((row) => Object.fromEntries(row.map((field, index) => [header![index], field])));
	const of = (address: string) => records.find((record) => record['address'] === address);
	expect(of('C6')).toMatchObject({
		sheet: 'Figures',
		name: 'deepseek.v3_training_cost',
		value: '6000000',
		high: '6000000',
		qualifier: 'nearly',
		unit: 'USD'
	});
	expect(of('C6')?.['wording']).not.toBe('');
	expect(of('C6')?.['source']).not.toBe('');
	expect(of('C6')?.['date']).toMatch(/^\d{4}/);
	expect(of('C9')).toMatchObject({ value: '100000000', low: '100000000', high: '', qualifier: 'more-than' });
	// A figure that was typed over is exact and cites nothing.
	expect(of('C7')).toMatchObject({ value: '5000000', low: '', high: '', qualifier: '', source: '' });
});

test('PAG-29 all sheets: one zip with a file for each, in their order', async ({ book }) => {
	const { name, path } = await exported(book, /^All sheets/);
	expect(name).toBe('China AI after DeepSeek.zip');
	const files = zippedRecords(path);
	expect([...files.keys()]).toEqual(SHEETS.map((sheet) => `${sheet}.csv`));
	for (const sheet of SHEETS) expect(fieldAt(files.get(`${sheet}.csv`)!, 'A1')).toBe(sheet);
	expect(fieldAt(files.get('Overview.csv')!, 'B6')).toBe('16.7×');
	expect(fieldAt(files.get('Figures.csv')!, 'C6')).toBe('$6.00M');
});

test('PAG-29 a selection keeps its corner; a single cell is no selection to export', async ({ book }) => {
	await book.exportButton.click();
	await expect(choice(book, /^This sheet/)).toBeVisible();
	await expect(choice(book, /^Selection/)).toBeHidden();
	await book.press('Escape');
	await expect(book.exportDialog).toBeHidden();
	await book.goTo('A6:B8');
	const { name, path } = await exported(book, /^Selection/);
	expect(name).toBe('China AI after DeepSeek - Overview A6-B8.csv');
	const records = recordsOf(textOf(path).replace(/\r\n$/, ''));
	expect(records.map((record) => record[1])).toEqual(['16.7×', '21 Jun 2026', '200']);
});

test('PAG-30 texts that a program would run are guarded unless that is turned off; numbers never are', async ({
	book
}) => {
	await book.addSheet();
	const typed = ["'=SUM(1,2)", "'+1 more", "'@here", "'-a-", '-5', "it's"];
	await book.goTo('A1');
	for (const text of typed) await book.type(text);
	await book.expectCell('A6', "it's");
	const guarded = recordsOf(textOf((await exported(book)).path));
	expect(guarded.map(([field]) => field)).toEqual([
		"'=SUM(1,2)",
		"'+1 more",
		"'@here",
		"'-a-",
		'-5',
		"it's",
		''
	]);

	await book.exportButton.click();
	await expect(option(book, /^Put an apostrophe/)).toBeChecked();
	await option(book, /^Put an apostrophe/).uncheck();
	const bare = recordsOf(textOf((await book.downloadExport()).path));
	expect(bare.map(([field]) => field)).toEqual(['=SUM(1,2)', '+1 more', '@here', '-a-', '-5', "it's", '']);
});

test('PAG-30 semicolons with decimal comma, and a byte order mark, where they are asked for', async ({
	book
}) => {
	await book.goTo('A6:B10');
	await book.exportButton.click();
	await book.chooseExport(/^Selection/);
	await book.chooseExport(/^Raw values/);
	await option(book, /^Semicolons and decimal comma/).check();
	await option(book, /^Byte order mark/).check();
	const text = textOf((await book.downloadExport()).path);
	expect(text.startsWith('\uFEFF')).toBe(true);
	const records = recordsOf(text.slice(1).replace(/\r\n$/, ''), ';');
	expect(records[0]![1]).toMatch(/^16,66666666666/);
	expect(records[4]![1]).toBe('-0,3');
	expect(records.every((record) => record.length === 2)).toBe(true);
});

test('PAG-31 the dialog shows the first lines, keeps the choice, and closes by Escape', async ({ book }) => {
	const preview = book.exportDialog.getByRole('region', { name: /^First lines/ });
	const name = book.exportDialog.getByRole('textbox', { name: /^File name/ });
	await book.exportButton.click();
	await expect(preview).toContainText('Eight answers');
	await book.chooseExport(/^Formulas/);
	await book.chooseExport(/^All sheets/);
	await expect(preview).toHaveAccessibleName('First lines of the first sheet');
	await expect(name).toHaveValue('China AI after DeepSeek (formulas)');
	await book.press('Escape');
	await expect(book.exportDialog).toBeHidden();
	await expect(book.exportButton).toBeFocused();
	await book.exportButton.click();
	await expect(choice(book, /^Formulas/)).toBeChecked();
	await name.fill('mine');
	expect((await book.downloadExport()).name).toBe('mine.zip');
});

test('PAG-31 the text can be copied instead of downloaded', async ({ book, page }) => {
	await book.goTo('A6:B6');
	await book.exportButton.click();
	await book.chooseExport(/^Selection/);
	await book.exportDialog.getByRole('button', { name: 'Copy text' }).click();
	await expect(book.exportDialog.getByRole('status')).toHaveText('Copied.');
	const text = await page.evaluate(() => navigator.clipboard.readText());
	expect(text.trim()).toBe("How many times V3's cost was GPT-4's?,16.7×");
});
