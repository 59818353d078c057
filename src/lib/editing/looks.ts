import { addressOfKey, fail, formatRange, MAX_TEXT_LENGTH, ok, rangeHolds, type Cell } from '$lib/workbook';
import { blocksIn, checkRanges, placesOf, rangeWords } from './formatted-places';
import { changeLook, clearAround, drawEdges } from './look-changes';
import { overlap } from './pasted-merges';
import type { Planner } from './plan';
import type {
	ClearFormats,
	MergeCells,
	SetConditionalFormats,
	SetLook,
	SetNote
} from './presentation-commands';

export const planLook: Planner<SetLook> = (draft, { sheet, ranges, look, edges }) => {
	const blocks = blocksIn(draft, sheet, ranges);
	if (!blocks.ok) return blocks;
	for (const place of placesOf(sheet, blocks.value)) changeLook(draft, place, look);
	for (const block of blocks.value) {
		if (look.borders === null) clearAround(draft, sheet, block);
		if (edges) drawEdges(draft, sheet, block, edges);
	}
	return ok({ draft, label: `Format ${rangeWords(ranges)}` });
};

export const planFormatClear: Planner<ClearFormats> = (draft, { sheet, ranges }) => {
	const checked = checkRanges(draft, sheet, ranges);
	if (!checked.ok) return checked;
	for (const key of draft.workbook.cells.get(sheet)?.keys() ?? []) {
		const address = addressOfKey(key);
		if (!ranges.some((range) => rangeHolds(range, address))) continue;
		const place = { sheet, ...address };
		const cell: Cell = draft.cell(place)!;
		draft.setCell(place, { ...cell, look: undefined, format: undefined });
	}
	return ok({ draft, label: `Clear formats of ${rangeWords(ranges)}` });
};

export const planMerge: Planner<MergeCells> = (draft, { sheet: id, range, isMerged }) => {
	const sheet = checkRanges(draft, id, [range]);
	if (!sheet.ok) return sheet;
	const rest = (sheet.value.merges ?? []).filter((merged) => !overlap(merged, range));
	if (isMerged && range.from.row === range.to.row && range.from.column === range.to.column) {
		return fail('Select at least two cells to merge.');
	}
	const merges = isMerged ? [...rest, range] : rest;
	draft.setRecord('sheet', { ...sheet.value, merges: merges.length > 0 ? merges : undefined });
	return ok({ draft, label: `${isMerged ? 'Merge' : 'Unmerge'} ${formatRange(range)}` });
};

export const planNote: Planner<SetNote> = (draft, { sheet, address, note }) => {
	const checked = checkRanges(draft, sheet, [{ from: address, to: address }]);
	if (!checked.ok) return checked;
	const text = note.trim();
	if (text.length > MAX_TEXT_LENGTH) return fail('A note has at most 32,767 characters.');
	const place = { sheet, ...address };
	const cell = draft.cell(place) ?? { content: null };
	draft.setCell(place, { ...cell, note: text === '' ? undefined : text });
	const where = formatRange({ from: address, to: address });
	return ok({ draft, label: `${text === '' ? 'Delete note on' : 'Note on'} ${where}` });
};

export const planConditionalFormats: Planner<SetConditionalFormats> = (draft, { sheet: id, formats }) => {
	const sheet = checkRanges(
		draft,
		id,
		formats.flatMap(({ ranges }) => ranges)
	);
	if (!sheet.ok) return sheet;
	draft.setRecord('sheet', {
		...sheet.value,
		conditionalFormats: formats.length > 0 ? formats : undefined
	});
	return ok({ draft, label: `Conditional formats of ${sheet.value.name}` });
};
