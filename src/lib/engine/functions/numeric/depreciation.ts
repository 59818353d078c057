import { wrongNumber } from './failures';
import { defineFunction } from './numeric-function';
import { flag, number, optional } from './parameters';

/** What is written off in each whole period of a life, at a multiple of the even rate of what is left. */
function* writtenOff(cost: number, salvage: number, life: number, factor: number, mayBecomeEven: boolean) {
	let left = cost;
	let isEven = false;
	for (let period = 0; period < life; period++) {
		const declining = Math.max(0, Math.min(left * Math.min(1, factor / life), left - salvage));
		const even = Math.max(0, (left - salvage) / Math.max(1, life - period));
		// Once even write-offs are the larger ones they stay so.
		isEven ||= mayBecomeEven && even > declining;
		const now = isEven ? even : declining;
		left -= now;
		yield now;
	}
}

/** Longer lives would hold up all other work. */
const LONGEST_LIFE = 100_000;

/** Functions of depreciation. */
export const DEPRECIATION = [
	defineFunction({
		name: 'VDB',
		category: 'Financial',
		description:
			'Gives what is written off between two times, by declining balance and evenly from where that is more.',
		parameters: [
			number('Cost', 'What it cost.'),
			number('Salvage', 'What it is worth at the end of its life.'),
			number('Life', 'The number of periods of its life; a whole number.'),
			number('Start_period', 'The time from which on.'),
			number('End_period', 'The time up to which, at most the life.'),
			optional(number('Factor', 'The multiple of the even rate; 2 if left out.'), 2),
			optional(flag('No_switch', 'TRUE to stay with the declining balance.'), false)
		],
		example: '=VDB(2400,300,10,0,1)',
		compute(cost, salvage, life, start, end, factor, staysDeclining) {
			if (cost < 0 || salvage < 0 || factor <= 0)
				return wrongNumber('The cost and the salvage must be 0 or more, the factor above 0.');
			if (start < 0 || end < start || end > life)
				return wrongNumber('The times must lie in order between 0 and the life.');
			if (!Number.isInteger(life) || life > LONGEST_LIFE)
				return wrongNumber(`The life must be a whole number of periods, ${LONGEST_LIFE} at most.`);
			if (!staysDeclining && !Number.isInteger(start))
				return wrongNumber(
					'A start within a period is calculated only without a switch: give No_switch as TRUE.'
				);
			let sum = 0;
			let period = 0;
			for (const now of writtenOff(cost, salvage, life, factor, !staysDeclining)) {
				const share = Math.min(end, period + 1) - Math.max(start, period);
				if (share > 0) sum += now * share;
				period++;
			}
			return sum;
		}
	})
];
