import type { Figure, Qualifier } from '$lib/workbook';

const WORDS: Readonly<Record<Qualifier, string>> = {
	exact: 'exactly',
	about: 'about',
	nearly: 'nearly',
	'more-than': 'more than',
	'at-least': 'at least',
	'at-most': 'at most',
	between: 'between',
	'order-of-magnitude': 'order of magnitude'
};

/** A figure's qualifier as it is said in a sentence. */
export function qualifierWords({ qualifier }: Pick<Figure, 'qualifier'>): string {
	return WORDS[qualifier];
}

/** What a figure's source says of its exactness: its own words where they were kept, else the qualifier. */
export function wordingOf({ wording, qualifier }: Pick<Figure, 'wording' | 'qualifier'>): string {
	return wording || WORDS[qualifier];
}
