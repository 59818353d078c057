import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	cellKey,
	emptyWorkbook,
	filledCells,
	formatRange,
	rangeHolds,
	type Cell,
	type Range
} from '$lib/workbook';

const address = fc.record({ row: fc.nat(30), column: fc.nat(30) });
const range: fc.Arbitrary<Range> = fc.tuple(address, address).map(([a, b]) => ({
	from: { row: Math.min(a.row, b.row), column: Math.min(a.column, b.column) },
	to: { row: Math.max(a.row, b.row), column: Math.max(a.column, b.column) }
}));
const cell: fc.Arbitrary<Cell> = fc.oneof(
	fc.integer().map((content): Cell => ({ content })),
	fc.constant<Cell>({ content: null, format: '0.00' })
);

describe('filled cells', () => {
	it('WBK-41 come row by row, for ranges smaller and larger than what the sheet holds', () => {
		const sizes = new Set<boolean>();
		fc.assert(
			fc.property(fc.array(fc.tuple(address, cell), { maxLength: 120 }), range, (filled, asked) => {
				const cells = new Map(filled.map(([at, what]) => [cellKey(at), what]));
				const workbook = { ...emptyWorkbook(), cells: new Map([['S', cells]]) };
				const area = (asked.to.row - asked.from.row + 1) * (asked.to.column - asked.from.column + 1);
				sizes.add(area > cells.size);
				const expected = filled
					.map(([at]) => at)
					.filter((at) => rangeHolds(asked, at) && cells.get(cellKey(at))!.content !== null)
					.sort((a, b) => a.row - b.row || a.column - b.column);
				const names = expected.map((at) => formatRange({ from: at, to: at }));
				const found = [...filledCells(workbook, 'S', asked)];
				expect(found.map(([at]) => formatRange({ from: at, to: at }))).toEqual([...new Set(names)]);
				for (const [at, what] of found) expect(what).toBe(cells.get(cellKey(at)));
			}),
			{ seed: 41, numRuns: 500 }
		);
		expect(sizes).toEqual(new Set([true, false]));
	});

	it('WBK-41 of a sheet that is not there are none', () => {
		const everything = { from: { row: 0, column: 0 }, to: { row: 9, column: 9 } };
		expect([...filledCells(emptyWorkbook(), 'nowhere', everything)]).toEqual([]);
	});
});
