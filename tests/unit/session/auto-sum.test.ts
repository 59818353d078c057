import { describe, expect, test } from 'vitest';
import { sumFormula, sumsFor } from '../../../src/lib/session/auto-sum';
import { formatAddress, parseRange } from '$lib/workbook';

/** What is summed where, for a sheet that holds numbers in these cells. */
function sums(numbers: string, selected: string): string[] {
	const held = new Set(numbers.split(' '));
	const range = parseRange(selected);
	if (!range.ok) throw new Error(range.error);
	return sumsFor({ isNumber: (address) => held.has(formatAddress(address)) }, range.value).map(
		({ at, of }) => `${formatAddress(at)} ${sumFormula(of)}`
	);
}

describe('AutoSum', () => {
	test.each([
		['the run above', 'A1 A3 A4', 'A5', ['A5 =SUM(A3:A4)']],
		['the run to the left where nothing is above', 'A5 B5', 'C5', ['C5 =SUM(A5:B5)']],
		['above before left', 'C4 A5 B5', 'C5', ['C5 =SUM(C4)']],
		['nothing where there are no numbers', 'A1', 'C5', []],
		['a column with room at its foot', 'A1 A2', 'A1:A3', ['A3 =SUM(A1:A2)']],
		['a column without room, below it', 'A1 A2', 'A1:A2', ['A3 =SUM(A1:A2)']],
		['a row, at its right end', 'A1 B1', 'A1:C1', ['C1 =SUM(A1:B1)']],
		['several columns', 'A1 A2 B1 B2', 'A1:B3', ['A3 =SUM(A1:A2)', 'B3 =SUM(B1:B2)']]
	])('GRD-102 sums %s', (_, numbers, selected, expected) => {
		expect(sums(numbers, selected)).toEqual(expected);
	});
});
