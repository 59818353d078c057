import type { Page } from '@playwright/test';
import { expect, test, type WorkbookPage } from './workbook-page';

/** A change has three seconds, and more on a machine that takes long for all of the workbook. */
const ENDED = { timeout: 100_000 };
test.describe.configure({ timeout: 300_000 });

/** What takes this long, in milliseconds: longer than any change may, and for ever. */
const SLOW_MS = 12_000;
const ENDLESS_MS = 120_000;
const SLOW = '=SQRT(123450001)+1';
const ENDLESS = '=SQRT(123450002)+1';

/**
 * Makes two roots slow to draw in the calculation's own thread, so that what a formula takes does not depend on the
 * machine. Everything else is as it ships.
 */
async function slowDown(page: Page): Promise<void> {
	await page.context().route('**/workers/calculation.worker-*.js', async (route) => {
		const response = await route.fetch();
		const slow = `{
			const { sqrt } = Math;
			const millisecondsOf = { 123450001: ${SLOW_MS}, 123450002: ${ENDLESS_MS} };
			Math.sqrt = (number) => {
				const end = performance.now() + (millisecondsOf[number] ?? 0);
				while (performance.now() < end);
				return sqrt(number);
			};
		}`;
		await route.fulfill({ response, body: `${slow}\n${await response.text()}` });
	});
}

const running = (page: Page) => page.getByText(/^Calculating for \d+ s$/);
const stopButton = (page: Page) => page.getByRole('button', { name: 'Stop', exact: true });
const notice = (page: Page, text: RegExp) => page.getByRole('status').filter({ hasText: text });

/** A page with a blank sheet on show. */
async function openSlow(book: WorkbookPage): Promise<void> {
	await slowDown(book.page);
	await book.open();
	await book.addSheet();
	await book.goTo('A1');
}

/** A page whose saved workbook is slow to open: its formula was not when it was typed. */
async function openSaved(book: WorkbookPage): Promise<void> {
	await book.open();
	await book.addSheet();
	await book.typeInto('A1', SLOW);
	await book.expectSaved();
	await slowDown(book.page);
	await book.page.reload();
	await expect(running(book.page)).toBeVisible();
}

test('PAG-60 the page is alive while a calculation runs, says so, and ends it by itself', async ({
	book,
	page
}) => {
	await openSlow(book);
	await book.typeInto('A1', '7');
	await book.expectCell('A1', '7');
	await book.typeInto('B1', ENDLESS);
	await expect(running(page)).toBeVisible();
	await expect(book.status).toHaveText('Calculating takes a while: Stop or Escape ends it');
	await expect(stopButton(page)).toHaveAttribute('title', 'Stop the calculation (Escape)');
	// Typing, undoing and moving about work meanwhile.
	await book.typeInto('A2', '=A1*2');
	await book.goTo('A60');
	await book.expectActive('A60');
	await book.typeInto('A61', 'typed meanwhile');
	await book.expectCell('A61', 'typed meanwhile');
	await book.goTo('A1');

	await expect(book.cell('B1')).toHaveText('#ERROR!', ENDED);
	await expect(running(page)).toBeHidden();
	await book.expectCells({ A1: '7', A2: '14' });
	await expect(notice(page, /^Stopped: 'Sheet 11'!B1 took too long to calculate/)).toBeVisible();
	await book.typeInto('A3', '=A1*3');
	await book.expectCell('A3', '21');
	await book.goTo('B1');
	await expect(book.content).toHaveValue(ENDLESS);
	await expect(book.content).toHaveAccessibleDescription(/^Stopped: this took too long to calculate/);
	await book.typeInto('B2', '=B1*2');
	await book.goTo('B2');
	await expect(book.content).toHaveAccessibleDescription(/^B1 gives #ERROR!: Stopped/);
});

test('PAG-61 what is held back is let go when it is changed or undone', async ({ book, page }) => {
	await openSlow(book);
	await book.typeInto('A1', ENDLESS);
	await expect(book.cell('A1')).toHaveText('#ERROR!', ENDED);
	await book.typeInto('A2', '=A1+1');
	await book.expectCell('A2', '#ERROR!');
	await book.typeInto('A1', '=SQRT(4)');
	await book.expectCells({ A1: '2', A2: '3' });
	await expect(notice(page, /^Stopped/)).toBeHidden();
	await book.press('Control+z');
	// It is back, and ends again.
	await expect(book.cell('A1')).toHaveText('#ERROR!', ENDED);
	await book.press('Control+z', 'Control+z');
	await book.expectCells({ A1: '', A2: '' });
	await expect(notice(page, /^Stopped/)).toBeHidden();
	await book.typeInto('A1', '4');
	await book.expectCell('A1', '4');
});

test('PAG-62 a key and a button stop a calculation, and others try again for as long as it takes', async ({
	book,
	page
}) => {
	await openSlow(book);
	await book.typeInto('A1', SLOW);
	await expect(running(page)).toBeVisible();
	// Escape in a cell gives up the edit, not the calculation.
	await page.keyboard.type('12');
	await book.press('Escape');
	await expect(running(page)).toBeVisible();
	await book.press('Escape');
	await expect(book.cell('A1')).toHaveText('#ERROR!', ENDED);
	await book.press('F9');
	await expect(running(page)).toBeVisible();
	await stopButton(page).click();
	await expect(book.cell('A1')).toHaveText('#ERROR!', ENDED);
	await book.goTo('A1');
	await book.inspector.getByRole('button', { name: 'Try again' }).click();
	await expect(book.cell('A1')).toHaveText(/^1111/, ENDED);
	await expect(notice(page, /^Stopped/)).toBeHidden();
	await expect(book.inspector.getByRole('button', { name: 'Try again' })).toBeHidden();
});

test('PAG-63 what is held back stays so when the page is opened again, and the rest is calculated', async ({
	book,
	page
}) => {
	await openSlow(book);
	await book.typeInto('A1', ENDLESS);
	await book.typeInto('A2', '=1+1');
	await expect(book.cell('A1')).toHaveText('#ERROR!', ENDED);
	await book.expectCell('A2', '2');
	await book.expectSaved();
	await book.reload();
	await book.expectCells({ A1: '#ERROR!', A2: '2' });
	await expect(notice(page, /^Stopped: 'Sheet 11'!A1 took too long/)).toBeVisible();
	await book.showSheet('Overview');
	await book.expectCell('B6', '16.7×');
});

test('PAG-64 a workbook that was left while its calculation hung opens without it, and calculates when asked', async ({
	book,
	page
}) => {
	await openSaved(book);
	// Left in a hurry it is calculated, and left after five seconds it hung.
	await page.reload();
	await expect(page.getByText(/^Calculating for ([6-9]|1\d) s$/)).toBeVisible();
	await page.reload();
	await expect(notice(page, /did not end when it was last open.*opened without calculating/)).toBeVisible();
	await expect(book.status).toHaveText('Not calculated');
	await book.expectCell('A1', SLOW);
	await book.typeInto('A2', '=A1*2');
	await book.expectCell('A2', '=A1*2');
	await book.expectSaved();
	await book.exportButton.click();
	await expect(book.exportDialog).toContainText('Nothing is calculated: formulas are exported as they were');
	await book.press('Escape');

	// It is asked for once more after another reload, and what was typed is still there.
	await page.reload();
	await book.expectCell('A2', '=A1*2');
	await page.getByRole('button', { name: 'Calculate', exact: true }).click();
	await expect(book.cell('A1')).toHaveText(/^1111/, ENDED);
	await expect(notice(page, /opened without calculating/)).toBeHidden();
	await book.reload();
});

test('PAG-65 an opening is not ended but by the user, and leaves the workbook open without values', async ({
	book,
	page
}) => {
	await openSaved(book);
	// Longer than a change may take.
	await expect(page.getByText('Calculating for 4 s')).toBeVisible();
	await book.press('Escape');
	await expect(
		notice(page, /^The calculation was stopped, so formulas show as they were typed/)
	).toBeVisible();
	await book.expectCell('A1', SLOW);
	await book.typeInto('A1', '=2+3');
	await book.expectCell('A1', '=2+3');
	await book.press('F9');
	await book.expectCell('A1', '5');
	await book.expectCalculated();
});

test('PAG-66 a scenario that takes too long gives way to the base, and a comparison is stopped without harm', async ({
	book,
	page
}) => {
	await openSlow(book);
	await book.typeInto('A1', '=INT(SQRT(123450000+IF(assume.v3_cost_basis=3,2,0)))');
	await book.expectCell('A1', '11110');
	await book.chooseScenario('Same method');
	await book.typeInto('assume.v3_cost_basis', '3');
	await expect(notice(page, /^Stopped: the scenario “Same method” took too long/)).toBeVisible(ENDED);
	await book.expectScenario('As reported');
	await book.showSheet('Sheet 11');
	await book.expectCell('A1', '11110');
	// Comparing meets the same, and keeps nothing else once it is stopped.
	await expect(page.getByText(/^Comparing scenarios for \d+ s$/)).toBeVisible(ENDED);
	await stopButton(page).click();
	await expect(notice(page, /^Stopped: comparing the scenarios took too long/)).toBeVisible(ENDED);
	await book.typeInto('A2', '=A1*2');
	await book.expectCell('A2', '22220');
});

test('PAG-67 ten thousand formulas over long ranges are held back together', async ({ book, page }) => {
	await book.open();
	await book.addSheet();
	await book.typeInto('A1', '=SEQUENCE(20000)');
	await book.expectCell('A2', '2');
	await book.goTo('C1');
	const rows = Array.from({ length: 10_000 }, (_, row) => `=SUMPRODUCT(A$1:A$20000,A$1:A$20000)+${row}`);
	await book.copyFromOutside(rows.join('\n'));
	await book.press('Control+v');
	await page.getByRole('button', { name: 'Paste and grow' }).click();
	await expect(notice(page, /^Stopped: 'Sheet 11'!C1 and 9,999 more cells took too long/)).toBeVisible(ENDED);
	await book.expectCell('C2', '#ERROR!');
	await book.typeInto('B1', '=2*21');
	await book.expectCell('B1', '42');
	await book.press('Control+z', 'Control+z');
	await book.expectCells({ B1: '', C1: '' });
	await expect(notice(page, /^Stopped/)).toBeHidden();
});
