import type { EditMode } from '$lib/session/cell-edit.svelte';
import type { Departure, Direction } from '$lib/session/selection.svelte';
import type { KeyStroke } from '$lib/session/actions/key-stroke';

/** What a key means while a cell is edited. */
export type EditCommand =
	| { readonly do: 'commit'; readonly departure: Departure }
	| { readonly do: 'cancel' | 'switch-mode' | 'new-line' | 'fill' };

const ARROWS: Readonly<Record<string, Direction>> = {
	ArrowUp: 'up',
	ArrowDown: 'down',
	ArrowLeft: 'left',
	ArrowRight: 'right'
};

/** Whether a formula breaks off where an operand is to follow: taking it there would only refuse it. */
function awaitsOperand(text: string): boolean {
	return /^=(?:.*[-+*/^&=<>(,;:])?\s*$/s.test(text);
}

/** What a key means while a cell is edited; undefined where it goes to the text. */
export function editCommand(stroke: KeyStroke, mode: EditMode, text: string): EditCommand | undefined {
	const { key, shiftKey, altKey, ctrlKey, metaKey } = stroke;
	// An input method takes Enter, Escape and arrows for itself.
	if (stroke.isComposing || stroke.keyCode === 229) return undefined;
	if (key === 'Enter' && altKey) return { do: 'new-line' };
	if (key === 'Enter' && (ctrlKey || metaKey)) return { do: 'fill' };
	if (ctrlKey || metaKey || altKey) return undefined;
	switch (key) {
		case 'Enter':
			return { do: 'commit', departure: shiftKey ? 'enter-back' : 'enter' };
		case 'Tab':
			return { do: 'commit', departure: shiftKey ? 'tab-back' : 'tab' };
		case 'Escape':
			return { do: 'cancel' };
		case 'F2':
			return { do: 'switch-mode' };
	}
	const direction = ARROWS[key];
	if (!direction || mode === 'edit' || shiftKey || awaitsOperand(text)) return undefined;
	return { do: 'commit', departure: direction };
}
