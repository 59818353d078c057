import type { ChartData } from '$lib/session/chart-data';

/** The span of an axis and where its ticks stand. */
export interface AxisScale {
	readonly min: number;
	readonly max: number;
	readonly ticks: readonly number[];
}

/** What an axis must hold: numbers that are drawn, and whether something runs off an end. */
export interface Extent {
	readonly min: number;
	readonly max: number;
	readonly isOpenLow: boolean;
	readonly isOpenHigh: boolean;
}

/** The extent of all values, finite bounds and value marks of a chart; undefined where it draws nothing. */
export function valueExtent(data: ChartData): Extent | undefined {
	const isDrawable = (value: number) => Number.isFinite(value) && (data.scale !== 'logarithmic' || value > 0);
	const numbers = data.marks.filter(({ axis }) => axis === 'value').map(({ value }) => value);
	let isOpenLow = false;
	let isOpenHigh = false;
	for (const { points } of data.series) {
		for (const { value, bounds } of points) {
			if (value === null) continue;
			numbers.push(value);
			if (!bounds) continue;
			numbers.push(bounds.low, bounds.high);
			isOpenLow ||= !isDrawable(bounds.low);
			isOpenHigh ||= !isDrawable(bounds.high);
		}
	}
	const drawable = numbers.filter(isDrawable);
	if (drawable.length === 0) return undefined;
	return { min: Math.min(...drawable), max: Math.max(...drawable), isOpenLow, isOpenHigh };
}

/** A span of round numbers, from zero where asked, with room for an arrow at an open end. */
export function linearScale(extent: Extent, isFromZero: boolean, ticks = 5): AxisScale {
	let { min, max } = extent;
	if (isFromZero) {
		min = Math.min(0, min);
		max = Math.max(0, max);
	}
	if (min === max) {
		const room = Math.abs(min) / 10 || 1;
		if (!isFromZero || min < 0) min -= room;
		if (!isFromZero || max >= 0) max += room;
	}
	const span = max - min;
	if (extent.isOpenHigh) max += span * 0.15;
	if (extent.isOpenLow && !(isFromZero && min === 0)) min -= span * 0.15;
	const step = roundStep((max - min) / ticks);
	const first = Math.floor(min / step + 1e-9);
	const last = Math.ceil(max / step - 1e-9);
	const all = Array.from({ length: last - first + 1 }, (_, index) => roundTo(step, (first + index) * step));
	return { min: all[0]!, max: all.at(-1)!, ticks: all };
}

/** A span with ticks at powers of ten. Bars begin a good way below the least value, so that all of them can be seen. */
export function logarithmicScale(extent: Extent, hasBars: boolean, ticks = 7): AxisScale {
	const low = Math.log10(extent.min);
	const high = Math.log10(extent.max);
	let first = Math.floor(low + 1e-9);
	if ((hasBars && low - first < 0.25) || (extent.isOpenLow && low - first < 0.5)) first -= 1;
	const room = extent.isOpenHigh ? 1.2 : hasBars ? 0.35 : 0.1;
	const last = Math.max(
		Math.min(Math.ceil(high - 1e-9), high + room),
		extent.isOpenHigh ? high + room : first + 1
	);
	const step = Math.max(1, Math.ceil((Math.floor(last) - first + 1) / ticks));
	const all: number[] = [];
	for (let decade = first; decade <= last + 1e-9; decade += step) all.push(powerOfTen(decade));
	return { min: powerOfTen(first), max: Number.isInteger(last) ? powerOfTen(last) : 10 ** last, ticks: all };
}

/** Ticks at the beginnings of months or years. Numbers are dates as serial numbers of the 1900 system. */
export function dateTicks(min: number, max: number, ticks: number): { ticks: number[]; stepMonths: number } {
	const months = monthOfSerial(max) - monthOfSerial(min);
	const stepMonths = DATE_STEPS_MONTHS.find((step) => months / step <= ticks) ?? DATE_STEPS_MONTHS.at(-1)!;
	const all: number[] = [];
	let month = Math.ceil(monthOfSerial(min) / stepMonths) * stepMonths;
	for (; serialOfMonth(month) <= max; month += stepMonths) {
		if (serialOfMonth(month) >= min) all.push(serialOfMonth(month));
	}
	return { ticks: all, stepMonths };
}

const DATE_STEPS_MONTHS = [1, 3, 6, 12, 24, 60, 120, 240];
const MS_PER_DAY = 86_400_000;
const UNIX_EPOCH_SERIAL = 25_569;

/** Whole months since the year 0 of a serial date. */
function monthOfSerial(serial: number): number {
	const date = new Date((serial - UNIX_EPOCH_SERIAL) * MS_PER_DAY);
	return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function serialOfMonth(month: number): number {
	return Date.UTC(Math.floor(month / 12), month % 12, 1) / MS_PER_DAY + UNIX_EPOCH_SERIAL;
}

/** The least of 1, 2, 2.5 and 5 times a power of ten that is not below. */
function roundStep(least: number): number {
	const power = powerOfTen(Math.floor(Math.log10(least)));
	return ([1, 2, 2.5, 5].find((factor) => factor * power >= least * (1 - 1e-9)) ?? 10) * power;
}

/** A power of ten to the last bit, which `10 ** n` is not for every n. */
function powerOfTen(exponent: number): number {
	return Number(`1e${exponent}`);
}

/** A multiple of a step without the error of its multiplication: 0.3 and not 0.30000000000000004. */
function roundTo(step: number, value: number): number {
	const digits = Math.max(0, 2 - Math.floor(Math.log10(step)));
	return digits > 100 ? value : Number(value.toFixed(Math.min(digits, 100)));
}
