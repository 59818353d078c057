import { describe, expect, test } from 'vitest';
import { formatTsv, parseTsv } from '$lib/exchange';

const read = (text: string) => {
	const rows = parseTsv(text);
	return rows.ok ? rows.value : rows.error;
};

describe('clipboard text', () => {
	test('EXC-19 quotes go only round fields with a tab or a line end and fields that begin with a quote', () => {
		expect(formatTsv([['5" pipe', '"so"', 'a\tb', 'two\nlines', 'a,b']])).toBe(
			'5" pipe\t"""so"""\t"a\tb"\t"two\nlines"\ta,b'
		);
	});

	test('EXC-19 one cell is its text alone', () => {
		expect(formatTsv([['abc']])).toBe('abc');
		expect(formatTsv([])).toBe('');
	});

	test('EXC-19 what Excel copies is read: quoted line breaks, doubled quotes, a line end after the last row', () => {
		expect(read('a\t"two\nlines"\r\n"say ""x"""\t1\r\n')).toEqual([
			['a', 'two\nlines'],
			['say "x"', '1']
		]);
	});

	test('EXC-19 quotes that do not pair are part of the text', () => {
		expect(read('"open\tb\nc\td')).toEqual([
			['"open', 'b'],
			['c', 'd']
		]);
		expect(read('"a"b\t"c"')).toEqual([['"a"b', 'c']]);
	});

	test('EXC-19 nothing is no row, and apostrophes stay', () => {
		expect(read('')).toEqual([]);
		expect(read("'=1")).toEqual([["'=1"]]);
	});
});
