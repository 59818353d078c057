import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expect, test } from './workbook-page';
import { seriousFaults } from './serious-faults';

const entry = (page: Page, name: string) => page.locator(`[data-entry="${name}"]`);

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('PAG-50 the page of functions is whole without script, under any path', async ({ page }) => {
		await page.goto('functions/');
		await expect(page).toHaveTitle('Functions · Reckoner');
		await expect(page.getByRole('heading', { level: 1, name: 'Functions' })).toBeVisible();
		await expect(page.getByRole('searchbox')).toBeHidden();
		await expect(entry(page, 'SUMIFS')).toContainText('=SUMIFS(C2:C7,B2:B7,"A",E2:E7,">35")');
		await expect(entry(page, 'SUMIFS').locator('samp').first()).toHaveText('18');
		await expect(entry(page, 'STOCKHISTORY')).toBeVisible();
		await expect(entry(page, 'NORMDIST')).toContainText('Old name of NORM.DIST');
		await page.getByRole('navigation').getByRole('link', { name: 'Financial' }).click();
		await expect(page.getByRole('heading', { name: 'Financial' })).toBeInViewport();
		await page.getByRole('link', { name: 'Back to the sheet' }).click();
		await expect(page.getByRole('grid')).toBeVisible();
	});
});

test('PAG-51 the search finds functions by name and purpose, by keys alone', async ({ page }) => {
	await page.goto('functions/');
	await page.keyboard.press('/');
	const search = page.getByRole('searchbox', { name: 'Search functions' });
	await expect(search).toBeFocused();
	await page.keyboard.type('cumprin');
	await expect(page.locator('[data-entry]:visible')).toHaveCount(1);
	await expect(page.getByRole('status')).toHaveText('1 function');
	await search.fill('XLOOKUP');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/functions\/#xlookup$/);
	await expect(entry(page, 'XLOOKUP')).toBeInViewport();

	await search.fill('stockh');
	await expect(entry(page, 'STOCKHISTORY')).toBeVisible();
	await search.fill('internal rate');
	await expect(entry(page, 'IRR')).toBeVisible();
	await expect(entry(page, 'SUM')).toBeHidden();
	await search.fill('zzzz');
	await expect(page.getByRole('status')).toHaveText('No function matches: try a shorter word.');
	await expect(page.getByRole('heading', { name: 'Text', exact: true })).toBeHidden();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('status')).toBeEmpty();
	await expect(entry(page, 'SUM')).toBeVisible();

	// A link to what the search has hidden shows it.
	await search.fill('xlook');
	await page.getByRole('navigation').getByRole('link', { name: 'Financial' }).click();
	await expect(page.getByRole('heading', { name: 'Financial' })).toBeInViewport();
	await expect(search).toHaveValue('');
});

test('PAG-52 every link of the page leads somewhere on it, and every entry has an anchor of its own', async ({
	page
}) => {
	await page.goto('functions/#cagr');
	await expect(entry(page, 'CAGR')).toBeInViewport();
	const { lost, twice } = await page.evaluate(() => {
		const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
		const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
		return {
			lost: links.map(({ hash }) => hash.slice(1)).filter((hash) => !ids.includes(decodeURIComponent(hash))),
			twice: ids.filter((id, index) => ids.indexOf(id) !== index)
		};
	});
	expect(lost).toEqual([]);
	expect(twice).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(colorScheme, () => {
		test.use({ colorScheme });

		test(`PAG-53 axe finds nothing serious on the page of functions, ${colorScheme}`, async ({ page }) => {
			await page.goto('functions/#hyperlink');
			// Entries are made alike: a few of each kind, one of them the target and one with a difference, stand for all.
			await page.evaluate(() => {
				for (const part of document.querySelectorAll('[data-part]')) {
					const entries = [...part.querySelectorAll('[data-entry]')];
					for (const [index, entry] of entries.entries())
						if (index > 2 && !entry.matches(':target')) entry.remove();
				}
			});
			await expect(page.getByText('Differs from Excel.').first()).toBeVisible();
			expect(await seriousFaults(page)).toEqual([]);
		});
	});
}

test('PAG-54 at 390 pixels the page of functions does not scroll sideways', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto('functions/');
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test('PAG-55 the page of functions asks no other origin, breaks no policy and brings no engine', async ({
	page
}) => {
	const faults: string[] = [];
	const asked: string[] = [];
	page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
	page.on('pageerror', (error) => faults.push(error.message));
	page.on('request', (request) => asked.push(request.url()));
	await page.goto('functions/');
	await page.getByRole('searchbox').fill('sum');
	expect(faults).toEqual([]);
	const { origin } = new URL(page.url());
	expect(asked.filter((url) => !url.startsWith(origin))).toEqual([]);
	const scripts = asked
		.filter((url) => url.endsWith('.js'))
		.map((url) => url.slice(url.lastIndexOf('/') + 1));
	expect(scripts.toSorted()).toEqual(['early.js', 'functions.js']);
	expect(readFileSync('build/site/functions/index.html', 'utf8')).toContain(
		'http-equiv="content-security-policy"'
	);
});

test('PAG-56 the formula bar leads to the page of functions, and that back to the sheet', async ({
	book,
	page
}) => {
	await book.open();
	await book.typeInto('Funding!A60', '5');
	const [functions] = await Promise.all([
		page.context().waitForEvent('page'),
		page.getByRole('link', { name: 'Functions' }).click()
	]);
	await expect(functions).toHaveURL(/\/functions\/$/);
	await functions.getByRole('link', { name: 'Back to the sheet' }).click();
	await expect.poll(() => functions.isClosed()).toBe(true);
	await expect(book.undo).toBeEnabled();
	await page.goto('functions/');
	await page.getByRole('link', { name: 'Back to the sheet' }).click();
	await expect(book.grid).toBeVisible();
});
