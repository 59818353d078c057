import { awaitsReference, callAtCaret, cycleReferences, inFormOf, wordAtCaret } from '$lib/formula';
import { describe, expect, test } from 'vitest';

/** A formula with the caret drawn as `|`. */
function drawn(text: string): [string, number] {
	return [text.replace('|', ''), text.indexOf('|')];
}

describe('what stands at the caret', () => {
	test.each([
		['=su|', 'su', 1, 3],
		['=1+open|ai', 'open', 3, 9],
		['=SUM(assume.gpu|', 'assume.gpu', 5, 15],
		['=XLOOK|UP(A1)', 'XLOOK', 1, 8],
		['=IF(TRUE|', 'TRUE', 4, 8]
	])('FML-40 the word in %s', (text, word, start, end) => {
		expect(wordAtCaret(...drawn(text))).toMatchObject({ word, start, end });
	});

	test.each([
		['=ab|A1+B1', true],
		['=ab|A1:B2', true],
		['=ab|12', true],
		['=ab|Data!A1', true],
		['=XLOOK|UP(A1)', false],
		['=LO|G10(A1)', false],
		['=ab|', false]
	])('PAG-340 behind the caret in %s stands a whole operand: %s', (text, expected) => {
		expect(wordAtCaret(...drawn(text))?.isBeforeOperand).toBe(expected);
	});

	test.each(['=|', '=1+|', '="su|', '=12|', 'su|', '=Data!su|', '=SUM(|', '="a"|'])(
		'FML-40 no word in %s',
		(text) => {
			expect(wordAtCaret(...drawn(text))).toBeUndefined();
		}
	);

	test.each([
		['=SUM(|', 'SUM', 0],
		['=IF(A1>1,SUM(B1,B2),|', 'IF', 2],
		['=IF(A1>1,SUM(B1,|B2),3)', 'SUM', 1],
		['=INDEX({1,2,3},|', 'INDEX', 1],
		['=ROUND((1+2)*|', 'ROUND', 0],
		['=CONCAT("a,b(",|', 'CONCAT', 1]
	])('FML-41 the call in %s', (text, name, argument) => {
		expect(callAtCaret(...drawn(text))).toEqual({ name, argument });
	});

	test.each(['=|', '=SUM(1)|', '=(1+|', 'SUM(|'])('FML-41 no call in %s', (text) => {
		expect(callAtCaret(...drawn(text))).toBeUndefined();
	});

	test('FML-42 a reference can be put in behind an operator, a bracket or a comma', () => {
		const places = [
			'=|',
			'=A1+|',
			'=SUM(|',
			'=SUM(A1, |',
			'=A1|',
			'=SUM(A1)|',
			'="a|',
			'=5%|',
			'A1+|',
			'=-|'
		];
		expect(places.filter((text) => awaitsReference(...drawn(text)))).toEqual([
			'=|',
			'=A1+|',
			'=SUM(|',
			'=SUM(A1, |',
			'=-|'
		]);
	});
});

describe('F4', () => {
	const cycle = (text: string, start: number, end = start) => cycleReferences({ text, start, end });

	test('FML-43 a reference goes through its four forms and comes back', () => {
		const forms = ['=a1+B2'];
		for (let turn = 0; turn < 4; turn++) forms.push(cycle(forms.at(-1)!, 2)!.text);
		expect(forms).toEqual(['=a1+B2', '=$a$1+B2', '=a$1+B2', '=$a1+B2', '=a1+B2']);
	});

	test('FML-43 all that the selection touches turn together, ranges and whole columns too', () => {
		expect(cycle('=A1:B2+Data!C3', 0, 14)).toEqual({ text: '=$A$1:$B$2+Data!$C$3', start: 1, end: 20 });
		expect(cycle('=SUM(A:A)', 6)!.text).toBe('=SUM($A:$A)');
		expect(cycle('=SUM(1,2)', 6)).toBeUndefined();
		expect(cycle('=A1', 3)).toEqual({ text: '=$A$1', start: 5, end: 5 });
	});
});

test.each([
	['B2', '$A$1', '$B$2'],
	['B2:C3', 'A$1', 'B$2:C$3'],
	["'My sums'!B2", "'My sums'!$A1", "'My sums'!$B2"],
	['B:B', '$A:$A', '$B:$B'],
	['$B$2', 'A1', 'B2']
])('PAG-341 %s with the signs of %s is %s', (reference, like, written) => {
	expect(inFormOf(reference, like)).toBe(written);
});
