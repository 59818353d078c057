import { columnLetters } from './address';
import type { LineSpan } from './presentation';
import type { Sheet } from './records';

export type LineAxis = 'row' | 'column';

/** The same lines as few spans as can be, in order. */
export function joinSpans(spans: Iterable<LineSpan>): LineSpan[] {
	const joined: LineSpan[] = [];
	for (const span of [...spans].sort((a, b) => a.from - b.from)) {
		const last = joined.at(-1);
		if (last && span.from <= last.to + 1) {
			joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
		} else joined.push({ from: span.from, to: span.to });
	}
	return joined;
}

/** The lines of some spans that are in none of the others. */
export function withoutSpans(spans: readonly LineSpan[], others: readonly LineSpan[]): LineSpan[] {
	let left = joinSpans(spans);
	for (const { from, to } of others) {
		left = left.flatMap((span) => [
			...(span.from < from ? [{ from: span.from, to: Math.min(span.to, from - 1) }] : []),
			...(span.to > to ? [{ from: Math.max(span.from, to + 1), to: span.to }] : [])
		]);
	}
	return left;
}

/** Whether a line lies in one of some joined spans: they are in order and apart. */
export function spansHold(spans: readonly LineSpan[], line: number): boolean {
	let low = 0;
	let high = spans.length - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		const { from, to } = spans[middle]!;
		if (line < from) high = middle - 1;
		else if (line > to) low = middle + 1;
		else return true;
	}
	return false;
}

/** Where lines are when `count` blank ones have come in before `at`; a span around them grows. */
export function spansAfterInsert<T extends LineSpan>(spans: readonly T[], at: number, count: number): T[] {
	return spans.map((span) => ({
		...span,
		from: span.from >= at ? span.from + count : span.from,
		to: span.to >= at ? span.to + count : span.to
	}));
}

/** Where lines are when `count` of them from `at` on are gone; a span that lay within them is gone too. */
export function spansAfterDelete<T extends LineSpan>(spans: readonly T[], at: number, count: number): T[] {
	return spans.flatMap((span) => {
		const from = span.from < at ? span.from : Math.max(at, span.from - count);
		const to = span.to < at ? span.to : span.to < at + count ? at - 1 : span.to - count;
		return from > to ? [] : [{ ...span, from, to }];
	});
}

/** The rows or columns of a sheet that are not shown: hidden, in a collapsed group, or left out by the filter. */
export function hiddenLines(sheet: Sheet, axis: LineAxis): LineSpan[] {
	const isRow = axis === 'row';
	const groups = (isRow ? sheet.rowGroups : sheet.columnGroups) ?? [];
	return joinSpans([
		...((isRow ? sheet.hiddenRows : sheet.hiddenColumns) ?? []),
		...groups.filter(({ isCollapsed }) => isCollapsed),
		...((isRow ? sheet.filter?.hidden : undefined) ?? [])
	]);
}

/** Lines in words: `row 3`, `columns B to D`. */
export function lineWords(axis: LineAxis, at: number, count: number): string {
	const label = (line: number) => (axis === 'row' ? String(line + 1) : columnLetters(line));
	return count === 1 ? `${axis} ${label(at)}` : `${axis}s ${label(at)} to ${label(at + count - 1)}`;
}
