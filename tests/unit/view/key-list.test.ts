import { describe, expect, test } from 'vitest';
import type { KeyStroke } from '$lib/session/actions/key-stroke';
import { editCommand } from '../../../src/lib/view/grid/edit-keys';
import { gridCommand } from '../../../src/lib/view/grid/grid-keys';
import { EDIT_KEYS, GRID_KEYS, type KeyLine } from '../../../src/lib/view/grid/key-list';

const ARROWS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];
const NAMED = [
	'Home',
	'End',
	'PageUp',
	'PageDown',
	'Tab',
	'Enter',
	'Escape',
	'Backspace',
	'Delete',
	'Insert'
];
const FUNCTIONS = Array.from({ length: 12 }, (_, index) => `F${index + 1}`);
const SIGNS = [...'abcdefghijklmnopqrstuvwxyz0123456789.,*/-;\'"!?[]= '];
const KEYS = [...ARROWS, ...NAMED, ...FUNCTIONS, ...SIGNS, 'ContextMenu'];

/** The strokes that a line of the list names. */
function strokesOf({ keys }: KeyLine): KeyStroke[] {
	return keys.flatMap((chord) => {
		const parts = chord.split('+');
		const named = parts.pop()!;
		return (named === 'Arrow' ? ARROWS : [named]).map((key) => ({
			key,
			ctrlKey: parts.includes('Mod'),
			metaKey: false,
			shiftKey: parts.includes('Shift'),
			altKey: parts.includes('Alt')
		}));
	});
}

const everyStroke: readonly KeyStroke[] = KEYS.flatMap((key) =>
	Array.from({ length: 8 }, (_, bits) => ({
		key,
		ctrlKey: (bits & 1) > 0,
		metaKey: false,
		shiftKey: (bits & 2) > 0,
		altKey: (bits & 4) > 0
	}))
);

/** What strokes mean, each meaning once, typing aside. */
const meanings = (strokes: readonly KeyStroke[], read: (stroke: KeyStroke) => object | undefined) =>
	[...new Set(strokes.map((stroke) => JSON.stringify(read(stroke) ?? null)))].filter(
		(meaning) => meaning !== 'null' && meaning !== JSON.stringify({ do: 'type' })
	);

describe('the list of keys', () => {
	const inGrid = (stroke: KeyStroke) => gridCommand(stroke, false);
	const inEdit = (stroke: KeyStroke) => editCommand(stroke, 'enter', 'text');

	test.each(GRID_KEYS)('ACT-24 $title: every key of it does something in the grid', (line) => {
		for (const stroke of strokesOf(line)) {
			expect(inGrid(stroke), stroke.key).toBeDefined();
			expect(inGrid(stroke), stroke.key).not.toEqual({ do: 'type' });
		}
	});

	test('ACT-24 what any key does in the grid is in the list', () => {
		const listed = meanings(GRID_KEYS.flatMap(strokesOf), inGrid);
		expect(listed.sort()).toEqual(meanings(everyStroke, inGrid).sort());
	});

	test('ACT-24 what any key does while a cell is edited is in the list', () => {
		const listed = meanings(EDIT_KEYS.flatMap(strokesOf), inEdit);
		expect(listed.sort()).toEqual(meanings(everyStroke, inEdit).sort());
	});

	test('ACT-24 no key stands in two lines', () => {
		for (const lines of [GRID_KEYS, EDIT_KEYS]) {
			const strokes = lines.flatMap(strokesOf).map((stroke) => JSON.stringify(stroke));
			expect(new Set(strokes).size).toBe(strokes.length);
		}
	});
});
