import { describe, expect, test } from 'vitest';
import { FormulaEngine } from '$lib/engine';
import { isCellError } from '$lib/workbook';
import { LOOKUP_FUNCTION_HELP } from '../../../src/lib/engine/functions/lookup';
import { at, engineOf, type Contents } from './model-workbook';

const CELLS: Contents[string] = { A1: 1, B1: 'c', A2: 2, B2: 'a', A3: 3, B3: 'b', C1: 2 };

/** The cells that a formula in H1 fills, as texts in one line; an error as its code. */
function filled(formula: string): string {
	const engine = engineOf({ S: { ...CELLS, H1: formula } });
	return ['1', '2', '3', '4', '5', '6']
		.map((row) =>
			['H', 'I', 'J', 'K', 'L', 'M'].map((letter) => {
				const value = engine.valueAt(at(`${letter}${row}`));
				return isCellError(value) ? value.error : value === null ? '' : String(value);
			})
		)
		.map((row) => row.join(' ').trim())
		.join(' / ')
		.replace(/( \/ )+$/, '');
}

describe('ENG-68 arrays are cut, ordered and flattened', () => {
	test.each([
		['=TAKE(A1:B3,2)', '1 c / 2 a'],
		['=TAKE(A1:B3,-1)', '3 b'],
		['=TAKE(A1:B3,,1)', '1 / 2 / 3'],
		['=TAKE(A1:B3,9,-1)', 'c / a / b'],
		['=TAKE(A1:B3,C1)', '1 c / 2 a'],
		['=TAKE(A1:B3,0)', '#CALC!'],
		['=DROP(A1:B3,1)', '2 a / 3 b'],
		['=DROP(A1:B3,-2)', '1 c'],
		['=DROP(A1:B3,1,1)', 'a / b'],
		['=DROP(A1:B3,3)', '#CALC!'],
		['=CHOOSECOLS(A1:B3,2,1)', 'c 1 / a 2 / b 3'],
		['=CHOOSECOLS(A1:B3,-1)', 'c / a / b'],
		['=CHOOSEROWS(A1:B3,{3,1})', '3 b / 1 c'],
		['=CHOOSEROWS(A1:B3,4)', '#VALUE!'],
		['=TOROW(A1:B2)', '1 c 2 a'],
		['=TOCOL(A1:B2)', '1 / c / 2 / a'],
		['=TOCOL(A1:B2,0,TRUE)', '1 / 2 / c / a'],
		['=TOROW(A1:C2,1)', '1 c 2 2 a'],
		['=SORTBY(A1:A3,B1:B3)', '2 / 3 / 1'],
		['=SORTBY(A1:A3,A1:A3,-1)', '3 / 2 / 1'],
		['=SORTBY({3,1,2},{"c","a","b"})', '1 2 3'],
		['=SORTBY(A1:A3,{1;1;0},1,A1:A3,-1)', '3 / 2 / 1'],
		['=SORTBY(A1:A3,B1:B2)', '#VALUE!'],
		['=SUM(SORTBY(A:A,B:B))', '6'],
		['=INDEX(SORTBY(A:B,B:B,-1),1,1)', '1'],
		['=FREQUENCY({1,2,3,4,9},{2,4})', '2 / 2 / 1'],
		['=FREQUENCY(A1:B3,{2})', '2 / 1']
	])('ENG-68 %s', (formula, cells) => {
		const text = filled(formula);
		expect(text.startsWith('#') ? text.split(' ')[0] : text).toBe(cells);
	});
});

test.each([
	['=SUMPRODUCT((A1:A3>1)*A1:A3)', 5],
	['=SUMPRODUCT(A1:A3,A1:A3)', 14],
	['=SUMPRODUCT(A1:B3,A1:B3)', 14],
	['=SUMPRODUCT(--(B1:B3="a"),A1:A3)', 2],
	['=SUMPRODUCT(A1:A3,A1:A2)', '#VALUE!'],
	['=SUMPRODUCT(A1:A3,{1;2;3}/0)', '#DIV/0!']
])(
	'ENG-69 SUMPRODUCT calculates with conditions, and what is no number counts as 0: %s',
	(formula, value) => {
		const given = engineOf({ S: { ...CELLS, H1: formula } }).valueAt(at('H1'));
		expect(isCellError(given) ? given.error : given).toBe(value);
	}
);

test('ENG-70 random arrays keep to their limits and fill what the formula says', () => {
	const engine = engineOf({
		S: { A1: '=RANDARRAY(2,3,5,7,TRUE)', E1: '=RANDARRAY(1,1,2,1)', G1: '=RANDARRAY(F1)', F1: 2 }
	});
	for (const address of ['A1', 'B1', 'C1', 'A2', 'B2', 'C2']) {
		expect([5, 6, 7]).toContain(engine.valueAt(at(address)));
	}
	expect(engine.valueAt(at('E1'))).toMatchObject({ error: '#VALUE!' });
	expect([at('G1'), at('G2'), at('G3')].map((place) => typeof engine.valueAt(place))).toEqual([
		'number',
		'number',
		'object'
	]);
});

test.each(LOOKUP_FUNCTION_HELP.map(({ name, examples }) => [name, examples[0]!] as const))(
	'ENG-71 the help of %s has an example that has a value: %s',
	(name, example) => {
		const engine = engineOf({ S: { A1: example } });
		const value = engine.valueAt(at('A1'));
		expect(value).not.toBeNull();
		expect(isCellError(value)).toBe(false);
		expect(new FormulaEngine().describeFunctions().filter((one) => one.name === name)).toHaveLength(1);
	}
);
