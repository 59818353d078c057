import type { Session } from '../session.svelte';
import { deleteAsking, executeAloud } from '../structure-changes';
import { shiftTab } from '../tab-order';
import type { Action } from './action';

export const SHEET_ACTIONS: readonly Action[] = [
	{
		id: 'add-sheet',
		title: 'Add a sheet',
		group: 'Sheet',
		words: 'new insert tab',
		keys: ['Shift+F11'],
		run: ({ shown }) => shown.addSheet()
	},
	{
		id: 'next-sheet',
		title: 'Next sheet',
		group: 'Sheet',
		keys: ['Mod+PageDown', 'Alt+ArrowDown'],
		run: ({ tabs }) => void tabs.walk(1)
	},
	{
		id: 'previous-sheet',
		title: 'Previous sheet',
		group: 'Sheet',
		keys: ['Mod+PageUp', 'Alt+ArrowUp'],
		run: ({ tabs }) => void tabs.walk(-1)
	},
	{
		id: 'rename-sheet',
		title: 'Rename sheet …',
		group: 'Sheet',
		words: 'name tab title',
		run: (session) => session.tabs.startRenaming(session.activeSheet)
	},
	{
		id: 'duplicate-sheet',
		title: 'Duplicate sheet',
		group: 'Sheet',
		words: 'copy tab',
		run: (session) => {
			const done =
				session.settleEdit() && session.execute({ do: 'duplicate-sheet', sheet: session.activeSheet });
			if (done && done.ok && done.value.created) session.showSheet(done.value.created);
		}
	},
	{
		id: 'move-sheet-left',
		title: 'Move sheet to the left',
		group: 'Sheet',
		words: 'reorder order tab',
		keys: ['Alt+Shift+PageUp'],
		isForPage: true,
		isAvailable: ({ tabs, activeSheet }) => tabs.all[0]?.id !== activeSheet,
		run: (session) => shiftTab(session, -1)
	},
	{
		id: 'move-sheet-right',
		title: 'Move sheet to the right',
		group: 'Sheet',
		words: 'reorder order tab',
		keys: ['Alt+Shift+PageDown'],
		isForPage: true,
		isAvailable: ({ tabs, activeSheet }) => tabs.all.at(-1)?.id !== activeSheet,
		run: (session) => shiftTab(session, 1)
	},
	{
		id: 'color-sheet',
		title: 'Colour of the tab …',
		group: 'Sheet',
		words: 'color',
		run: ({ dialogs }) => dialogs.open('sheet-color')
	},
	{
		id: 'hide-sheet',
		title: 'Hide sheet',
		group: 'Sheet',
		words: 'tab',
		run: hideSheet
	},
	{
		id: 'show-sheets',
		title: 'Show hidden sheets …',
		group: 'Sheet',
		words: 'unhide tab',
		isAvailable: ({ sheets }) => sheets.some(({ isHidden }) => isHidden),
		run: ({ dialogs }) => dialogs.open('sheets', { isHiddenOnly: true })
	},
	{
		id: 'all-sheets',
		title: 'All sheets …',
		group: 'Go to',
		words: 'list tabs',
		run: ({ dialogs }) => dialogs.open('sheets', { isHiddenOnly: false })
	},
	{
		id: 'delete-sheet',
		title: 'Delete sheet',
		group: 'Sheet',
		words: 'remove tab',
		run: (session) => {
			const { neighbour } = session.tabs;
			deleteAsking(session, { do: 'delete-sheet', sheet: session.activeSheet }, () => {
				const { status } = session;
				if (neighbour) session.showSheet(neighbour.id);
				session.status = status;
			});
		}
	}
];

/** Hides the sheet on show; the one beside it is shown instead. */
function hideSheet(session: Session): void {
	const { neighbour } = session.tabs;
	if (!executeAloud(session, { do: 'hide-sheet', sheet: session.activeSheet, isHidden: true })) return;
	if (neighbour) session.showSheet(neighbour.id);
}
