import {
	fail,
	formatRange,
	ok,
	rangeHolds,
	spansHold,
	type Cell,
	type LineAxis,
	type LineSpan,
	type Place,
	type Range,
	type Result
} from '$lib/workbook';
import type { Draft } from './draft';
import type { MovedBlock } from './moved-conditions';
import { overlap } from './pasted-merges';

/** Moves merged cells with their block over those that lie where it goes; refuses to tear any apart. */
export function moveMerges(draft: Draft, { sheet, range, goal, goalSheet }: MovedBlock): Result<void> {
	const isWithin = (merged: Range, block: Range) =>
		rangeHolds(block, merged.from) && rangeHolds(block, merged.to);
	const before = mergesOf(draft, sheet);
	const moving = before.filter((merged) => isWithin(merged, range));
	const left = before.filter((merged) => !isWithin(merged, range));
	const there = sheet === goalSheet ? left : mergesOf(draft, goalSheet);
	const uncovered = there.filter((merged) => !isWithin(merged, goal));
	const torn =
		left.find((merged) => overlap(merged, range)) ?? uncovered.find((merged) => overlap(merged, goal));
	if (torn) {
		return fail(`The merged cells ${formatRange(torn)} would be torn apart. Unmerge them first.`);
	}
	const rows = goal.from.row - range.from.row;
	const columns = goal.from.column - range.from.column;
	const moved = ({ row, column }: Range['from']) => ({ row: row + rows, column: column + columns });
	if (sheet !== goalSheet) setMerges(draft, sheet, before, left);
	setMerges(draft, goalSheet, sheet === goalSheet ? before : there, [
		...uncovered,
		...moving.map(({ from, to }) => ({ from: moved(from), to: moved(to) }))
	]);
	return ok(undefined);
}

/**
 * What merged cells show whose first line goes, each at the first of its cells that stays: there it is to go on, unless
 * that cell holds something itself.
 */
export function shownBeyond(
	draft: Draft,
	id: string,
	axis: LineAxis,
	lines: readonly LineSpan[]
): { place: Place; cell: Cell }[] {
	return mergesOf(draft, id).flatMap(({ from, to }) => {
		const first = lines.reduce((line, span) => (spansHold([span], line) ? span.to + 1 : line), from[axis]);
		if (first === from[axis] || first > to[axis]) return [];
		const place = { sheet: id, ...from, [axis]: first };
		const cell = draft.cell({ sheet: id, ...from });
		return cell && (draft.cell(place)?.content ?? null) === null ? [{ place, cell }] : [];
	});
}

function mergesOf(draft: Draft, sheet: string): readonly Range[] {
	return draft.record('sheet', sheet)?.merges ?? [];
}

function setMerges(draft: Draft, id: string, before: readonly Range[], merges: readonly Range[]): void {
	if (before.length === 0 && merges.length === 0) return;
	draft.setRecord('sheet', {
		...draft.record('sheet', id)!,
		merges: merges.length > 0 ? merges : undefined
	});
}
