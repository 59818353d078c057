import type { Session } from '../session.svelte';
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
		run: (session) => walkSheets(session, 1)
	},
	{
		id: 'previous-sheet',
		title: 'Previous sheet',
		group: 'Sheet',
		keys: ['Mod+PageUp', 'Alt+ArrowUp'],
		run: (session) => walkSheets(session, -1)
	}
];

/** Shows the sheet so many tabs further on. */
function walkSheets(session: Session, by: number): void {
	const at = session.sheets.findIndex(({ id }) => id === session.activeSheet);
	const next = session.sheets[at + by];
	if (next) session.showSheet(next.id);
}
