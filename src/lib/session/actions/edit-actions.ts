import { clearContents } from '../clearing';
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
		id: 'history',
		title: 'Undo history …',
		group: 'Edit',
		words: 'steps redo back list',
		isAvailable: (session) => session.canUndo || session.canRedo,
		run: (session) => {
			// What is being typed is a step too.
			if (session.settleEdit()) session.dialogs.open('history');
			else session.edit.takeFocus();
		}
	},
	{
		id: 'clear-contents',
		title: 'Clear contents',
		group: 'Edit',
		words: 'delete empty erase',
		keys: ['Delete', 'Backspace'],
		run: (session) => clearContents(session, session.selection.ranges)
	}
];
