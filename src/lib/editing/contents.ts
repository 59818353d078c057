import {
	BASE_SCENARIO,
	checkFormat,
	fail,
	formatAddress,
	isFormula,
	isOnSheet,
	MAX_CELLS,
	MAX_FORMULA_LENGTH,
	MAX_ROWS,
	MAX_TEXT_LENGTH,
	ok,
	sameRecord,
	type Cell,
	type Content,
	type Result
} from '$lib/workbook';
import type { CellEdit, ContentAct, SetContents } from './command';
import type { Draft } from './draft';
import { DriverNames, isDriverContent } from './drivers';
import { OverrideDraft } from './overrides';
import { pasteConditions } from './pasted-conditions';
import { setMergesWithin } from './pasted-merges';
import { counted, noSheet, sheetOf, type Planner } from './plan';
import { widenColumns } from './sizes';

const ACTS: Readonly<Record<ContentAct, string>> = {
	type: 'Type in',
	clear: 'Clear',
	paste: 'Paste',
	fill: 'Fill',
	replace: 'Replace in'
};

/** Sets contents in the base, and those of drivers in the scenario. */
export const planContents: Planner<SetContents> = (
	draft,
	{ cells, scenario, act = 'type', merges, conditions, widened }
) => {
	const overrides = OverrideDraft.of(draft, scenario);
	if (!overrides.ok) return overrides;
	const drivers = overrides.value && new DriverNames(draft.workbook);
	let base = 0;
	for (const edit of cells) {
		const checked = checkEdit(draft, edit);
		if (!checked.ok) return checked;
		const name = drivers?.at(edit);
		if (name !== undefined && isDriverContent(draft.cell(edit)?.content ?? null)) {
			const set = overrides.value!.set(name, checked.value.content);
			if (!set.ok) return set;
		} else if (editCell(draft, checked.value)) base++;
	}
	overrides.value?.finish();
	if (merges) setMergesWithin(draft, merges);
	if (conditions) pasteConditions(draft, conditions);
	const sized = widened ? widenColumns(draft, widened) : ok(undefined);
	if (!sized.ok) return sized;
	const total = cellCountAfter(draft, cells.length);
	if (total > MAX_CELLS) {
		return fail(
			`The workbook would hold ${total.toLocaleString('en-US')} cells, and it can hold ${MAX_CELLS.toLocaleString('en-US')}. Clear what is not needed, or paste less.`
		);
	}
	const changed = overrides.value?.changed ?? 0;
	const [first] = cells;
	const where = cells.length === 1 ? formatAddress(first!) : counted(cells.length, 'cell');
	return ok({
		draft,
		label: `${ACTS[act]} ${where}`,
		overrides: changed,
		base,
		...(changed > 0 && scenario !== undefined && scenario !== BASE_SCENARIO && { scenario })
	});
};

/** How many cells the workbook holds when the draft is carried out, or as many as it could at most where that is not too many. */
function cellCountAfter(draft: Draft, most: number): number {
	let count = 0;
	for (const cells of draft.workbook.cells.values()) count += cells.size;
	if (count + most <= MAX_CELLS) return count + most;
	for (const { kind, before, after } of draft.patch()) {
		if (kind === 'cell') count += (after ? 1 : 0) - (before ? 1 : 0);
	}
	return count;
}

/** Checks that a place can hold a content; gives the edit with a number that JSON keeps. */
export function checkEdit(draft: Draft, edit: CellEdit): Result<CellEdit> {
	const sheet = sheetOf(draft.workbook, edit.sheet);
	if (!sheet) return noSheet(edit.sheet);
	if (!isOnSheet(edit)) {
		return fail(`The sheet "${sheet.name}" ends at column XFD and row ${MAX_ROWS.toLocaleString('en-US')}.`);
	}
	const content = checkContent(edit.content, () => `${sheet.name}!${formatAddress(edit)}`);
	if (!content.ok) return content;
	if (typeof edit.format === 'string') {
		const format = checkFormat(edit.format);
		if (!format.ok) return format;
	}
	return ok(Object.is(content.value, edit.content) ? edit : { ...edit, content: content.value });
}

/** Checks a content; minus zero becomes zero, which is what a document would make of it. */
export function checkContent(content: Content, where: () => string): Result<Content> {
	if (typeof content === 'number') {
		return Number.isFinite(content) ? ok(content + 0) : fail(`${where()}: a cell holds finite numbers only.`);
	}
	if (typeof content !== 'string') return ok(content);
	if (isFormula(content) && content.length > MAX_FORMULA_LENGTH) {
		return fail(`${where()}: a formula has at most 8,192 characters; this one has ${count(content.length)}.`);
	}
	if (content.length > MAX_TEXT_LENGTH) {
		return fail(`${where()}: a text has at most 32,767 characters; this one has ${count(content.length)}.`);
	}
	return ok(content);
}

/** Sets a cell's content, format and look; tells whether anything changed. */
function editCell(draft: Draft, edit: CellEdit): boolean {
	const { content, format, look } = edit;
	const before = draft.cell(edit);
	const isSame = Object.is(before?.content ?? null, content);
	const after: { -readonly [F in keyof Cell]: Cell[F] } = before ? { ...before, content } : { content };
	if (format !== undefined) after.format = format ?? undefined;
	if (look !== undefined) after.look = look ?? undefined;
	// What was typed over a number that a figure gave is no longer that figure's.
	if (!isSame && before) after.figure = undefined;
	if (isSame && before?.format === after.format && sameRecord(before?.look, after.look)) return false;
	draft.setCell(edit, after);
	return true;
}

function count(number: number): string {
	return number.toLocaleString('en-US');
}
