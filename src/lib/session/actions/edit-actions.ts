import type { Action } from './action';

export const EDIT_ACTIONS: readonly Action[] = [
	{
		id: 'undo',
		title: 'Undo',
		group: 'Edit',
		keys: ['Mod+Z'],
		isForPage: true,
		isAvailable: (session) => session.canUndo,
		run: (session) => session.undo()
	},
	{
		id: 'redo',
		title: 'Redo',
		group: 'Edit',
		keys: ['Mod+Y', 'Mod+Shift+Z'],
		isForPage: true,
		isAvailable: (session) => session.canRedo,
		run: (session) => session.redo()
	},
	{
		id: 'clear-contents',
		title: 'Clear contents',
		group: 'Edit',
		words: 'delete empty erase',
		keys: ['Delete', 'Backspace'],
		run: ({ shown, selection }) => shown.clear(selection.ranges)
	}
];
