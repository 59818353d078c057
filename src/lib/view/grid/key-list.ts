import type { KeyChord } from '$lib/session/actions/key-stroke';

/** Keys that do the same. `Arrow` as the last part stands for each of the four. */
export interface KeyLine {
	readonly title: string;
	readonly keys: readonly KeyChord[];
}

/** What keys do in the grid beside the actions: moving, selecting and opening cells. */
export const GRID_KEYS: readonly KeyLine[] = [
	{ title: 'Move by one cell', keys: ['Arrow'] },
	{ title: 'To the edge of the data', keys: ['Mod+Arrow'] },
	{ title: 'One page up or down', keys: ['PageUp', 'PageDown'] },
	{ title: 'One page left or right', keys: ['Alt+PageUp', 'Alt+PageDown'] },
	{ title: 'To the start or the end of the row', keys: ['Home', 'End'] },
	{ title: 'To the first or the last cell', keys: ['Mod+Home', 'Mod+End'] },
	{ title: 'Next cell, or the one before', keys: ['Tab', 'Shift+Tab'] },
	{ title: 'Cell below, or above; Enter pastes what is outlined', keys: ['Enter', 'Shift+Enter'] },
	{ title: 'Bring the active cell into view', keys: ['Mod+Backspace'] },
	{ title: 'Let the next Tab leave the grid', keys: ['Escape'] },
	{ title: 'Menu of what is selected', keys: ['Shift+F10', 'ContextMenu'] },
	{ title: 'Select further by one cell', keys: ['Shift+Arrow'] },
	{ title: 'Select as far as the edge of the data', keys: ['Mod+Shift+Arrow'] },
	{ title: 'Select by a page', keys: ['Shift+PageUp', 'Shift+PageDown'] },
	{ title: 'Select to the start or the end of the row', keys: ['Shift+Home', 'Shift+End'] },
	{ title: 'Select to the first or the last cell', keys: ['Mod+Shift+Home', 'Mod+Shift+End'] },
	{ title: 'Select the block of data, then all', keys: ['Mod+A'] },
	{ title: 'Select all', keys: ['Mod+Shift+A', 'Mod+Shift+ '] },
	{ title: 'Select the block of data', keys: ['Mod+*'] },
	{ title: 'Select whole rows', keys: ['Shift+ '] },
	{ title: 'Select whole columns', keys: ['Mod+ '] },
	{ title: 'Select the active cell only', keys: ['Shift+Backspace'] },
	{ title: 'Next corner of the selection', keys: ['Mod+.'] },
	{ title: 'Add another range, on and off', keys: ['Shift+F8'] },
	{ title: 'Let moving select further, on and off', keys: ['F8'] },
	{ title: 'Open the cell', keys: ['F2'] },
	{ title: 'Open the cell, empty (on a Mac, clear it)', keys: ['Backspace'] }
];

/** What keys do while a cell is edited. */
export const EDIT_KEYS: readonly KeyLine[] = [
	{ title: 'Take the text and go down, or up', keys: ['Enter', 'Shift+Enter'] },
	{ title: 'Take the text and go on, or back', keys: ['Tab', 'Shift+Tab'] },
	{ title: 'Take what was typed over a cell and move on, or point at a cell', keys: ['Arrow'] },
	{ title: 'Let arrows move within the text, or the cell', keys: ['F2'] },
	{ title: 'New line within the cell', keys: ['Alt+Enter'] },
	{ title: 'Write today’s date, or the time, at the caret', keys: ['Mod+;', 'Mod+Shift+:'] },
	{ title: 'Take the text into every selected cell', keys: ['Mod+Enter'] },
	{ title: 'Point as far as another cell', keys: ['Shift+Arrow'] },
	{ title: 'Point at the edge of the data, or as far as it', keys: ['Mod+Arrow', 'Mod+Shift+Arrow'] },
	{ title: 'Point at cells of the sheet before or after', keys: ['Mod+PageUp', 'Mod+PageDown'] },
	{ title: 'Turn the reference at the caret', keys: ['F4'] },
	{ title: 'List the names, or the functions, to insert one', keys: ['F3', 'Shift+F3'] },
	{ title: 'Put the value of the selected part of a formula in its place', keys: ['F9'] },
	{ title: 'Leave the cell as it was', keys: ['Escape'] }
];
