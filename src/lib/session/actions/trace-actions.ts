import type { Action } from './action';

/** Arrows and the explanation of a cell: how its value came about, and what rests on it. */
export const TRACE_ACTIONS: readonly Action[] = [
	{
		id: 'trace-precedents',
		title: 'Trace precedents',
		group: 'Formula',
		words: 'arrows inputs reads level',
		keys: ['Mod+{'],
		run: (session) => void session.shown.tracing?.trace('precedents')
	},
	{
		id: 'trace-dependents',
		title: 'Trace dependents',
		group: 'Formula',
		words: 'arrows uses reads level',
		keys: ['Mod+}'],
		run: (session) => void session.shown.tracing?.trace('dependents')
	},
	{
		id: 'remove-arrows',
		title: 'Remove arrows',
		group: 'Formula',
		words: 'trace precedents dependents clear',
		isAvailable: (session) => (session.shown.tracing?.arrows.length ?? 0) > 0,
		run: (session) => session.shown.tracing?.remove()
	},
	{
		id: 'explain',
		title: 'Explain this cell',
		group: 'Formula',
		words: 'chain tree precedents formula why pin',
		keys: ['Mod+Shift+E'],
		isOn: (session) => session.shown.explanation?.isOpen ?? false,
		run: (session) => {
			session.display.layout?.show('evidence');
			void session.shown.explanation?.toggle();
		}
	}
];
