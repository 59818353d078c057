import { CellError } from 'hyperformula';
import { divisionByZero, wrongNumber } from './failures';
import { defineFunction } from './numeric-function';
import { number, optional } from './parameters';

const CATEGORY = 'Math and trigonometry';

/** A power as the operator ^ and POWER give it. */
export function powerOf(base: number, exponent: number): number | CellError {
	if (base === 0 && exponent === 0) return wrongNumber('0 to the power of 0 is not defined.');
	if (base === 0 && exponent < 0) return divisionByZero('0 to a negative power divides by zero.');
	return base ** exponent;
}

function logarithm(value: number, base: number): number {
	if (base === 10) return Math.log10(value);
	return base === 2 ? Math.log2(value) : Math.log(value) / Math.log(base);
}

/** Powers and logarithms. */
export const POWERS = [
	defineFunction({
		name: 'POWER',
		category: CATEGORY,
		description: 'Raises a number to a power.',
		parameters: [number('Number', 'The number.'), number('Power', 'The power.')],
		example: '=POWER(5,2)',
		compute: powerOf
	}),
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
