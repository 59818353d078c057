import type { Session } from '../session.svelte';
import { wholeAxis } from '../selected-lines';
import { executeAloud } from '../structure-changes';
import type { Action } from './action';

/** Rows and columns that stay in view while the others scroll. */
export const FREEZE_ACTIONS: readonly Action[] = [
	{
		id: 'freeze-panes',
		title: 'Freeze panes here',
		group: 'View',
		words: 'fix lock rows columns above left stay scroll',
		run: freezeHere
	},
	{
		id: 'freeze-first-row',
		title: 'Freeze the first row',
		group: 'View',
		words: 'fix lock header pane',
		run: (session) => freeze(session, 1, 0)
	},
	{
		id: 'freeze-first-column',
		title: 'Freeze the first column',
		group: 'View',
		words: 'fix lock pane',
		run: (session) => freeze(session, 0, 1)
	},
	{
		id: 'unfreeze-panes',
		title: 'Unfreeze panes',
		group: 'View',
		words: 'release unlock',
		isAvailable: ({ shown }) => shown.source.frozen.rows + shown.source.frozen.columns > 0,
		run: (session) => freeze(session, 0, 0)
	}
];

/** Freezes what lies above and left of the active cell; of whole rows or columns what lies before them. */
function freezeHere(session: Session): void {
	const { selection } = session;
	const { row, column } = selection.active;
	const axis = wholeAxis(selection);
	const rows = axis === 'column' ? 0 : row;
	const columns = axis === 'row' ? 0 : column;
	if (rows + columns > 0) freeze(session, rows, columns);
	else session.status = 'Nothing lies above or left of this cell. Go to the first cell that is to scroll.';
}

function freeze(session: Session, rows: number, columns: number): void {
	executeAloud(session, { do: 'freeze-panes', sheet: session.activeSheet, rows, columns });
}
