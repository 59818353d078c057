import { datePartsOf, MAX_DATE_SERIAL, serialOfDate, type Content } from '$lib/workbook';
import { countedIn, monthOfYear, withoutNoise, type Counted, type SeriesItem } from './series-items';

/**
 * How cells are filled: `copy` repeats, `series` goes on as Excel's fill handle does, `other` does what `series` would
 * not, as the handle does with Ctrl: a lone number counts up, everything else repeats.
 */
export type FillMode = 'copy' | 'series' | 'other';

/** What stands somewhere beyond the items: a copy of one of them, with another content where the series counts. */
export interface Continued {
	/** The item whose format, look and formula are taken. */
	readonly item: number;
	readonly content?: Content;
}

/** Gives what stands at an index beyond the items; before them where it is negative. */
export type Continue = (index: number) => Continued;

/** Reads how items go on. Items that count together do so by their own steps; all others repeat. */
export function continueItems(items: readonly SeriesItem[], locale: string, mode: FillMode): Continue {
	const { length } = items;
	const itemAt = (index: number) => ((index % length) + length) % length;
	if (mode === 'copy') return (index) => ({ item: itemAt(index) });
	const counted = countedEach(items, locale);
	const isLoneNumber = length === 1 && counted[0]?.kind === 'number';
	if (mode === 'other' && !isLoneNumber) return (index) => ({ item: itemAt(index) });
	const parts: (((index: number) => Content) | undefined)[] = [];
	while (parts.length < length) {
		const start = parts.length;
		let end = start + 1;
		const family = counted[start]?.family;
		while (end < length && family !== undefined && counted[end]?.family === family) end++;
		const run = counted.slice(start, end);
		const valueAt =
			family === undefined ? undefined : runOn(run as Counted[], items[start]!.format, mode === 'other');
		for (let item = start; item < end; item++) {
			parts.push(
				valueAt && ((index) => valueAt(Math.floor(index / length) * run.length + itemAt(index) - start))
			);
		}
	}
	return (index) => {
		const item = itemAt(index);
		const content = parts[item]?.(index);
		return content === undefined ? { item } : { item, content };
	};
}

/** What each item counts. Texts such as `Jan-25` are read as months only beside another month: alone, the number counts. */
function countedEach(items: readonly SeriesItem[], locale: string): (Counted | undefined)[] {
	const months = items.map((item) => monthOfYear(item, locale));
	return items.map((item, index) => {
		const alone = countedIn(item, locale);
		const month = months[index];
		const isBesideMonth = [index - 1, index + 1].some((beside) => {
			const other = months[beside];
			return other && other.family === month?.family && (other.value - month.value) % 12 !== 0;
		});
		return isBesideMonth ? month : alone;
	});
}

/** How a run of one family goes on, by the index within it; undefined where it only repeats. */
function runOn(
	run: readonly Counted[],
	format: string | undefined,
	countsAlone: boolean
): ((index: number) => Content) | undefined {
	const [first] = run as [Counted];
	const values = unwound(run);
	if (run.length === 1) {
		if (first.kind === 'number' && !countsAlone) return undefined;
		const months = first.kind === 'date' ? monthsShown(format) : 0;
		if (months > 0) return (index) => movedByMonths(first.value, index * months);
		const step = first.kind === 'time' ? 1 / 24 : 1;
		return (index) => first.write(first.value + index * step);
	}
	if (first.kind === 'date') {
		const months = stepInMonths(values);
		if (months !== undefined) return (index) => movedByMonths(values[0]!, index * months);
	}
	const step = withoutNoise(values[1]! - values[0]!);
	const size = Math.max(...values.map(Math.abs));
	const isEven = values.every((value, index) => isNear(value, values[0]! + index * step, size));
	if (isEven) return (index) => first.write(values[0]! + index * step);
	if (first.kind === 'text') return undefined;
	const { start, slope } = trendOf(values);
	return (index) => first.write(start + index * slope);
}

/** Values of a family that begins anew, each after the one before it. */
function unwound(run: readonly Counted[]): number[] {
	const values = run.map(({ value }) => value);
	const cycle = run[0]!.cycle;
	if (cycle === undefined) return values;
	for (let index = 1; index < values.length; index++) {
		const step = run[index]!.value - run[index - 1]!.value;
		values[index] = values[index - 1]! + (((step % cycle) + cycle) % cycle);
	}
	return values;
}

/** Whether two numbers differ by nothing but the noise of numbers of a size. */
function isNear(a: number, b: number, size: number): boolean {
	return Math.abs(a - b) <= 1e-12 * size;
}

/** The straight line through values by least squares, which Excel goes on along where steps differ. */
function trendOf(values: readonly number[]): { start: number; slope: number } {
	const middle = (values.length - 1) / 2;
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	let along = 0;
	let across = 0;
	for (const [index, value] of values.entries()) {
		along += (index - middle) ** 2;
		across += (index - middle) * (value - mean);
	}
	const slope = across / along;
	return { start: mean - slope * middle, slope };
}

/** How many months a lone date moves on by: one or twelve where its format shows no day, 0 where it shows one. */
function monthsShown(format = ''): number {
	const letters = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').toLowerCase();
	if (/[dhs]/.test(letters)) return 0;
	return letters.includes('m') ? 1 : 12;
}

/** The step of dates that lie whole months apart, on the same day or each at its month's end. */
function stepInMonths(serials: readonly number[]): number | undefined {
	const parts = serials.map(datePartsOf);
	const months = parts.map((part) => (part ? part.year * 12 + part.month : NaN));
	const step = months[1]! - months[0]!;
	const isEven = step !== 0 && months.every((month, index) => month === months[0]! + index * step);
	const isSameTime = serials.every((serial) => isNear(serial % 1, serials[0]! % 1, 1e5));
	if (!isEven || !isSameTime) return undefined;
	const isMoved = serials.every((serial, index) =>
		isNear(serial, movedByMonths(serials[0]!, index * step), 1e5)
	);
	return isMoved ? step : undefined;
}

/** A date so many months on; the last of the month stays the last. The date itself where there is no such day. */
export function movedByMonths(serial: number, by: number): number {
	const parts = datePartsOf(serial);
	if (!parts) return serial;
	const wasLast = lastOf(parts.year, parts.month) === parts.day;
	const months = parts.year * 12 + parts.month - 1 + by;
	const year = Math.floor(months / 12);
	const month = months - year * 12 + 1;
	const last = lastOf(year, month);
	const day = serialOfDate(year, month, wasLast && parts.day >= 28 ? last : Math.min(parts.day, last));
	return day === undefined ? serial : withoutNoise(day + (serial - Math.floor(serial)));
}

function lastOf(year: number, month: number): number {
	return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** A series as it is asked for: a step that is added or multiplied by, or a unit of time. `stop` ends it. */
export interface WantedSeries {
	readonly kind: 'linear' | 'growth' | 'day' | 'weekday' | 'month' | 'year';
	readonly step: number;
	readonly stop?: number;
}

/** The numbers of a series from its first one on; undefined where it has ended. */
export function seriesFrom(
	first: number,
	{ kind, step, stop }: WantedSeries
): (index: number) => number | undefined {
	const at = (index: number): number => {
		switch (kind) {
			case 'linear':
			case 'day':
				return withoutNoise(first + index * step);
			case 'growth':
				return withoutNoise(first * step ** index);
			case 'weekday':
				return movedByWeekdays(first, index * Math.trunc(step));
			case 'month':
				return movedByMonths(first, index * Math.trunc(step));
			case 'year':
				return movedByMonths(first, index * Math.trunc(step) * 12);
		}
	};
	const isRising = at(1) >= first;
	return (index) => {
		const value = at(index);
		const isPast = stop !== undefined && (isRising ? value > stop : value < stop);
		const isDate = kind !== 'linear' && kind !== 'growth';
		if (isPast || !Number.isFinite(value) || (isDate && (value < 0 || value > MAX_DATE_SERIAL + 1))) {
			return undefined;
		}
		return value;
	};
}

/** A date so many working days on, Saturdays and Sundays left out. */
function movedByWeekdays(serial: number, by: number): number {
	const step = Math.sign(by);
	// Days of the week from Saturday as 0, as serial numbers count.
	const isOff = (day: number) => [0, 1].includes(((Math.floor(day) % 7) + 7) % 7);
	let day = serial + Math.trunc(by / 5) * 7;
	for (let left = Math.abs(by % 5); left > 0;) {
		day += step;
		if (!isOff(day)) left--;
	}
	return day;
}
