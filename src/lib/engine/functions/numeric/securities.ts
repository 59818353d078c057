import { CellError } from 'hyperformula';
import { LAST_DAY } from './calendar';
import type { Basis } from './coupons';
import { wrongNumber } from './failures';
import { defineFunction } from './numeric-function';
import { optional, strictNumber, strictWhole } from './parameters';
import { yearsBetween } from './year-share';

const CATEGORY = 'Financial';
const settlement = strictWhole('Settlement', 'The day on which the security is bought.');
const maturity = strictWhole('Maturity', 'The day on which it is paid back.');
const issue = strictWhole('Issue', 'The day on which it was issued.');
const price = strictNumber('Pr', 'The price of 100 of par value.');
const redemption = strictNumber('Redemption', 'What is paid back for each 100 of par value.');
const discount = strictNumber('Discount', 'The discount of a year as a share.');
const investment = strictNumber('Investment', 'What is paid for the security.');
const coupon = strictNumber('Rate', 'The interest of a year as a share of the par value.');
const basis = optional(
	strictWhole('Basis', 'How days count: 0 30/360, 1 actual, 2 actual/360, 3 actual/365, 4 European 30/360.'),
	0
);
const ABOVE_0 = 'Prices, rates and amounts must be above 0.';

/** The years from one day to a later one; an error where they are not in order or the basis is none. */
function years(from: number, to: number, basis: number): number | CellError {
	if (basis < 0 || basis > 4) return wrongNumber('The basis must be from 0 to 4.');
	if (from < 1 || to > LAST_DAY || from >= to)
		return wrongNumber('The days must follow each other, in the calendar from 1900 to 9999.');
	return yearsBetween(from, to, basis as Basis);
}

/** A security that pays nothing until its maturity, told by two amounts, or an amount and a rate, that must be above 0. */
function discounted(
	name: string,
	description: string,
	[first, second]: readonly [typeof price, typeof price],
	example: string,
	compute: (first: number, second: number, years: number) => number
) {
	return defineFunction({
		name,
		category: CATEGORY,
		description,
		parameters: [settlement, maturity, first, second, basis],
		example: `=${name}(DATE(2025,2,15),DATE(2025,11,15),${example})`,
		compute(settlement, maturity, first, second, basis) {
			const time = years(settlement, maturity, basis);
			if (time instanceof CellError) return time;
			return first <= 0 || second <= 0 ? wrongNumber(ABOVE_0) : compute(first, second, time);
		}
	});
}

/** What 100 of par value with interest paid at the maturity brings, and the interest up to the settlement. */
function atMaturity(issue: number, settlement: number, maturity: number, rate: number, basis: number) {
	const whole = years(issue, maturity, basis);
	const ahead = years(settlement, maturity, basis);
	if (whole instanceof CellError) return whole;
	if (ahead instanceof CellError) return ahead;
	if (issue > settlement) return wrongNumber('The settlement must not come before the issue.');
	const held = issue === settlement ? 0 : years(issue, settlement, basis);
	if (held instanceof CellError) return held;
	return { paid: 100 * (1 + rate * whole), accrued: 100 * rate * held, ahead };
}

/** Functions of securities that pay their interest once, or none. */
export const SECURITIES = [
	discounted(
		'DISC',
		'Gives the discount of a year of a security at a price.',
		[price, redemption],
		'97.5,100',
		(price, redemption, years) => (1 - price / redemption) / years
	),
	discounted(
		'INTRATE',
		'Gives the interest of a year of a security that is paid for once and pays once.',
		[investment, strictNumber('Redemption', 'What is paid back.')],
		'1000000,1014420,2',
		(investment, redemption, years) => (redemption / investment - 1) / years
	),
	discounted(
		'RECEIVED',
		'Gives what a security at a discount pays at its maturity.',
		[investment, discount],
		'1000000,0.0575,2',
		(investment, discount, years) => {
			const kept = 1 - discount * years;
			return kept > 0 ? investment / kept : NaN;
		}
	),
	discounted(
		'PRICEDISC',
		'Gives the price of 100 of par value of a security at a discount.',
		[discount, redemption],
		'0.0525,100,2',
		(discount, redemption, years) => redemption * (1 - discount * years)
	),
	discounted(
		'YIELDDISC',
		'Gives the yield of a year of a security at a discount.',
		[price, redemption],
		'97.5,100,2',
		(price, redemption, years) => (redemption / price - 1) / years
	),
	defineFunction({
		name: 'PRICEMAT',
		category: CATEGORY,
		description: 'Gives the price of 100 of par value of a security that pays its interest at its maturity.',
		parameters: [settlement, maturity, issue, coupon, strictNumber('Yld', 'The yield of a year.'), basis],
		example: '=PRICEMAT(DATE(2025,2,15),DATE(2025,4,13),DATE(2024,11,11),0.061,0.061)',
		compute(settlement, maturity, issue, rate, yearly, basis) {
			if (rate < 0 || yearly < 0) return wrongNumber('The rate and the yield must be 0 or more.');
			const found = atMaturity(issue, settlement, maturity, rate, basis);
			return found instanceof CellError ? found : found.paid / (1 + found.ahead * yearly) - found.accrued;
		}
	}),
	defineFunction({
		name: 'YIELDMAT',
		category: CATEGORY,
		description: 'Gives the yield of a year of a security that pays its interest at its maturity.',
		parameters: [settlement, maturity, issue, coupon, price, basis],
		example: '=YIELDMAT(DATE(2025,3,15),DATE(2025,11,3),DATE(2024,11,8),0.0625,100.0123)',
		compute(settlement, maturity, issue, rate, price, basis) {
			if (rate < 0 || price <= 0) return wrongNumber('The rate must be 0 or more, the price above 0.');
			const found = atMaturity(issue, settlement, maturity, rate, basis);
			return found instanceof CellError ? found : (found.paid / (price + found.accrued) - 1) / found.ahead;
		}
	}),
	defineFunction({
		name: 'ACCRINTM',
		category: CATEGORY,
		description: 'Gives the interest that has accrued on a security that pays it at its maturity.',
		parameters: [
			issue,
			strictWhole('Settlement', 'The maturity, or the day up to which interest counts.'),
			coupon,
			optional(strictNumber('Par', 'The par value; 1,000 if left out.'), 1000),
			basis
		],
		example: '=ACCRINTM(DATE(2025,4,1),DATE(2025,6,15),0.1,1000,3)',
		compute(issue, settlement, rate, par, basis) {
			const time = years(issue, settlement, basis);
			if (time instanceof CellError) return time;
			return rate <= 0 || par <= 0 ? wrongNumber(ABOVE_0) : par * rate * time;
		}
	})
];
