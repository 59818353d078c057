import type { CellError } from 'hyperformula';
import { divisionByZero, notAvailable, wrongNumber } from './failures';
import { defineFunction } from './numeric-function';
import { manyNumbers } from './parameters';

const CATEGORY = 'Statistical';
const values = manyNumbers('Number', 'Numbers, or cells with numbers.');
const NO_NUMBERS = 'There are no numbers among these cells.';
const ABOVE_0 = 'Every number must be above 0.';

function mean(numbers: readonly number[]): number {
	return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

function deviation(numbers: readonly number[], measure: (difference: number) => number): number | CellError {
	if (numbers.length === 0) return wrongNumber(NO_NUMBERS);
	const middle = mean(numbers);
	return numbers.reduce((sum, one) => sum + measure(one - middle), 0);
}

/** The mean cube of the deviations in units of the standard deviation, of all the numbers. */
function skewness(numbers: readonly number[]): number | CellError {
	const count = numbers.length;
	if (count < 3) return divisionByZero('Skewness needs three numbers or more.');
	const rough = mean(numbers);
	const centre = rough + mean(numbers.map((one) => one - rough));
	const squares = mean(numbers.map((one) => (one - centre) ** 2));
	return squares === 0
		? divisionByZero('The numbers are all equal: they have no spread.')
		: mean(numbers.map((one) => (one - centre) ** 3)) / squares ** 1.5;
}

/** Other means than the arithmetic one, and deviations from that. */
export const AVERAGES = [
	defineFunction({
		name: 'GEOMEAN',
		category: CATEGORY,
		description: 'Gives the geometric mean of numbers above 0.',
		parameters: [values],
		example: '=GEOMEAN(4,5,8,7)',
		compute(numbers) {
			if (numbers.length === 0) return wrongNumber(NO_NUMBERS);
			if (numbers.some((one) => one <= 0)) return wrongNumber(ABOVE_0);
			const product = numbers.reduce((product, one) => product * one, 1);
			return product > 1e-300 && product < Infinity
				? product ** (1 / numbers.length)
				: Math.exp(mean(numbers.map(Math.log)));
		}
	}),
	defineFunction({
		name: 'HARMEAN',
		category: CATEGORY,
		description: 'Gives the harmonic mean of numbers above 0.',
		parameters: [values],
		example: '=HARMEAN(4,5,8,7)',
		compute(numbers) {
			if (numbers.length === 0) return notAvailable(NO_NUMBERS);
			return numbers.some((one) => one <= 0) ? wrongNumber(ABOVE_0) : 1 / mean(numbers.map((one) => 1 / one));
		}
	}),
	defineFunction({
		name: 'DEVSQ',
		category: CATEGORY,
		description: 'Adds the squares of the deviations of numbers from their mean.',
		parameters: [values],
		example: '=DEVSQ(4,5,8,7)',
		compute: (numbers) => deviation(numbers, (difference) => difference * difference)
	}),
	defineFunction({
		name: 'AVEDEV',
		category: CATEGORY,
		description: 'Gives the mean of the deviations of numbers from their mean, whatever their signs.',
		parameters: [values],
		example: '=AVEDEV(4,5,8,7)',
		compute(numbers) {
			const sum = deviation(numbers, Math.abs);
			return typeof sum === 'number' ? sum / numbers.length : sum;
		}
	}),
	defineFunction({
		name: 'SKEW',
		category: CATEGORY,
		description:
			'Gives the skewness of a sample: above 0 for a long tail of large numbers, below 0 of small ones.',
		parameters: [values],
		example: '=SKEW(3,4,5,2,3,4,5,6,4,7)',
		compute(numbers) {
			const count = numbers.length;
			const skew = skewness(numbers);
			return typeof skew === 'number' ? (skew * Math.sqrt(count * (count - 1))) / (count - 2) : skew;
		}
	}),
	defineFunction({
		name: 'SKEW.P',
		category: CATEGORY,
		description: 'Gives the skewness of all of a population.',
		parameters: [values],
		example: '=SKEW.P(3,4,5,2,3,4,5,6,4,7)',
		compute: skewness
	})
];
