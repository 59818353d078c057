import { expect, test } from 'vitest';
import { roundDown, roundUp } from '$lib/interval';

test.each([
	[16.666666666666668, 1, 16.6, 16.7],
	[1.15, 2, 1.15, 1.15],
	[1.005, 2, 1, 1.01],
	[-1.15, 1, -1.2, -1.1],
	[5_575_500, -4, 5_570_000, 5_580_000],
	[0.9, 3, 0.9, 0.9],
	[1e-9, 2, 0, 0.01],
	[1.7e300, 10, 1.7e300, 1.7e300],
	[990060210181643.1, 1, 990060210181643.1, 990060210181643.1],
	[0, 3, 0, 0],
	[-Infinity, 1, -Infinity, -Infinity]
])('LED-4 %d to %d decimals lies between %d and %d', (value, decimals, down, up) => {
	expect(roundDown(value, decimals)).toBe(down);
	expect(roundUp(value, decimals)).toBe(up);
});
