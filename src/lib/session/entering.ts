import type { CellEdit } from '$lib/editing';
import {
	cellAt,
	formatRange,
	isFormula,
	MAX_COLUMNS,
	MAX_ROWS,
	serialOfDate,
	serialOfTime,
	type Address,
	type Place,
	type Range
} from '$lib/workbook';
import { sumFormula, sumsFor } from './auto-sum';
import { askForFigures } from './figures-at-stake';
import type { Session } from './session.svelte';
import { contentInScenario } from './typed-contents';

/** Puts the date or the time of a moment into the active cell, as a value that stays. */
export function enterMoment(session: Session, what: 'date' | 'time', now: Date): void {
	const place = activePlace(session);
	const content =
		what === 'date'
			? (serialOfDate(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? null)
			: serialOfTime(now.getHours(), now.getMinutes(), 0);
	const hasFormat = cellAt(session.workbook, place)?.format !== undefined;
	enter(session, [
		{ ...place, content, ...(!hasFormat && { format: what === 'date' ? 'yyyy-mm-dd' : 'h:mm' }) }
	]);
}

/** The date or the time of a moment as it is written into a text that is being typed: every locale reads it so. */
export function momentText(what: 'date' | 'time', now: Date): string {
	const [year, month, day, hour, minute] = [
		now.getFullYear(),
		now.getMonth() + 1,
		now.getDate(),
		now.getHours(),
		now.getMinutes()
	].map((number) => String(number).padStart(2, '0'));
	return what === 'date' ? `${year}-${month}-${day}` : `${hour}:${minute}`;
}

/** Opens the active cell with what stands above it: a formula as it is, so that it reads the same cells. */
export function enterFromAbove(session: Session): void {
	const place = activePlace(session);
	if (place.row === 0) {
		session.status = 'There is no cell above this one.';
		return;
	}
	const text = session.edit.textOf({ ...place, row: place.row - 1 });
	session.edit.begin(place, { mode: 'edit', surface: 'cell', text });
}

/** Writes sums: of the run of numbers above or left of the active cell, or of what is selected. */
export function enterSums(session: Session): void {
	const { activeSheet: sheet, workbook, scenarios, selection } = session;
	const isNumber = (address: Address) => {
		const content = contentInScenario(workbook, scenarios.active, { sheet, ...address });
		return isFormula(content)
			? typeof session.valueAt({ sheet, ...address }) === 'number'
			: typeof content === 'number';
	};
	const isBlank = (address: Address) => {
		const content = contentInScenario(workbook, scenarios.active, { sheet, ...address });
		return content === null;
	};
	// As the status bar sums them, and Excel: without the rows that a filter leaves out.
	const filtered = workbook.tables.sheet.get(sheet)?.filter?.hidden ?? [];
	const formulaOf = (of: Range) =>
		sumFormula(
			of,
			filtered.some(({ from, to }) => from <= of.to.row && to >= of.from.row)
		);
	if (selection.hasWholeRows || selection.hasWholeColumns) {
		session.status = 'Select the numbers to sum, or the cell that is to hold their sum.';
		return;
	}
	const sums = sumsFor({ isNumber, isBlank }, selection.range).filter(
		({ at }) => at.row < MAX_ROWS && at.column < MAX_COLUMNS
	);
	const [first] = sums;
	if (!first) {
		session.status = 'There are no numbers above or left of this cell.';
		return;
	}
	if (sums.length === 1 && selection.isSingleCell) {
		// As in Excel, the reader may still choose another range before it is taken.
		session.edit.begin({ sheet, ...first.at }, { mode: 'edit', surface: 'cell', text: formulaOf(first.of) });
		return;
	}
	const cells = sums.map(({ at, of }) => {
		const format = cellAt(workbook, { sheet, ...of.from })?.format;
		return { sheet, ...at, content: formulaOf(of), ...(format !== undefined && { format }) };
	});
	enter(session, cells, `Summed ${formatRange(selection.range)}.`);
}

function enter(session: Session, cells: readonly CellEdit[], words = ''): void {
	askForFigures(session, cells, 'type', (chosen, scenario) => {
		session.execute({ do: 'set-contents', cells: chosen, scenario, act: 'type' });
		session.status ||= words;
	});
}

function activePlace({ activeSheet, selection }: Session): Place {
	return { sheet: activeSheet, ...selection.active };
}
