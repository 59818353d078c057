import { divisionByZero, wrongNumber } from './failures';
import { awayFromZero, fifteenDigits, halfAwayFromZero, roundAt } from './fifteen-digits';
import { defineFunction } from './numeric-function';
import { number, optional, strictNumber, whole } from './parameters';

const CATEGORY = 'Math and trigonometry';
const value = number('Number', 'The number to round.');
const digits = whole('Digits', 'How many digits after the point to keep; negative for digits before it.');
const signless = optional(number('Significance', 'The step; its sign does not matter. 1 if left out.'), 1);
const step = number('Significance', 'The step to round to.');

/** The multiple of a step that a rounding of the quotient leads to. */
function multiple(value: number, step: number, round: (quotient: number) => number): number {
	return step === 0 ? 0 : fifteenDigits(round(fifteenDigits(value / step)) * step) + 0;
}

function towardOrAway(value: number, mode: number, round: (quotient: number) => number) {
	if (value >= 0 || mode === 0) return round;
	return (quotient: number) => -round(-quotient);
}

/** Functions that round numbers. */
export const ROUNDING = [
	defineFunction({
		name: 'INT',
		category: CATEGORY,
		description: 'Rounds down to the next whole number, negative numbers away from zero.',
		parameters: [value],
		example: '=INT(-8.9)',
		compute: (value) => Math.floor(fifteenDigits(value)) + 0
	}),
	defineFunction({
		name: 'ROUND',
		category: CATEGORY,
		description: 'Rounds to so many digits, halves away from zero.',
		parameters: [value, optional(digits, 0)],
		example: '=ROUND(2.345,2)',
		compute: (value, digits) => roundAt(value, digits, halfAwayFromZero)
	}),
	defineFunction({
		name: 'ROUNDUP',
		category: CATEGORY,
		description: 'Rounds to so many digits, away from zero.',
		parameters: [value, optional(digits, 0)],
		example: '=ROUNDUP(2.341,2)',
		compute: (value, digits) => roundAt(value, digits, awayFromZero)
	}),
	defineFunction({
		name: 'ROUNDDOWN',
		category: CATEGORY,
		description: 'Rounds to so many digits, toward zero.',
		parameters: [value, optional(digits, 0)],
		example: '=ROUNDDOWN(2.349,2)',
		compute: (value, digits) => roundAt(value, digits, Math.trunc)
	}),
	defineFunction({
		name: 'TRUNC',
		category: CATEGORY,
		description: 'Cuts off all but so many digits.',
		parameters: [value, optional(digits, 0)],
		example: '=TRUNC(-8.9)',
		compute: (value, digits) => roundAt(value, digits, Math.trunc)
	}),
	defineFunction({
		name: 'FLOOR',
		category: CATEGORY,
		description: 'Rounds to a multiple of the significance, down.',
		parameters: [value, step],
		example: '=FLOOR(7.1,0.5)',
		compute(value, step) {
			if (step === 0 && value !== 0) return divisionByZero('FLOOR divides by its significance, which is 0.');
			if (value > 0 && step < 0)
				return wrongNumber('A positive number has no multiple of a negative step below it.');
			return multiple(value, step, Math.floor);
		}
	}),
	defineFunction({
		name: 'CEILING',
		category: CATEGORY,
		description: 'Rounds to a multiple of the significance, up.',
		parameters: [value, step],
		example: '=CEILING(7.1,0.5)',
		compute(value, step) {
			if (value > 0 && step < 0)
				return wrongNumber('A positive number has no multiple of a negative step above it.');
			return multiple(value, step, Math.ceil);
		}
	}),
	defineFunction({
		name: 'FLOOR.MATH',
		category: CATEGORY,
		description: 'Rounds down to a multiple of the significance; with a mode, negative numbers toward zero.',
		parameters: [value, signless, optional(number('Mode', 'Not 0: negative numbers toward zero.'), 0)],
		example: '=FLOOR.MATH(-7.1,2)',
		compute: (value, step, mode) => multiple(value, Math.abs(step), towardOrAway(value, mode, Math.floor))
	}),
	defineFunction({
		name: 'CEILING.MATH',
		category: CATEGORY,
		description: 'Rounds up to a multiple of the significance; with a mode, negative numbers away from zero.',
		parameters: [value, signless, optional(number('Mode', 'Not 0: negative numbers away from zero.'), 0)],
		example: '=CEILING.MATH(-7.1,2)',
		compute: (value, step, mode) => multiple(value, Math.abs(step), towardOrAway(value, mode, Math.ceil))
	}),
	defineFunction({
		name: 'FLOOR.PRECISE',
		category: CATEGORY,
		description: 'Rounds down to a multiple of the significance, whatever the signs.',
		parameters: [value, signless],
		example: '=FLOOR.PRECISE(-7.1,2)',
		compute: (value, step) => multiple(value, Math.abs(step), Math.floor)
	}),
	defineFunction({
		name: 'CEILING.PRECISE',
		aliases: ['ISO.CEILING'],
		category: CATEGORY,
		description: 'Rounds up to a multiple of the significance, whatever the signs.',
		parameters: [value, signless],
		example: '=CEILING.PRECISE(-7.1,2)',
		compute: (value, step) => multiple(value, Math.abs(step), Math.ceil)
	}),
	defineFunction({
		name: 'MROUND',
		category: CATEGORY,
		description: 'Rounds to the nearest multiple, halves away from zero.',
		parameters: [
			strictNumber('Number', 'The number to round.'),
			strictNumber('Multiple', 'The step to round to; of the same sign as the number.')
		],
		example: '=MROUND(7.3,0.5)',
		compute(value, step) {
			if (value * step < 0) return wrongNumber('MROUND needs a number and a multiple of the same sign.');
			return multiple(value, step, halfAwayFromZero);
		}
	})
];
