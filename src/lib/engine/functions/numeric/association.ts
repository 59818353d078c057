import { CellError } from 'hyperformula';
import { divisionByZero } from './failures';
import { defineFunction } from './numeric-function';
import { pairsOf, type Rows } from './pairs';
import { block } from './parameters';

const CATEGORY = 'Statistical';
const first = block('Array1', 'The first values.');
const second = block('Array2', 'The second values, as many.');

function correlation(first: Rows, second: Rows): number | CellError {
	const pairs = pairsOf(first, second);
	if (pairs instanceof CellError) return pairs;
	const { y, x } = pairs;
	const meanX = x.reduce((sum, one) => sum + one, 0) / x.length;
	const meanY = y.reduce((sum, one) => sum + one, 0) / y.length;
	let [xx, yy, xy] = [0, 0, 0];
	for (const [index, one] of x.entries()) {
		const dx = one - meanX;
		const dy = y[index]! - meanY;
		xx += dx * dx;
		yy += dy * dy;
		xy += dx * dy;
	}
	if (!(xx > 0 && yy > 0)) return divisionByZero('Both lists need two different numbers or more.');
	return Math.max(-1, Math.min(1, xy / Math.sqrt(xx) / Math.sqrt(yy)));
}

/** How closely two lists of numbers go together. */
export const ASSOCIATION = [
	defineFunction({
		name: 'CORREL',
		aliases: ['PEARSON'],
		category: CATEGORY,
		description: 'Gives the correlation of two lists of numbers, from -1 to 1.',
		parameters: [first, second],
		example: '=CORREL({3,2,4,5,6},{9,7,12,15,17})',
		compute: correlation
	}),
	defineFunction({
		name: 'RSQ',
		category: CATEGORY,
		description: 'Gives the square of the correlation: the share of the spread that a line explains.',
		parameters: [
			block('Known_ys', 'The values that depend on the others.'),
			block('Known_xs', 'The values that they depend on, as many.')
		],
		example: '=RSQ({2,3,9,1},{6,5,11,7})',
		compute(ys, xs) {
			const found = correlation(ys, xs);
			return typeof found === 'number' ? found ** 2 : found;
		}
	})
];
