import type { CellEdit } from '$lib/editing';
import {
	BASE_SCENARIO,
	cellAt,
	formatAddress,
	formatRange,
	type Address,
	type Place,
	type Range,
	type Workbook
} from '$lib/workbook';
import { heldIn } from './copied-block';
import { askForFigures } from './figures-at-stake';
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

/**
 * Carries a move out; where it would replace reported figures, only when the reader has said what is to become of them.
 * What is assumed of them in a scenario moves nothing.
 */
export function moveUnlessAsked(
	session: Session,
	sheet: string,
	range: Range,
	to: Place,
	move: () => void
): void {
	let isAnswer = false;
	const cells = movedContents(session.workbook, sheet, range, to);
	isAnswer = askForFigures(session, cells, 'move', (chosen, scenario) => {
		if (!isAnswer || scenario === BASE_SCENARIO) return move();
		const done = session.execute({ do: 'set-contents', cells: chosen, scenario, act: 'paste' });
		if (done.ok) session.status ||= `Assumed in a scenario. ${formatRange(range)} stays as it is.`;
	});
}

/** Moves what is dragged on the sheet on show, once the reader has said so where it replaces something. */
export function moveDragged(session: Session, range: Range, to: Address): void {
	const sheet = session.activeSheet;
	const goal = { sheet, ...to };
	const move = () => {
		session.status = moveCells(session, sheet, range, goal) ?? session.status;
	};
	if (askToReplace(session, 'Move', range, movedTo(range, to), move)) return;
	moveUnlessAsked(session, sheet, range, goal, move);
}

/** What cells hold after a move: those that something comes to, and those that held something and are blank then. */
function movedContents(workbook: Workbook, sheet: string, range: Range, to: Place): CellEdit[] {
	const rows = to.row - range.from.row;
	const columns = to.column - range.from.column;
	const sourceOf = ({ row, column }: Address) =>
		cellAt(workbook, { sheet, row: row - rows, column: column - columns })?.content ?? null;
	const moved = heldIn(workbook, sheet, range).map(({ row, column }) => ({
		row: row + rows,
		column: column + columns
	}));
	const but = sheet === to.sheet ? range : undefined;
	const cleared = heldIn(workbook, to.sheet, movedTo(range, to), but).filter(
		(address) => sourceOf(address) === null
	);
	return [...moved, ...cleared].map((address) => ({
		sheet: to.sheet,
		...address,
		content: sourceOf(address)
	}));
}

/** Asks before cells of the sheet on show are dragged onto others that hold something, but no reported figure; whether it had to. */
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
	const changes = replaced.map((address) => ({ sheet, ...address, content: null }));
	// What is to become of the figures is asked by the act itself.
	if (session.shown.guard?.figuresUnder(changes).length) return false;
	const held = replaced.length === 1 ? '1 cell that holds' : `${countedCells(replaced.length)} that hold`;
	session.dialogs.open('replace-cells', {
		act,
		message: `${formatRange(goal)} has ${held} something.`,
		run
	});
	return true;
}
