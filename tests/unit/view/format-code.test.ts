import { checkFormat, formatValue } from '$lib/workbook';
import { describe, expect, test } from 'vitest';
import {
	CATEGORIES,
	choiceOf,
	codeOf,
	CURRENCIES,
	NEGATIVES,
	PATTERNS,
	type FormatChoice
} from '../../../src/lib/view/number-format/format-code';

const first = choiceOf(undefined);
const choices: readonly FormatChoice[] = [0, 2, 15].flatMap((decimals) =>
	[true, false].flatMap((hasThousands) =>
		NEGATIVES.flatMap((negatives) =>
			CURRENCIES.flatMap((currency) =>
				CATEGORIES.filter((category) => category !== 'custom').map((category) => ({
					...first,
					category,
					decimals,
					hasThousands,
					negatives,
					currency
				}))
			)
		)
	)
);
const shown = (choice: Partial<FormatChoice>, value: number) =>
	formatValue(value, codeOf({ ...first, ...choice }) ?? undefined, 'en-US').text;

describe('number formats as they are chosen', () => {
	test('GRD-83 every choice is a code that can be read, and is found again by it', () => {
		for (const choice of choices) {
			const code = codeOf(choice);
			if (code === null) continue;
			expect(checkFormat(code)).toEqual({ ok: true, value: code });
			const found = choiceOf(code);
			expect(codeOf(found)).toBe(code);
			expect(found.category).toBe(choice.category);
		}
		for (const category of ['date', 'time', 'fraction'] as const) {
			for (const code of PATTERNS[category])
				expect(choiceOf(code)).toMatchObject({ category, [category]: code });
		}
	});

	test('GRD-83 any other code is custom, and kept as it is', () => {
		expect(choiceOf('[>=1000000]0.0,,"M";0')).toMatchObject({
			category: 'custom',
			custom: '[>=1000000]0.0,,"M";0'
		});
		expect(codeOf({ ...first, category: 'custom', custom: '  ' })).toBeNull();
		expect(choiceOf('general').category).toBe('general');
	});

	test('GRD-83 shows what its words say', () => {
		expect(shown({ category: 'currency', currency: '€', negatives: 'parentheses' }, -1234.5)).toBe(
			'(€1,234.50)'
		);
		expect(shown({ category: 'number', decimals: 0, hasThousands: false }, 1234.4)).toBe('1234');
		expect(shown({ category: 'percent', decimals: 1 }, 0.125)).toBe('12.5%');
		expect(shown({ category: 'fraction' }, 0.25).trim()).toBe('1/4');
	});
});
