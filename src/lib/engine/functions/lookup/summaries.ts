import type { CellError } from 'hyperformula';
import { noNumbers, nothing, wrongNumber } from './failures';
import type { Scalar } from './values';

export type Answer = number | CellError;

/** A summary: of the numbers in any order, or of all values. */
export type Summary = (numbers: readonly number[], values: readonly Scalar[]) => Answer;

const NO_NUMBERS = 'There are no numbers among these cells.';
const FEW = 'A spread needs more numbers than there are.';

function sum(numbers: readonly number[]): number {
	return numbers.reduce((sum, one) => sum + one, 0);
}

/** The mean square of the distances from the mean; of a sample where one is taken off the count. */
function variance(numbers: readonly number[], takenOff: 0 | 1): Answer {
	const count = numbers.length;
	if (count <= takenOff) return noNumbers(FEW);
	const mean = sum(numbers) / count;
	const centre = mean + sum(numbers.map((one) => one - mean)) / count;
	return sum(numbers.map((one) => (one - centre) ** 2)) / (count - takenOff);
}

function deviation(numbers: readonly number[], takenOff: 0 | 1): Answer {
	const found = variance(numbers, takenOff);
	return typeof found === 'number' ? Math.sqrt(found) : found;
}

function ascending(numbers: readonly number[]): ArrayLike<number> {
	return Float64Array.from(numbers).sort();
}

function largest(numbers: readonly number[], isLarger: (one: number, other: number) => boolean): number {
	return numbers.length === 0 ? 0 : numbers.reduce((best, one) => (isLarger(one, best) ? one : best));
}

function mostFrequent(numbers: readonly number[]): Answer {
	const counts = new Map<number, number>();
	for (const one of numbers) counts.set(one, (counts.get(one) ?? 0) + 1);
	let best: number | undefined;
	let most = 1;
	for (const [one, count] of counts) if (count > most) [best, most] = [one, count];
	return best ?? nothing('No number occurs more than once.');
}

/** The value at a place among numbers in order, counted from 0; between two by proportion. */
export function atPlace(numbers: readonly number[], place: number): Answer {
	if (!(place >= 0 && place <= numbers.length - 1))
		return wrongNumber(numbers.length === 0 ? NO_NUMBERS : 'The position lies outside the numbers.');
	const sorted = ascending(numbers);
	const below = Math.floor(place);
	const rest = place - below;
	return rest === 0 ? sorted[below]! : sorted[below]! + rest * (sorted[below + 1]! - sorted[below]!);
}

/** Summaries 1 to 13, which take references. */
export const SUMMARIES: readonly Summary[] = [
	(numbers) => (numbers.length === 0 ? noNumbers() : sum(numbers) / numbers.length),
	(numbers) => numbers.length,
	(_, values) => values.length,
	(numbers) => largest(numbers, (one, other) => one > other),
	(numbers) => largest(numbers, (one, other) => one < other),
	(numbers) => (numbers.length === 0 ? 0 : numbers.reduce((product, one) => product * one, 1)),
	(numbers) => deviation(numbers, 1),
	(numbers) => deviation(numbers, 0),
	sum,
	(numbers) => variance(numbers, 1),
	(numbers) => variance(numbers, 0),
	(numbers) => atPlace(numbers, (numbers.length - 1) / 2),
	mostFrequent
];
