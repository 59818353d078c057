import {
	conditionsFilled,
	fillFrom,
	fillSeries,
	joinConditions,
	type CellEdit,
	type FilledConditions,
	type FillMode,
	type FillSheet,
	type WantedSeries
} from '$lib/editing';
import { shiftReferences } from '$lib/formula';
import {
	cellAt,
	formatAddress,
	isFormula,
	isWholeColumns,
	isWholeRows,
	MAX_COLUMNS,
	MAX_ROWS,
	settingsOf,
	usedSize,
	type Address,
	type Place,
	type Range
} from '$lib/workbook';
import type { EditProblem } from './cell-edit.svelte';
import { askForFigures } from './figures-at-stake';
import { isSameRange } from './selected-ranges';
import { tooScattered } from './pasted-conditions';
import type { Session } from './session.svelte';
import { LEAST_COLUMNS, LEAST_ROWS } from './sheet-source.svelte';
import { formatFromAbove } from './format-from-above';
import { lookOf, readTypedChange } from './typed-change';
import { contentInScenario } from './typed-contents';
import { meantFormula } from './typed-formula';

export type { WantedSeries };
export type FillDirection = 'down' | 'right' | 'up' | 'left';

const MAX_TYPED_FILL = 500_000;

/** Copies the first line of every selected range over the rest of it; a single line takes what stands before it. */
export function fillSelection(session: Session, direction: FillDirection): void {
	const cells: CellEdit[] = [];
	const conditions: FilledConditions[] = [];
	for (const selected of session.selection.ranges) {
		const range = inUse(session, selected);
		const source = range && edgeOf(range, direction);
		if (!source) continue;
		const target = joined(source, range);
		const filled = fillFrom(fillSheetOf(session), source, target, 'copy');
		if (!filled.ok) {
			session.status = filled.error;
			return;
		}
		cells.push(...filled.value);
		conditions.push(conditionsOf(session, source, target));
	}
	if (cells.length > 0) carryOut(session, cells, joinConditions(conditions));
	else session.status = `There is nothing to fill from ${SIDES[direction]}.`;
}

const SIDES: Readonly<Record<FillDirection, string>> = {
	down: 'above the selection',
	right: 'left of the selection',
	up: 'below the selection',
	left: 'right of the selection'
};

/** Goes on from a range to a larger one that holds it, as the fill handle does, and selects that. */
export function fillTo(session: Session, source: Range, target: Range, mode: FillMode): void {
	const filled = fillFrom(fillSheetOf(session), source, target, mode);
	if (!filled.ok) {
		session.status = filled.error;
		return;
	}
	carryOut(session, filled.value, conditionsOf(session, source, target), () =>
		session.selection.selectRange(target, session.selection.active)
	);
}

function conditionsOf(session: Session, source: Range, target: Range): FilledConditions {
	const { conditionalFormats = [] } = session.tables.sheet.get(session.activeSheet) ?? {};
	return conditionsFilled(fillSheetOf(session), conditionalFormats, source, target);
}

/** Goes on from the selection downwards as far as the column beside it reaches, as a double click on the fill handle does. */
export function fillBesideNeighbour(session: Session): void {
	const { range } = session.selection;
	const last = lastBeside(session, range);
	if (last === undefined) {
		session.status = 'No column beside the selection goes on below it. Drag the handle instead.';
		return;
	}
	const to = { row: last, column: range.to.column };
	fillTo(session, range, { from: range.from, to }, 'series');
}

/** Fills a series that is asked for into the selection. Gives what is wrong where it cannot be. */
export function fillWanted(session: Session, isDown: boolean, wanted: WantedSeries): string | undefined {
	const cells: CellEdit[] = [];
	let problem: string | undefined;
	for (const selected of session.selection.ranges) {
		const range = inUse(session, selected) ?? selected;
		const filled = fillSeries(fillSheetOf(session), range, isDown, wanted);
		if (filled.ok) cells.push(...filled.value);
		else problem ??= filled.error;
	}
	if (cells.length === 0)
		return problem ?? 'The series ends before the second cell. Choose another step or end.';
	carryOut(session, cells);
	return undefined;
}

/** Takes a typed text into every selected cell; a formula is written for the cell it was typed into and shifts for the others. */
export function fillTyped(session: Session, from: Place, text: string): EditProblem | undefined {
	const { workbook, shown } = session;
	const { sheet } = from;
	const ranges = session.selection.ranges.map((range) => worthFilling(session, range, from));
	const end = ranges.find((range, index) => !isSameRange(range, session.selection.ranges[index]!))?.to;
	const size = ranges.reduce((sum, range) => sum + sizeOf(range), 0);
	if (size > MAX_TYPED_FILL) {
		return {
			message: `${inWords(size)} cells are more than can be filled at once (${inWords(MAX_TYPED_FILL)}). Select fewer.`
		};
	}
	const meant = meantFormula(workbook, from, text);
	const around = formatFromAbove(workbook, from);
	const cells = new Map<number, CellEdit>();
	for (const range of ranges) {
		for (let row = range.from.row; row <= range.to.row; row++) {
			if (shown.isHidden('row', row)) continue;
			for (let column = range.from.column; column <= range.to.column; column++) {
				if (shown.isHidden('column', column)) continue;
				const edit = readTypedChange(workbook, { sheet, row, column }, meant, around);
				const content = isFormula(edit.content)
					? shiftReferences(edit.content, row - from.row, column - from.column)
					: edit.content;
				cells.set(row * MAX_COLUMNS + column, { ...edit, content, ...lookOf(workbook, edit) });
			}
		}
	}
	const act = cells.size > 1 ? 'fill' : 'type';
	let problem: EditProblem | undefined;
	const isWaiting = askForFigures(session, [...cells.values()], act, (chosen, scenario) => {
		const widened = session.shown.fit?.widenedForTyped(chosen);
		const done = session.execute({
			do: 'set-contents',
			cells: chosen,
			scenario,
			act,
			...(widened && { widened })
		});
		if (done.ok && end) {
			session.status ||= `Filled ${inWords(chosen.length)} cells, as far as ${formatAddress(end)}: a whole column or row is not filled to its end.`;
		}
		if (!done.ok) problem = { message: done.error };
		// Once it was asked, the edit is still open.
		else if (session.edit.isOpen && session.edit.text === text) session.edit.cancel();
	});
	return isWaiting
		? { message: 'There are reported figures among these cells: say what is to become of them.' }
		: problem;
}

function carryOut(
	session: Session,
	cells: readonly CellEdit[],
	conditions?: FilledConditions,
	then?: () => void
): void {
	askForFigures(session, cells, 'fill', (chosen, scenario) => {
		const done = session.execute({
			do: 'set-contents',
			cells: chosen,
			scenario,
			act: 'fill',
			...(conditions && conditions !== 'too-many' && { conditions })
		});
		if (!done.ok) return;
		session.status ||= chosen.length === 1 ? 'Filled 1 cell.' : `Filled ${inWords(chosen.length)} cells.`;
		if (conditions === 'too-many') session.status += tooScattered('fill');
		then?.();
	});
}

function inWords(count: number): string {
	return count.toLocaleString('en-US');
}

function fillSheetOf(session: Session): FillSheet {
	const { workbook, activeSheet: sheet, shown, scenarios } = session;
	return {
		sheet,
		locale: settingsOf(workbook).locale,
		cellAt: (place) => {
			const cell = cellAt(workbook, place);
			return cell && { ...cell, content: contentInScenario(workbook, scenarios.active, place) };
		},
		isHidden: (axis, index) => shown.isHidden(axis, index)
	};
}

/**
 * Of whole rows and columns what is in use, or what every sheet shows where that is more, and the cell that was typed into:
 * their end is far beyond all of it.
 */
function worthFilling({ workbook, activeSheet }: Session, range: Range, typed: Address): Range {
	const { from, to } = range;
	const used = usedSize(workbook, activeSheet);
	return {
		from,
		to: {
			row: isWholeColumns(range) ? Math.max(used.rows, LEAST_ROWS, typed.row + 1) - 1 : to.row,
			column: isWholeRows(range) ? Math.max(used.columns, LEAST_COLUMNS, typed.column + 1) - 1 : to.column
		}
	};
}

/** Of whole rows and columns what is in use; undefined where that is nothing. */
function inUse({ workbook, activeSheet }: Session, range: Range): Range | undefined {
	const used = usedSize(workbook, activeSheet);
	const to = {
		row: isWholeColumns(range) ? used.rows - 1 : range.to.row,
		column: isWholeRows(range) ? used.columns - 1 : range.to.column
	};
	return to.row < range.from.row || to.column < range.from.column ? undefined : { from: range.from, to };
}

/** The line that a range is filled from: its first one, or the one before it where it has no other. */
function edgeOf({ from, to }: Range, direction: FillDirection): Range | undefined {
	switch (direction) {
		case 'down': {
			const row = from.row === to.row ? from.row - 1 : from.row;
			return row < 0 ? undefined : { from: { ...from, row }, to: { ...to, row } };
		}
		case 'up': {
			const row = from.row === to.row ? to.row + 1 : to.row;
			return row >= MAX_ROWS ? undefined : { from: { ...from, row }, to: { ...to, row } };
		}
		case 'right': {
			const column = from.column === to.column ? from.column - 1 : from.column;
			return column < 0 ? undefined : { from: { ...from, column }, to: { ...to, column } };
		}
		case 'left': {
			const column = from.column === to.column ? to.column + 1 : to.column;
			return column >= MAX_COLUMNS ? undefined : { from: { ...from, column }, to: { ...to, column } };
		}
	}
}

function joined(a: Range, b: Range): Range {
	return {
		from: { row: Math.min(a.from.row, b.from.row), column: Math.min(a.from.column, b.from.column) },
		to: { row: Math.max(a.to.row, b.to.row), column: Math.max(a.to.column, b.to.column) }
	};
}

/** The last row down to which the column left or right of a range holds something without a gap. */
function lastBeside(session: Session, { from, to }: Range): number | undefined {
	const sheet = session.activeSheet;
	const isBlank = (row: number, column: number) => (session.contentAt({ sheet, row, column }) ?? '') === '';
	for (const column of [from.column - 1, to.column + 1]) {
		if (column < 0 || column >= MAX_COLUMNS) continue;
		let last = to.row;
		while (last + 1 < MAX_ROWS && !isBlank(last + 1, column)) last++;
		if (last > to.row) return last;
	}
	return undefined;
}

function sizeOf({ from, to }: Range): number {
	return (to.row - from.row + 1) * (to.column - from.column + 1);
}
