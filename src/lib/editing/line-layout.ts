import {
	spansAfterDelete,
	spansAfterInsert,
	type ConditionalFormat,
	type LineAxis,
	type LineSpan,
	type Range,
	type Sheet,
	type SheetFilter
} from '$lib/workbook';

/** Rows or columns that come in or go. */
export interface LineChange {
	readonly axis: LineAxis;
	readonly at: number;
	readonly count: number;
	readonly isInsert: boolean;
}

/** How a sheet is laid out when lines have come in or gone: sizes, hidden lines, groups, panes, filter and formats follow. */
export function layoutAfter(sheet: Sheet, change: LineChange): Sheet {
	const isRow = change.axis === 'row';
	const { frozen, merges, filter, conditionalFormats } = sheet;
	const hidden = isRow ? 'hiddenRows' : 'hiddenColumns';
	const groups = isRow ? 'rowGroups' : 'columnGroups';
	const sizes = isRow ? 'rowHeights' : 'columnWidths';
	return {
		...sheet,
		[sizes]: byLineAfter(sheet[sizes], change),
		...(sheet[hidden] && { [hidden]: spansAfter(sheet[hidden], change) }),
		...(sheet[groups] && { [groups]: spansAfter(sheet[groups], change) }),
		...(frozen && {
			frozen: isRow
				? { ...frozen, rows: frozenAfter(frozen.rows, change) }
				: { ...frozen, columns: frozenAfter(frozen.columns, change) }
		}),
		...(merges && { merges: rangesAfter(merges, change).filter(isSeveralCells) }),
		...(filter && { filter: filterAfter(filter, change) }),
		...(conditionalFormats && { conditionalFormats: conditionalAfter(conditionalFormats, change) })
	};
}

function spansAfter<T extends LineSpan>(spans: readonly T[], { at, count, isInsert }: LineChange): T[] {
	return isInsert ? spansAfterInsert(spans, at, count) : spansAfterDelete(spans, at, count);
}

/** Where one line is now; undefined where it is gone. */
export function lineAfter(line: number, change: LineChange): number | undefined {
	const { at, count, isInsert } = change;
	if (line < at) return line;
	if (isInsert) return line + count;
	return line < at + count ? undefined : line - count;
}

function byLineAfter<T>(byLine: Readonly<Record<number, T>>, change: LineChange): Record<number, T> {
	const moved: Record<number, T> = {};
	for (const [line, value] of Object.entries(byLine)) {
		const after = lineAfter(Number(line), change);
		if (after !== undefined) moved[after] = value;
	}
	return moved;
}

/** Lines that come in above the edge of a frozen pane widen it. */
function frozenAfter(frozen: number, { at, count, isInsert }: LineChange): number {
	if (at >= frozen) return frozen;
	return isInsert ? frozen + count : frozen - Math.min(count, frozen - at);
}

function rangesAfter(ranges: readonly Range[], change: LineChange): Range[] {
	const { axis } = change;
	return ranges.flatMap(({ from, to }) =>
		spansAfter([{ from: from[axis], to: to[axis] }], change).map((span) => ({
			from: { ...from, [axis]: span.from },
			to: { ...to, [axis]: span.to }
		}))
	);
}

function isSeveralCells({ from, to }: Range): boolean {
	return from.row !== to.row || from.column !== to.column;
}

/** A filter whose header row is gone is gone with it. */
function filterAfter(filter: SheetFilter, change: LineChange): SheetFilter | undefined {
	const [range] = rangesAfter([filter.range], change);
	const isHeaderGone = change.axis === 'row' && lineAfter(filter.range.from.row, change) === undefined;
	if (!range || isHeaderGone) return undefined;
	return change.axis === 'row'
		? { ...filter, range, hidden: spansAfter(filter.hidden, change) }
		: { ...filter, range, columns: byLineAfter(filter.columns, change) };
}

function conditionalAfter(formats: readonly ConditionalFormat[], change: LineChange): ConditionalFormat[] {
	return formats.flatMap((format) => {
		const ranges = rangesAfter(format.ranges, change);
		return ranges.length === 0 ? [] : [{ ...format, ranges }];
	});
}
