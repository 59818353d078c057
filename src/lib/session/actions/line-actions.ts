import type { LineAxis } from '$lib/workbook';
import { collapseGroup, groupLines, hideLines, showLines } from '../line-views';
import { selectedLines } from '../selected-lines';
import type { Session } from '../session.svelte';
import type { Action } from './action';

const WIDTH_STEP = 8;

/** How rows and columns are shown: hidden, grouped, wide and high. */
export const LINE_ACTIONS: readonly Action[] = [
	{
		id: 'hide-rows',
		title: 'Hide rows',
		group: 'View',
		keys: ['Mod+9'],
		run: (session) => hideLines(session, 'row')
	},
	{
		id: 'hide-columns',
		title: 'Hide columns',
		group: 'View',
		keys: ['Mod+0'],
		run: (session) => hideLines(session, 'column')
	},
	{
		id: 'show-rows',
		title: 'Show hidden rows',
		group: 'View',
		words: 'unhide',
		keys: ['Mod+Shift+9'],
		run: (session) => showLines(session, 'row')
	},
	{
		id: 'show-columns',
		title: 'Show hidden columns',
		group: 'View',
		words: 'unhide',
		keys: ['Mod+Shift+0'],
		run: (session) => showLines(session, 'column')
	},
	{
		id: 'group',
		title: 'Group',
		group: 'Data',
		words: 'outline rows columns',
		keys: ['Alt+Shift+ArrowRight'],
		run: (session) => groupLines(session, 'group-lines')
	},
	{
		id: 'ungroup',
		title: 'Ungroup',
		group: 'Data',
		words: 'outline rows columns',
		keys: ['Alt+Shift+ArrowLeft'],
		run: (session) => groupLines(session, 'ungroup-lines')
	},
	{
		id: 'group-columns',
		title: 'Group columns',
		group: 'Data',
		words: 'outline',
		run: (session) => groupLines(session, 'group-lines', 'column')
	},
	{
		id: 'ungroup-columns',
		title: 'Ungroup columns',
		group: 'Data',
		words: 'outline',
		run: (session) => groupLines(session, 'ungroup-lines', 'column')
	},
	{
		id: 'collapse-group',
		title: 'Collapse group',
		group: 'Data',
		words: 'outline hide detail',
		run: (session) => collapseGroup(session, true)
	},
	{
		id: 'expand-group',
		title: 'Expand group',
		group: 'Data',
		words: 'outline show detail',
		run: (session) => collapseGroup(session, false)
	},
	{
		id: 'row-height',
		title: 'Row height …',
		group: 'Format',
		words: 'size resize',
		run: ({ dialogs }) => dialogs.open('line-size', { axis: 'row' })
	},
	{
		id: 'column-width',
		title: 'Column width …',
		group: 'Format',
		words: 'size resize',
		run: ({ dialogs }) => dialogs.open('line-size', { axis: 'column' })
	},
	{
		id: 'autofit-rows',
		title: 'Fit row height to contents',
		group: 'Format',
		words: 'autofit size',
		run: (session) => autofit(session, 'row')
	},
	{
		id: 'autofit-columns',
		title: 'Fit column width to contents',
		group: 'Format',
		words: 'autofit size',
		run: (session) => autofit(session, 'column')
	},
	{
		id: 'widen-columns',
		title: 'Widen columns',
		group: 'Format',
		words: 'size resize',
		keys: ['Mod+>'],
		run: (session) => changeWidth(session, WIDTH_STEP)
	},
	{
		id: 'narrow-columns',
		title: 'Narrow columns',
		group: 'Format',
		words: 'size resize',
		keys: ['Mod+<'],
		run: (session) => changeWidth(session, -WIDTH_STEP)
	}
];

function autofit(session: Session, axis: LineAxis): void {
	const { sizes } = session.shown;
	sizes.autofit(axis, sizes.linesOf(axis, selectedLines(session.selection, axis)));
}

/** All selected columns get the width of the active one and a step more or less. */
function changeWidth({ shown: { sizes }, selection }: Session, by: number): void {
	const columns = sizes.linesOf('column', selectedLines(selection, 'column'));
	const width = sizes.sizeOf('column', selection.active.column) + by;
	sizes.resize('column', columns, Math.min(Math.max(width, 24), 1200));
}
