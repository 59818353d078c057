import { shiftCopied } from '$lib/formula';
import {
	addressOfKey,
	applyPatch,
	cellAt,
	composePatches,
	fail,
	formatRange,
	isFormula,
	isOnSheet,
	MAX_COLUMNS,
	MAX_ROWS,
	ok,
	rangeHolds,
	type Address,
	type LineAxis,
	type Patch,
	type Range,
	type Result,
	type Workbook
} from '$lib/workbook';
import { planCellDelete, planCellInsert } from './cell-shifts';
import type { CellEdit, PastedConditions } from './command';
import { planContents } from './contents';
import { Draft } from './draft';
import { planLineDelete, planLineInsert } from './lines';
import { planLineLayout } from './moved-lines';
import { planMove } from './moves';
import { noSheet, sheetOf, type Plan, type Planner } from './plan';
import { joined, rangesAmong } from './range-parts';
import type { InsertCopied } from './structure-commands';

/** Plans made one after the other: each finds the workbook as those before it leave it. */
class PlansInTurn {
	readonly workbook: Workbook;
	readonly #patches: Patch[] = [];

	constructor(readonly before: Workbook) {
		const { tables, cells } = before;
		const copied = Object.entries(tables).map(([kind, records]) => [
			kind,
			new Map(records as Map<string, unknown>)
		]);
		this.workbook = {
			tables: Object.fromEntries(copied) as unknown as Workbook['tables'],
			cells: new Map([...cells].map(([sheet, held]) => [sheet, new Map(held)]))
		};
	}

	plan<C>(planner: Planner<C>, command: C): Result<Plan> {
		const planned = planner(new Draft(this.workbook), command);
		if (planned.ok) {
			const patch = planned.value.draft.patch();
			applyPatch(this.workbook, patch);
			this.#patches.push(patch);
		}
		return planned;
	}

	/** Writes what all of them come to into a draft of the workbook that they began with. */
	writeTo(draft: Draft): void {
		for (const change of composePatches(...this.#patches)) {
			if (change.kind === 'cell') draft.setCell(change, change.after ?? undefined);
			else if (change.after) draft.setRecord(change.kind, change.after);
			else draft.removeRecord(change.kind, change.id);
		}
	}
}

/** Makes room for copied cells and puts them there; cut ones are moved, and what they leave in their line is closed. */
export const planCopiedInsert: Planner<InsertCopied> = (draft, command) => {
	const { sheet, at, source, isCut } = command;
	if (!sheetOf(draft.workbook, sheet)) return noSheet(sheet);
	if (!sheetOf(draft.workbook, source.sheet)) return noSheet(source.sheet);
	const to = { row: at.row + source.rows.length - 1, column: at.column + source.columns.length - 1 };
	if (!isOnSheet(to)) return fail('What was copied does not fit there: it would leave the sheet.');
	const range = { from: at, to };
	const plans = new PlansInTurn(draft.workbook);
	const room = makeRoom(plans, command, range);
	if (!room.ok) return room;
	const done = isCut ? moveInto(plans, command, range) : copyInto(plans, command, range);
	if (!done.ok) return done;
	plans.writeTo(draft);
	const label = `Insert ${isCut ? 'cut' : 'copied'} cells at ${formatRange(range)}`;
	return ok({ draft, label });
};

function makeRoom(plans: PlansInTurn, { sheet, by }: InsertCopied, range: Range): Result<Plan> {
	const { from, to } = range;
	if (by === 'down' || by === 'right') {
		return plans.plan(planCellInsert, { do: 'insert-cells', sheet, range, shift: by });
	}
	const lines = [{ from: from[by], to: to[by] }];
	return plans.plan(planLineInsert, { do: 'insert-lines', sheet, axis: by, lines });
}

/** Where a cell of the source lies once there is room. */
function afterRoom({ sheet, by, source }: InsertCopied, { from, to }: Range, cell: Address): Address {
	if (source.sheet !== sheet) return cell;
	const axis = by === 'down' ? 'row' : by === 'right' ? 'column' : by;
	const across = axis === 'row' ? 'column' : 'row';
	const isInLine = by === axis || (cell[across] >= from[across] && cell[across] <= to[across]);
	if (!isInLine || cell[axis] < from[axis]) return cell;
	return { ...cell, [axis]: cell[axis] + to[axis] - from[axis] + 1 };
}

function copyInto(plans: PlansInTurn, command: InsertCopied, range: Range): Result<Plan> {
	const { sheet, source } = command;
	const { row: top, column: left } = range.from;
	const cells = blanksIn(plans.workbook, sheet, wholeLines(command.by, range));
	for (const [down, row] of source.rows.entries()) {
		for (const [across, column] of source.columns.entries()) {
			const from = { sheet: source.sheet, row, column };
			const cell = cellAt(plans.before, from);
			if (!cell) continue;
			const to = { sheet, row: top + down, column: left + across };
			const copied = source.contents?.[down]?.[across] ?? cell.content;
			const now = cellAt(plans.workbook, { ...from, ...afterRoom(command, range, from) })?.content;
			const content = isFormula(copied)
				? shiftCopied(copied, typeof now === 'string' ? now : copied, to.row - row, to.column - column)
				: copied;
			cells.push({ ...to, content, format: cell.format ?? null, look: cell.look ?? null });
		}
	}
	const placed = ({ row, column }: Address) => ({ row: top + row, column: left + column });
	const ranges = (source.merges ?? []).map(({ from, to }) => ({ from: placed(from), to: placed(to) }));
	const conditions = conditionsCopied(plans.workbook, command, range);
	return plans.plan(planContents, {
		do: 'set-contents',
		cells,
		act: 'paste',
		merges: { sheet, within: range, ranges },
		...(conditions && { conditions })
	});
}

/** The conditional formats of what is copied, once there is room for it; undefined where there are none. */
function conditionsCopied(
	workbook: Workbook,
	command: InsertCopied,
	range: Range
): PastedConditions | undefined {
	const { sheet, source, by } = command;
	const { sheet: sheets } = workbook.tables;
	const formats = sheets.get(source.sheet)?.conditionalFormats ?? [];
	if (formats.length === 0 && !sheets.get(sheet)?.conditionalFormats) return undefined;
	const axis = wholeLinesOf(command, range);
	const [isWholeRow, isWholeColumn] = [axis === 'row', axis === 'column'];
	const inserted = axis ? wholeLines(by, range) : range;
	// What made room may have torn the copied cells apart, but never a single row of those that moved right, or a single
	// column of those that moved down.
	const blocks =
		by === 'right'
			? source.rows.map((row, at) => ({ rows: [row], columns: source.columns, at: { row: at, column: 0 } }))
			: by === 'down'
				? source.columns.map((column, at) => ({
						rows: source.rows,
						columns: [column],
						at: { row: 0, column: at }
					}))
				: [{ rows: source.rows, columns: source.columns, at: { row: 0, column: 0 } }];
	const ranges: Range[][] = formats.map(() => []);
	for (const { rows, columns, at } of blocks) {
		const first = { row: rows[0]!, column: columns[0]! };
		const rowsNow = rows.map((row) => afterRoom(command, range, { ...first, row }).row);
		const columnsNow = columns.map((column) => afterRoom(command, range, { ...first, column }).column);
		const placed = ({ row, column }: Address): Address => ({
			row: range.from.row + at.row + row,
			column: range.from.column + at.column + column
		});
		for (const [format, { ranges: applied }] of formats.entries()) {
			for (const each of applied) {
				// Of whole lines, a format may apply to cells beyond those that are in use and were copied.
				const all = isWholeRow ? ('column' as const) : isWholeColumn ? ('row' as const) : undefined;
				const [rowsAsked, columnsAsked] = [
					all === 'row' ? [0] : rowsNow,
					all === 'column' ? [0] : columnsNow
				];
				const asked = all ? { from: { ...each.from, [all]: 0 }, to: { ...each.to, [all]: 0 } } : each;
				for (const { from, to } of rangesAmong([asked], rowsAsked, columnsAsked)) {
					const [start, end] = [placed(from), placed(to)];
					ranges[format]!.push(
						all
							? { from: { ...start, [all]: each.from[all] }, to: { ...end, [all]: each.to[all] } }
							: { from: start, to: end }
					);
				}
			}
		}
	}
	return { from: source.sheet, to: sheet, within: [inserted], ranges: ranges.map(joined) };
}

/** What takes from cells that made room the formats that they have of those before them. */
function blanksIn(workbook: Workbook, sheet: string, room: Range): CellEdit[] {
	return [...(workbook.cells.get(sheet)?.keys() ?? [])]
		.map(addressOfKey)
		.filter((address) => rangeHolds(room, address))
		.map((address) => ({ sheet, ...address, content: null, format: null, look: null }));
}

/** What is inserted as rows or columns is these as a whole, and not only as far as they are in use. */
function wholeLines(by: InsertCopied['by'], { from, to }: Range): Range {
	if (by === 'row') return { from: { ...from, column: 0 }, to: { ...to, column: MAX_COLUMNS - 1 } };
	if (by === 'column') return { from: { ...from, row: 0 }, to: { ...to, row: MAX_ROWS - 1 } };
	return { from, to };
}

/** Along which axis whole lines are inserted as such; undefined where a part of some is. */
function wholeLinesOf({ by, source }: InsertCopied, { from }: Range): LineAxis | undefined {
	if (by === 'row') return from.column === 0 && source.columns[0] === 0 ? by : undefined;
	return by === 'column' && from.row === 0 && source.rows[0] === 0 ? by : undefined;
}

function moveInto(plans: PlansInTurn, command: InsertCopied, range: Range): Result<Plan> {
	const { sheet, by, source } = command;
	const first = { row: source.rows[0]!, column: source.columns[0]! };
	const last = { row: source.rows.at(-1)!, column: source.columns.at(-1)! };
	const from = afterRoom(command, range, first);
	const to = afterRoom(command, range, last);
	if (to.row - from.row !== last.row - first.row || to.column - from.column !== last.column - first.column) {
		return fail('What was cut would be torn apart by what moves aside. Insert it elsewhere, or copy it.');
	}
	// References to the rest of a line, and conditional formats there, go with it.
	const cut = wholeLines(by, { from, to });
	const moved = plans.plan(planMove, {
		do: 'move-cells',
		sheet: source.sheet,
		range: cut,
		to: { sheet, ...wholeLines(by, range).from }
	});
	if (!moved.ok) return moved;
	const isWhole = (by === 'row' || by === 'column') && wholeLinesOf(command, range) !== undefined;
	if (isWhole) {
		const laidOut = plans.plan(planLineLayout, {
			axis: by,
			source: { sheet: source.sheet, from: from[by], to: to[by] },
			sheet,
			at: range.from[by]
		});
		if (!laidOut.ok) return laidOut;
	}
	if (source.sheet !== sheet) return moved;
	if (by === 'row' || by === 'column') {
		const lines = [{ from: from[by], to: to[by] }];
		return plans.plan(planLineDelete, { do: 'delete-lines', sheet, axis: by, lines });
	}
	const across = by === 'down' ? 'column' : 'row';
	const isInLine = from[across] === range.from[across] && to[across] === range.to[across];
	if (!isInLine) return moved;
	const shift = by === 'down' ? 'up' : 'left';
	return plans.plan(planCellDelete, { do: 'delete-cells', sheet, range: cut, shift });
}
