import {
	checkSheetName,
	fail,
	inOrder,
	ok,
	sheetNamed,
	type Result,
	type Sheet,
	type Workbook
} from '$lib/workbook';
import type { AddSheet, MoveSheet } from './command';
import type { Draft } from './draft';
import { noSheet, sheetOf, type Planner } from './plan';

export const planSheetAdd: Planner<AddSheet> = (draft, { name: typed, at }) => {
	const name = typed === undefined ? ok(freeName(draft.workbook)) : checkFreeName(draft.workbook, typed);
	if (!name.ok) return name;
	const id = freeSheetId(draft.workbook);
	addSheetRecord(draft, { id, name: name.value, position: 0, columnWidths: {}, rowHeights: {} }, at);
	return ok({ draft, label: `Add sheet ${name.value}`, created: id });
};

export const planSheetMove: Planner<MoveSheet> = (draft, { sheet: id, to }) => {
	const sheet = sheetOf(draft.workbook, id);
	if (!sheet) return noSheet(id);
	const ids = inOrder(draft.workbook.tables.sheet)
		.map((other) => other.id)
		.filter((other) => other !== id);
	ids.splice(clamp(to, ids.length), 0, id);
	arrange(draft, ids);
	return ok({ draft, label: `Move sheet ${sheet.name}` });
};

/** Adds a sheet's record at the end, or before the sheet that now stands at `at`. */
export function addSheetRecord(draft: Draft, sheet: Sheet, at?: number): void {
	draft.setRecord('sheet', sheet);
	const ids = inOrder(draft.workbook.tables.sheet).map(({ id }) => id);
	ids.splice(clamp(at ?? ids.length, ids.length), 0, sheet.id);
	arrange(draft, ids);
}

/** Accepts a name that no other sheet has, in any case. */
export function checkFreeName(workbook: Workbook, typed: string, own?: string): Result<string> {
	const name = checkSheetName(typed.trim());
	if (!name.ok) return name;
	const taken = sheetNamed(workbook, name.value);
	if (taken && taken.id !== own)
		return fail(`There is a sheet "${taken.name}" already. Choose another name.`);
	return name;
}

/** Numbers the sheets' places in the order of their ids. */
function arrange(draft: Draft, ids: readonly string[]): void {
	ids.forEach((id, position) => {
		const sheet = draft.record('sheet', id)!;
		if (sheet.position !== position) draft.setRecord('sheet', { ...sheet, position });
	});
}

function clamp(index: number, count: number): number {
	return Math.max(0, Math.min(Math.trunc(index), count));
}

function freeName(workbook: Workbook): string {
	let number = workbook.tables.sheet.size + 1;
	while (sheetNamed(workbook, `Sheet ${number}`)) number++;
	return `Sheet ${number}`;
}

/** An id that no sheet has. */
export function freeSheetId(workbook: Workbook): string {
	let number = workbook.tables.sheet.size + 1;
	while (workbook.tables.sheet.has(`sheet-${number}`)) number++;
	return `sheet-${number}`;
}
