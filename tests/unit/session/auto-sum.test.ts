import { describe, expect, test } from 'vitest';
import { sumFormula, sumsFor } from '../../../src/lib/session/auto-sum';
import { formatAddress, parseRange, type Address } from '$lib/workbook';

/** What is summed where, for a sheet that holds numbers in these cells. */
function sums(numbers: string, selected: string): string[] {
	const held = new Set(numbers.split(' '));
	const range = parseRange(selected);
	if (!range.ok) throw new Error(range.error);
	const isNumber = (address: Address) => held.has(formatAddress(address));
	const isBlank = (address: Address) => !isNumber(address) && formatAddress(address) !== 'A1';
	return sumsFor({ isNumber, isBlank }, range.value).map(
		({ at, of }) => `${formatAddress(at)} ${sumFormula(of)}`
	);
}

describe('AutoSum', () => {
	test('GRD-270 sums what a filter leaves', () => {
		const range = parseRange('B2:B7');
		if (!range.ok) throw new Error(range.error);
		expect(sumFormula(range.value, true)).toBe('=SUBTOTAL(9,B2:B7)');
	});

	test.each([
		['the run above', 'A1 A3 A4', 'A5', ['A5 =SUM(A3:A4)']],
		['the run to the left where nothing is above', 'A5 B5', 'C5', ['C5 =SUM(A5:B5)']],
		['above before left', 'C4 A5 B5', 'C5', ['C5 =SUM(C4)']],
		['nothing where there are no numbers', 'A1', 'C5', []],
		['the run above that blanks are between', 'B2 B3', 'B6', ['B6 =SUM(B2:B5)']],
		['what is right to the left before what blanks are between', 'C2 A6 B6', 'C6', ['C6 =SUM(A6:B6)']],
		['the run to the left that blanks are between', 'B5 C5', 'F5', ['F5 =SUM(B5:E5)']],
		['nothing beyond a text', 'B1', 'A3', []],
		['a column with room at its foot', 'A1 A2', 'A1:A3', ['A3 =SUM(A1:A2)']],
		['a column without room, below it', 'A1 A2', 'A1:A2', ['A3 =SUM(A1:A2)']],
		['a row, at its right end', 'A1 B1', 'A1:C1', ['C1 =SUM(A1:B1)']],
		['several columns', 'A1 A2 B1 B2', 'A1:B3', ['A3 =SUM(A1:A2)', 'B3 =SUM(B1:B2)']]
	])('GRD-102 sums %s', (_, numbers, selected, expected) => {
		expect(sums(numbers, selected)).toEqual(expected);
	});
});
