import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locator } from '@playwright/test';
import Papa from 'papaparse';
import { fieldAt, zippedRecords } from './csv-files';
import { SCENARIOS } from './golden';
import { expect, test, type WorkbookPage } from './workbook-page';

const rowsOf = (path: string) =>
	Papa.parse<Record<string, string>>(
		readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8'),
		{ header: true, skipEmptyLines: true }
	).data;
const charts = rowsOf('data/charts.csv');
const ranges = new Map(
	rowsOf('tests/fixtures/golden-names.csv').map((row) => [row['name'], row['refers_to']])
);

/** The cells of a name or range of the chart's record, in reading order, as sheet and address. */
function cellsOf(reference: string): { sheet: string; address: string }[] {
	const text = (ranges.get(reference) ?? `=${reference}`).replaceAll('$', '');
	const match = /^='?(.+?)'?!([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(text);
	if (!match) throw new Error(`${reference} is no range.`);
	const [, sheet, from, top, to = from, bottom = top] = match;
	const cells = [];
	for (let row = Number(top); row <= Number(bottom); row += 1) {
		for (let letter = from!.charCodeAt(0); letter <= to!.charCodeAt(0); letter += 1) {
			cells.push({ sheet: sheet!, address: `${String.fromCharCode(letter)}${row}` });
		}
	}
	return cells;
}

/** The label and the first value of every row that a chart's table must have. */
function expectedRows(chart: Record<string, string>, textAt: (reference: string) => string[]): string[][] {
	const categories = textAt(chart['categories']!);
	const series = chart['series']!.split(' | ').map((part) => textAt(part.slice(part.indexOf('=') + 1)));
	const rows = categories
		.map((category, index) => [category, ...series.map((values) => values[index] ?? '')])
		.filter((row) => chart['type'] === 'line' || row.slice(1).some((text) => text !== ''));
	const marks = chart['marks'] ? chart['marks'].split(' | ') : [];
	return [
		...rows,
		...marks.map((mark) => {
			const [label, value] = mark.slice(mark.indexOf(':') + 1).split('=');
			return [`${label} (line)`, textAt(value!)[0]!];
		})
	];
}

/** The texts of a chart's table: labels and values, without bounds and wordings. */
function tableTexts(table: Locator): Promise<string[][]> {
	return table.evaluate((element) => {
		const heads = [...element.querySelectorAll<HTMLTableCellElement>('th[scope=colgroup]')];
		let next = 1;
		const columns = heads.map(({ colSpan }) => (next += colSpan) - colSpan);
		return [...element.querySelectorAll<HTMLTableRowElement>('tbody tr')].map((row) =>
			[0, ...columns].flatMap((column) => row.cells[column]?.textContent.trim() ?? [])
		);
	});
}

/** How many pixels of a chart are drawn on. */
function inkOf(canvas: Locator): Promise<number> {
	return canvas.evaluate((element: HTMLCanvasElement) => {
		const { data } = element.getContext('2d')!.getImageData(0, 0, element.width, element.height);
		let ink = 0;
		for (let at = 3; at < data.length; at += 4) if (data[at]! > 0) ink += 1;
		return ink;
	});
}

async function shownTexts(book: WorkbookPage): Promise<(reference: string) => string[]> {
	await book.exportButton.click();
	await book.chooseExport(/^All sheets/);
	const { path } = await book.downloadExport();
	const files = zippedRecords(path);
	return (reference) =>
		cellsOf(reference).map(({ sheet, address }) => fieldAt(files.get(`${sheet}.csv`)!, address));
}

test('PAG-32 each of the eighteen charts is drawn, and its table holds what the sheet shows', async ({
	book,
	page
}) => {
	await book.open();
	const textAt = await shownTexts(book);
	expect(charts).toHaveLength(18);
	for (const sheet of new Set(charts.map((chart) => chart['sheet']!))) {
		await book.showSheet(sheet);
		const own = charts.filter((chart) => chart['sheet'] === sheet);
		for (const [index, chart] of own.entries()) {
			const title = chart['title']!;
			await test.step(title, async () => {
				if (index > 0) await book.charts.getByRole('button', { name: 'Next chart' }).click();
				await expect(book.charts.getByRole('heading', { name: title })).toBeVisible();
				const picture = book.charts.getByRole('img');
				await expect(picture).toHaveAccessibleName(new RegExp(`^${title.replace(/[.?]/g, '\\$&')}\\. `));
				await expect.poll(() => inkOf(picture.locator('canvas'))).toBeGreaterThan(1000);
				await expect(book.charts.getByRole('figure')).toContainText(chart['caption']!);

				const toggle = book.charts.getByRole('button', { name: 'Show as table' });
				await toggle.click();
				expect(await tableTexts(book.chartTable)).toEqual(expectedRows(chart, textAt));
				await toggle.click();
			});
		}
	}
	await expect(page.getByText('There is no number to draw.')).toBeHidden();
});

test('PAG-33 a chart is drawn anew when a cell that it reads changes, by an edit or a scenario', async ({
	book
}) => {
	await book.open();
	await book.charts.getByRole('combobox', { name: 'Chart' }).selectOption({ index: 1 });
	const picture = book.charts.getByRole('img');
	await expect(picture).toHaveAccessibleName(/^Final runs each budget pays for.*\(Microsoft, fiscal 2025\)/);
	const before = (await picture.getAttribute('aria-label'))!;
	const pixels = () => picture.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
	await expect.poll(() => inkOf(picture.locator('canvas'))).toBeGreaterThan(1000);
	let drawn = await pixels();

	await book.typeInto('assume.v3_cost_basis', '3');
	await book.showSheet('Overview');
	await book.charts.getByRole('combobox', { name: 'Chart' }).selectOption({ index: 1 });
	await expect(picture).not.toHaveAccessibleName(before);
	await expect.poll(pixels).not.toBe(drawn);
	await book.charts.getByRole('button', { name: 'Show as table' }).click();
	await expect(book.chartValue('One quarter of Chinese AI venture')).toHaveText('215.2');

	await book.chooseScenario(SCENARIOS.build_out);
	await expect(book.chartValue('One quarter of Chinese AI venture')).toHaveText('286.9');
	await book.charts.getByRole('button', { name: 'Show as table' }).click();
	drawn = await pixels();
	await book.chooseScenario(SCENARIOS.base_value);
	await expect.poll(pixels).not.toBe(drawn);
});

test('PAG-33 an error among what a chart reads is left out and named', async ({ book }) => {
	await book.open();
	await book.typeInto("'Training cost'!B7", '=1/0');
	await book.showSheet('Overview');
	await expect(book.charts.getByText(/DeepSeek V3: #DIV\/0!\. Division by zero/)).toBeVisible();
	await book.undo.click();
	await expect(book.charts.getByText(/#DIV/)).toBeHidden();
});
