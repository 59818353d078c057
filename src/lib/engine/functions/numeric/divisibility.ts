import { divisionByZero, wrongNumber, wrongValue } from './failures';
import { defineFunction, type Given, type Parameter } from './numeric-function';
import { manyNumbers, number, rowsOf, strictWhole } from './parameters';
import { CellError } from 'hyperformula';

const CATEGORY = 'Math and trigonometry';
const LARGEST = 2 ** 53;
/** How often a number may hold its divisor. */
const MOST_TIMES = 2 ** 50;

/** Whole numbers of 0 and more: blank cells are skipped, texts are read, booleans refused. */
const wholes: Parameter<number[]> = {
	...manyNumbers('Number', 'A number of 0 or more, or cells with such numbers.'),
	read(given: readonly Given[], reading) {
		const found: number[] = [];
		for (const one of given) {
			for (const value of rowsOf(one).flat()) {
				if (value === null) continue;
				if (value instanceof CellError) return value;
				if (typeof value === 'boolean') return wrongValue('A number is needed here, not TRUE or FALSE.');
				const number = typeof value === 'string' ? reading.numberIn(value) : value;
				if (number instanceof CellError) return number;
				const cut = Math.trunc(number);
				if (cut < 0 || cut >= LARGEST)
					return wrongNumber('Numbers from 0 to 9E+15 have divisors and multiples.');
				found.push(cut);
			}
		}
		return found;
	}
};

function greatestDivisor(a: number, b: number): number {
	while (b !== 0) [a, b] = [b, a % b];
	return a;
}

const parity = strictWhole('Number', 'The number; its fraction is cut off.');

/** Functions of divisors and multiples. */
export const DIVISIBILITY = [
	defineFunction({
		name: 'MOD',
		category: CATEGORY,
		description: 'Gives what is left after a division, with the sign of the divisor.',
		parameters: [number('Number', 'The number to divide.'), number('Divisor', 'What it is divided by.')],
		example: '=MOD(-3,2)',
		compute(value, divisor) {
			if (divisor === 0) return divisionByZero('MOD divides by its divisor, which is 0.');
			if (Math.abs(value / divisor) >= MOST_TIMES)
				return wrongNumber('The number holds the divisor too many times: what is left is not exact.');
			const left = value % divisor;
			return left !== 0 && left < 0 !== divisor < 0 ? left + divisor : left;
		}
	}),
	defineFunction({
		name: 'GCD',
		category: CATEGORY,
		description: 'Gives the greatest common divisor of whole numbers.',
		parameters: [wholes],
		example: '=GCD(24,36)',
		compute: (numbers) => numbers.reduce(greatestDivisor, 0)
	}),
	defineFunction({
		name: 'LCM',
		category: CATEGORY,
		description: 'Gives the least common multiple of whole numbers.',
		parameters: [wholes],
		example: '=LCM(4,6)',
		compute(numbers) {
			let multiple = numbers.length === 0 ? 0 : 1;
			for (const number of numbers) {
				multiple = number === 0 ? 0 : (multiple / greatestDivisor(multiple, number)) * number;
				if (multiple >= LARGEST) return wrongNumber('The least common multiple is beyond 9E+15.');
				if (multiple === 0) return 0;
			}
			return multiple;
		}
	}),
	defineFunction({
		name: 'ISODD',
		category: 'Information',
		description: 'Tells whether a number is odd.',
		parameters: [parity],
		example: '=ISODD(-1)',
		compute: (number) => number % 2 !== 0
	}),
	defineFunction({
		name: 'ISEVEN',
		category: 'Information',
		description: 'Tells whether a number is even.',
		parameters: [parity],
		example: '=ISEVEN(2.5)',
		compute: (number) => number % 2 === 0
	})
];
