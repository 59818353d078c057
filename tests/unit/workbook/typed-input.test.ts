import { describe, expect, it } from 'vitest';
import { doubtOf, formatValue, readTyped, textForEditing, type Content } from '$lib/workbook';

const SIZED = '[>=1000000000]$#,##0.00,,,"B";[>=1000000]$#,##0.00,,"M";$#,##0';

describe('readTyped', () => {
	it.each<[string, Content, string?]>([
		['42', 42],
		[' -4.5 ', -4.5],
		['−4.5', -4.5],
		['+5', 5],
		['.5', 0.5],
		['007', 7],
		['-0', 0],
		['1,200', 1200, '#,##0'],
		['1,234,567.5', 1234567.5, '#,##0.00'],
		['1234567890123.45', 1234567890123.45],
		['3285600000000000000000000', 3.2856e24],
		['1E6', 1e6, '0.00E+00'],
		['1e-3', 0.001, '0.00E+00'],
		['(12)', -12],
		['($1,200)', -1200, '$#,##0'],
		['12%', 0.12, '0%'],
		['12.5%', 0.125, '0.0%'],
		['12.55 %', 0.1255, '0.00%'],
		['0.07%', 0.0007, '0.00%'],
		['$1,200', 1200, '$#,##0'],
		['-$5.50', -5.5, '$#,##0.00'],
		['$-5', -5, '$#,##0'],
		['€5', 5, '"€"#,##0'],
		['5 €', 5, '#,##0 "€"'],
		['£3.20', 3.2, '"£"#,##0.00'],
		['cn¥7', 7, '"CN¥"#,##0'],
		['$1.2B', 1.2e9, SIZED],
		['$3 m', 3e6, SIZED],
		['1.2bn', 1.2e9, '#,##0'],
		['1.1 trillion', 1.1e12, '#,##0'],
		['3m', 3e6, '#,##0'],
		['4k', 4000, '#,##0'],
		['¥3.5m', 3.5e6, '[>=1000000000]"¥"#,##0.00,,,"B";[>=1000000]"¥"#,##0.00,,"M";"¥"#,##0'],
		['€1,234.50', 1234.5, '"€"#,##0.00'],
		['(12%)', -0.12, '0%'],
		['-12.5%', -0.125, '0.0%'],
		['１２．５％', 0.125, '0.0%'],
		['￥１，２００', 1200, '"¥"#,##0'],
		['２０２５／４／１', 45748, 'yyyy/mm/dd'],
		['1\u00a0234\u00a0567', 1234567, '#,##0'],
		['1\u2009234.5', 1234.5, '#,##0.00'],
		['1\u202f234', 1234, '#,##0'],
		['123456789012345', 123456789012345],
		['0 1/2', 0.5, '# ?/?'],
		['2 PM', 14 / 24, 'h:mm AM/PM'],
		['2:30 PM', 14.5 / 24, 'h:mm AM/PM'],
		['4 Mar 2025 2 PM', 45720 + 14 / 24, 'd mmm yyyy h:mm AM/PM'],
		['4 Mar 2025 14:30', 45720 + 14.5 / 24, 'd mmm yyyy h:mm'],
		['=+5', '=+5'],
		['1 1/2', 1.5, '# ?/?'],
		['-2 3/16', -2.1875, '# ??/??'],
		['2025-04-01', 45748, 'yyyy-mm-dd'],
		['2025-04', 45748, 'yyyy-mm'],
		['1 Apr 2025', 45748, 'd mmm yyyy'],
		['1-apr-25', 45748, 'd mmm yyyy'],
		['April 1, 2025', 45748, 'mmm d, yyyy'],
		['Apr 2025', 45748, 'mmm yyyy'],
		['4/1/2025', 45748, 'm/d/yyyy'],
		['2025/4/1', 45748, 'yyyy/mm/dd'],
		['4/1/2025 6:00 PM', 45748.75, 'm/d/yyyy h:mm AM/PM'],
		['2025-04-01T18:00:00', 45748.75, 'yyyy-mm-dd h:mm:ss'],
		['18:00', 0.75, 'h:mm'],
		['36:00', 1.5, '[h]:mm'],
		['1 Jan 1900', 1, 'd mmm yyyy'],
		['29 Feb 1900', 60, 'd mmm yyyy'],
		['2/29/1900', 60, 'm/d/yyyy'],
		['1 Mar 1900', 61, 'd mmm yyyy'],
		['31 Dec 9999', 2958465, 'd mmm yyyy'],
		['true', true],
		['FALSE', false],
		['=sum( a1 )', '=sum( a1 )'],
		["'=1", "'=1"],
		["'007", "'007"],
		['', null]
	])('WBK-7 reads %j in en-US', (text, content, format) => {
		expect(readTyped(text, 'en-US')).toEqual({ content, ...(format && { format }) });
		if (typeof content === 'number') expect(Object.is(readTyped(text, 'en-US').content, content)).toBe(true);
	});

	it.each([
		'abc',
		'=',
		' ',
		'-',
		'%',
		'$',
		'1,20',
		'1,2,3',
		'12,34',
		'5 m',
		'--5',
		'5-',
		'1 234',
		'1\u00a0234,567',
		'1\u00a023',
		'14 PM',
		'2pm',
		'5 p',
		'3/4',
		'4 Mar',
		'Mar-25',
		'(-5)',
		'($5',
		'1%%',
		'$5%',
		'1/2',
		'1 1/0',
		'13/13/2025',
		'31 Feb 2025',
		'29 Feb 1901',
		'30 Feb 1900',
		'1 Apr 1850',
		'1 Foo 2025',
		'1.4.2025',
		'25:61',
		'13:00 PM',
		'1e400',
		'12345678901234567890',
		'NaN',
		'Infinity',
		'0x10',
		'Q1 2024',
		'May 5',
		'1'.repeat(500)
	])('WBK-8 keeps %j as the text that it is', (text) => {
		expect(readTyped(text, 'en-US')).toEqual({ content: text });
	});

	it('WBK-9 reads numbers and dates as the locale writes them', () => {
		expect(readTyped('3,5', 'de-DE')).toEqual({ content: 3.5 });
		expect(readTyped('1.200,5', 'de-DE')).toEqual({ content: 1200.5, format: '#,##0.00' });
		expect(readTyped('12,5%', 'fr-FR')).toEqual({ content: 0.125, format: '0.0%' });
		expect(readTyped('1 200', 'fr-FR')).toEqual({ content: 1200, format: '#,##0' });
		expect(readTyped('1\u202f200', 'fr-FR').content).toBe(1200);
		expect(readTyped("1'200.5", 'de-CH').content).toBe(1200.5);
		expect(readTyped('3.5', 'de-DE').content).toBe('3.5');
		expect(readTyped('1/4/2025', 'en-GB')).toEqual({ content: 45748, format: 'd/m/yyyy' });
		expect(readTyped('1.4.2025', 'de-DE')).toEqual({ content: 45748, format: 'd.m.yyyy' });
		expect(readTyped('1. März 2025', 'de-DE').content).toBe(45717);
		expect(readTyped('1 March 2025', 'de-DE').content).toBe(45717);
		expect(readTyped('=1,5', 'de-DE').content).toBe('=1,5');
	});

	it('WBK-10 follows the format that the cell has: text stays text, and percent reads percent', () => {
		expect(readTyped('007', 'en-US', '@')).toEqual({ content: '007' });
		expect(readTyped('=A1', 'en-US', '@')).toEqual({ content: '=A1' });
		expect(readTyped('40', 'en-US', '0.0%')).toEqual({ content: 0.4 });
		expect(readTyped('-7', 'en-US', '0%')).toEqual({ content: -0.07 });
		expect(readTyped('0.4', 'en-US', '0.0%')).toEqual({ content: 0.4 });
		expect(readTyped('1E21', 'en-US', '0.0%').content).toBe(1e21);
		expect(readTyped('1000000000000000000000', 'en-US', '0.0%').content).toBe(1e19);
	});

	it('WBK-10 the format that it suggests shows what was typed', () => {
		for (const text of [
			'12.5%',
			'$1,200',
			'5 €',
			'$1.20B',
			'1,200',
			'2025-04-01',
			'1 Apr 2025',
			'18:00',
			'1 1/2'
		]) {
			const { content, format } = readTyped(text, 'en-US');
			expect(formatValue(content, format, 'en-US').text).toBe(text);
		}
	});

	it('WBK-8 answers at once for long texts', () => {
		const started = performance.now();
		readTyped(`1${' '.repeat(30_000)}x`, 'en-US');
		readTyped('9'.repeat(32_000), 'en-US');
		expect(performance.now() - started).toBeLessThan(200);
	});
});

describe('a month and two digits', () => {
	it.each([
		['Jan-32', 11689, 'mmm-yy'],
		['Dec 99', 36495, 'mmm yy'],
		['Feb-30', 10990, 'mmm-yy'],
		['jan-00', 36526, 'mmm-yy']
	])('WBK-42 %j is a month, since the digits are no day of it', (text, content, format) => {
		expect(readTyped(text, 'en-US')).toEqual({ content, format });
	});

	it('WBK-50 dots between the numbers of a date are points where the month comes first', () => {
		expect(readTyped('2024.1.15', 'en-US').content).toBe('2024.1.15');
		expect(readTyped('2024.1.15', 'de-DE').content).toBe(45306);
		expect(readTyped('2024/1/15', 'en-US').content).toBe(45306);
	});

	it.each(['Jan-25', 'Feb 29', 'Foo-45'])('WBK-42 %j stays a text', (text) => {
		expect(readTyped(text, 'en-US').content).toBe(text);
	});
});

describe('doubtOf', () => {
	const doubt = (text: string, locale = 'en-US', format?: string) =>
		doubtOf(text, readTyped(text, locale, format).content, locale);

	it.each([
		['1/2', 'Kept as text: type 0 1/2 for a fraction, =1/2 to divide, or a date with its year.'],
		['4 Mar', 'Kept as text: a date needs its year.'],
		['Mar-25', 'Kept as text: a date needs its year.'],
		['12345678901234567', 'Kept as text: it has more digits than a number keeps.'],
		['--5', 'Kept as text: a formula begins with =.'],
		['+A1', 'Kept as text: a formula begins with =.'],
		['007', "Read as the number 7: type '007 to keep the zeros."],
		['3/4/2025', 'Read as 4 Mar 2025.'],
		['3/4/2025 14:30', 'Read as 4 Mar 2025.']
	])('WBK-40 says what was made of %j', (text, sentence) => {
		expect(doubt(text)).toBe(sentence);
	});

	it('WBK-40 says it in the order of the locale', () => {
		expect(doubt('3/4/2025', 'en-GB')).toBe('Read as 3 Apr 2025.');
	});

	it.each([
		'12',
		'0.5',
		'0',
		'=1/2',
		"'1/2",
		"'007",
		'3/14/2025',
		'4/4/2025',
		'abc',
		'- note',
		'May',
		'2025-03-04'
	])('WBK-40 says nothing of %j, which means one thing', (text) => {
		expect(doubt(text)).toBeUndefined();
	});
});

describe('line ends', () => {
	it('WBK-10 an error that is typed is that error, and comes back as one', () => {
		expect(readTyped('#N/A', 'en-US')).toEqual({ content: '=#N/A' });
		expect(readTyped(' #div/0! ', 'en-US')).toEqual({ content: '=#DIV/0!' });
		expect(readTyped('#N/A yet', 'en-US')).toEqual({ content: '#N/A yet' });
		expect(readTyped('#N/A', 'en-US', '@')).toEqual({ content: '#N/A' });
		expect(textForEditing('#N/A', undefined, 'en-US')).toBe("'#N/A");
	});

	it('WBK-20 texts keep line feeds only, formulas what was typed', () => {
		expect(readTyped('one\r\ntwo', 'en-US').content).toBe('one\ntwo');
		expect(readTyped("'1\r\n2", 'en-US').content).toBe("'1\n2");
		expect(readTyped('1\r\n2', 'en-US', '@').content).toBe('1\n2');
		expect(readTyped('a\rb', 'en-US').content).toBe('a\rb');
		expect(readTyped('="a\r\n"', 'en-US').content).toBe('="a\r\n"');
	});
});

describe('textForEditing', () => {
	it.each<[Content, string | undefined, string, string]>([
		[null, '0.0', 'en-US', ''],
		[true, undefined, 'de-DE', 'TRUE'],
		['=1+1', '@', 'en-US', '=1+1'],
		['a text', undefined, 'en-US', 'a text'],
		["'007", undefined, 'en-US', "'007"],
		['007', undefined, 'en-US', "'007"],
		['3,5', undefined, 'de-DE', "'3,5"],
		['3,5', undefined, 'en-US', '3,5'],
		['', undefined, 'en-US', "'"],
		[0.125, '0%', 'en-US', '12.5%'],
		[0.125, '0%', 'de-DE', '12,5%'],
		[0.07, '0%', 'en-US', '7%'],
		[1 / 3, '0.0', 'en-US', '0.3333333333333333'],
		[1234567890123.45, '$#,##0', 'en-US', '1234567890123.45'],
		[1.7e9, '#,##0.0,,,"B"', 'en-US', '1700000000'],
		[3.2856e24, undefined, 'en-US', '3.2856E+24'],
		[1e-9, undefined, 'de-DE', '1E-9'],
		[45748, 'd mmm yyyy', 'en-US', '2025-04-01'],
		[45748.75, 'd mmm yyyy', 'en-US', '2025-04-01 18:00'],
		[45748.123456789, 'd mmm yyyy', 'en-US', '45748.123456789'],
		[60, 'd mmm yyyy', 'en-US', '1900-02-29'],
		[-3, 'd mmm yyyy', 'en-US', '-3'],
		[0.75, 'h:mm', 'en-US', '18:00'],
		[1.5, '[h]:mm', 'en-US', '36:00']
	])('WBK-11 shows %j under %s in %s as %j', (content, format, locale, text) => {
		expect(textForEditing(content, format, locale)).toBe(text);
	});
});
