import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import {
	contentOfField,
	detectDelimiter,
	formatCsv,
	formatTsv,
	guardText,
	parseCsv,
	parseTsv,
	unguardText,
	uniqueFileNames,
	type CsvField
} from '$lib/exchange';
import { textOfContent, withLineFeeds } from '$lib/workbook';

const runs = { seed: 20_250_401, numRuns: process.env.RECKONER_LAWS ? 50_000 : 400 };

/** Texts thick with what CSV, spreadsheets and line ends make special. */
const text = fc.string({
	unit: fc.constantFrom(...'aZ0 ,;|.\t\r\n"\'=+-@%', 'ü', '中', '😀', '\uFEFF', 'sep='),
	maxLength: 8
});
const rows = fc
	.integer({ min: 1, max: 4 })
	.chain((columns) => fc.array(fc.array(text, { minLength: columns, maxLength: columns }), { maxLength: 6 }));
const options = fc.record({
	hasByteOrderMark: fc.boolean(),
	hasDecimalComma: fc.boolean(),
	isGuarded: fc.boolean()
});

describe('exchange', () => {
	test('EXC-20 texts written as CSV are read again as they were', () => {
		fc.assert(
			fc.property(rows, options, (table, chosen) => {
				const written = formatCsv(asTexts(table), chosen);
				const delimiter = chosen.hasDecimalComma ? ';' : ',';
				const read = parseCsv(written, { delimiter });
				const fields = read.ok ? read.value.rows : read.error;
				const expected = chosen.isGuarded ? table.map((row) => row.map(guardText)) : table;
				expect(fields).toEqual(expected);
			}),
			runs
		);
	});

	test('EXC-20 another parser reads the same', () => {
		fc.assert(
			fc.property(rows, options, (table, chosen) => {
				const written = formatCsv(asTexts(table), { ...chosen, isGuarded: false });
				const { data, errors } = Papa.parse<string[]>(written, {
					delimiter: chosen.hasDecimalComma ? ';' : ',',
					newline: '\r\n'
				});
				expect(errors).toEqual([]);
				// It takes the line end of the last record for the start of another one.
				expect(data.slice(0, -1)).toEqual(table);
			}),
			runs
		);
	});

	test('EXC-20 numbers written unformatted are read again to the last bit', () => {
		fc.assert(
			fc.property(
				fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 }),
				fc.boolean(),
				(numbers, hasDecimalComma) => {
					const plain = { hasByteOrderMark: false, hasDecimalComma, isGuarded: true };
					const read = parseCsv(formatCsv([numbers], plain), { delimiter: hasDecimalComma ? ';' : ',' });
					const fields = read.ok ? read.value.rows[0]! : [];
					// Zero has one spelling.
					expect(fields.map((field) => Number(field.replace(',', '.')))).toEqual(
						numbers.map((number) => number + 0 || 0)
					);
				}
			),
			runs
		);
	});

	test('EXC-20 a guarded text starts no formula elsewhere and comes back as the same text', () => {
		fc.assert(
			fc.property(text, (value) => {
				const guarded = guardText(value);
				expect(guarded).not.toMatch(/^[=+\-@\t\r]/);
				expect(unguardText(guarded)).toBe(value);
				if (guarded === value) return;
				const { content } = contentOfField(guarded, 'en-US', true);
				expect(typeof content === 'string' && textOfContent(content)).toBe(withLineFeeds(value));
			}),
			runs
		);
	});

	test('EXC-20 the clipboard text of rows is read as the same rows', () => {
		fc.assert(
			fc.property(rows, (table) => {
				expect(parseTsv(formatTsv(table))).toEqual({ ok: true, value: table });
			}),
			runs
		);
	});

	test('EXC-20 any text at all is read or refused, and clipboard text is never refused', () => {
		fc.assert(
			fc.property(fc.oneof(text, fc.string()), (value) => {
				const read = parseCsv(value);
				expect(read.ok || read.error.endsWith('.')).toBe(true);
				expect([',', ';', '\t', '|']).toContain(detectDelimiter(value));
				expect(parseTsv(value).ok).toBe(true);
			}),
			runs
		);
	});

	test('EXC-11 file names of a zip are never the same in any case and hold no separator', () => {
		fc.assert(
			fc.property(fc.array(fc.string({ maxLength: 6 })), (names) => {
				const files = uniqueFileNames(names, 'csv');
				expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(names.length);
				for (const file of files) expect(file).toMatch(/^[^<>:"/\\|?*\p{Cc}]+\.csv$/u);
			}),
			runs
		);
	});
});

function asTexts(table: readonly (readonly string[])[]): CsvField[][] {
	return table.map((row) => row.map((value) => ({ text: value })));
}
