import { wrongNumber } from './failures';
import { normalDensity, normalQuantile, normalTails } from './normal';
import { defineFunction } from './numeric-function';
import { flag, number, optional, whole } from './parameters';

const CATEGORY = 'Statistical';
const probability = number('Probability', 'A probability between 0 and 1.');
const mean = number('Mean', 'The mean of the distribution.');
const deviation = number('Standard_dev', 'The standard deviation, above 0.');
const cumulative = flag(
	'Cumulative',
	'TRUE for the probability up to the value, FALSE for the density at it.'
);
const BETWEEN = 'The probability must lie between 0 and 1, both excluded.';
const ABOVE_0 = 'The standard deviation must be above 0.';

/** Functions of the normal distribution. */
export const NORMAL = [
	defineFunction({
		name: 'NORM.S.DIST',
		category: CATEGORY,
		description: 'Gives the standard normal distribution.',
		parameters: [number('Z', 'The value.'), cumulative],
		example: '=NORM.S.DIST(1.96,TRUE)',
		compute: (z, cumulative) => (cumulative ? normalTails(z).below : normalDensity(z))
	}),
	defineFunction({
		name: 'NORMSDIST',
		category: CATEGORY,
		description: 'Gives the standard normal distribution up to a value.',
		parameters: [number('Z', 'The value.'), optional(cumulative, true)],
		example: '=NORMSDIST(1.96)',
		compute: (z, cumulative) => (cumulative ? normalTails(z).below : normalDensity(z))
	}),
	defineFunction({
		name: 'NORM.DIST',
		aliases: ['NORMDIST'],
		category: CATEGORY,
		description: 'Gives the normal distribution of a mean and a standard deviation.',
		parameters: [number('X', 'The value.'), mean, deviation, cumulative],
		example: '=NORM.DIST(110,100,15,TRUE)',
		compute(x, mean, deviation, cumulative) {
			if (deviation <= 0) return wrongNumber(ABOVE_0);
			const z = (x - mean) / deviation;
			return cumulative ? normalTails(z).below : normalDensity(z) / deviation;
		}
	}),
	defineFunction({
		name: 'NORM.S.INV',
		aliases: ['NORMSINV'],
		category: CATEGORY,
		description: 'Gives the value with so much of the standard normal distribution below it.',
		parameters: [probability],
		example: '=NORM.S.INV(0.975)',
		compute: (p) => (p <= 0 || p >= 1 ? wrongNumber(BETWEEN) : normalQuantile(p))
	}),
	defineFunction({
		name: 'NORM.INV',
		aliases: ['NORMINV'],
		category: CATEGORY,
		description: 'Gives the value with so much of a normal distribution below it.',
		parameters: [probability, mean, deviation],
		example: '=NORM.INV(0.9,100,15)',
		compute(p, mean, deviation) {
			if (p <= 0 || p >= 1) return wrongNumber(BETWEEN);
			return deviation <= 0 ? wrongNumber(ABOVE_0) : mean + deviation * normalQuantile(p);
		}
	}),
	defineFunction({
		name: 'LOGNORM.DIST',
		category: CATEGORY,
		description: 'Gives the distribution of a number whose logarithm is normally distributed.',
		parameters: [number('X', 'The value, above 0.'), mean, deviation, cumulative],
		example: '=LOGNORM.DIST(4,3.5,1.2,TRUE)',
		compute(x, mean, deviation, cumulative) {
			if (x <= 0) return wrongNumber('The value must be above 0: smaller numbers have no logarithm.');
			if (deviation <= 0) return wrongNumber(ABOVE_0);
			const z = (Math.log(x) - mean) / deviation;
			return cumulative ? normalTails(z).below : normalDensity(z) / (x * deviation);
		}
	}),
	defineFunction({
		name: 'LOGNORMDIST',
		category: CATEGORY,
		description:
			'Gives the distribution, up to a value, of a number whose logarithm is normally distributed.',
		parameters: [number('X', 'The value, above 0.'), mean, deviation, optional(cumulative, true)],
		example: '=LOGNORMDIST(4,3.5,1.2)',
		compute(x, mean, deviation, cumulative) {
			if (x <= 0) return wrongNumber('The value must be above 0: smaller numbers have no logarithm.');
			if (deviation <= 0) return wrongNumber(ABOVE_0);
			const z = (Math.log(x) - mean) / deviation;
			return cumulative ? normalTails(z).below : normalDensity(z) / (x * deviation);
		}
	}),
	defineFunction({
		name: 'LOGNORM.INV',
		aliases: ['LOGINV', 'LOGNORMINV'],
		category: CATEGORY,
		description: 'Gives the value with so much of a lognormal distribution below it.',
		parameters: [probability, mean, deviation],
		example: '=LOGNORM.INV(0.5,3.5,1.2)',
		compute(p, mean, deviation) {
			if (p <= 0 || p >= 1) return wrongNumber(BETWEEN);
			return deviation <= 0 ? wrongNumber(ABOVE_0) : Math.exp(mean + deviation * normalQuantile(p));
		}
	}),
	defineFunction({
		name: 'CONFIDENCE.NORM',
		aliases: ['CONFIDENCE'],
		category: CATEGORY,
		description: 'Gives half the width of the confidence interval of a mean, from the normal distribution.',
		parameters: [
			number('Alpha', 'One minus the confidence level, such as 0.05.'),
			deviation,
			whole('Size', 'How many values there are.')
		],
		example: '=CONFIDENCE.NORM(0.05,2.5,50)',
		compute(alpha, deviation, size) {
			if (alpha <= 0 || alpha >= 1) return wrongNumber('Alpha must lie between 0 and 1, both excluded.');
			if (deviation <= 0) return wrongNumber(ABOVE_0);
			if (size < 1) return wrongNumber('The size must be 1 or more.');
			return (-normalQuantile(alpha / 2) * deviation) / Math.sqrt(size);
		}
	})
];
