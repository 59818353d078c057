import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	applyPatch,
	cellKey,
	composePatches,
	diffWorkbooks,
	emptyWorkbook,
	formatValue,
	invertPatch,
	isFormula,
	parseWorkbook,
	readTyped,
	sameRecord,
	serializeWorkbook,
	textForEditing,
	textOfContent,
	type Cell,
	type Content,
	type Workbook
} from '$lib/workbook';

const RUNS = process.env['RECKONER_LAWS'] ? 5_000 : 200;
const SEED = { seed: 20250401, numRuns: RUNS };

const LOCALES = ['en-US', 'en-GB', 'de-DE', 'de-CH', 'fr-FR', 'pt-BR', 'sv-SE', 'ja-JP', 'ar', 'hi-IN'];
const FORMATS = [
	undefined,
	'General',
	'0.0%',
	'd mmm yyyy',
	'yyyy-mm-dd hh:mm',
	'h:mm',
	'[h]:mm:ss',
	'$#,##0.00',
	'0.00E+00',
	'@',
	'# ?/?'
];
const number = fc
	.oneof(
		fc.integer(),
		fc.double({ noNaN: true, noDefaultInfinity: true }),
		fc.integer({ min: 0, max: 3_000_000 }).map((seconds) => 45_000 + seconds / 86_400),
		fc.integer({ min: -99_999, max: 99_999 }).map((hundredths) => hundredths / 10_000)
	)
	.map((value) => value + 0);
const looksLikeMore = fc.constantFrom(
	'5',
	'1e3',
	'12%',
	'TRUE',
	'$1,200',
	'4/1/2025',
	'1.4.2025',
	'Apr 2025',
	'18:00',
	'3,5',
	'1 1/2',
	"'",
	"''",
	"'=1",
	'=',
	' ',
	''
);
const text = fc.oneof(looksLikeMore, fc.string({ unit: 'binary', maxLength: 20 }));
const content: fc.Arbitrary<Content> = fc.oneof(
	number,
	fc.boolean(),
	fc.constant(null),
	text.filter((typed) => !isFormula(typed)),
	fc.string({ minLength: 1, maxLength: 20 }).map((body) => `=${body}`)
);
const cell: fc.Arbitrary<Cell> = fc.record(
	{
		content,
		format: fc.constantFrom('0.0%', '@', '$#,##0'),
		unit: fc.string({ maxLength: 4 }),
		style: fc.constantFrom('title' as const, 'remark' as const),
		figure: fc.string({ minLength: 1, maxLength: 4 }),
		note: fc.string({ maxLength: 9 })
	},
	{ requiredKeys: ['content'] }
);
const id = fc.oneof(
	fc.constantFrom('__proto__', 'constructor', 'a', 'b'),
	fc.string({ minLength: 1, maxLength: 4 })
);
const overrideKey = id.filter((key) => key !== '__proto__');

/** Workbooks of one base and a few sheets, with cells here and there; a small pool of ids, so that two overlap. */
const workbook: fc.Arbitrary<Workbook> = fc
	.record({
		sheets: fc.uniqueArray(id, { minLength: 1, maxLength: 4 }),
		cells: fc.array(
			fc.record({
				sheet: fc.nat(3),
				row: fc.oneof(fc.nat(5), fc.nat(1_048_575)),
				column: fc.oneof(fc.nat(5), fc.nat(16_383)),
				cell
			}),
			{ maxLength: 20 }
		),
		sources: fc.uniqueArray(fc.tuple(id, fc.string()), { maxLength: 5, selector: ([key]) => key }),
		scenarios: fc.uniqueArray(fc.tuple(id, fc.dictionary(overrideKey, content)), {
			maxLength: 3,
			selector: ([key]) => key
		}),
		title: fc.string()
	})
	.map(({ sheets, cells, sources, scenarios, title }) => {
		const made = emptyWorkbook({ title });
		sheets.forEach((sheet, position) =>
			made.tables.sheet.set(sheet, {
				id: sheet,
				name: `Sheet ${position}`,
				position,
				columnWidths: position === 0 ? { [position]: 90, 12: 10 } : {},
				rowHeights: {}
			})
		);
		for (const { sheet, row, column, cell: made_ } of cells) {
			const key = sheets[sheet % sheets.length]!;
			const sheetCells = made.cells.get(key) ?? new Map<number, Cell>();
			made.cells.set(key, sheetCells.set(cellKey({ row, column }), made_));
		}
		for (const [key, name] of sources) {
			made.tables.source.set(key, { id: key, title: name, publisher: '', published: '', url: '', note: '' });
		}
		for (const [key, overrides] of scenarios) {
			made.tables.scenario.set(key, { id: key, title: key, reason: '', position: 1, overrides });
		}
		return made;
	});

function clone(original: Workbook): Workbook {
	return structuredClone(original);
}

describe('what is typed', () => {
	it('WBK-11 what the editor shows for a number, read back, is the same number', () => {
		fc.assert(
			fc.property(
				number,
				fc.constantFrom(...FORMATS),
				fc.constantFrom(...LOCALES),
				(value, format, locale) => {
					const shown = textForEditing(value, format, locale);
					expect(Object.is(readTyped(shown, locale).content, value)).toBe(true);
				}
			),
			SEED
		);
	});

	it('WBK-11 what was typed, shown and read back, means the same', () => {
		fc.assert(
			fc.property(text, fc.constantFrom(...FORMATS), fc.constantFrom(...LOCALES), (typed, format, locale) => {
				const { content: first } = readTyped(typed, locale);
				expect(readTyped(textForEditing(first, format, locale), locale).content).toEqual(first);
			}),
			SEED
		);
	});

	it('WBK-11 any content, shown and read back, means the same', () => {
		fc.assert(
			fc.property(content, fc.constantFrom(...LOCALES), (first, locale) => {
				const { content: second } = readTyped(textForEditing(first, undefined, locale), locale);
				const isText = typeof first === 'string' && !isFormula(first);
				if (isText) expect(textOfContent(second as string)).toBe(textOfContent(first));
				else expect(second).toEqual(first);
			}),
			SEED
		);
	});

	it('WBK-8 reading and showing never throw, whatever is typed', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.string(), number, (typed, locale, value) => {
				expect(readTyped(typed, locale)).toHaveProperty('content');
				expect(typeof formatValue(value, typed, locale).text).toBe('string');
			}),
			SEED
		);
	});
});

describe('documents', () => {
	it('WBK-12 what is written and read is the same workbook, to the byte', () => {
		fc.assert(
			fc.property(workbook, (original) => {
				const written = serializeWorkbook(original);
				const parsed = parseWorkbook(written);
				if (!parsed.ok) throw new Error(parsed.error);
				expect(diffWorkbooks(original, parsed.value)).toEqual([]);
				expect(serializeWorkbook(parsed.value)).toBe(written);
			}),
			SEED
		);
	});

	it('WBK-14 a damaged document is refused or read, and never throws', () => {
		fc.assert(
			fc.property(
				workbook,
				fc.nat(),
				fc.nat(9),
				fc.string({ maxLength: 4 }),
				(original, where, length, put) => {
					const written = serializeWorkbook(original);
					const at = where % written.length;
					const parsed = parseWorkbook(written.slice(0, at) + put + written.slice(at + length));
					if (parsed.ok) expect(parseWorkbook(serializeWorkbook(parsed.value)).ok).toBe(true);
				}
			),
			SEED
		);
	});
});

describe('patches', () => {
	it('WBK-16 the difference of two workbooks leads from one to the other, its inverse back', () => {
		fc.assert(
			fc.property(workbook, workbook, (a, b) => {
				const patch = diffWorkbooks(a, b);
				const walked = clone(a);
				applyPatch(walked, patch);
				expect(serializeWorkbook(walked)).toBe(serializeWorkbook(b));
				applyPatch(walked, invertPatch(patch));
				expect(serializeWorkbook(walked)).toBe(serializeWorkbook(a));
				expect(invertPatch(invertPatch(patch))).toEqual(patch);
				expect(diffWorkbooks(a, clone(a))).toEqual([]);
			}),
			SEED
		);
	});

	it('WBK-16 a composed patch does what its parts do, and there and back is nothing', () => {
		fc.assert(
			fc.property(workbook, workbook, workbook, (a, b, c) => {
				const [first, second] = [diffWorkbooks(a, b), diffWorkbooks(b, c)];
				const composed = composePatches(first, second);
				const walked = clone(a);
				applyPatch(walked, composed);
				expect(serializeWorkbook(walked)).toBe(serializeWorkbook(c));
				expect(composed).toHaveLength(diffWorkbooks(a, c).length);
				expect(composePatches(first, invertPatch(first))).toEqual([]);
				expect(sameRecord(composePatches(composePatches(first, second), []), composed)).toBe(true);
			}),
			SEED
		);
	});
});
