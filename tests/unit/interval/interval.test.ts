import { describe, expect, test } from 'vitest';
import { contains, createInterval, exactly, intersects, isExact, WHOLE_LINE } from '$lib/interval';

describe('making', () => {
	test('LED-1 infinite ends are open', () => {
		expect(createInterval(3, Infinity)).toEqual({
			low: 3,
			high: Infinity,
			isLowOpen: false,
			isHighOpen: true
		});
		expect(WHOLE_LINE.isLowOpen && WHOLE_LINE.isHighOpen).toBe(true);
	});

	test.each([
		['ends out of order', 2, 1, 'none'],
		['equal ends of which one is open', 1, 1, 'high'],
		['equal ends that are both open', 1, 1, 'both'],
		['an end that is not a number', NaN, 1, 'none'],
		['a low end of plus infinity', Infinity, Infinity, 'none']
	] as const)('LED-2 refuses %s', (_, low, high, open) => {
		expect(() => createInterval(low, high, open)).toThrow(RangeError);
	});
});

test('LED-3 a closed end is in the interval, an open one is not', () => {
	const closed = createInterval(1, 2);
	const open = createInterval(1, 2, 'both');
	expect([1, 1.5, 2].map((value) => contains(closed, value))).toEqual([true, true, true]);
	expect([1, 1.5, 2].map((value) => contains(open, value))).toEqual([false, true, false]);
	expect(contains(WHOLE_LINE, NaN)).toBe(false);
	expect(contains(createInterval(5, Infinity, 'low'), Infinity)).toBe(false);
});

test('LED-3 intervals that touch have a number in common only where both ends are closed', () => {
	expect(intersects(createInterval(1, 2), createInterval(2, 3))).toBe(true);
	expect(intersects(createInterval(2, 3), createInterval(1, 2))).toBe(true);
	expect(intersects(createInterval(1, 2, 'high'), createInterval(2, 3))).toBe(false);
	expect(intersects(createInterval(1, 2), createInterval(2, 3, 'low'))).toBe(false);
	expect(intersects(createInterval(1, 5), exactly(3))).toBe(true);
	expect(intersects(createInterval(1, 2), createInterval(4, 5))).toBe(false);
});

test('LED-3 an exact number is an interval of one', () => {
	expect(isExact(exactly(7))).toBe(true);
	expect(isExact(createInterval(7, 8))).toBe(false);
	expect(contains(exactly(7), 7)).toBe(true);
});
