import { CellError } from 'hyperformula';
import { dayOf, daysInMonth, isLastDay, LAST_DAY, monthsLater, serialOf } from './calendar';
import { couponPeriod, daysBetween, type Basis } from './coupons';
import { wrongNumber } from './failures';
import { defineFunction } from './numeric-function';
import { optional, strictNumber, strictWhole } from './parameters';
import { yieldWithPrice } from './yield-search';

const CATEGORY = 'Financial';
const settlement = strictWhole('Settlement', 'The day on which the bond is bought.');
const maturity = strictWhole('Maturity', 'The day on which it is paid back.');
const issue = strictWhole('Issue', 'The day on which it was issued.');
const firstCoupon = strictWhole('First_coupon', 'The day of its first coupon.');
const lastInterest = strictWhole('Last_interest', 'The day of its last coupon before the maturity.');
const coupon = strictNumber('Rate', 'The coupon of a year as a share of the par value.');
const yearlyYield = strictNumber('Yld', 'The yield of a year.');
const price = strictNumber('Pr', 'The price of 100 of par value.');
const redemption = strictNumber('Redemption', 'What is paid back for each 100 of par value.');
const frequency = strictWhole('Frequency', 'Coupons a year: 1, 2 or 4.');
const basis = optional(
	strictWhole('Basis', 'How days count: 0 30/360, 1 actual, 2 actual/360, 3 actual/365, 4 European 30/360.'),
	0
);

/** How a bond's coupons fall, apart from its odd period. */
interface Terms {
	readonly frequency: number;
	readonly basis: Basis;
	/** A coupon of a whole period on 100 of par value. */
	readonly each: number;
	readonly redemption: number;
}

/** What a price with an odd first period is made of; the yield alone is left open. */
interface FirstPeriods {
	/** Coupons after the first one, at the first one's time and later. */
	readonly later: number;
	/** Periods from the settlement to the first coupon. */
	readonly ahead: number;
	/** Normal periods that the first coupon pays for, and those of them that have passed. */
	readonly first: number;
	readonly passed: number;
}

/** The terms of a bond whose days are in order; an error where they are none. */
function termsOf(
	days: readonly number[],
	rate: number,
	redemption: number,
	frequency: number,
	basis: number
): Terms | CellError {
	const areOrdered = days.every((day, index) => index === 0 || days[index - 1]! < day);
	if (!areOrdered || days[0]! < 1 || days.at(-1)! > LAST_DAY)
		return wrongNumber('The days of this bond must follow each other, in the calendar from 1900 to 9999.');
	if (![1, 2, 4].includes(frequency)) return wrongNumber('The frequency must be 1, 2 or 4.');
	if (basis < 0 || basis > 4) return wrongNumber('The basis must be from 0 to 4.');
	if (rate < 0 || redemption <= 0) return wrongNumber('The rate must be 0 or more, the redemption above 0.');
	return { frequency, basis: basis as Basis, each: (100 * rate) / frequency, redemption };
}

/** So many months from a coupon day. */
function shifted(serial: number, months: number): number {
	const from = dayOf(serial);
	const date = monthsLater(from, months);
	return serialOf(isLastDay(from) ? { ...date, day: daysInMonth(date.year, date.month) } : date);
}

function firstPeriods(
	settlement: number,
	maturity: number,
	issue: number,
	first: number,
	{ frequency, basis }: Terms
): FirstPeriods {
	const at = couponPeriod(settlement, first, frequency, basis);
	const later = couponPeriod(first, maturity, frequency, basis).count;
	const whole = daysBetween(issue, first, basis);
	if (whole < at.length) {
		return {
			later,
			ahead: daysBetween(settlement, first, basis) / at.length,
			first: whole / at.length,
			passed: daysBetween(issue, settlement, basis) / at.length
		};
	}
	let paid = 0;
	let passed = 0;
	const count = couponPeriod(issue, first, frequency, basis).count;
	for (let index = 0; index < count; index++) {
		const end = shifted(first, (-index * 12) / frequency);
		const start = shifted(first, (-(index + 1) * 12) / frequency);
		const length = basis === 1 ? end - start : at.length;
		paid += index < count - 1 ? 1 : daysBetween(Math.max(issue, start), end, basis) / length;
		const [from, to] = [Math.max(issue, start), Math.min(settlement, end)];
		if (from < to) passed += daysBetween(from, to, basis) / length;
	}
	return { later, ahead: at.count - 1 + at.ahead / at.length, first: paid, passed };
}

function firstPrice({ later, ahead, first, passed }: FirstPeriods, terms: Terms, yearly: number): number {
	const growth = 1 + yearly / terms.frequency;
	let sum = terms.redemption / growth ** (later + ahead) + (terms.each * first) / growth ** ahead;
	for (let at = 1; at <= later; at++) sum += terms.each / growth ** (at + ahead);
	return sum - terms.each * passed;
}

/** Normal periods of the odd last one: in all, up to the settlement and from it on. */
function lastPeriods(settlement: number, maturity: number, last: number, { frequency, basis }: Terms) {
	const sums = { whole: 0, passed: 0, ahead: 0 };
	for (let start = last, index = 1; start < maturity; index++) {
		const end = shifted(last, (index * 12) / frequency);
		const length = daysBetween(start, end, basis);
		const stop = Math.min(end, maturity);
		sums.whole += daysBetween(start, stop, basis) / length;
		if (settlement > start) sums.passed += daysBetween(start, Math.min(settlement, stop), basis) / length;
		if (settlement < stop) sums.ahead += daysBetween(Math.max(settlement, start), stop, basis) / length;
		start = end;
	}
	return sums;
}

/** Functions of bonds whose first or last period is shorter or longer than the others. */
export const ODD_PERIODS = [
	defineFunction({
		name: 'ODDFPRICE',
		category: CATEGORY,
		description: 'Gives the price of 100 of par value of a bond with an odd first period.',
		parameters: [settlement, maturity, issue, firstCoupon, coupon, yearlyYield, redemption, frequency, basis],
		example:
			'=ODDFPRICE(DATE(2025,11,11),DATE(2038,3,1),DATE(2025,10,15),DATE(2026,3,1),0.0785,0.0625,100,2,1)',
		compute(settlement, maturity, issue, first, rate, yearly, redemption, frequency, basis) {
			const terms = termsOf([issue, settlement, first, maturity], rate, redemption, frequency, basis);
			if (terms instanceof CellError) return terms;
			if (yearly < 0) return wrongNumber('The yield must be 0 or more.');
			return firstPrice(firstPeriods(settlement, maturity, issue, first, terms), terms, yearly);
		}
	}),
	defineFunction({
		name: 'ODDFYIELD',
		category: CATEGORY,
		description: 'Gives the yield of a bond with an odd first period.',
		parameters: [settlement, maturity, issue, firstCoupon, coupon, price, redemption, frequency, basis],
		example:
			'=ODDFYIELD(DATE(2025,11,11),DATE(2038,3,1),DATE(2025,10,15),DATE(2026,3,1),0.0575,84.5,100,2,0)',
		compute(settlement, maturity, issue, first, rate, price, redemption, frequency, basis) {
			const terms = termsOf([issue, settlement, first, maturity], rate, redemption, frequency, basis);
			if (terms instanceof CellError) return terms;
			if (price <= 0) return wrongNumber('The price must be above 0.');
			const periods = firstPeriods(settlement, maturity, issue, first, terms);
			return yieldWithPrice((yearly) => firstPrice(periods, terms, yearly), price, frequency);
		}
	}),
	defineFunction({
		name: 'ODDLPRICE',
		category: CATEGORY,
		description: 'Gives the price of 100 of par value of a bond with an odd last period.',
		parameters: [settlement, maturity, lastInterest, coupon, yearlyYield, redemption, frequency, basis],
		example: '=ODDLPRICE(DATE(2025,2,7),DATE(2025,6,15),DATE(2024,10,15),0.0375,0.0405,100,2,0)',
		compute(settlement, maturity, last, rate, yearly, redemption, frequency, basis) {
			const terms = termsOf([last, settlement, maturity], rate, redemption, frequency, basis);
			if (terms instanceof CellError) return terms;
			if (yearly < 0) return wrongNumber('The yield must be 0 or more.');
			const { whole, passed, ahead } = lastPeriods(settlement, maturity, last, terms);
			const paid = redemption + whole * terms.each;
			return paid / (1 + (ahead * yearly) / frequency) - passed * terms.each;
		}
	}),
	defineFunction({
		name: 'ODDLYIELD',
		category: CATEGORY,
		description: 'Gives the yield of a bond with an odd last period.',
		parameters: [settlement, maturity, lastInterest, coupon, price, redemption, frequency, basis],
		example: '=ODDLYIELD(DATE(2025,4,20),DATE(2025,6,15),DATE(2024,12,24),0.0375,99.875,100,2,0)',
		compute(settlement, maturity, last, rate, price, redemption, frequency, basis) {
			const terms = termsOf([last, settlement, maturity], rate, redemption, frequency, basis);
			if (terms instanceof CellError) return terms;
			if (price <= 0) return wrongNumber('The price must be above 0.');
			const { whole, passed, ahead } = lastPeriods(settlement, maturity, last, terms);
			const given = price + passed * terms.each;
			return (((redemption + whole * terms.each) / given - 1) * frequency) / ahead;
		}
	})
];
