import fc from 'fast-check';
import { HyperFormula } from 'hyperformula';
import { expect, test } from 'vitest';
import {
	formulaSpans,
	mappingOfDelete,
	mappingOfInsert,
	normalizeForEngine,
	parseFormula,
	rewriteReferences,
	shiftReferences,
	tokenizeFormula,
	type Lines
} from '$lib/formula';
import { columnLetters } from '$lib/workbook';

const runs = (count: number) => ({ seed: 20250301, numRuns: process.env.RECKONER_LAWS ? count * 20 : count });
/** Each run builds calculation engines, which takes milliseconds. */
const LAW_MS = 600_000;
const CONFIG = { licenseKey: 'gpl-v3', maxRows: 1_048_576, maxColumns: 16_384, undoLimit: 0 };

const SIZE = 9;
const index = fc.nat(SIZE - 1);
const fixed = fc.constantFrom('', '$');
const sheet = fc.constantFrom('', '', 'One!', "'Two words'!", "'one'!");
const cell = fc
	.tuple(fixed, index, fixed, index)
	.map(([a, column, b, row]) => `${a}${columnLetters(column)}${b}${row + 1}`);
const range = fc
	.tuple(fixed, index, fixed, index, fixed, fc.nat(3), fixed, fc.nat(3))
	.map(
		([a, column, b, row, c, wide, d, high]) =>
			`${a}${columnLetters(column)}${b}${row + 1}:${c}${columnLetters(column + wide)}${d}${row + high + 1}`
	);
const lines = fc.oneof(
	fc.tuple(index, fc.nat(2)).map(([at, more]) => `${columnLetters(at)}:${columnLetters(at + more)}`),
	fc.tuple(index, fc.nat(2)).map(([at, more]) => `${at + 1}:$${at + more + 1}`)
);
const within = (inner: fc.Arbitrary<string>) => fc.tuple(sheet, inner).map(([on, text]) => on + text);
const blank = fc.constantFrom('', '', ' ');

const { expression } = fc.letrec<{ expression: string }>((tie) => ({
	expression: fc.oneof(
		{ maxDepth: 3 },
		within(cell),
		fc.constantFrom('1', '2.5', '1e3', '.5', '"A1"', '"x ""y"""', '"C:\\"', 'TRUE()', '5%', '1/0'),
		within(range).map((text) => `SUM(${text})`),
		within(lines).map((text) => `COUNT(${text})`),
		fc
			.tuple(
				tie('expression'),
				blank,
				fc.constantFrom('+', '-', '*', '&', '=', '<='),
				blank,
				tie('expression')
			)
			.map((parts) => parts.join('')),
		fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `IF(${a}, ${b} ,0)`),
		tie('expression').map((text) => `(${text})`),
		tie('expression').map((text) => `-${text}`)
	)
}));
const formula = expression.map((text) => `=${text}`);

const line: fc.Arbitrary<Lines & { kind: 'insert' | 'delete' }> = fc.record({
	kind: fc.constantFrom('insert', 'delete'),
	sheetName: fc.constantFrom('One', 'Two words'),
	axis: fc.constantFrom('row', 'column'),
	at: index,
	count: fc.integer({ min: 1, max: 3 })
});

/** The calculation engine with a formula on each of two sheets. Row 31, column Z lies beyond every change. */
function build(formulas: { One: string; Two: string }) {
	const at = (text: string) => [...Array.from({ length: 30 }, () => []), [...Array(25).fill(null), text]];
	return HyperFormula.buildFromSheets({ One: at(formulas.One), 'Two words': at(formulas.Two) }, CONFIG);
}

/** The formulas as the engine writes them; where a reference was lost it drops the blanks before. */
function written(graph: HyperFormula) {
	return graph.getSheetNames().map((name) =>
		graph
			.getSheetFormulas(graph.getSheetId(name)!)
			.flat()
			.flatMap((text) => text?.replace(/ +#REF!/g, '#REF!') ?? [])
	);
}

test(
	'FML-12 references follow rows and columns as the calculation engine moves them',
	() => {
		fc.assert(
			fc.property(formula, formula, line, (first, second, { kind, ...change }) => {
				const ours = [first, second].map((text) => {
					const engineText = normalizeForEngine(text);
					if (!engineText.ok) throw new Error(engineText.error.message);
					return engineText.value;
				});
				const oracle = build({ One: ours[0]!, Two: ours[1]! });
				const id = oracle.getSheetId(change.sheetName)!;
				const span: [number, number] = [change.at, change.count];
				if (kind === 'insert') {
					if (change.axis === 'row') oracle.addRows(id, span);
					else oracle.addColumns(id, span);
				} else if (change.axis === 'row') oracle.removeRows(id, span);
				else oracle.removeColumns(id, span);

				const mapping = kind === 'insert' ? mappingOfInsert(change) : mappingOfDelete(change);
				const rewritten = build({
					One: rewriteReferences(ours[0]!, mapping, 'One'),
					Two: rewriteReferences(ours[1]!, mapping, 'Two words')
				});
				expect(written(rewritten)).toEqual(written(oracle));
			}),
			runs(120)
		);
	},
	LAW_MS
);

const anyText = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 40 }),
	fc
		.string({ unit: fc.constantFrom(...'=A1:$!\'"+*(), #&%{};[]@E.REF~é'), maxLength: 30 })
		.map((text) => `=${text}`),
	formula
);

test('FML-7 where nothing moves, any text stays byte for byte', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			expect(rewriteReferences(text, {}, 'One')).toBe(text);
			expect(
				rewriteReferences(text, { mapRange: (at) => at, mapSheet: (at) => at, mapName: (at) => at }, 'One')
			).toBe(text);
			expect(shiftReferences(text, 0, 0)).toBe(text);
		}),
		runs(1000)
	);
});

test('FML-3 pieces joined are the formula, whatever is typed', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			expect(
				formulaSpans(text)
					.map((span) => span.text)
					.join('')
			).toBe(text);
			let end = 0;
			for (const token of tokenizeFormula(text)) {
				expect(token.start).toBe(end);
				end = token.end;
				expect(text.slice(token.start, end)).toBe(token.text);
			}
			expect(end).toBe(text.length);
		}),
		runs(1000)
	);
});

test('FML-1 reading never throws, and a problem has its place in the text', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			const tree = parseFormula(text);
			if (tree.ok) return;
			expect(tree.error.start).toBeGreaterThanOrEqual(0);
			expect(tree.error.end).toBeGreaterThanOrEqual(tree.error.start);
			expect(tree.error.end).toBeLessThanOrEqual(text.length);
		}),
		runs(1000)
	);
});

test(
	'FML-10 what the engine could read before, it computes to the same after',
	() => {
		const plain = formula.filter((text) => !/""|\\/.test(text));
		fc.assert(
			fc.property(plain, (text) => {
				const engineText = normalizeForEngine(text);
				if (!engineText.ok) throw new Error(engineText.error.message);
				const value = (of: string) => {
					const graph = build({ One: of, Two: '=1' });
					return JSON.stringify(graph.getCellValue({ sheet: 0, row: 30, col: 25 }));
				};
				expect(value(engineText.value)).toBe(value(text));
			}),
			runs(80)
		);
	},
	LAW_MS
);

test('FML-9 a copy there and back is the same formula where nothing left the sheet', () => {
	fc.assert(
		fc.property(formula, fc.nat(20), fc.nat(20), (text, rows, columns) => {
			const there = shiftReferences(text, rows, columns);
			// Ends that passed one another were put in order, so the text may differ once.
			const back = shiftReferences(there, -rows, -columns);
			expect(shiftReferences(shiftReferences(back, rows, columns), -rows, -columns)).toBe(back);
			if (!text.includes('$')) expect(back).toBe(text);
		}),
		runs(300)
	);
});
