import { roundDown, roundUp, isExact, type Interval } from '$lib/interval';
import type { AboutReading, Figure } from '$lib/workbook';
import { readFigure, restsOnReading } from './read-figure';
import { shownDecimals } from './shown-digits';

/** Writes a bound as the cell that it is said of shows its numbers. */
export type FormatBound = (bound: number) => string;

/**
 * The bounds of a number in words: `more than X`, `at least X`, `less than X`, `at most X`, `X to Y`, `X`, `no bound`.
 * Bounds are rounded outward in the last digit that the number format shows, so that the words never say more than the
 * interval does. An exact number is said as it is.
 */
export function boundsText(interval: Interval, format: string | undefined, formatBound: FormatBound): string {
	const { low, high, isLowOpen, isHighOpen } = interval;
	if (isExact(interval)) return formatBound(low);
	const lowText = () => formatBound(roundDown(low, shownDecimals(format, low)));
	const highText = () => formatBound(roundUp(high, shownDecimals(format, high)));
	if (low === -Infinity && high === Infinity) return 'no bound';
	if (high === Infinity) return `${isLowOpen ? 'more than' : 'at least'} ${lowText()}`;
	if (low === -Infinity) return `${isHighOpen ? 'less than' : 'at most'} ${highText()}`;
	return `${lowText()} to ${highText()}`;
}

/** What can be said of a reported number by its own wording: its bounds in words, and whether they are a reading of "about". */
export function reportedBoundsText(
	figure: Figure,
	reading: AboutReading,
	format: string | undefined,
	formatBound: FormatBound
): string {
	const interval = readFigure(figure, reading);
	// That an amount is not below zero is no news.
	const isUpperOnly = figure.qualifier === 'at-most' || (figure.qualifier === 'nearly' && interval.low === 0);
	const said = isUpperOnly ? { ...interval, low: -Infinity, isLowOpen: true } : interval;
	const text = boundsText(said, format, formatBound);
	return restsOnReading(figure, reading) ? `${text}, about` : text;
}
