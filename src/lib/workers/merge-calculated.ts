import type { Calculated, ValueChange } from '$lib/calculation';

/** One answer that says what two say one after the other. */
export function mergeCalculated(earlier: Calculated, later: Calculated): Calculated {
	const milliseconds = earlier.milliseconds + later.milliseconds;
	if (later.isWhole) return { ...later, milliseconds };
	const byPlace = new Map<string, ValueChange>();
	for (const change of [...earlier.values, ...later.values]) {
		byPlace.set(`${change.sheet} ${change.row} ${change.column}`, change);
	}
	return { ...later, isWhole: earlier.isWhole, values: [...byPlace.values()], milliseconds };
}
