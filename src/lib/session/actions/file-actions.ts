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
	}
];
