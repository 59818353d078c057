import { expect, test as base, type Locator, type Page } from '@playwright/test';

const READY_MS = 30_000;

/** A text as it must stand at the start of another one, not followed by more of the same number. */
function startingWith(text: string): RegExp {
	return new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\d.,])`);
}

const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);

const LABS = [
	['Lab', 'Cost', 'Year'],
	['OpenAI', '100', '2023'],
	['DeepSeek', '6', '2024'],
	['Meta', '72', '2024'],
	['Google', '191', '2023']
];

/** The page as its reader finds it: by roles and names, cells by their address. */
export class WorkbookPage {
	readonly page: Page;
	readonly grid: Locator;
	readonly nameBox: Locator;
	/** The formula bar's field: the active cell's content. */
	readonly content: Locator;
	/** The line at the foot that says what the latest act did. */
	readonly status: Locator;
	/** How saving stands. */
	readonly saved: Locator;
	readonly inspector: Locator;
	readonly dock: Locator;
	readonly charts: Locator;
	readonly exportButton: Locator;
	readonly exportDialog: Locator;
	readonly undo: Locator;
	readonly redo: Locator;

	constructor(page: Page) {
		this.page = page;
		this.grid = page.getByRole('grid');
		this.nameBox = page.getByRole('textbox', { name: /^Name box/ });
		this.content = page.getByRole('textbox', { name: /^Content of/ });
		this.status = page.getByRole('contentinfo').getByRole('status');
		this.saved = page.getByRole('banner').getByRole('status');
		this.inspector = page.getByRole('complementary', { name: 'Evidence for the selected cell' });
		this.dock = page.getByRole('region', { name: 'Compare scenarios' });
		this.charts = page.getByRole('region', { name: 'Charts of this sheet' });
		this.exportButton = page.getByRole('button', { name: 'Export', exact: true });
		this.exportDialog = page.getByRole('dialog', { name: 'Export as CSV' });
		this.undo = page.getByRole('button', { name: 'Undo', exact: true });
		this.redo = page.getByRole('button', { name: 'Redo', exact: true });
	}

	/** Opens the page and waits until everything on it is computed. */
	async open(): Promise<void> {
		await this.page.goto('./');
		await this.expectCalculated();
	}

	/** Opens the page with no script but those that its document names, and gives what lets the others come. */
	async openWithoutRest(): Promise<() => void> {
		const document = await (await this.page.request.get('./')).text();
		let release: () => void = () => undefined;
		const released = new Promise<void>((resolve) => (release = resolve));
		await this.page.route('**/*.js', async (route) => {
			const url = route.request().url();
			if (!document.includes(url.slice(url.lastIndexOf('/') + 1))) await released;
			await route.continue();
		});
		await this.page.goto('./');
		await this.grid.focus();
		await expect(async () => {
			await this.press('Control+Home');
			await expect(this.grid).toHaveAttribute('aria-activedescendant', /-A1$/, { timeout: 200 });
		}).toPass();
		return release;
	}

	/** Leaves the page and comes back to it, as the reader does. */
	async reload(): Promise<void> {
		await this.page.reload();
		await this.expectCalculated();
	}

	async expectCalculated(): Promise<void> {
		await expect(this.status).toHaveText(/^Recalculated in/, { timeout: READY_MS });
		await expect(this.page.locator('html')).not.toHaveAttribute('data-opening');
	}

	/** Waits until this browser holds what was changed. */
	async expectSaved(): Promise<void> {
		await expect(this.saved).toHaveText('Saved in this browser');
	}

	cell(address: string): Locator {
		return this.grid.locator(`[data-address="${address}"]`);
	}

	async expectCell(address: string, text: string | RegExp): Promise<void> {
		await expect(this.cell(address)).toHaveText(text);
	}

	/** Waits until several cells of the sheet on show hold these texts. */
	async expectCells(texts: Readonly<Record<string, string | RegExp>>): Promise<void> {
		for (const [address, text] of Object.entries(texts)) await this.expectCell(address, text);
	}

	/** Goes to an address, a range or a name by the name box; the grid has the focus afterwards. */
	async goTo(where: string): Promise<void> {
		await this.nameBox.focus();
		await this.nameBox.fill(where);
		await this.nameBox.press('Enter');
		await expect(this.grid).toBeFocused();
	}

	/** The active cell, by which a screen reader finds it. */
	async expectActive(address: string): Promise<void> {
		await expect(this.grid).toHaveAttribute('aria-activedescendant', new RegExp(`-${address}$`));
	}

	/** Types into the active cell and takes the text; the cell below is active afterwards. */
	async type(text: string): Promise<void> {
		await this.page.keyboard.type(text);
		await this.page.keyboard.press('Enter');
		await expect(this.grid).toBeFocused();
	}

	/** Types a text into a cell. */
	async typeInto(where: string, text: string): Promise<void> {
		await this.goTo(where);
		await this.type(text);
	}

	/** Types over a reported figure and takes the text in its cell; the cell below is active afterwards. */
	async overrideFigure(where: string, text: string): Promise<void> {
		await this.goTo(where);
		await this.page.keyboard.type(text);
		await this.page.keyboard.press('Enter');
		await expect(this.overrideDialog).toBeVisible();
		await this.page.keyboard.press('Enter');
		await expect(this.overrideDialog).toBeHidden();
		await expect(this.grid).toBeFocused();
	}

	/** What is asked before a reported figure is typed over. */
	get overrideDialog(): Locator {
		return this.page.getByRole('dialog', { name: 'This is a reported figure' });
	}

	/** Takes what is selected by its upper edge, at its first cell, and lets it go over another cell; with Ctrl it is copied. */
	async dragEdge(from: string, to: string, key?: 'Control'): Promise<void> {
		const { mouse, keyboard } = this.page;
		const start = (await this.cell(from).boundingBox())!;
		const goal = (await this.cell(to).boundingBox())!;
		await mouse.move(start.x + 30, start.y);
		await mouse.down();
		await mouse.move(goal.x + 30, goal.y + 10, { steps: 4 });
		if (key) await keyboard.down(key);
		await mouse.up();
		if (key) await keyboard.up(key);
	}

	async press(...keys: string[]): Promise<void> {
		for (const key of keys) await this.page.keyboard.press(key);
	}

	/**
	 * Presses Tab, or Shift with Tab, until an element has the focus: no further than a page has stops. Within the grid Tab
	 * goes from cell to cell, so Escape lets go of it first.
	 */
	async tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
		for (let stop = 0; stop < 80; stop += 1) {
			if (await isFocused(this.grid)) await this.press('Escape');
			await this.press(key);
			if (await isFocused(target)) return;
		}
		await expect(target).toBeFocused();
	}

	sheetTab(name: string): Locator {
		return this.page.getByRole('tab', { name, exact: true });
	}

	async showSheet(name: string): Promise<void> {
		await this.sheetTab(name).click();
		await this.expectSheet(name);
	}

	async expectSheet(name: string): Promise<void> {
		await expect(this.sheetTab(name)).toHaveAttribute('aria-selected', 'true');
		await expect(this.grid).toHaveAccessibleName(name);
	}

	/** Adds a sheet, blank, and shows it. */
	async addSheet(): Promise<void> {
		await this.page.getByRole('button', { name: 'Add a sheet' }).click();
	}

	/** Opens the page on a sheet of its own with four labs, what training cost them and when. */
	async openLabs(): Promise<void> {
		await this.open();
		await this.addSheet();
		await this.goTo('A1');
		await this.copyFromOutside(LABS.map((row) => row.join('\t')).join('\n'));
		await this.press('Control+v');
		await this.expectCells({ A5: 'Google', C5: '2023' });
	}

	async renameSheet(from: string, to: string): Promise<void> {
		await this.sheetTab(from).dblclick();
		await this.page.getByRole('textbox', { name: `New name of the sheet ${from}` }).fill(to);
		await this.page.keyboard.press('Enter');
	}

	get scenarioButton(): Locator {
		return this.page.getByRole('button', { name: /^Scenario:/ });
	}

	/** Shows a scenario by the menu in the top bar. */
	async chooseScenario(title: string): Promise<void> {
		await this.scenarioButton.click();
		await this.page.getByRole('menuitemradio', { name: title }).click();
		await this.expectScenario(title);
	}

	async expectScenario(title: string): Promise<void> {
		await expect(this.scenarioButton).toHaveAccessibleName(new RegExp(`^Scenario: ${title}`));
	}

	/** The titles of the scenarios side by side, in their order. */
	scenarioHeaders(): Locator {
		return this.dock.getByRole('columnheader').getByRole('button');
	}

	/** What the comparison says of a result under a scenario. */
	compared(result: string, scenario: number): Locator {
		const row = this.dock
			.getByRole('row')
			.filter({ has: this.page.getByRole('rowheader', { name: result, exact: true }) });
		return row.getByRole('cell').nth(scenario);
	}

	/** Waits until the comparison shows a value, whatever differences stand beside it. */
	async expectCompared(result: string, scenario: number, value: string): Promise<void> {
		await expect(this.compared(result, scenario)).toHaveText(startingWith(value));
	}

	/** The table in the place of the chart on show. */
	get chartTable(): Locator {
		return this.charts.getByRole('table');
	}

	/** A cell of the chart's table: the first value of a row. */
	chartValue(category: string): Locator {
		const row = this.chartTable
			.getByRole('row')
			.filter({ has: this.page.getByRole('rowheader', { name: category, exact: true }) });
		return row.getByRole('cell').first();
	}

	/** A choice of the export dialog: its labels lie over the radio buttons, so it is made as by keyboard. */
	async chooseExport(name: RegExp): Promise<void> {
		const choice = this.exportDialog.getByRole('radio', { name });
		await choice.press('Space');
		await expect(choice).toBeChecked();
	}

	/** Downloads what the export dialog has chosen. */
	downloadExport(): Promise<{ name: string; path: string }> {
		return this.download(() => this.exportDialog.getByRole('button', { name: 'Download' }).click());
	}

	/** Presses a button that saves a file, and gives the file. */
	async download(act: () => Promise<void>): Promise<{ name: string; path: string }> {
		const [download] = await Promise.all([this.page.waitForEvent('download'), act()]);
		return { name: download.suggestedFilename(), path: await download.path() };
	}

	/** Puts a text on the clipboard, as another program would. */
	async copyFromOutside(text: string): Promise<void> {
		await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
	}
}

/** Fails a test in which the page threw, or wrote an error or a warning to its console. */
function watchFaults(page: Page): string[] {
	const faults: string[] = [];
	page.on('pageerror', (error) => faults.push(String(error)));
	page.on('console', (message) => {
		if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
	});
	return faults;
}

/** Tests with the page as `book`, not opened yet; each also holds that nothing went wrong unseen. */
export const test = base.extend<{ book: WorkbookPage; faults: string[] }>({
	faults: [
		async ({ page }, use) => {
			const faults = watchFaults(page);
			await use(faults);
			expect(faults, 'errors of the page and its console').toEqual([]);
		},
		{ auto: true }
	],
	book: async ({ page }, use) => use(new WorkbookPage(page))
});

export { expect };
