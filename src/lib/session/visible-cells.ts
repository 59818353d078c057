import {
	hiddenLines,
	joinSpans,
	withoutSpans,
	type LineAxis,
	type LineSpan,
	type Range
} from '$lib/workbook';
import type { Session } from './session.svelte';

/** More ranges than this are not selected one by one. */
const MOST_RANGES = 2_000;

/** Selects of what is selected what is shown: hidden rows and columns are left out. */
export function selectVisible(session: Session): void {
	const { selection } = session;
	const sheet = session.tables.sheet.get(session.activeSheet);
	if (!sheet) return;
	const shown = (axis: LineAxis, { from, to }: Range): LineSpan[] =>
		withoutSpans([{ from: from[axis], to: to[axis] }], joinSpans(hiddenLines(sheet, axis)));
	const spans = selection.ranges.map((range) => [shown('row', range), shown('column', range)] as const);
	// Counted before they are made: hidden rows times hidden columns may be more than there is room for.
	const count = spans.reduce((sum, [rows, columns]) => sum + rows.length * columns.length, 0);
	if (count > MOST_RANGES) {
		session.status = 'The hidden rows cut what is selected into too many ranges. Select less.';
		return;
	}
	if (count === 0) {
		session.status = 'Nothing of what is selected is shown.';
		return;
	}
	const visible = spans.flatMap(([rows, columns]) =>
		rows.flatMap((row) =>
			columns.map((column) => ({
				from: { row: row.from, column: column.from },
				to: { row: row.to, column: column.to }
			}))
		)
	);
	selection.selectRanges(visible);
	session.status = 'The visible cells are selected.';
}
