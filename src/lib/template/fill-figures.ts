import { contentOfText, type Figure } from '$lib/workbook';
import type { NumberFormats } from './number-formats';
import type { PlacedFigure } from './read-figures';
import type { SheetWriter } from './sheet-writer';

/** Zero-based: rows 1 and 2 hold title and purpose, row 3 is blank. */
const FIRST_ROW = 3;
const HEADER = [
	'Figure',
	'Name',
	'Value',
	'Unit',
	'Qualifier',
	'Low',
	'High',
	'As of',
	'Source',
	'Id',
	'Wording',
	'Source id'
];

/**
 * Fills the Figures sheet: one row a figure, in blocks with a heading and a header. The value is typed and named; what
 * else the record says is read from it by `FIGURE`, so that no fact stands twice.
 */
export function fillFigures(
	writer: SheetWriter,
	figures: readonly PlacedFigure[],
	formats: NumberFormats
): void {
	const blocks = new Set<string>();
	let current: string | undefined;
	let row = FIRST_ROW;
	for (const { figure, block } of figures) {
		if (block !== current) {
			if (blocks.has(block)) {
				throw new Error(`data/figures.csv: the rows of the block "${block}" must stand together.`);
			}
			if (current !== undefined) row++;
			writer.putTexts(row++, [block], 'heading');
			writer.putTexts(row++, HEADER, 'header');
			blocks.add(block);
			current = block;
		}
		putFigure(writer, row++, figure, formats.codeOfUnit(figure.unit, figure.published));
	}
}

function putFigure(writer: SheetWriter, row: number, figure: Figure, format: string): void {
	const { id, name, published, unit } = figure;
	writer.putTexts(row, [contentOfText(figure.label), name]);
	writer.put({ row, column: 2 }, { content: published, format, unit }, name);
	const fields = [
		['unit'],
		['qualifier'],
		['low', format],
		['high', format],
		['as_of'],
		// Where the words of the source were kept it is read for them; elsewhere what counts is how near it is to the fact.
		[figure.wording === '' ? 'tier' : 'source'],
		null,
		['wording'],
		['source']
	] as const;
	fields.forEach((field, index) => {
		const address = { row, column: 3 + index };
		if (field === null) return writer.put(address, { content: id, style: 'remark' });
		const content = `=FIGURE("${id}","${field[0]}")`;
		writer.put(address, { content, format: field[1], style: field[1] ? undefined : 'remark' });
	});
}
