import { describe, expect, test } from 'vitest';
import { createInterval, exactly, WHOLE_LINE } from '$lib/interval';
import { boundsText, reportedBoundsText, shownDecimals } from '$lib/ledger';
import { formatValue, type AboutReading } from '$lib/workbook';
import { sampleFigure } from './sample-figure';

const USD = '[>=1000000000]$#,##0.00,,,"B";[>=1000000]$#,##0.00,,"M";$#,##0';
const PRINTED: AboutReading = { kind: 'printed-digits' };
const formatIn = (format: string | undefined) => (bound: number) => formatValue(bound, format, 'en-US').text;

test.each([
	['0.0"×"', 16.7, 1],
	['0.0%', 0.06, 3],
	['0%', 0.06, 2],
	['#,##0', 191.7, 0],
	['$#,##0.0,,"M"', 6e6, -5],
	['#,##0.0,,,,"T"', 1.48e13, -11],
	['0.00E+00', 3.2856e24, -22],
	['d mmm yyyy', 46194, 0],
	['"0.00"0', 5, 0],
	[undefined, 16.6667, 1],
	['General', 1234, -1],
	[USD, 5_575_500, -4],
	[USD, 0, 0]
])('LED-12 the last digit that %s shows of %d is at %d decimals', (format, value, decimals) => {
	expect(shownDecimals(format, value)).toBe(decimals);
});

describe('bounds in words', () => {
	const said = (low: number, high: number, open: 'none' | 'low' | 'high' | 'both', format: string) =>
		boundsText(createInterval(low, high, open), format, formatIn(format));

	test('LED-13 one end, open or closed', () => {
		expect(said(100 / 6, Infinity, 'low', '0.0"×"')).toBe('more than 16.6×');
		expect(said(100 / 6, Infinity, 'none', '0.0"×"')).toBe('at least 16.6×');
		expect(said(-Infinity, 0.0599, 'high', '0.0%')).toBe('less than 6.0%');
		expect(said(-Infinity, 0.0599, 'none', '0.0%')).toBe('at most 6.0%');
	});

	test('LED-13 both ends are rounded outward', () => {
		expect(said(191.67, 227.27, 'none', '#,##0')).toBe('191 to 228');
	});

	test('LED-13 an exact number is said as it is, and nothing where nothing is known', () => {
		expect(boundsText(exactly(2 / 3), '0.0%', formatIn('0.0%'))).toBe('66.7%');
		expect(boundsText(WHOLE_LINE, '0.0%', formatIn('0.0%'))).toBe('no bound');
	});
});

describe('reported numbers', () => {
	test.each([
		[{ qualifier: 'more-than', published: 1e8 }, 'more than $100.00M'],
		[{ qualifier: 'at-least', published: 1e8 }, 'at least $100.00M'],
		[{ qualifier: 'at-most', published: 1e8 }, 'at most $100.00M'],
		[{ qualifier: 'nearly' }, '$5.50M to $6.00M, about'],
		[{ qualifier: 'about', published: 1.2e9, digits: 2 }, '$1.15B to $1.25B, about'],
		[{ qualifier: 'order-of-magnitude', low: 1e7, high: 1e9 }, '$10.00M to $1.00B'],
		[{ qualifier: 'between', low: 6e10, high: 6.5e10 }, '$60.00B to $65.00B'],
		[{ qualifier: 'exact' }, '$6.00M']
	] as const)('LED-14 %o says %s', (fields, expected) => {
		expect(reportedBoundsText(sampleFigure(fields), PRINTED, USD, formatIn(USD))).toBe(expected);
	});

	test('LED-14 read as a flag only, nearly says that it is below', () => {
		const text = reportedBoundsText(
			sampleFigure({ qualifier: 'nearly' }),
			{ kind: 'flag-only' },
			USD,
			formatIn(USD)
		);
		expect(text).toBe('less than $6.00M');
	});
});
