import type { Session } from '../session.svelte';
import type { KeyChord } from './key-stroke';

/** Where actions stand in lists, in this order. */
export const ACTION_GROUPS = [
	'Edit',
	'Insert',
	'Delete',
	'Format',
	'Data',
	'Formula',
	'Sheet',
	'Scenario',
	'Go to',
	'View',
	'File',
	'Help'
] as const;
export type ActionGroup = (typeof ACTION_GROUPS)[number];

/**
 * Something that the reader can ask for: from the command palette, a menu, a button or by its keys. What it does to the
 * workbook it does by commands; everything else, such as opening a dialog, is a view act.
 */
export interface Action {
	/** In words joined by hyphens, such as `insert-rows`. */
	readonly id: string;
	/** What it does, as a menu says it: `Insert rows above`. */
	readonly title: string;
	readonly group: ActionGroup;
	/** Other words that it is looked for by. */
	readonly words?: string;
	readonly keys?: readonly KeyChord[];
	/** Whether its keys work wherever the focus is on the page, dialogs and fields aside; otherwise in the grid only. */
	readonly isForPage?: boolean;
	/** Whether its keys work in fields too, but for keys that type something there. */
	readonly isForFields?: boolean;
	/** Whether the browser itself asks for it by its keys, as for a copy: the page leaves them alone. */
	readonly areKeysOfBrowser?: boolean;
	/** Whether it can be done now; always where it is left out. */
	isAvailable?(session: Session): boolean;
	/** Whether what it switches is on. */
	isOn?(session: Session): boolean;
	run(session: Session): void;
}
