import { fillBesideNeighbour, fillSelection } from '../filling';
import type { Session } from '../session.svelte';
import type { Action } from './action';

const isReady = (session: Session) => session.isReady;

/** Filling without the pointer: what the handle at the corner of the selection does by dragging. */
export const FILL_ACTIONS: readonly Action[] = [
	{
		id: 'fill-down',
		title: 'Fill down',
		group: 'Edit',
		words: 'copy formula above',
		keys: ['Mod+D'],
		isAvailable: isReady,
		run: (session) => fillSelection(session, 'down')
	},
	{
		id: 'fill-right',
		title: 'Fill right',
		group: 'Edit',
		words: 'copy formula left',
		keys: ['Mod+R'],
		isAvailable: isReady,
		run: (session) => fillSelection(session, 'right')
	},
	{
		id: 'fill-up',
		title: 'Fill up',
		group: 'Edit',
		isAvailable: isReady,
		run: (session) => fillSelection(session, 'up')
	},
	{
		id: 'fill-left',
		title: 'Fill left',
		group: 'Edit',
		isAvailable: isReady,
		run: (session) => fillSelection(session, 'left')
	},
	{
		id: 'fill-beside',
		title: 'Fill down as far as the column beside',
		group: 'Edit',
		words: 'series handle double click autofill',
		isAvailable: isReady,
		run: fillBesideNeighbour
	},
	{
		id: 'fill-series',
		title: 'Fill series …',
		group: 'Edit',
		words: 'autofill linear growth dates step',
		isAvailable: isReady,
		run: ({ dialogs }) => dialogs.open('fill-series')
	}
];
