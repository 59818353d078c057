import { describe, expect, test } from 'vitest';
import { formulaSpans } from '$lib/formula';
import { bracketsAt } from '../../../src/lib/view/formula-bar/matching-brackets';
import { paintedSpans, withBrackets } from '../../../src/lib/view/formula-bar/painted-spans';

/** The brackets at the caret `|`, as they are marked in the text. */
function marked(written: string): string {
	const caret = written.indexOf('|');
	const text = written.replace('|', '');
	const spans = formulaSpans(text);
	return withBrackets(paintedSpans(spans), bracketsAt(spans, caret))
		.map(({ text: piece, bracket }) =>
			bracket === 'paired' ? `[${piece}]` : bracket === 'alone' ? `!${piece}!` : piece
		)
		.join('');
}

describe('brackets at the caret', () => {
	test.each([
		['=SUM(|A1,(B1))', '=SUM[(]A1,(B1)[)]'],
		['=SUM|(A1,(B1))', '=SUM[(]A1,(B1)[)]'],
		['=SUM(A1,(B1)|)', '=SUM(A1,[(]B1[)])'],
		['=SUM(A1,(B1))|', '=SUM[(]A1,(B1)[)]'],
		['=SUM(A1|,B1)', '=SUM(A1,B1)'],
		['=SUM(|A1', '=SUM!(!A1'],
		['=A1)|', '=A1!)!'],
		['=LEN(|")")', '=LEN[(]")"[)]'],
		["=SUM(|'a)b'!A1)", "=SUM[(]'a)b'!A1[)]"],
		['=SUM({1,2}|)', '=SUM([{]1,2[}])'],
		['plain (|text)', 'plain (text)']
	])('GRD-115 %s', (written, shown) => {
		expect(marked(written)).toBe(shown);
	});
});
