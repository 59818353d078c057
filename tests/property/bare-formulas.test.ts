import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FormulaEngine } from '$lib/engine';
import { cellKey, emptyWorkbook, type Cell, type CellValue } from '$lib/workbook';
import { BARE_CONFIG, BareHyperFormula } from '../bare-hyperformula';

const runs = (count: number) => ({ seed: 20250302, numRuns: process.env.RECKONER_LAWS ? count * 20 : count });

/** Numbers of A1:B8: positive, of few digits, none equal to another, so that no order or tie is left to chance. */
const ROWS = 8;
const NUMBERS = Array.from({ length: ROWS }, (_, row) => [(row + 1) * 12.5, 2 ** row + 0.25 * row]);

const cell = fc
	.tuple(fc.constantFrom('A', 'B'), fc.integer({ min: 1, max: ROWS }))
	.map(([column, row]) => column + row);
const literal = fc.oneof(
	fc.integer({ min: 1, max: 99 }).map(String),
	fc.constantFrom('0.5', '2.25', '1.5e1', '10%')
);
const column = fc.constantFrom('A', 'B').map((name) => `${name}1:${name}${ROWS}`);
const place = fc.integer({ min: 1, max: ROWS });
const text = fc.constantFrom('"alpha"', '"beta gamma"', '"Delta"');

/**
 * Formulas over functions and operands of which HyperFormula is right: numbers that are neither blank nor text where
 * numbers belong, texts where texts do, places that exist, and no result that rounding decides.
 */
const { number: numeric } = fc.letrec<{ number: string; condition: string }>((tie) => {
	const inner = tie('number');
	const of = (name: string, ...given: fc.Arbitrary<string | number>[]) =>
		fc.tuple(...given).map((values) => `${name}(${values.join(',')})`);
	const arithmetic = fc
		.tuple(inner, fc.constantFrom('+', '-', '*', '/'), inner)
		.map(([left, operator, right]) => `(${left}${operator}${right})`);
	const aggregate = fc
		.tuple(
			fc.constantFrom(
				'SUM',
				'AVERAGE',
				'MIN',
				'MAX',
				'COUNT',
				'MEDIAN',
				'PRODUCT',
				'SUMSQ',
				'COUNTA',
				'STDEV',
				'VAR'
			),
			column
		)
		.map(([name, range]) => `${name}(${range})`);
	return {
		condition: fc
			.tuple(cell, fc.constantFrom('>', '<', '>=', '<=', '<>', '='), literal)
			.map(([left, operator, right]) => `${left}${operator}${right}`),
		number: fc.oneof(
			{ depthSize: 'small', withCrossShrink: true },
			cell,
			literal,
			aggregate,
			arithmetic,
			of('IF', tie('condition'), inner, inner),
			of('ABS', inner),
			of('SQRT', of('ABS', inner)),
			of('POWER', cell, fc.constantFrom('2', '0.5', '3')),
			of('LN', cell),
			of('EXP', fc.constantFrom('1', '0.5', '-2')),
			of('MOD', fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 9 })),
			of('INDEX', column, place),
			of('MATCH', fc.constantFrom('12.5', '50', '100'), fc.constant(`A1:A${ROWS}`), fc.constant('0')),
			of(
				'VLOOKUP',
				fc.constantFrom('25', '62.5'),
				fc.constant(`A1:B${ROWS}`),
				fc.constant('2'),
				fc.constant('0')
			),
			of('SUMIF', column, fc.constantFrom('">20"', '"<=50"', '"<>25"'), column),
			of('COUNTIF', column, fc.constantFrom('">20"', '"<=50"', '25')),
			of('SUMPRODUCT', column, column),
			of('LARGE', column, place),
			of('SMALL', column, place),
			of('LEN', text),
			of('FIND', fc.constant('"a"'), text),
			of('CHOOSE', fc.integer({ min: 1, max: 2 }), inner, inner),
			of('IFERROR', inner, literal)
		)
	};
});

test(
	'ENG-20 where HyperFormula is right, a formula gives the same with our layer as without',
	{ timeout: 600_000 },
	() => {
		fc.assert(
			fc.property(fc.array(numeric, { minLength: 5, maxLength: 30 }), (bodies) => {
				const formulas = bodies.map((body) => `=${body}`).filter(({ length }) => length <= 8192);
				const rows = formulas.map((formula, row) => [...(NUMBERS[row] ?? ['', '']), formula]);
				while (rows.length < ROWS) rows.push([...NUMBERS[rows.length]!, '']);
				const bare = BareHyperFormula.buildFromArray(
					rows.map((row) => row.map((v) => (v === '' ? null : v))),
					BARE_CONFIG
				);
				const layered = valuesWithLayer(formulas);
				for (const [row, formula] of formulas.entries()) {
					const expected = bare.getCellValue({ sheet: 0, row, col: 2 });
					expectSame(layered[row]!, expected, formula);
				}
				bare.destroy();
			}),
			runs(60)
		);
	}
);

function valuesWithLayer(formulas: readonly string[]): CellValue[] {
	const workbook = emptyWorkbook();
	workbook.tables.sheet.set('s', { id: 's', name: 'S', position: 0, columnWidths: {}, rowHeights: {} });
	const cells = new Map<number, Cell>();
	for (const [row, numbers] of NUMBERS.entries()) {
		for (const [column, content] of numbers.entries()) cells.set(cellKey({ row, column }), { content });
	}
	for (const [row, content] of formulas.entries()) cells.set(cellKey({ row, column: 2 }), { content });
	workbook.cells.set('s', cells);
	const engine = new FormulaEngine();
	engine.load(workbook);
	return formulas.map((_, row) => engine.valueAt({ sheet: 's', row, column: 2 }));
}

/** Equal to 13 digits; errors of one kind. */
function expectSame(value: CellValue, expected: unknown, formula: string): void {
	if (typeof expected === 'object' && expected !== null && 'value' in expected) {
		expect(value, formula).toMatchObject({ error: expected.value });
	} else if (typeof expected === 'number') {
		expect(typeof value, formula).toBe('number');
		const gap = Math.abs((value as number) - expected);
		expect(gap, `${formula}: ${String(value)}, ${expected} without the layer`).toBeLessThanOrEqual(
			1e-13 * Math.abs(expected)
		);
	} else expect(value, formula).toBe(expected);
}
