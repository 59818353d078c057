import fc from 'fast-check';
import { joined } from '$lib/editing/range-parts';
import { formatRange, type Range } from '$lib/workbook';
import { describe, expect, test } from 'vitest';
import { prepared, rangeOf } from './prepared-editor';

const words = (ranges: readonly Range[]) => ranges.map(formatRange).join(' ');
const join = (text: string) => words(joined(text.split(' ').map(rangeOf)));

function cellsOf(ranges: readonly Range[]): string[] {
	const cells = new Set<string>();
	for (const { from, to } of ranges)
		for (let row = from.row; row <= to.row; row++)
			for (let column = from.column; column <= to.column; column++) cells.add(`${row},${column}`);
	return [...cells].sort();
}

const range = fc
	.tuple(fc.nat(6), fc.nat(6), fc.nat(2), fc.nat(2))
	.map(([row, column, rows, columns]): Range => ({
		from: { row, column },
		to: { row: row + rows, column: column + columns }
	}));

describe('joining ranges', () => {
	test.each([
		['A1 A2 A3', 'A1:A3'],
		['A1 C1 B1', 'A1:C1'],
		['A1:B1 A2 B2', 'A1:B2'],
		['B1 A1', 'B1 A1'],
		['C5 A1 A2 B1:B2', 'C5 A1:B2'],
		['A1 C3', 'A1 C3'],
		['A1:A4 A3:A9', 'A1:A9']
	])('EDT-275 %s together are %s', (ranges, together) => {
		expect(join(ranges)).toBe(together);
	});

	test('EDT-275 leaves the same cells, and the first range where it begins', () => {
		fc.assert(
			fc.property(fc.array(range, { minLength: 1, maxLength: 12 }), (ranges) => {
				const result = joined(ranges);
				expect(cellsOf(result)).toEqual(cellsOf(ranges));
				expect(result[0]!.from).toEqual(ranges[0]!.from);
				expect(result.length).toBeLessThanOrEqual(ranges.length);
			}),
			{ seed: 20_251_201, numRuns: 500 }
		);
	});

	test('EDT-275 joins thousands of ranges', () => {
		const apart = Array.from({ length: 5_000 }, (_, index) => rangeOf(`H${2 * index + 1}`));
		const together = Array.from({ length: 5_000 }, (_, index) => rangeOf(`J${index + 1}`));
		expect(joined([...apart, ...together])).toHaveLength(5_001);
	});
});

describe('a conditional format that no moved cell has', () => {
	test('EDT-276 keeps its ranges as they were written', () => {
		const book = prepared();
		const ranges = ['T1', 'T2', 'W9'].map(rangeOf);
		book.run({
			do: 'set-conditional-formats',
			sheet: 'data',
			formats: [{ ranges, rule: { kind: 'scale', colors: ['#ffffff', '#1a7f5a'] } }]
		});
		book.run({
			do: 'move-cells',
			sheet: 'data',
			range: rangeOf('A1'),
			to: { sheet: 'data', row: 6, column: 5 }
		});
		expect(words(book.sheet().conditionalFormats![0]!.ranges)).toBe('T1 T2 W9');
	});
});
