import { mappingOfSheetDelete, mappingOfSheetRename } from '$lib/formula';
import { addressOfKey, fail, ok } from '$lib/workbook';
import type { DeleteSheet, RenameSheet } from './command';
import { noSheet, sheetOf, type Planner } from './plan';
import { rewriteWorkbook } from './rewriting';
import { checkFreeName } from './sheets';

export const planSheetName: Planner<RenameSheet> = (draft, { sheet: id, name: typed }) => {
	const sheet = sheetOf(draft.workbook, id);
	if (!sheet) return noSheet(id);
	const name = checkFreeName(draft.workbook, typed, id);
	if (!name.ok) return name;
	const rewritten = rewriteWorkbook(draft, mappingOfSheetRename(sheet.name, name.value));
	if (!rewritten.ok) return rewritten;
	// Rewriting may have changed its conditional formats.
	draft.setRecord('sheet', { ...draft.record('sheet', id)!, name: name.value });
	return ok({ draft, label: `Rename sheet ${sheet.name} to ${name.value}` });
};

export const planSheetDelete: Planner<DeleteSheet> = (draft, { sheet: id }) => {
	const sheet = sheetOf(draft.workbook, id);
	if (!sheet) return noSheet(id);
	if (draft.workbook.tables.sheet.size === 1) {
		return fail(
			`"${sheet.name}" is the only sheet, and a workbook needs one. Add another before you delete it.`
		);
	}
	const others = [...draft.workbook.tables.sheet.values()].filter((other) => other.id !== id);
	if (others.every(({ isHidden }) => isHidden)) {
		return fail(`"${sheet.name}" is the only sheet in view. Show another before you delete it.`);
	}
	for (const key of draft.workbook.cells.get(id)?.keys() ?? []) {
		draft.setCell({ sheet: id, ...addressOfKey(key) }, undefined);
	}
	for (const chart of draft.workbook.tables.chart.values()) {
		if (chart.sheet === id) draft.removeRecord('chart', chart.id);
	}
	const rewritten = rewriteWorkbook(draft, mappingOfSheetDelete(sheet.name));
	if (!rewritten.ok) return rewritten;
	draft.removeRecord('sheet', id);
	return ok({ draft, label: `Delete sheet ${sheet.name}` });
};
