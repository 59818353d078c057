import { describe, expect, test } from 'vitest';
import { Calculation } from '$lib/calculation';
import { formulaSpans } from '$lib/formula';
import { cutsPiece, evaluatedPart, joinedValue } from '$lib/session/evaluated-part';
import { smallWorkbook } from '../editing/small-workbook';

async function valueOf(part: string): Promise<string> {
	const calculation = new Calculation();
	await calculation.open({ version: 0, workbook: smallWorkbook(), scenario: 'as_reported' });
	const tryFormulas = async (formulas: Parameters<Calculation['tryFormulas']>[0]['formulas']) =>
		(await calculation.tryFormulas({ version: 0, formulas })).values;
	const value = await evaluatedPart(tryFormulas, { sheet: 'data', row: 8, column: 0 }, part);
	return value.ok ? value.value : `refused: ${value.error}`;
}

describe('the value of a part of a formula', () => {
	test.each([
		['1+2', '3'],
		['B2', '2'],
		['openai.cost*assume.price', '200000000'],
		['0.1+0.2', '0.3'],
		['"a""b"', '"a""b"'],
		['B2>1', 'TRUE'],
		['B2:B3', '{2;0.25}'],
		['B2:B3*2', '{4;0.5}'],
		['{1,"x"}', '{1,"x"}'],
		['1/0', '#DIV/0!'],
		["'My sums'!A1/B1", '2']
	])('GRD-114 %s is %s', async (part, written) => {
		expect(await valueOf(part)).toBe(written);
	});

	test.each([
		['F20', '0'],
		['B2:B3&F20', '{"2";"0.25"}'],
		['F20:F22', '{0;0;0}'],
		['CHOOSE({1,2},"a,}{","")', '{"a,}{",""}'],
		['CHOOSE({1,2,3},F20,B2,F20)', '{0,2,0}']
	])('PAG-344 blank cells in %s count as 0: %s', async (part, written) => {
		expect(await valueOf(part)).toBe(written);
	});

	test.each([
		['=A1', '+B2', '2', '+2'],
		['=A1', '-B2', '-2', '-2'],
		['=A1', '-B2', '2', '+2'],
		['=SUM(A1)', ' + B2', '2', '+2'],
		['=', '+B2', '2', '2'],
		['=A1*', '-B2', '2', '2'],
		['=A1+', 'B2', '2', '2']
	])('PAG-344 behind %s the value of %s, which is %s, is written %s', (before, part, value, written) => {
		expect(joinedValue(before, part, value)).toBe(written);
	});

	test.each(['SUM(B1', '1+', '2)*(3', ''])('GRD-114 %j is no expression', async (part) => {
		expect(await valueOf(part)).toMatch(/^refused: This part is no expression/);
	});

	test('GRD-114 a name that holds elsewhere only is told', async () => {
		expect(await valueOf('inner+1')).toMatch(/^refused: .*inner/);
	});

	test.each([
		['=AA1*2', 2, 4, true],
		['=A12+1', 1, 3, true],
		['=A12+1', 1, 4, false],
		['=SUM(A1:A2)*2', 1, 11, false],
		['="a b"&1', 2, 4, true]
	])('GRD-114 a part of %s from %d to %d that cuts a piece in two: %s', (formula, start, end, cuts) => {
		expect(cutsPiece(formulaSpans(formula), start, end)).toBe(cuts);
	});

	test('GRD-114 nothing is said before there is a calculation, or where it takes too long', async () => {
		const place = { sheet: 'data', row: 0, column: 0 };
		expect(await evaluatedPart(async () => null, place, '1')).toMatchObject({ ok: false });
		expect(await evaluatedPart(async () => 'stopped', place, '1')).toMatchObject({ ok: false });
	});
});
