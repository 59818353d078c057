import { besselI, besselJ, besselK, besselY } from './bessel';
import { wrongNumber } from './failures';
import { defineFunction } from './numeric-function';
import { strictNumber, strictWhole } from './parameters';

/** Every order up to it is a step of the calculation. */
const MOST = 1e6;

function bessel(
	name: string,
	called: string,
	needsPositive: boolean,
	compute: (order: number, x: number) => number
) {
	return defineFunction({
		name,
		category: 'Engineering',
		description: `Gives the ${called}.`,
		parameters: [
			strictNumber('X', needsPositive ? 'The value, above 0.' : 'The value.'),
			strictWhole('N', 'The order, 0 or more; a fraction is cut off.')
		],
		example: `=${name}(1.5,1)`,
		compute(x, order) {
			if (order < 0 || (needsPositive && x <= 0))
				return wrongNumber(`The order must be 0 or more${needsPositive ? ', and the value above 0' : ''}.`);
			return order > MOST || Math.abs(x) > MOST
				? wrongNumber('The value and the order must be at most a million.')
				: compute(order, x);
		}
	});
}

/** Bessel functions of whole order. */
export const BESSEL = [
	bessel('BESSELI', 'modified Bessel function of the first kind', false, besselI),
	bessel('BESSELJ', 'Bessel function of the first kind', false, besselJ),
	bessel('BESSELK', 'modified Bessel function of the second kind', true, besselK),
	bessel('BESSELY', 'Bessel function of the second kind', true, besselY)
];
