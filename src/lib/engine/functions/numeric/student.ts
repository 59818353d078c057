import { wrongNumber, divisionByZero } from './failures';
import { incompleteBeta, logGamma, type Tails } from './gamma';
import { normalQuantile } from './normal';
import { defineFunction } from './numeric-function';
import { flag, number, whole } from './parameters';
import { quantile } from './quantile';

const CATEGORY = 'Statistical';
const degrees = whole('Deg_freedom', 'The degrees of freedom, 1 or more; a fraction is cut off.');
const FEW_DEGREES = 'The degrees of freedom must be 1 or more.';

/** Parts of Student's distribution below and above t. */
export function studentTails(t: number, degrees: number): Tails {
	const square = t * t;
	const both = incompleteBeta(degrees / 2, 0.5, degrees / (degrees + square), square / (degrees + square));
	const tail = both.below / 2;
	const rest = 0.5 + both.above / 2;
	return t < 0 ? { below: tail, above: rest } : { below: rest, above: tail };
}

export function studentDensity(t: number, degrees: number): number {
	const n = degrees / 2;
	const gammas = n > 50 ? gammaQuotient(n) : Math.exp(logGamma(n + 0.5) - logGamma(n));
	return (gammas / Math.sqrt(degrees * Math.PI)) * Math.exp(-(n + 0.5) * Math.log1p((t * t) / degrees));
}

/** Γ(n+1/2)/Γ(n) for large n, by its asymptotic series. */
function gammaQuotient(n: number): number {
	const s = 1 / n;
	return (
		Math.sqrt(n) *
		(1 -
			s *
				(1 / 8 -
					s * (1 / 128 + s * (5 / 1024 - s * (21 / 32768 + s * (399 / 262144 - s * (869 / 4194304)))))))
	);
}

/** The t with so much of the distribution below it. */
export function studentQuantile(p: number, degrees: number): number {
	if (p === 0.5) return 0;
	const tail = Math.min(p, 1 - p);
	const t = quantile(
		tail,
		(x) => studentTails(x, degrees),
		(x) => studentDensity(x, degrees),
		-Infinity,
		0,
		normalQuantile(tail)
	);
	return p < 0.5 ? t : -t;
}

/** Functions of Student's distribution. */
export const STUDENT = [
	defineFunction({
		name: 'T.DIST',
		category: CATEGORY,
		description: 'Gives Student’s distribution.',
		parameters: [
			number('X', 'The value.'),
			degrees,
			flag('Cumulative', 'TRUE for the probability up to the value, FALSE for the density at it.')
		],
		example: '=T.DIST(2.3,5,TRUE)',
		compute(t, degrees, cumulative) {
			if (degrees < 1) return wrongNumber(FEW_DEGREES);
			return cumulative ? studentTails(t, degrees).below : studentDensity(t, degrees);
		}
	}),
	defineFunction({
		name: 'T.DIST.RT',
		aliases: ['TDISTRT'],
		category: CATEGORY,
		description: 'Gives the part of Student’s distribution above a value.',
		parameters: [number('X', 'The value.'), degrees],
		example: '=T.DIST.RT(2.3,5)',
		compute: (t, degrees) => (degrees < 1 ? wrongNumber(FEW_DEGREES) : studentTails(t, degrees).above)
	}),
	defineFunction({
		name: 'T.DIST.2T',
		aliases: ['TDIST2T'],
		category: CATEGORY,
		description: 'Gives the part of Student’s distribution beyond a value on both sides.',
		parameters: [number('X', 'The value, 0 or more.'), degrees],
		example: '=T.DIST.2T(2.3,5)',
		compute(t, degrees) {
			if (degrees < 1) return wrongNumber(FEW_DEGREES);
			return t < 0 ? wrongNumber('The value must be 0 or more.') : 2 * studentTails(t, degrees).above;
		}
	}),
	defineFunction({
		name: 'TDIST',
		category: CATEGORY,
		description: 'Gives the part of Student’s distribution beyond a value on one or both sides.',
		parameters: [number('X', 'The value, 0 or more.'), degrees, whole('Tails', '1 or 2 sides.')],
		example: '=TDIST(2.3,5,2)',
		compute(t, degrees, tails) {
			if (degrees < 1) return wrongNumber(FEW_DEGREES);
			if (tails !== 1 && tails !== 2) return wrongNumber('The tails must be 1 or 2.');
			return t < 0 ? wrongNumber('The value must be 0 or more.') : tails * studentTails(t, degrees).above;
		}
	}),
	defineFunction({
		name: 'T.INV',
		category: CATEGORY,
		description: 'Gives the value with so much of Student’s distribution below it.',
		parameters: [number('Probability', 'A probability between 0 and 1.'), degrees],
		example: '=T.INV(0.975,10)',
		compute(p, degrees) {
			if (p <= 0 || p >= 1) return wrongNumber('The probability must lie between 0 and 1, both excluded.');
			return degrees < 1 ? wrongNumber(FEW_DEGREES) : studentQuantile(p, degrees);
		}
	}),
	defineFunction({
		name: 'T.INV.2T',
		aliases: ['TINV', 'TINV2T'],
		category: CATEGORY,
		description: 'Gives the value with so much of Student’s distribution beyond it on both sides.',
		parameters: [number('Probability', 'A probability above 0, at most 1.'), degrees],
		example: '=T.INV.2T(0.05,10)',
		compute(p, degrees) {
			if (p <= 0 || p > 1) return wrongNumber('The probability must be above 0 and at most 1.');
			return degrees < 1 ? wrongNumber(FEW_DEGREES) : -studentQuantile(p / 2, degrees) + 0;
		}
	}),
	defineFunction({
		name: 'CONFIDENCE.T',
		category: CATEGORY,
		description: 'Gives half the width of the confidence interval of a mean, from Student’s distribution.',
		parameters: [
			number('Alpha', 'One minus the confidence level, such as 0.05.'),
			number('Standard_dev', 'The standard deviation, above 0.'),
			whole('Size', 'How many values there are, 2 or more.')
		],
		example: '=CONFIDENCE.T(0.05,2.5,50)',
		compute(alpha, deviation, size) {
			if (alpha <= 0 || alpha >= 1) return wrongNumber('Alpha must lie between 0 and 1, both excluded.');
			if (deviation <= 0) return wrongNumber('The standard deviation must be above 0.');
			if (size < 1) return wrongNumber('The size must be 1 or more.');
			if (size === 1) return divisionByZero('One value has no spread: the size must be 2 or more.');
			return (-studentQuantile(alpha / 2, size - 1) * deviation) / Math.sqrt(size);
		}
	})
];
