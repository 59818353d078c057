import type { CellEdit } from '$lib/editing';
import { cellAt, doubtOf, isFormula, readTyped, settingsOf, type Place, type Workbook } from '$lib/workbook';
import type { CommitDeparture, EditProblem } from './cell-edit.svelte';
import { formatFromAbove } from './format-from-above';
import { formatOfFormula } from './formula-format';
import type { TypingHost } from './typed-contents';
import { meantFormula } from './typed-formula';

/**
 * A change of a cell to what a typed text means there. Where the cell has no format, with the one that the text implies, or
 * that of the cells around for a number that implies none.
 */
export function readTypedChange(workbook: Workbook, place: Place, text: string, around?: string): CellEdit {
	const { locale } = settingsOf(workbook);
	const present = cellAt(workbook, place)?.format;
	const { content, format = around } = readTyped(text, locale, present ?? around);
	const isImplied = present === undefined && format !== undefined && typeof content === 'number';
	return { ...place, content, ...(isImplied && { format }) };
}

/** Several lines are seen only where the cell wraps. */
export function lookOf(workbook: Workbook, { content, ...place }: CellEdit): Pick<CellEdit, 'look'> {
	if (isFormula(content) || !String(content).includes('\n')) return {};
	const look = cellAt(workbook, place)?.look;
	return look?.isWrapped ? {} : { look: { ...look, isWrapped: true } };
}

/** Takes a typed text into a cell; gives what is wrong where it is refused. */
export function commitTyped(
	host: TypingHost,
	place: Place,
	text: string,
	departure: CommitDeparture
): EditProblem | undefined {
	const { workbook, scenarios, shown } = host;
	const meant = meantFormula(workbook, place, text);
	const typed = readTypedChange(workbook, place, meant, formatFromAbove(workbook, place));
	const isBare = isFormula(typed.content) && cellAt(workbook, place)?.format === undefined;
	const format = isBare ? formatOfFormula(workbook, place, meant) : undefined;
	const change = { ...typed, ...(format !== undefined && { format }), ...lookOf(workbook, typed) };
	if (shown.guard?.holdsBack(change, text, departure)) {
		return { message: 'This is a reported figure: say what is to become of what you typed.' };
	}
	const widened = shown.fit?.widenedForTyped([change]);
	const done = host.execute({
		do: 'set-contents',
		cells: [change],
		scenario: scenarios.active,
		act: 'type',
		...(widened && { widened })
	});
	if (!done.ok) return { message: done.error };
	const doubt = doubtOf(text, change.content, settingsOf(workbook).locale);
	if (doubt) host.status = [doubt, host.status].filter(Boolean).join(' ');
	return undefined;
}
