import { powerOf } from '../coercion/operators';
import { wrongNumber } from './failures';
import { fifteenDigits } from './fifteen-digits';
import { defineFunction } from './numeric-function';
import { manyNumbers, number, whole } from './parameters';

/** Products, powers, and the counts of orders that are products. */
export const COUNTING = [
	defineFunction({
		name: 'POWER',
		category: 'Math and trigonometry',
		description: 'Raises a number to a power.',
		parameters: [number('Number', 'The number.'), number('Power', 'The power to raise it to.')],
		example: '=POWER(2,10)',
		compute: powerOf
	}),
	defineFunction({
		name: 'PRODUCT',
		category: 'Math and trigonometry',
		description: 'Multiplies numbers; 0 where there are none.',
		parameters: [manyNumbers('Number', 'Numbers, or cells with numbers.')],
		example: '=PRODUCT(2,3,4)',
		compute: (numbers) => (numbers.length === 0 ? 0 : numbers.reduce((product, one) => product * one, 1))
	}),
	defineFunction({
		name: 'PERMUT',
		category: 'Statistical',
		description: 'Gives in how many orders so many of a number of things can be drawn.',
		parameters: [
			whole('Number', 'How many things there are; a fraction is cut off.'),
			whole('Number_chosen', 'How many of them are drawn; a fraction is cut off.')
		],
		example: '=PERMUT(5,3)',
		compute(number, chosen) {
			if (number <= 0 || chosen < 0 || number < chosen)
				return wrongNumber('There must be 1 thing or more, and as many as are drawn or more.');
			let orders = 1;
			for (let left = number; left > number - chosen && Number.isFinite(orders); left--) orders *= left;
			return orders < 1e15 ? orders : fifteenDigits(orders);
		}
	})
];
