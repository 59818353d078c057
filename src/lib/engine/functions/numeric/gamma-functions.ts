import { wrongNumber } from './failures';
import { binomialDensity, gammaOf, incompleteBeta, incompleteGamma, poissonDensity } from './gamma';
import { HYPERGEOMETRIC } from './hypergeometric';
import { defineFunction } from './numeric-function';
import { flag, number, optional, whole } from './parameters';
import { quantile } from './quantile';

const CATEGORY = 'Statistical';
const probability = number('Probability', 'A probability from 0 to below 1.');
const value = number('X', 'The value, 0 or more.');
const cumulative = flag(
	'Cumulative',
	'TRUE for the probability up to the value, FALSE for the value itself.'
);
const alpha = number('Alpha', 'The shape, above 0.');
const beta = number('Beta', 'The scale, above 0.');
const degrees = whole('Deg_freedom', 'The degrees of freedom, 1 or more; a fraction is cut off.');
const NEGATIVE = 'The value must be 0 or more.';
const FEW_DEGREES = 'The degrees of freedom must be from 1 to 1E+10.';
const PARAMETERS = 'Alpha and beta must be above 0.';
const SHARE = 'The probability must lie between 0 and 1.';

function gammaDensity(x: number, shape: number): number {
	if (x === 0) return shape > 1 ? 0 : shape === 1 ? 1 : Infinity;
	return (poissonDensity(shape, x) * shape) / x;
}

/** The point of the gamma distribution of scale 1 with so much below it, or above it. */
function gammaQuantile(p: number, isAbove: boolean, shape: number): number {
	const tails = (x: number) => incompleteGamma(shape, x);
	if (!isAbove) return quantile(p, tails, (x) => gammaDensity(x, shape), 0, Infinity, shape);
	const mirrored = quantile(
		p,
		(x) => {
			const { below, above } = tails(-x);
			return { below: above, above: below };
		},
		(x) => gammaDensity(-x, shape),
		-Infinity,
		0,
		-shape
	);
	return -mirrored;
}

const failures = whole('Number_f', 'The number of failures; a fraction is cut off.');
const successes = whole('Number_s', 'The number of successes; a fraction is cut off.');
const chance = number('Probability_s', 'The probability of success in each trial.');

function negativeBinomial(failures: number, successes: number, p: number, isCumulative: boolean) {
	if (p < 0 || p > 1) return wrongNumber(SHARE);
	if (failures < 0 || successes < 1)
		return wrongNumber('There must be 0 failures or more, and 1 success or more.');
	if (isCumulative) return incompleteBeta(successes, failures + 1, p, 1 - p).below;
	const trials = failures + successes;
	return (binomialDensity(successes, trials, p, 1 - p) * successes) / trials;
}

function hasDegrees(degrees: number): boolean {
	return degrees >= 1 && degrees <= 1e10;
}

/** Functions of the gamma family: gamma, chi-squared and Poisson; and of counts. */
export const GAMMA = [
	defineFunction({
		name: 'GAMMA',
		category: CATEGORY,
		description: 'Gives the gamma function: of n + 1 the factorial of n.',
		parameters: [number('X', 'The number; not 0 and not a negative whole number.')],
		example: '=GAMMA(2.5)',
		compute: (x) =>
			x <= 0 && Number.isInteger(x) ? wrongNumber('The gamma function has no value here.') : gammaOf(x)
	}),
	defineFunction({
		name: 'GAMMA.DIST',
		aliases: ['GAMMADIST'],
		category: CATEGORY,
		description: 'Gives the gamma distribution.',
		parameters: [value, alpha, beta, cumulative],
		example: '=GAMMA.DIST(10,9,2,TRUE)',
		compute(x, shape, scale, cumulative) {
			if (x < 0) return wrongNumber(NEGATIVE);
			if (shape <= 0 || scale <= 0) return wrongNumber(PARAMETERS);
			return cumulative ? incompleteGamma(shape, x / scale).below : gammaDensity(x / scale, shape) / scale;
		}
	}),
	defineFunction({
		name: 'GAMMA.INV',
		aliases: ['GAMMAINV'],
		category: CATEGORY,
		description: 'Gives the value with so much of a gamma distribution below it.',
		parameters: [probability, alpha, beta],
		example: '=GAMMA.INV(0.07,9,2)',
		compute(p, shape, scale) {
			if (p < 0 || p >= 1) return wrongNumber(SHARE);
			if (shape <= 0 || scale <= 0) return wrongNumber(PARAMETERS);
			return p === 0 ? 0 : gammaQuantile(p, false, shape) * scale;
		}
	}),
	defineFunction({
		name: 'CHISQ.DIST',
		category: CATEGORY,
		description: 'Gives the chi-squared distribution.',
		parameters: [value, degrees, cumulative],
		example: '=CHISQ.DIST(3,2,TRUE)',
		compute(x, degrees, cumulative) {
			if (x < 0) return wrongNumber(NEGATIVE);
			if (!hasDegrees(degrees)) return wrongNumber(FEW_DEGREES);
			const shape = degrees / 2;
			return cumulative ? incompleteGamma(shape, x / 2).below : gammaDensity(x / 2, shape) / 2;
		}
	}),
	defineFunction({
		name: 'CHISQ.DIST.RT',
		aliases: ['CHIDIST', 'CHISQDISTRT', 'CHIDISTRT'],
		category: CATEGORY,
		description: 'Gives the part of the chi-squared distribution above a value.',
		parameters: [value, degrees],
		example: '=CHISQ.DIST.RT(3,2)',
		compute(x, degrees) {
			if (x < 0) return wrongNumber(NEGATIVE);
			return hasDegrees(degrees) ? incompleteGamma(degrees / 2, x / 2).above : wrongNumber(FEW_DEGREES);
		}
	}),
	defineFunction({
		name: 'CHISQ.INV',
		category: CATEGORY,
		description: 'Gives the value with so much of the chi-squared distribution below it.',
		parameters: [probability, degrees],
		example: '=CHISQ.INV(0.93,1)',
		compute(p, degrees) {
			if (p < 0 || p >= 1) return wrongNumber(SHARE);
			if (!hasDegrees(degrees)) return wrongNumber(FEW_DEGREES);
			return p === 0 ? 0 : 2 * gammaQuantile(p, false, degrees / 2);
		}
	}),
	defineFunction({
		name: 'CHISQ.INV.RT',
		aliases: ['CHIINV', 'CHIINVRT'],
		category: CATEGORY,
		description: 'Gives the value with so much of the chi-squared distribution above it.',
		parameters: [probability, degrees],
		example: '=CHISQ.INV.RT(0.05,2)',
		compute(p, degrees) {
			if (p <= 0 || p > 1) return wrongNumber(SHARE);
			if (!hasDegrees(degrees)) return wrongNumber(FEW_DEGREES);
			return p === 1 ? 0 : 2 * gammaQuantile(p, true, degrees / 2);
		}
	}),
	defineFunction({
		name: 'POISSON.DIST',
		aliases: ['POISSON', 'POISSONDIST'],
		category: CATEGORY,
		description:
			'Gives the probability of so many events, or of at most so many, at a mean number of events.',
		parameters: [
			whole('X', 'The number of events; a fraction is cut off.'),
			number('Mean', 'The mean number of events, 0 or more.'),
			cumulative
		],
		example: '=POISSON.DIST(2,5,TRUE)',
		compute(x, mean, cumulative) {
			if (x < 0 || mean < 0) return wrongNumber('The number of events and its mean must be 0 or more.');
			return cumulative ? incompleteGamma(x + 1, mean).above : poissonDensity(x, mean);
		}
	}),
	defineFunction({
		name: 'BINOM.DIST',
		aliases: ['BINOMDIST'],
		category: CATEGORY,
		description: 'Gives the probability of so many successes, or of at most so many, in a number of trials.',
		parameters: [
			whole('Number_s', 'The number of successes; a fraction is cut off.'),
			whole('Trials', 'The number of trials; a fraction is cut off.'),
			number('Probability_s', 'The probability of success in each trial.'),
			cumulative
		],
		example: '=BINOM.DIST(6,10,0.5,FALSE)',
		compute(successes, trials, p, cumulative) {
			if (p < 0 || p > 1) return wrongNumber(SHARE);
			if (successes < 0 || successes > trials)
				return wrongNumber('The successes must be 0 or more, and at most as many as the trials.');
			if (!cumulative) return binomialDensity(successes, trials, p, 1 - p);
			if (successes === trials) return 1;
			return incompleteBeta(successes + 1, trials - successes, p, 1 - p).above;
		}
	}),
	defineFunction({
		name: 'NEGBINOM.DIST',
		category: CATEGORY,
		description:
			'Gives the probability of so many failures, or of at most so many, before a number of successes.',
		parameters: [failures, successes, chance, cumulative],
		example: '=NEGBINOM.DIST(2,3,0.5,FALSE)',
		compute: negativeBinomial
	}),
	defineFunction({
		name: 'NEGBINOMDIST',
		category: CATEGORY,
		description: 'Gives the probability of so many failures before a number of successes.',
		parameters: [failures, successes, chance, optional(cumulative, false)],
		example: '=NEGBINOMDIST(2,3,0.5)',
		compute: negativeBinomial
	}),
	...HYPERGEOMETRIC
];
