import { isDateSign, type DateOrder } from '$lib/workbook';
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

/** How a language writes dates, beside the ways in which everybody and English does. */
export interface DateNotation {
	/** The order of the parts where all are numbers and the year is not written in full before the others. */
	readonly order: DateOrder;
	/** Numbers of months by their names in small letters. */
	readonly months: ReadonlyMap<string, number>;
}

type Writing = readonly [
	RegExp,
	(parts: RegExpMatchArray, notation: DateNotation) => CalendarDay | undefined
];

/** How dates are written. A date without its year would mean another day next year, and is none. */
const WRITINGS: readonly Writing[] = [
	[
		/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/,
		([, year, sign, month, day], { order }) =>
			isDateSign(sign!, order) ? dated(year!, Number(month), day!) : undefined
	],
	[/^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)$/, inNumbers],
	[/^(\d{1,2})[-/](\d{4})$/, ([, month, year]) => dated(year!, Number(month), '1')],
	[
		/^(\d{1,2})\.?[- /]?(\p{L}{3,20})\.?[- /,]+(\d{4}|\d\d)$/u,
		([, day, month, year], notation) => dated(year!, named(month!, notation), day!)
	],
	[
		/^(\p{L}{3,20})\.?[- ](\d{1,2}),? +(\d{4})$/u,
		([, month, day, year], notation) => dated(year!, named(month!, notation), day!)
	],
	[
		/^(\p{L}{3,20})\.?[- /](\d{4})$/u,
		([, month, year], notation) => dated(year!, named(month!, notation), '1')
	],
	[/^(\p{L}{3,20})\.?[- ](\d\d)$/u, ([, month, year], notation) => shortMonth(named(month!, notation), year!)]
];

const TIME = /^(\d{1,4})(?::(\d{1,2})(?::(\d{1,2})(\.\d*)?|(\.\d+))?)?(?: +([ap])m?)?$/;

/** A day and a time of day as parts of what a text says; either may be missing. */
export interface Moment {
	/** The serial number of the day. */
	readonly day: number | undefined;
	/** A part of a day; one and more where the hours are more than 24. */
	readonly time: number | undefined;
}

/** Reads a text as a date, a time or both; undefined where it is neither. */
export function readMoment(text: string, notation: DateNotation): Moment | undefined {
	const written = text.trim().toLowerCase();
	if (written.length > 60 || !/\d/.test(written)) return undefined;
	const time = readTime(written);
	if (time !== undefined) return { day: undefined, time };
	const whole = readDay(written, notation);
	if (whole !== undefined) return { day: whole, time: undefined };
	const split = /^(.*[^ ]) +(\d{1,2}(?::[\d:.]*)?(?: +[ap]m?)?)$/.exec(written);
	const day = split ? readDay(split[1]!.trim(), notation) : undefined;
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

function readDay(written: string, notation: DateNotation): number | undefined {
	for (const [pattern, read] of WRITINGS) {
		const parts = pattern.exec(written);
		if (!parts) continue;
		const day = read(parts, notation);
		return day && serialOf(day);
	}
	return undefined;
}

/** A day written in numbers, the year last, or first where it has two digits and the language puts it there. */
function inNumbers([, first, sign, second, third]: RegExpMatchArray, { order }: DateNotation) {
	if (!isDateSign(sign!, order)) return undefined;
	if (order === 'year-month-day' && third!.length === 2) return dated(first!, Number(second), third!);
	return order === 'month-day-year'
		? dated(third!, Number(first), second!)
		: dated(third!, Number(second), first!);
}

/** A month with a year of two digits, unless these may be a day of it in some year. */
function shortMonth(month: number, year: string): CalendarDay | undefined {
	const isDay = month > 0 && Number(year) >= 1 && Number(year) <= daysInMonth(2000, month);
	return isDay ? undefined : dated(year, month, '1');
}

function named(month: string, { months }: DateNotation): number {
	const number = months.get(month);
	if (number !== undefined) return number;
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
