import { cellAt, formatAddress, inOrder, quoteSheetName, type Workbook } from '$lib/workbook';
import type { BrokenRequest } from './dialogs.svelte';

/** A formula or name that would lose what it reads. */
export interface BrokenLine {
	/** Where it is, as the name box takes it: `'Training cost'!B6`, or a name. */
	readonly where: string;
	readonly formula: string;
}

/** What would break, the names after the cells, which stand in the order of sheets, rows and columns. */
export function brokenLines(workbook: Workbook, { broken }: BrokenRequest): BrokenLine[] {
	const order = new Map(inOrder(workbook.tables.sheet).map(({ id }, index) => [id, index]));
	const cells = [...broken.cells].sort(
		(a, b) => order.get(a.sheet)! - order.get(b.sheet)! || a.row - b.row || a.column - b.column
	);
	return [
		...cells.map((place) => ({
			where: `${quoteSheetName(workbook.tables.sheet.get(place.sheet)!.name)}!${formatAddress(place)}`,
			formula: String(cellAt(workbook, place)?.content ?? '')
		})),
		...broken.names.map((name) => ({
			where: name,
			formula: [...workbook.tables.name.values()].find((one) => one.name === name)?.refersTo ?? ''
		}))
	];
}

/** How many would break, in words: `2 formulas and 1 name`. */
export function brokenWords({ broken }: BrokenRequest): string {
	const counted = (count: number, one: string) =>
		count === 0 ? [] : [`${count.toLocaleString('en-US')} ${one}${count === 1 ? '' : 's'}`];
	return [...counted(broken.cells.length, 'formula'), ...counted(broken.names.length, 'name')].join(' and ');
}

/** What is to be deleted, in words that follow `Deleting`. */
export function deletedWords(workbook: Workbook, { command }: BrokenRequest): string {
	if (command.do === 'delete-sheet') return `the sheet “${workbook.tables.sheet.get(command.sheet)?.name}”`;
	if (command.do === 'delete-cells') return 'these cells';
	const count = command.lines.reduce((sum, { from, to }) => sum + to - from + 1, 0);
	return count === 1 ? `this ${command.axis}` : `these ${count.toLocaleString('en-US')} ${command.axis}s`;
}
