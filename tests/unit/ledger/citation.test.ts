import { expect, test } from 'vitest';
import { citationText, dateOfFigure, dateText, qualifierWords, sourceText, wordingOf } from '$lib/ledger';
import type { Source } from '$lib/workbook';
import { sampleFigure } from './sample-figure';

const source: Source = {
	id: 'report',
	title: 'What a run costs',
	publisher: 'The Review',
	published: '2025-04',
	url: '',
	note: ''
};

test('LED-15 a citation says who is quoted, by whom, in which text and when', () => {
	const figure = sampleFigure({ attributedTo: 'Maker' });
	expect(citationText(figure, source)).toBe('Maker, via The Review: “What a run costs”, April 2025');
});

test('LED-15 a publisher is not said to quote itself, and nobody is made up', () => {
	expect(citationText(sampleFigure({ attributedTo: 'The Review' }), source)).toBe(sourceText(source));
	expect(citationText(sampleFigure(), source)).toBe('The Review: “What a run costs”, April 2025');
	expect(sourceText({ ...source, published: '' })).toBe('The Review: “What a run costs”');
});

test('LED-15 a source that is missing is said to be', () => {
	expect(citationText(sampleFigure(), undefined)).toBe('Source not in this workbook');
	expect(citationText(sampleFigure({ attributedTo: 'Maker' }), undefined)).toBe(
		'Maker; source not in this workbook'
	);
});

test.each([
	['2025', '2025'],
	['2025-04', 'April 2025'],
	['2025-04-07', '7 April 2025'],
	['2025-13', '2025-13'],
	['early 2025', 'early 2025']
])('LED-15 the date %s is written %s', (date, text) => {
	expect(dateText(date)).toBe(text);
});

test('LED-16 a figure holds as of its day, else the end of its period, else when its source was published', () => {
	const figure = sampleFigure({ asOf: '2025-01-27', periodEnd: '2024-12' });
	expect(dateOfFigure(figure, source)).toBe('2025-01-27');
	expect(dateOfFigure({ ...figure, asOf: '' }, source)).toBe('2024-12');
	expect(dateOfFigure({ ...figure, asOf: '', periodEnd: '' }, source)).toBe('2025-04');
	expect(dateOfFigure({ ...figure, asOf: '', periodEnd: '' }, undefined)).toBe('');
});

test("LED-16 a figure's wording is the source's, and where none was kept the qualifier", () => {
	expect(wordingOf(sampleFigure({ qualifier: 'nearly', wording: 'nearing $6 million' }))).toBe(
		'nearing $6 million'
	);
	expect(wordingOf(sampleFigure({ qualifier: 'more-than' }))).toBe('more than');
	expect(qualifierWords({ qualifier: 'order-of-magnitude' })).toBe('order of magnitude');
});
