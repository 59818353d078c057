import { dayOf, isLeapYear } from './calendar';
import { daysBetween, type Basis } from './coupons';

/** The days of a year between two days as the actual count takes it: the mean of all years that a longer time touches. */
function actualYear(from: number, to: number): number {
	const first = dayOf(from);
	const last = dayOf(to);
	const lengthOf = (year: number) => (isLeapYear(year) ? 366 : 365);
	if (first.year === last.year) return lengthOf(first.year);
	const isWithinYear =
		last.year === first.year + 1 &&
		(last.month < first.month || (last.month === first.month && last.day <= first.day));
	if (isWithinYear) {
		const hasLeapDay =
			(isLeapYear(first.year) && first.month <= 2) ||
			(isLeapYear(last.year) && (last.month > 2 || (last.month === 2 && last.day === 29)));
		return hasLeapDay ? 366 : 365;
	}
	let days = 0;
	for (let year = first.year; year <= last.year; year++) days += lengthOf(year);
	return days / (last.year - first.year + 1);
}

/** Years from one day to a later one, as a number with a fraction. */
export function yearsBetween(from: number, to: number, basis: Basis): number {
	const year = basis === 1 ? actualYear(from, to) : basis === 3 ? 365 : 360;
	return daysBetween(from, to, basis) / year;
}
