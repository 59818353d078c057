import { CellError } from 'hyperformula';
import { divisionByZero, notAvailable, wrongNumber } from './failures';
import { incompleteGamma } from './gamma';
import { normalTails } from './normal';
import { defineFunction } from './numeric-function';
import { pairsOf, type Rows } from './pairs';
import { block, number, numbers, optional, whole } from './parameters';
import { studentTails } from './student';

const CATEGORY = 'Statistical';
const array1 = block('Array1', 'The first values.');
const array2 = block('Array2', 'The second values.');
const NO_SPREAD = 'The test needs two different numbers or more.';

interface Sample {
	readonly count: number;
	readonly mean: number;
	/** Squares of the deviations from the mean, added up. */
	readonly squares: number;
}

function sampleOf(numbers: readonly number[]): Sample {
	const count = numbers.length;
	const mean = numbers.reduce((sum, one) => sum + one, 0) / count;
	return { count, mean, squares: numbers.reduce((sum, one) => sum + (one - mean) ** 2, 0) };
}

function numbersIn(rows: Rows): number[] {
	return rows.flat().filter((one) => typeof one === 'number');
}

/** A mean as a multiple of its standard error, and its degrees of freedom. */
interface Score {
	readonly t: number;
	readonly freedom: number;
}

function pairedScore(first: Rows, second: Rows): Score | CellError {
	const found = pairsOf(first, second);
	if (found instanceof CellError) return found;
	const { count, mean, squares } = sampleOf(found.y.map((one, index) => one - found.x[index]!));
	return { t: mean / Math.sqrt(squares / (count - 1) / count), freedom: count - 1 };
}

function twoSampleScore(first: Rows, second: Rows, areEquallySpread: boolean): Score {
	const a = sampleOf(numbersIn(first));
	const b = sampleOf(numbersIn(second));
	const difference = a.mean - b.mean;
	if (areEquallySpread) {
		const freedom = a.count + b.count - 2;
		const variance = ((a.squares + b.squares) / freedom) * (1 / a.count + 1 / b.count);
		return { t: difference / Math.sqrt(variance), freedom };
	}
	const ofA = a.squares / (a.count - 1) / a.count;
	const ofB = b.squares / (b.count - 1) / b.count;
	// Welch's degrees of freedom, a fraction.
	const freedom = (ofA + ofB) ** 2 / (ofA ** 2 / (a.count - 1) + ofB ** 2 / (b.count - 1));
	return { t: difference / Math.sqrt(ofA + ofB), freedom };
}

/** Tests of whether samples differ by more than chance. */
export const HYPOTHESIS_TESTS = [
	defineFunction({
		name: 'T.TEST',
		aliases: ['TTEST'],
		category: CATEGORY,
		description: 'Gives how probable so large a difference of two means is by chance.',
		parameters: [
			array1,
			array2,
			whole('Tails', '1 or 2 sides.'),
			whole('Type', '1 for pairs, 2 for samples of equal spread, 3 for samples of unequal spread.')
		],
		example: '=T.TEST({3,4,5,8},{6,19,3,2},2,1)',
		compute(first, second, tails, type) {
			if (tails !== 1 && tails !== 2) return wrongNumber('The tails must be 1 or 2.');
			if (type < 1 || type > 3) return wrongNumber('The type must be 1, 2 or 3.');
			const score = type === 1 ? pairedScore(first, second) : twoSampleScore(first, second, type === 2);
			if (score instanceof CellError) return score;
			if (!(score.freedom > 0) || Number.isNaN(score.t)) return divisionByZero(NO_SPREAD);
			return tails * studentTails(Math.abs(score.t), score.freedom).above;
		}
	}),
	defineFunction({
		name: 'Z.TEST',
		aliases: ['ZTEST'],
		category: CATEGORY,
		description: 'Gives how probable a mean above that of a sample is, at a supposed mean.',
		parameters: [
			numbers('Array', 'The sample.'),
			number('X', 'The supposed mean.'),
			optional(number('Sigma', 'The known standard deviation; that of the sample if left out.'), undefined)
		],
		example: '=Z.TEST({3,6,7,8,6},4)',
		compute(values, supposed, known) {
			if (values.length === 0) return notAvailable('There are no numbers among these cells.');
			const { count, mean, squares } = sampleOf(values);
			if (known !== undefined && known <= 0) return wrongNumber('The standard deviation must be above 0.');
			const deviation = known ?? Math.sqrt(squares / (count - 1));
			return deviation > 0
				? normalTails((mean - supposed) / (deviation / Math.sqrt(count))).above
				: divisionByZero(NO_SPREAD);
		}
	}),
	defineFunction({
		name: 'CHISQ.TEST',
		aliases: ['CHITEST'],
		category: CATEGORY,
		description: 'Gives how probable so large a difference of counts from those expected is by chance.',
		parameters: [
			block('Actual_range', 'The counts.'),
			block('Expected_range', 'The counts expected, in the same rows and columns.')
		],
		example: '=CHISQ.TEST({58,35;11,25},{45.35,47.65;17.56,18.44})',
		compute(actual, expected) {
			const rows = actual.length;
			const columns = actual[0]!.length;
			if (rows !== expected.length || columns !== expected[0]!.length || rows * columns < 2)
				return notAvailable('The counts and those expected must lie in equal blocks of 2 cells or more.');
			const found = pairsOf(actual, expected);
			if (found instanceof CellError) return found;
			if (found.x.includes(0)) return divisionByZero('No count expected may be 0.');
			if (found.x.some((one) => one < 0)) return wrongNumber('Counts expected must be above 0.');
			const square = found.y.reduce((sum, one, at) => sum + (one - found.x[at]!) ** 2 / found.x[at]!, 0);
			const freedom = rows > 1 && columns > 1 ? (rows - 1) * (columns - 1) : rows * columns - 1;
			return incompleteGamma(freedom / 2, square / 2).above;
		}
	})
];
