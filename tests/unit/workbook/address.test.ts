import { describe, expect, it } from 'vitest';
import {
	columnLetters,
	columnOfLetters,
	formatAbsoluteReference,
	formatRange,
	MAX_COLUMNS,
	parseAbsoluteReference,
	parseAddress,
	parseRange,
	placeOfName,
	quoteSheetName,
	usedSize
} from '$lib/workbook';
import { at, smallWorkbook } from '../editing/small-workbook';

describe('addresses', () => {
	it('WBK-17 columns have letters from A to XFD, and back', () => {
		expect([0, 25, 26, 701, 702, MAX_COLUMNS - 1].map(columnLetters)).toEqual([
			'A',
			'Z',
			'AA',
			'ZZ',
			'AAA',
			'XFD'
		]);
		for (let column = 0; column < MAX_COLUMNS; column++) {
			expect(columnOfLetters(columnLetters(column))).toBe(column);
		}
		expect(['XFE', '', 'A1', 'AAAA'].map(columnOfLetters)).toEqual([-1, -1, -1, -1]);
	});

	it('WBK-17 reads addresses and ranges in any order of corners, and refuses what lies beyond the sheet', () => {
		expect(parseAddress(' $b$12 ')).toEqual({ ok: true, value: { row: 11, column: 1 } });
		for (const text of ['A0', 'A1048577', 'XFE1', 'A', '1', 'A1B', ''])
			expect(parseAddress(text).ok).toBe(false);
		const range = parseRange('C9:B2');
		expect(range.ok && formatRange(range.value)).toBe('B2:C9');
		expect(parseRange('A1:B2:C3').ok).toBe(false);
	});

	it('WBK-17 absolute references quote sheets that need it, and are read back', () => {
		for (const [sheetName, quoted] of [
			['Data', 'Data'],
			['My sums', "'My sums'"],
			["It's", "'It''s'"],
			['Q1', "'Q1'"],
			['Données', 'Données'],
			['TRUE', "'TRUE'"],
			['false', "'false'"],
			['R', "'R'"],
			['rc', "'rc'"],
			['R1C1', "'R1C1'"],
			['R2', "'R2'"],
			['Rate', 'Rate']
		] as const) {
			expect(quoteSheetName(sheetName)).toBe(quoted);
			const range = { from: { row: 0, column: 0 }, to: { row: 4, column: 1 } };
			const reference = formatAbsoluteReference(sheetName, range);
			expect(reference).toBe(`=${quoted}!$A$1:$B$5`);
			expect(parseAbsoluteReference(reference)).toEqual({ ok: true, value: { sheetName, ...range } });
		}
		expect(parseAbsoluteReference('=SUM(A1)').ok).toBe(false);
	});
});

describe('names', () => {
	it('WBK-18 a name stands for one cell, in any case', () => {
		const workbook = smallWorkbook();
		expect(placeOfName(workbook, 'assume.price')).toEqual(at('data', 'B2'));
		expect(placeOfName(workbook, 'ASSUME.Price')).toEqual(at('data', 'B2'));
		expect(placeOfName(workbook, 'data.all')).toBeUndefined();
		expect(placeOfName(workbook, 'nobody')).toBeUndefined();
		expect(usedSize(workbook, 'data')).toEqual({ rows: 4, columns: 3 });
	});
});
