import { describe, expect, test } from 'vitest';
import { isCellError } from '$lib/workbook';
import { FormulaEngine } from '$lib/engine';
import { conversionOf } from '$lib/engine/functions/coercion/conversion';
import { at, edit, valuesOf, workbookOf } from './model-workbook';

function textUnder(locale: string, formula: string) {
	const workbook = workbookOf({ S: { A1: formula } });
	workbook.tables.settings.set('settings', { ...workbook.tables.settings.get('settings')!, locale });
	const engine = new FormulaEngine();
	engine.load(workbook);
	return engine.valueAt(at('A1'));
}

describe('numbers as texts', () => {
	test.each([
		['en-US', '=FIXED(1234.56789,3)', '1,234.568'],
		['de-DE', '=FIXED(1234.56789,3)', '1.234,568'],
		['de-DE', '=FIXED(-1234.56789,1,TRUE)', '-1234,6'],
		['de-CH', '=FIXED(1234567.891)', '1’234’567.89'],
		['de-DE', '=FIXED(0.5,0)', '1'],
		['en-US', '=DOLLAR(-1234.567)', '($1,234.57)'],
		['en-GB', '=DOLLAR(1)', '£1.00'],
		['en-GB', '=DOLLAR(-0.001)', '£0.00'],
		['en-GB', '=DOLLAR(-1234.5)', '-£1,234.50'],
		['de-DE', '=DOLLAR(-1234.5)', '-1.234,50 €'],
		['ja-JP', '=DOLLAR(1234.5,0)', '¥1,235'],
		['de-DE', '=TEXT(1234.5,"#,##0.00")', '1.234,50'],
		['no-such-tag-xyz', '=FIXED(1234.5,1)', '1,234.5'],
		['x', '=FIXED(1234.5,1)&DOLLAR(1)', '1,234.5$1.00']
	])('ENG-121 under %s %s is %s', (locale, formula, expected) => {
		expect(textUnder(locale, formula)).toBe(expected);
	});

	test.each([
		['de-DE', '=FIXED(1.5,3)*2', 3],
		['de-DE', '=VALUE("1,5")', 1.5],
		['de-DE', '="1.234,5"+0', 1234.5],
		['de-DE', '=VALUE("1.500")', 1500],
		['de-DE', '=VALUE(TEXT(1.5,"0.000"))', 1.5],
		['de-DE', '=VALUE("1.234,50 €")', 1234.5],
		['de-DE', '=VALUE(DOLLAR(-1234.5))', -1234.5],
		['de-DE', '=NUMBERVALUE("1,5")', 1.5],
		['de-DE', '="12,5 %"*1', 0.125],
		['de-DE', '=DATEVALUE("31.3.2024")', 45382],
		['de-DE', '=DATEVALUE("31. März 2024")', 45382],
		['de-DE', '=DATEVALUE("2024-03-31")', 45382],
		['de-DE', '=DATEVALUE("31-Mar-2024")', 45382],
		['de-DE', '=SUM("1,5",2)', 3.5],
		['de-DE', '=ROUND("2,5",0)', 3],
		['de-DE', '=LARGE({1;2},"1,0")', 2],
		['de-DE', '=NETWORKDAYS(DATE(2024,3,1),DATE(2024,3,29),"29.3.2024")', 20],
		['fr-FR', '="1 234 567,5"+0', 1234567.5],
		['fr-FR', '=FIXED(1234567.5,1)+0', 1234567.5],
		['fr-FR', '=DATEVALUE("5 févr. 2024")', 45327],
		['de-CH', '="1\'234.5"+0', 1234.5],
		['en-GB', '=DATEVALUE("3/4/2024")', 45385],
		['en-GB', '="3/4/2024"+0', 45385],
		['en-GB', '=TIMEVALUE("3/4/2024 6:00 PM")', 0.75],
		['en-GB', '=VALUE("£1,000.50")', 1000.5],
		['en-US', '=DATEVALUE("3/4/2024")', 45355],
		['de-DE', '=DATEVALUE("2024.3.4")', 45355],
		['ja-JP', '=DATEVALUE("24/3/04")', 45355],
		['x', '=VALUE("1,234.5")', 1234.5]
	])('ENG-186 under %s %s reads as %s', (locale, formula, expected) => {
		expect(textUnder(locale, formula)).toBe(expected);
	});

	test.each([
		['de-DE', '=1.5&""', '1,5'],
		['de-DE', '=CONCAT(1.5,"|",1E+25)', '1,5|1E+25'],
		['de-DE', '=TEXTJOIN("; ",TRUE,1.5,2.25)', '1,5; 2,25'],
		['de-DE', '=CONCATENATE(0.5,"x")', '0,5x'],
		['de-DE', '=LEFT(1.25,3)', '1,2'],
		['de-DE', '=LEN(1.25)&UPPER(1.5)', '41,5'],
		['de-DE', '=SUBSTITUTE(1.5,",","#")', '1#5'],
		['de-DE', '=ARRAYTOTEXT({1.5,2})', '1,5, 2'],
		['en-US', '=1.5&""', '1.5']
	])('ENG-186 under %s %s joins as %s', (locale, formula, expected) => {
		expect(textUnder(locale, formula)).toBe(expected);
	});

	test.each([
		['de-DE', '=VALUE("1.5")'],
		['de-DE', '="12.34.5"+0'],
		['de-DE', '=DATEVALUE("3/31/2024")'],
		['en-GB', '=DATEVALUE("3/31/2024")'],
		['en-US', '=VALUE("1,5")'],
		['en-US', '=DATEVALUE("31.3.2024")'],
		['fr-FR', '=VALUE("1.5")']
	])('ENG-186 under %s %s is refused', (locale, formula) => {
		expect(textUnder(locale, formula)).toMatchObject({ error: '#VALUE!' });
	});

	test.each([
		['en-US', '="Jan-32"+0', 11689],
		['en-US', '="Feb 45"+0', 16469],
		['de-DE', '="Okt-32"+0', 11963],
		['en-US', '="Jan-25"+0', '#VALUE!'],
		['en-US', '="Foo-45"+0', '#VALUE!'],
		['en-US', '=DATEVALUE("2024.3.4")', '#VALUE!'],
		['en-US', '="2024/3/4"+0', 45355]
	])('ENG-215 under %s %s reads as when it is typed: %s', (locale, formula, expected) => {
		const value = textUnder(locale, formula);
		expect(isCellError(value) ? value.error : value).toBe(expected);
	});

	test('ENG-216 tags that the platform does not know share what English has', () => {
		expect(conversionOf('xx-aa')).toBe(conversionOf('en-US'));
		expect(conversionOf('not a tag')).toBe(conversionOf('en-US'));
		expect(conversionOf('de-DE')).not.toBe(conversionOf('en-US'));
	});

	test('ENG-186 criteria read their numbers so', () => {
		const engine = new FormulaEngine();
		const workbook = workbookOf({
			S: {
				A1: 1.5,
				A2: 2,
				A3: 15,
				B1: '=COUNTIF(A1:A3,"<=1,5")',
				B2: '=COUNTIF(A1:A3,"<="&A1)',
				B3: '=SUMIF(A1:A3,"1,5")'
			}
		});
		workbook.tables.settings.set('settings', {
			...workbook.tables.settings.get('settings')!,
			locale: 'de-DE'
		});
		engine.load(workbook);
		expect(['B1', 'B2', 'B3'].map((cell) => engine.valueAt(at(cell)))).toEqual([1, 1, 1.5]);
	});

	test('ENG-121 a change of the locale reaches them', () => {
		const workbook = workbookOf({ S: { A1: '=FIXED(1234.5,1)' } });
		const engine = new FormulaEngine();
		engine.load(workbook);
		const before = workbook.tables.settings.get('settings')!;
		const after = { ...before, locale: 'de-DE' };
		workbook.tables.settings.set('settings', after);
		engine.apply([{ kind: 'settings', id: 'settings', before, after }]);
		expect(engine.valueAt(at('A1'))).toBe('1.234,5');
	});
});

describe('#NULL!', () => {
	test('ENG-122 it is shown, carried with its sentence, and numbered', () => {
		const [shown, carried, number, caught, kind] = valuesOf(
			['=#NULL!', '=A1+1', '=ERROR.TYPE(A1)', '=IFERROR(A1,"none")', '=TYPE(#NULL!)'],
			{ A1: '=#NULL!' }
		);
		expect(shown).toMatchObject({ error: '#NULL!', message: expect.stringContaining('share') });
		expect(isCellError(carried!) && carried).toMatchObject({ error: '#NULL!' });
		expect(carried).toMatchObject({ message: expect.stringMatching(/^A1 gives #NULL!/) });
		expect([number, caught, kind]).toEqual([1, 'none', 16]);
	});

	test('ENG-217 it says the same however the two references are written', () => {
		const [written, calculated] = valuesOf(['=D1:D2 E1:E2', '=OFFSET(D1,0,0,2) OFFSET(E1,0,0,2)'], {});
		expect(written).toMatchObject({ error: '#NULL!', message: expect.stringContaining('share') });
		expect(calculated).toEqual(written);
	});

	test('ENG-122 it goes where it stood', () => {
		const workbook = workbookOf({ S: { A1: '=#NULL!', A2: '=A1' } });
		const engine = new FormulaEngine();
		engine.load(workbook);
		const change = edit(workbook, 'A1', 5);
		workbook.cells.get('s')!.set(0, { content: 5 });
		engine.apply([change]);
		expect(engine.valueAt(at('A2'))).toBe(5);
	});
});

describe('#CALC!', () => {
	test('ENG-46 it is typed, shown, carried with its sentence, and numbered', () => {
		const [typed, empty, carried, number, caught] = valuesOf(
			['=#CALC!', '=FILTER({1;2},{FALSE;FALSE})', '=A2+1', '=ERROR.TYPE(A1)', '=IFERROR(A2,"none")'],
			{ A1: '=#CALC!', A2: '=TAKE({1;2},0)' }
		);
		expect(typed).toMatchObject({ error: '#CALC!', message: expect.stringContaining('array') });
		expect(empty).toMatchObject({
			error: '#CALC!',
			message: expect.stringContaining('conditions of FILTER')
		});
		expect(carried).toMatchObject({
			error: '#CALC!',
			message: expect.stringMatching(/^A2 gives #CALC!: Nothing is left/)
		});
		expect([number, caught]).toEqual([14, 'none']);
	});
});
