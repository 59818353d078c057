import { cellKey, emptyWorkbook, parseAddress, type Cell, type Content, type Workbook } from '$lib/workbook';

/** A workbook of sheets in the order given, each with cells by address, and of names by what they refer to. */
export function smallWorkbook(
	sheets: Readonly<Record<string, Readonly<Record<string, Content | Cell>>>>,
	names: Readonly<Record<string, string>> = {}
): Workbook {
	const workbook = emptyWorkbook();
	Object.entries(sheets).forEach(([name, cells], position) => {
		const id = `sheet-${position}`;
		workbook.tables.sheet.set(id, { id, name, position, columnWidths: {}, rowHeights: {} });
		workbook.cells.set(
			id,
			new Map(
				Object.entries(cells).map(([text, cell]) => {
					const address = parseAddress(text);
					if (!address.ok) throw new Error(address.error);
					return [cellKey(address.value), typeof cell === 'object' && cell ? cell : { content: cell }];
				})
			)
		);
	});
	for (const [name, refersTo] of Object.entries(names)) {
		workbook.tables.name.set(name, { id: name, name, refersTo });
	}
	return workbook;
}
