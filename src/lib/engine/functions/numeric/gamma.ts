/**
 * Gamma, incomplete gamma and incomplete beta functions near full double precision. The prefactors come from the saddle
 * point expansion of the binomial and Poisson densities (C. Loader, “Fast and accurate computation of binomial
 * probabilities”, 2000), which loses no digits for large parameters.
 */

const HALF_LOG_2PI = 0.5 * Math.log(2 * Math.PI);
const EPSILON = 1e-16;
const TINY = 1e-300;
/** Enough for parameters of 1E+11; what has not converged then is no number. */
const MOST_STEPS = 4_000_000;

/** log Γ(x+1) minus Stirling's formula for it, for whole x from 0 to 15 by halves; else its series. */
function stirlingError(x: number): number {
	if (x < 16) {
		// Shift upward until the series converges: log Γ(x+1) = log Γ(x+n+1) - Σ log(x+i).
		let product = 1;
		let shifted = x;
		while (shifted < 16) product *= ++shifted;
		const logFactorial = (shifted + 0.5) * Math.log(shifted) - shifted + stirlingError(shifted);
		return logFactorial - Math.log(product) - (x === 0 ? 0 : (x + 0.5) * Math.log(x) - x);
	}
	const s = 1 / (x * x);
	return (
		(1 / 12 -
			s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - s * (691 / 360360 - s * (1 / 156))))))) /
		x
	);
}

/** x log(x/m) + m - x without cancellation where x is near m. */
function deviance(x: number, m: number): number {
	if (Math.abs(x - m) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x;
	const v = (x - m) / (x + m);
	let sum = (x - m) * v;
	let term = 2 * x * v;
	for (let j = 1; j < 1000; j++) {
		term *= v * v;
		const next = sum + term / (2 * j + 1);
		if (next === sum) break;
		sum = next;
	}
	return sum;
}

/** log Γ(x) for x above 0. */
export function logGamma(x: number): number {
	if (x === 1 || x === 2) return 0;
	if (x < 1) return logGamma(x + 1) - Math.log(x);
	const n = x - 1;
	return (n + 0.5) * Math.log(n) - n + HALF_LOG_2PI + stirlingError(n);
}

/** Γ(x); NaN at the poles, 0 and the negative whole numbers. */
export function gammaOf(x: number): number {
	if (x > 172) return Infinity;
	if (x < 0.5) return Number.isInteger(x) ? NaN : Math.PI / (sinePi(x) * gammaOf(1 - x));
	// Stirling's formula where its error is least, and the rest by multiplying or dividing: x Γ(x) = Γ(x+1).
	let factor = 1;
	let left = x;
	for (; left < 16; left++) factor /= left;
	for (; left >= 17; left--) factor *= left - 1;
	if (Number.isInteger(left)) return factor * 1_307_674_368_000;
	const n = left - 1;
	const stirling = Math.sqrt(2 * Math.PI * n) * Math.pow(n / Math.E, n) * Math.exp(stirlingError(n));
	return factor * stirling;
}

/** sin(πx), exact where x is near a whole number. */
function sinePi(x: number): number {
	const nearest = Math.round(x);
	return (nearest % 2 === 0 ? 1 : -1) * Math.sin(Math.PI * (x - nearest));
}

/** m^x e^-m / Γ(x+1): the density of a Poisson distribution, for any x of 0 and more. */
export function poissonDensity(x: number, m: number): number {
	if (m === 0) return x === 0 ? 1 : 0;
	if (x === 0) return Math.exp(-m);
	if (x < TINY * m) return Math.exp(-m);
	return Math.exp(-stirlingError(x) - deviance(x, m)) / Math.sqrt(2 * Math.PI * x);
}

/** Γ(n+1)/(Γ(x+1)Γ(n-x+1)) p^x q^(n-x): the density of a binomial distribution, for any x from 0 to n. */
export function binomialDensity(x: number, n: number, p: number, q: number): number {
	if (p === 0) return x === 0 ? 1 : 0;
	if (q === 0) return x === n ? 1 : 0;
	if (x === 0) return n === 0 ? 1 : Math.exp(p < 0.1 ? -deviance(n, n * q) - n * p : n * Math.log(q));
	if (x === n) return Math.exp(q < 0.1 ? -deviance(n, n * p) - n * q : n * Math.log(p));
	const rest = n - x;
	const log =
		stirlingError(n) - stirlingError(x) - stirlingError(rest) - deviance(x, n * p) - deviance(rest, n * q);
	return Math.exp(log) * Math.sqrt(n / (2 * Math.PI * x * rest));
}

/** The two parts of a distribution: below a point and above it, each to full precision. */
export interface Tails {
	readonly below: number;
	readonly above: number;
}

const UNKNOWN: Tails = { below: NaN, above: NaN };

/** The regularised incomplete gamma functions P(a, x) and Q(a, x). */
export function incompleteGamma(a: number, x: number): Tails {
	if (x <= 0) return { below: 0, above: 1 };
	if (x === Infinity) return { below: 1, above: 0 };
	const density = poissonDensity(a, x);
	if (x < a + 1) {
		let sum = 1;
		let term = 1;
		for (let n = 1; n < MOST_STEPS; n++) {
			term *= x / (a + n);
			sum += term;
			if (term < sum * EPSILON) {
				const below = Math.min(1, density * sum);
				return { below, above: 1 - below };
			}
		}
		return UNKNOWN;
	}
	let b = x + 1 - a;
	let c = 1 / TINY;
	let d = 1 / b;
	let fraction = d;
	for (let i = 1; i < MOST_STEPS; i++) {
		const factor = -i * (i - a);
		b += 2;
		d = 1 / nonZero(factor * d + b);
		c = nonZero(b + factor / c);
		const step = d * c;
		fraction *= step;
		if (Math.abs(step - 1) >= EPSILON * 4) continue;
		const above = Math.min(1, density * a * fraction);
		return { below: 1 - above, above };
	}
	return UNKNOWN;
}

/** The regularised incomplete beta function of x and its complement; y is 1 - x, given apart so that no digits are lost. */
export function incompleteBeta(a: number, b: number, x: number, y: number): Tails {
	if (x <= 0) return { below: 0, above: 1 };
	if (y <= 0) return { below: 1, above: 0 };
	if (x > (a + 1) / (a + b + 2)) {
		const { below, above } = incompleteBeta(b, a, y, x);
		return { below: above, above: below };
	}
	const prefactor = (binomialDensity(a, a + b, x, y) * b) / (a + b);
	let c = 1;
	let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
	let fraction = d;
	for (let m = 1; m < MOST_STEPS; m++) {
		const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
		d = 1 / nonZero(1 + even * d);
		c = nonZero(1 + even / c);
		fraction *= d * c;
		const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 / nonZero(1 + odd * d);
		c = nonZero(1 + odd / c);
		const step = d * c;
		fraction *= step;
		if (Math.abs(step - 1) >= EPSILON * 4) continue;
		const below = Math.min(1, prefactor * fraction);
		return { below, above: 1 - below };
	}
	return UNKNOWN;
}

function nonZero(value: number): number {
	return Math.abs(value) < TINY ? TINY : value;
}
