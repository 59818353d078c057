import { describe, expect, test } from 'vitest';
import { BareFormulaEngine, loadPart } from '$lib/engine';
import { formatValue } from '$lib/workbook';
import { at, valuesOf, workbookOf } from './model-workbook';

describe('TEXT', () => {
	test.each([
		[1234567.5, '#,##0.00'],
		[0.125, '0.0%'],
		[45000, 'yyyy-mm-dd'],
		[53e9, '$#,##0.0,,,"B"'],
		[-2.76e6, '[>=1000000]$0.0,,"M";$0'],
		[-3, '0;[Red]-0'],
		[1 / 3, 'General'],
		[0.75, '# ?/?']
	])('ENG-17 of %d under %s is what a cell shows', (value, format) => {
		const formula = `=TEXT(${value},"${format.replaceAll('"', '""')}")`;
		expect(valuesOf([formula])).toEqual([formatValue(value, format, 'en-US').text]);
	});

	test('ENG-17 a code that is not valid is an error that says so', () => {
		expect(valuesOf(['=TEXT(1,"0 ""open")'])).toMatchObject([
			{ error: '#VALUE!', message: expect.stringContaining('is not a number format') }
		]);
	});

	test('ENG-17 without what it is calculated with it is an error that says so, never another text', async () => {
		const workbook = workbookOf({ S: { A1: '=TEXT(0.5,"0%")', A2: '=1+1' } });
		const bare = new BareFormulaEngine();
		bare.load(workbook);
		expect(bare.valueAt(at('A1'))).toMatchObject({
			error: '#VALUE!',
			message: expect.stringContaining('could not be loaded')
		});
		expect(bare.valueAt(at('A2'))).toBe(2);
		const whole = new BareFormulaEngine(await loadPart('formatText'));
		whole.load(workbook);
		expect(whole.valueAt(at('A1'))).toBe('50%');
	});
});
