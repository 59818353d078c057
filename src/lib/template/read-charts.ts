import { CHART_TYPES, sheetNamed, type Chart, type ChartPick, type Workbook } from '$lib/workbook';
import { readTable, type DataRow } from './data-table';

/**
 * Reads `charts.csv`, in its order. `series` is `label=range | label=range`, a label that ends in `~` is projected;
 * `marks` is `axis:label=name | ...`; `hollow` and `dashed` are `range=word`.
 */
export function readCharts(texts: Readonly<Record<string, string>>, workbook: Workbook): Chart[] {
	return readTable(texts, 'charts.csv', CHART_COLUMNS).map((row, position) => {
		const sheet = sheetNamed(workbook, row.required('sheet'));
		if (!sheet) throw row.error(`sheets.csv has no sheet "${row.text('sheet')}".`);
		const chart: Chart = {
			id: row.required('id'),
			sheet: sheet.id,
			title: row.required('title'),
			type: row.choice('type', CHART_TYPES),
			scale: row.choice('scale', ['linear', 'logarithmic', 'time']),
			categories: row.required('categories'),
			series: row.list('series', '|').map((text) => {
				const [label, values] = splitAtEquals(row, text);
				return label.endsWith('~')
					? { label: label.slice(0, -1), values, isProjected: true }
					: { label, values };
			}),
			marks: row.list('marks', '|').map((text) => {
				const [head, value] = splitAtEquals(row, text);
				const [, axis, label] = /^(value|category):(.+)$/.exec(head) ?? [];
				if (!axis || !label)
					throw row.error(`"${text}" is not written as "value:label=name" or "category:label=name".`);
				return { label, value, axis: axis === 'value' ? 'value' : 'category' };
			}),
			hasWhiskers: row.choice('whiskers', ['yes', 'no']) === 'yes',
			caption: row.text('caption'),
			position
		};
		const hollow = pickAt(row, 'hollow');
		const dashed = pickAt(row, 'dashed');
		return { ...chart, ...(hollow && { hollow }), ...(dashed && { dashed }) };
	});
}

const CHART_COLUMNS = [
	'id',
	'sheet',
	'title',
	'type',
	'scale',
	'categories',
	'series',
	'marks',
	'whiskers',
	'hollow',
	'dashed',
	'caption'
] as const;
type ChartRow = DataRow<(typeof CHART_COLUMNS)[number]>;

function pickAt(row: ChartRow, column: 'hollow' | 'dashed'): ChartPick | undefined {
	if (row.text(column) === '') return undefined;
	const [range, word] = splitAtEquals(row, row.text(column));
	return { range, word };
}

function splitAtEquals(row: ChartRow, text: string): [string, string] {
	const at = text.indexOf('=');
	if (at < 1 || at === text.length - 1) throw row.error(`"${text}" has no "=" between two parts.`);
	return [text.slice(0, at), text.slice(at + 1)];
}
