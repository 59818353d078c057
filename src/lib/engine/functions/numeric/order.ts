import { CellError } from 'hyperformula';
import { modes } from './chances';
import { divisionByZero, notAvailable, wrongNumber } from './failures';
import { defineFunction } from './numeric-function';
import { manyNumbers, number, numbers, optional, whole } from './parameters';

const CATEGORY = 'Statistical';
const data = numbers('Array', 'The numbers.');
const position = number('K', 'The position, 1 for the first; a fraction is rounded up.');
const order = optional(number('Order', '0 for the largest first, anything else for the smallest first.'), 0);
const NO_NUMBERS = 'There are no numbers among these cells.';

function ascending(numbers: readonly number[]): number[] {
	return Float64Array.from(numbers).sort() as unknown as number[];
}

function atPosition(numbers: readonly number[], position: number, isFromTop: boolean) {
	const place = Math.ceil(position);
	if (numbers.length === 0) return wrongNumber(NO_NUMBERS);
	if (place < 1 || place > numbers.length)
		return wrongNumber(`The position must lie between 1 and ${numbers.length}, the count of the numbers.`);
	return ascending(numbers)[isFromTop ? numbers.length - place : place - 1]!;
}

/** How many numbers come before a value, and how many are equal to it. */
function standing(value: number, numbers: readonly number[], order: number) {
	let before = 0;
	let equal = 0;
	for (const other of numbers) {
		if (other === value) equal++;
		else if (order === 0 ? other > value : other < value) before++;
	}
	return equal === 0
		? notAvailable('The number is not among those that it is ranked with.')
		: { before, equal };
}

/** The share of numbers below a value, between those next to it by proportion; cut to so many digits. */
function percentRank(numbers: readonly number[], value: number, digits: number, isExclusive: boolean) {
	if (digits < 1) return wrongNumber('The digits must be 1 or more.');
	if (numbers.length === 0) return wrongNumber(NO_NUMBERS);
	const sorted = ascending(numbers);
	const count = sorted.length;
	if (value < sorted[0]! || value > sorted[count - 1]!)
		return notAvailable('The number lies outside those that it is ranked with.');
	let below = 0;
	while (below < count && sorted[below]! < value) below++;
	let place = below;
	if (sorted[below] !== value) {
		const left = sorted[below - 1]!;
		place = below - 1 + (value - left) / (sorted[below]! - left);
	}
	const share = isExclusive ? (place + 1) / (count + 1) : count === 1 ? 1 : place / (count - 1);
	const scale = 10 ** Math.min(digits, 15);
	return Math.floor(Number((share * scale).toPrecision(15))) / scale;
}

const significance = optional(whole('Significance', 'How many digits the result has; 3 if left out.'), 3);

/** Functions of the order of numbers. */
export const ORDER = [
	defineFunction({
		name: 'LARGE',
		category: CATEGORY,
		description: 'Gives the largest number, the second largest and so on.',
		parameters: [data, position],
		example: '=LARGE({3,1,2},1)',
		compute: (data, position) => atPosition(data, position, true)
	}),
	defineFunction({
		name: 'SMALL',
		category: CATEGORY,
		description: 'Gives the smallest number, the second smallest and so on.',
		parameters: [data, position],
		example: '=SMALL({3,1,2},1)',
		compute: (data, position) => atPosition(data, position, false)
	}),
	defineFunction({
		name: 'MEDIAN',
		category: CATEGORY,
		description: 'Gives the number in the middle; of an even count, the mean of the two in the middle.',
		parameters: [manyNumbers('Number', 'Numbers, or cells with numbers.')],
		example: '=MEDIAN(1,2,10)',
		compute(numbers) {
			if (numbers.length === 0) return wrongNumber(NO_NUMBERS);
			const sorted = ascending(numbers);
			const middle = (sorted.length - 1) / 2;
			return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
		}
	}),
	defineFunction({
		name: 'RANK.EQ',
		aliases: ['RANK'],
		category: CATEGORY,
		description: 'Gives the place of a number among others; equal numbers share the first of their places.',
		parameters: [
			number('Number', 'The number to rank.'),
			numbers('Ref', 'The numbers, itself among them.'),
			order
		],
		example: '=RANK.EQ(2,{3,2,2,1})',
		compute(value, numbers, order) {
			const found = standing(value, numbers, order);
			return found instanceof CellError ? found : found.before + 1;
		}
	}),
	defineFunction({
		name: 'RANK.AVG',
		category: CATEGORY,
		description: 'Gives the place of a number among others; equal numbers share the mean of their places.',
		parameters: [
			number('Number', 'The number to rank.'),
			numbers('Ref', 'The numbers, itself among them.'),
			order
		],
		example: '=RANK.AVG(2,{3,2,2,1})',
		compute(value, numbers, order) {
			const found = standing(value, numbers, order);
			return found instanceof CellError ? found : found.before + (found.equal + 1) / 2;
		}
	}),
	defineFunction({
		name: 'PERCENTRANK.INC',
		aliases: ['PERCENTRANK'],
		category: CATEGORY,
		description: 'Gives the share of numbers below a value, from 0 for the smallest to 1 for the largest.',
		parameters: [data, number('X', 'The value to rank.'), significance],
		example: '=PERCENTRANK.INC({1,2,3,4},3)',
		compute: (data, value, digits) => percentRank(data, value, digits, false)
	}),
	defineFunction({
		name: 'PERCENTRANK.EXC',
		category: CATEGORY,
		description: 'Gives the share of numbers below a value, between 0 and 1, both excluded.',
		parameters: [data, number('X', 'The value to rank.'), significance],
		example: '=PERCENTRANK.EXC({1,2,3,4},3)',
		compute: (data, value, digits) => percentRank(data, value, digits, true)
	}),
	defineFunction({
		name: 'MODE.SNGL',
		aliases: ['MODE'],
		category: CATEGORY,
		description: 'Gives the number that occurs most often; of several, the first.',
		parameters: [manyNumbers('Number', 'Numbers, or cells with numbers.')],
		example: '=MODE.SNGL({1,2,2,3})',
		compute: (numbers) => modes(numbers)[0] ?? notAvailable('No number occurs more than once.')
	}),
	defineFunction({
		name: 'TRIMMEAN',
		category: CATEGORY,
		description: 'Gives the mean without a share of the numbers, half of it from each end.',
		parameters: [data, number('Percent', 'The share to leave out, from 0 to below 1.')],
		example: '=TRIMMEAN({1,2,3,100},0.5)',
		compute(data, share) {
			if (share < 0 || share >= 1) return wrongNumber('The share to leave out must be from 0 to below 1.');
			if (data.length === 0) return wrongNumber(NO_NUMBERS);
			const cut = Math.floor(Number(((data.length * share) / 2).toPrecision(15)));
			const kept = ascending(data).slice(cut, data.length - cut);
			return kept.reduce((sum, one) => sum + one, 0) / kept.length;
		}
	}),
	defineFunction({
		name: 'KURT',
		category: CATEGORY,
		description: 'Gives the excess kurtosis of a sample: above 0 for long tails, below 0 for short ones.',
		parameters: [manyNumbers('Number', 'Numbers, or cells with numbers; four or more.')],
		example: '=KURT({3,4,5,2,3,4,5,6,4,7})',
		compute(numbers) {
			const n = numbers.length;
			if (n < 4) return divisionByZero('Kurtosis needs four numbers or more.');
			const mean = numbers.reduce((sum, one) => sum + one, 0) / n;
			const centre = mean + numbers.reduce((sum, one) => sum + (one - mean), 0) / n;
			let squares = 0;
			let fourths = 0;
			for (const one of numbers) {
				const square = (one - centre) ** 2;
				squares += square;
				fourths += square * square;
			}
			if (squares === 0) return divisionByZero('The numbers are all equal: they have no spread.');
			const variance = squares / (n - 1);
			const weight = (n * (n + 1)) / ((n - 1) * (n - 2) * (n - 3));
			return (weight * fourths) / (variance * variance) - (3 * (n - 1) ** 2) / ((n - 2) * (n - 3));
		}
	})
];
