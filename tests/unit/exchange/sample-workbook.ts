import type { ExportSource } from '$lib/exchange';
import {
	cellAt,
	cellKey,
	emptyWorkbook,
	parseAddress,
	type Cell,
	type CellValue,
	type Workbook
} from '$lib/workbook';

/** Cells by A1 address. */
export type SampleCells = Readonly<Record<string, Cell>>;

/** A workbook with the sheets given, named by their keys in order, ids `s0`, `s1` and so on. */
export function sampleWorkbook(sheets: Readonly<Record<string, SampleCells>>): Workbook {
	const workbook = emptyWorkbook({ title: 'Sample' });
	Object.entries(sheets).forEach(([name, cells], position) => {
		const id = `s${position}`;
		workbook.tables.sheet.set(id, { id, name, position, columnWidths: {}, rowHeights: {} });
		const byKey = new Map<number, Cell>();
		for (const [address, cell] of Object.entries(cells)) {
			const parsed = parseAddress(address);
			if (!parsed.ok) throw new Error(parsed.error);
			byKey.set(cellKey(parsed.value), cell);
		}
		workbook.cells.set(id, byKey);
	});
	return workbook;
}

/** A source that computes nothing: values by `sheet!row,column` where given, else the content itself. */
export function sampleSource(
	workbook: Workbook,
	given: Partial<ExportSource> & { readonly values?: Readonly<Record<string, CellValue>> } = {}
): ExportSource {
	const valueAt: ExportSource['valueAt'] = (place) => {
		const value = given.values?.[`${place.sheet}!${place.row},${place.column}`];
		return value === undefined ? (cellAt(workbook, place)?.content ?? null) : value;
	};
	return {
		workbook,
		valueAt,
		displayedAt: (place) => String(valueAt(place) ?? ''),
		evidenceOf: () => undefined,
		...given
	};
}
