import { buildStarterWorkbook } from '$lib/template';
import { inOrder, nameCalled, placeOfName, cellKey, type Workbook } from '$lib/workbook';

const files = import.meta.glob<string>('/data/**/*.csv', { query: '?raw', import: 'default', eager: true });

/** The workbook that Reckoner ships with, from the texts of the data package. */
export function starterWorkbook(): Workbook {
	const texts = Object.entries(files).map(([path, text]) => [path.replace(/^\/data\//, ''), text]);
	return buildStarterWorkbook(Object.fromEntries(texts));
}

/**
 * What the first paint shows of a workbook and no more: the sheets, the cells of the first one, the scenarios and the
 * cells that the comparison takes its formats from.
 */
export function firstViewOf(whole: Workbook): Workbook {
	const sheet = inOrder(whole.tables.sheet)[0]!;
	const outputs = [...whole.tables.output.values()];
	const cells: Workbook['cells'] = new Map([[sheet.id, whole.cells.get(sheet.id) ?? new Map()]]);
	const names: Workbook['tables']['name'] = new Map();
	for (const { name } of outputs) {
		const record = nameCalled(whole, name);
		const place = placeOfName(whole, name);
		const cell = place && whole.cells.get(place.sheet)?.get(cellKey(place));
		if (!record || !place || !cell) continue;
		names.set(record.id, record);
		const kept = cells.get(place.sheet) ?? new Map();
		cells.set(place.sheet, kept.set(cellKey(place), cell));
	}
	const { settings, sheet: sheets, scenario, output } = whole.tables;
	const none = { figure: new Map(), source: new Map(), assumption: new Map(), chart: new Map() };
	return { tables: { ...none, settings, sheet: sheets, scenario, output, name: names }, cells };
}
