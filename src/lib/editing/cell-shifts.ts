import {
	fail,
	filledCells,
	formatRange,
	MAX_COLUMNS,
	MAX_ROWS,
	ok,
	type Range,
	type Result
} from '$lib/workbook';
import type { Draft } from './draft';
import { moveBlock } from './moves';
import { noSheet, sheetOf, type Plan, type Planner } from './plan';
import type { DeleteCells, InsertCells } from './structure-commands';

/** Moves what stands where the range is, and beyond it, as far as the range is wide or high. */
export const planCellInsert: Planner<InsertCells> = (draft, { sheet, range, shift }) => {
	const { from, to } = range;
	const by = shift === 'down' ? to.row - from.row + 1 : to.column - from.column + 1;
	const target = shift === 'down' ? { ...from, row: from.row + by } : { ...from, column: from.column + by };
	const isDown = shift === 'down';
	const moved = isDown
		? { from, to: { row: MAX_ROWS - 1 - by, column: to.column } }
		: { from, to: { row: to.row, column: MAX_COLUMNS - 1 - by } };
	const pushedOut = isDown
		? { from: { row: moved.to.row + 1, column: from.column }, to: { row: MAX_ROWS - 1, column: to.column } }
		: { from: { row: from.row, column: moved.to.column + 1 }, to: { row: to.row, column: MAX_COLUMNS - 1 } };
	const hasEnd = moved.to.row < from.row || moved.to.column < from.column;
	if (hasEnd || !filledCells(draft.workbook, sheet, pushedOut)[Symbol.iterator]().next().done)
		return atTheEnd(draft, sheet);
	return shifted(draft, sheet, moved, target, `Insert cells at ${formatRange(range)}`);
};

/** Moves what stands beyond the range over it: what the range held, and references to it, are gone. */
export const planCellDelete: Planner<DeleteCells> = (draft, { sheet, range, shift }) => {
	const moved = beyondDeleted({ range, shift });
	if (moved.from.row > moved.to.row || moved.from.column > moved.to.column) return atTheEnd(draft, sheet);
	return shifted(draft, sheet, moved, range.from, `Delete cells ${formatRange(range)}`);
};

/** What moves over deleted cells: all to the end of the sheet, where formulas may refer to cells that hold nothing yet. */
export function beyondDeleted({ range, shift }: Pick<DeleteCells, 'range' | 'shift'>): Range {
	const { from, to } = range;
	return shift === 'up'
		? { from: { ...from, row: to.row + 1 }, to: { row: MAX_ROWS - 1, column: to.column } }
		: { from: { ...from, column: to.column + 1 }, to: { row: to.row, column: MAX_COLUMNS - 1 } };
}

function atTheEnd(draft: Draft, id: string): Result<Plan> {
	const sheet = sheetOf(draft.workbook, id);
	if (!sheet) return noSheet(id);
	return fail(`The cells reach to the end of the sheet "${sheet.name}", and nothing can move beyond it.`);
}

function shifted(draft: Draft, id: string, range: Range, to: Range['from'], label: string): Result<Plan> {
	if (!sheetOf(draft.workbook, id)) return noSheet(id);
	const moved = moveBlock(draft, { sheet: id, range, to: { sheet: id, ...to } }, true);
	return moved.ok ? ok({ ...moved.value, label }) : moved;
}
