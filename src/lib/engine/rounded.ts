import { SMALLEST_NUMBER } from '$lib/formula';

/** To the 15 digits that a spreadsheet shows; without a negative zero, and 0 where it is closer to zero than it holds. */
export function rounded(value: number): number {
	const shown = Number(value.toPrecision(15)) + 0;
	return Math.abs(shown) < SMALLEST_NUMBER ? 0 : shown;
}
