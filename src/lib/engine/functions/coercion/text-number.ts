import type { Moment } from './date-text';

/** No number that anybody writes is longer. */
const LONGEST = 400;
const PLAIN = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;
/** Thousands in groups of three, or none. */
const GROUPED = /^(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d*)?(?:e[-+]?\d+)?$/i;
const FRACTION = /^([-+]?)(\d{1,15}) +(\d{1,5})\/(\d{1,5})$/;

/**
 * Reads a text as formulas take it for a number: digits with separators between thousands, a sign, brackets for negative,
 * a percent or currency sign, an exponent, a fraction (`1 1/2`), a date, a time or both. Undefined where it is none of
 * these, as the empty text. `inEnglish` writes the signs of its language as English does, `momentIn` reads dates in it.
 */
export function numberInText(
	text: string,
	inEnglish: (text: string) => string,
	momentIn: (text: string) => Moment | undefined
): number | undefined {
	if (text.length > LONGEST || !/\d/.test(text)) return undefined;
	const bare = text.replace(/^ +| +$/g, '');
	const plain = inEnglish(bare);
	if (PLAIN.test(plain)) return finite(Number(plain));
	return readAmount(plain) ?? readFraction(bare) ?? serialOf(momentIn(bare));
}

function readAmount(written: string): number | undefined {
	const bracketed = /^\( *(.*?) *\)$/.exec(written);
	const match = /^([-+]?) *([$%]?) *([-+]?) *(.*?) *([$%]?)$/.exec(bracketed?.[1] ?? written)!;
	const [, first, before, second, digits = '', after] = match;
	if ((before && after) || (first && second) || (bracketed && (first || second))) return undefined;
	if (!GROUPED.test(digits) || !/^[.,]?\d/.test(digits)) return undefined;
	const size = Number(digits.replaceAll(',', ''));
	const value = before === '%' || after === '%' ? size / 100 : size;
	return finite(bracketed || (first || second) === '-' ? -value : value);
}

function readFraction(written: string): number | undefined {
	const match = FRACTION.exec(written);
	if (!match || Number(match[4]) === 0) return undefined;
	const size = Number(match[2]) + Number(match[3]) / Number(match[4]);
	return match[1] === '-' ? -size : size;
}

function serialOf(moment: Moment | undefined): number | undefined {
	return moment && (moment.day ?? 0) + (moment.time ?? 0);
}

function finite(value: number): number | undefined {
	return Number.isFinite(value) ? value : undefined;
}
