import { incompleteGamma } from './gamma';
import { defineFunction } from './numeric-function';
import { optional, strictNumber } from './parameters';

const CATEGORY = 'Engineering';

function outside(x: number): number {
	const { below, above } = incompleteGamma(0.5, x * x);
	return x < 0 ? 1 + below : above;
}

function inside(x: number): number {
	return Math.sign(x) * incompleteGamma(0.5, x * x).below;
}

function between(from: number, to: number): number {
	// The smaller parts are subtracted, so that no digits are lost far from 0.
	if (from > 0.5 && to > 0.5) return outside(from) - outside(to);
	if (from < -0.5 && to < -0.5) return outside(-to) - outside(-from);
	return inside(to) - inside(from);
}

/** The error function and its complement. */
export const ERROR_FUNCTIONS = [
	defineFunction({
		name: 'ERF',
		category: CATEGORY,
		description: 'Gives the error function from 0 to a limit, or between two limits.',
		parameters: [
			strictNumber('Lower_limit', 'The limit; the lower one where there are two.'),
			optional(strictNumber('Upper_limit', 'The upper limit.'), undefined)
		],
		example: '=ERF(0.745)',
		compute: (lower, upper) => (upper === undefined ? inside(lower) : between(lower, upper))
	}),
	defineFunction({
		name: 'ERFC',
		category: CATEGORY,
		description: 'Gives what the error function lacks to 1.',
		parameters: [strictNumber('X', 'The limit.')],
		example: '=ERFC(1)',
		compute: outside
	})
];
