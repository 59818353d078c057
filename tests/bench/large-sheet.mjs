import { scrollFrames } from './probes.mjs';

/** What is pasted: 100,000 numbers. */
const PASTED_ROWS = 10_000;
const PASTED_COLUMNS = 10;
const PASTED = tableText(PASTED_ROWS, PASTED_COLUMNS);

/** The sheet that is scrolled, of which a workbook may not be full: the rows that are passed are, the others begin with a number. */
const SCROLLED_ROWS = 100_000;
const SCROLLED_COLUMNS = 26;
const FULL_ROWS = 12_000;

/** Frames that are measured, and how far each goes, in pixels: some four rows. */
const FRAMES = 240;
const STEP_PX = 100;

/** After an act, so that values, saving and collecting of garbage that follow it are done before the next. */
const REST_MS = 800;

const READY_MS = 60_000;

/** Aimed at: the longest that the page may be kept from answering. */
const LONGEST_TASK_MS = 200;

function tableText(rows, columns) {
	const line = (row) => Array.from({ length: columns }, (_, column) => row * columns + column).join('\t');
	return Array.from({ length: rows }, (_, row) => line(row)).join('\n');
}

/** Pastes of many cells and scrolling past many, each beside the least page that does the same. */
export async function measuredOnLargeSheets(openPage, site, bare) {
	const scrolled = await openEmptySheet(openPage, site);
	await fill(scrolled, 'A1', tableText(SCROLLED_ROWS, 1), SCROLLED_ROWS);
	await fill(scrolled, 'A1', tableText(FULL_ROWS, SCROLLED_COLUMNS), FULL_ROWS * SCROLLED_COLUMNS);
	const scrolling = await openPage(`${bare}scrolling.html`);

	const pasted = await openEmptySheet(openPage, site);
	// So that the sheet need not grow, which would be asked about.
	await goTo(pasted, 'A10001');
	await pasted.keyboard.type('0');
	await pasted.keyboard.press('Enter');
	await goTo(pasted, 'A1');
	const pasting = await openPage(`${bare}pastes.html`);

	return [
		{
			what: 'Scroll 100,000 × 26 cells, p95 frame',
			beside: 'bare scrolling page',
			measure: () => scroll(scrolled, '[role=grid]'),
			measureBeside: () => scroll(scrolling, '[data-scrolls]')
		},
		{
			what: 'Paste of 100,000 cells to painted',
			beside: 'bare page keeps the numbers',
			measure: () => thenUndo(pasted, () => paste(pasted)),
			measureBeside: () => thenUndo(pasting, () => paste(pasting))
		},
		{
			what: 'Longest task of that paste',
			beside: 'bare page keeps the numbers',
			mostMs: LONGEST_TASK_MS,
			measure: () => thenUndo(pasted, () => longestTask(pasted, () => paste(pasted))),
			measureBeside: () => thenUndo(pasting, () => longestTask(pasting, () => paste(pasting)))
		},
		{
			what: 'Undo of it to painted',
			beside: 'bare page forgets them',
			measure: () => undoOfPaste(pasted),
			measureBeside: () => undoOfPaste(pasting)
		},
		{
			what: 'Longest task of that undo',
			beside: 'bare page forgets them',
			mostMs: LONGEST_TASK_MS,
			measure: () => longestTaskOfUndo(pasted),
			measureBeside: () => longestTaskOfUndo(pasting)
		}
	];
}

async function openEmptySheet(openPage, site) {
	const page = await openPage(site);
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.getByText(/^Recalculated in/).waitFor();
	await page.getByRole('button', { name: 'Add a sheet' }).click();
	await goTo(page, 'A1');
	return page;
}

async function goTo(page, address) {
	await page.getByRole('textbox', { name: /^Name box/ }).fill(address);
	await page.keyboard.press('Enter');
}

async function copyOutside(page, text) {
	await page.bringToFront();
	await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
}

/** Pastes a table into a sheet that grows for it, and waits until it is calculated and saved. */
async function fill(page, address, text, cells) {
	await copyOutside(page, text);
	await goTo(page, address);
	await page.keyboard.press('Control+v');
	const grow = page.getByRole('button', { name: 'Paste and grow' });
	const done = page.getByText(`Pasted ${cells.toLocaleString('en-US')} cells.`);
	await grow.or(done).first().waitFor({ timeout: READY_MS });
	if (await grow.isVisible()) await grow.click();
	await done.waitFor({ timeout: READY_MS });
	await page
		.getByText(/^Saved|Changes are saved/)
		.first()
		.waitFor({ timeout: READY_MS });
	await page.waitForTimeout(REST_MS);
}

/** Scrolls down and back; gives the milliseconds of the frame that 95 of 100 are shorter than. */
async function scroll(page, selector) {
	await page.bringToFront();
	return page.evaluate(scrollFrames, { selector, frames: FRAMES, step: STEP_PX });
}

async function paste(page) {
	await copyOutside(page, PASTED);
	return paintAfter(page, 'v');
}

async function thenUndo(page, act) {
	const measured = await act();
	await page.waitForTimeout(REST_MS);
	await page.keyboard.press('Control+z');
	await page.waitForTimeout(REST_MS);
	return measured;
}

async function undoOfPaste(page) {
	await paste(page);
	await page.waitForTimeout(REST_MS);
	const measured = await paintAfter(page, 'z');
	await page.waitForTimeout(REST_MS);
	return measured;
}

async function longestTaskOfUndo(page) {
	await paste(page);
	await page.waitForTimeout(REST_MS);
	return longestTask(page, () => paintAfter(page, 'z'));
}

/** The longest that the page could not answer from an act on until all that follows it is done. */
async function longestTask(page, act) {
	const since = await page.evaluate(() => performance.now());
	await act();
	await page.waitForTimeout(REST_MS);
	return page.evaluate((from) => window.longestTaskFrom(from), since);
}

async function paintAfter(page, key) {
	await page.evaluate((pressed) => {
		window.painted = window.paintAfter(pressed, '[data-address=A1]');
		// Its failure is taken below, when it is asked for.
		window.painted.catch(() => undefined);
	}, key);
	await page.keyboard.press(`Control+${key}`);
	return page.evaluate(() => window.painted);
}
