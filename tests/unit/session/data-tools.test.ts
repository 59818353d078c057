import { describe, expect, test } from 'vitest';
import { columnTest } from '$lib/session/filter-test';
import { sortOrder } from '$lib/session/sort-order';
import { MAX_PATTERN_TEXT, textFinder, type SearchTerms } from '$lib/session/text-finder';
import type { CellValue, FilterCondition, FilterOperator } from '$lib/workbook';

const ERROR: CellValue = { error: '#N/A', message: 'Nothing.' };

describe('sorting', () => {
	const sorted = (values: readonly CellValue[], isDescending = false) =>
		sortOrder(
			values.map((value) => [value]),
			[{ column: 0, isDescending }]
		).map((index) => values[index]);

	test('GRD-70 numbers come before texts, truth values and errors; blanks are last in either direction', () => {
		const mixed: CellValue[] = [true, 'b', null, 10, ERROR, 'A', false, 9, ''];
		expect(sorted(mixed)).toEqual([9, 10, '', 'A', 'b', false, true, ERROR, null]);
		expect(sorted(mixed, true)).toEqual([ERROR, true, false, 'b', 'A', '', 10, 9, null]);
	});

	test('GRD-70 letters count alike in any case, equal rows keep their order, later keys decide', () => {
		const rows: CellValue[][] = [
			['b', 1],
			['A', 2],
			['B', 0],
			['a', 3]
		];
		expect(sortOrder(rows, [{ column: 0, isDescending: false }])).toEqual([1, 3, 0, 2]);
		expect(
			sortOrder(rows, [
				{ column: 0, isDescending: true },
				{ column: 1, isDescending: true }
			])
		).toEqual([0, 2, 3, 1]);
	});
});

describe('filtering', () => {
	const passes = (text: string, value: CellValue, condition: FilterCondition) =>
		columnTest(condition, () => [], 'en-US')({ text, value });
	const test1 = (operator: FilterOperator, value: string): FilterCondition => ({
		kind: 'tests',
		join: 'and',
		tests: [{ operator, value }]
	});

	test('GRD-71 texts as shown are let through where they are chosen, blanks where they are', () => {
		const condition: FilterCondition = { kind: 'texts', texts: ['$5.00M'], hasBlanks: true };
		expect([
			passes('$5.00M', 5e6, condition),
			passes('$5.0M', 5e6, condition),
			passes('', null, condition)
		]).toEqual([true, false, true]);
	});

	test.each<[FilterCondition, CellValue[]]>([
		[{ kind: 'rank', end: 'top', count: 2, isPercent: false }, [40, 40]],
		[{ kind: 'rank', end: 'top', count: 3, isPercent: false }, [40, 40, 7]],
		[{ kind: 'rank', end: 'bottom', count: 1, isPercent: false }, [-5]],
		[{ kind: 'rank', end: 'top', count: 1, isPercent: true }, [40, 40]],
		[{ kind: 'rank', end: 'bottom', count: 40, isPercent: true }, [-5, 3]],
		[{ kind: 'rank', end: 'top', count: 90, isPercent: false }, [40, 3, 40, -5, 7]],
		[{ kind: 'average', side: 'above' }, [40, 40]],
		[{ kind: 'average', side: 'below' }, [3, -5, 7]]
	])('GRD-245 %j lets the numbers through that it asks for, and nothing else', (condition, through) => {
		const column: CellValue[] = [40, 'text', 3, null, 40, -5, true, 7, ERROR];
		const numbers = () => [40, 3, 40, -5, 7];
		const passes = columnTest(condition, numbers, 'en-US');
		const shown = column.filter((value) => passes({ text: '', value }));
		expect(shown.toSorted()).toEqual(through.toSorted());
	});

	test('GRD-245 of equal numbers none is above or below the average', () => {
		for (const [value, count] of [
			[100, 6],
			[0.1, 3],
			[1e308, 4]
		] as const) {
			for (const side of ['above', 'below'] as const) {
				const passes = columnTest({ kind: 'average', side }, () => Array(count).fill(value), 'en-US');
				expect(passes({ text: '', value })).toBe(false);
			}
		}
	});

	test.each([
		['greater', '5%', 0.06, '6%', true],
		['greater', '5%', 0.05, '5%', false],
		['at-most', '$1.2B', 1.2e9, '$1.20B', true],
		['less', '2025-01-01', 45000, '2023-03-15', true],
		['less', '10', 'nine', 'nine', false],
		['equal', '12', 12, '12.0', true],
		['equal', 'open*', 'OpenAI', 'OpenAI', true],
		['equal', 'open~*', 'OpenAI', 'OpenAI', false],
		['equal', '?eta', 'Meta', 'Meta', true],
		['not-equal', 'Meta', 'Meta', 'Meta', false],
		['contains', 'SEEK', 'DeepSeek', 'DeepSeek', true],
		['lacks', 'seek', 'DeepSeek', 'DeepSeek', false],
		['begins', 'deep', 'DeepSeek', 'DeepSeek', true],
		['ends', 'seek', 'DeepSeek', 'DeepSeek', true]
	] as const)('GRD-71 %s %s of %s is %s', (operator, typed, value, text, isPassed) => {
		expect(passes(text, value, test1(operator, typed))).toBe(isPassed);
	});

	test('GRD-71 two tests are joined by and or by or; many stars end in no time', () => {
		const tests = [
			{ operator: 'greater' as const, value: '1' },
			{ operator: 'less' as const, value: '0' }
		];
		expect(passes('5', 5, { kind: 'tests', join: 'and', tests })).toBe(false);
		expect(passes('5', 5, { kind: 'tests', join: 'or', tests })).toBe(true);
		expect(passes('a'.repeat(3_000), 'a'.repeat(3_000), test1('equal', `${'*a'.repeat(40)}b`))).toBe(false);
	});
});

describe('finding', () => {
	const terms = (text: string, more: Partial<SearchTerms> = {}): SearchTerms => ({
		text,
		isCaseSensitive: false,
		isWholeCell: false,
		isPattern: false,
		...more
	});
	const finder = (text: string, more: Partial<SearchTerms> = {}) => {
		const made = textFinder(terms(text, more));
		if (!made.ok) throw new Error(made.error);
		return made.value;
	};

	test('GRD-72 a text is found as it is, in any case or its own, in part or whole', () => {
		expect(finder('a.b').matches('xA.By')).toBe(true);
		expect(finder('a.b').matches('aXb')).toBe(false);
		expect(finder('A.b', { isCaseSensitive: true }).matches('a.b')).toBe(false);
		expect(finder('a.b', { isWholeCell: true }).matches('xa.b')).toBe(false);
	});

	test('GRD-72 what is found is replaced everywhere, signs of patterns meaning themselves', () => {
		expect(finder('5').replaced('5+5', '$&')).toBe('$&+$&');
		expect(finder('(\\d+)%', { isPattern: true }).replaced('5% of 20%', '$1 percent')).toBe(
			'5 percent of 20 percent'
		);
	});

	test('GRD-72 patterns that could last for ever, or cannot be read, are refused with a reason', () => {
		const refusal = (text: string) => {
			const made = textFinder(terms(text, { isPattern: true }));
			return made.ok ? '' : made.error;
		};
		for (const text of ['(a+)+$', '(a|aa)*', '((a*)b)+', '(x{2,})*'])
			expect(refusal(text)).toMatch(/for ever/);
		expect(refusal('(a)\\1')).toMatch(/References back/);
		expect(refusal('(')).toMatch(/cannot be read|can be read/);
		for (const text of ['[+*]+', '(abc)+', '\\(a+\\)+', '(\\d+) (\\w+)', '(a){1}b+'])
			expect(refusal(text)).toBe('');
		expect(refusal('')).toBe('Type what to look for.');
		expect(finder('a', { isPattern: true }).matches('a'.repeat(MAX_PATTERN_TEXT + 1))).toBe(false);
	});
});
