import { wrongNumber } from './failures';
import { binomialDensity, incompleteBeta } from './gamma';
import { defineFunction } from './numeric-function';
import { flag, number, optional, whole } from './parameters';
import { quantile } from './quantile';

const CATEGORY = 'Statistical';
const probability = number('Probability', 'A probability between 0 and 1.');
const alpha = number('Alpha', 'The first parameter, above 0.');
const beta = number('Beta', 'The second parameter, above 0.');
const from = optional(number('A', 'The lower end; 0 if left out.'), 0);
const to = optional(number('B', 'The upper end; 1 if left out.'), 1);
const cumulative = flag(
	'Cumulative',
	'TRUE for the probability up to the value, FALSE for the density at it.'
);
const freedom1 = whole('Deg_freedom1', 'The degrees of freedom above the line, 1 or more.');
const freedom2 = whole('Deg_freedom2', 'The degrees of freedom below the line, 1 or more.');
const PARAMETERS = 'Alpha and beta must be above 0.';
const FREEDOM = 'Both degrees of freedom must be 1 or more.';

/** The density of the beta distribution on 0 to 1; y is 1 - x. */
function betaDensity(x: number, y: number, a: number, b: number): number {
	if (x === 0 || y === 0) {
		const power = x === 0 ? a : b;
		return power > 1 ? 0 : power < 1 ? Infinity : x === 0 ? b : a;
	}
	return (binomialDensity(a, a + b, x, y) * a * b) / ((a + b) * x * y);
}

function betaCumulative(x: number, a: number, b: number, low: number, high: number, isCumulative: boolean) {
	if (a <= 0 || b <= 0) return wrongNumber(PARAMETERS);
	if (low >= high) return wrongNumber('The lower end must lie below the upper end.');
	if (x < low || x > high) return wrongNumber('The value must lie between the ends of the distribution.');
	const width = high - low;
	const below = (x - low) / width;
	const above = (high - x) / width;
	return isCumulative ? incompleteBeta(a, b, below, above).below : betaDensity(below, above, a, b) / width;
}

function fTails(x: number, d1: number, d2: number) {
	const all = d1 * x + d2;
	return incompleteBeta(d1 / 2, d2 / 2, (d1 * x) / all, d2 / all);
}

function fDensity(x: number, d1: number, d2: number): number {
	if (x === 0) return d1 > 2 ? 0 : d1 === 2 ? 1 : Infinity;
	const all = d1 * x + d2;
	return (betaDensity((d1 * x) / all, d2 / all, d1 / 2, d2 / 2) * d1 * d2) / (all * all);
}

function fQuantile(p: number, isAbove: boolean, d1: number, d2: number) {
	if (d1 < 1 || d2 < 1) return wrongNumber(FREEDOM);
	if (p < 0 || p > 1) return wrongNumber('The probability must lie between 0 and 1.');
	if (p === (isAbove ? 1 : 0)) return 0;
	if (p === (isAbove ? 0 : 1)) return wrongNumber('The distribution has no upper end.');
	// A probability above is the one below of the reciprocal, so that small ones keep their digits.
	const [first, second] = isAbove ? [d2, d1] : [d1, d2];
	const x = quantile(
		p,
		(at) => fTails(at, first, second),
		(at) => fDensity(at, first, second),
		0,
		Infinity,
		1
	);
	return isAbove ? 1 / x : x;
}

/** Functions of the beta and F distributions. */
export const BETA = [
	defineFunction({
		name: 'BETA.DIST',
		category: CATEGORY,
		description: 'Gives the beta distribution between two ends.',
		parameters: [number('X', 'The value.'), alpha, beta, cumulative, from, to],
		example: '=BETA.DIST(0.4,2,3,TRUE)',
		compute: (x, a, b, isCumulative, low, high) => betaCumulative(x, a, b, low, high, isCumulative)
	}),
	defineFunction({
		name: 'BETADIST',
		category: CATEGORY,
		description: 'Gives the beta distribution up to a value.',
		parameters: [number('X', 'The value.'), alpha, beta, from, to],
		example: '=BETADIST(0.4,2,3)',
		compute: (x, a, b, low, high) => betaCumulative(x, a, b, low, high, true)
	}),
	defineFunction({
		name: 'BETA.INV',
		aliases: ['BETAINV'],
		category: CATEGORY,
		description: 'Gives the value with so much of a beta distribution below it.',
		parameters: [probability, alpha, beta, from, to],
		example: '=BETA.INV(0.5,2,3)',
		compute(p, a, b, low, high) {
			if (p <= 0 || p >= 1) return wrongNumber('The probability must lie between 0 and 1, both excluded.');
			if (a <= 0 || b <= 0) return wrongNumber(PARAMETERS);
			if (low >= high) return wrongNumber('The lower end must lie below the upper end.');
			const x = quantile(
				p,
				(at) => incompleteBeta(a, b, at, 1 - at),
				(at) => betaDensity(at, 1 - at, a, b),
				0,
				1,
				a / (a + b)
			);
			return low + x * (high - low);
		}
	}),
	defineFunction({
		name: 'F.DIST',
		category: CATEGORY,
		description: 'Gives the F distribution.',
		parameters: [number('X', 'The value, 0 or more.'), freedom1, freedom2, cumulative],
		example: '=F.DIST(2.5,4,10,TRUE)',
		compute(x, d1, d2, cumulative) {
			if (x < 0) return wrongNumber('The value must be 0 or more.');
			if (d1 < 1 || d2 < 1) return wrongNumber(FREEDOM);
			return cumulative ? fTails(x, d1, d2).below : fDensity(x, d1, d2);
		}
	}),
	defineFunction({
		name: 'F.DIST.RT',
		aliases: ['FDIST', 'FDISTRT'],
		category: CATEGORY,
		description: 'Gives the part of the F distribution above a value.',
		parameters: [number('X', 'The value, 0 or more.'), freedom1, freedom2],
		example: '=F.DIST.RT(2.5,4,10)',
		compute(x, d1, d2) {
			if (x < 0) return wrongNumber('The value must be 0 or more.');
			return d1 < 1 || d2 < 1 ? wrongNumber(FREEDOM) : fTails(x, d1, d2).above;
		}
	}),
	defineFunction({
		name: 'F.INV',
		category: CATEGORY,
		description: 'Gives the value with so much of the F distribution below it.',
		parameters: [probability, freedom1, freedom2],
		example: '=F.INV(0.95,4,10)',
		compute: (p, d1, d2) => fQuantile(p, false, d1, d2)
	}),
	defineFunction({
		name: 'F.INV.RT',
		aliases: ['FINV', 'FINVRT'],
		category: CATEGORY,
		description: 'Gives the value with so much of the F distribution above it.',
		parameters: [probability, freedom1, freedom2],
		example: '=F.INV.RT(0.05,4,10)',
		compute: (p, d1, d2) => fQuantile(p, true, d1, d2)
	})
];
