import { describe, expect, it } from 'vitest';
import { checkFormat, formatKind, formatValue, type CellValue } from '$lib/workbook';

const USD = '[>=1000000000]$#,##0.00,,,"B";[>=1000000]$#,##0.00,,"M";$#,##0';

function shown(value: CellValue, format?: string, locale = 'en-US'): string {
	return formatValue(value, format, locale).text;
}

describe('formatValue', () => {
	it.each<[number, string]>([
		[0, '0'],
		[1 / 3, '0.333333333'],
		[0.1 + 0.2, '0.3'],
		[12345.678912345, '12345.67891'],
		[12345678901, '12345678901'],
		[123456789012, '1.23457E+11'],
		[-1e21, '-1E+21'],
		[0.00001234567, '1.23457E-05'],
		[1e-300, '1E-300']
	])('WBK-1 General shows %d as %s, as Excel does', (value, text) => {
		expect(shown(value)).toBe(text);
		expect(shown(value, 'General')).toBe(text);
	});

	it.each<[number, string, string]>([
		[16.666, '#,##0.0"×"', '16.7×'],
		[0.125, '0.0%', '12.5%'],
		[3.2856e24, '0.00E+00', '3.29E+24'],
		[14.8e12, '#,##0.0,,,,"T"', '14.8T'],
		[380e9, '"CN¥"#,##0.0,,,"B"', 'CN¥380.0B'],
		[45748, 'd mmm yyyy', '1 Apr 2025'],
		[45748.5, 'yyyy-mm-dd hh:mm', '2025-04-01 12:00'],
		[1.5, '[h]:mm', '36:00'],
		[1.5, '# ?/?', '1 1/2'],
		[-5, '$#,##0;($#,##0)', '($5)'],
		[1234.5, '#,##0.00 [$€-407]', '1,234.50 €'],
		[-1234.5, '[$$-409]#,##0.00;[RED]-[$$-409]#,##0.00', '-$1,234.50'],
		[45748, '[$-407]d mmmm yyyy', '1 April 2025'],
		[45748, '[$-40C]mmmm', 'avril'],
		[2.5, '0.00" years"', '2.50 years']
	])('WBK-2 shows %d under %s as %s', (value, format, text) => {
		expect(shown(value, format)).toBe(text);
	});

	it('WBK-3 a format that picks its unit by size gives a negative number the unit of its size', () => {
		expect([2.76e9, -2.76e9, 1e6, -1e6, -5, 0].map((value) => shown(value, USD))).toEqual([
			'$2.76B',
			'-$2.76B',
			'$1.00M',
			'-$1.00M',
			'-$5',
			'$0'
		]);
		expect(shown(-0.3, USD)).toBe('$0');
	});

	it('WBK-3 other conditions are taken as Excel takes them', () => {
		expect(shown(-2000, '[>=1000]0.0,"K";[<0](0);0')).toBe('(2000)');
		expect(shown(-2000, '[>=1000]"many";"few"')).toBe('-few');
		expect(shown(-2000, '0.0,"K"')).toBe('-2.0K');
	});

	it('WBK-4 shows blanks as nothing, booleans in capitals, errors by their code, texts as they are', () => {
		expect(shown(null, USD)).toBe('');
		expect([shown(true, '0.0', 'de-DE'), shown(false)]).toEqual(['TRUE', 'FALSE']);
		expect(shown({ error: '#DIV/0!', message: 'Divided by zero.' }, '0.0')).toBe('#DIV/0!');
		expect(shown('12', '0.0')).toBe('12');
		expect(shown('x', '0;0;0;"<"@">"')).toBe('<x>');
	});

	it('WBK-4 gives the colour that a format names for the value', () => {
		expect(formatValue(-3, '[Blue]0;[Red]-0', 'en-US')).toEqual({ text: '-3', color: 'red' });
		expect(formatValue(3, '0;[Red]-0', 'en-US')).toEqual({ text: '3' });
	});

	it('WBK-5 follows the locale that it is given and no other', () => {
		expect(shown(-1234567.891, '#,##0.00', 'de-DE')).toBe('-1.234.567,89');
		expect(shown(1234.5, '#,##0.0', 'de-CH')).toBe('1’234.5');
		expect(shown(45748, 'd mmm yyyy', 'fr-FR')).toBe('1 avr 2025');
		expect(shown(1234.5, '#,##0.0', 'xx-YY')).toBe('1,234.5');
		expect(shown(1234.5, '#,##0.0', 'no tag at all')).toBe('1,234.5');
	});

	it('WBK-5 shows a number that is no date as a number under a date format', () => {
		expect(shown(-5, 'd mmm yyyy')).toBe('-5');
		expect(shown(3e6, 'd mmm yyyy')).toBe('3000000');
	});

	it('WBK-6 a format that is not valid shows General, and the check says why', () => {
		expect(shown(1.5, '0;0;0;0;0')).toBe('1.5');
		expect(checkFormat('0.0" years"')).toEqual({ ok: true, value: '0.0" years"' });
		expect(checkFormat('0 "open')).toMatchObject({
			ok: false,
			error: expect.stringContaining('is not a number format') as string
		});
		expect(checkFormat('0'.repeat(256))).toMatchObject({
			ok: false,
			error: 'A number format has at most 255 characters; this one has 256.'
		});
	});

	it('WBK-6 tells what kind of number a format shows', () => {
		const kinds = [undefined, 'General', USD, '0%', 'd mmm yyyy', 'yyyy-mm-dd hh:mm', '[h]:mm', '@', '0"'];
		expect(kinds.map(formatKind)).toEqual([
			'general',
			'general',
			'number',
			'percent',
			'date',
			'datetime',
			'time',
			'text',
			'general'
		]);
	});
});

it.each([
	['h a/p', 0.6, '2 p'],
	['h:mm A/p', 0.25, '6:00 A'],
	['h:mm A/p', 0.6, '2:24 p'],
	['h:mm a/p"m"', 0.6, '2:24 pm'],
	['"a/p" h', 0.6, 'a/p 14'],
	['h A/P', 0.6, '2 P'],
	['h am/pm', 0.6, '2 PM']
])('ENG-197 %s', (format, value, expected) => {
	expect(formatValue(value, format, 'en-US').text).toBe(expected);
});

it.each([
	[';;;', 'x', ''],
	[';;;', 5, ''],
	['0;-0;0;"(text)"', 'x', '(text)'],
	['0;-0;0', 'x', 'x'],
	['0;-0;0;@"!"', 'x', 'x!']
])('ENG-198 %s shows %j', (format, value, expected) => {
	expect(formatValue(value, format, 'en-US').text).toBe(expected);
});
