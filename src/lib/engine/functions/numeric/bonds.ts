import { CellError } from 'hyperformula';
import { LAST_DAY } from './calendar';
import { couponPeriod, type Basis, type CouponPeriod } from './coupons';
import { wrongNumber } from './failures';
import { defineFunction } from './numeric-function';
import { optional, strictNumber, strictWhole } from './parameters';
import { yieldWithPrice } from './yield-search';

const CATEGORY = 'Financial';
const settlement = strictWhole('Settlement', 'The day on which the bond is bought.');
const maturity = strictWhole('Maturity', 'The day on which it is paid back.');
const frequency = strictWhole('Frequency', 'Coupons a year: 1, 2 or 4.');
const basis = optional(
	strictWhole('Basis', 'How days count: 0 30/360, 1 actual, 2 actual/360, 3 actual/365, 4 European 30/360.'),
	0
);
const coupon = strictNumber('Rate', 'The coupon of a year as a share of the par value.');
const redemption = strictNumber('Redemption', 'What is paid back for each 100 of par value.');
const termParameters = [settlement, maturity, frequency, basis] as const;

function isBasis(basis: number): basis is Basis {
	return basis >= 0 && basis <= 4;
}

function period(
	settlement: number,
	maturity: number,
	frequency: number,
	basis: number
): CouponPeriod | CellError {
	if (settlement < 1 || maturity > LAST_DAY || settlement >= maturity)
		return wrongNumber(
			'The settlement must come before the maturity, both in the calendar from 1900 to 9999.'
		);
	if (![1, 2, 4].includes(frequency)) return wrongNumber('The frequency must be 1, 2 or 4.');
	if (!isBasis(basis)) return wrongNumber('The basis must be from 0 to 4.');
	return couponPeriod(settlement, maturity, frequency, basis);
}

function term(name: string, description: string, valueOf: (period: CouponPeriod) => number) {
	return defineFunction({
		name,
		category: CATEGORY,
		description,
		parameters: termParameters,
		example: `=${name}(DATE(2025,1,25),DATE(2026,11,15),2,1)`,
		compute(settlement, maturity, frequency, basis) {
			const found = period(settlement, maturity, frequency, basis);
			return found instanceof CellError ? found : valueOf(found);
		}
	});
}

/** The price of 100 of par value without the interest that has accrued. */
function price(
	{ count, elapsed, length, ahead }: CouponPeriod,
	rate: number,
	yearly: number,
	redemption: number,
	frequency: number
) {
	const each = (100 * rate) / frequency;
	const accrued = (each * elapsed) / length;
	const share = ahead / length;
	const growth = 1 + yearly / frequency;
	// With one coupon left interest is simple, not compound.
	if (count === 1) return (redemption + each) / (1 + (share * yearly) / frequency) - accrued;
	let sum = redemption / growth ** (count - 1 + share);
	for (let at = 0; at < count; at++) sum += each / growth ** (at + share);
	return sum - accrued;
}

function yieldOf(found: CouponPeriod, rate: number, wanted: number, redemption: number, frequency: number) {
	const { count, elapsed, length, ahead } = found;
	const each = (100 * rate) / frequency;
	if (count === 1) {
		const paid = wanted + (each * elapsed) / length;
		return (((redemption + each) / paid - 1) * frequency * length) / ahead;
	}
	return yieldWithPrice((yearly) => price(found, rate, yearly, redemption, frequency), wanted, frequency);
}

/** The mean time to what a bond of 100 pays, in years, weighted by what each payment is worth now. */
function duration({ count, length, ahead }: CouponPeriod, rate: number, yearly: number, frequency: number) {
	const growth = 1 + yearly / frequency;
	const share = ahead / length;
	let worth = 0;
	let weighted = 0;
	for (let at = 0; at < count; at++) {
		const paid = (100 * rate) / frequency + (at === count - 1 ? 100 : 0);
		const now = paid / growth ** (at + share);
		worth += now;
		weighted += now * (at + share);
	}
	return weighted / worth / frequency;
}

function durationFunction(
	name: string,
	description: string,
	shown: (years: number, yearly: number, frequency: number) => number
) {
	return defineFunction({
		name,
		category: CATEGORY,
		description,
		parameters: [
			settlement,
			maturity,
			strictNumber('Coupon', 'The coupon of a year as a share of the par value.'),
			strictNumber('Yld', 'The yield of a year.'),
			frequency,
			basis
		],
		example: `=${name}(DATE(2025,1,1),DATE(2033,1,1),0.08,0.09,2,1)`,
		compute(settlement, maturity, rate, yearly, frequency, basis) {
			const found = period(settlement, maturity, frequency, basis);
			if (found instanceof CellError) return found;
			if (rate < 0 || yearly < 0) return wrongNumber('The coupon and the yield must be 0 or more.');
			return shown(duration(found, rate, yearly, frequency), yearly, frequency);
		}
	});
}

/** Functions of bonds that pay coupons. */
export const BONDS = [
	term(
		'COUPNUM',
		'Gives how many coupons are paid from the settlement to the maturity.',
		({ count }) => count
	),
	term('COUPPCD', 'Gives the day of the coupon before the settlement.', ({ previous }) => previous),
	term('COUPNCD', 'Gives the day of the next coupon after the settlement.', ({ next }) => next),
	term('COUPDAYBS', 'Gives the days from the coupon before to the settlement.', ({ elapsed }) => elapsed),
	term(
		'COUPDAYS',
		'Gives the days of the coupon period that the settlement lies in.',
		({ length }) => length
	),
	term('COUPDAYSNC', 'Gives the days from the settlement to the next coupon.', ({ ahead }) => ahead),
	defineFunction({
		name: 'PRICE',
		category: CATEGORY,
		description: 'Gives the price of 100 of par value of a bond at a yield.',
		parameters: [
			settlement,
			maturity,
			coupon,
			strictNumber('Yld', 'The yield of a year.'),
			redemption,
			frequency,
			basis
		],
		example: '=PRICE(DATE(2025,2,15),DATE(2034,11,15),0.0575,0.065,100,2,0)',
		compute(settlement, maturity, rate, yearly, redemption, frequency, basis) {
			const found = period(settlement, maturity, frequency, basis);
			if (found instanceof CellError) return found;
			if (rate < 0 || yearly < 0 || redemption <= 0)
				return wrongNumber('The rate and the yield must be 0 or more, the redemption above 0.');
			return price(found, rate, yearly, redemption, frequency);
		}
	}),
	defineFunction({
		name: 'YIELD',
		category: CATEGORY,
		description: 'Gives the yield of a bond at a price of 100 of its par value.',
		parameters: [
			settlement,
			maturity,
			coupon,
			strictNumber('Pr', 'The price of 100 of par value.'),
			redemption,
			frequency,
			basis
		],
		example: '=YIELD(DATE(2025,2,15),DATE(2034,11,15),0.0575,95.04287,100,2,0)',
		compute(settlement, maturity, rate, wanted, redemption, frequency, basis) {
			const found = period(settlement, maturity, frequency, basis);
			if (found instanceof CellError) return found;
			if (rate < 0 || wanted <= 0 || redemption <= 0)
				return wrongNumber('The rate must be 0 or more, the price and the redemption above 0.');
			return yieldOf(found, rate, wanted, redemption, frequency);
		}
	}),
	durationFunction('DURATION', 'Gives the Macaulay duration of a bond in years.', (years) => years),
	durationFunction(
		'MDURATION',
		'Gives the modified duration of a bond: by how many percent its price falls per percent of yield.',
		(years, yearly, frequency) => years / (1 + yearly / frequency)
	)
];
