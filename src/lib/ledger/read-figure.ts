import { createInterval, exactly, WHOLE_LINE, type Interval, type OpenEnds } from '$lib/interval';
import type { AboutReading, Figure } from '$lib/workbook';

/**
 * The values that a figure's wording allows. Whether an end is open follows the qualifier alone. `low` and `high` of the
 * record are the ends of `between` and `order-of-magnitude`, and for `about` and `nearly` what the printed digits give,
 * which counts only under that reading. Ends that are missing have no limit; ends that contradict each other say nothing.
 */
export function readFigure(figure: Figure, reading: AboutReading): Interval {
	const { published: value, qualifier, low, high } = figure;
	switch (qualifier) {
		case 'exact':
			return exactly(value);
		case 'about': {
			const ends = readAround(figure, reading);
			return ends ? between(ends.low, ends.high, 'none') : exactly(value);
		}
		case 'nearly':
			return between(readAround(figure, reading)?.low ?? leastValue(figure), value, 'high');
		case 'more-than':
			return createInterval(value, Infinity, 'low');
		case 'at-least':
			return createInterval(value, Infinity);
		case 'at-most':
			return createInterval(leastValue(figure), value);
		case 'between':
			return between(low ?? leastValue(figure), high ?? Infinity, 'none');
		case 'order-of-magnitude':
			return between(low ?? leastValue(figure), high ?? Infinity, 'high');
	}
}

/** Whether a figure's bounds rest on how "about" and "nearly" are read. */
export function restsOnReading({ qualifier }: Figure, reading: AboutReading): boolean {
	return reading.kind !== 'flag-only' && (qualifier === 'about' || qualifier === 'nearly');
}

/** The ends around a value under the reading of "about" and "nearly"; none where it is a flag only. */
function readAround(
	{ published: value, low, high, digits }: Figure,
	reading: AboutReading
): { low: number; high: number } | undefined {
	if (reading.kind === 'flag-only') return undefined;
	const half =
		reading.kind === 'percent' ? Math.abs(value) * reading.percent : halfOfLastDigit(value, digits);
	const isPrinted = reading.kind === 'printed-digits';
	return {
		low: (isPrinted ? low : null) ?? withoutNoise(value - half),
		high: (isPrinted ? high : null) ?? withoutNoise(value + half)
	};
}

/** Half a unit of the last significant digit; where their number is not known, of the last that is not zero. */
function halfOfLastDigit(value: number, digits: number | null): number {
	if (value === 0) return 0;
	const [mantissa, exponent] = Math.abs(value).toExponential().split('e');
	const count = digits ?? mantissa!.replace('.', '').length;
	return Number(`5e${Number(exponent) - count}`);
}

/** A sum of decimals without what binary fractions add to it in the sixteenth digit. */
function withoutNoise(value: number): number {
	return Number(value.toPrecision(15));
}

/** The least value that a figure can have: amounts do not go below zero, changes and shares may. */
function leastValue({ published, unit }: Figure): number {
	return published >= 0 && !/^share\b/.test(unit) ? 0 : -Infinity;
}

function between(low: number, high: number, open: OpenEnds): Interval {
	const isInhabited = low < high || (low === high && open === 'none');
	return isInhabited ? createInterval(low, high, open) : WHOLE_LINE;
}
