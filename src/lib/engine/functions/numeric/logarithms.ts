import { divisionByZero, wrongNumber } from './failures';
import { defineFunction } from './numeric-function';
import { number, optional } from './parameters';

const CATEGORY = 'Math and trigonometry';

function logarithm(value: number, base: number): number {
	if (base === 10) return Math.log10(value);
	return base === 2 ? Math.log2(value) : Math.log(value) / Math.log(base);
}

/** Logarithms to any base. */
export const LOGARITHMS = [
	defineFunction({
		name: 'LOG',
		category: CATEGORY,
		description: 'Gives the logarithm of a number.',
		parameters: [
			number('Number', 'The number, above 0.'),
			optional(number('Base', 'The base; 10 if left out.'), 10)
		],
		example: '=LOG(8,2)',
		compute(value, base) {
			if (value <= 0 || base <= 0) return wrongNumber('Only numbers above 0 have logarithms.');
			return base === 1 ? divisionByZero('No power of 1 is another number.') : logarithm(value, base);
		}
	})
];
