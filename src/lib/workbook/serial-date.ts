/** Parts of a moment as it is written: month and day from 1, seconds whole. */
export interface DateParts {
	readonly year: number;
	readonly month: number;
	readonly day: number;
	readonly hour: number;
	readonly minute: number;
	readonly second: number;
}

/** The last day that the 1900 system can hold: 31 December 9999. */
export const MAX_DATE_SERIAL = 2_958_465;
/** 29 February 1900, which never was and which the 1900 system counts. */
export const FALSE_DAY = 60;
const SECONDS_PER_DAY = 86_400;
const MILLISECONDS_PER_DAY = 86_400_000;

/**
 * The serial number of a day in the 1900 system, in which 1 is 1 January 1900 and 60 a 29 February 1900 that never was.
 * `undefined` where the day does not exist or lies outside 1900 to 9999.
 */
export function serialOfDate(year: number, month: number, day: number): number | undefined {
	const time = Date.UTC(year, month - 1, day);
	const date = new Date(time);
	const exists =
		date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
	if (!exists || year < 1900 || year > 9999) return undefined;
	const days = (time - Date.UTC(1899, 11, 31)) / MILLISECONDS_PER_DAY;
	return days < FALSE_DAY ? days : days + 1;
}

/** A time of day, or a duration, as a part of a day. */
export function serialOfTime(hour: number, minute: number, second: number): number {
	return (hour * 3600 + minute * 60 + second) / SECONDS_PER_DAY;
}

/**
 * The parts of a serial number, to the nearest second. `undefined` where it is not a day that exists: negative, beyond
 * 9999, day 0 or the false 29 February 1900.
 */
export function datePartsOf(serial: number): DateParts | undefined {
	const seconds = Math.round(serial * SECONDS_PER_DAY);
	const day = Math.floor(seconds / SECONDS_PER_DAY);
	if (day < 1 || day > MAX_DATE_SERIAL || day === FALSE_DAY) return undefined;
	const date = new Date(Date.UTC(1899, 11, 31) + (day < FALSE_DAY ? day : day - 1) * MILLISECONDS_PER_DAY);
	return {
		year: date.getUTCFullYear(),
		month: date.getUTCMonth() + 1,
		day: date.getUTCDate(),
		...timePartsOf(seconds - day * SECONDS_PER_DAY)
	};
}

/** Hours, minutes and seconds of a number of seconds; hours may exceed 23. */
export function timePartsOf(seconds: number): Pick<DateParts, 'hour' | 'minute' | 'second'> {
	return {
		hour: Math.floor(seconds / 3600),
		minute: Math.floor(seconds / 60) % 60,
		second: seconds % 60
	};
}
