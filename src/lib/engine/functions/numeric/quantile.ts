import type { Tails } from './gamma';

/**
 * The point of an increasing distribution between two ends with so much of it below: by Newton's method, kept within a
 * bracket that shrinks at every step. What is sought is the smaller tail, so that neither end loses digits.
 */
export function quantile(
	p: number,
	tailsAt: (x: number) => Tails,
	densityAt: (x: number) => number,
	lowest: number,
	highest: number,
	start: number
): number {
	let low = lowest;
	let high = highest;
	let x = start;
	const tail = Math.min(p, 1 - p);
	for (let step = 0; step < 400; step++) {
		const { below, above } = tailsAt(x);
		const excess = p <= 0.5 ? below - tail : tail - above;
		if (excess === 0 || Number.isNaN(excess)) return x + excess;
		if (excess > 0) high = x;
		else low = x;
		const density = densityAt(x);
		let next = x - excess / density;
		if (!(next > low && next < high)) {
			if (high === Infinity) next = x <= 0 ? 1 : x * 2;
			else if (low === -Infinity) next = x >= 0 ? -1 : x * 2;
			// Toward 0 the order of magnitude is what is sought, and between ends of different orders the geometric mean.
			else if (low === 0) next = Math.min(high / 2, high * high);
			else next = low > 0 && high > 4 * low ? Math.sqrt(low * high) : low + (high - low) / 2;
		}
		if (next === x || Math.abs(next - x) <= 1e-16 * Math.abs(x) || next === low || next === high) return next;
		x = next;
	}
	return x;
}
