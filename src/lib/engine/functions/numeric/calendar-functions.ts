import { conversionOf } from '../coercion/conversion';
import { dayOf, daysInMonth, LAST_DAY, serialOf, type CalendarDay } from './calendar';
import { wrongNumber, wrongValue } from './failures';
import { defineFunction } from './numeric-function';
import { number, optional, strictWhole, text, whole } from './parameters';

const CATEGORY = 'Date and time';
const OUT_OF_CALENDAR = 'Dates run from 1900 to 9999.';
const date = number('Serial_number', 'The date.');

function partOfDay(name: string, what: string, example: string, part: (day: CalendarDay) => number) {
	return defineFunction({
		name,
		category: CATEGORY,
		description: `Gives the ${what} of a date.`,
		parameters: [date],
		example,
		compute: (serial) =>
			isInCalendar(serial) ? part(dayOf(Math.floor(serial))) : wrongNumber(OUT_OF_CALENDAR)
	});
}

function isInCalendar(serial: number): boolean {
	return serial >= 0 && serial < LAST_DAY + 1;
}

/** The day of the week, 0 for Sunday: as the calendar counts that has a 29 February 1900. */
function weekdayOf(serial: number): number {
	return (serial + 6) % 7;
}

/** By the kind of count: the day that a week begins on, 0 for Sunday. */
const WEEK_STARTS = new Map([
	[1, 0],
	[2, 1],
	[11, 1],
	[12, 2],
	[13, 3],
	[14, 4],
	[15, 5],
	[16, 6],
	[17, 0]
]);

function isoWeek(serial: number): number {
	// The week of a day is that of its Thursday.
	const thursday = serial - ((weekdayOf(serial) + 6) % 7) + 3;
	return Math.floor((thursday - firstOfYear(thursday)) / 7) + 1;
}

function firstOfYear(serial: number): number {
	// 1 January 1900 counts as a Sunday: the Thursday of its week lies in 1899, whose first day is 365 days earlier.
	return serial < 1 ? -364 : serialOf({ year: dayOf(serial).year, month: 1, day: 1 });
}

/** What DATEDIF counts, by its unit; a month is whole once the day of the month is reached. */
function difference(from: number, to: number, unit: string): number | undefined {
	const [first, last] = [dayOf(from), dayOf(to)];
	const isShort = last.day < first.day;
	const months = (last.year - first.year) * 12 + last.month - first.month - Number(isShort);
	switch (unit) {
		case 'D':
			return to - from;
		case 'M':
			return months;
		case 'Y':
			return Math.floor(months / 12);
		case 'YM':
			return months % 12;
		case 'MD': {
			const before = last.month === 1 ? 31 : daysInMonth(last.year, last.month - 1);
			return last.day - first.day + (isShort ? before : 0);
		}
		case 'YD': {
			const inYear = serialOf({ ...first, year: last.year });
			return to - (inYear <= to ? inYear : serialOf({ ...first, year: last.year - 1 }));
		}
		default:
			return undefined;
	}
}

/** Functions of days, months, years and weeks. */
export const CALENDAR = [
	defineFunction({
		name: 'DATE',
		category: CATEGORY,
		description: 'Gives a date from year, month and day; months and days beyond the end run on.',
		parameters: [
			whole('Year', 'The year; 0 to 1899 count from 1900 on.'),
			whole('Month', 'The month.'),
			whole('Day', 'The day.')
		],
		example: '=DATE(2025,3,31)',
		compute(given, month, day) {
			if (given < 0 || given > 9999 || Math.abs(month) > 1e6 || Math.abs(day) > 1e7)
				return wrongNumber(OUT_OF_CALENDAR);
			const count = (given < 1900 ? given + 1900 : given) * 12 + month - 1;
			const year = Math.floor(count / 12);
			if (year < 1899) return wrongNumber(OUT_OF_CALENDAR);
			const serial = serialOf({ year, month: (count % 12) + 1, day: 1 }) + day - 1;
			return isInCalendar(serial) ? serial : wrongNumber(OUT_OF_CALENDAR);
		}
	}),
	partOfDay('YEAR', 'year', '=YEAR(DATE(2025,3,31))', ({ year }) => year),
	partOfDay('MONTH', 'month', '=MONTH(DATE(2025,3,31))', ({ month }) => month),
	partOfDay('DAY', 'day of the month', '=DAY(DATE(2025,3,31))', ({ day }) => day),
	defineFunction({
		name: 'WEEKDAY',
		category: CATEGORY,
		description: 'Gives the day of the week as a number.',
		parameters: [
			date,
			optional(
				whole(
					'Return_type',
					'1 or left out to count from Sunday, 2 from Monday, 3 from Monday as 0, 11 to 17 from Monday to Sunday.'
				),
				1
			)
		],
		example: '=WEEKDAY(DATE(2025,3,31),2)',
		compute(serial, type) {
			const start = type === 3 ? 1 : WEEK_STARTS.get(type);
			if (start === undefined) return wrongNumber('The return type is one of 1, 2, 3 and 11 to 17.');
			if (!isInCalendar(serial)) return wrongNumber(OUT_OF_CALENDAR);
			const day = (weekdayOf(Math.floor(serial)) - start + 7) % 7;
			return type === 3 ? day : day + 1;
		}
	}),
	defineFunction({
		name: 'ISOWEEKNUM',
		category: CATEGORY,
		description: 'Gives the number of the week of a date as ISO 8601 counts them.',
		parameters: [date],
		example: '=ISOWEEKNUM(DATE(2024,12,30))',
		compute: (serial) => (isInCalendar(serial) ? isoWeek(Math.floor(serial)) : wrongNumber(OUT_OF_CALENDAR))
	}),
	defineFunction({
		name: 'WEEKNUM',
		category: CATEGORY,
		description: 'Gives the number of the week of a date, counted from the one with 1 January.',
		parameters: [
			strictWhole('Serial_number', 'The date.'),
			optional(
				strictWhole(
					'Return_type',
					'1 or left out for weeks from Sunday, 2 from Monday, 11 to 17 from Monday to Sunday, 21 as ISO 8601.'
				),
				1
			)
		],
		example: '=WEEKNUM(DATE(2025,3,31),2)',
		compute(serial, type) {
			const start = WEEK_STARTS.get(type);
			if (start === undefined && type !== 21)
				return wrongNumber('The return type is one of 1, 2, 11 to 17 and 21.');
			if (!isInCalendar(serial)) return wrongNumber(OUT_OF_CALENDAR);
			if (start === undefined) return isoWeek(serial);
			if (serial === 0) return 0;
			const first = firstOfYear(serial);
			return Math.floor((serial - first + ((weekdayOf(first) - start + 7) % 7)) / 7) + 1;
		}
	}),
	defineFunction({
		name: 'DATEDIF',
		category: CATEGORY,
		description: 'Gives the whole days, months or years between two dates.',
		parameters: [
			whole('Start_date', 'The earlier date.'),
			whole('End_date', 'The later date.'),
			text('Unit', '"D", "M" or "Y"; "MD", "YM" and "YD" leave out months or years.')
		],
		example: '=DATEDIF(DATE(2024,1,15),DATE(2025,3,31),"M")',
		compute(from, to, unit) {
			if (!isInCalendar(from) || !isInCalendar(to)) return wrongNumber(OUT_OF_CALENDAR);
			if (from > to) return wrongNumber('The first date must not lie behind the second.');
			return difference(from, to, unit.toUpperCase()) ?? wrongNumber('The unit is D, M, Y, MD, YM or YD.');
		}
	}),
	defineFunction({
		name: 'TIMEVALUE',
		category: CATEGORY,
		description: 'Reads a text as a time of day; a date before it is passed over.',
		parameters: [text('Time_text', 'The time, such as "14:30" or "2:30 PM".')],
		example: '=TIMEVALUE("14:30")',
		compute(written) {
			const moment = conversionOf(this.locale).momentIn(written);
			if (!moment) return wrongValue('This text is no time: write it as 14:30 or 2:30 PM.');
			const time = moment.time ?? 0;
			return time - Math.floor(time);
		}
	})
];
