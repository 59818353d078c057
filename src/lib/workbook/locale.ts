import { getLocale } from 'numfmt';
import { dateOrderOf, type DateOrder } from './date-order';

/** How numbers and dates are written in a locale. */
export interface LocaleNotation {
	readonly decimal: string;
	/** Grouped whole part, or plain whole part; fraction; exponent. */
	readonly digits: RegExp;
	readonly dateOrder: DateOrder;
	/** Numbers of months, 1 to 12, by their names and short names in lower case without a dot, English ones included. */
	readonly months: ReadonlyMap<string, number>;
}

const notations = new Map<string, LocaleNotation>();

/** The notation of a BCP 47 tag; English where the tag is not known or not a tag. */
export function notationOf(locale: string): LocaleNotation {
	let notation = notations.get(locale);
	if (!notation) notations.set(locale, (notation = readNotation(locale)));
	return notation;
}

function readNotation(locale: string): LocaleNotation {
	const english = getLocale('en')!;
	const local = localeData(locale) ?? english;
	const months = new Map<string, number>();
	for (const names of [local.mmmm, local.mmm, english.mmmm, english.mmm]) {
		names.forEach((name, index) => {
			const key = monthKey(name);
			// Some locales abbreviate months to numerals, which are not names to look for.
			if (/^\p{L}[\p{L}\p{M}]+$/u.test(key) && !months.has(key)) months.set(key, index + 1);
		});
	}
	if (!months.has('sept')) months.set('sept', 9);
	return {
		decimal: local.decimal,
		digits: digitsPattern(local.decimal, local.group),
		dateOrder: dateOrderOf(locale),
		months
	};
}

/** Spaces that keep digits together, which group them in every locale. */
const SOLID_SPACE = '[\\u00a0\\u202f\\u2009]';

/** Digits with their separators. Every kind of space stands for another, as does a straight apostrophe for a curly one. */
function digitsPattern(decimal: string, group: string): RegExp {
	const separator = /\s/.test(group) ? '[ \\u00a0\\u202f\\u2009]' : group === '’' ? "[’']" : `\\${group}`;
	return new RegExp(
		`^(?:(\\d{1,3}(?:(?:${separator}\\d{3})+|(?:${SOLID_SPACE}\\d{3})+))|(\\d+))?(?:\\${decimal}(\\d*))?(?:[eE]([-+]?\\d{1,4}))?$`
	);
}

/** A month's name as {@link LocaleNotation.months} holds it. */
export function monthKey(name: string): string {
	return name.toLowerCase().replace(/\.$/, '');
}

function localeData(locale: string): ReturnType<typeof getLocale> {
	try {
		return getLocale(locale);
	} catch {
		return undefined;
	}
}

/** Names of months and days of the week, each list in its order: those of the locale and the English ones. */
export function calendarLists(locale: string): readonly (readonly string[])[] {
	const english = getLocale('en')!;
	const lists = [localeData(locale) ?? english, english].flatMap(({ mmmm, mmm, dddd, ddd }) => [
		mmmm,
		mmm,
		dddd,
		ddd
	]);
	// Some locales abbreviate months to numerals, which are numbers to whoever reads them.
	return lists.filter((names) => names.every((name) => /^\p{L}/u.test(name)));
}
