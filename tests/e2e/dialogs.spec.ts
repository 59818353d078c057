import type { Locator, Page } from '@playwright/test';
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

/** A dialog, or the list that is picked from: how it is come by, what it is called and where the focus goes from it. */
interface Opened {
	readonly open: (book: WorkbookPage) => Promise<void>;
	/** What its name begins with. */
	readonly name: string;
	/** What has the focus when it has closed: the grid where it is left out. */
	readonly after?: (book: WorkbookPage) => Locator;
}

/** What each dialog is called, by the command that opens it from a filled cell of a filtered column. */
const BY_COMMAND: Readonly<Record<string, string>> = {
	'Go to …': 'Go to',
	'Paste special …': 'Paste special',
	'Sort …': 'Sort',
	'Filter by this column …': 'Filter',
	'Find …': 'Find',
	'Find and replace …': 'Find and replace',
	'Undo history …': 'History of this visit',
	'Export as CSV …': 'Export',
	'Workbook settings …': 'Workbook settings',
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
	'Conditional formats …': 'Conditional formats',
	'Keyboard shortcuts': 'Keyboard shortcuts'
};

/** Those that answer an act, and the palette. */
const BY_ACT: Readonly<Record<string, Opened>> = {
	'the palette': { name: 'Commands and places', open: (book) => book.press('Control+k') },
	'typing over a reported figure': {
		name: 'This is a reported figure',
		open: async (book) => {
			await book.goTo('Figures!C6');
			await book.page.keyboard.type('7');
			await book.press('Enter');
		},
		after: ({ page }) => page.getByRole('textbox', { name: 'Editing C6' })
	},
	'clearing reported figures': {
		name: 'Replace reported figures?',
		open: async (book) => {
			await book.press('Escape');
			await book.goTo('Figures!C6:C7');
			await book.press('Delete');
		}
	},
	'dragging onto filled cells': {
		name: 'Replace what is there?',
		open: async (book) => {
			await book.goTo('Funding!A7');
			await book.dragEdge('A7', 'A9');
		}
	},
	'sorting a part of a table': {
		name: 'Sort the whole table',
		open: async (book) => {
			await book.goTo('Funding!B7:B9');
			await ask(book, 'Sort ascending');
		}
	},
	'deleting what formulas read': {
		name: 'Delete what formulas read?',
		open: async (book) => {
			await book.goTo('Assumptions!B6');
			await book.press('Shift+Space', 'Control+-');
		}
	},
	'pasting beyond the end': {
		name: 'Paste beyond the end of the sheet?',
		open: async (book) => {
			await book.goTo('Funding!A40');
			await book.copyFromOutside('1\n'.repeat(5_000));
			await book.press('Control+v');
		}
	},
	'following what reads a cell': {
		name: 'What reads C6',
		open: async (book) => {
			await book.goTo('Figures!C6');
			await book.press('Control+]');
		}
	},
	'picking from the column': {
		name: 'Texts of the column',
		open: async (book) => {
			await book.goTo('Funding!A8');
			await book.press('Alt+Shift+ArrowDown');
		}
	}
};

const DIALOGS: readonly (readonly [string, Opened])[] = [
	...Object.entries(BY_COMMAND).map(
		([title, name]) => [title, { name, open: (book: WorkbookPage) => ask(book, title) }] as const
	),
	...Object.entries(BY_ACT)
];

const dialogCalled = (page: Page, name: string) => {
	const begins = { name: new RegExp(`^${name}`) };
	return page
		.getByRole('dialog', begins)
		.or(page.getByRole('listbox', begins).and(page.locator('[popover]')));
};

const hasFocus = (dialog: Locator) => dialog.evaluate((one) => one.contains(document.activeElement));

/** What has the focus, so that it can be told apart from every other thing that can. */
const focused = (dialog: Locator) =>
	dialog.evaluate((one) => [...one.querySelectorAll('*')].indexOf(document.activeElement!));

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
			for (const [title, { name, open }] of DIALOGS) {
				await open(book);
				const dialog = dialogCalled(page, name);
				await expect(dialog, title).toBeVisible();
				expect.soft(await seriousFaults(page), title).toEqual([]);
				await book.press('Escape');
				await expect(dialog, title).toBeHidden();
			}
		});
	});
}

test('PAG-211 no dialog lets go of the keyboard or keeps it, and each gives it back to where it was', async ({
	book,
	page
}) => {
	test.slow();
	await openFiltered(book);
	for (const [title, { name, open, after }] of DIALOGS) {
		await open(book);
		const dialog = dialogCalled(page, name);
		await expect(dialog, title).toBeVisible();
		await expect.poll(() => hasFocus(dialog), title).toBe(true);
		const isModal = await dialog.evaluate((one) => one.matches(':modal'));
		for (const key of isModal ? ['Tab', 'Shift+Tab'] : []) {
			const first = await focused(dialog);
			const stops = new Set<number>();
			for (let stop = 0; stop < 60 && !(stop > 0 && (await focused(dialog)) === first); stop++) {
				await book.press(key);
				expect.soft(await hasFocus(dialog), `${title}, ${key} ${stop}`).toBe(true);
				stops.add(await focused(dialog));
			}
			expect.soft(stops.has(first), `${title}: ${key} leads all the way round`).toBe(true);
		}
		await book.press('Escape');
		await expect(dialog, title).toBeHidden();
		await expect(after?.(book) ?? book.grid, title).toBeFocused();
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

test('PAG-230 in forced colours errors, the states of numbers, what is pressed and a filter that is on are told apart', async ({
	book,
	page
}) => {
	await page.emulateMedia({ forcedColors: 'active' });
	await openFiltered(book);
	const drawn = (of: Locator) =>
		of.evaluate((element) => {
			const { backgroundColor, color, textDecorationLine, textDecorationStyle } = getComputedStyle(element);
			return `${backgroundColor} ${color} ${textDecorationLine} ${textDecorationStyle}`;
		});
	await page.getByRole('button', { name: 'Formatting', exact: true }).click();
	await book.goTo('A4');
	const bold = page.getByRole('button', { name: 'Bold', exact: true });
	const plain = await drawn(bold);
	await book.press('Control+b');
	await expect(bold).toHaveAttribute('aria-pressed', 'true');
	expect(await drawn(bold)).not.toBe(plain);

	const filter = page.getByRole('button', { name: /^Filter column A/ });
	const off = await drawn(filter);
	const icon = await filter.innerHTML();
	await book.press('Alt+Shift+ArrowDown');
	await page.getByRole('dialog', { name: 'Filter column A' }).getByRole('checkbox').nth(1).uncheck();
	await book.press('Enter');
	await expect(filter).toHaveAccessibleName('Filter column A, filtered');
	expect(await drawn(filter)).not.toBe(off);
	expect(await filter.innerHTML()).not.toBe(icon);

	await book.addSheet();
	await book.typeInto('A1', '=1/0');
	await book.type('text');
	await book.expectCell('A1', '#DIV/0!');
	expect(await drawn(book.cell('A1').locator('span'))).not.toBe(await drawn(book.cell('A2').locator('span')));
	const mark = (address: string) =>
		book
			.cell(address)
			.locator('span')
			.evaluate((span) => {
				const { content, display, opacity } = getComputedStyle(span, '::before');
				return display === 'none' || opacity === '0' ? 'none' : content;
			});
	await book.overrideFigure('Figures!C6', '7');
	const marks = [await mark('C6'), await mark('C7')];
	await book.goTo('assume.v3_cost_basis');
	marks.push(await mark('B6'));
	await book.showSheet('Overview');
	marks.push(await mark('B6'));
	expect(new Set(marks).size, marks.join(', ')).toBe(4);
});

test('GRD-231 the button of a filter is a part of its column’s header cell, and every row of the grid is one row', async ({
	book,
	page
}) => {
	await openFiltered(book);
	const header = book.cell('A4');
	await expect(header.getByRole('button', { name: 'Filter column A' })).toBeVisible();
	await expect(header).toHaveAccessibleName(/Filter column A$/);
	const indices = await book.grid
		.getByRole('row')
		.evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-rowindex')));
	expect(indices).toHaveLength(new Set(indices).size);
	expect(await seriousFaults(page)).toEqual([]);
});

test('PAG-370 a dialog that is asked for in the moment it closes is open afterwards', async ({
	book,
	page
}) => {
	/** Closes the dialog and asks for it again before the browser has told of the closing. */
	const closeAndAsk = (close: 'escape-key' | 'close-request', key: string) =>
		page.evaluate(
			async ([close, key]) => {
				const press = (init: KeyboardEventInit) =>
					document.activeElement?.dispatchEvent(
						new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init })
					);
				if (close === 'escape-key') press({ key: 'Escape' });
				else document.querySelector<HTMLDialogElement>('dialog[open]')?.requestClose();
				for (let turns = 0; turns < 20; turns++) await Promise.resolve();
				press({ key, ctrlKey: true });
				await new Promise((resolve) => setTimeout(resolve, 200));
			},
			[close, key] as const
		);
	const finding = page.getByRole('dialog', { name: 'Find', exact: true });
	const commands = page.getByRole('dialog', { name: 'Commands and places' });

	await book.open();
	await book.goTo('A1');
	await book.press('Control+f');
	await expect(finding.getByRole('searchbox', { name: 'Find' })).toBeFocused();
	await closeAndAsk('escape-key', 'f');
	await expect(finding.getByRole('searchbox', { name: 'Find' })).toBeFocused();
	await book.press('Escape');
	await expect(finding).toBeHidden();

	await book.press('Control+k');
	await expect(commands).toBeVisible();
	await closeAndAsk('close-request', 'k');
	await expect(commands).toBeVisible();
	await book.press('Escape');
	await expect(commands).toBeHidden();
	await expect(book.grid).toBeFocused();
});
