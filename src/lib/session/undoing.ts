import type { ChangedPlace, HistoryStep } from '$lib/editing';
import { formatAddress, isWholeColumns, isWholeRows, rangeHolds, type Range } from '$lib/workbook';
import type { Session } from './session.svelte';
import { takeDraft } from './take-draft';

/** Takes the latest step back, shows where that was, and says so. */
export function undoStep(session: Session): void {
	if (takesDraft(session, 'Undo once more takes it out again.')) return;
	const { activeSheet, selection } = session;
	const { left } = selection;
	const step = session.editor?.undo();
	if (!session.tables.sheet.has(activeSheet)) {
		const before = left.findLast((id) => session.sheets.some((sheet) => sheet.id === id && !sheet.isHidden));
		if (before !== undefined) selection.showSheet(before);
	}
	if (step) show(session, `Undone: ${step.label}`, step, step.places.undone);
}

/** Does the step undone last again, shows where that is, and says so. */
export function redoStep(session: Session): void {
	if (takesDraft(session, 'After it there is nothing to do again.')) return;
	const step = session.editor?.redo();
	if (step) show(session, `Done again: ${step.label}`, step, step.places.redone);
}

/**
 * Takes what is being typed first, and leaves it at that: undone in the same breath it would be gone before it was ever
 * there. Whether there was something, or it was refused and is still being typed.
 */
function takesDraft(session: Session, then: string): boolean {
	const { edit, editor } = session;
	const { place } = edit;
	const before = editor?.version;
	if (!takeDraft(session)) return true;
	if (!place || editor?.version === before) return false;
	session.status = [session.status, `What was typed into ${formatAddress(place)} is taken.`, then]
		.filter(Boolean)
		.join(' ');
	return true;
}

function show(
	session: Session,
	text: string,
	{ label, scenario }: HistoryStep,
	places: readonly ChangedPlace[]
): void {
	const { scenarios } = session;
	const sheetName = goToChange(session, places);
	const isOtherScenario = scenario !== undefined && scenario !== scenarios.active;
	if (isOtherScenario) scenarios.select(scenario);
	session.status = [
		text,
		// A step such as the deletion of a sheet names it already.
		sheetName !== undefined && !label.includes(sheetName) && `on the sheet “${sheetName}”`,
		isOtherScenario && `in the scenario “${scenarios.activeTitle}”`
	]
		.filter(Boolean)
		.join(', ');
}

/** Selects what changed, on the sheet on show where something did there. Gives the name of the sheet where it is another. */
function goToChange(session: Session, places: readonly ChangedPlace[]): string | undefined {
	const { activeSheet, tables } = session;
	const canShow = ({ sheet }: ChangedPlace) => tables.sheet.has(sheet) && !tables.sheet.get(sheet)?.isHidden;
	const change = places.find(({ sheet }) => sheet === activeSheet) ?? places.find(canShow);
	if (!change) return undefined;
	if (change.sheet !== activeSheet) session.showSheet(change.sheet);
	select(session, change.ranges);
	return change.sheet === activeSheet ? undefined : session.shown.name;
}

function select({ selection }: Session, ranges: readonly Range[]): void {
	const [only] = ranges;
	if (ranges.length !== 1 || !only) {
		// The last one has the active cell, which comes into view.
		selection.selectRanges(ranges.toReversed());
		return;
	}
	const { row, column } = selection.active;
	if (rangeHolds(only, selection.active)) selection.selectRange(only, { row, column });
	// Of whole lines, those cells that are in view already.
	else if (isWholeRows(only)) selection.selectRange(only, { row: only.from.row, column });
	else if (isWholeColumns(only)) selection.selectRange(only, { row, column: only.from.column });
	else selection.selectRange(only);
}
