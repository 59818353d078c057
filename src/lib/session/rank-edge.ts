/** So many of the largest or least numbers, or so many per cent of all of them. */
export interface Rank {
	readonly end: 'top' | 'bottom';
	readonly count: number;
	readonly isPercent: boolean;
}

/**
 * Whether a number has a rank among numbers in ascending order. Equal numbers share one: the last one may be had by more
 * cells than were asked for, as in Excel.
 */
export function hasRank({ end, count, isPercent }: Rank, number: number, sorted: readonly number[]): boolean {
	if (sorted.length === 0) return false;
	const wanted = isPercent ? Math.max(Math.floor((sorted.length * count) / 100), 1) : count;
	const taken = Math.min(wanted, sorted.length);
	return end === 'top' ? number >= sorted[sorted.length - taken]! : number <= sorted[taken - 1]!;
}
