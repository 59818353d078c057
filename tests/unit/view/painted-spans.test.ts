import { describe, expect, test } from 'vitest';
import { formulaSpans } from '$lib/formula';
import { paintedSpans } from '../../../src/lib/view/formula-bar/painted-spans';

const texts = (formula: string, wrong?: { start?: number; end?: number }) =>
	paintedSpans(formulaSpans(formula), wrong).map(({ text, isWrong }) => (isWrong ? `[${text}]` : text));

describe('a formula in the formula bar', () => {
	test('GRD-23 its references have the colours of their cells, and its text is kept', () => {
		const painted = paintedSpans(formulaSpans('=B3/(B4+B3)'));
		expect(painted.map(({ text }) => text).join('')).toBe('=B3/(B4+B3)');
		expect(painted.filter(({ kind }) => kind === 'reference').map(({ colorIndex }) => colorIndex)).toEqual([
			0, 1, 0
		]);
	});

	test('GRD-24 the wrong part is marked, cut out of the pieces that it reaches into', () => {
		expect(texts('=B3+total', { start: 5, end: 7 })).toEqual(['=', 'B3', '+', 't', '[ot]', 'al']);
		expect(texts('=B3+total', { start: 2, end: 6 })).toEqual(['=', 'B', '[3]', '[+]', '[to]', 'tal']);
		expect(texts('=B3+total', { start: 4, end: 99 }).at(-1)).toBe('[total]');
	});

	test('GRD-24 what is missing at the end is marked behind the text', () => {
		expect(texts('=B3+', { start: 4, end: 4 })).toEqual(['=', 'B3', '+', '[\u00a0\u00a0]']);
	});

	test('GRD-24 with no wrong part nothing is marked', () => {
		expect(texts('=B3+1')).toEqual(['=', 'B3', '+', '1']);
		expect(paintedSpans([{ text: '', kind: 'content' }])).toEqual([]);
	});
});
