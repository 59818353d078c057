import { describe, expect, it } from 'vitest';
import { continueItems, seriesFrom, type FillMode } from '../../../src/lib/editing/series';
import type { SeriesItem } from '../../../src/lib/editing/series-items';
import { readTyped, type Content } from '$lib/workbook';

/** Typed texts, as cells of a sheet in a locale. */
function typed(texts: readonly string[], locale: string): SeriesItem[] {
	return texts.map((text) => readTyped(text, locale));
}

/** What stands at the next indices after typed texts, or before them where the count is negative. */
function next(
	texts: readonly string[],
	count: number,
	mode: FillMode = 'series',
	locale = 'en-US'
): Content[] {
	const items = typed(texts, locale);
	const at = continueItems(items, locale, mode);
	return Array.from({ length: Math.abs(count) }, (_, index) => {
		const { item, content } = at(count > 0 ? items.length + index : -1 - index);
		return content ?? items[item]!.content;
	});
}
const day = (text: string) => readTyped(text, 'en-US').content as number;
const days = (...texts: string[]) => texts.map(day);

describe('how cells go on', () => {
	it.each<[string[], number, Content[], string?]>([
		[['Jan-25', 'Feb-25'], 2, ['Mar-25', 'Apr-25']],
		[['Oct-24', 'Nov-24', 'Dec-24'], 2, ['Jan-25', 'Feb-25']],
		[['Jan-25', 'Apr-25'], 4, ['Jul-25', 'Oct-25', 'Jan-26', 'Apr-26']],
		[['Feb-25', 'Mar-25'], -2, ['Jan-25', 'Dec-24']],
		[["JUN '25", "JUL '25"], 1, ["AUG '25"]],
		[['Mai-25', 'Juni-25'], 1, ['Mai-26']],
		[['Januar-25', 'Februar-25'], 1, ['März-25'], 'de-DE'],
		[['Jan-25', 'Jan-26'], 1, ['Jan-27']],
		[['Jan-25'], 1, ['Jan-26']]
	])('EDT-238 %j goes on as months of years where the months differ', (texts, count, contents, locale) => {
		expect(next(texts, count, 'series', locale)).toEqual(contents);
	});

	it.each<[string[], number, Content[]]>([
		[['1st'], 3, ['2nd', '3rd', '4th']],
		[['9th', '10th'], 4, ['11th', '12th', '13th', '14th']],
		[['20th round'], 3, ['21st round', '22nd round', '23rd round']],
		[['110TH'], 4, ['111TH', '112TH', '113TH', '114TH']],
		[['3rd'], -2, ['2nd', '1st']],
		[['1st attempt 8'], 1, ['1st attempt 9']],
		[['2strokes'], 1, ['2strokes']]
	])('PAG-275 %j goes on as ordinals do', (texts, count, contents) => {
		expect(next(texts, count)).toEqual(contents);
	});

	it.each<[string, string[], number, Content[]]>([
		['a lone number repeats', ['7'], 3, [7, 7, 7]],
		['two numbers set the step', ['1', '3'], 3, [5, 7, 9]],
		['upwards the step is taken away', ['1', '3'], -3, [-1, -3, -5]],
		['steps of tenths stay tenths', ['0.1', '0.2'], 4, [0.3, 0.4, 0.5, 0.6]],
		['uneven numbers go on along their trend', ['1', '2', '4'], 2, [5.33333333333333, 6.83333333333333]],
		['months', ['Jan'], 3, ['Feb', 'Mar', 'Apr']],
		['months by their step, round the year', ['Oct', 'Jan'], 2, ['Apr', 'Jul']],
		['the case of a name stays', ['MONDAY'], 2, ['TUESDAY', 'WEDNESDAY']],
		['small letters stay small', ['nov'], 3, ['dec', 'jan', 'feb']],
		['days before', ['Tue'], -3, ['Mon', 'Sun', 'Sat']],
		['quarters', ['Q3'], 3, ['Q4', 'Q1', 'Q2']],
		['quarters after their year', ['2025 Q3'], 3, ['2025 Q4', '2026 Q1', '2026 Q2']],
		['quarters before their year', ['Q4 2025'], 2, ['Q1 2026', 'Q2 2026']],
		['quarters upwards', ['2025Q1'], -2, ['2024Q4', '2024Q3']],
		['every other quarter', ['2025 Q1', '2025 Q3'], 2, ['2026 Q1', '2026 Q3']],
		['halves', ['H1 2025'], 2, ['H2 2025', 'H1 2026']],
		['texts that end in a number', ['Item 9'], 2, ['Item 10', 'Item 11']],
		['leading zeros', ['A009'], 2, ['A010', 'A011']],
		['texts by their step', ['Run 10', 'Run 20'], 2, ['Run 30', 'Run 40']],
		['a text below zero counts up again', ['Item 1'], -3, ['Item 0', 'Item 1', 'Item 2']],
		['other texts repeat', ['a', 'b'], 3, ['a', 'b', 'a']],
		['upwards they repeat from the end', ['a', 'b', 'c'], -2, ['c', 'b']],
		['an identifier too long to count repeats', ['x1234567890123456789'], 1, ['x1234567890123456789']],
		['every kind for itself', ['Jan', '5', '6'], 3, ['Feb', 7, 8]],
		['a blank between repeats', ['1', '', 'Mon'], 3, [1, null, 'Tue']],
		['truth repeats', ['TRUE'], 2, [true, true]]
	])('EDT-90 %s', (_, texts, count, expected) => {
		expect(next(texts, count)).toEqual(expected);
	});

	it('EDT-90 dates go on by days, months or years as their steps and formats say', () => {
		expect(next(['2025-01-30'], 3)).toEqual(days('2025-01-31', '2025-02-01', '2025-02-02'));
		expect(next(['2025-01-01', '2025-01-08'], 2)).toEqual(days('2025-01-15', '2025-01-22'));
		expect(next(['2025-01-31', '2025-02-28'], 2)).toEqual(days('2025-03-31', '2025-04-30'));
		expect(next(['2024-02-29'], 1)).toEqual(days('2024-03-01'));
		expect(next(['2024-05-15', '2025-05-15'], 1)).toEqual(days('2026-05-15'));
		expect(next(['2025-03-31', '2025-04-30'], -2)).toEqual(days('2025-02-28', '2025-01-31'));
		expect(next(['Nov 2025'], 3)).toEqual(days('2025-12-01', '2026-01-01', '2026-02-01'));
	});

	it('EDT-90 a time goes on by the hour', () => {
		expect(next(['9:30'], 2)).toEqual([day('10:30'), day('11:30')]);
	});

	it('EDT-90 names of the locale count beside the English ones', () => {
		expect(next(['Mrz'], 2, 'series', 'de-DE')).toEqual(['Apr', 'Mai']);
		expect(next(['Mittwoch'], 1, 'series', 'de-DE')).toEqual(['Donnerstag']);
		expect(next(['Wednesday'], 1, 'series', 'de-DE')).toEqual(['Thursday']);
	});

	it('EDT-91 copying repeats everything, and the other way counts a lone number and repeats the rest', () => {
		expect(next(['1', '2'], 3, 'copy')).toEqual([1, 2, 1]);
		expect(next(['Jan'], 1, 'copy')).toEqual(['Jan']);
		expect(next(['7'], 3, 'other')).toEqual([8, 9, 10]);
		expect(next(['7'], -2, 'other')).toEqual([6, 5]);
		expect(next(['1', '2'], 2, 'other')).toEqual([1, 2]);
		expect(next(['2025 Q1'], 1, 'other')).toEqual(['2025 Q1']);
	});
});

describe('a series that is asked for', () => {
	const values = (first: number, wanted: Parameters<typeof seriesFrom>[1], count: number) => {
		const at = seriesFrom(first, wanted);
		return Array.from({ length: count }, (_, index) => at(index + 1));
	};

	it('EDT-92 adds, multiplies and ends where it is to', () => {
		expect(values(1, { kind: 'linear', step: 0.1 }, 3)).toEqual([1.1, 1.2, 1.3]);
		expect(values(2, { kind: 'growth', step: 1.5 }, 3)).toEqual([3, 4.5, 6.75]);
		expect(values(1, { kind: 'growth', step: 10, stop: 500 }, 3)).toEqual([10, 100, undefined]);
		expect(values(10, { kind: 'linear', step: -4, stop: 0 }, 3)).toEqual([6, 2, undefined]);
		expect(values(1e300, { kind: 'growth', step: 1e10 }, 1)).toEqual([undefined]);
	});

	it('EDT-92 counts days, days of work, months and years', () => {
		const friday = day('2025-04-04');
		expect(values(friday, { kind: 'day', step: 7 }, 1)).toEqual(days('2025-04-11'));
		expect(values(friday, { kind: 'weekday', step: 1 }, 2)).toEqual(days('2025-04-07', '2025-04-08'));
		expect(values(friday, { kind: 'weekday', step: 6 }, 1)).toEqual(days('2025-04-14'));
		expect(values(friday, { kind: 'weekday', step: -5 }, 1)).toEqual(days('2025-03-28'));
		expect(values(day('2025-01-31'), { kind: 'month', step: 1 }, 2)).toEqual(
			days('2025-02-28', '2025-03-31')
		);
		expect(values(day('2024-02-29'), { kind: 'year', step: 1 }, 1)).toEqual(days('2025-02-28'));
	});
});
