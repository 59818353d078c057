import { join } from 'node:path';
import { createSite, listen } from '../commands/serve.mjs';
import { ROOT } from '../commands/steps.mjs';
import { measuredOnLargeSheets } from './large-sheet.mjs';
import {
	blockingScripts,
	firstContentfulPaint,
	frameMilliseconds,
	watchFirstNumber,
	watchPaints,
	watchTasks
} from './probes.mjs';

/** As the browser tests launch it. */
const ARGUMENTS = [
	'--no-sandbox',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];
const VIEWPORT = { width: 1440, height: 900 };

/** A switch between sources on the sheet Assumptions, its reading beside it, and what the compare dock shows of it. */
const SWITCH = '[data-address=B5]';
const DEPENDENT = '[data-address=F5]';
const COMPARED = '[aria-label="Scenarios side by side"] tbody td';

/** Between two edits, so that saving and what else follows the one is done before the other, in milliseconds. */
const REST_MS = 300;

/** Opens a browser, the built site and the bare pages, to be measured side by side. */
export async function openBrowserBench(executablePath) {
	const { chromium } = await import('@playwright/test');
	const servers = [createSite(join(ROOT, 'build/site')), createSite(join(ROOT, 'tests/bench/bare'))];
	const [site, bare] = await Promise.all(
		servers.map(async (server, index) => `http://localhost:${await listen(server, 4300 + 200 * index)}/`)
	);
	const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
	const close = async () => {
		await browser.close();
		for (const server of servers) server.close();
	};
	try {
		const edited = await openForEdits(browser, site);
		const keys = await openPage(browser, `${bare}keys.html`);
		const editBare = () => paintAfterEnter(keys, DEPENDENT);
		return {
			close,
			version: browser.version(),
			frameMs: await keys.evaluate(frameMilliseconds),
			blockingScripts: await edited.evaluate(blockingScripts),
			largeSheets: await measuredOnLargeSheets((address) => openPage(browser, address), site, bare),
			paints: [
				{
					what: 'Edit to painted dependent',
					beside: 'bare page sets a text',
					measure: () => edit(edited, DEPENDENT),
					measureBeside: editBare
				},
				{
					what: 'Edit to painted comparison',
					beside: 'bare page sets a text',
					measure: () => edit(edited, COMPARED),
					measureBeside: editBare
				}
			],
			loads: [
				{
					what: 'First numbers visible',
					beside: 'bare page of one number',
					measure: () => loadFresh(browser, site),
					measureBeside: () => loadFresh(browser, `${bare}numbers.html`)
				}
			]
		};
	} catch (error) {
		await close();
		throw error;
	}
}

async function openPage(browser, address) {
	const page = await browser.newPage({ viewport: VIEWPORT });
	await page.addInitScript(watchPaints);
	await page.addInitScript(watchTasks);
	await page.goto(address);
	return page;
}

async function openForEdits(browser, address) {
	const page = await openPage(browser, address);
	await page.getByText(/^Recalculated in/).waitFor();
	await page.getByRole('tab', { name: 'Assumptions' }).click();
	return page;
}

/** Types the other choice into the switch. Gives the milliseconds from Enter until what reads it is painted. */
async function edit(page, selector) {
	await page.bringToFront();
	const cell = page.locator(SWITCH);
	await cell.click();
	await page.keyboard.type((await cell.textContent()) === '1' ? '2' : '1');
	return paintAfterEnter(page, selector);
}

async function paintAfterEnter(page, selector) {
	await page.bringToFront();
	await page.waitForTimeout(REST_MS);
	await page.evaluate((watched) => {
		window.painted = window.paintAfter('Enter', watched);
		// Its failure is taken below, when it is asked for.
		window.painted.catch(() => undefined);
	}, selector);
	await page.keyboard.press('Enter');
	return page.evaluate(() => window.painted);
}

/**
 * Loads a page that this browser has never seen. Gives the milliseconds until content was painted, and the frame done
 * that shows the number.
 */
async function loadFresh(browser, address) {
	const context = await browser.newContext({ viewport: VIEWPORT });
	try {
		const page = await context.newPage();
		await page.addInitScript(watchFirstNumber);
		await page.goto(address);
		const painted = await page.evaluate(firstContentfulPaint);
		return Math.max(painted, await page.evaluate(() => window.firstNumber));
	} finally {
		await context.close();
	}
}
