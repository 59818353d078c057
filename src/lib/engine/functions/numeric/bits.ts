import { wrongNumber } from './failures';
import { defineFunction } from './numeric-function';
import { number } from './parameters';

const bits1 = number('Number1', 'A whole number from 0 to 2^48 - 1.');
const bits2 = number('Number2', 'Another such number.');
const LIMIT = 2 ** 48;

function areBits(value: number): boolean {
	return Number.isInteger(value) && value >= 0 && value < LIMIT;
}

function bitwise(name: string, description: string, compute: (a: bigint, b: bigint) => bigint) {
	return defineFunction({
		name,
		category: 'Engineering',
		description,
		parameters: [bits1, bits2],
		example: `=${name}(13,25)`,
		compute: (a, b) =>
			areBits(a) && areBits(b)
				? Number(compute(BigInt(a), BigInt(b)))
				: wrongNumber('Bits need whole numbers from 0 to 2^48 - 1.')
	});
}

/** Functions of the 48 bits of whole numbers. */
export const BITS = [
	bitwise('BITAND', 'Gives the bits that two numbers share.', (a, b) => a & b),
	bitwise('BITOR', 'Gives the bits that either of two numbers has.', (a, b) => a | b),
	bitwise('BITXOR', 'Gives the bits that one of two numbers has, not both.', (a, b) => a ^ b)
];
