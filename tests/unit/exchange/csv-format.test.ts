import { describe, expect, test } from 'vitest';
import { contentOfField, formatCsv, guardText, PLAIN_CSV, unguardText, type CsvField } from '$lib/exchange';

const text = (value: string): CsvField => ({ text: value });

describe('writing CSV', () => {
	test('EXC-1 quotes fields with a comma, a quote or a line end, doubles quotes, and ends every record by CRLF', () => {
		const records = [
			[text('a,b'), text('say "x"'), text('two\nlines'), text('plain')],
			[1.5, null, text('ü')]
		];
		expect(formatCsv(records, PLAIN_CSV)).toBe('"a,b","say ""x""","two\nlines",plain\r\n1.5,,ü\r\n');
	});

	test('EXC-1 a record of one empty field is no blank line, and outer spaces are kept by quotes', () => {
		expect(formatCsv([[null], [text(' a ')]], PLAIN_CSV)).toBe('""\r\n" a "\r\n');
	});

	test('EXC-2 the byte order mark comes once, first, and only when asked for', () => {
		expect(formatCsv([[1], [2]], { ...PLAIN_CSV, hasByteOrderMark: true })).toBe('\uFEFF1\r\n2\r\n');
		expect(formatCsv([[1]], PLAIN_CSV)).toBe('1\r\n');
	});

	test('EXC-2 a decimal comma comes with semicolons, and a comma needs no quotes then', () => {
		const options = { ...PLAIN_CSV, hasDecimalComma: true };
		expect(formatCsv([[0.5, -1e-7, text('a;b'), text('1.5')]], options)).toBe('0,5;-1e-7;"a;b";1.5\r\n');
	});

	test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('EXC-3 the text %j is guarded', (value) => {
		expect(guardText(value)).toBe(`'${value}`);
		expect(unguardText(`'${value}`)).toBe(value);
	});

	test.each(['plain', "it's", "'quoted'", 'a=b', '5-3', '', '#N/A'])('EXC-3 the text %j stays', (value) => {
		expect(guardText(value)).toBe(value);
		expect(unguardText(value)).toBe(value);
	});

	test('EXC-3 without the guard texts are written as they are', () => {
		expect(formatCsv([[text('=1')]], { ...PLAIN_CSV, isGuarded: false })).toBe('=1\r\n');
	});

	test.each(['-5', '-30.0%', '-$1.2M', '+16.7×', '-1.5E+06', '-1,234.50 USD', '-€ 3'])(
		'EXC-3 the displayed number %s stays a number',
		(displayed) => {
			const written = formatCsv([[{ displayed }]], { ...PLAIN_CSV, hasDecimalComma: true });
			expect(written).toBe(`${displayed}\r\n`);
		}
	);

	test.each(['=1+1', "-2+3+cmd|' /C calc'!A0", '@5', '-HYPERLINK("x")', '+1+1'])(
		'EXC-3 a number format cannot smuggle in %j',
		(displayed) => {
			expect(
				formatCsv([[{ displayed }]], PLAIN_CSV)
					.replace(/^"/, '')
					.startsWith("'")
			).toBe(true);
		}
	);

	test('EXC-4 a guarded field comes back as the text it was, never as a formula or a number', () => {
		expect(contentOfField("'=1+1", 'en-US', true)).toEqual({ content: "'=1+1" });
		expect(contentOfField("'-5", 'en-US', true)).toEqual({ content: '-5' });
		expect(contentOfField("''+x", 'en-US', true)).toEqual({ content: "''+x" });
	});

	test('EXC-4 other fields are read as typed; a formula only from a file that is said to be live', () => {
		expect(contentOfField('-5', 'en-US', true)).toEqual({ content: -5 });
		expect(contentOfField('0,5', 'de-DE', true)).toMatchObject({ content: 0.5 });
		expect(contentOfField('=A1', 'en-US', true)).toEqual({ content: '=A1' });
		expect(contentOfField('=A1', 'en-US', false)).toEqual({ content: "'=A1" });
	});
});
