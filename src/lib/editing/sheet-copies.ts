import { mappingOfSheetRename, rewriteReferences } from '$lib/formula';
import {
	addressOfKey,
	inOrder,
	isFormula,
	MAX_SHEET_NAME_LENGTH,
	ok,
	sheetNamed,
	type Chart,
	type Workbook
} from '$lib/workbook';
import { mapFormulas } from './condition-ranges';
import type { Draft } from './draft';
import { noSheet, sheetOf, type Planner } from './plan';
import { addSheetRecord, freeSheetId } from './sheets';
import type { DuplicateSheet } from './structure-commands';

/** Names stay with the sheet that is copied: a copy reads them, and has none of its own. */
export const planSheetCopy: Planner<DuplicateSheet> = (draft, { sheet: id }) => {
	const sheet = sheetOf(draft.workbook, id);
	if (!sheet) return noSheet(id);
	const name = copyName(draft.workbook, sheet.name);
	const copy = freeSheetId(draft.workbook);
	const at = inOrder(draft.workbook.tables.sheet).findIndex((other) => other.id === id) + 1;
	const mapping = mappingOfSheetRename(sheet.name, name);
	const conditionalFormats = sheet.conditionalFormats?.map((format) => ({
		...format,
		rule: mapFormulas(format.rule, (formula) => rewriteReferences(formula, mapping, sheet.name))
	}));
	const added = { ...sheet, id: copy, name, isHidden: undefined };
	addSheetRecord(draft, { ...added, ...(conditionalFormats && { conditionalFormats }) }, at);
	for (const [key, cell] of draft.workbook.cells.get(id) ?? []) {
		const { content } = cell;
		draft.setCell(
			{ sheet: copy, ...addressOfKey(key) },
			{ ...cell, content: isFormula(content) ? rewriteReferences(content, mapping, sheet.name) : content }
		);
	}
	copyCharts(draft, id, copy, (text) =>
		text === '' ? text : rewriteReferences(`=${text}`, mapping, sheet.name).slice(1)
	);
	return ok({ draft, label: `Duplicate sheet ${sheet.name}`, created: copy });
};

function copyCharts(draft: Draft, from: string, to: string, rewrite: (text: string) => string): void {
	const { chart: charts } = draft.workbook.tables;
	const copied = inOrder(charts).filter(({ sheet }) => sheet === from);
	let position = Math.max(0, ...[...charts.values()].map((chart) => chart.position + 1));
	for (const chart of copied) {
		const copy: Chart = {
			...chart,
			id: freeChartId(draft, chart.id),
			sheet: to,
			categories: rewrite(chart.categories),
			series: chart.series.map((series) => ({ ...series, values: rewrite(series.values) })),
			marks: chart.marks.map((mark) => ({ ...mark, value: rewrite(mark.value) })),
			...(chart.hollow && { hollow: { ...chart.hollow, range: rewrite(chart.hollow.range) } }),
			...(chart.dashed && { dashed: { ...chart.dashed, range: rewrite(chart.dashed.range) } }),
			position: position++
		};
		draft.setRecord('chart', copy);
	}
}

function freeChartId(draft: Draft, id: string): string {
	let number = 2;
	while (draft.record('chart', `${id}-${number}`)) number++;
	return `${id}-${number}`;
}

/** `Data (2)`, cut where it would be too long for a sheet's name. */
function copyName(workbook: Workbook, name: string): string {
	const base = name.replace(/ \(\d+\)$/, '');
	for (let number = 2; ; number++) {
		const end = ` (${number})`;
		const copy = base.slice(0, MAX_SHEET_NAME_LENGTH - end.length).trimEnd() + end;
		if (!sheetNamed(workbook, copy)) return copy;
	}
}
