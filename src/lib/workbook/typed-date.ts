import { isDateSign, type DateOrder } from './date-order';
import { monthKey, notationOf } from './locale';
import { plainSigns } from './plain-signs';
import { FALSE_DAY, serialOfDate, serialOfTime } from './serial-date';
import type { ReadNumber } from './typed-number';

const MAX_DATE_LENGTH = 60;

/**
 * Reads a date, a time or both as people type them in a locale, as a serial number of the 1900 system. A date needs its
 * year, since what is typed must not mean another day next year. `undefined` where the text is none.
 */
export function readDate(text: string, locale: string): ReadNumber | undefined {
	if (text.length > MAX_DATE_LENGTH) return undefined;
	const plain = plainSigns(text.trim());
	if (!/\d/.test(plain)) return undefined;
	const time = readTime(plain);
	if (time) return time;
	const split = /^(.*\d)(?:T|,?\s+)(\d{1,2}(?::.*|\s+[ap]m))$/i.exec(plain);
	const day = readDay(split?.[1] ?? plain, locale);
	if (!split || !day) return day;
	const clock = readTime(split[2]!);
	if (!clock || clock.value >= 1) return undefined;
	return { value: day.value + clock.value, format: `${day.format} ${clock.format}` };
}

function readTime(text: string): Required<ReadNumber> | undefined {
	const match =
		/^(\d{1,4}):([0-5]\d)(?::([0-5]\d))?(?:\s*([ap])m?)?$/i.exec(text) ??
		/^(\d{1,2})()()\s+([ap])m$/i.exec(text);
	if (!match) return undefined;
	const half = match[4]?.toLowerCase();
	let hour = Number(match[1]);
	if (half) {
		if (hour < 1 || hour > 12) return undefined;
		hour = (hour % 12) + (half === 'p' ? 12 : 0);
	}
	const seconds = !match[3] ? '' : ':ss';
	const hours = half ? 'h' : hour > 23 ? '[h]' : 'h';
	return {
		value: serialOfTime(hour, Number(match[2]), Number(match[3] ?? 0)),
		format: `${hours}:mm${seconds}${half ? ' AM/PM' : ''}`
	};
}

function readDay(text: string, locale: string): Required<ReadNumber> | undefined {
	return (
		readIsoDay(text) ?? readWordedDay(text, locale) ?? readNumericDay(text, notationOf(locale).dateOrder)
	);
}

function readIsoDay(text: string): Required<ReadNumber> | undefined {
	const match = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(text);
	if (!match) return undefined;
	return dated(
		match[1]!,
		Number(match[2]),
		match[3] ?? '1',
		match[3] === undefined ? 'yyyy-mm' : 'yyyy-mm-dd'
	);
}

/** `1 Apr 2025`, `1-Apr-2025`, `Apr 1, 2025`, `Apr 2025`, months in English or the locale's language. */
function readWordedDay(text: string, locale: string): Required<ReadNumber> | undefined {
	const { months } = notationOf(locale);
	const month = (name: string) => months.get(monthKey(name)) ?? 0;
	const name = '([\\p{L}\\p{M}]+\\.?)';
	const dayFirst = new RegExp(`^(\\d{1,2})\\.?[ -]${name}[ -](\\d{4}|\\d{2})$`, 'u').exec(text);
	if (dayFirst) return dated(dayFirst[3]!, month(dayFirst[2]!), dayFirst[1]!, 'd mmm yyyy');
	const monthFirst = new RegExp(`^${name} (\\d{1,2}),? (\\d{4})$`, 'u').exec(text);
	if (monthFirst) return dated(monthFirst[3]!, month(monthFirst[1]!), monthFirst[2]!, 'mmm d, yyyy');
	const monthOnly = new RegExp(`^${name}([ -])(\\d{4}|\\d{2})$`, 'u').exec(text);
	if (!monthOnly) return undefined;
	const [, word, gap, year] = monthOnly as unknown as [string, string, string, string];
	if (year.length > 2) return dated(year, month(word), '1', 'mmm yyyy');
	// Two digits that are a day of the month may mean it as well as a year.
	return serialOfDate(2000, month(word), +year) === undefined
		? dated(year, month(word), '1', `mmm${gap}yy`)
		: undefined;
}

function readNumericDay(text: string, order: DateOrder): Required<ReadNumber> | undefined {
	const yearFirst = /^(\d{4})([/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
	if (yearFirst) {
		const [, year, separator, month, day] = yearFirst;
		if (!isDateSign(separator!, order)) return undefined;
		return dated(year!, Number(month), day!, `yyyy${separator}mm${separator}dd`);
	}
	const match = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text);
	if (!match) return undefined;
	const [, first, separator, second, year] = match;
	if (!isDateSign(separator!, order)) return undefined;
	if (order === 'year-month-day' && year!.length === 2)
		return dated(first!, Number(second), year!, `yyyy${separator}mm${separator}dd`);
	return order === 'month-day-year'
		? dated(year!, Number(first), second!, `m${separator}d${separator}yyyy`)
		: dated(year!, Number(second), first!, `d${separator}m${separator}yyyy`);
}

function dated(year: string, month: number, day: string, format: string): Required<ReadNumber> | undefined {
	const full = fullYear(year);
	const isFalseDay = full === 1900 && month === 2 && Number(day) === 29;
	const value = isFalseDay ? FALSE_DAY : serialOfDate(full, month, Number(day));
	return value === undefined ? undefined : { value, format };
}

/** Excel's window for years of two digits: 00 to 29 is 2000 to 2029, 30 to 99 is 1930 to 1999. */
function fullYear(year: string): number {
	const number = Number(year);
	return year.length > 2 ? number : number < 30 ? 2000 + number : 1900 + number;
}
