import { changeDecimals, decimalsShown } from '$lib/workbook';
import { describe, expect, test } from 'vitest';

describe('decimals of a number format', () => {
	test.each([
		['0', '0.0', undefined],
		['#,##0.00', '#,##0.000', '#,##0.0'],
		['0.0%', '0.00%', '0%'],
		['$#,##0.0,,"M";-$#,##0.0,,"M"', '$#,##0.00,,"M";-$#,##0.00,,"M"', '$#,##0,,"M";-$#,##0,,"M"'],
		['0.00E+00', '0.000E+00', '0.0E+00'],
		['[>=1000000]0.0,,"0.0 M";0', '[>=1000000]0.00,,"0.0 M";0.0', '[>=1000000]0,,"0.0 M";0'],
		['#', '#.0', undefined]
	])('GRD-80 of %s are one more in %s and one less in %s', (format, more, less) => {
		expect(changeDecimals(format, 1, 0)).toBe(more);
		expect(changeDecimals(format, -1, 0)).toBe(less);
	});

	test('GRD-80 General becomes what it shows with one more or less', () => {
		expect(changeDecimals(undefined, 1, decimalsShown(2.5))).toBe('0.00');
		expect(changeDecimals('General', -1, decimalsShown(2.25))).toBe('0.0');
		expect(changeDecimals(undefined, -1, decimalsShown(7))).toBe('0');
		expect(decimalsShown(1e-9)).toBe(2);
	});

	test('GRD-80 dates, fractions and texts have none', () => {
		for (const format of ['yyyy-mm-dd', '# ?/?', '@', 'h:mm']) {
			expect(changeDecimals(format, 1, 0), format).toBeUndefined();
		}
	});
});
