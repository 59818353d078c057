import { mappingOfMove, rewriteReferences } from '$lib/formula';
import {
	fail,
	formatAddress,
	formatRange,
	isFormula,
	MAX_COLUMNS,
	MAX_ROWS,
	ok,
	rangeHolds,
	addressOfKey,
	type Address,
	type Place,
	type Result
} from '$lib/workbook';
import type { MoveCells } from './command';
import { DriverNames } from './drivers';
import type { Draft } from './draft';
import { MovedConditions } from './moved-conditions';
import { moveMerges } from './moved-merges';
import { noSheet, sheetOf, type Plan, type Planner } from './plan';
import { rewriteWorkbook } from './rewriting';

/**
 * Moves a block of cells as Excel's cut and paste does: references to the moved cells follow them, references inside a
 * moved formula stay. What stood where the block goes is replaced: references to it are gone, but where a driver is among
 * it they read what came there, since its name must go on standing for a cell.
 */
export const planMove: Planner<MoveCells> = (draft, command) => moveBlock(draft, command);

/** Moves a block over what stood there; where it moves aside for other cells or over deleted ones, a driver goes too. */
export function moveBlock(
	draft: Draft,
	{ sheet, range, to }: Omit<MoveCells, 'do'>,
	isShift = false
): Result<Plan> {
	const source = sheetOf(draft.workbook, sheet);
	const target = sheetOf(draft.workbook, to.sheet);
	if (!source) return noSheet(sheet);
	if (!target) return noSheet(to.sheet);
	const last = {
		row: to.row + range.to.row - range.from.row,
		column: to.column + range.to.column - range.from.column
	};
	if (last.row >= MAX_ROWS || last.column >= MAX_COLUMNS) {
		return fail(
			`${formatRange(range)} does not fit at ${formatAddress(to)}: a sheet ends at column XFD and row ${MAX_ROWS.toLocaleString('en-US')}.`
		);
	}
	const label = `Move ${formatRange(range)} to ${formatAddress(to)}`;
	const cells = draft.workbook.cells;
	const heldIn = (id: string, block: { from: Address; to: Address }) =>
		[...(cells.get(id) ?? [])]
			.map(([key, cell]) => ({ ...addressOfKey(key), cell }))
			.filter((held) => rangeHolds(block, held));
	const moved = heldIn(sheet, range);
	const replaced = heldIn(to.sheet, { from: to, to: last });

	const covered = sheet === to.sheet ? replaced.filter((held) => !rangeHolds(range, held)) : replaced;
	const drivers = new DriverNames(draft.workbook);
	const coversDriver = covered.some(({ row, column }) => drivers.at({ sheet: to.sheet, row, column }));
	const mapping = mappingOfMove(
		{ sheetName: source.name, ...range },
		{ sheetName: target.name, row: to.row, column: to.column },
		!isShift && coversDriver
	);
	const block = { sheet, range, goal: { from: to, to: last }, goalSheet: to.sheet, isShift };
	const merged = moveMerges(draft, block);
	if (!merged.ok) return merged;
	const conditions = new MovedConditions(draft, block);
	const rewritten = rewriteWorkbook(draft, mapping);
	if (!rewritten.ok) return rewritten;
	conditions.land(mapping, source.name, target.name);
	for (const { row, column } of moved) draft.setCell({ sheet, row, column }, undefined);
	for (const { row, column } of replaced) draft.setCell({ sheet: to.sheet, row, column }, undefined);
	for (const { row, column, cell } of moved) {
		const place: Place = {
			sheet: to.sheet,
			row: row - range.from.row + to.row,
			column: column - range.from.column + to.column
		};
		const content = isFormula(cell.content)
			? rewriteReferences(cell.content, mapping, source.name, target.name)
			: cell.content;
		draft.setCell(place, { ...cell, content });
	}
	return ok({ draft, label, base: moved.length });
}
