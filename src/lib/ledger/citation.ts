import type { Figure, Source } from '$lib/workbook';

const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December'
];

/** A source in words: publisher, title, date. */
export function sourceText({ publisher, title, published }: Source): string {
	return [`${publisher}: “${title}”`, dateText(published)].filter((part) => part !== '').join(', ');
}

/** Where a figure comes from, in words: who is quoted, by whom, in which text, when. */
export function citationText(figure: Figure, source: Source | undefined): string {
	const { attributedTo } = figure;
	if (!source)
		return attributedTo ? `${attributedTo}; source not in this workbook` : 'Source not in this workbook';
	const text = sourceText(source);
	const isNamed = attributedTo === '' || source.publisher.startsWith(attributedTo);
	return isNamed ? text : `${attributedTo}, via ${text}`;
}

/** When a figure held: as of the day it names, else at the end of its period, else when its source was published. */
export function dateOfFigure(figure: Figure, source: Source | undefined): string {
	return figure.asOf || figure.periodEnd || source?.published || '';
}

/** An ISO date to the year, month or day, in words: `2025-04` is `April 2025`. Any other text stays. */
export function dateText(date: string): string {
	const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date) ?? [];
	const name = MONTHS[Number(month) - 1];
	if (!year || (month && !name)) return date;
	return [day && String(Number(day)), name, year].filter(Boolean).join(' ');
}
