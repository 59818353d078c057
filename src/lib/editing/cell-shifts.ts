import {
	fail,
	formatRange,
	MAX_COLUMNS,
	MAX_ROWS,
	ok,
	usedSize,
	type Range,
	type Result,
	type Workbook
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
	const moved = beyond(draft.workbook, sheet, range, shift === 'down', by);
	return shifted(draft, sheet, moved, target, `Insert cells at ${formatRange(range)}`);
};

/** Moves what stands beyond the range over it: what the range held, and references to it, are gone. */
export const planCellDelete: Planner<DeleteCells> = (draft, { sheet, range, shift }) => {
	const moved = beyondDeleted(draft.workbook, { sheet, range, shift });
	return shifted(draft, sheet, moved, range.from, `Delete cells ${formatRange(range)}`);
};

/** What moves over deleted cells. */
export function beyondDeleted(
	workbook: Workbook,
	{ sheet, range, shift }: Pick<DeleteCells, 'sheet' | 'range' | 'shift'>
): Range {
	const { from, to } = range;
	const isUp = shift === 'up';
	const start = isUp ? { ...from, row: to.row + 1 } : { ...from, column: to.column + 1 };
	const by = isUp ? to.row - from.row + 1 : to.column - from.column + 1;
	return beyond(workbook, sheet, { from: start, to }, isUp, by);
}

/** The block from a range to the end of what is in use, along one direction: at least as long as the range is. */
function beyond(workbook: Workbook, sheet: string, { from, to }: Range, isDown: boolean, by: number): Range {
	const used = usedSize(workbook, sheet);
	return isDown
		? { from, to: { row: Math.max(used.rows - 1, from.row + by - 1), column: to.column } }
		: { from, to: { row: to.row, column: Math.max(used.columns - 1, from.column + by - 1) } };
}

function shifted(draft: Draft, id: string, range: Range, to: Range['from'], label: string): Result<Plan> {
	const sheet = sheetOf(draft.workbook, id);
	if (!sheet) return noSheet(id);
	if (range.to.row >= MAX_ROWS || range.to.column >= MAX_COLUMNS) {
		return fail(`The cells reach to the end of the sheet "${sheet.name}", and nothing can move beyond it.`);
	}
	const moved = moveBlock(draft, { sheet: id, range, to: { sheet: id, ...to } }, true);
	return moved.ok ? ok({ ...moved.value, label }) : moved;
}
