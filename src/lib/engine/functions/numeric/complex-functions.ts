import { CellError } from 'hyperformula';
import {
	complex,
	logarithm,
	manyComplex,
	power,
	product,
	quotient,
	reciprocal,
	sizeOf,
	textOfComplex,
	withUnit,
	type Complex
} from './complex';
import { divisionByZero, wrongNumber, wrongValue } from './failures';
import { defineFunction, type Answer } from './numeric-function';
import { optional, strictNumber, text } from './parameters';

const CATEGORY = 'Engineering';
const value = complex('Inumber', 'A complex number, such as "3+4i".');
const { sin, cos, sinh, cosh, exp, LN10, LN2 } = Math;

function cosine({ re, im }: Complex): Complex {
	return { re: cos(re) * cosh(im), im: -sin(re) * sinh(im) };
}

function sine({ re, im }: Complex): Complex {
	return { re: sin(re) * cosh(im), im: cos(re) * sinh(im) };
}

function hyperbolicCosine({ re, im }: Complex): Complex {
	return { re: cosh(re) * cos(im), im: sinh(re) * sin(im) };
}

function hyperbolicSine({ re, im }: Complex): Complex {
	return { re: sinh(re) * cos(im), im: cosh(re) * sin(im) };
}

/** Sine over cosine, in the form of double angles that loses no digits where one of them is near 0. */
function tangent({ re, im }: Complex): Complex {
	const shared = cos(2 * re) + cosh(2 * im);
	return { re: sin(2 * re) / shared, im: sinh(2 * im) / shared };
}

function cotangent({ re, im }: Complex): Complex | CellError {
	const shared = cosh(2 * im) - cos(2 * re);
	return shared === 0
		? wrongNumber('0 has no cotangent.')
		: { re: sin(2 * re) / shared, im: -sinh(2 * im) / shared };
}

function scaledLogarithm(of: Complex, scale: number): Complex | CellError {
	const found = logarithm(of);
	return found instanceof CellError ? found : { re: found.re / scale, im: found.im / scale };
}

const UNARY: readonly [name: string, called: string, compute: (of: Complex) => Complex | CellError][] = [
	['IMCONJUGATE', 'the conjugate', ({ re, im }) => ({ re, im: -im })],
	['IMCOS', 'the cosine', cosine],
	['IMCOSH', 'the hyperbolic cosine', hyperbolicCosine],
	['IMCOT', 'the cotangent', cotangent],
	['IMCSC', 'the cosecant', (of) => reciprocal(sine(of))],
	['IMCSCH', 'the hyperbolic cosecant', (of) => reciprocal(hyperbolicSine(of))],
	['IMEXP', 'e to the power', ({ re, im }) => ({ re: exp(re) * cos(im), im: exp(re) * sin(im) })],
	['IMLN', 'the natural logarithm', logarithm],
	['IMLOG10', 'the logarithm to base 10', (of) => scaledLogarithm(of, LN10)],
	['IMLOG2', 'the logarithm to base 2', (of) => scaledLogarithm(of, LN2)],
	['IMSEC', 'the secant', (of) => reciprocal(cosine(of))],
	['IMSECH', 'the hyperbolic secant', (of) => reciprocal(hyperbolicCosine(of))],
	['IMSIN', 'the sine', sine],
	['IMSINH', 'the hyperbolic sine', hyperbolicSine],
	['IMSQRT', 'the square root', (of) => (of.re === 0 && of.im === 0 ? of : power(of, 0.5))],
	['IMTAN', 'the tangent', tangent]
];

const PARTS: readonly [name: string, called: string, compute: (of: Complex) => number | CellError][] = [
	['IMABS', 'the distance from 0', sizeOf],
	['IMREAL', 'the real part', ({ re }) => re],
	['IMAGINARY', 'the imaginary part', ({ im }) => im],
	[
		'IMARGUMENT',
		'the angle in radians',
		({ re, im }) => (re === 0 && im === 0 ? divisionByZero('0 has no angle.') : Math.atan2(im, re))
	]
];

function ofOne(name: string, called: string, compute: (of: Complex) => Answer) {
	return defineFunction({
		name,
		category: CATEGORY,
		description: `Gives ${called} of a complex number.`,
		parameters: [value],
		example: `=${name}("3+4i")`,
		compute
	});
}

/** Functions of complex numbers, which are texts such as 3+4i. */
export const COMPLEX = [
	defineFunction({
		name: 'COMPLEX',
		category: CATEGORY,
		description: 'Gives a complex number from its parts.',
		parameters: [
			strictNumber('Real_num', 'The real part.'),
			strictNumber('I_num', 'The imaginary part.'),
			optional(text('Suffix', '"i" or "j"; i if left out.'), 'i')
		],
		example: '=COMPLEX(3,4)',
		compute: (re, im, unit) =>
			unit === 'i' || unit === 'j' || unit === ''
				? textOfComplex({ re, im, unit: unit || 'i' })
				: wrongValue('The suffix must be "i" or "j".')
	}),
	...UNARY.map(([name, called, compute]) =>
		ofOne(name, called, (of) => withUnit([of], ([one]) => compute(one!)))
	),
	...PARTS.map(([name, called, compute]) => ofOne(name, called, compute)),
	defineFunction({
		name: 'IMDIV',
		category: CATEGORY,
		description: 'Divides a complex number by another.',
		parameters: [value, complex('Inumber2', 'What divides.')],
		example: '=IMDIV("-238+240i","10+24i")',
		compute: (a, b) => withUnit([a, b], () => quotient(a, b))
	}),
	defineFunction({
		name: 'IMSUB',
		category: CATEGORY,
		description: 'Subtracts a complex number from another.',
		parameters: [value, complex('Inumber2', 'What is subtracted.')],
		example: '=IMSUB("13+4i","5+3i")',
		compute: (a, b) => withUnit([a, b], () => ({ re: a.re - b.re, im: a.im - b.im }))
	}),
	defineFunction({
		name: 'IMPOWER',
		category: CATEGORY,
		description: 'Raises a complex number to a power.',
		parameters: [value, strictNumber('Number', 'The power.')],
		example: '=IMPOWER("2+3i",3)',
		compute: (base, exponent) => withUnit([base], () => power(base, exponent))
	}),
	defineFunction({
		name: 'IMSUM',
		category: CATEGORY,
		description: 'Adds complex numbers.',
		parameters: [manyComplex('Inumber', 'Complex numbers, or cells with such.')],
		example: '=IMSUM("3+4i","5-3i")',
		compute: (all) =>
			withUnit(all, () =>
				all.reduce((sum, { re, im }) => ({ re: sum.re + re, im: sum.im + im }), { re: 0, im: 0 })
			)
	}),
	defineFunction({
		name: 'IMPRODUCT',
		category: CATEGORY,
		description: 'Multiplies complex numbers.',
		parameters: [manyComplex('Inumber', 'Complex numbers, or cells with such.')],
		example: '=IMPRODUCT("3+4i","5-3i")',
		compute: (all) => withUnit(all, () => (all.length === 0 ? { re: 0, im: 0 } : all.reduce(product)))
	})
];
