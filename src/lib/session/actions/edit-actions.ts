import { clearContents } from '../clearing';
import { repeatLatest } from '../repeating';
import type { Action } from './action';
import { isMac } from './key-stroke';

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
		id: 'repeat',
		title: 'Repeat the latest action',
		group: 'Edit',
		words: 'again same format insert delete',
		keys: ['F4'],
		run: (session) => {
			if (repeatLatest(session)) return;
			session.status = 'Nothing to repeat yet: formats, sizes, insertions and deletions can be repeated.';
		}
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
		// A Mac’s key for deleting is Backspace to the browser.
		keys: isMac() ? ['Delete', 'Backspace'] : ['Delete'],
		run: (session) => clearContents(session, session.selection.ranges)
	}
];
