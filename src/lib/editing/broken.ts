import { mappingOfMove, mappingOfSheetDelete, referencesIn, type ReferenceMapping } from '$lib/formula';
import {
	addressOfKey,
	isFormula,
	joinSpans,
	rangeHolds,
	spansHold,
	type Address,
	type Content,
	type Place,
	type Workbook
} from '$lib/workbook';
import { beyondDeleted } from './cell-shifts';
import { Draft } from './draft';
import { changesOf, mappingOfLines } from './lines';
import { rewriteWorkbook } from './rewriting';
import type { DeleteSheet } from './command';
import type { DeleteCells, DeleteLines } from './structure-commands';

/** What would read a cell that is gone. */
export interface Broken {
	/** Cells whose formulas would have `#REF!` where they had a reference, themselves or in a name that they read. */
	readonly cells: readonly Place[];
	/** Names that would stand for `#REF!`. */
	readonly names: readonly string[];
}

/** What a deletion would break, before it is carried out. What it deletes itself does not count. */
export function brokenBy(workbook: Workbook, command: DeleteLines | DeleteCells | DeleteSheet): Broken {
	const sheetName = workbook.tables.sheet.get(command.sheet)?.name;
	if (sheetName === undefined) return { cells: [], names: [] };
	const draft = new Draft(workbook);
	rewriteWorkbook(draft, mappingOf(draft, command, sheetName));
	const gone = goneBy(command);
	const cells: Place[] = [];
	const names: string[] = [];
	for (const change of draft.patch()) {
		if (change.kind === 'cell') {
			const isLost = lostIn(change.after?.content ?? null) > lostIn(change.before?.content ?? null);
			const isGone = change.sheet === command.sheet && gone(change);
			if (isLost && !isGone) cells.push({ sheet: change.sheet, row: change.row, column: change.column });
		} else if (change.kind === 'name' && change.after) {
			if (lostIn(change.after.refersTo) > lostIn(change.before?.refersTo ?? null))
				names.push(change.after.name);
		}
	}
	const known = new Set(cells.map(keyOf));
	for (const place of readingThrough(workbook, names)) {
		const isGone = place.sheet === command.sheet && gone(place);
		if (!isGone && !known.has(keyOf(place))) cells.push(place);
	}
	return { cells, names };
}

function keyOf({ sheet, row, column }: Place): string {
	return `${row} ${column} ${sheet}`;
}

/** The cells whose formulas read what names stand for, also by way of other names. */
function* readingThrough(workbook: Workbook, names: readonly string[]): Generator<Place> {
	const lost = new Set(names.map((name) => name.toLowerCase()));
	if (lost.size === 0) return;
	const readsLost = (content: Content) =>
		isFormula(content) &&
		referencesIn(content).some(({ kind, name }) => kind === 'name' && lost.has(name!.toLowerCase()));
	for (let before = 0; before < lost.size;) {
		before = lost.size;
		for (const { name, refersTo } of workbook.tables.name.values())
			if (readsLost(refersTo)) lost.add(name.toLowerCase());
	}
	for (const [sheet, cells] of workbook.cells) {
		for (const [key, { content }] of cells) if (readsLost(content)) yield { sheet, ...addressOfKey(key) };
	}
}

function mappingOf(
	draft: Draft,
	command: DeleteLines | DeleteCells | DeleteSheet,
	sheetName: string
): ReferenceMapping {
	if (command.do === 'delete-sheet') return mappingOfSheetDelete(sheetName);
	if (command.do === 'delete-lines') {
		return mappingOfLines(draft, command.sheet, changesOf(command.axis, joinSpans(command.lines), false));
	}
	const moved = beyondDeleted(command);
	return mappingOfMove({ sheetName, ...moved }, { sheetName, ...command.range.from });
}

/** Whether a cell of the sheet goes. */
function goneBy(command: DeleteLines | DeleteCells | DeleteSheet): (address: Address) => boolean {
	if (command.do === 'delete-sheet') return () => true;
	if (command.do === 'delete-cells') return (address) => rangeHolds(command.range, address);
	const spans = joinSpans(command.lines);
	return (address) => spansHold(spans, address[command.axis]);
}

function lostIn(content: Content): number {
	return typeof content === 'string' ? content.split('#REF!').length - 1 : 0;
}
