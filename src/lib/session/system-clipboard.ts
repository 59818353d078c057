import type { ClipboardTexts } from './clipboard';
import type { CopiedTexts } from './copied-block';

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
