import { cellAt, isFormula, textOfContent, usedSize, type Place, type Workbook } from '$lib/workbook';

/**
 * A cell in words, from what stands around it: the first cell of its row, and in a table the header of its column, as in
 * `Alibaba, three years — Per year`. Blocks of cells are parted by blank rows. A block that begins with a header row holds
 * one value a row, in the second column, for which the row says enough; one that begins with a heading of its own is a
 * table.
 */
export function labelOfCell(workbook: Workbook, place: Place): string {
	const row = labelOfRow(workbook, place);
	const header = headerOfColumn(workbook, place);
	return header === '' ? row : `${row} — ${header}`;
}

function labelOfRow(workbook: Workbook, place: Place): string {
	if (place.column > 0) {
		const first = textAt(workbook, { ...place, column: 0 });
		if (first !== '') return first;
	}
	// The row begins with the cell itself, or with a computed one: its longest text says most.
	const texts = columnsOf(workbook, place).map((column) => textAt(workbook, { ...place, column }));
	return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '');
}

function headerOfColumn(workbook: Workbook, place: Place): string {
	let top = place.row;
	while (top > 0 && columnsOf(workbook, { ...place, row: top - 1 }).length > 0) top--;
	const hasHeading = columnsOf(workbook, { ...place, row: top }).every((column) => column === 0);
	const header = hasHeading ? top + 1 : top;
	if (header >= place.row || (!hasHeading && place.column === 1)) return '';
	return textAt(workbook, { ...place, row: header });
}

/** The columns of a row that hold something. */
function columnsOf(workbook: Workbook, { sheet, row }: Place): number[] {
	const { columns } = usedSize(workbook, sheet);
	return Array.from({ length: columns }, (_, column) => column).filter(
		(column) => (cellAt(workbook, { sheet, row, column })?.content ?? null) !== null
	);
}

/** What a cell says as it was typed: nothing where it is blank or computed. */
function textAt(workbook: Workbook, place: Place): string {
	const content = cellAt(workbook, place)?.content ?? null;
	if (content === null || isFormula(content)) return '';
	return typeof content === 'string' ? textOfContent(content) : String(content);
}
