import { describe, expect, test } from 'vitest';
import { Axis } from '../../../src/lib/view/grid/axis';
import { hitTest } from '../../../src/lib/view/grid/hit-test';
import {
	elementOffset,
	MAX_SCROLL_SIZE,
	revealingOffset,
	sheetOffset,
	slots,
	visibleWindow
} from '../../../src/lib/view/grid/visible-window';

const SIZES = [34, 25, 0, 0, 25, 60];
const rows = () => Axis.measure(SIZES.length, 25, (index) => SIZES[index]!);

describe('rows and columns laid end to end', () => {
	test('GRD-12 offsets are sums of the sizes before', () => {
		const axis = rows();
		expect([0, 1, 2, 4, 5, 6].map((index) => axis.offsetOf(index))).toEqual([0, 34, 59, 59, 84, 144]);
		expect([axis.total, axis.sizeOf(0), axis.sizeOf(3), axis.sizeOf(5)]).toEqual([144, 34, 0, 60]);
	});

	test('GRD-12 an offset lies in the row that begins at or before it, never in a hidden one', () => {
		const axis = rows();
		expect([0, 33.9, 34, 58, 59, 83, 84, 143].map((offset) => axis.indexAt(offset))).toEqual([
			0, 0, 1, 1, 4, 4, 5, 5
		]);
		expect([axis.indexAt(-5), axis.indexAt(1e9)]).toEqual([0, 5]);
	});

	test('GRD-12 past the measured rows all have the default size, up to the last row of a sheet', () => {
		const axis = rows().extendedTo(1_048_576);
		expect(axis.offsetOf(8)).toBe(144 + 2 * 25);
		expect(axis.total).toBe(144 + (1_048_576 - 6) * 25);
		expect(axis.indexAt(axis.offsetOf(999_999))).toBe(999_999);
		expect(axis.indexAt(axis.total + 1)).toBe(1_048_575);
		expect(axis.extendedTo(5)).toBe(axis);
	});

	test('GRD-12 looking up undoes laying out, for every row that has a size', () => {
		const axis = Axis.measure(500, 25, (index) => (index * 7919) % 41);
		for (let index = 0; index < 500; index += 1) {
			if (axis.sizeOf(index) === 0) continue;
			expect(axis.indexAt(axis.offsetOf(index))).toBe(index);
			expect(axis.indexAt(axis.offsetOf(index + 1) - 0.5)).toBe(index);
		}
	});
});

describe('what is rendered', () => {
	const axis = Axis.measure(1000, 25, () => 25);

	test('GRD-13 the window holds what is in view and some more on either side', () => {
		const { first, count } = visibleWindow(axis, 5000, 800, 25, 6);
		expect(first).toBe(194);
		expect(first + count).toBeGreaterThanOrEqual(232 + 6);
		expect(count).toBeLessThan(60);
	});

	test('GRD-13 its count stays the same at the edges of the sheet, and never passes its end', () => {
		const counts = [0, 100, 12_000, 24_200, 1e6].map((offset) => {
			const { first, count } = visibleWindow(axis, offset, 800, 25, 6);
			expect(first).toBeGreaterThanOrEqual(0);
			expect(first + count).toBeLessThanOrEqual(1000);
			return count;
		});
		expect(new Set(counts).size).toBe(1);
		expect(
			visibleWindow(
				Axis.measure(3, 25, () => 25),
				0,
				800,
				25,
				6
			)
		).toEqual({ first: 0, count: 3 });
	});

	test('GRD-13 many small rows are all rendered', () => {
		const small = Axis.measure(1000, 25, () => 4);
		const { first, count } = visibleWindow(small, 0, 800, 25, 6);
		expect(small.offsetOf(first + count)).toBeGreaterThan(800);
	});

	test('GRD-14 scrolling by one row changes one slot', () => {
		const before = slots({ first: 10, count: 8 }, 10);
		const after = slots({ first: 11, count: 8 }, 10);
		expect(before).toEqual([10, 11, 12, 13, 14, 15, 16, 17]);
		expect(after).toEqual([18, 11, 12, 13, 14, 15, 16, 17]);
		expect(slots({ first: 2, count: 4 }, 5)).toEqual([5, 2, 3, 4]);
	});
});

describe('scrolling', () => {
	test('GRD-15 a sheet too tall for the browser is scrolled in proportion, its last row included', () => {
		const total = 1_048_576 * 25;
		expect(sheetOffset(MAX_SCROLL_SIZE - 800, total, 800)).toBe(total - 800);
		expect(sheetOffset(0, total, 800)).toBe(0);
		for (const offset of [0, 25, 1_000_000, 20_000_000, total - 800]) {
			expect(sheetOffset(elementOffset(offset, total, 800), total, 800)).toBeCloseTo(offset, 5);
		}
		expect([sheetOffset(1234, 9000, 800), elementOffset(1234, 9000, 800)]).toEqual([1234, 1234]);
	});

	test('GRD-15 a cell is brought into view by the least scrolling', () => {
		expect(revealingOffset(100, 400, 200, 25)).toBe(100);
		expect(revealingOffset(100, 400, 50, 25)).toBe(50);
		expect(revealingOffset(100, 400, 490, 25)).toBe(115);
		expect(revealingOffset(100, 400, 300, 600)).toBe(300);
	});
});

test('GRD-16 a point means a cell, a header, an edge between columns or the corner', () => {
	const geometry = {
		headerWidth: 38,
		headerHeight: 25,
		columns: Axis.measure(5, 104, () => 100),
		rows: Axis.measure(100, 25, () => 25),
		left: 50,
		top: 250
	};
	expect(hitTest(10, 10, geometry)).toEqual({ on: 'corner' });
	expect(hitTest(10, 36, geometry)).toEqual({ on: 'row', row: 10 });
	expect(hitTest(10, 26, geometry)).toEqual({ on: 'row-edge', row: 9 });
	expect(hitTest(60, 10, geometry)).toEqual({ on: 'column', column: 0 });
	expect(hitTest(85, 10, geometry)).toEqual({ on: 'column-edge', column: 0 });
	expect(hitTest(91, 10, geometry)).toEqual({ on: 'column-edge', column: 0 });
	expect(hitTest(100, 10, geometry)).toEqual({ on: 'column', column: 1 });
	expect(hitTest(88, 51, geometry)).toEqual({ on: 'cell', row: 11, column: 1 });
	expect(hitTest(5000, 9000, geometry)).toEqual({ on: 'cell', row: 99, column: 4 });
});

test('GRD-60 an edge where hidden lines end too is that of the last line shown', () => {
	const rows = Axis.measure(10, 20, (row) => (row === 2 || row === 3 ? 0 : 20));
	const columns = Axis.measure(10, 50, () => 50);
	const geometry = { headerWidth: 40, headerHeight: 25, columns, rows, left: 0, top: 0 };
	expect(hitTest(10, 25 + 38, geometry)).toEqual({ on: 'row-edge', row: 1 });
	expect(hitTest(10, 25 + 42, geometry)).toEqual({ on: 'row-edge', row: 1 });
	expect(hitTest(10, 25 + 50, geometry)).toEqual({ on: 'row', row: 4 });
});

test('GRD-61 a point within frozen rows or columns means what stands there, however far the rest is scrolled', () => {
	const rows = Axis.measure(100, 20, () => 20);
	const columns = Axis.measure(20, 50, () => 50);
	const frozen = { frozenWidth: 50, frozenHeight: 40 };
	const geometry = { headerWidth: 40, headerHeight: 25, columns, rows, left: 500, top: 400, ...frozen };
	expect(hitTest(60, 35, geometry)).toEqual({ on: 'cell', row: 0, column: 0 });
	expect(hitTest(60, 75, geometry)).toEqual({ on: 'cell', row: 22, column: 0 });
	expect(hitTest(100, 75, geometry)).toEqual({ on: 'cell', row: 22, column: 11 });
	expect(hitTest(20, 55, geometry)).toEqual({ on: 'row', row: 1 });
});
