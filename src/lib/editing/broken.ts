import { mappingOfDelete, mappingOfMove, mappingOfSheetDelete, type ReferenceMapping } from '$lib/formula';
import { rangeHolds, type Content, type Place, type Range, type Workbook } from '$lib/workbook';
import { beyondDeleted } from './cell-shifts';
import { Draft } from './draft';
import { rewriteWorkbook } from './rewriting';
import type { DeleteSheet } from './command';
import type { DeleteCells, DeleteLines } from './structure-commands';

/** What would read a cell that is gone. */
export interface Broken {
	/** Cells whose formulas would have `#REF!` where they had a reference. */
	readonly cells: readonly Place[];
	/** Names that would stand for `#REF!`. */
	readonly names: readonly string[];
}

/** What a deletion would break, before it is carried out. What it deletes itself does not count. */
export function brokenBy(workbook: Workbook, command: DeleteLines | DeleteCells | DeleteSheet): Broken {
	const sheetName = workbook.tables.sheet.get(command.sheet)?.name;
	if (sheetName === undefined) return { cells: [], names: [] };
	const draft = new Draft(workbook);
	rewriteWorkbook(draft, mappingOf(workbook, command, sheetName));
	const gone = goneBy(command);
	const cells: Place[] = [];
	const names: string[] = [];
	for (const change of draft.patch()) {
		if (change.kind === 'cell') {
			const isLost = lostIn(change.after?.content ?? null) > lostIn(change.before?.content ?? null);
			const isGone = change.sheet === command.sheet && (!gone || rangeHolds(gone, change));
			if (isLost && !isGone) cells.push({ sheet: change.sheet, row: change.row, column: change.column });
		} else if (change.kind === 'name' && change.after) {
			if (lostIn(change.after.refersTo) > lostIn(change.before?.refersTo ?? null))
				names.push(change.after.name);
		}
	}
	return { cells, names };
}

function mappingOf(
	workbook: Workbook,
	command: DeleteLines | DeleteCells | DeleteSheet,
	sheetName: string
): ReferenceMapping {
	if (command.do === 'delete-sheet') return mappingOfSheetDelete(sheetName);
	if (command.do === 'delete-lines') return mappingOfDelete({ ...command, sheetName });
	const moved = beyondDeleted(workbook, command);
	return mappingOfMove({ sheetName, ...moved }, { sheetName, ...command.range.from });
}

/** The cells that go; undefined for all of the sheet. */
function goneBy(command: DeleteLines | DeleteCells | DeleteSheet): Range | undefined {
	if (command.do === 'delete-sheet') return undefined;
	if (command.do === 'delete-cells') return command.range;
	const { axis, at, count } = command;
	const far = Number.MAX_SAFE_INTEGER;
	return axis === 'row'
		? { from: { row: at, column: 0 }, to: { row: at + count - 1, column: far } }
		: { from: { row: 0, column: at }, to: { row: far, column: at + count - 1 } };
}

function lostIn(content: Content): number {
	return typeof content === 'string' ? content.split('#REF!').length - 1 : 0;
}
