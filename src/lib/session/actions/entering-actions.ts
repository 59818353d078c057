import { enterFromAbove, enterMoment, enterSums } from '../entering';
import { pickFromColumn } from '../picking';
import type { Session } from '../session.svelte';
import type { Action } from './action';

const isReady = (session: Session) => session.isReady;

/** What is entered without being typed. */
export const ENTERING_ACTIONS: readonly Action[] = [
	{
		id: 'auto-sum',
		title: 'AutoSum',
		group: 'Formula',
		words: 'sum total add',
		keys: ['Alt+='],
		isAvailable: isReady,
		run: enterSums
	},
	{
		id: 'enter-date',
		title: 'Enter today’s date',
		group: 'Insert',
		words: 'now day',
		keys: ['Mod+;'],
		isAvailable: isReady,
		run: (session) => enterMoment(session, 'date', new Date())
	},
	{
		id: 'enter-time',
		title: 'Enter the time',
		group: 'Insert',
		words: 'now clock',
		keys: ['Mod+Shift+:'],
		isAvailable: isReady,
		run: (session) => enterMoment(session, 'time', new Date())
	},
	{
		id: 'enter-from-above',
		title: 'Copy the formula from above',
		group: 'Edit',
		words: 'ditto same cell',
		keys: ["Mod+'"],
		isAvailable: isReady,
		run: enterFromAbove
	},
	{
		id: 'pick-from-column',
		title: 'Pick from the column …',
		group: 'Edit',
		words: 'dropdown list choose autocomplete',
		keys: ['Alt+Shift+ArrowDown'],
		isAvailable: isReady,
		run: pickFromColumn
	}
];
