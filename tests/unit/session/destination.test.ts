import { describe, expect, test } from 'vitest';
import { findDestination } from '$lib/session/destination';
import { formatRange, isWholeColumns, isWholeRows, MAX_COLUMNS, MAX_ROWS } from '$lib/workbook';
import { smallWorkbook } from '../editing/small-workbook';

function led(text: string): string | undefined {
	const found = findDestination(smallWorkbook(), 'sums', text);
	return found && `${found.sheet} ${found.ranges.map(formatRange).join(' ')}`;
}

describe('where typed places lead', () => {
	test.each([
		['b9', 'sums B9'],
		['$B$9:a1', 'sums A1:B9'],
		[" 'My sums'!A2 ", 'sums A2'],
		['Data!B1:B3', 'data B1:B3'],
		['=Data!B1', 'data B1'],
		['openai.cost', 'data B1'],
		['A1, C3:D4,B2', 'sums A1 C3:D4 B2'],
		['Data!A1,openai.cost', 'data A1 B1']
	])('GRD-103 %s', (text, place) => {
		expect(led(text)).toBe(place);
	});

	test('GRD-103 whole columns and rows', () => {
		const [columns] = findDestination(smallWorkbook(), 'sums', '$d:C')!.ranges;
		expect(isWholeColumns(columns)).toBe(true);
		expect([columns.from.column, columns.to.column]).toEqual([2, 3]);
		const found = findDestination(smallWorkbook(), 'sums', 'Data!5:7')!;
		expect(found.sheet).toBe('data');
		expect(isWholeRows(found.ranges[0])).toBe(true);
		expect([found.ranges[0].from.row, found.ranges[0].to.row]).toEqual([4, 6]);
	});

	test.each([
		'',
		'nowhere',
		'Gone!A1',
		'A:7',
		'0:5',
		'XFE:XFE',
		`1:${MAX_ROWS + 1}`,
		'A1,',
		'A1,nowhere',
		'A1,Data!A1',
		`A${MAX_ROWS + 1}`,
		'A1:B2:C3'
	])('GRD-103 %j leads nowhere', (text) => {
		expect(MAX_COLUMNS).toBe(16_384);
		expect(led(text)).toBeUndefined();
	});
});
