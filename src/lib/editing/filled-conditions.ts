import type { ConditionalFormat, LineAxis, LineSpan, Range } from '$lib/workbook';
import type { PastedConditions } from './command';
import type { FillSheet } from './fill';
import { linesFilled, type FilledLines } from './filled-lines';
import { common } from './range-parts';

/** Conditional formats that filled cells take over; undefined for none, `too-many` where they are left as they were. */
export type FilledConditions = PastedConditions | 'too-many' | undefined;

/** Pieces that the ranges of conditional formats are pasted or filled in, at most. */
export const MOST_CONDITION_PIECES = 2_000;

/**
 * The conditional formats that filled cells take over from those that they are filled from, which repeat as these do.
 * Undefined where there are none, and `too-many` where they would fall into more pieces than are filled.
 */
export function conditionsFilled(
	sheet: FillSheet,
	formats: readonly ConditionalFormat[],
	source: Range,
	target: Range
): FilledConditions {
	if (formats.length === 0) return undefined;
	const lines = linesFilled(sheet, source, target);
	if (lines.inner.length === 0) return undefined;
	const { axis, across } = lines;
	const beside = spansOf(shownWithin(sheet, across, source.from[across], source.to[across]));
	let pieces = 0;
	const placed = (along: readonly LineSpan[], spans: readonly LineSpan[]): Range[] => {
		pieces += along.length * spans.length;
		if (pieces > MOST_CONDITION_PIECES) return [];
		return along.flatMap((line) => spans.map((span) => rangeOf(axis, line, span)));
	};
	const within = placed(spansOf([...lines.before, ...lines.after]), beside);
	const ranges = formats.map((format) =>
		format.ranges.flatMap((each) => {
			const [part] = common(each, source);
			if (!part) return [];
			const along = spansOf(filledFrom(lines, part));
			const spans = spansOf(shownWithin(sheet, across, part.from[across], part.to[across]));
			return placed(along, spans);
		})
	);
	return pieces > MOST_CONDITION_PIECES ? 'too-many' : { from: sheet.sheet, to: sheet.sheet, within, ranges };
}

/** What several ranges are filled with, as one; undefined where that is nothing, and `too-many` as for one of them. */
export function joinConditions(parts: readonly FilledConditions[]): FilledConditions {
	const known = parts.filter((part) => part !== undefined && part !== 'too-many');
	const [first] = known;
	if (parts.includes('too-many')) return 'too-many';
	if (!first) return undefined;
	const within = known.flatMap((part) => part.within);
	const ranges = first.ranges.map((_, format) => known.flatMap((part) => part.ranges[format]!));
	const pieces = ranges.reduce((sum, each) => sum + each.length, within.length);
	return pieces > MOST_CONDITION_PIECES ? 'too-many' : { ...first, within, ranges };
}

/** The filled lines whose cells come from lines of a part of what they are filled from. */
function filledFrom({ axis, inner, after, before }: FilledLines, part: Range): number[] {
	const { length } = inner;
	const isOfPart = (index: number) => {
		const line = inner[((index % length) + length) % length]!;
		return line >= part.from[axis] && line <= part.to[axis];
	};
	return [
		...before.filter((_, index) => isOfPart(-1 - index)),
		...after.filter((_, index) => isOfPart(index))
	];
}

function shownWithin(sheet: FillSheet, axis: LineAxis, from: number, to: number): number[] {
	const shown: number[] = [];
	for (let line = from; line <= to; line++) if (!sheet.isHidden(axis, line)) shown.push(line);
	return shown;
}

/** Lines as spans, in order. */
function spansOf(lines: readonly number[]): LineSpan[] {
	const spans: { from: number; to: number }[] = [];
	for (const line of [...lines].sort((a, b) => a - b)) {
		const last = spans.at(-1);
		if (last?.to === line - 1) last.to = line;
		else spans.push({ from: line, to: line });
	}
	return spans;
}

function rangeOf(axis: LineAxis, along: LineSpan, beside: LineSpan): Range {
	const isRow = axis === 'row';
	const [rows, columns] = isRow ? [along, beside] : [beside, along];
	return { from: { row: rows.from, column: columns.from }, to: { row: rows.to, column: columns.to } };
}
