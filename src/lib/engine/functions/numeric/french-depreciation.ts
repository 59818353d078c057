import { CellError } from 'hyperformula';
import { LAST_DAY } from './calendar';
import type { Basis } from './coupons';
import { wrongNumber } from './failures';
import { halfAwayFromZero } from './fifteen-digits';
import { defineFunction } from './numeric-function';
import { optional, strictNumber, strictWhole } from './parameters';
import { yearsBetween } from './year-share';

const parameters = [
	strictNumber('Cost', 'What it cost.'),
	strictWhole('Date_purchased', 'The day on which it was bought.'),
	strictWhole('First_period', 'The day on which the first period ends.'),
	strictNumber('Salvage', 'What it is worth at the end of its life.'),
	strictWhole('Period', 'The period, 0 for the first.'),
	strictNumber('Rate', 'The rate of a year as a share.'),
	optional(strictWhole('Basis', 'How days count: 0 30/360, 1 actual, 3 actual/365, 4 European 30/360.'), 0)
] as const;

/** Longer lives would hold up all other work. */
const LAST_PERIOD = 100_000;

/** The share of a year in the first period; an error where an argument lies outside what there is. */
function firstShare(
	cost: number,
	bought: number,
	firstEnd: number,
	salvage: number,
	period: number,
	rate: number,
	basis: number
): number | CellError {
	if (cost <= 0 || salvage < 0 || salvage > cost || rate <= 0)
		return wrongNumber('The cost and the rate must be above 0, the salvage from 0 to the cost.');
	if (bought < 1 || firstEnd > LAST_DAY || bought > firstEnd)
		return wrongNumber('The purchase must not come after the end of the first period.');
	if (period < 0 || period > LAST_PERIOD)
		return wrongNumber(`The period must be from 0 to ${LAST_PERIOD.toLocaleString('en-US')}.`);
	if (![0, 1, 3, 4].includes(basis)) return wrongNumber('The basis must be 0, 1, 3 or 4.');
	// What is bought on the last day of a period is written off by a whole year in it.
	return bought === firstEnd ? 1 : yearsBetween(bought, firstEnd, basis as Basis);
}

/** By how much the rate is raised for a life of so many years; undefined where there is no such life. */
function coefficient(life: number): number | undefined {
	if (life > 6) return 2.5;
	if (life >= 5) return 2;
	return life >= 3 && life <= 4 ? 1.5 : undefined;
}

/** Functions of depreciation in the French way of accounting. */
export const FRENCH_DEPRECIATION = [
	defineFunction({
		name: 'AMORLINC',
		category: 'Financial',
		description: 'Gives what is written off evenly in a period, the first one by its share of a year.',
		parameters,
		example: '=AMORLINC(2400,DATE(2025,8,19),DATE(2025,12,31),300,1,0.15,1)',
		compute(cost, bought, firstEnd, salvage, period, rate, basis) {
			const share = firstShare(cost, bought, firstEnd, salvage, period, rate, basis);
			if (share instanceof CellError) return share;
			const even = cost * rate;
			const first = Math.min(even * share, cost - salvage);
			const left = cost - salvage - first - (period - 1) * even;
			return period === 0 ? first : Math.max(0, Math.min(even, left));
		}
	}),
	defineFunction({
		name: 'AMORDEGRC',
		category: 'Financial',
		description: 'Gives what is written off in a period by declining balance, at a rate raised by the life.',
		parameters,
		example: '=AMORDEGRC(2400,DATE(2025,8,19),DATE(2025,12,31),300,1,0.15,1)',
		compute(cost, bought, firstEnd, salvage, period, rate, basis) {
			const share = firstShare(cost, bought, firstEnd, salvage, period, rate, basis);
			if (share instanceof CellError) return share;
			const factor = coefficient(1 / rate);
			if (factor === undefined)
				return wrongNumber('The life, 1 divided by the rate, must be from 3 to 4 or above 5 years.');
			const raised = rate * factor;
			let now = halfAwayFromZero(share * raised * cost);
			let value = cost - now;
			let left = value - salvage;
			for (let at = 0; at < period; at++) {
				now = halfAwayFromZero(raised * value);
				left -= now;
				// The last two periods halve what is left.
				if (left < 0) return period - at <= 1 ? halfAwayFromZero(value * 0.5) : 0;
				value -= now;
			}
			return now;
		}
	})
];
