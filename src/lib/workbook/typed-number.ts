import { notationOf } from './locale';
import { plainSigns } from './plain-signs';

/** A number as read, and the format that its notation suggests. */
export interface ReadNumber {
	readonly value: number;
	readonly format?: string;
}

/** Powers of ten of the sizes that people type after a number. */
const SIZES = new Map([
	['k', 3],
	['thousand', 3],
	['m', 6],
	['mn', 6],
	['million', 6],
	['b', 9],
	['bn', 9],
	['billion', 9],
	['t', 12],
	['tn', 12],
	['trillion', 12]
]);
/** Sign, currency, sign, digits, gap, size, and a percent sign or currency after. */
const SIGNS =
	/^([-+]?)\s*(CN¥|US\$|[$€£¥₹₩])?\s*([-+]?)(\S.*?)(?:(\s?)(k|thousand|mn?|million|bn?|billion|tn?|trillion))?(?:\s*(%|٪|CN¥|US\$|[$€£¥₹₩]))?$/i;
/** Longer texts are no numbers that anybody types, and are not worth the search. */
const MAX_NUMBER_LENGTH = 400;

/**
 * Reads a number as people type it in a locale: with thousands separators, a percent or currency sign, a size (`1.2bn`),
 * an exponent, brackets for negative, or a fraction (`1 1/2`). `undefined` where the text is no number, and where it is a
 * whole number with more digits than a number keeps, such as an account number.
 */
export function readNumber(text: string, locale: string): ReadNumber | undefined {
	if (text.length > MAX_NUMBER_LENGTH) return undefined;
	const plain = plainSigns(text.trim()).replace(/[−﹣-]/g, '-');
	if (!/\d/.test(plain)) return undefined;
	return readFraction(plain) ?? readDecimal(plain, locale);
}

/**
 * A number at full precision in a locale's notation, shifted by a power of ten without rounding: what is read back is the
 * same number.
 */
export function writeNumber(value: number, locale: string, powerOfTen = 0): string {
	const [mantissa, exponent = 0] = shiftedParts(value, powerOfTen);
	const digits = mantissa.replace('.', notationOf(locale).decimal);
	return exponent === 0 ? digits : `${digits}E${exponent > 0 ? '+' : ''}${exponent}`;
}

/** The decimal digits of a number times a power of ten, without an exponent where they stay readable. */
function shiftedParts(value: number, powerOfTen: number): [string, number?] {
	const [mantissa, exponent] = value.toExponential().split('e') as [string, string];
	const power = Number(exponent) + powerOfTen;
	if (power > 20 || power < -6) return [mantissa, power];
	const sign = mantissa.startsWith('-') ? '-' : '';
	const digits = mantissa.replace(/[-.]/g, '');
	if (power < 0) return [`${sign}0.${'0'.repeat(-power - 1)}${digits}`];
	const whole = digits.slice(0, power + 1).padEnd(power + 1, '0');
	const fraction = digits.slice(power + 1);
	return [`${sign}${whole}${fraction && `.${fraction}`}`];
}

function readFraction(text: string): ReadNumber | undefined {
	const match = /^([-+]?)(\d{1,15}) (\d{1,3})\/(\d{1,3})$/.exec(text);
	if (!match || Number(match[4]) === 0) return undefined;
	const size = Number(match[2]) + Number(match[3]) / Number(match[4]);
	const digits = '?'.repeat(match[4]!.length);
	return { value: size === 0 ? 0 : match[1] === '-' ? -size : size, format: `# ${digits}/${digits}` };
}

function readDecimal(text: string, locale: string): ReadNumber | undefined {
	const bracketed = /^\((.+)\)$/.exec(text);
	const taken = takeSigns(bracketed?.[1] ?? text);
	if (!taken || (bracketed && taken.sign)) return undefined;
	const { currency, isPercent, size } = taken;
	if (isPercent && (currency || size)) return undefined;
	const digits = readDigits(taken.rest, locale);
	if (!digits) return undefined;
	const power = digits.exponent + (isPercent ? -2 : (SIZES.get(size) ?? 0));
	const number = Number(`${digits.whole || '0'}.${digits.fraction || '0'}e${power}`);
	if (!Number.isFinite(number) || losesDigits(digits, number)) return undefined;
	const isNegative = bracketed !== null || taken.sign === '-';
	const format = suggestFormat(digits, taken);
	return { value: isNegative && number !== 0 ? -number : number, ...(format && { format }) };
}

interface TakenSigns {
	readonly rest: string;
	readonly sign: string;
	/** With the side it stood on: `"€"` before, ` "€"` after. */
	readonly currency?: { readonly symbol: string; readonly isAfter: boolean };
	readonly isPercent: boolean;
	readonly size: string;
}

/** Takes sign, currency, percent sign and size from around the digits. */
function takeSigns(text: string): TakenSigns | undefined {
	const match = SIGNS.exec(text);
	if (!match) return undefined;
	const [, first, before, second, rest, gap, size = '', after = ''] = match;
	const isPercent = after === '%' || after === '٪';
	const symbolAfter = isPercent ? '' : after;
	if ((first && second) || (before && symbolAfter)) return undefined;
	const symbol = (before ?? symbolAfter).toUpperCase();
	// "5 m" may be metres; with a currency, or as a word, it is a size.
	if (gap && size.length === 1 && !symbol) return undefined;
	return {
		rest: rest!,
		sign: first || second || '',
		isPercent,
		size: size.toLowerCase(),
		...(symbol && { currency: { symbol, isAfter: !before } })
	};
}

interface Digits {
	readonly whole: string;
	readonly fraction: string;
	readonly exponent: number;
	readonly isGrouped: boolean;
	readonly hasExponent: boolean;
}

function readDigits(text: string, locale: string): Digits | undefined {
	const match = notationOf(locale).digits.exec(text);
	if (!match) return undefined;
	const [, grouped, plain = '', fraction = '', exponent] = match;
	const whole = grouped?.replace(/\D/g, '') ?? plain;
	if (whole === '' && fraction === '') return undefined;
	return {
		whole,
		fraction,
		exponent: Number(exponent ?? 0),
		isGrouped: grouped !== undefined,
		hasExponent: exponent !== undefined
	};
}

/** Whether a whole number has digits that the nearest number does not keep. */
function losesDigits({ whole, fraction, hasExponent }: Digits, number: number): boolean {
	if (fraction !== '' || hasExponent || whole.length <= 15) return false;
	const significant = (digits: string) => digits.replace(/^0+|0+$/g, '');
	const [mantissa] = number.toExponential().split('e') as [string];
	return significant(whole) !== significant(mantissa.replace(/\D/g, ''));
}

function suggestFormat(digits: Digits, { currency, isPercent, size }: TakenSigns): string | undefined {
	const decimals = digits.fraction.length;
	if (isPercent) return decimals === 0 ? '0%' : `0.${'0'.repeat(Math.min(decimals, 10))}%`;
	if (currency) {
		const symbol = currency.symbol === '$' ? '$' : `"${currency.symbol}"`;
		const money = (number: string, unit = '') =>
			currency.isAfter ? `${number}${unit} ${symbol}` : `${symbol}${number}${unit}`;
		if (!size) return money(decimals === 0 ? '#,##0' : '#,##0.00');
		const billions = money('#,##0.00,,,', '"B"');
		const millions = money('#,##0.00,,', '"M"');
		return `[>=1000000000]${billions};[>=1000000]${millions};${money('#,##0')}`;
	}
	if (digits.hasExponent) return '0.00E+00';
	if (size) return '#,##0';
	if (digits.isGrouped) return decimals === 0 ? '#,##0' : '#,##0.00';
	return undefined;
}
