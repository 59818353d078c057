import { dayOf, daysInMonth, isLastDay, LAST_DAY, monthsLater, serialOf } from './calendar';
import { daysBetween, type Basis } from './coupons';
import { wrongNumber } from './failures';
import { defineFunction } from './numeric-function';
import { flag, optional, strictNumber, strictWhole } from './parameters';

/** Coupon days before one that is known; the last day of a month stays the last day. */
function dayBefore(serial: number, months: number, staysLast: boolean): number {
	const date = monthsLater(dayOf(serial), -months);
	return serialOf(staysLast ? { ...date, day: daysInMonth(date.year, date.month) } : date);
}

/** Interest of a bond whose first coupon may be late, as Excel adds it up: by the coupon periods before the first coupon. */
export const ACCRUED_INTEREST = [
	defineFunction({
		name: 'ACCRINT',
		category: 'Financial',
		description: 'Gives the interest that has accrued on a bond that pays coupons.',
		parameters: [
			strictWhole('Issue', 'The day on which the bond was issued.'),
			strictWhole('First_interest', 'The day of its first coupon.'),
			strictWhole('Settlement', 'The day up to which interest counts.'),
			strictNumber('Rate', 'The coupon of a year as a share of the par value.'),
			strictNumber('Par', 'The par value, such as 1000.'),
			strictWhole('Frequency', 'Coupons a year: 1, 2 or 4.'),
			optional(
				strictWhole(
					'Basis',
					'How days count: 0 30/360, 1 actual, 2 actual/360, 3 actual/365, 4 European 30/360.'
				),
				0
			),
			optional(
				flag('Calc_method', 'TRUE or left out to count from the issue, FALSE from the last coupon.'),
				true
			)
		],
		example: '=ACCRINT(DATE(2025,3,1),DATE(2025,8,31),DATE(2025,5,1),0.1,1000,2,0)',
		compute(issue, first, settlement, rate, par, frequency, basis, isFromIssue) {
			if (issue < 1 || Math.max(first, settlement) > LAST_DAY || issue >= settlement)
				return wrongNumber('The settlement must come after the issue, in the calendar from 1900 to 9999.');
			if (rate <= 0 || par <= 0) return wrongNumber('The rate and the par value must be above 0.');
			if (![1, 2, 4].includes(frequency)) return wrongNumber('The frequency must be 1, 2 or 4.');
			if (basis < 0 || basis > 4) return wrongNumber('The basis must be from 0 to 4.');
			const counting = basis as Basis;
			const months = 12 / frequency;
			const staysLast = isLastDay(dayOf(first));
			const lengthOf = (from: number, to: number) =>
				counting === 1 ? to - from : counting === 3 ? 365 / frequency : 360 / frequency;
			// Days are counted back from the first coupon; after it, from the coupon before the settlement.
			let steps = 1;
			if (settlement > first && isFromIssue) {
				while (dayBefore(first, (steps - 1) * months, staysLast) <= settlement) steps -= 1;
			}
			let previous = dayBefore(first, steps * months, staysLast);
			const next = dayBefore(first, (steps - 1) * months, staysLast);
			let periods = daysBetween(Math.max(issue, previous), settlement, counting) / lengthOf(previous, next);
			while (previous > issue) {
				steps += 1;
				const end = previous;
				previous = dayBefore(first, steps * months, staysLast);
				if (issue > previous) periods += daysBetween(issue, end, counting) / lengthOf(previous, end);
				else if (isFromIssue) periods += 1;
			}
			return (par * rate * periods) / frequency;
		}
	})
];
