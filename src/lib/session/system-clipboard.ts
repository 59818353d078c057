import type { ClipboardTexts } from './pasted-source';
import type { CopiedTexts } from './copied-block';

/** What to say where the browser does not let a copy out of the page. */
export const NOT_WRITTEN =
	'The browser did not let the page write to the clipboard: what was copied can be pasted here only.';

/** Puts a copy on the clipboard of the system; false where the browser refuses. */
export async function writeClipboard({ text, html }: CopiedTexts): Promise<boolean> {
	try {
		const parts: Record<string, Blob> = { 'text/plain': new Blob([text], { type: 'text/plain' }) };
		if (html !== undefined) parts['text/html'] = new Blob([html], { type: 'text/html' });
		await navigator.clipboard.write([new ClipboardItem(parts)]);
		return true;
	} catch {
		return false;
	}
}

/**
 * Puts a copy on the clipboard of the system within one task; false where the browser does not let the page, as when the
 * key was pressed too long ago. Of what {@link writeClipboard} writes, the browser parses all of the table.
 */
export function copyAsKeysDo({ text, html }: CopiedTexts): boolean {
	let isCopied = false;
	const copy = (event: ClipboardEvent) => {
		if (!event.clipboardData) return;
		event.preventDefault();
		event.stopImmediatePropagation();
		event.clipboardData.setData('text/plain', text);
		if (html !== undefined) event.clipboardData.setData('text/html', html);
		isCopied = true;
	};
	addEventListener('copy', copy, { capture: true });
	document.execCommand('copy');
	removeEventListener('copy', copy, { capture: true });
	return isCopied;
}

/** What is on the clipboard of the system; undefined where the browser does not show it. */
export async function readClipboard(): Promise<ClipboardTexts | undefined> {
	try {
		const items = await navigator.clipboard.read();
		const textOf = async (type: string) => {
			const item = items.find(({ types }) => types.includes(type));
			return item ? (await item.getType(type)).text() : '';
		};
		return { text: await textOf('text/plain'), html: await textOf('text/html') };
	} catch {
		return undefined;
	}
}
