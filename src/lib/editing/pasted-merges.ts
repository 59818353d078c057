import { rangeHolds, type Range } from '$lib/workbook';
import type { PastedMerges } from './command';
import type { Draft } from './draft';

/**
 * Merges ranges in the place of those that lie whole within a block. Merged cells that reach across its edge stay as they
 * are, and what would lie over them is not merged.
 */
export function setMergesWithin(draft: Draft, { sheet: id, within, ranges }: PastedMerges): void {
	const sheet = draft.record('sheet', id);
	if (!sheet) return;
	const before = sheet.merges ?? [];
	const merges = before.filter(({ from, to }) => !(rangeHolds(within, from) && rangeHolds(within, to)));
	if (ranges.length === 0 && merges.length === before.length) return;
	for (const range of ranges) {
		const isInside = rangeHolds(within, range.from) && rangeHolds(within, range.to);
		const isOneCell = range.from.row === range.to.row && range.from.column === range.to.column;
		if (isInside && !isOneCell && !merges.some((other) => overlap(other, range))) merges.push(range);
	}
	draft.setRecord('sheet', { ...sheet, merges: merges.length > 0 ? merges : undefined });
}

/** Whether two ranges have a cell in common. */
export function overlap(a: Range, b: Range): boolean {
	return (
		a.from.row <= b.to.row &&
		b.from.row <= a.to.row &&
		a.from.column <= b.to.column &&
		b.from.column <= a.to.column
	);
}
