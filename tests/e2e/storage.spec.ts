import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test, WorkbookPage } from './workbook-page';

/** Opens the page's own database and puts a text in the place of every record of a store. */
function overwriteRecords(page: Page, store: 'records' | 'tiles', text: string): Promise<void> {
	return page.evaluate(
		([name, garbage]) =>
			new Promise<void>((resolve, reject) => {
				const opening = indexedDB.open('reckoner');
				opening.onerror = () => reject(opening.error);
				opening.onsuccess = () => {
					const transaction = opening.result.transaction(name!, 'readwrite');
					const cursor = transaction.objectStore(name!).openCursor();
					cursor.onsuccess = () => {
						cursor.result?.update(garbage);
						cursor.result?.continue();
					};
					transaction.onerror = () => reject(transaction.error);
					transaction.oncomplete = () => {
						opening.result.close();
						resolve();
					};
				};
			}),
		[store, text] as const
	);
}

/** A workbook of the reader's own: V3 built up from its hours. */
async function saveOwn(book: WorkbookPage): Promise<void> {
	await book.open();
	await book.typeInto('assume.v3_cost_basis', '3');
	await book.showSheet('Overview');
	await book.expectCell('B6', '17.9×');
	await book.expectSaved();
}

for (const [what, store, text] of [
	['cells that are no text of cells', 'tiles', 'not a line of a document'],
	['records of a kind that is not known', 'records', '{"id":7}']
] as const) {
	test(`PAG-24 a saved workbook with ${what} is kept aside and offered, and the reported model opens`, async ({
		book,
		page
	}) => {
		await saveOwn(book);
		await overwriteRecords(page, store, text);
		await book.reload();
		const notice = page.getByRole('alert');
		await expect(notice).toContainText('The workbook saved in this browser was not opened');
		await expect(notice).toContainText('The reported model is open instead.');
		await book.showSheet('Overview');
		await book.expectCells({ B6: '16.7×', B16: '12 of 12' });
		const { name, path } = await book.download(() =>
			page.getByRole('button', { name: 'Download what was saved' }).first().click()
		);
		expect(name).toBe('reckoner-saved-workbook.json');
		expect(readFileSync(path, 'utf8')).toContain(text);

		// It is offered until it is discarded, and what is changed meanwhile is saved.
		await book.typeInto('A30', '42');
		await book.expectSaved();
		await book.reload();
		await book.showSheet('Overview');
		await book.expectCell('A30', '42');
		await expect(page.getByRole('alert')).toBeHidden();
		await page.getByRole('button', { name: 'Discard it' }).click();
		await expect(page.getByRole('button', { name: 'Download what was saved' })).toBeHidden();
		await book.reload();
		await expect(page.getByRole('button', { name: 'Download what was saved' })).toBeHidden();
	});
}

test('PAG-25 without storage a notice says that nothing is saved, and everything else works', async ({
	book,
	page
}) => {
	await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
	await book.open();
	await expect(page.getByRole('alert')).toHaveText(/^Nothing is saved: this browser keeps no data/);
	await expect(book.saved).toHaveText('Not saved');
	await book.typeInto('assume.v3_cost_basis', '3');
	await book.expectCompared('GPT-4 against V3', 0, '17.9×');
	await book.press('Control+z');
	await book.expectCompared('GPT-4 against V3', 0, '16.7×');
	await book.chooseScenario('Same method');
	await book.showSheet('Overview');
	await book.expectCell('B6', '14.1×');
	await book.exportButton.click();
	await expect(book.exportDialog).toBeVisible();
	await book.press('Escape');
	await page.getByRole('button', { name: 'Dismiss this notice' }).click();
	await expect(page.getByRole('alert')).toBeHidden();
});

test('PAG-25 storage that throws is as no storage', async ({ book, page }) => {
	await page.addInitScript(() => {
		IDBFactory.prototype.open = () => {
			throw new DOMException('denied', 'SecurityError');
		};
	});
	await book.open();
	await expect(page.getByRole('alert')).toHaveText(/^Nothing is saved/);
	await book.expectCell('B6', '16.7×');
});

test('PAG-26 a second tab says that it does not save, and takes over when the first is closed', async ({
	book,
	context
}) => {
	await saveOwn(book);
	const second = new WorkbookPage(await context.newPage());
	await second.open();
	await second.expectSheet('Overview');
	await second.expectCell('B6', '17.9×');
	await expect(second.saved).toHaveText('Not saved: open in another tab');
	await second.typeInto('A30', '42');
	await second.expectCell('A30', '42');
	await expect(second.saved).toHaveText('Not saved: open in another tab');
	await expect(book.saved).toHaveText('Saved in this browser');

	await book.page.close();
	await second.expectSaved();
	await second.reload();
	await second.expectCell('A30', '42');
});

/** Notes in every frame what a reader sees of some texts: nothing where they are covered or not there. */
async function watchSeen(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const seen = new Set<string>();
		Object.assign(window, { seen });
		const look = () => {
			for (const element of document.querySelectorAll<HTMLElement>('[data-address=B6], td:nth-child(2)')) {
				const { left, top, width, height } = element.getBoundingClientRect();
				const at = document.elementFromPoint(left + width / 2, top + height / 2);
				if (element.contains(at)) seen.add(element.innerText.split(/\s/)[0] ?? '');
			}
			requestAnimationFrame(look);
		};
		requestAnimationFrame(look);
	});
}

const seenTexts = (page: Page) =>
	page.evaluate(() => [...(window as typeof window & { seen: Set<string> }).seen]);

test('PAG-27 who has a saved workbook never sees the shipped numbers as theirs', async ({ book, page }) => {
	await saveOwn(book);
	await watchSeen(page);
	let release: () => void = () => undefined;
	const released = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/*.js', async (route) => {
		if (!route.request().url().endsWith('/early.js')) await released;
		await route.continue();
	});
	await page.reload({ waitUntil: 'commit' });
	await expect(page.getByText('Opening your workbook')).toBeVisible();
	await expect(book.cell('B6')).toHaveText('16.7×');
	const isCovered = () =>
		page.evaluate(() => {
			const { left, top, width, height } = document.querySelector('main')!.getBoundingClientRect();
			const points = [0.1, 0.35, 0.6, 0.85].flatMap((x) => [0.1, 0.4, 0.7, 0.95].map((y) => [x, y] as const));
			return points.every(([x, y]) =>
				document.elementFromPoint(left + x * width, top + y * height)?.closest('.opening')
			);
		});
	// Before the style sheet is there nothing is painted, but everything is measured unstyled.
	await expect.poll(isCovered).toBe(true);
	expect(await seenTexts(page)).toEqual([]);

	release();
	await book.expectCalculated();
	await expect(page.getByText('Opening your workbook')).toBeHidden();
	await book.expectCell('B6', '17.9×');
	await book.expectCompared('GPT-4 against V3', 0, '17.9×');
	const seen = await seenTexts(page);
	expect(seen).toContain('17.9×');
	expect(seen).not.toContain('16.7×');
});

test('PAG-27 who has none sees the shipped numbers before any script', async ({ book, page }) => {
	await page.route(/\.js$/, (route) =>
		route.request().url().endsWith('/early.js') ? route.continue() : undefined
	);
	await page.goto('./', { waitUntil: 'commit' });
	await book.expectCell('B6', '16.7×');
	await expect(page.getByText('Opening your workbook')).toBeHidden();
});
