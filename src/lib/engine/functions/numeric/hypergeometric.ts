import type { CellError } from 'hyperformula';
import { wrongNumber } from './failures';
import { binomialDensity } from './gamma';
import { defineFunction } from './numeric-function';
import { flag, whole } from './parameters';

const CATEGORY = 'Statistical';

/** In a larger population one more or less is no longer a number of its own. */
const MOST_MEMBERS = 1e15;

/** The chance of a sample of at most so many is multiplied from those of its members, which keeps its last digits. */
const SMALL_SAMPLE = 50;

/** Chances below this share of the sum no longer change it. */
const NEGLIGIBLE = 1e-18;

const DRAWING = [
	whole('Sample_s', 'The successes in the sample.'),
	whole('Number_sample', 'The size of the sample.'),
	whole('Population_s', 'The successes in the population.'),
	whole('Number_pop', 'The size of the population.')
] as const;

/** A sample drawn from a population of successes and others, without putting any back. */
interface Drawing {
	readonly sample: number;
	readonly successes: number;
	readonly others: number;
}

/** Functions of samples that are not put back. */
export const HYPERGEOMETRIC = [
	defineFunction({
		name: 'HYPGEOM.DIST',
		category: CATEGORY,
		description:
			'Gives the probability of so many successes, or of at most so many, in a sample that is not put back.',
		parameters: [
			...DRAWING,
			flag('Cumulative', 'TRUE for the probability up to the number, FALSE for that of the number itself.')
		],
		example: '=HYPGEOM.DIST(1,4,8,20,TRUE)',
		compute(drawn, sample, successes, population, isCumulative) {
			const drawing = drawingOf(drawn, sample, successes, population);
			if (!('sample' in drawing)) return drawing;
			return isCumulative ? chanceUpTo(drawn, drawing) : chanceOf(drawn, drawing);
		}
	}),
	defineFunction({
		name: 'HYPGEOMDIST',
		category: CATEGORY,
		description: 'Gives the probability of so many successes in a sample that is not put back.',
		parameters: [...DRAWING],
		example: '=HYPGEOMDIST(1,4,8,20)',
		compute(drawn, sample, successes, population) {
			const drawing = drawingOf(drawn, sample, successes, population);
			return 'sample' in drawing ? chanceOf(drawn, drawing) : drawing;
		}
	})
];

function drawingOf(
	drawn: number,
	sample: number,
	successes: number,
	population: number
): Drawing | CellError {
	const others = population - successes;
	if (sample <= 0 || successes <= 0 || sample > population || others < 0)
		return wrongNumber('The sample and the successes must lie within the population, above 0.');
	if (population > MOST_MEMBERS) return wrongNumber('The population must be at most 1E+15.');
	if (drawn < Math.max(0, sample - others) || drawn > Math.min(sample, successes))
		return wrongNumber('There cannot be so many successes in the sample.');
	return { sample, successes, others };
}

function chanceOf(drawn: number, { sample, successes, others }: Drawing): number {
	const population = successes + others;
	if (sample <= SMALL_SAMPLE) {
		let chance = 1;
		for (let at = 0; at < drawn; at++)
			chance *= (((successes - at) / (population - at)) * (sample - at)) / (at + 1);
		for (let at = 0; at < sample - drawn; at++) chance *= (others - at) / (population - drawn - at);
		return chance;
	}
	const p = sample / population;
	const q = (population - sample) / population;
	const both = binomialDensity(drawn, successes, p, q) * binomialDensity(sample - drawn, others, p, q);
	return both / binomialDensity(sample, population, p, q);
}

/** Added from the number away from the mean, where each chance is smaller than the one before: few count. */
function chanceUpTo(drawn: number, drawing: Drawing): number {
	const { sample, successes, others } = drawing;
	const most = Math.min(sample, successes);
	if (drawn === most) return 1;
	const mean = (sample * successes) / (successes + others);
	if (drawn < mean) {
		const least = Math.max(0, sample - others);
		return addedFrom(chanceOf(drawn, drawing), drawn - least, (step) => {
			const at = drawn - step;
			return (at * (others - sample + at)) / ((successes - at + 1) * (sample - at + 1));
		});
	}
	return (
		1 -
		addedFrom(chanceOf(drawn + 1, drawing), most - drawn - 1, (step) => {
			const at = drawn + 1 + step;
			return ((successes - at) * (sample - at)) / ((at + 1) * (others - sample + at + 1));
		})
	);
}

/** A chance and so many that follow it, each in a ratio to the one before. */
function addedFrom(first: number, count: number, ratio: (step: number) => number): number {
	let [chance, sum] = [first, first];
	for (let step = 0; step < count && chance > sum * NEGLIGIBLE; step++) {
		chance *= ratio(step);
		sum += chance;
	}
	return sum;
}
