/** The middle one of some numbers. */
export function medianOf(numbers) {
	const sorted = [...numbers].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Medians of something measured and of what stands beside it, run in turn, so that what else the machine does falls on
 * both alike. The first runs warm up and do not count.
 */
export async function measureInterleaved({ measure, measureBeside }, runs, warmUps) {
	const samples = [];
	const besides = [];
	for (let run = -warmUps; run < runs; run++) {
		const beside = await measureBeside();
		const sample = await measure();
		if (run < 0) continue;
		besides.push(beside);
		samples.push(sample);
	}
	return { median: medianOf(samples), beside: medianOf(besides) };
}
