import { fail, ok } from '$lib/workbook';
import { noSheet, sheetOf, type Planner } from './plan';
import type { ColorSheet, HideSheet } from './structure-commands';

export const planSheetColor: Planner<ColorSheet> = (draft, { sheet: id, color }) => {
	const sheet = sheetOf(draft.workbook, id);
	if (!sheet) return noSheet(id);
	draft.setRecord('sheet', { ...sheet, color: color ?? undefined });
	return ok({ draft, label: `Colour sheet ${sheet.name}` });
};

export const planSheetHide: Planner<HideSheet> = (draft, { sheet: id, isHidden }) => {
	const sheet = sheetOf(draft.workbook, id);
	if (!sheet) return noSheet(id);
	const others = [...draft.workbook.tables.sheet.values()].filter((other) => other.id !== id);
	if (isHidden && others.every((other) => other.isHidden)) {
		return fail(`"${sheet.name}" is the only sheet in view. Show another before you hide it.`);
	}
	draft.setRecord('sheet', { ...sheet, isHidden: isHidden || undefined });
	return ok({ draft, label: `${isHidden ? 'Hide' : 'Show'} sheet ${sheet.name}` });
};
