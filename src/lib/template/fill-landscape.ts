import { contentOfText } from '$lib/workbook';
import { readTable } from './data-table';
import type { SheetWriter } from './sheet-writer';

/** Zero-based: the first row below the header of the entities. */
const FIRST_ROW = 5;

/** Fills the entities of the Landscape sheet from `entities.csv`, in its order. */
export function fillLandscape(writer: SheetWriter, texts: Readonly<Record<string, string>>): void {
	const columns = ['name', 'kind', 'owner', 'country', 'stance', 'role'] as const;
	readTable(texts, 'entities.csv', columns).forEach((row, index) => {
		const fields = columns.map((column) => contentOfText(row.text(column)));
		writer.putTexts(FIRST_ROW + index, fields);
	});
}
