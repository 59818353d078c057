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
	const visible = selection.ranges.flatMap((range) =>
		shown('row', range).flatMap((rows) =>
			shown('column', range).map((columns) => ({
				from: { row: rows.from, column: columns.from },
				to: { row: rows.to, column: columns.to }
			}))
		)
	);
	if (visible.length > MOST_RANGES) {
		session.status = 'The hidden rows cut what is selected into too many ranges. Select less.';
		return;
	}
	if (visible.length === 0) {
		session.status = 'Nothing of what is selected is shown.';
		return;
	}
	selection.selectRanges(visible);
	session.status = 'The visible cells are selected.';
}
