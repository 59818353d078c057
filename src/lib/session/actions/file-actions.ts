import type { Action } from './action';

export const FILE_ACTIONS: readonly Action[] = [
	{
		id: 'export',
		title: 'Export as CSV …',
		group: 'File',
		words: 'download save file',
		isForPage: true,
		isAvailable: (session) => session.canExport,
		run: ({ dialogs }) => dialogs.open('export')
	},
	{
		id: 'settings',
		title: 'Workbook settings …',
		group: 'File',
		words: 'title name rename subtitle locale language region number date decimal comma notation',
		isForPage: true,
		run: ({ dialogs }) => dialogs.open('settings')
	}
];
