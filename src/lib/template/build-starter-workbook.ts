import { emptyWorkbook, type Workbook } from '$lib/workbook';
import { fillAssumptions } from './fill-assumptions';
import { fillFigures } from './fill-figures';
import { fillLandscape } from './fill-landscape';
import { fillTimeline } from './fill-timeline';
import { readNumberFormats } from './number-formats';
import { readCharts } from './read-charts';
import { readAssumptions, readOutputs, readScenarios } from './read-drivers';
import { readFigures, readSources } from './read-figures';
import { fillSheet, readRangeNames, readSheets } from './sheet-files';
import { SheetWriter } from './sheet-writer';

/**
 * The workbook that Reckoner opens on, from the texts of the data package by file name relative to it, such as
 * `figures.csv` and `sheets/overview.csv`. Throws with file and line where a file cannot be read.
 */
export function buildStarterWorkbook(texts: Readonly<Record<string, string>>): Workbook {
	const workbook = emptyWorkbook({ title: 'China AI after DeepSeek', subtitle: '2025 figures' });
	const { tables } = workbook;
	const formats = readNumberFormats(texts);
	const figures = readFigures(texts);
	const assumptions = readAssumptions(texts, formats);
	addRecords(tables.source, 'sources.csv', readSources(texts));
	addRecords(
		tables.figure,
		'figures.csv',
		figures.map(({ figure }) => figure)
	);
	addRecords(
		tables.assumption,
		'assumptions.csv',
		assumptions.map(({ assumption }) => assumption)
	);
	tables.scenario.clear();
	addRecords(tables.scenario, 'scenarios.csv', readScenarios(texts));
	addRecords(tables.output, 'outputs.csv', readOutputs(texts));

	for (const [name, file] of readSheets(texts, workbook)) {
		fillSheet(texts, file, new SheetWriter(workbook, name), formats);
	}
	fillFigures(new SheetWriter(workbook, 'Figures'), figures, formats);
	fillAssumptions(new SheetWriter(workbook, 'Assumptions'), assumptions);
	fillLandscape(new SheetWriter(workbook, 'Landscape'), texts);
	fillTimeline(new SheetWriter(workbook, 'Timeline'), texts, tables.source, formats);
	readRangeNames(texts, workbook);
	addRecords(tables.chart, 'charts.csv', readCharts(texts, workbook));
	return workbook;
}

function addRecords<T extends { readonly id: string }>(
	table: Map<string, T>,
	file: string,
	records: readonly T[]
): void {
	for (const record of records) {
		if (table.has(record.id)) throw new Error(`data/${file} has two rows "${record.id}".`);
		table.set(record.id, record);
	}
}
