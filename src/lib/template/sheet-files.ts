import { CELL_STYLES, parseAddress, parseRange, type Workbook } from '$lib/workbook';
import { readContent, readTable } from './data-table';
import type { NumberFormats } from './number-formats';
import { SheetWriter } from './sheet-writer';

/** The row with a sheet's title, in CSS pixels. */
const TITLE_ROW_HEIGHT = 34;

/** Reads `sheets.csv` into the sheets of a workbook, in its order; gives the file of each by the sheet's name. */
export function readSheets(texts: Readonly<Record<string, string>>, workbook: Workbook): Map<string, string> {
	const files = new Map<string, string>();
	const rows = readTable(texts, 'sheets.csv', ['id', 'name', 'file', 'column_widths']);
	rows.forEach((row, position) => {
		const widths = row.list('column_widths', ' ').map(Number);
		if (!widths.every((width) => width > 0)) throw row.error('"column_widths" must be numbers above 0.');
		workbook.tables.sheet.set(row.required('id'), {
			id: row.text('id'),
			name: row.required('name'),
			position,
			columnWidths: Object.fromEntries(widths.entries()),
			rowHeights: { 0: TITLE_ROW_HEIGHT }
		});
		files.set(row.text('name'), row.required('file'));
	});
	return files;
}

/** What `state` says of a row: kept beside the cells as a check on them, derived again in the workbook. */
const STATES = ['text', 'number', 'reported', 'derived', 'claim'] as const;

/** Reads the file of one sheet into its cells. A claim is left blank: nothing computes it. */
export function fillSheet(
	texts: Readonly<Record<string, string>>,
	file: string,
	writer: SheetWriter,
	formats: NumberFormats
): void {
	const columns = ['address', 'content', 'name', 'unit', 'format', 'state', 'style', 'figure'] as const;
	for (const row of readTable(texts, file, columns)) {
		const address = parseAddress(row.required('address'));
		if (!address.ok) throw row.error(address.error);
		if (row.choice('state', STATES) === 'claim') continue;
		const parts = {
			content: readContent(row.required('content')),
			format: formats.codeAt(row, 'format'),
			unit: row.text('unit') || undefined,
			style: row.text('style') === '' ? undefined : row.choice('style', CELL_STYLES),
			figure: row.text('figure') || undefined
		};
		writer.put(address.value, parts, row.text('name'));
	}
}

/** Reads `names.csv`: the names of ranges. */
export function readRangeNames(texts: Readonly<Record<string, string>>, workbook: Workbook): void {
	for (const row of readTable(texts, 'names.csv', ['name', 'sheet', 'range'])) {
		const range = parseRange(row.required('range'));
		if (!range.ok) throw row.error(range.error);
		new SheetWriter(workbook, row.required('sheet')).name(
			row.required('name'),
			range.value.from,
			range.value.to
		);
	}
}
