import type { KeyStroke } from '$lib/session/actions/key-stroke';
import type { Direction, Landmark } from '$lib/session/selection.svelte';

/** What a key means in the grid. */
export type GridCommand =
	| {
			readonly do: 'move';
			readonly direction: Direction;
			readonly by: 'cell' | 'page' | 'edge';
			readonly isExtending: boolean;
	  }
	| { readonly do: 'go'; readonly to: Landmark; readonly isExtending: boolean }
	| { readonly do: 'leave'; readonly departure: 'tab' | 'tab-back' | 'enter' | 'enter-back' }
	| { readonly do: 'select'; readonly what: 'wider' | 'all' | 'rows' | 'columns' | 'region' | 'active' }
	| {
			readonly do:
				'edit' | 'type' | 'retype' | 'extend' | 'escape' | 'reveal' | 'next-corner' | 'add-range' | 'menu';
	  };

const ARROWS: Readonly<Record<string, Direction>> = {
	ArrowUp: 'up',
	ArrowDown: 'down',
	ArrowLeft: 'left',
	ArrowRight: 'right'
};
/** The key code that browsers give while an input method handles a key. */
const INPUT_METHOD_KEY_CODE = 229;

/** Keys that mean a sign without AltGr, where AltGr would type another one. */
const PLAIN_SIGNS: Readonly<Record<string, string>> = { Equal: '=', Minus: '-', Digit0: '0' };

/** Whether Ctrl and Alt are held with a key whose own sign or letter it is: AltGr, which looks the same, types another. */
function isPlainWithAlt({ ctrlKey, altKey, code, key }: KeyStroke): boolean {
	const isOwn = /^[a-z]$/i.test(key) || (code !== undefined && PLAIN_SIGNS[code] === key);
	return ctrlKey && altKey && isOwn;
}

/** Whether a key begins or belongs to typing, by an input method or a dead key included. */
export function isTyping(stroke: KeyStroke, isMac: boolean): boolean {
	const { key, ctrlKey, metaKey, altKey } = stroke;
	if (stroke.isComposing || stroke.keyCode === INPUT_METHOD_KEY_CODE || key === 'Process' || key === 'Dead') {
		return true;
	}
	if ([...key].length !== 1 || metaKey || isPlainWithAlt(stroke)) return false;
	// Ctrl with Alt is AltGr, which types; Alt alone types on a Mac only.
	return ctrlKey ? altKey && !isMac : !altKey || isMac;
}

/** What a key stroke means in the grid; undefined where the browser keeps it. */
export function gridCommand(stroke: KeyStroke, isMac: boolean): GridCommand | undefined {
	const { key, shiftKey, altKey } = stroke;
	const hasCommand = stroke.ctrlKey || stroke.metaKey;
	const direction = ARROWS[key];
	if (direction) return arrowCommand(direction, stroke);
	if (key === ' ' && (hasCommand || shiftKey) && !altKey) {
		return { do: 'select', what: hasCommand ? (shiftKey ? 'all' : 'columns') : 'rows' };
	}
	if (isTyping(stroke, isMac)) return { do: 'type' };
	if (hasCommand && !altKey) {
		const letter = key.toLowerCase();
		if (letter === 'a') return { do: 'select', what: shiftKey ? 'all' : 'wider' };
		if (letter === '*') return { do: 'select', what: 'region' };
		if (letter === '.' && !shiftKey) return { do: 'next-corner' };
	}
	// A Mac's key for deleting is this one, and clears.
	if (key === 'Backspace' && !hasCommand && !shiftKey && !altKey) return isMac ? undefined : { do: 'retype' };
	return namedKeyCommand(stroke, hasCommand);
}

function arrowCommand(direction: Direction, stroke: KeyStroke): GridCommand | undefined {
	const { shiftKey, altKey } = stroke;
	if (altKey) return undefined;
	const hasCommand = stroke.ctrlKey || stroke.metaKey;
	return { do: 'move', direction, by: hasCommand ? 'edge' : 'cell', isExtending: shiftKey };
}

function namedKeyCommand({ key, shiftKey, altKey }: KeyStroke, hasCommand: boolean): GridCommand | undefined {
	switch (key) {
		case 'Home':
			return { do: 'go', to: hasCommand ? 'sheet-start' : 'row-start', isExtending: shiftKey };
		case 'End':
			return { do: 'go', to: hasCommand ? 'sheet-end' : 'row-end', isExtending: shiftKey };
		case 'PageUp':
		case 'PageDown': {
			if (hasCommand || (altKey && shiftKey)) return undefined;
			const isForward = key === 'PageDown';
			const direction = altKey ? (isForward ? 'right' : 'left') : isForward ? 'down' : 'up';
			return { do: 'move', direction, by: 'page', isExtending: shiftKey };
		}
		case 'Tab':
			return hasCommand || altKey ? undefined : { do: 'leave', departure: shiftKey ? 'tab-back' : 'tab' };
		case 'Enter':
			return hasCommand || altKey ? undefined : { do: 'leave', departure: shiftKey ? 'enter-back' : 'enter' };
		case 'F2':
			return shiftKey || hasCommand || altKey ? undefined : { do: 'edit' };
		case 'F8':
			return hasCommand || altKey ? undefined : { do: shiftKey ? 'add-range' : 'extend' };
		case 'F10':
			return shiftKey && !hasCommand && !altKey ? { do: 'menu' } : undefined;
		case 'ContextMenu':
			return { do: 'menu' };
		case 'Backspace':
			if (hasCommand) return { do: 'reveal' };
			return shiftKey ? { do: 'select', what: 'active' } : undefined;
		case 'Escape':
			return { do: 'escape' };
		default:
			return undefined;
	}
}
