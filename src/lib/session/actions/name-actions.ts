import { followTrace } from '../tracing';
import type { Action } from './action';

/** Names, and what formulas read. */
export const NAME_ACTIONS: readonly Action[] = [
	{
		id: 'names',
		title: 'Names …',
		group: 'Formula',
		words: 'name manager define rename retarget named range',
		keys: ['Mod+F3'],
		isForPage: true,
		run: ({ dialogs }) => dialogs.open('names')
	},
	{
		id: 'go-to-precedents',
		title: 'Go to what this cell reads',
		group: 'Formula',
		words: 'precedents inputs',
		keys: ['Mod+['],
		run: (session) => void followTrace(session, 'precedents')
	},
	{
		id: 'go-to-dependents',
		title: 'Go to what reads this cell',
		group: 'Formula',
		words: 'dependents uses',
		keys: ['Mod+]'],
		run: (session) => void followTrace(session, 'dependents')
	}
];
