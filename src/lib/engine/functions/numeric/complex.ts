import { CellError } from 'hyperformula';
import { textOfNumber } from '../coercion/number-text';
import { wrongNumber, wrongValue } from './failures';
import type { Given, Parameter, Scalar } from './numeric-function';
import { rowsOf } from './parameters';

/** A complex number, and the letter that its text has for the imaginary unit. */
export interface Complex {
	readonly re: number;
	readonly im: number;
	/** None where there is no imaginary part. */
	readonly unit?: string | undefined;
}

const NUMBER = String.raw`(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?`;
const REAL = new RegExp(`^[+-]?${NUMBER}$`);
const IMAGINARY = new RegExp(`^([+-]?)(${NUMBER})?([ij])$`);
const BOTH = new RegExp(`^([+-]?${NUMBER})([+-])(${NUMBER})?([ij])$`);

function read(value: Exclude<Scalar, CellError>): Complex | CellError {
	if (value === null) return { re: 0, im: 0 };
	if (typeof value === 'number') return { re: value, im: 0 };
	if (typeof value === 'boolean') return wrongValue('A complex number is needed here, not TRUE or FALSE.');
	if (REAL.test(value)) return { re: Number(value), im: 0 };
	const [, re = '0', sign = '', size = '1', unit] =
		BOTH.exec(value) ?? IMAGINARY.exec(value)?.toSpliced(1, 0, '0') ?? [];
	return unit === undefined
		? wrongNumber('A complex number is needed here, such as "3+4i".')
		: { re: Number(re), im: Number(sign + size), unit };
}

/** A complex number, from a number or from a text such as 3+4i. */
export function complex(name: string, description: string): Parameter<Complex> {
	return {
		name,
		description,
		read([given]) {
			const [[value] = []] = rowsOf(given);
			return value instanceof CellError ? value : read(value ?? null);
		}
	};
}

/** All complex numbers that are given; blank cells are skipped. */
export function manyComplex(name: string, description: string): Parameter<Complex[]> {
	return {
		name,
		description,
		isRepeated: true,
		takesBlock: true,
		read(given: readonly Given[]) {
			const found: Complex[] = [];
			for (const value of given.flatMap((one) => rowsOf(one).flat())) {
				if (value === null) continue;
				const number = value instanceof CellError ? value : read(value);
				if (number instanceof CellError) return number;
				found.push(number);
			}
			return found;
		}
	};
}

/** The text of a complex number, with 15 digits and without parts that are 0. */
export function textOfComplex({ re, im, unit = 'i' }: Complex): string | CellError {
	if (!Number.isFinite(re) || !Number.isFinite(im))
		return wrongNumber('The result is not a number that can be held: check the arguments.');
	if (im === 0) return textOfNumber(re);
	const size = Math.abs(im) === 1 ? '' : textOfNumber(Math.abs(im));
	const sign = im < 0 ? '-' : re === 0 ? '' : '+';
	return `${re === 0 ? '' : textOfNumber(re)}${sign}${size}${unit}`;
}

/** What numbers give, with their own unit; an error where they have different ones. */
export function withUnit(
	numbers: readonly Complex[],
	compute: (numbers: readonly Complex[]) => Complex | CellError
): string | CellError {
	const units = new Set(numbers.flatMap(({ unit }) => unit ?? []));
	if (units.size > 1) return wrongValue('Write all complex numbers with i, or all with j.');
	const result = compute(numbers);
	return result instanceof CellError ? result : textOfComplex({ ...result, unit: [...units][0] });
}

export function product(a: Complex, b: Complex): Complex {
	return { re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re };
}

export function quotient(a: Complex, b: Complex): Complex | CellError {
	const square = b.re * b.re + b.im * b.im;
	if (square === 0) return wrongNumber('This divides by a complex number that is 0.');
	const { re, im } = product(a, { re: b.re, im: -b.im });
	return { re: re / square, im: im / square };
}

export function reciprocal(of: Complex): Complex | CellError {
	return quotient({ re: 1, im: 0 }, of);
}

/** The distance from 0. */
export function sizeOf({ re, im }: Complex): number {
	return Math.sqrt(re * re + im * im);
}

export function logarithm(of: Complex): Complex | CellError {
	const size = sizeOf(of);
	return size === 0
		? wrongNumber('0 has no logarithm.')
		: { re: Math.log(size), im: Math.atan2(of.im, of.re) };
}

export function power(base: Complex, exponent: number): Complex | CellError {
	if (base.re === 0 && base.im === 0)
		return exponent > 0 ? { re: 0, im: 0 } : wrongNumber('0 has positive powers only.');
	const size = sizeOf(base) ** exponent;
	const angle = Math.atan2(base.im, base.re) * exponent;
	return { re: size * Math.cos(angle), im: size * Math.sin(angle) };
}
