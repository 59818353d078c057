import { brokenBy, type Command, type DeleteCells, type DeleteLines, type DeleteSheet } from '$lib/editing';
import { MAX_COLUMNS, MAX_ROWS, withoutSpans, type LineAxis } from '$lib/workbook';
import { rangeOfLines, selectedLines } from './selected-lines';
import type { Session } from './session.svelte';

/** Carries a command out and says what it did; false where it was refused, which is said too. */
export function executeAloud(session: Session, command: Command): boolean {
	const done = session.settleEdit() && session.execute(command);
	if (!done || !done.ok) return false;
	if (done.value.patch.length > 0) session.status = `Done: ${done.value.label}`;
	return true;
}

/** Puts in as many rows or columns as are selected, before them. The blank ones are selected then. */
export function insertLines(session: Session, axis: LineAxis): void {
	const lines = selectedLines(session.selection, axis);
	if (!executeAloud(session, { do: 'insert-lines', sheet: session.activeSheet, axis, lines })) return;
	if (lines.length === 1) return;
	let before = 0;
	const blank = lines.map(({ from, to }) => {
		const span = { from: from + before, to: to + before };
		before += to - from + 1;
		return rangeOfLines(axis, span);
	});
	session.selection.selectRanges(blank);
}

export function deleteLines(session: Session, axis: LineAxis): void {
	const selected = selectedLines(session.selection, axis);
	const leftOut = session.tables.sheet.get(session.activeSheet)?.filter?.hidden ?? [];
	// As in Excel, what a filter leaves out stays.
	const lines = axis === 'row' ? withoutSpans(selected, leftOut) : selected;
	const [first] = lines;
	if (!first) {
		session.status = 'The filter leaves these rows out: show them to delete them.';
		return;
	}
	deleteAsking(session, { do: 'delete-lines', sheet: session.activeSheet, axis, lines }, () => {
		// The places of the others are those of other lines now, and what moves up may be out of sight.
		const at = nearestShown(session, axis, first.from);
		if (lines.length > 1 || session.shown.isHidden(axis, session.selection.active[axis]))
			session.selection.selectRange(rangeOfLines(axis, { from: at, to: at }));
	});
}

/** The first line from a place on that is shown, or the last one before it. */
function nearestShown({ shown }: Session, axis: LineAxis, from: number): number {
	const last = axis === 'row' ? MAX_ROWS - 1 : MAX_COLUMNS - 1;
	let line = from;
	while (line <= last && shown.isHidden(axis, line)) line++;
	if (line <= last) return line;
	line = from;
	while (line > 0 && shown.isHidden(axis, line)) line--;
	return line;
}

/** Puts blank cells in where the selected range is. */
export function insertCells(session: Session, shift: 'right' | 'down'): void {
	const range = theRange(session);
	if (range) executeAloud(session, { do: 'insert-cells', sheet: session.activeSheet, range, shift });
}

export function deleteCells(session: Session, shift: 'left' | 'up'): void {
	const range = theRange(session);
	if (range) deleteAsking(session, { do: 'delete-cells', sheet: session.activeSheet, range, shift });
}

/** Deletes at once where that breaks nothing, and asks first where it does. */
export function deleteAsking(
	session: Session,
	command: DeleteLines | DeleteCells | DeleteSheet,
	whenDone: () => void = () => {}
): void {
	if (!session.settleEdit()) return;
	const run = () => {
		if (executeAloud(session, command)) whenDone();
	};
	const broken = brokenBy(session.workbook, command);
	if (broken.cells.length + broken.names.length === 0) run();
	else session.dialogs.open('broken', { command, broken, run });
}

function theRange(session: Session) {
	const { ranges } = session.selection;
	if (ranges.length === 1) return ranges[0];
	session.status =
		'Cells are moved aside for one range at a time. Select one range, or take whole rows or columns.';
	return undefined;
}
