import { notAvailable } from './failures';
import { incompleteGamma } from './gamma';
import { defineFunction } from './numeric-function';
import { number, optional, strictNumber, text } from './parameters';
import { unitCalled } from './units';

const CATEGORY = 'Engineering';

/** Scales of temperature: what 0 degrees Celsius is on each, and how many of its degrees one degree Celsius is. */
const SCALES: Readonly<Record<string, readonly [zero: number, degrees: number]>> = {
	C: [0, 1],
	cel: [0, 1],
	K: [273.15, 1],
	kel: [273.15, 1],
	F: [32, 1.8],
	fah: [32, 1.8],
	Rank: [491.67, 1.8],
	Reau: [0, 0.8]
};

/** A temperature on another scale; undefined where either is none. */
function onScale(value: number, from: string, to: string): number | undefined {
	if (from === to || !Object.hasOwn(SCALES, from) || !Object.hasOwn(SCALES, to)) return undefined;
	const [zero, degrees] = SCALES[from]!;
	const [otherZero, otherDegrees] = SCALES[to]!;
	return ((value - zero) / degrees) * otherDegrees + otherZero;
}

/** Functions of engineering. */
export const ENGINEERING = [
	defineFunction({
		name: 'GESTEP',
		category: CATEGORY,
		description: 'Gives 1 for a number that reaches a step, and 0 below it.',
		parameters: [
			strictNumber('Number', 'The number.'),
			optional(strictNumber('Step', 'The step; 0 if left out.'), 0)
		],
		example: '=GESTEP(5,4)',
		compute: (value, step) => Number(value >= step)
	}),
	defineFunction({
		name: 'ERF.PRECISE',
		category: CATEGORY,
		description: 'Gives the error function between 0 and a number.',
		parameters: [number('X', 'The upper end.')],
		example: '=ERF.PRECISE(0.745)',
		compute: (x) => Math.sign(x) * incompleteGamma(0.5, x * x).below
	}),
	defineFunction({
		name: 'ERFC.PRECISE',
		category: CATEGORY,
		description: 'Gives the error function from a number to infinity.',
		parameters: [number('X', 'The lower end.')],
		example: '=ERFC.PRECISE(1)',
		compute(x) {
			const { below, above } = incompleteGamma(0.5, x * x);
			return x < 0 ? 1 + below : above;
		}
	}),
	defineFunction({
		name: 'CONVERT',
		category: CATEGORY,
		description: 'Gives a measure in another unit.',
		parameters: [
			strictNumber('Number', 'The measure.'),
			text('From_unit', 'Its unit, such as "kWh", "mi" or "F"; capitals and small letters differ.'),
			text('To_unit', 'The unit that it is wanted in, of the same kind.')
		],
		example: '=CONVERT(1,"MWh","J")',
		compute(value, from, to) {
			const temperature = onScale(value, from, to);
			if (temperature !== undefined) return temperature;
			if (from === to && Object.hasOwn(SCALES, from)) return value;
			const one = unitCalled(from);
			const other = unitCalled(to);
			if (!one || !other) return notAvailable(`There is no unit “${one ? to : from}” to convert.`);
			if (one.kind !== other.kind)
				return notAvailable(
					`“${from}” measures ${one.kind} and “${to}” ${other.kind}: they cannot be converted.`
				);
			return (value * one.size) / other.size;
		}
	})
];
