import { PASTE_ALL, type PasteWish } from '../pasted-edits';
import type { Session } from '../session.svelte';
import { readClipboard } from '../system-clipboard';
import type { Action } from './action';

const isReady = (session: Session) => session.isReady;

/** The clipboard by menu and palette. Ctrl+C, Ctrl+X and Ctrl+V come from the browser, which needs nobody's leave for them. */
export const CLIPBOARD_ACTIONS: readonly Action[] = [
	{
		id: 'cut',
		title: 'Cut',
		group: 'Edit',
		keys: ['Mod+X'],
		areKeysOfBrowser: true,
		isAvailable: isReady,
		run: ({ shown }) => void shown.clipboard?.copyAsAsked(true)
	},
	{
		id: 'copy',
		title: 'Copy',
		group: 'Edit',
		keys: ['Mod+C'],
		areKeysOfBrowser: true,
		isAvailable: isReady,
		run: ({ shown }) => void shown.clipboard?.copyAsAsked(false)
	},
	{
		id: 'paste',
		title: 'Paste',
		group: 'Edit',
		keys: ['Mod+V'],
		areKeysOfBrowser: true,
		isAvailable: isReady,
		run: (session) => void pasteAs(session, PASTE_ALL)
	},
	{
		id: 'paste-values',
		title: 'Paste values',
		group: 'Edit',
		words: 'without formulas formats',
		keys: ['Mod+Shift+V'],
		isAvailable: isReady,
		run: (session) => void pasteAs(session, { ...PASTE_ALL, part: 'values' })
	},
	{
		id: 'paste-special',
		title: 'Paste special …',
		group: 'Edit',
		words: 'values formulas formats transpose add multiply skip blanks link column widths',
		keys: ['Mod+Alt+V'],
		isAvailable: isReady,
		run: ({ dialogs }) => dialogs.open('paste-special')
	}
];

/** Pastes what is on the clipboard of the system, or what was copied here where the browser does not show that. */
export async function pasteAs(session: Session, wish: PasteWish): Promise<void> {
	const { clipboard } = session.shown;
	const goal = clipboard?.goal;
	const texts = (await readClipboard()) ?? clipboard?.latest;
	if (texts) await clipboard?.paste(texts, wish, goal);
	else session.status = 'The browser did not let the page read the clipboard. Paste with Ctrl+V.';
}
