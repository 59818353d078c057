import { CellError } from 'hyperformula';
import { divisionByZero, wrongNumber, wrongValue } from './failures';
import { defineFunction, type Scalar } from './numeric-function';
import { block, manyNumbers, number, strictNumber, strictWhole } from './parameters';

const CATEGORY = 'Financial';

function numbersOnly(rows: Exclude<Scalar, CellError>[][]): number[] | CellError {
	const values = rows.flat();
	return values.every((value): value is number => typeof value === 'number')
		? values
		: wrongValue('Every value and every date must be a number.');
}

/** Functions of payments over time. */
export const CASH_FLOW = [
	defineFunction({
		name: 'NPV',
		category: CATEGORY,
		description: 'Gives the present value of payments at the ends of equal periods.',
		parameters: [
			number('Rate', 'The discount rate of a period.'),
			manyNumbers('Value', 'The payments, in order.')
		],
		example: '=NPV(0.1,-10000,3000,4200,6800)',
		compute(rate, payments) {
			if (rate === -1) return divisionByZero('A rate of -100 % divides by zero.');
			// The last division comes after the sum, as in Excel: where payments cancel out, the order shows.
			return payments.reduce((sum, one, index) => sum + one / (1 + rate) ** index, 0) / (1 + rate);
		}
	}),
	defineFunction({
		name: 'XNPV',
		category: CATEGORY,
		description: 'Gives the present value of payments at given dates.',
		parameters: [
			strictNumber('Rate', 'The discount rate of a year, above -1.'),
			block('Values', 'The payments.'),
			block('Dates', 'Their dates; none before the first.')
		],
		example: '=XNPV(0.09,{-10000,2750,4250},{39448,39508,39751})',
		compute(rate, values, dates) {
			const payments = numbersOnly(values);
			if (payments instanceof CellError) return payments;
			const days = numbersOnly(dates);
			if (days instanceof CellError) return days;
			if (days.length !== payments.length) return wrongNumber('There must be as many dates as payments.');
			if (rate <= -1) return wrongNumber('The rate must be above -100 %.');
			const first = Math.trunc(days[0]!);
			let sum = 0;
			for (const [index, payment] of payments.entries()) {
				const day = Math.trunc(days[index]!);
				if (day < 0 || day < first) return wrongNumber('No date may come before the first one.');
				sum += payment / (1 + rate) ** ((day - first) / 365);
			}
			return sum;
		}
	}),
	defineFunction({
		name: 'EFFECT',
		category: CATEGORY,
		description: 'Gives the effective yearly rate of a nominal one.',
		parameters: [
			strictNumber('Nominal_rate', 'The nominal yearly rate, above 0.'),
			strictWhole('Npery', 'How often a year interest is added; a fraction is cut off.')
		],
		example: '=EFFECT(0.0525,4)',
		compute(rate, times) {
			if (rate <= 0) return wrongNumber('The rate must be above 0.');
			return times < 1
				? wrongNumber('Interest must be added at least once a year.')
				: (1 + rate / times) ** times - 1;
		}
	}),
	defineFunction({
		name: 'NOMINAL',
		category: CATEGORY,
		description: 'Gives the nominal yearly rate of an effective one.',
		parameters: [
			strictNumber('Effect_rate', 'The effective yearly rate, above 0.'),
			strictWhole('Npery', 'How often a year interest is added; a fraction is cut off.')
		],
		example: '=NOMINAL(0.0535,4)',
		compute(rate, times) {
			if (rate <= 0) return wrongNumber('The rate must be above 0.');
			return times < 1
				? wrongNumber('Interest must be added at least once a year.')
				: times * ((1 + rate) ** (1 / times) - 1);
		}
	}),
	defineFunction({
		name: 'CAGR',
		category: CATEGORY,
		description:
			'Gives the growth rate of each period that leads from one value to another. Excel has no such function.',
		parameters: [
			number('First', 'The value at the beginning.'),
			number('Last', 'The value at the end.'),
			number('Periods', 'The number of periods between them, such as years.')
		],
		example: '=CAGR(100,200,5)',
		compute(first, last, periods) {
			if (first === 0) return divisionByZero('Growth from 0 has no rate: the first value must not be 0.');
			if (periods === 0) return divisionByZero('Growth needs time: the periods must not be 0.');
			if (last / first < 0) return wrongNumber('Growth from one sign to the other has no rate.');
			return (last / first) ** (1 / periods) - 1;
		}
	})
];
