import type { Alignment, CellLook, VerticalAlignment } from '$lib/workbook';
import {
	activeCell,
	activeLook,
	activeMerge,
	changeLook,
	clearFormats,
	drawBorders,
	setNote,
	setNumberFormat,
	stepDecimals,
	toggleLook,
	toggleMerge,
	type BorderChoice
} from '../formatting';
import type { Action } from './action';
import type { KeyChord } from './key-stroke';

/** What a number format is for, its code, and Excel's key for it. */
const NUMBER_FORMATS: readonly (readonly [id: string, title: string, code: string | null, key: KeyChord])[] =
	[
		['general', 'General', null, 'Mod+Shift+~'],
		['number', 'Number', '#,##0.00', 'Mod+Shift+1'],
		['time', 'Time', 'h:mm AM/PM', 'Mod+Shift+2'],
		['date', 'Date', 'd-mmm-yy', 'Mod+Shift+3'],
		['currency', 'Currency', '$#,##0.00', 'Mod+Shift+4'],
		['percent', 'Percent', '0%', 'Mod+Shift+5'],
		['scientific', 'Scientific', '0.00E+00', 'Mod+Shift+6']
	];

const BORDERS: readonly (readonly [choice: BorderChoice, title: string, key?: KeyChord])[] = [
	['outline', 'Outline', 'Mod+Shift+7'],
	['none', 'No borders', 'Mod+Shift+_'],
	['all', 'All borders'],
	['top', 'Top border'],
	['bottom', 'Bottom border'],
	['left', 'Left border'],
	['right', 'Right border']
];

export const FORMAT_ACTIONS: readonly Action[] = [
	toggle('bold', 'Bold', 'isBold', ['Mod+B', 'Mod+2']),
	toggle('italic', 'Italic', 'isItalic', ['Mod+I', 'Mod+3']),
	toggle('underline', 'Underline', 'isUnderlined', ['Mod+U', 'Mod+4']),
	toggle('strike', 'Strikethrough', 'isStruck', ['Mod+5'], 'cross out'),
	alignment('left'),
	alignment('center'),
	alignment('right'),
	verticalAlignment('top'),
	verticalAlignment('middle'),
	verticalAlignment('bottom'),
	toggle('wrap', 'Wrap text', 'isWrapped', [], 'lines break'),
	...BORDERS.map(([choice, title, key]): Action => ({
		id: `border-${choice}`,
		title,
		group: 'Format',
		words: 'borders lines',
		...(key && { keys: [key] }),
		run: (session) => drawBorders(session, choice)
	})),
	...NUMBER_FORMATS.map(([id, title, code, key]): Action => ({
		id: `format-${id}`,
		title: `Number format: ${title}`,
		group: 'Format',
		keys: [key],
		isOn: (session) => (activeCell(session)?.format ?? null) === code,
		run: (session) => setNumberFormat(session, code)
	})),
	{
		id: 'number-format',
		title: 'Number format …',
		group: 'Format',
		words: 'custom code dialog cells',
		keys: ['Mod+1'],
		run: ({ dialogs }) => dialogs.open('number-format')
	},
	{
		id: 'more-decimals',
		title: 'One decimal more',
		group: 'Format',
		words: 'increase digits',
		run: (session) => stepDecimals(session, 1)
	},
	{
		id: 'fewer-decimals',
		title: 'One decimal less',
		group: 'Format',
		words: 'decrease digits',
		run: (session) => stepDecimals(session, -1)
	},
	{
		id: 'merge-cells',
		title: 'Merge cells',
		group: 'Format',
		words: 'unmerge join split title across',
		isOn: (session) => activeMerge(session) !== undefined,
		run: toggleMerge
	},
	{
		id: 'conditional-formats',
		title: 'Conditional formats …',
		group: 'Format',
		words: 'rules highlight colour scale heat map formatting duplicates',
		run: ({ dialogs }) => dialogs.open('conditional-formats')
	},
	{
		id: 'edit-note',
		title: 'Note …',
		group: 'Insert',
		words: 'comment remark annotation',
		keys: ['Shift+F2'],
		run: ({ dialogs }) => dialogs.open('note')
	},
	{
		id: 'delete-note',
		title: 'Delete the note',
		group: 'Delete',
		words: 'comment remark',
		isAvailable: (session) => activeCell(session)?.note !== undefined,
		run: (session) => setNote(session, '')
	},
	{
		id: 'clear-formats',
		title: 'Clear formats',
		group: 'Format',
		words: 'remove reset look plain',
		keys: ['Mod+\\'],
		run: clearFormats
	},
	{
		id: 'show-formatting',
		title: 'Formatting',
		group: 'View',
		words: 'toolbar ribbon bold colour borders',
		isForPage: true,
		isOn: ({ formatBar }) => formatBar.isShown,
		run: ({ formatBar }) => formatBar.toggle()
	}
];

function toggle(
	id: string,
	title: string,
	field: 'isBold' | 'isItalic' | 'isUnderlined' | 'isStruck' | 'isWrapped',
	keys: readonly KeyChord[],
	words?: string
): Action {
	return {
		id,
		title,
		group: 'Format',
		...(words !== undefined && { words }),
		keys,
		isOn: (session) => activeLook(session)[field] ?? false,
		run: (session) => toggleLook(session, field)
	};
}

function alignment(align: Alignment): Action {
	const title = { left: 'Align left', center: 'Align in the centre', right: 'Align right' }[align];
	return aligning(`align-${align}`, title, { align });
}

function verticalAlignment(verticalAlign: VerticalAlignment): Action {
	const title = { top: 'Align to the top', middle: 'Align in the middle', bottom: 'Align to the bottom' };
	return aligning(`align-${verticalAlign}`, title[verticalAlign], { verticalAlign });
}

/** Aligned so already, what is selected goes back to where values of its kind stand. */
function aligning(id: string, title: string, look: CellLook): Action {
	const [field, value] = Object.entries(look)[0] as ['align' | 'verticalAlign', string];
	return {
		id,
		title,
		group: 'Format',
		isOn: (session) => activeLook(session)[field] === value,
		run: (session) => changeLook(session, activeLook(session)[field] === value ? { [field]: null } : look)
	};
}
