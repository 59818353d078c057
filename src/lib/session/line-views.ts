import { hiddenLines, type LineAxis, type LineGroup, type LineSpan, type Sheet } from '$lib/workbook';
import { selectedLines, wholeAxis } from './selected-lines';
import type { Session } from './session.svelte';
import { executeAloud } from './structure-changes';

/** Which rows and columns of the sheet on show are in view: hidden, grouped, collapsed. */
export function hideLines(session: Session, axis: LineAxis): void {
	const lines = selectedLines(session.selection, axis);
	executeAloud(session, { do: 'hide-lines', sheet: session.activeSheet, axis, lines, isHidden: true });
}

/** Shows what is hidden among lines; of what is not hidden by hand or by a group, it says why it stays so. */
export function showLines(
	session: Session,
	axis: LineAxis,
	lines: readonly LineSpan[] = selectedLines(session.selection, axis)
): void {
	const sheet = sheetOf(session);
	const isAnyHidden = hiddenLines(sheet, axis).some((hidden) => lines.some((span) => overlaps(hidden, span)));
	if (!isAnyHidden) {
		session.status = `No ${axis}s are hidden here. Select the ${axis}s on both sides of the hidden ones first.`;
		return;
	}
	const own = (axis === 'row' ? sheet.hiddenRows : sheet.hiddenColumns) ?? [];
	const collapsed = groupsOf(sheet, axis).filter(({ isCollapsed }) => isCollapsed);
	const shown = [...own, ...collapsed].filter((hidden) => lines.some((span) => overlaps(hidden, span)));
	if (shown.length === 0) {
		session.status = 'The filter leaves these rows out. Change the filter to see them.';
		return;
	}
	const parts = shown.flatMap((hidden) =>
		lines
			.filter((span) => overlaps(hidden, span))
			.map((span) => ({ from: Math.max(hidden.from, span.from), to: Math.min(hidden.to, span.to) }))
	);
	executeAloud(session, {
		do: 'hide-lines',
		sheet: session.activeSheet,
		axis,
		lines: parts,
		isHidden: false
	});
}

/** Groups the selected rows or columns: rows where cells are selected. */
export function groupLines(session: Session, does: 'group-lines' | 'ungroup-lines', axis?: LineAxis): void {
	const along = axis ?? wholeAxis(session.selection) ?? 'row';
	const [lines, another] = selectedLines(session.selection, along);
	if (!lines) return;
	if (another) {
		session.status = `One block of ${along}s is grouped at a time. Select ${along}s that lie side by side.`;
		return;
	}
	executeAloud(session, { do: does, sheet: session.activeSheet, axis: along, lines });
}

/** Collapses or expands the innermost group at the selection, which counts on the line after a group too. */
export function collapseGroup(session: Session, isCollapsed: boolean): void {
	const sheet = sheetOf(session);
	const axes: readonly LineAxis[] =
		wholeAxis(session.selection) === 'column' ? ['column'] : ['row', 'column'];
	for (const axis of axes) {
		const [lines] = selectedLines(session.selection, axis);
		const [group] = groupsOf(sheet, axis)
			.filter((one) => one.isCollapsed !== isCollapsed)
			.filter((one) => lines && overlaps({ from: one.from, to: one.to + 1 }, lines))
			.sort((a, b) => a.to - a.from - (b.to - b.from));
		if (!group) continue;
		setCollapsed(session, axis, group, isCollapsed);
		return;
	}
	session.status = `No group here can be ${isCollapsed ? 'collapsed' : 'expanded'}.`;
}

export function setCollapsed(
	session: Session,
	axis: LineAxis,
	{ from, to }: LineSpan,
	isCollapsed: boolean
): void {
	executeAloud(session, {
		do: 'collapse-group',
		sheet: session.activeSheet,
		axis,
		lines: { from, to },
		isCollapsed
	});
}

function sheetOf(session: Session): Sheet {
	return session.tables.sheet.get(session.activeSheet)!;
}

function groupsOf(sheet: Sheet, axis: LineAxis): readonly LineGroup[] {
	return (axis === 'row' ? sheet.rowGroups : sheet.columnGroups) ?? [];
}

function overlaps(a: LineSpan, b: LineSpan): boolean {
	return a.from <= b.to && b.from <= a.to;
}
