import { formatAddress, quoteSheetName, type Place, type Workbook } from '$lib/workbook';
import type { Notice } from './notices.svelte';

/** Why nothing is calculated: it did not end last time, an opening was stopped, or a change takes too long. */
export type Pause = 'unfinished' | 'opening' | 'change';

const PAUSED: Readonly<Record<Pause, string>> = {
	unfinished:
		'The calculation of this workbook did not end when it was last open, so it was opened without calculating: formulas show as they were typed. What you change is saved.',
	opening:
		'The calculation was stopped, so formulas show as they were typed. What you change is saved; calculate when you are ready.',
	change:
		'The calculation was stopped: with the last change it takes too long, so values may be from before it. What was typed is kept: undo it, change something else, or calculate all the same.'
};

const NUMBER = new Intl.NumberFormat('en-US');

/** Says that nothing is calculated, and offers to. */
export function pausedNotice(pause: Pause, calculate: () => void): Notice {
	return {
		about: 'paused',
		text: PAUSED[pause],
		isFault: false,
		actions: [{ label: 'Calculate (F9)', run: calculate }]
	};
}

/** Says which cells are held back, and offers to try them again. */
export function heldNotice(workbook: Workbook, held: readonly Place[], retry: () => void): Notice {
	const [first] = held;
	const sheet = first && workbook.tables.sheet.get(first.sheet);
	const label = first && sheet ? `${quoteSheetName(sheet.name)}!${formatAddress(first)}` : '';
	const rest = held.length - 1;
	const more = rest === 0 ? '' : rest === 1 ? ' and 1 more cell' : ` and ${NUMBER.format(rest)} more cells`;
	return {
		about: 'held',
		text: `Stopped: ${label}${more} took too long to calculate. What was typed is kept: change it, undo it, or try again.`,
		isFault: false,
		actions: [{ label: 'Try again (F9)', run: retry }]
	};
}

/** Says that a scenario is not shown because it took too long. */
export function scenarioNotice(title: string, baseTitle: string): Notice {
	return {
		about: 'scenario',
		text: `Stopped: the scenario “${title}” took too long to calculate, so “${baseTitle}” is shown. Nothing is lost: undo what was changed in the scenario, or choose it again.`,
		isFault: false
	};
}

/** Says that scenarios are not compared because that took too long. */
export function comparisonNotice(compare: () => void): Notice {
	return {
		about: 'comparison',
		text: 'Stopped: comparing the scenarios took too long, so the comparison is empty. The sheets are calculated as ever.',
		isFault: false,
		actions: [{ label: 'Compare again (F9)', run: compare }]
	};
}
