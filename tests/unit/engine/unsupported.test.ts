import { describe, expect, test } from 'vitest';
import { isCellError } from '$lib/workbook';
import { UNSUPPORTED_FUNCTIONS } from '$lib/engine';
import { functionHelp } from '$lib/engine/function-help';
import { valuesOf } from './model-workbook';

describe('functions that are not supported', () => {
	test('ENG-120 each says that it is not supported, and why', () => {
		const formulas = UNSUPPORTED_FUNCTIONS.map(({ name }) => `=1+${name}(A1,2)`);
		const values = valuesOf(formulas);
		for (const [index, { name, reason }] of UNSUPPORTED_FUNCTIONS.entries())
			expect(values[index]).toEqual({
				error: '#NAME?',
				message: `${name} is not supported. ${reason}`
			});
	});

	test('ENG-120 in any case of letters', () => {
		const [value] = valuesOf(['=RegexTest("a","b")']);
		expect(isCellError(value!) && value.message).toMatch(/REGEXTEST is not supported\. Some regular/);
	});

	test('ENG-120 the list is in order, each name once, each reason a sentence, and none of them can be used', () => {
		const names = UNSUPPORTED_FUNCTIONS.map(({ name }) => name);
		expect(names).toEqual([...new Set(names)].sort());
		const known = new Set(functionHelp().map(({ name }) => name));
		expect(names.filter((name) => known.has(name))).toEqual([]);
		for (const { reason } of UNSUPPORTED_FUNCTIONS) expect(reason).toMatch(/^[A-Z][^]*\.$/);
	});
});
