import { isFormula } from '$lib/workbook';
import type { Session } from '../session.svelte';
import type { Action } from './action';

export const FORMULA_ACTIONS: readonly Action[] = [
	{
		id: 'insert-function',
		title: 'Insert a function',
		group: 'Formula',
		words: 'list search formula wizard',
		keys: ['Shift+F3'],
		run: (session) => listFor(session, 'function')
	},
	{
		id: 'insert-name',
		title: 'Insert a name into a formula',
		group: 'Formula',
		words: 'list paste use',
		keys: ['F3'],
		run: (session) => listFor(session, 'name')
	},
	{
		id: 'calculate',
		title: 'Calculate what was stopped',
		group: 'Formula',
		words: 'recalculate try again retry compare',
		keys: ['F9'],
		isForPage: true,
		isAvailable: ({ calculating }) => calculating.canCalculate,
		run: ({ calculating }) => calculating.calculate()
	},
	{
		id: 'stop-calculation',
		title: 'Stop the calculation',
		group: 'Formula',
		words: 'cancel end escape',
		isForPage: true,
		isAvailable: ({ calculating }) => calculating.running !== null,
		run: ({ calculating }) => calculating.stop()
	}
];

/** Opens the formula of the active cell, or begins one, and lists what can be put into it. */
function listFor(session: Session, kind: 'function' | 'name'): void {
	if (!session.settleEdit()) return;
	if (kind === 'name' && session.tables.name.size === 0) {
		session.status = 'This workbook has no names yet.';
		return;
	}
	const place = { sheet: session.activeSheet, ...session.selection.active };
	const isThere = isFormula(session.contentAt(place));
	session.edit.begin(place, { mode: 'edit', surface: 'cell', ...(!isThere && { text: '=' }) });
	session.assist?.list(kind);
}
