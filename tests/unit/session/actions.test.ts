import { describe, expect, test } from 'vitest';
import { ACTIONS, actionCalled, actionOfKey } from '$lib/session/actions';
import { chordAttribute, chordText, isChord, type KeyStroke } from '$lib/session/actions/key-stroke';

/** A stroke written as `Ctrl+Shift+z`; `code` is where a key lies whose letter Shift changes. */
function stroke(written: string, code?: string): KeyStroke {
	const parts = written.split('+');
	return {
		key: parts.at(-1)!,
		...(code && { code }),
		ctrlKey: parts.includes('Ctrl'),
		metaKey: parts.includes('Cmd'),
		shiftKey: parts.includes('Shift'),
		altKey: parts.includes('Alt')
	};
}

describe('keys of actions', () => {
	test.each([
		['Mod+Shift+L', 'Ctrl+Shift+L', undefined, false],
		['Mod+Shift+L', 'Cmd+Shift+l', undefined, true],
		['Mod+Shift+4', 'Ctrl+Shift+$', 'Digit4', false],
		['Mod+-', 'Ctrl+-', undefined, false],
		['Mod++', 'Ctrl+Shift+\u002b', undefined, false],
		['Ctrl+Space', 'Ctrl+Space', undefined, true],
		['Alt+=', 'Alt+=', undefined, false]
	] as const)('ACT-1 %s is %s', (chord, written, code, onMac) => {
		const made = written.endsWith('\u002b') ? { ...stroke('Ctrl+Shift+x'), key: '+' } : stroke(written, code);
		expect(isChord(made, chord, onMac)).toBe(true);
	});

	test.each([
		['Mod+Z', 'Ctrl+Shift+Z'],
		['Mod+Z', 'z'],
		['Mod+Z', 'Ctrl+Alt+z'],
		['Mod+Shift+4', 'Ctrl+4'],
		['Delete', 'Shift+Delete']
	])('ACT-1 %s is not %s', (chord, written) => {
		expect(isChord(stroke(written, /\d$/.test(written) ? 'Digit4' : undefined), chord, false)).toBe(false);
	});

	test('ACT-2 keys are shown as each platform writes them', () => {
		expect([chordText('Mod+Shift+L', false), chordText('Mod+Shift+L', true)]).toEqual([
			'Ctrl+Shift+L',
			'⇧⌘L'
		]);
		expect(chordText('Alt+ArrowDown', false)).toBe('Alt+↓');
		expect([chordAttribute('Mod+Z', false), chordAttribute('Mod+Z', true)]).toEqual(['Control+Z', 'Meta+Z']);
	});

	test('ACT-3 every action has its own id and title, and no keys ask for two of them', () => {
		const unique = (texts: readonly string[]) => expect([...new Set(texts)]).toEqual(texts);
		unique(ACTIONS.map(({ id }) => id));
		unique(ACTIONS.map(({ title }) => title));
		unique(ACTIONS.flatMap(({ keys }) => keys ?? []));
		for (const { id, title } of ACTIONS) {
			expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
			expect(title).toMatch(/^\p{Lu}/u);
		}
	});

	test('ACT-3 keys find their action: in the grid all, on the page those that are for it', () => {
		expect(actionOfKey(stroke('Ctrl+z'), 'page', false)?.id).toBe('undo');
		expect(actionOfKey(stroke('Ctrl+Shift+Z'), 'grid', false)?.id).toBe('redo');
		expect(actionOfKey(stroke('Delete'), 'grid', false)?.id).toBe('clear-contents');
		expect(actionOfKey(stroke('Delete'), 'page', false)).toBeUndefined();
	});
});

describe('keys in fields', () => {
	test('ACT-3 keys by which the browser asks are told and left alone', () => {
		expect(actionCalled('copy').keys).toEqual(['Mod+C']);
		for (const key of ['Ctrl+x', 'Ctrl+c', 'Ctrl+v']) {
			for (const from of ['grid', 'page', 'field'] as const) {
				expect(actionOfKey(stroke(key), from, false)).toBeUndefined();
			}
		}
	});

	test('ACT-25 in a field only what is for fields answers, and no key that types a sign there', () => {
		expect(actionOfKey(stroke('F6'), 'field', false)?.id).toBe('next-pane');
		expect(actionOfKey(stroke('Ctrl+k'), 'field', false)?.id).toBe('commands');
		expect(actionOfKey(stroke('Ctrl+/'), 'field', false)?.id).toBe('shortcuts');
		expect(actionOfKey(stroke('Shift+?'), 'page', false)?.id).toBe('shortcuts');
		expect(actionOfKey(stroke('Shift+?'), 'field', false)).toBeUndefined();
		expect(actionOfKey(stroke('Ctrl+z'), 'field', false)).toBeUndefined();
		expect(actionOfKey(stroke('Ctrl+d'), 'page', false)).toBeUndefined();
		expect(actionOfKey(stroke('Ctrl+d'), 'grid', false)?.id).toBe('fill-down');
		expect(actionOfKey(stroke('F5'), 'grid', false)?.id).toBe('go-to');
	});
});
