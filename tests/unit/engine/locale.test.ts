import { describe, expect, test } from 'vitest';
import { isCellError } from '$lib/workbook';
import { FormulaEngine } from '$lib/engine';
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
