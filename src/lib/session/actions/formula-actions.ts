import type { Action } from './action';

export const FORMULA_ACTIONS: readonly Action[] = [
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
