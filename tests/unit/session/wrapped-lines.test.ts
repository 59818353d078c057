import { wrappedLines } from '$lib/session/wrapped-lines';
import { describe, expect, test } from 'vitest';

const lines = (text: string, letters: number) => wrappedLines(text, letters, (part) => part.length);

describe('lines of wrapped text', () => {
	test('GRD-81 words go on below, and blanks at the end of a line take no room', () => {
		expect(lines('', 10)).toBe(1);
		expect(lines('one two', 10)).toBe(1);
		expect(lines('one two three', 10)).toBe(2);
		expect(lines('one two   three', 7)).toBe(2);
		expect(lines('well-known name', 6)).toBe(3);
	});

	test('GRD-81 what was typed on lines of its own stays on them', () => {
		expect(lines('a\nb\n\nc', 10)).toBe(4);
	});

	test('GRD-81 a word that is longer than a line is broken', () => {
		expect(lines('abcdefghijkl', 5)).toBe(3);
		expect(lines('ab cdefghijkl m', 5)).toBe(4);
		expect(lines('ab cdefghijk m', 5)).toBe(4);
	});
});
