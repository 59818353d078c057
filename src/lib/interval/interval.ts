/**
 * A set of possible values without gaps: all numbers from `low` to `high`. An open end is not in the set, an end without
 * limit is infinite and open. Never empty.
 */
export interface Interval {
	readonly low: number;
	readonly high: number;
	readonly isLowOpen: boolean;
	readonly isHighOpen: boolean;
}

/** Which ends of an interval are open, beside those without limit. */
export type OpenEnds = 'none' | 'low' | 'high' | 'both';

/** All numbers: nothing is known. */
export const WHOLE_LINE: Interval = createInterval(-Infinity, Infinity);

/**
 * The interval between two ends. Infinite ends are open, whatever `open` says. Throws where nothing would be in it: an
 * end that is not a number, ends out of order, equal ends of which one is open.
 */
export function createInterval(low: number, high: number, open: OpenEnds = 'none'): Interval {
	const isLowOpen = low === -Infinity || open === 'low' || open === 'both';
	const isHighOpen = high === Infinity || open === 'high' || open === 'both';
	const isInhabited = low < high || (low === high && !isLowOpen && !isHighOpen);
	if (!isInhabited) {
		throw new RangeError(
			`No number lies in ${isLowOpen ? '(' : '['}${low}, ${high}${isHighOpen ? ')' : ']'}.`
		);
	}
	return { low, high, isLowOpen, isHighOpen };
}

/** The interval that holds one number. */
export function exactly(value: number): Interval {
	return createInterval(value, value);
}

/** Whether an interval holds one number only. */
export function isExact({ low, high }: Interval): boolean {
	return low === high;
}

/** Whether a number lies in an interval. */
export function contains({ low, high, isLowOpen, isHighOpen }: Interval, value: number): boolean {
	return (isLowOpen ? value > low : value >= low) && (isHighOpen ? value < high : value <= high);
}

/** Whether two intervals have a number in common. */
export function intersects(a: Interval, b: Interval): boolean {
	return reaches(a, b) && reaches(b, a);
}

/** Whether the high end of one interval comes up to the low end of another. */
function reaches(a: Interval, b: Interval): boolean {
	return a.high > b.low || (a.high === b.low && !a.isHighOpen && !b.isLowOpen);
}
