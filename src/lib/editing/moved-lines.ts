import { joinSpans, ok, withoutSpans, type LineAxis, type LineSpan } from '$lib/workbook';
import { noSheet, sheetOf, type Planner } from './plan';

/** Lines whose cells were moved to others of a sheet, from `at` on. */
export interface MovedLines {
	readonly axis: LineAxis;
	readonly source: LineSpan & { readonly sheet: string };
	readonly sheet: string;
	readonly at: number;
}

/** Gives lines the height or width of those whose cells they have now, and hides or shows them as these were. */
export const planLineLayout: Planner<MovedLines> = (draft, { axis, source, sheet: id, at }) => {
	const from = sheetOf(draft.workbook, source.sheet);
	const sheet = sheetOf(draft.workbook, id);
	if (!from || !sheet) return noSheet(from ? id : source.sheet);
	const [sizes, hidden] =
		axis === 'row' ? (['rowHeights', 'hiddenRows'] as const) : (['columnWidths', 'hiddenColumns'] as const);
	const by = at - source.from;
	const goal = { from: at, to: source.to + by };
	const own = Object.entries(sheet[sizes]).filter(([line]) => +line < goal.from || +line > goal.to);
	const come = Object.entries(from[sizes])
		.filter(([line]) => +line >= source.from && +line <= source.to)
		.map(([line, size]) => [+line + by, size] as const);
	const stays = withoutSpans(sheet[hidden] ?? [], [goal]);
	const comesHidden = (from[hidden] ?? []).flatMap((span) => {
		const [first, last] = [Math.max(span.from, source.from), Math.min(span.to, source.to)];
		return first <= last ? [{ from: first + by, to: last + by }] : [];
	});
	const spans = joinSpans([...stays, ...comesHidden]);
	draft.setRecord('sheet', {
		...sheet,
		[sizes]: Object.fromEntries([...own, ...come]),
		[hidden]: spans.length > 0 ? spans : undefined
	});
	return ok({ draft, label: '' });
};
