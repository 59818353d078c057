import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { readCsvRecords } from '$lib/template/csv-records';
import { starterTexts } from '../../starter';

const fieldsOf = (text: string) => readCsvRecords('t.csv', text).map(({ fields }) => fields);

describe('reading tables', () => {
	test('DAT-20 fields, quotes, empty fields and both line breaks', () => {
		expect(fieldsOf('a,b\r\n"x, ""y""",\n,\n')).toEqual([
			['a', 'b'],
			['x, "y"', ''],
			['', '']
		]);
		expect(fieldsOf('\uFEFFa\n"1\n2"')).toEqual([['a'], ['1\n2']]);
		expect(fieldsOf('a,')).toEqual([['a', '']]);
		expect(fieldsOf('')).toEqual([]);
	});

	test('DAT-20 a record knows the line that it begins on', () => {
		const records = readCsvRecords('t.csv', 'a\n"1\n2\n3"\nb\n');
		expect(records.map(({ line }) => line)).toEqual([1, 2, 5]);
	});

	test.each([
		['a\n"open', 'data/t.csv, line 2: a quoted field is not closed.'],
		['a\nb\nx"y', 'data/t.csv, line 3: a quote stands within an unquoted field.'],
		['"a"b', 'data/t.csv, line 1: something follows the closing quote of a field.']
	])('DAT-20 %j is refused with file and line', (text, message) => {
		expect(() => readCsvRecords('t.csv', text)).toThrow(message);
	});

	test('DAT-20 another parser reads the same from every table of the package', () => {
		for (const [file, text] of Object.entries(starterTexts())) {
			const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: true });
			expect(errors, file).toEqual([]);
			expect(fieldsOf(text), file).toEqual(data);
		}
	});
});
