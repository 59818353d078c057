import { PASTE_ALL, type PasteWish } from '../pasted-edits';
import type { Session } from '../session.svelte';
import { NOT_WRITTEN, readClipboard, writeClipboard } from '../system-clipboard';
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
		run: (session) => void copy(session, true)
	},
	{
		id: 'copy',
		title: 'Copy',
		group: 'Edit',
		keys: ['Mod+C'],
		areKeysOfBrowser: true,
		isAvailable: isReady,
		run: (session) => void copy(session, false)
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

async function copy(session: Session, isCut: boolean): Promise<void> {
	const texts = session.shown.clipboard?.copy(isCut);
	if (texts && !(await writeClipboard(texts))) session.status = NOT_WRITTEN;
}

/** Pastes what is on the clipboard of the system, or what was copied here where the browser does not show that. */
export async function pasteAs(session: Session, wish: PasteWish): Promise<void> {
	const { clipboard } = session.shown;
	const texts = (await readClipboard()) ?? clipboard?.latest;
	if (texts) await clipboard?.paste(texts, wish);
	else session.status = 'The browser did not let the page read the clipboard. Paste with Ctrl+V.';
}
