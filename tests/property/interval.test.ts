import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contains, createInterval, intersects, roundDown, roundUp, type OpenEnds } from '$lib/interval';

const RUNS = { numRuns: process.env['RECKONER_LAWS'] ? 100_000 : 1_000, seed: 20250127 };
const numbers = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 });
const digits = fc.integer({ min: -12, max: 12 });

const intervals = fc
	.tuple(numbers, numbers, fc.constantFrom<OpenEnds>('none', 'low', 'high', 'both'))
	.filter(([a, b, open]) => a !== b || open === 'none')
	.map(([a, b, open]) => createInterval(Math.min(a, b), Math.max(a, b), open));

test('LED-5 rounding down never rises, rounding up never falls, and both stay within one unit of the last digit', () => {
	fc.assert(
		fc.property(numbers, digits, (value, decimals) => {
			const down = roundDown(value, decimals);
			const up = roundUp(value, decimals);
			const unit = 10 ** -decimals;
			const slack = 1 + 1e-9;
			expect(down).toBeLessThanOrEqual(value);
			expect(up).toBeGreaterThanOrEqual(value);
			expect(value - down).toBeLessThanOrEqual(unit * slack + Math.abs(value) * 1e-15);
			expect(up - value).toBeLessThanOrEqual(unit * slack + Math.abs(value) * 1e-15);
		}),
		RUNS
	);
});

test('LED-5 what is rounded already stays', () => {
	fc.assert(
		fc.property(numbers, digits, (value, decimals) => {
			const down = roundDown(value, decimals);
			expect(roundDown(down, decimals)).toBe(down);
			const up = roundUp(value, decimals);
			expect(roundUp(up, decimals)).toBe(up);
		}),
		RUNS
	);
});

test('LED-5 intervals intersect as often as they share a number', () => {
	fc.assert(
		fc.property(intervals, intervals, numbers, (a, b, value) => {
			expect(intersects(a, b)).toBe(intersects(b, a));
			if (contains(a, value) && contains(b, value)) expect(intersects(a, b)).toBe(true);
			if (intersects(a, b)) {
				const low = Math.max(a.low, b.low);
				const high = Math.min(a.high, b.high);
				const shared = low + (high - low) / 2;
				const isBetween = low < shared && shared < high;
				if (isBetween || low === high) expect(contains(a, shared) && contains(b, shared)).toBe(true);
			}
		}),
		RUNS
	);
});
