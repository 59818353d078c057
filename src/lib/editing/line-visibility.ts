import {
	fail,
	hiddenLines,
	joinSpans,
	lineWords,
	MAX_COLUMNS,
	MAX_ROWS,
	ok,
	withoutSpans,
	type LineAxis,
	type LineGroup,
	type LineSpan,
	type Sheet
} from '$lib/workbook';
import { checkLines, spanWords } from './lines';
import { noSheet, sheetOf, type Planner } from './plan';
import type { CollapseGroup, FreezePanes, GroupLines, HideLines, UngroupLines } from './structure-commands';

/** How deep groups may lie one in another, as in Excel. */
const MAX_GROUP_DEPTH = 8;

export const planLineHide: Planner<HideLines> = (draft, { sheet: id, axis, lines, isHidden }) => {
	const spans = joinSpans(lines);
	for (const { from, to } of spans) {
		const checked = checkLines(draft, id, axis, from, to - from + 1);
		if (!checked.ok) return checked;
	}
	const sheet = sheetOf(draft.workbook, id);
	if (!sheet) return noSheet(id);
	const field = axis === 'row' ? 'hiddenRows' : 'hiddenColumns';
	const before = sheet[field] ?? [];
	const hidden = isHidden ? joinSpans([...before, ...spans]) : withoutSpans(before, spans);
	const own: Sheet = { ...sheet, [field]: hidden.length > 0 ? hidden : undefined };
	const after = isHidden ? own : expandedOver(own, axis, spans);
	if (isHidden && isAllHidden(after, axis)) {
		return fail(`At least one ${axis} of a sheet stays in view. Leave one out.`);
	}
	draft.setRecord('sheet', after);
	return ok({ draft, label: `${isHidden ? 'Hide' : 'Show'} ${spanWords(axis, spans)}` });
};

export const planLineGroup: Planner<GroupLines> = (draft, { sheet: id, axis, lines }) => {
	const sheet = checkLines(draft, id, axis, lines.from, lines.to - lines.from + 1);
	if (!sheet.ok) return sheet;
	const groups = groupsOf(sheet.value, axis);
	const label = `Group ${lineWords(axis, lines.from, lines.to - lines.from + 1)}`;
	if (groups.some((group) => isSameSpan(group, lines))) return fail('These are a group already.');
	const across = groups.find(
		(group) => overlaps(group, lines) && !contains(group, lines) && !contains(lines, group)
	);
	if (across) {
		return fail(
			`This would lie across the group of ${lineWords(axis, across.from, across.to - across.from + 1)}. Groups lie one in another or apart.`
		);
	}
	const after = [...groups, { from: lines.from, to: lines.to, isCollapsed: false }];
	if (depthOf(after) > MAX_GROUP_DEPTH)
		return fail(`Groups lie at most ${MAX_GROUP_DEPTH} deep one in another.`);
	draft.setRecord('sheet', withGroups(sheet.value, axis, after));
	return ok({ draft, label });
};

export const planLineUngroup: Planner<UngroupLines> = (draft, { sheet: id, axis, lines }) => {
	const sheet = checkLines(draft, id, axis, lines.from, lines.to - lines.from + 1);
	if (!sheet.ok) return sheet;
	const groups = groupsOf(sheet.value, axis);
	const [innermost] = groups
		.filter((group) => contains(group, lines))
		.sort((a, b) => lengthOf(a) - lengthOf(b));
	const within = groups.filter((group) => contains(lines, group));
	const gone = innermost ? [innermost] : within;
	if (gone.length === 0) return fail('These are in no group.');
	const rest = groups.filter((group) => !gone.includes(group));
	const left = innermost
		? withoutSpans([innermost], [lines]).map((span) => ({ ...span, isCollapsed: innermost.isCollapsed }))
		: [];
	const kept = left.filter((span) => !rest.some((group) => isSameSpan(group, span)));
	draft.setRecord('sheet', withGroups(sheet.value, axis, [...rest, ...kept]));
	return ok({ draft, label: `Ungroup ${lineWords(axis, lines.from, lines.to - lines.from + 1)}` });
};

export const planGroupCollapse: Planner<CollapseGroup> = (draft, { sheet: id, axis, lines, isCollapsed }) => {
	const sheet = sheetOf(draft.workbook, id);
	if (!sheet) return noSheet(id);
	const groups = groupsOf(sheet, axis);
	if (!groups.some((group) => isSameSpan(group, lines))) return fail('There is no such group any more.');
	const after = withGroups(
		sheet,
		axis,
		groups.map((group) => (isSameSpan(group, lines) ? { ...group, isCollapsed } : group))
	);
	if (isCollapsed && isAllHidden(after, axis)) return fail(`At least one ${axis} of a sheet stays in view.`);
	draft.setRecord('sheet', after);
	const what = lineWords(axis, lines.from, lines.to - lines.from + 1);
	return ok({ draft, label: `${isCollapsed ? 'Collapse' : 'Expand'} ${what}` });
};

export const planFreeze: Planner<FreezePanes> = (draft, { sheet: id, rows, columns }) => {
	const sheet = sheetOf(draft.workbook, id);
	if (!sheet) return noSheet(id);
	const isWithin = (count: number, limit: number) => Number.isInteger(count) && count >= 0 && count < limit;
	if (!isWithin(rows, MAX_ROWS) || !isWithin(columns, MAX_COLUMNS))
		return fail('Panes are frozen at a cell of the sheet.');
	const isNone = rows === 0 && columns === 0;
	draft.setRecord('sheet', { ...sheet, frozen: isNone ? undefined : { rows, columns } });
	return ok({ draft, label: isNone ? 'Unfreeze panes' : 'Freeze panes' });
};

function groupsOf(sheet: Sheet, axis: LineAxis): readonly LineGroup[] {
	return (axis === 'row' ? sheet.rowGroups : sheet.columnGroups) ?? [];
}

/** The sheet with these groups, in order: by where they begin, the wider one first. */
function withGroups(sheet: Sheet, axis: LineAxis, groups: readonly LineGroup[]): Sheet {
	const ordered = [...groups].sort((a, b) => a.from - b.from || b.to - a.to);
	const field = axis === 'row' ? 'rowGroups' : 'columnGroups';
	return { ...sheet, [field]: ordered.length > 0 ? ordered : undefined };
}

function isAllHidden(sheet: Sheet, axis: LineAxis): boolean {
	const count = axis === 'row' ? MAX_ROWS : MAX_COLUMNS;
	return hiddenLines(sheet, axis).reduce((sum, span) => sum + lengthOf(span), 0) >= count;
}

/** The sheet with the collapsed groups expanded that some of these lines lie in. */
function expandedOver(sheet: Sheet, axis: LineAxis, spans: readonly LineSpan[]): Sheet {
	const groups = groupsOf(sheet, axis);
	const isOver = (group: LineGroup) => group.isCollapsed && spans.some((span) => overlaps(group, span));
	if (!groups.some(isOver)) return sheet;
	return withGroups(
		sheet,
		axis,
		groups.map((group) => (isOver(group) ? { ...group, isCollapsed: false } : group))
	);
}

function depthOf(groups: readonly LineSpan[]): number {
	return Math.max(0, ...groups.map((inner) => groups.filter((outer) => contains(outer, inner)).length));
}

function lengthOf({ from, to }: LineSpan): number {
	return to - from + 1;
}

function isSameSpan(a: LineSpan, b: LineSpan): boolean {
	return a.from === b.from && a.to === b.to;
}

function contains(outer: LineSpan, inner: LineSpan): boolean {
	return outer.from <= inner.from && outer.to >= inner.to;
}

function overlaps(a: LineSpan, b: LineSpan): boolean {
	return a.from <= b.to && b.from <= a.to;
}
