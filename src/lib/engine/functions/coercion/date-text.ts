import { daysInMonth, serialOf, type CalendarDay } from '../numeric/calendar';

const MONTHS = [
	'january',
	'february',
	'march',
	'april',
	'may',
	'june',
	'july',
	'august',
	'september',
	'october',
	'november',
	'december'
];

/** How dates are written. A date without its year would mean another day next year, and is none. */
const WRITINGS: readonly [RegExp, (parts: RegExpMatchArray) => CalendarDay | undefined][] = [
	[/^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/, ([, year, month, day]) => dated(year!, Number(month), day!)],
	[/^(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d\d)$/, ([, month, day, year]) => dated(year!, Number(month), day!)],
	[/^(\d{1,2})[-/](\d{4})$/, ([, month, year]) => dated(year!, Number(month), '1')],
	[
		/^(\d{1,2})[- /]?([a-z]{3,9})[- /,]+(\d{4}|\d\d)$/,
		([, day, month, year]) => dated(year!, named(month!), day!)
	],
	[/^([a-z]{3,9})[- ](\d{1,2}),? +(\d{4})$/, ([, month, day, year]) => dated(year!, named(month!), day!)],
	[/^([a-z]{3,9})[- /](\d{4})$/, ([, month, year]) => dated(year!, named(month!), '1')]
];

const TIME = /^(\d{1,4})(?::(\d{1,2})(?::(\d{1,2})(\.\d*)?|(\.\d+))?)?(?: +([ap])m?)?$/;

/** A day and a time of day as parts of what a text says; either may be missing. */
export interface Moment {
	/** The serial number of the day. */
	readonly day: number | undefined;
	/** A part of a day; one and more where the hours are more than 24. */
	readonly time: number | undefined;
}

/** Reads a text as a date, a time or both, in English with the month before the day; undefined where it is neither. */
export function readMoment(text: string): Moment | undefined {
	const written = text.trim().toLowerCase();
	if (written.length > 60 || !/\d/.test(written)) return undefined;
	const time = readTime(written);
	if (time !== undefined) return { day: undefined, time };
	const whole = readDay(written);
	if (whole !== undefined) return { day: whole, time: undefined };
	const split = /^(.*[^ ]) +(\d{1,2}(?::[\d:.]*)?(?: +[ap]m?)?)$/.exec(written);
	const day = split ? readDay(split[1]!.trim()) : undefined;
	const clock = split ? readTime(split[2]!) : undefined;
	return day === undefined || clock === undefined ? undefined : { day, time: clock };
}

function readTime(written: string): number | undefined {
	const match = TIME.exec(written);
	if (!match) return undefined;
	const [, first, second, third, fraction = '', shortFraction, half] = match;
	if (second === undefined && !half) return undefined;
	// Two numbers and a fraction are minutes and seconds.
	const [hour, minute, seconds] = shortFraction
		? [0, Number(first), Number(second + shortFraction)]
		: [Number(first), Number(second ?? 0), Number(third ?? 0) + Number(fraction.length > 1 ? fraction : 0)];
	if (minute > 59 || seconds >= 60 || (half && hour > 12)) return undefined;
	const hours = half ? (hour % 12) + (half === 'p' ? 12 : 0) : hour;
	return (hours * 3600 + minute * 60 + seconds) / 86_400;
}

function readDay(written: string): number | undefined {
	for (const [pattern, read] of WRITINGS) {
		const parts = pattern.exec(written);
		if (!parts) continue;
		const day = read(parts);
		return day && serialOf(day);
	}
	return undefined;
}

function named(month: string): number {
	return MONTHS.findIndex((name) => name === month || name.slice(0, 3) === month) + 1;
}

function dated(year: string, month: number, day: string): CalendarDay | undefined {
	const written = Number(year);
	const full = year.length > 2 ? written : written < 30 ? 2000 + written : 1900 + written;
	if (month < 1 || month > 12 || full < 1900 || full > 9999) return undefined;
	return Number(day) >= 1 && Number(day) <= daysInMonth(full, month)
		? { year: full, month, day: Number(day) }
		: undefined;
}
