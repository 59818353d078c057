import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';

const SITE = fileURLToPath(new URL('../../build/site/', import.meta.url));

/** What the first sheet answers, by cell, as it is shown. */
const ANSWERS = {
	B6: '16.7×',
	B7: '21 Jun 2026',
	B8: '200',
	B9: '19.7',
	B10: '-30.0%',
	B11: '2,944',
	B12: '5.5×',
	B13: '11.7×',
	B16: '12 of 12'
};

/** Bytes of compressed script that may be needed until the grid answers a key. */
const SCRIPT_LIMIT = 120_000;

/** Texts of HyperFormula that no minifier changes: names of properties and the sentence of an error. */
const ENGINE_MARKS = ['lazilyTransformingAstService', 'columnSearch', 'Computations are suspended'];

/** How the months of another language are written in the library of number formats. */
const LANGUAGE_MARK = 'Januar;Februar;';

/** The text of every cell that stands in the page. */
function shownTexts(page: Page): Promise<Record<string, string>> {
	return page.evaluate(() =>
		Object.fromEntries(
			[...document.querySelectorAll<HTMLElement>('[data-address]')].map((cell) => [
				cell.dataset['address'] ?? '',
				cell.textContent
			])
		)
	);
}

/** The cells whose middle is seen: neither scrolled out nor covered. */
function seenAddresses(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll<HTMLElement>('[data-address]')]
			.filter((cell) => {
				const { left, top, width, height } = cell.getBoundingClientRect();
				return cell.contains(document.elementFromPoint(left + width / 2, top + height / 2));
			})
			.map((cell) => cell.dataset['address'] ?? '')
	);
}

/** Opens the page with no other scripts than its document names; the rest waits until it is released. */
async function openWithNamedScripts(page: Page) {
	const document = await (await page.request.get('./')).text();
	const named = new Set<string>();
	const held = new Set<string>();
	let release: () => void = () => undefined;
	const released = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/*.js', async (route) => {
		const url = route.request().url();
		const isNamed = document.includes(url.slice(url.lastIndexOf('/') + 1));
		(isNamed ? named : held).add(url);
		if (!isNamed) await released;
		await route.continue();
	});
	await page.goto('./');
	return { named, held, release };
}

/** Presses keys until the grid answers one. */
async function expectAnswerToKey(page: Page): Promise<void> {
	const grid = page.getByRole('grid');
	const before = (await grid.getAttribute('aria-activedescendant')) ?? '';
	await expect(async () => {
		await grid.press('ArrowDown');
		await expect(grid).not.toHaveAttribute('aria-activedescendant', before, { timeout: 200 });
	}).toPass();
}

/** Waits until the engine has computed the whole workbook. */
async function expectCalculated(page: Page): Promise<void> {
	await expect(page.getByText(/^Recalculated in/)).toBeVisible({ timeout: 30_000 });
}

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('PAG-1 the document holds the answers as text', async ({ page }) => {
		const document = await (await page.request.get('./')).text();
		const lines = document
			.replace(/<(script|style|template)\b[\s\S]*?<\/\1>/g, '')
			.replace(/<[^>]*>/g, '\n')
			.split(/\n+/);
		expect(lines).toEqual(expect.arrayContaining(Object.values(ANSWERS)));
	});

	test('PAG-1 the answers are seen', async ({ page }) => {
		await page.goto('./');
		expect(await shownTexts(page)).toMatchObject(ANSWERS);
		for (const address of Object.keys(ANSWERS)) {
			await expect(page.locator(`[data-address=${address}]`)).toBeVisible();
		}
		expect(await seenAddresses(page)).toEqual(expect.arrayContaining(Object.keys(ANSWERS)));
	});
});

test('PAG-2 the scripts that the document names suffice to answer a key, and stay within their budget', async ({
	page
}) => {
	const { named, held } = await openWithNamedScripts(page);
	await expectAnswerToKey(page);
	const sizes = await Promise.all(
		[...named].map(async (url) => gzipSync(await (await page.request.get(url)).body()).length)
	);
	const total = sizes.reduce((sum, size) => sum + size, 0);
	expect(total).toBeLessThanOrEqual(SCRIPT_LIMIT);
	// Else nothing was held back, and the budget would be that of everything.
	expect(total).toBeGreaterThan(0);
	expect(held.size).toBeGreaterThan(0);
});

test('PAG-2 the engine is in the file of the worker and in no other', () => {
	const scripts = readdirSync(SITE, { recursive: true, encoding: 'utf8' }).filter((name) =>
		name.endsWith('.js')
	);
	for (const mark of ENGINE_MARKS) {
		const holding = scripts.filter((name) => readFileSync(`${SITE}${name}`, 'utf8').includes(mark));
		expect(holding, mark).toEqual([
			expect.stringMatching(/[\\/]workers[\\/]calculation\.worker-[^\\/]+\.js$/)
		]);
	}
});

test('PAG-2 no script that the document names holds another language than English', () => {
	const document = readFileSync(`${SITE}index.html`, 'utf8');
	const holding = readdirSync(SITE, { recursive: true, encoding: 'utf8' }).filter(
		(name) =>
			/\.js$/.test(name) &&
			!/[\\/]workers[\\/]/.test(name) &&
			readFileSync(`${SITE}${name}`, 'utf8').includes(LANGUAGE_MARK)
	);
	expect(holding).toHaveLength(1);
	expect(document).not.toContain(holding[0]!.slice(holding[0]!.search(/[^\\/]+$/)));
});

test.describe('of its own origin', () => {
	test.beforeEach(async ({ page }) => {
		await page.addInitScript(() => {
			const refused: string[] = [];
			Object.assign(window, { refused });
			document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
				refused.push(`${effectiveDirective} ${blockedURI}`)
			);
		});
	});

	/** What the page's policy has refused so far. */
	const refusals = (page: Page) =>
		page.evaluate(() => (window as typeof window & { refused: string[] }).refused);

	test('PAG-3 loading, editing and exporting ask no other origin and break no policy', async ({
		page,
		baseURL
	}) => {
		const own = new URL(baseURL ?? '').origin;
		const asked: string[] = [];
		page.on('request', (request) => asked.push(request.url()));
		page.on('websocket', (socket) => asked.push(socket.url()));

		await page.goto('./');
		await expectCalculated(page);
		await page.getByRole('tab', { name: 'Assumptions' }).click();
		await page.locator('[data-address=B5]').click();
		await page.keyboard.type('2');
		await page.keyboard.press('Enter');
		await expect(page.locator('[data-address=F5]')).toHaveText('rental price');
		await page.getByRole('button', { name: 'Export', exact: true }).click();
		await expect(page.getByRole('dialog')).toBeVisible();

		expect(asked.some((url) => url.includes('calculation.worker'))).toBe(true);
		const isElsewhere = (url: string) => !/^(?:data|blob):/.test(url) && new URL(url).origin !== own;
		expect(asked.filter(isElsewhere)).toEqual([]);
		expect(await refusals(page)).toEqual([]);
	});

	test('PAG-3 the policy of the page refuses what would leave it', async ({ page }) => {
		await page.goto('./');
		const said = await page.evaluate(async () => {
			const script = document.createElement('script');
			script.textContent = 'document.title = "run"';
			document.body.append(script);
			const answer = await fetch('https://reckoner.invalid/figures').then(
				() => 'sent',
				() => 'refused'
			);
			return [answer, document.title];
		});
		expect(said).toEqual(['refused', expect.stringContaining('Reckoner')]);
		const found = await refusals(page);
		expect(found).toContain('script-src-elem inline');
		expect(found).toContainEqual(expect.stringMatching(/^connect-src https:\/\/reckoner\.invalid/));
	});
});

test('PAG-4 neither starting up nor the engine changes a text of the grid', async ({
	browser,
	page,
	baseURL
}) => {
	const still = await browser.newContext({
		javaScriptEnabled: false,
		viewport: page.viewportSize(),
		...(baseURL ? { baseURL } : {})
	});
	const paper = await still.newPage();
	await paper.goto('./');
	const before = await shownTexts(paper);
	const seen = await seenAddresses(paper);
	await still.close();

	const { release } = await openWithNamedScripts(page);
	await expectAnswerToKey(page);
	const hydrated = await shownTexts(page);
	release();
	await expectCalculated(page);
	const calculated = await shownTexts(page);

	for (const after of [hydrated, calculated]) {
		expect(Object.keys(after)).toEqual(expect.arrayContaining(seen));
		const both = Object.keys(after).filter((address) => address in before);
		expect(both.map((address) => [address, after[address]])).toEqual(
			both.map((address) => [address, before[address]])
		);
	}
	expect(seen).toEqual(expect.arrayContaining(Object.keys(ANSWERS)));
});
