import { describe, expect, test } from 'vitest';
import { landmarkFrom } from '../../../src/lib/session/selection-steps';
import type { Landmark, SelectionHost } from '../../../src/lib/session/selection.svelte';
import { formatAddress, parseAddress } from '$lib/workbook';

const SHEET = ['A.CD', 'AB..', '....', 'A..D'];

/** Where a landmark is, seen from a cell of the sheet drawn above. */
function landmark(
	from: string,
	to: Landmark,
	{ hidden = [] as string[], rows = 0, columns = 0, isExtending = false } = {}
): string {
	const host: SelectionHost = {
		isBlank: ({ row, column }) => (SHEET[row]?.[column] ?? '.') === '.',
		usedSize: () => ({ rows: 4, columns: 4 }),
		isHidden: (axis, index) => hidden.includes(`${axis} ${index}`),
		merges: () => [],
		frozen: () => ({ rows, columns })
	};
	const at = parseAddress(from);
	if (!at.ok) throw new Error(at.error);
	return formatAddress(landmarkFrom(host, at.value, to, isExtending));
}

describe('the starts and ends of rows and of the sheet', () => {
	test.each([
		['row-start', 'D2', 'B2'],
		['row-end', 'A1', 'C1'],
		['row-end', 'B3', 'B3'],
		['sheet-start', 'D4', 'B1'],
		['sheet-end', 'A1', 'C2']
	] as const)('PAG-345 %s from %s passes over hidden lines: %s', (to, from, at) => {
		const hidden = ['column 0', 'column 3', 'row 2', 'row 3'];
		expect(landmark(from, to, { hidden })).toBe(at);
	});

	test('PAG-346 where panes are frozen the start is behind them, and from there that of the sheet', () => {
		const frozen = { rows: 2, columns: 1 };
		expect(landmark('D4', 'sheet-start', frozen)).toBe('B3');
		expect(landmark('A1', 'sheet-start', frozen)).toBe('B3');
		expect(landmark('B3', 'sheet-start', frozen)).toBe('A1');
		expect(landmark('D4', 'row-start', frozen)).toBe('B4');
		expect(landmark('B4', 'row-start', frozen)).toBe('A4');
		expect(landmark('A4', 'row-start', frozen)).toBe('A4');
		expect(landmark('D4', 'sheet-start', { ...frozen, isExtending: true })).toBe('A1');
		expect(landmark('D4', 'row-start', { ...frozen, isExtending: true })).toBe('A4');
		expect(landmark('D4', 'sheet-start', { ...frozen, hidden: ['row 2', 'column 1'] })).toBe('C4');
	});
});
