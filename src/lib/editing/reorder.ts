import { shiftReferences } from '$lib/formula';
import { fail, formatRange, isFormula, ok, usedSize, type Cell } from '$lib/workbook';
import { noSheet, sheetOf, type Planner } from './plan';
import type { ReorderRows } from './structure-commands';

/** As in Excel, a formula that moves with its row reads relatively what it read before; a figure moves with its number. */
export const planReorder: Planner<ReorderRows> = (draft, { sheet, range, order }) => {
	const { from, to } = range;
	if (!sheetOf(draft.workbook, sheet)) return noSheet(sheet);
	const height = to.row - from.row + 1;
	const isPermutation =
		order.length === height &&
		new Set(order).size === height &&
		order.every((place) => Number.isInteger(place) && place >= 0 && place < height);
	if (!isPermutation) return fail(`The order for ${formatRange(range)} does not name each of its rows once.`);
	const lastColumn = Math.min(to.column, usedSize(draft.workbook, sheet).columns - 1);
	for (let column = from.column; column <= lastColumn; column++) {
		const before = order.map((place) => draft.cell({ sheet, row: from.row + place, column }));
		before.forEach((cell, index) => {
			draft.setCell({ sheet, row: from.row + index, column }, cell && inRow(cell, index - order[index]!));
		});
	}
	return ok({ draft, label: `Sort ${formatRange(range)}`, base: draft.patch().length });
};

function inRow(cell: Cell, rows: number): Cell {
	return isFormula(cell.content) ? { ...cell, content: shiftReferences(cell.content, rows, 0) } : cell;
}
