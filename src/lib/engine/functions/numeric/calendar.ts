/** A day of the 1900 system, in which 29 February 1900 is day 60 and day 0 is 0 January 1900. */
export interface CalendarDay {
	readonly year: number;
	/** 1 to 12. */
	readonly month: number;
	readonly day: number;
}

const MILLISECONDS = 86_400_000;
/** 31 December 9999. */
export const LAST_DAY = 2_958_465;

export function dayOf(serial: number): CalendarDay {
	if (serial === 60) return { year: 1900, month: 2, day: 29 };
	if (serial === 0) return { year: 1900, month: 1, day: 0 };
	const date = new Date(Date.UTC(1899, 11, serial < 60 ? 31 : 30) + serial * MILLISECONDS);
	return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function serialOf({ year, month, day }: CalendarDay): number {
	if (year === 1900 && month === 2 && day === 29) return 60;
	const serial = Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / MILLISECONDS);
	return serial <= 60 ? serial - 1 : serial;
}

export function isLeapYear(year: number): boolean {
	return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 || year === 1900;
}

export function daysInMonth(year: number, month: number): number {
	return month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** So many months later; a day that the month lacks is its last one. */
export function monthsLater({ year, month, day }: CalendarDay, months: number): CalendarDay {
	const count = year * 12 + month - 1 + months;
	const later = { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1 };
	return { ...later, day: Math.min(day, daysInMonth(later.year, later.month)) };
}

export function isLastDay({ year, month, day }: CalendarDay): boolean {
	return day === daysInMonth(year, month);
}
