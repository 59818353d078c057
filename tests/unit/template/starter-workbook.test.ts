import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cellState, figureOfCell, indexLedger, isTypedNumber } from '$lib/ledger';
import { buildStarterWorkbook } from '$lib/template';
import { readCsvRecords } from '$lib/template/csv-records';
import {
	addressOfKey,
	BASE_SCENARIO,
	cellAt,
	formatAddress,
	inOrder,
	parseAbsoluteReference,
	parseAddress,
	parseRange,
	placeOfName,
	sheetNamed,
	usedSize,
	type Workbook
} from '$lib/workbook';
import { starterTexts, starterWorkbook } from '../../starter';

const workbook = starterWorkbook();
const ledger = indexLedger(workbook);
const { tables } = workbook;
const SHEETS = [
	'Overview',
	'Figures',
	'Assumptions',
	'Training cost',
	'Funding',
	'Capex',
	'Market',
	'Landscape',
	'Timeline',
	'Conflicts'
];

/** The rows of a table below its header. */
function rowsOf(file: string, text: string): (readonly string[])[] {
	return readCsvRecords(file, text)
		.slice(1)
		.map(({ fields }) => fields);
}

/** The cell at an address such as `Figures!C6`. */
function cell(workbook: Workbook, reference: string) {
	const [sheet, a1] = reference.split('!');
	const address = parseAddress(a1!);
	return address.ok
		? cellAt(workbook, { sheet: sheetNamed(workbook, sheet!)!.id, ...address.value })
		: undefined;
}

describe('what the workbook holds', () => {
	test('DAT-21 its title, and ten sheets with Overview first', () => {
		expect(tables.settings.get('settings')).toMatchObject({
			title: 'China AI after DeepSeek',
			subtitle: '2025 figures',
			locale: 'en-US',
			aboutReading: { kind: 'printed-digits' }
		});
		expect(inOrder(tables.sheet).map(({ name }) => name)).toEqual(SHEETS);
	});

	test('DAT-21 all records', () => {
		const counts = Object.entries(tables).map(([kind, table]) => [kind, table.size]);
		expect(Object.fromEntries(counts)).toMatchObject({
			name: 473,
			figure: 188,
			assumption: 33,
			scenario: 8,
			output: 13,
			chart: 18
		});
		const outputs = inOrder(tables.output);
		expect(outputs.map(({ remark }) => remark)).toEqual(['training.ratio_method', ...Array(12).fill('')]);
		expect(inOrder(tables.scenario)[0]).toMatchObject({ id: BASE_SCENARIO, overrides: {} });
		expect(tables.scenario.get('rental_prices')?.overrides).toEqual({
			'assume.v3_cost_basis': 3,
			'assume.gpu_hour_price': 3.29
		});
	});

	test('DAT-22 every name points where the outline has it', () => {
		const url = new URL('../../fixtures/golden-names.csv', import.meta.url);
		const golden = new Map(
			rowsOf('golden-names.csv', readFileSync(url, 'utf8')).map(([name, target]) => [name, target])
		);
		const target = (text: string) => {
			const parsed = parseAbsoluteReference(text);
			if (!parsed.ok) throw new Error(parsed.error);
			return parsed.value;
		};
		expect([...tables.name.keys()].sort()).toEqual([...golden.keys()].sort());
		for (const { name, refersTo } of tables.name.values()) {
			expect(target(refersTo), name).toEqual(target(golden.get(name)!));
		}
	});

	test('DAT-22 a figure stands in the one cell that it names, as published, with its unit', () => {
		for (const figure of tables.figure.values()) {
			const place = placeOfName(workbook, figure.name)!;
			expect(cellAt(workbook, place)).toMatchObject({ content: figure.published, unit: figure.unit });
			expect(figureOfCell(ledger, place)).toBe(figure);
		}
	});

	test('DAT-23 each cell derives the state that its table says', () => {
		const expected = { text: 'plain', number: 'plain', reported: 'reported', derived: 'derived' } as const;
		const texts = starterTexts();
		const wrong: string[] = [];
		for (const [id, , file] of rowsOf('sheets.csv', texts['sheets.csv']!)) {
			for (const [a1, , , , , state] of rowsOf(file!, texts[file!]!)) {
				const address = parseAddress(a1!);
				if (!address.ok || state === 'claim') continue;
				const derived = cellState(ledger, { sheet: id!, ...address.value });
				if (derived !== expected[state as keyof typeof expected])
					wrong.push(`${id} ${a1}: ${derived}, not ${state}`);
			}
		}
		expect(wrong).toEqual([]);
	});

	test('DAT-23 drivers are 188 reported and 33 assumed cells that hold typed numbers', () => {
		const states = [...tables.figure.values(), ...tables.assumption.values()].map(({ name }) => {
			const place = placeOfName(workbook, name)!;
			expect(isTypedNumber(cellAt(workbook, place)!.content)).toBe(true);
			return cellState(ledger, place);
		});
		expect(states.filter((state) => state === 'reported')).toHaveLength(188);
		expect(states.filter((state) => state === 'assumed')).toHaveLength(33);
	});

	test('DAT-24 no claim is typed: what says how a result may be put stays blank', () => {
		const contents = [...workbook.cells.values()].flatMap((cells) =>
			[...cells.values()].map(({ content }) => content)
		);
		expect(contents.filter((content) => String(content).includes('CLAIM('))).toEqual([]);
		expect(cell(workbook, 'Overview!C5')).toBeUndefined();
		expect(cell(workbook, 'Overview!C6')).toBeUndefined();
	});

	test('DAT-24 beside name and value, Figures and Assumptions read their records', () => {
		expect(cell(workbook, 'Figures!F9')?.content).toBe('=FIGURE("gpt-4-training-cost","low")');
		expect(cell(workbook, 'Figures!K9')?.content).toBe('=FIGURE("gpt-4-training-cost","wording")');
		expect(cell(workbook, 'Assumptions!G5')?.content).toBe('=ASSUMPTION("assume.gpt4_cost_basis","reason")');
		expect(cell(workbook, 'Assumptions!F6')?.content).toBe(
			'=CHOOSE(assume.v3_cost_basis,"press figure","rental price","built up")'
		);
		expect(cell(workbook, 'Assumptions!B52')?.content).toBe('=SETTING("about")');
	});

	test('DAT-24 an event cites the figure that its date is from, or its source', () => {
		expect(cell(workbook, 'Timeline!A16')).toMatchObject({
			content: '=DATE(2025,1,27)',
			figure: 'us-market-loss-2025-01-27'
		});
		expect(cell(workbook, 'Timeline!A9')).toMatchObject({
			content: '=DATE(2020,1,1)',
			note: /^Magazine feature/
		});
		expect(cell(workbook, 'Timeline!B9')?.content).toBe('year');
	});

	test('DAT-25 every used column has a width, and Overview fits a small window', () => {
		for (const sheet of tables.sheet.values()) {
			expect(Object.keys(sheet.columnWidths)).toHaveLength(usedSize(workbook, sheet.id).columns);
		}
		const widths = Object.values(tables.sheet.get('overview')!.columnWidths);
		expect(widths.reduce((sum, width) => sum + width)).toBeLessThanOrEqual(1101);
	});

	test('DAT-25 names of ranges reach over all rows that are filled', () => {
		const entities = rowsOf('entities.csv', starterTexts()['entities.csv']!).length;
		for (const name of ['landscape.name', 'landscape.kind', 'landscape.country', 'landscape.stance']) {
			const range = parseAbsoluteReference(tables.name.get(name)!.refersTo);
			expect(range.ok && range.value.to.row - range.value.from.row + 1, name).toBe(entities);
		}
	});

	test('DAT-26 a chart reads ranges and cells that hold something, on a sheet that is there', () => {
		const isFilled = (reference: string) => {
			const range =
				tables.name.get(reference)?.refersTo ?? (reference.includes('!') ? `=${reference}` : reference);
			const parsed = parseAbsoluteReference(range);
			if (!parsed.ok) return false;
			const sheet = sheetNamed(workbook, parsed.value.sheetName);
			return sheet !== undefined && cellAt(workbook, { sheet: sheet.id, ...parsed.value.from }) !== undefined;
		};
		for (const chart of tables.chart.values()) {
			expect(tables.sheet.has(chart.sheet), chart.id).toBe(true);
			const picks = [chart.hollow, chart.dashed].flatMap((pick) => (pick ? [pick.range] : []));
			const references = [
				chart.categories,
				...chart.series.map(({ values }) => values),
				...chart.marks.map(({ value }) => value),
				...picks
			];
			expect(
				references.filter((reference) => !isFilled(reference)),
				chart.id
			).toEqual([]);
		}
	});
});

describe('changing the package', () => {
	const changed = (file: string, change: (text: string) => string) => {
		const texts = starterTexts();
		return buildStarterWorkbook({ ...texts, [file]: change(texts[file]!) });
	};
	const insertAfter = (start: string, line: string) => (text: string) =>
		text.replace(new RegExp(`^${start}.*\\n`, 'm'), (found) => `${found}${line}\n`);

	test('DAT-27 a figure is added by adding a row: those below move down, names and all', () => {
		const row = readCsvRecords('figures.csv', starterTexts()['figures.csv']!)[1]!.fields;
		const added = ['a-new-figure', 'maker.new_figure', 'New figure', ...row.slice(3)].map((field) =>
			/[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
		);
		const grown = changed('figures.csv', insertAfter('deepseek-v3-training-cost,', added.join()));
		expect(formatAddress(placeOfName(grown, 'maker.new_figure')!)).toBe('C7');
		expect(formatAddress(placeOfName(grown, 'deepseek.v3_final_run_cost')!)).toBe('C8');
		expect(formatAddress(placeOfName(grown, 'hangzhou.dragons')!)).toBe('C215');
		expect(usedSize(grown, 'figures').rows).toBe(usedSize(workbook, 'figures').rows + 1);
	});

	test('DAT-27 a text that looks like a formula stays a text', () => {
		const built = changed('entities.csv', (text) => text.replace(/^Zhipu,/m, '=Zhipu,'));
		const places = [...built.cells.get('landscape')!].filter(([, { content }]) => content === "'=Zhipu");
		expect(places.map(([key]) => formatAddress(addressOfKey(key)))).toEqual(['A27']);
	});

	test.each<[string, string, (text: string) => string, RegExp]>([
		[
			'a number that is none',
			'figures.csv',
			(text) => text.replace(',6000000,', ',6M,'),
			/figures\.csv, line 2: "value" is not a number: "6M"/
		],
		[
			'a word outside the vocabulary',
			'figures.csv',
			(text) => text.replace(',nearly,', ',almost,'),
			/figures\.csv, line 2: "qualifier" is "almost"/
		],
		[
			'a field too many',
			'outputs.csv',
			(text) => text.replace('V3 cost in use,', 'V3 cost in use,,'),
			/outputs\.csv, line 3: 4 fields/
		],
		[
			'a column that is missing',
			'sources.csv',
			(text) => text.replace('publisher', 'editor'),
			/sources\.csv, line 1: the column "publisher"/
		],
		[
			'an override without a value',
			'scenarios.csv',
			(text) => text.replace('basis = 3', 'basis'),
			/scenarios\.csv, line 3: "assume\.v3_cost_basis" is not written/
		],
		[
			'an unknown format',
			'sheets/capex.csv',
			(text) => text.replace(',fx,', ',fix,'),
			/sheets\/capex\.csv, line \d+: formats\.csv has no format "fix"/
		],
		[
			'two cells in one place',
			'sheets/timeline.csv',
			(text) => `${text}A9,x,,,,text,,\n`,
			/meet at Timeline A9/
		],
		[
			'a name given twice',
			'names.csv',
			(text) => `${text}overview.checks,Overview,A1:A2\n`,
			/the name overview\.checks twice/
		],
		[
			'an id given twice',
			'outputs.csv',
			(text) => `${text}training.v3_cost,Again,\n`,
			/outputs\.csv has two rows "training\.v3_cost"/
		],
		[
			'a block that is torn apart',
			'figures.csv',
			(text) => text.replace(',Market,', ',Funding,'),
			/must stand together/
		],
		[
			'an event without a source',
			'events.csv',
			(text) => text.replace(',feature-2025,', ',nobody,'),
			/events\.csv, line 2: sources\.csv has no source "nobody"/
		],
		[
			'a chart on no sheet',
			'charts.csv',
			(text) => text.replace(',Overview,', ',Nowhere,'),
			/charts\.csv, line 2: sheets\.csv has no sheet "Nowhere"/
		],
		['an empty file', 'units.csv', () => '', /units\.csv, line 1: the file is empty/]
	])('DAT-28 %s is refused, with the place', (_, file, change, message) => {
		expect(() => changed(file, change)).toThrow(message);
	});

	test('DAT-28 a file that is missing is named', () => {
		const texts = starterTexts();
		delete texts['charts.csv'];
		expect(() => buildStarterWorkbook(texts)).toThrow('data/charts.csv is missing.');
	});
});

test('DAT-25 ranges in names.csv are ranges', () => {
	for (const [, , range] of rowsOf('names.csv', starterTexts()['names.csv']!))
		expect(parseRange(range!).ok).toBe(true);
});
