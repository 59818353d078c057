import type { Page } from '@playwright/test';
import { seriousFaults } from './serious-faults';
import { expect, test, type WorkbookPage } from './workbook-page';

/** Asks for a command by its title, as the palette finds it. */
async function ask(book: WorkbookPage, title: string): Promise<void> {
	const palette = book.page.getByRole('dialog', { name: 'Commands and places' });
	await book.press('Control+k');
	await expect(palette).toBeVisible();
	await book.page.keyboard.type(title);
	await expect(palette.getByRole('option', { selected: true })).toContainText(title);
	await book.press('Enter');
	await expect(palette).toBeHidden();
}

/** What each dialog is called, by the command that opens it from a filled cell of a filtered column. */
const DIALOGS: Readonly<Record<string, string>> = {
	'Go to …': 'Go to',
	'Paste special …': 'Paste special',
	'Sort …': 'Sort',
	'Filter by this column …': 'Filter',
	'Find …': 'Find',
	'Find and replace …': 'Find and replace',
	'Undo history …': 'History of this visit',
	'Export as CSV …': 'Export',
	'Fill series …': 'Fill series',
	'Number format …': 'Number format',
	'Note …': 'Note',
	'Row height …': 'Row height',
	'Column width …': 'Column width',
	'Names …': 'Names',
	'Colour of the tab …': 'Colour',
	'All sheets …': 'All sheets',
	'Insert …': 'Insert',
	'Delete …': 'Delete',
	'Keyboard shortcuts': 'Keyboard shortcuts'
};

const hasFocus = (page: Page) =>
	page.evaluate(() => {
		const dialog = document.querySelector('dialog[open]');
		return !dialog || dialog.contains(document.activeElement) || document.activeElement === document.body;
	});

async function openFiltered(book: WorkbookPage): Promise<void> {
	await book.open();
	await book.showSheet('Funding');
	await book.goTo('A6');
	await book.press('Control+Shift+l');
	await book.goTo('A7');
}

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(colorScheme, () => {
		test.use({ colorScheme });

		test(`PAG-210 axe finds nothing serious in any dialog, ${colorScheme}`, async ({ book, page }) => {
			test.slow();
			await openFiltered(book);
			for (const [title, name] of Object.entries(DIALOGS)) {
				await ask(book, title);
				await expect(page.getByRole('dialog', { name: new RegExp(`^${name}`) })).toBeVisible();
				expect.soft(await seriousFaults(page), title).toEqual([]);
				await book.press('Escape');
				await expect(page.locator('dialog[open]')).toHaveCount(0);
			}
		});
	});
}

test('PAG-211 no dialog lets go of the keyboard or keeps it, and each gives it back to the grid', async ({
	book,
	page
}) => {
	test.slow();
	await openFiltered(book);
	for (const [title, name] of Object.entries(DIALOGS)) {
		await ask(book, title);
		const dialog = page.getByRole('dialog', { name: new RegExp(`^${name}`) });
		await expect(dialog).toBeVisible();
		await expect.poll(() => hasFocus(page), title).toBe(true);
		const isModal = await dialog.evaluate((one) => one.matches(':modal'));
		for (let stop = 0; isModal && stop < 30; stop++) {
			await book.press('Tab');
			expect.soft(await hasFocus(page), `${title}, stop ${stop}`).toBe(true);
		}
		await book.press('Escape');
		await expect(dialog, title).toBeHidden();
		await expect(book.grid, title).toBeFocused();
	}
});

test('PAG-212 with reduced motion nothing moves', async ({ book, page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await openFiltered(book);
	await book.press('Control+c');
	for (const title of [undefined, 'Find …', 'Names …', 'Number format …']) {
		if (title) {
			await ask(book, title);
			await expect(page.locator('dialog[open]')).toBeVisible();
		}
		expect(await page.evaluate(() => document.getAnimations().length), title).toBe(0);
		await book.press('Escape');
	}
});

test('PAG-212 in forced colours the active cell, the selection and the focus are drawn in the colours of the system', async ({
	book,
	page
}) => {
	await page.emulateMedia({ forcedColors: 'active' });
	await openFiltered(book);
	await book.goTo('B7:C8');
	const systemColor = (name: string) =>
		page.evaluate((color) => {
			const probe = document.body.appendChild(document.createElement('i'));
			probe.style.color = color;
			const { color: shown } = getComputedStyle(probe);
			probe.remove();
			return shown;
		}, name);
	const highlight = await systemColor('Highlight');
	const drawn = await page.evaluate(() =>
		[...document.querySelectorAll('[role="grid"] .over *')].flatMap((element) => {
			const { borderTopColor, borderTopWidth, outlineColor, outlineStyle } = getComputedStyle(element);
			return [
				parseFloat(borderTopWidth) > 0 ? borderTopColor : '',
				outlineStyle !== 'none' ? outlineColor : ''
			];
		})
	);
	expect(drawn).toContain(highlight);
	await ask(book, 'Find …');
	const isOutlined = () =>
		page.evaluate(() => {
			const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!);
			return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
		});
	await expect.poll(isOutlined).toBe(true);
});
