import { dateOrderOf } from '$lib/workbook';
import { readMoment, type Moment } from './date-text';
import { characterOf, currencySignOf, knownLocale, monthsOf } from './locale-signs';
import { textOfNumber } from './number-text';
import { numberInText } from './text-number';

/** How formulas turn texts into numbers and numbers into texts, both as a locale writes them. */
export interface Conversion {
	/** The character before the fraction. */
	readonly decimal: string;
	/** The character between thousands. */
	readonly group: string;
	/** A number, date, time or share that a text says; undefined where it says none. */
	numberIn(text: string): number | undefined;
	/** A date, a time or both that a text says; undefined where it says neither. */
	momentIn(text: string): Moment | undefined;
	/** A number as a text joins it. */
	textOf(value: number): string;
}

/** By the tags that the platform knows: of those that it does not there is no end. */
const conversions = new Map<string, Conversion>();

let latest: { readonly tag: string; readonly conversion: Conversion } | undefined;

/** The conversions of a BCP 47 tag; English ones where there is none, or it is not known or not a tag. */
export function conversionOf(tag = 'en-US'): Conversion {
	if (latest?.tag === tag) return latest.conversion;
	const locale = knownLocale(tag);
	let conversion = conversions.get(locale);
	if (!conversion) conversions.set(locale, (conversion = conversionIn(locale)));
	latest = { tag, conversion };
	return conversion;
}

function conversionIn(locale: string): Conversion {
	const decimal = characterOf('decimal', locale);
	const group = characterOf('group', locale);
	const dates = { order: dateOrderOf(locale), months: monthsOf(locale) };
	const inEnglish = translator(decimal, group, currencySignOf(locale));
	const momentIn = (text: string) => readMoment(text, dates);
	return {
		decimal,
		group,
		momentIn,
		numberIn: (text) => numberInText(text, inEnglish, momentIn),
		textOf: decimal === '.' ? textOfNumber : (value) => textOfNumber(value).replace('.', decimal)
	};
}

/** Spaces and apostrophes of every kind, which one writer of a language takes for another. */
const SPACES = /[ \u00a0\u202f\u2009]/;
const APOSTROPHES = /['’]/;

/** Puts the separators and the currency sign of English in place of those of a locale. */
function translator(decimal: string, group: string, currency: string): (text: string) => string {
	if (decimal === '.' && group === ',' && currency === '$') return (text) => text;
	const kind = [SPACES, APOSTROPHES].find((one) => one.test(group));
	const isGroup = (sign: string) => kind?.test(sign) ?? sign === group;
	// A space stands between thousands only where three digits follow it.
	const signs = /[ \u00a0\u202f\u2009](?=\d{3})|[^\d\s\p{L}]/gu;
	const inEnglish = (sign: string) => {
		if (sign === decimal) return '.';
		if (isGroup(sign)) return ',';
		// What English has between digits says nothing here.
		return sign === '.' || sign === ',' ? '#' : sign;
	};
	return (text) => text.replaceAll(currency, '$').replace(signs, inEnglish);
}
