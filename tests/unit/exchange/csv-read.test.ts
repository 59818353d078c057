import { describe, expect, test } from 'vitest';
import { decodeText, detectDelimiter, parseCsv, READ_LIMITS, type CsvReading } from '$lib/exchange';

function rowsOf(text: string, reading?: CsvReading) {
	const table = parseCsv(text, reading);
	if (!table.ok) throw new Error(table.error);
	return table.value.rows;
}

function errorOf(text: string, reading?: CsvReading) {
	const table = parseCsv(text, reading);
	return table.ok ? undefined : table.error;
}

describe('reading CSV', () => {
	test('EXC-15 lines may end by CRLF, LF or CR in any mix, and quoted ones keep theirs', () => {
		expect(rowsOf('a,b\r\nc,"d\r\ne"\nf,g\rh,i')).toEqual([
			['a', 'b'],
			['c', 'd\r\ne'],
			['f', 'g'],
			['h', 'i']
		]);
	});

	test('EXC-15 the last line end begins no row, blank lines are rows, and so is an empty quoted field', () => {
		expect(rowsOf('a\r\n\r\n""\r\n')).toEqual([['a'], [''], ['']]);
		expect(rowsOf('a,')).toEqual([['a', '']]);
		expect(rowsOf('')).toEqual([]);
	});

	test('EXC-15 a byte order mark is no part of the first field, and a quote within a field is a character', () => {
		expect(rowsOf('\uFEFF"a",5" pipe\r\n')).toEqual([['a', '5" pipe']]);
	});

	test.each([
		[';', 'a;b;c\r\n1,5;2,5;3,5\r\n4,5;5,5;6,5'],
		[';', '1,5;2,5'],
		[',', 'name,note\r\nx,a; b; c\r\ny,d; e'],
		[',', 'name,"a;b"\r\nx,"c;d"'],
		['\t', 'a\t1,5\r\nb\t2,5'],
		['|', 'a|b\r\nc|d'],
		[',', 'Title of the table\r\n\r\na,b,c\r\n1,2,3'],
		[',', 'one column\r\nonly'],
		[',', '']
	])('EXC-16 the delimiter %j is found in %j', (delimiter, text) => {
		expect(detectDelimiter(text)).toBe(delimiter);
	});

	test('EXC-16 a first line that names the delimiter is obeyed and is no row', () => {
		expect(rowsOf('sep=;\r\na,b;c')).toEqual([['a,b', 'c']]);
	});

	test.each([
		[true, 'a;b\r\n1,5;2'],
		[true, 'a;b\r\n1.234,50;2'],
		[false, 'a;b\r\n1,234;2'],
		[false, 'a;b\r\n1.5;2,5'],
		[false, 'a,b\r\n"1,5",2']
	])('EXC-16 whether numbers have a decimal comma (%s) is seen in %j', (expected, text) => {
		const table = parseCsv(text);
		expect(table.ok && table.value.hasDecimalComma).toBe(expected);
	});

	test('EXC-16 a preview reads no further than asked', () => {
		expect(rowsOf('a,b\r\nc,d\r\n"never closed', { stopAfter: 2, delimiter: ',' })).toHaveLength(2);
	});

	test('EXC-17 unpaired quotes are refused with their place', () => {
		expect(errorOf('a,b\r\nc,"d')).toContain('Row 2, field 2 begins with a quote that is never closed.');
		expect(errorOf('a,"b"c')).toContain('Row 1, field 2 goes on after its closing quote.');
	});

	test('EXC-17 what is no text or too large is refused with a sentence', () => {
		const small = (limits: Partial<typeof READ_LIMITS>) => ({
			delimiter: ',' as const,
			limits: { ...READ_LIMITS, ...limits }
		});
		expect(errorOf('PK\u0003\u0004\0\0')).toContain('not a text file');
		expect(errorOf('abcdef', small({ characters: 5 }))).toContain('6 characters, and at most 5');
		expect(errorOf('a\na\na', small({ rows: 2 }))).toContain('more than 2 rows');
		expect(errorOf('a,a,a', small({ columns: 2 }))).toContain('more than 2 columns');
		expect(errorOf('a,a\na,a', small({ cells: 3 }))).toContain('more than 3 cells');
		expect(errorOf(','.repeat(20_000), { delimiter: ',' })).toContain('more than 16,384 columns');
	});

	test('EXC-17 hostile quotes take no more than a moment', () => {
		const started = performance.now();
		for (const part of ['"', '""', '"""', '"a\n', '"\n""', 'a"\n']) parseCsv(part.repeat(200_000));
		expect(performance.now() - started).toBeLessThan(20_000);
	});

	test('EXC-18 bytes are read by their mark, else as UTF-8, else as Windows-1252', () => {
		expect(decodeText(new TextEncoder().encode('\uFEFFü'))).toEqual({ text: 'ü', encoding: 'utf-8' });
		expect(decodeText(new Uint8Array([0xff, 0xfe, 0xfc, 0]))).toEqual({ text: 'ü', encoding: 'utf-16le' });
		expect(decodeText(new Uint8Array([0xfe, 0xff, 0, 0xfc]))).toEqual({ text: 'ü', encoding: 'utf-16be' });
		expect(decodeText(new Uint8Array([0xfc, 0xe9]))).toEqual({ text: 'üé', encoding: 'windows-1252' });
	});
});
