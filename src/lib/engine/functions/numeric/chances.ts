import { SimpleRangeValue } from 'hyperformula';
import { notAvailable, wrongNumber } from './failures';
import { binomialDensity, incompleteBeta } from './gamma';
import { defineFunction } from './numeric-function';
import { manyNumbers, number, numbers, optional, whole } from './parameters';

const CATEGORY = 'Statistical';

/** Each number that occurs most often, in the order of first occurrence; those that occur once do not count. */
export function modes(numbers: readonly number[]): number[] {
	const counts = new Map<number, number>();
	for (const one of numbers) counts.set(one, (counts.get(one) ?? 0) + 1);
	let most = 2;
	for (const count of counts.values()) most = Math.max(most, count);
	return [...counts].filter(([, count]) => count === most).map(([one]) => one);
}

/** The chance of at most so many successes. */
function atMost(successes: number, trials: number, p: number): number {
	if (successes < 0) return 0;
	if (successes >= trials) return 1;
	return incompleteBeta(trials - successes, successes + 1, 1 - p, p).below;
}

/** Beyond it the sums of chances take too long to come near enough. */
const MOST_TRIALS = 1e11;
/** How far, as a part of it, a sum of chances may fall short of what it equals on paper. */
const SUM_ERROR = 1e-14;

/** The least number of successes up to which the chances add up to one that is given: by halving. */
function fewestSuccesses(trials: number, p: number, chance: number): number {
	let below = -1;
	let found = trials;
	while (found > below + 1) {
		const middle = Math.floor(below + (found - below) / 2);
		const sum = atMost(middle, trials, p);
		if (sum >= chance * (1 - SUM_ERROR)) found = middle;
		else below = middle;
	}
	return found;
}

/** Functions of how often things occur. */
export const CHANCES = [
	defineFunction({
		name: 'MODE.MULT',
		category: CATEGORY,
		description: 'Gives every number that occurs most often, one below the other.',
		parameters: [manyNumbers('Number', 'Numbers, or cells with numbers.')],
		example: '=MODE.MULT({1,2,2,3,3})',
		givesBlock: true,
		compute(numbers) {
			const found = modes(numbers);
			return found.length === 0
				? notAvailable('No number occurs more than once.')
				: SimpleRangeValue.onlyNumbers(found.map((one) => [one]));
		}
	}),
	defineFunction({
		name: 'PERMUTATIONA',
		category: CATEGORY,
		description: 'Gives in how many orders so many of a number of things can be drawn, each again and again.',
		parameters: [
			whole('Number', 'How many things there are; a fraction is cut off.'),
			whole('Number_chosen', 'How many of them are drawn; a fraction is cut off.')
		],
		example: '=PERMUTATIONA(3,2)',
		compute(number, chosen) {
			if (number < 0 || chosen < 0) return wrongNumber('Both counts must be 0 or more.');
			return number ** chosen;
		}
	}),
	defineFunction({
		name: 'PROB',
		category: CATEGORY,
		description: 'Gives the probability that a value lies between two limits, both included.',
		parameters: [
			numbers('X_range', 'The values that there are.'),
			numbers('Prob_range', 'The probability of each; together they are 1.'),
			number('Lower_limit', 'The lower limit.'),
			optional(number('Upper_limit', 'The upper limit; the lower one if left out.'), undefined)
		],
		example: '=PROB({0,1,2,3},{0.2,0.3,0.1,0.4},1,3)',
		compute(values, chances, lower, upper = lower) {
			if (values.length !== chances.length || values.length === 0)
				return notAvailable('There must be as many probabilities as values.');
			const sum = chances.reduce((sum, one) => sum + one, 0);
			if (chances.some((one) => one <= 0 || one > 1) || Math.abs(sum - 1) > 1e-9)
				return wrongNumber('The probabilities must be above 0 and 1 together.');
			return chances.reduce(
				(sum, one, at) => (values[at]! >= lower && values[at]! <= upper ? sum + one : sum),
				0
			);
		}
	}),
	defineFunction({
		name: 'BINOM.DIST.RANGE',
		category: CATEGORY,
		description: 'Gives the chance of so many successes in independent trials, or of a number between two.',
		parameters: [
			whole('Trials', 'How many trials there are.'),
			number('Probability_s', 'The chance of success in each, from 0 to 1.'),
			whole('Number_s', 'How many successes; the least number where there are two.'),
			optional(whole('Number_s2', 'The largest number of successes.'), undefined)
		],
		example: '=BINOM.DIST.RANGE(60,0.75,45,50)',
		compute(trials, p, from, to = from) {
			if (trials < 0 || p < 0 || p > 1) return wrongNumber('The chance must lie from 0 to 1.');
			if (from < 0 || to < from || to > trials)
				return wrongNumber('The successes must lie in order between 0 and the trials.');
			if (from === to) return binomialDensity(from, trials, p, 1 - p);
			return atMost(to, trials, p) - atMost(from - 1, trials, p);
		}
	}),
	defineFunction({
		name: 'BINOM.INV',
		aliases: ['CRITBINOM'],
		category: CATEGORY,
		description:
			'Gives the least number of successes up to which the chances add up to a probability or more.',
		parameters: [
			whole('Trials', 'How many trials there are; a fraction is cut off.'),
			number('Probability_s', 'The chance of success in each, from 0 to 1.'),
			number('Alpha', 'The probability to reach, above 0 and below 1.')
		],
		example: '=BINOM.INV(6,0.5,0.75)',
		compute(trials, p, alpha) {
			if (trials < 0 || trials > MOST_TRIALS) return wrongNumber('The trials must be from 0 to 1E+11.');
			if (p < 0 || p > 1) return wrongNumber('The chance of success must lie from 0 to 1.');
			if (alpha <= 0 || alpha >= 1) return wrongNumber('The probability to reach must lie between 0 and 1.');
			return fewestSuccesses(trials, p, alpha);
		}
	})
];
