/** The part of a keyboard event that says which keys are down. */
export interface KeyStroke {
	readonly key: string;
	/** Where the key lies, whatever it types: `Digit1`. */
	readonly code?: string;
	readonly ctrlKey: boolean;
	readonly metaKey: boolean;
	readonly shiftKey: boolean;
	readonly altKey: boolean;
	readonly isComposing?: boolean;
	readonly keyCode?: number;
}

/**
 * Keys held together, as `Mod+Shift+L`: `Mod` is Ctrl, and Cmd on a Mac. The last part is a key by its name, or a digit by
 * where it lies, since Shift changes what it types.
 */
export type KeyChord = string;

/** Where a key stroke comes from: the grid, a field that text is typed into, or elsewhere on the page. */
export type KeyOrigin = 'grid' | 'field' | 'page';

/** Whether this page runs on a Mac, an iPad or an iPhone. */
export function isMac(): boolean {
	return typeof navigator !== 'undefined' && /^(Mac|iP)/.test(navigator.platform);
}

/** Whether a stroke is a chord. */
export function isChord(stroke: KeyStroke, chord: KeyChord, onMac: boolean): boolean {
	const parts = partsOf(chord);
	const has = (modifier: string) => parts.modifiers.includes(modifier);
	const mod = has('Mod');
	const ctrl = has('Ctrl') || (mod && !onMac);
	const meta = mod && onMac;
	if (stroke.ctrlKey !== ctrl || stroke.metaKey !== meta || stroke.altKey !== has('Alt')) return false;
	if (/^[0-9]$/.test(parts.key) && stroke.code !== undefined) {
		return stroke.shiftKey === has('Shift') && stroke.code === `Digit${parts.key}`;
	}
	const isSame = stroke.key.toLowerCase() === parts.key.toLowerCase();
	// Signs lie under Shift on some keyboards and not on others.
	const isSign = parts.key.length === 1 && !/[a-z0-9]/i.test(parts.key);
	return isSame && (isSign || stroke.shiftKey === has('Shift'));
}

const MAC_SIGNS: Readonly<Record<string, string>> = {
	Mod: '⌘',
	Ctrl: '⌃',
	Alt: '⌥',
	Shift: '⇧'
};
const KEY_WORDS: Readonly<Record<string, string>> = {
	ArrowUp: '↑',
	ArrowDown: '↓',
	ArrowLeft: '←',
	ArrowRight: '→',
	Delete: 'Del',
	Escape: 'Esc',
	' ': 'Space'
};

/** A chord as it is shown to the reader: `Ctrl+Shift+L`, on a Mac `⇧⌘L`. */
export function chordText(chord: KeyChord, onMac: boolean): string {
	const { modifiers, key } = partsOf(chord);
	const word = KEY_WORDS[key] ?? (key.length === 1 ? key.toUpperCase() : key);
	if (!onMac)
		return [...modifiers.map((modifier) => (modifier === 'Mod' ? 'Ctrl' : modifier)), word].join('+');
	const order = ['Ctrl', 'Alt', 'Shift', 'Mod'].filter((modifier) => modifiers.includes(modifier));
	return order.map((modifier) => MAC_SIGNS[modifier]).join('') + word;
}

/** A chord as assistive technology reads it from `aria-keyshortcuts`. */
export function chordAttribute(chord: KeyChord, onMac: boolean): string {
	const { modifiers, key } = partsOf(chord);
	const named = modifiers.map((modifier) =>
		modifier === 'Mod' ? (onMac ? 'Meta' : 'Control') : modifier === 'Ctrl' ? 'Control' : modifier
	);
	return [...named, key === ' ' ? 'Space' : key].join('+');
}

function partsOf(chord: KeyChord): { readonly modifiers: readonly string[]; readonly key: string } {
	// A plus at the end is the key itself.
	const parts = chord.endsWith('++') ? [...chord.slice(0, -2).split('+'), '+'] : chord.split('+');
	return { modifiers: parts.slice(0, -1), key: parts.at(-1)! };
}
