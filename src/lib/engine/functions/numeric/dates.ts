import { conversionOf } from '../coercion/conversion';
import { dayOf, isLastDay, LAST_DAY, monthsLater, serialOf, type CalendarDay } from './calendar';
import { wrongNumber, wrongValue } from './failures';
import { defineFunction } from './numeric-function';
import { flag, optional, strictWhole, text, whole } from './parameters';

const CATEGORY = 'Date and time';
const start = strictWhole('Start_date', 'The date to begin from.');
const months = strictWhole('Months', 'How many months later; negative for earlier. A fraction is cut off.');
const OUT_OF_CALENDAR = 'Dates run from 1900 to 9999.';
function inCalendar(serial: number) {
	return serial < 0 || serial > LAST_DAY ? wrongNumber(OUT_OF_CALENDAR) : serial;
}

/** The day of a month as one of 30, as the United States count (NASD). */
function americanDays(from: CalendarDay, to: CalendarDay): [number, number] {
	const isEndOfFebruary = from.month === 2 && isLastDay(from);
	const first = isEndOfFebruary ? 30 : Math.min(from.day, 30);
	return [first, to.day === 31 && first === 30 ? 30 : to.day];
}

/** Functions of dates and times. */
export const DATES = [
	defineFunction({
		name: 'EDATE',
		category: CATEGORY,
		description: 'Gives the date so many months later.',
		parameters: [start, months],
		example: '=EDATE(DATE(2025,1,31),1)',
		compute(start, months) {
			if (start < 0 || start > LAST_DAY) return wrongNumber(OUT_OF_CALENDAR);
			return inCalendar(serialOf(monthsLater(dayOf(start), months)));
		}
	}),
	defineFunction({
		name: 'EOMONTH',
		category: CATEGORY,
		description: 'Gives the last day of the month that is so many months later.',
		parameters: [start, months],
		example: '=EOMONTH(DATE(2025,1,15),0)',
		compute(start, months) {
			if (start < 0 || start > LAST_DAY) return wrongNumber(OUT_OF_CALENDAR);
			return inCalendar(serialOf(monthsLater({ ...dayOf(start), day: 31 }, months)));
		}
	}),
	defineFunction({
		name: 'TIME',
		category: CATEGORY,
		description: 'Gives a time of day from hours, minutes and seconds; whole days are left out.',
		parameters: [
			whole('Hour', 'The hours.'),
			whole('Minute', 'The minutes.'),
			whole('Second', 'The seconds.')
		],
		example: '=TIME(12,30,0)',
		compute(hours, minutes, seconds) {
			if (Math.max(hours, minutes, seconds) > 32_767)
				return wrongNumber('Hours, minutes and seconds may be 32,767 at most.');
			const days = (hours * 3600 + minutes * 60 + seconds) / 86_400;
			return days < 0 ? wrongNumber('A time cannot lie before midnight.') : days - Math.floor(days);
		}
	}),
	defineFunction({
		name: 'DATEVALUE',
		category: CATEGORY,
		description: 'Reads a text as a date.',
		parameters: [text('Date_text', 'The date, such as "2025-03-31", "3/31/2025" or "31-Mar-2025".')],
		example: '=DATEVALUE("31-Mar-2025")',
		compute(written) {
			const moment = conversionOf(this.locale).momentIn(written);
			return moment
				? (moment.day ?? 0)
				: wrongValue('This text is no date: write it as 2025-03-31 or 31-Mar-2025.');
		}
	}),
	defineFunction({
		name: 'DAYS360',
		category: CATEGORY,
		description: 'Gives the days between two dates in a year of twelve months of 30 days.',
		parameters: [
			whole('Start_date', 'The earlier date.'),
			whole('End_date', 'The later date.'),
			optional(flag('Method', 'TRUE for the European way, FALSE for that of the United States.'), false)
		],
		example: '=DAYS360(DATE(2025,1,30),DATE(2025,3,31))',
		compute(start, end, isEuropean) {
			if (Math.min(start, end) < 0 || Math.max(start, end) > LAST_DAY) return wrongNumber(OUT_OF_CALENDAR);
			const from = dayOf(start);
			const to = dayOf(end);
			const [first, last] = isEuropean
				? [Math.min(from.day, 30), Math.min(to.day, 30)]
				: americanDays(from, to);
			return (to.year - from.year) * 360 + (to.month - from.month) * 30 + last - first;
		}
	})
];
