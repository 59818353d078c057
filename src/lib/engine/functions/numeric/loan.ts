import { wrongNumber } from './failures';
import { defineFunction } from './numeric-function';
import { number, optional, strictNumber } from './parameters';

const CATEGORY = 'Financial';
const rate = number('Rate', 'The interest rate of a period.');
const period = number('Per', 'The period asked for, from 1 to the number of periods.');
const periods = number('Nper', 'The number of periods.');
const present = number('Pv', 'The present value.');
const future = optional(number('Fv', 'The value left after the last payment; 0 if left out.'), 0);
const due = optional(number('Type', '0 for payments at the end of each period, 1 at its beginning.'), 0);

/** The payment of each period of a loan. */
function payment(rate: number, periods: number, present: number, future: number, isEarly: boolean): number {
	if (rate === 0) return -(present + future) / periods;
	const growth = (1 + rate) ** periods;
	return (-(future + present * growth) * rate) / ((growth - 1) * (isEarly ? 1 + rate : 1));
}

/** What a loan is worth after so many periods. */
function valueAfter(
	rate: number,
	periods: number,
	payment: number,
	present: number,
	isEarly: boolean
): number {
	if (rate === 0) return -present - payment * periods;
	const growth = (1 + rate) ** periods;
	return -present * growth - (payment * (isEarly ? 1 + rate : 1) * (growth - 1)) / rate;
}

function interest(
	rate: number,
	period: number,
	periods: number,
	present: number,
	future: number,
	isEarly: boolean
): number {
	const each = payment(rate, periods, present, future, isEarly);
	if (!isEarly) return valueAfter(rate, period - 1, each, present, false) * rate;
	// A payment at the beginning comes before any interest of the first period.
	return period === 1 ? 0 : (valueAfter(rate, period - 2, each, present, true) - each) * rate;
}

function lies(period: number, periods: number): boolean {
	return period >= 1 && period < periods + 1;
}

const OUTSIDE = 'The period must lie between 1 and the number of periods.';

const spanParameters = [
	strictNumber('Rate', 'The interest rate of a period, above 0.'),
	strictNumber('Nper', 'The number of periods.'),
	strictNumber('Pv', 'The present value, above 0.'),
	strictNumber('Start_period', 'The first period; a fraction is rounded up.'),
	strictNumber('End_period', 'The last period; a fraction is cut off.'),
	strictNumber('Type', '0 for payments at the end of each period, 1 at its beginning.')
] as const;

/** What is paid over a span of periods: interest and principal. */
function span(rate: number, periods: number, present: number, from: number, to: number, type: number) {
	const first = Math.ceil(from);
	const last = Math.trunc(to);
	if (rate <= 0 || periods <= 0 || present <= 0)
		return wrongNumber('The rate, the number of periods and the present value must be above 0.');
	if (first < 1 || last < first || last > periods)
		return wrongNumber('The periods must lie in order between 1 and the number of periods.');
	if (type !== 0 && type !== 1) return wrongNumber('The type must be 0 or 1.');
	const isEarly = type === 1;
	const each = payment(rate, periods, present, 0, isEarly);
	// What is paid back grows by the rate each period, so its sum has a closed form that loses no digits. With payments at
	// the beginning the first pays no interest, and the growth begins one period later.
	const start = isEarly ? Math.max(first, 2) : first;
	const shift = isEarly ? 2 : 1;
	const growing =
		(-present * ((1 + rate) ** (last - shift + 1) - (1 + rate) ** (start - shift))) /
		((1 + rate) ** periods - 1);
	const principal = (last >= start ? growing : 0) + (isEarly && first === 1 ? each : 0);
	return { interest: each * (last - first + 1) - principal, principal };
}

/** Functions of loans that are paid back in equal payments. */
export const LOAN = [
	defineFunction({
		name: 'PMT',
		category: CATEGORY,
		description: 'Gives the payment of each period of a loan.',
		parameters: [rate, periods, present, future, due],
		example: '=PMT(0.05/12,360,200000)',
		compute(rate, periods, present, future, type) {
			if (periods === 0) return wrongNumber('A loan needs a number of periods other than 0.');
			return payment(rate, periods, present, future, type !== 0);
		}
	}),
	defineFunction({
		name: 'IPMT',
		category: CATEGORY,
		description: 'Gives the interest in the payment of one period.',
		parameters: [rate, period, periods, present, future, due],
		example: '=IPMT(0.05/12,1,360,200000)',
		compute(rate, period, periods, present, future, type) {
			if (!lies(period, periods)) return wrongNumber(OUTSIDE);
			return interest(rate, period, periods, present, future, type !== 0);
		}
	}),
	defineFunction({
		name: 'PPMT',
		category: CATEGORY,
		description: 'Gives what the payment of one period pays back.',
		parameters: [rate, period, periods, present, future, due],
		example: '=PPMT(0.05/12,1,360,200000)',
		compute(rate, period, periods, present, future, type) {
			if (!lies(period, periods)) return wrongNumber(OUTSIDE);
			const isEarly = type !== 0;
			return (
				payment(rate, periods, present, future, isEarly) -
				interest(rate, period, periods, present, future, isEarly)
			);
		}
	}),
	defineFunction({
		name: 'CUMIPMT',
		category: CATEGORY,
		description: 'Gives the interest paid over a span of periods.',
		parameters: spanParameters,
		example: '=CUMIPMT(0.09/12,360,125000,13,24,0)',
		compute(...values) {
			const paid = span(...values);
			return 'interest' in paid ? paid.interest : paid;
		}
	}),
	defineFunction({
		name: 'CUMPRINC',
		category: CATEGORY,
		description: 'Gives what is paid back over a span of periods.',
		parameters: spanParameters,
		example: '=CUMPRINC(0.09/12,360,125000,13,24,0)',
		compute(...values) {
			const paid = span(...values);
			return 'principal' in paid ? paid.principal : paid;
		}
	})
];
