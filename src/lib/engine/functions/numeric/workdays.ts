import { CellError } from 'hyperformula';
import { LAST_DAY } from './calendar';
import { wrongNumber, wrongValue } from './failures';
import { defineFunction, type Parameter } from './numeric-function';
import { anything, optional, rowsOf, strictWhole } from './parameters';

const CATEGORY = 'Date and time';
const OUT_OF_CALENDAR = 'Dates run from 1900 to 9999.';
const start = strictWhole('Start_date', 'The date to begin from.');
const end = strictWhole('End_date', 'The last date, counted too.');
const days = strictWhole('Days', 'How many days of work later; negative for earlier.');

/** Days without work beside weekends, by serial number. */
const holidays = optional<ReadonlySet<number>, ReadonlySet<number>>(
	{
		name: 'Holidays',
		description: 'Dates without work.',
		takesBlock: true,
		read([given], reading) {
			const found = new Set<number>();
			for (const value of rowsOf(given).flat()) {
				if (value instanceof CellError) return value;
				if (value === null) continue;
				const day = typeof value === 'string' ? reading.numberIn(value) : value;
				if (typeof day !== 'number') return wrongValue('Holidays are dates.');
				if (day < 0 || day > LAST_DAY) return wrongNumber(OUT_OF_CALENDAR);
				found.add(Math.floor(day));
			}
			return found;
		}
	},
	new Set()
);

/** Whether each day of the week is without work, Monday first. */
type Weekend = readonly boolean[];

const SATURDAY_AND_SUNDAY: Weekend = [false, false, false, false, false, true, true];

function weekendOf(given: unknown): Weekend | CellError {
	if (typeof given === 'string') {
		return /^[01]{7}$/.test(given)
			? [...given].map((day) => day === '1')
			: wrongValue('A weekend in a text has seven digits, 1 for a day without work, from Monday on.');
	}
	const number = Math.trunc(Number(given));
	const isPair = number >= 1 && number <= 7;
	if (!isPair && !(number >= 11 && number <= 17))
		return wrongNumber('Weekends are numbered 1 to 7 and 11 to 17.');
	// 1 is Saturday and Sunday, 2 Sunday and Monday; 11 is Sunday alone, 12 Monday.
	const first = isPair ? (number + 4) % 7 : (number - 5) % 7;
	return SATURDAY_AND_SUNDAY.map((_, day) => day === first || (isPair && day === (first + 1) % 7));
}

const weekend: Parameter<Weekend> = optional(
	{
		...anything('Weekend', 'A number, or seven digits from Monday on, 1 for days without work.'),
		takesErrors: false,
		isEmptyLeftOut: true,
		read([given]): Weekend | CellError {
			const value = given?.value ?? 0;
			return value instanceof CellError ? value : weekendOf(value);
		}
	},
	SATURDAY_AND_SUNDAY
);

/** The day of the week, 0 for Monday. */
function weekdayOf(serial: number): number {
	return (serial + 5) % 7;
}

function isOutside(serial: number): boolean {
	return serial < 0 || serial > LAST_DAY;
}

function countDays(from: number, to: number, weekend: Weekend, free: ReadonlySet<number>): number {
	const weeks = Math.floor((to - from + 1) / 7);
	let count = weeks * weekend.filter((isFree) => !isFree).length;
	for (let day = from + weeks * 7; day <= to; day++) if (!weekend[weekdayOf(day)]) count++;
	for (const day of free) if (day >= from && day <= to && !weekend[weekdayOf(day)]) count--;
	return count;
}

function networkDays(from: number, to: number, weekend: Weekend, free: ReadonlySet<number>) {
	if (isOutside(from) || isOutside(to)) return wrongNumber(OUT_OF_CALENDAR);
	return from <= to ? countDays(from, to, weekend, free) : -countDays(to, from, weekend, free);
}

function workday(from: number, days: number, weekend: Weekend, free: ReadonlySet<number>) {
	if (isOutside(from)) return wrongNumber(OUT_OF_CALENDAR);
	if (weekend.every(Boolean)) return wrongValue('A week without any day of work has no next one.');
	const step = Math.sign(days);
	let day = from;
	for (let left = Math.abs(days); left > 0;) {
		day += step;
		if (isOutside(day)) return wrongNumber(OUT_OF_CALENDAR);
		if (!weekend[weekdayOf(day)] && !free.has(day)) left--;
	}
	return day;
}

/** Functions of days of work. */
export const WORKDAYS = [
	defineFunction({
		name: 'NETWORKDAYS',
		category: CATEGORY,
		description: 'Counts the days of work from one date to another, both included.',
		parameters: [start, end, holidays],
		example: '=NETWORKDAYS(DATE(2025,1,1),DATE(2025,1,31))',
		compute: (from, to, free) => networkDays(from, to, SATURDAY_AND_SUNDAY, free)
	}),
	defineFunction({
		name: 'NETWORKDAYS.INTL',
		category: CATEGORY,
		description: 'Counts the days of work from one date to another with any weekend.',
		parameters: [start, end, weekend, holidays],
		example: '=NETWORKDAYS.INTL(DATE(2025,1,1),DATE(2025,1,31),11)',
		compute: networkDays
	}),
	defineFunction({
		name: 'WORKDAY',
		category: CATEGORY,
		description: 'Gives the date so many days of work later.',
		parameters: [start, days, holidays],
		example: '=WORKDAY(DATE(2025,1,1),10)',
		compute: (from, days, free) => workday(from, days, SATURDAY_AND_SUNDAY, free)
	}),
	defineFunction({
		name: 'WORKDAY.INTL',
		category: CATEGORY,
		description: 'Gives the date so many days of work later with any weekend.',
		parameters: [start, days, weekend, holidays],
		example: '=WORKDAY.INTL(DATE(2025,1,1),10,"0000011")',
		compute: workday
	})
];
