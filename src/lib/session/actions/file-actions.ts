import type { Session } from '../session.svelte';
import { takeDraft } from '../take-draft';
import type { Action } from './action';

export const FILE_ACTIONS: readonly Action[] = [
	{
		id: 'save',
		title: 'Save',
		group: 'File',
		words: 'keep store browser',
		keys: ['Mod+S'],
		isForPage: true,
		isForFields: true,
		run: (session) => void saveAloud(session)
	},
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

/** Every change is saved as it is made, which whoever asks for it is to hear. */
async function saveAloud(session: Session): Promise<void> {
	if (!takeDraft(session)) return;
	const { saving, status } = session;
	await saving.flush();
	// What was done meanwhile has said something of its own.
	if (session.status !== status) return;
	if (!saving.isAvailable && !saving.isFailed) {
		session.status = 'Not saved yet: this browser’s storage is still being opened.';
		return;
	}
	session.status = saving.isFailed
		? `${saving.text}. Export as CSV keeps a copy.`
		: 'Saved in this browser, as every change is at once. Export as CSV gives a file.';
}
