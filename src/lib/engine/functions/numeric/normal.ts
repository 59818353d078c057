import { incompleteGamma } from './gamma';

/** Parts of the standard normal distribution below and above z, each to full precision. */
export function normalTails(z: number): { below: number; above: number } {
	const { below: within, above: beyond } = incompleteGamma(0.5, (z * z) / 2);
	const tail = beyond / 2;
	const rest = Math.abs(z) < 1 ? 0.5 + within / 2 : 1 - tail;
	return z < 0 ? { below: tail, above: rest } : { below: rest, above: tail };
}

export function normalDensity(z: number): number {
	return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}

/** The z with so much of the standard normal distribution below it, for 0 < p < 1, as a distance from a half where that is near. */
export function normalQuantile(p: number): number {
	const q = p - 0.5;
	if (Math.abs(q) <= 0.25) return centralQuantile(q);
	return q < 0 ? -upperQuantile(p) : upperQuantile(1 - p);
}

/** The z with q more than half of the distribution below it: P(0 < Z < z) = q. */
export function centralQuantile(q: number): number {
	let z = q * Math.sqrt(2 * Math.PI);
	for (let i = 0; i < 12; i++) {
		const missing = q - (Math.sign(z) * incompleteGamma(0.5, (z * z) / 2).below) / 2;
		const next = z + improvement(missing / normalDensity(z), z);
		if (next === z || Math.abs(next - z) < 1e-16 * Math.abs(z)) return next;
		z = next;
	}
	return z;
}

/** The z with so much of the distribution above it. */
function upperQuantile(tail: number): number {
	const t = Math.sqrt(-2 * Math.log(tail));
	let z = Math.max(0.5, t - Math.log(t * 2.5 + 1) / t);
	for (let i = 0; i < 30; i++) {
		const above = incompleteGamma(0.5, (z * z) / 2).above / 2;
		// Newton on the logarithm, which is nearly a parabola in the tail.
		const next = z + (Math.log(above / tail) * above) / normalDensity(z);
		if (next === z || Math.abs(next - z) < 2e-16 * z) return next;
		z = next;
	}
	return z;
}

/** Halley's step from Newton's: the density falls by its own z. */
function improvement(newton: number, z: number): number {
	return newton / (1 - (z * newton) / 2);
}
