import { formatAddress, formatRange, type Address, type Place, type Range } from '$lib/workbook';
import { heldIn } from './copied-block';
import type { Session } from './session.svelte';

export function countedCells(count: number): string {
	return count === 1 ? '1 cell' : `${count.toLocaleString('en-US')} cells`;
}

/** A range with its top left at an address. */
export function movedTo({ from, to }: Range, { row, column }: Address): Range {
	return {
		from: { row, column },
		to: { row: row + to.row - from.row, column: column + to.column - from.column }
	};
}

/** Moves a range so that its top left lies at a place, and says over what; gives what is wrong. */
export function moveCells(session: Session, sheet: string, range: Range, to: Place): string | undefined {
	const goal = movedTo(range, to);
	const replaced = heldIn(session.workbook, to.sheet, goal, sheet === to.sheet ? range : undefined).length;
	const done = session.execute({ do: 'move-cells', sheet, range, to });
	if (!done.ok) return done.error;
	if (session.activeSheet === to.sheet) session.selection.selectRange(goal);
	const over = replaced > 0 ? `, over ${countedCells(replaced)} that held something` : '';
	session.status ||= `Moved ${formatRange(range)} to ${formatAddress(to)}${over}.`;
	return undefined;
}

/** Asks before cells of the sheet on show are dragged onto others that hold something; whether it had to. */
export function askToReplace(
	session: Session,
	act: 'Move' | 'Copy',
	range: Range,
	goal: Range,
	run: () => void
): boolean {
	const sheet = session.activeSheet;
	const replaced = heldIn(session.workbook, sheet, goal, act === 'Move' ? range : undefined);
	if (replaced.length === 0) return false;
	const figures = session.shown.guard.figuresUnder(
		replaced.map((address) => ({ sheet, ...address, content: null }))
	).length;
	// Pasting asks what is to become of the figures by itself.
	if (act === 'Copy' && figures > 0) return false;
	const held = replaced.length === 1 ? '1 cell that holds' : `${countedCells(replaced.length)} that hold`;
	const reported = figures === 1 ? ', 1 of them a reported figure' : `, ${figures} of them reported figures`;
	session.dialogs.open('replace-cells', {
		act,
		message: `${formatRange(goal)} has ${held} something${figures > 0 ? reported : ''}.`,
		run
	});
	return true;
}
