import { describe, expect, test } from 'vitest';
import { editCommand } from '../../../src/lib/view/grid/edit-keys';
import { gridCommand } from '../../../src/lib/view/grid/grid-keys';
import type { KeyStroke } from '$lib/session/actions/key-stroke';

/** A stroke written as `Ctrl+Shift+z`. */
function stroke(written: string): KeyStroke {
	const parts = written === '+' ? ['+'] : written.split('+');
	return {
		key: parts.at(-1)!,
		ctrlKey: parts.includes('Ctrl'),
		metaKey: parts.includes('Cmd'),
		shiftKey: parts.includes('Shift'),
		altKey: parts.includes('Alt')
	};
}
const pressed = (written: string, isMac = false) => gridCommand(stroke(written), isMac);

describe('keys in the grid', () => {
	test.each([
		['ArrowDown', { do: 'move', direction: 'down', by: 'cell', isExtending: false }],
		['Shift+ArrowLeft', { do: 'move', direction: 'left', by: 'cell', isExtending: true }],
		['Ctrl+ArrowUp', { do: 'move', direction: 'up', by: 'edge', isExtending: false }],
		['Cmd+Shift+ArrowRight', { do: 'move', direction: 'right', by: 'edge', isExtending: true }],
		['PageDown', { do: 'move', direction: 'down', by: 'page', isExtending: false }],
		['Shift+PageUp', { do: 'move', direction: 'up', by: 'page', isExtending: true }],
		['Alt+PageDown', { do: 'move', direction: 'right', by: 'page', isExtending: false }],
		['Home', { do: 'go', to: 'row-start', isExtending: false }],
		['Ctrl+Shift+End', { do: 'go', to: 'sheet-end', isExtending: true }],
		['Tab', { do: 'leave', departure: 'tab' }],
		['Shift+Enter', { do: 'leave', departure: 'enter-back' }],
		['Ctrl+a', { do: 'select', what: 'wider' }],
		['Ctrl+Shift+A', { do: 'select', what: 'all' }],
		['Ctrl+*', { do: 'select', what: 'region' }],
		['Shift+Backspace', { do: 'select', what: 'active' }],
		['Ctrl+Backspace', { do: 'reveal' }],
		['Ctrl+.', { do: 'next-corner' }],
		['Shift+F8', { do: 'add-range' }],
		['Shift+ ', { do: 'select', what: 'rows' }],
		['Ctrl+ ', { do: 'select', what: 'columns' }],
		['F2', { do: 'edit' }],
		['Escape', { do: 'escape' }],
		['Shift+F10', { do: 'menu' }],
		['ContextMenu', { do: 'menu' }]
	] as const)('GRD-19 %s', (written, command) => {
		expect(pressed(written)).toEqual(command);
	});

	test.each(['a', '=', '7', ' ', 'Shift+A', 'é', '😀', 'Dead', 'Process', 'Ctrl+Alt+@'])(
		'GRD-20 %s begins typing',
		(written) => {
			expect(pressed(written)).toEqual({ do: 'type' });
		}
	);

	test('GRD-20 a key that an input method handles begins typing whatever it is called', () => {
		expect(gridCommand({ ...stroke('Unidentified'), keyCode: 229 }, false)).toEqual({ do: 'type' });
		expect(gridCommand({ ...stroke('k'), isComposing: true }, false)).toEqual({ do: 'type' });
	});

	test('GRD-20 Alt types on a Mac and opens menus elsewhere', () => {
		expect(pressed('Alt+ø', true)).toEqual({ do: 'type' });
		expect(pressed('Alt+f')).toBeUndefined();
		expect(pressed('Ctrl+Alt+f', true)).toBeUndefined();
	});

	test.each([
		'Ctrl+c',
		'Ctrl+v',
		'Ctrl+x',
		'Ctrl+r',
		'Ctrl+PageDown',
		'F5',
		'F12',
		'Alt+ArrowLeft',
		'Ctrl+Tab'
	])('GRD-21 %s is left to the browser', (written) => {
		expect(pressed(written)).toBeUndefined();
	});
});

describe('keys while a cell is edited', () => {
	const edited = (written: string, mode: 'enter' | 'edit' = 'enter', text = '12') =>
		editCommand(stroke(written), mode, text);

	test('GRD-22 Enter and Tab take the text, Escape does not, F2 changes the mode', () => {
		expect(edited('Enter')).toEqual({ do: 'commit', departure: 'enter' });
		expect(edited('Shift+Tab', 'edit')).toEqual({ do: 'commit', departure: 'tab-back' });
		expect(edited('Escape')).toEqual({ do: 'cancel' });
		expect(edited('F2')).toEqual({ do: 'switch-mode' });
		expect(edited('Alt+Enter')).toEqual({ do: 'new-line' });
		expect(edited('Ctrl+Enter')).toEqual({ do: 'fill' });
	});

	test('GRD-22 arrows take a text that was typed over a cell, and move the caret in one that was opened', () => {
		expect(edited('ArrowRight')).toEqual({ do: 'commit', departure: 'right' });
		expect(edited('ArrowRight', 'edit')).toBeUndefined();
		expect(edited('Shift+ArrowRight')).toBeUndefined();
		expect(edited('ArrowUp', 'enter', '=B3*2')).toEqual({ do: 'commit', departure: 'up' });
	});

	test.each(['=', '=B3+', '=SUM(', '=IF(B3,', '=B3 > '])(
		'GRD-22 an arrow does not take the formula %s, which awaits an operand',
		(text) => {
			expect(edited('ArrowDown', 'enter', text)).toBeUndefined();
		}
	);

	test('GRD-22 Enter, Escape and arrows belong to an input method while it composes', () => {
		for (const key of ['Enter', 'Escape', 'ArrowDown']) {
			expect(editCommand({ ...stroke(key), isComposing: true }, 'enter', 'か')).toBeUndefined();
		}
	});
});

test('GRD-20 Ctrl and Alt with a key’s own sign are no AltGr: they zoom', () => {
	const held = { ctrlKey: true, altKey: true, shiftKey: false, metaKey: false };
	expect(gridCommand({ ...held, key: '=', code: 'Equal' }, false)).toBeUndefined();
	expect(gridCommand({ ...held, key: '-', code: 'Minus' }, false)).toBeUndefined();
	expect(gridCommand({ ...held, key: '}', code: 'Digit0' }, false)).toEqual({ do: 'type' });
	expect(gridCommand({ ...held, key: '=', code: 'KeyE' }, false)).toEqual({ do: 'type' });
});
