import { selectVisible } from '../visible-cells';
import type { Action } from './action';

/** What leads round the page and tells what can be done. */
export const AROUND_ACTIONS: readonly Action[] = [
	{
		id: 'go-to',
		title: 'Go to …',
		group: 'Go to',
		words: 'address range name sheet jump place',
		keys: ['Mod+G', 'F5'],
		isForPage: true,
		run: ({ dialogs }) => dialogs.open('go-to')
	},
	{
		id: 'select-visible',
		title: 'Select the visible cells only',
		group: 'Go to',
		words: 'hidden rows columns filter special',
		keys: ['Alt+;'],
		run: selectVisible
	},
	{
		id: 'next-pane',
		title: 'Next part of the page',
		group: 'Go to',
		words: 'pane panel focus formula bar grid evidence compare charts tabs',
		keys: ['F6'],
		isForPage: true,
		isForFields: true,
		run: ({ panes }) => panes.step(1)
	},
	{
		id: 'previous-pane',
		title: 'Previous part of the page',
		group: 'Go to',
		words: 'pane panel focus formula bar grid evidence compare charts tabs',
		keys: ['Shift+F6'],
		isForPage: true,
		isForFields: true,
		run: ({ panes }) => panes.step(-1)
	},
	{
		id: 'commands',
		title: 'Find a command …',
		group: 'Help',
		words: 'palette search everything',
		keys: ['Mod+K'],
		isForPage: true,
		isForFields: true,
		run: ({ dialogs }) => dialogs.open('commands')
	},
	{
		id: 'shortcuts',
		title: 'Keyboard shortcuts',
		group: 'Help',
		words: 'keys keyboard help',
		keys: ['Mod+/', '?'],
		isForPage: true,
		isForFields: true,
		run: ({ dialogs }) => dialogs.open('shortcuts')
	}
];
