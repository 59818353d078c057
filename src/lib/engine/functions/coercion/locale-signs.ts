/** Currencies by their codes, which begin with the region that they belong to. */
const CURRENCIES = (
	'USD GBP JPY CNY INR CHF CAD AUD NZD BRL KRW SEK NOK DKK PLN CZK HUF MXN ZAR TRY ILS THB TWD HKD SGD RUB UAH ' +
	'RON ISK IDR MYR PHP VND ARS CLP COP EGP NGN KES SAR AED'
).split(' ');
const EURO_REGIONS = new Set('AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' '));

/** A BCP 47 tag that this platform knows: English where it is not known or not a tag, which would make every number fail. */
export function knownLocale(tag: string): string {
	try {
		return Intl.NumberFormat.supportedLocalesOf(tag)[0] ?? 'en-US';
	} catch {
		return 'en-US';
	}
}

/** The code of the currency of the region of a locale; dollars where it is not known. */
export function currencyOf(locale: string): string {
	const region = new Intl.Locale(locale).maximize().region ?? 'US';
	if (EURO_REGIONS.has(region)) return 'EUR';
	return CURRENCIES.find((code) => code.startsWith(region)) ?? 'USD';
}

/** The character before the fraction or between thousands in a locale. */
export function characterOf(kind: 'decimal' | 'group', locale: string): string {
	const parts = new Intl.NumberFormat(locale, { minimumFractionDigits: 1 }).formatToParts(12_345_678);
	// Releases of the same platform differ in the apostrophe.
	return parts.find(({ type }) => type === kind)?.value.replace("'", '’') ?? '';
}

/** The sign of the currency of the region of a locale, as amounts are written there. */
export function currencySignOf(locale: string): string {
	const options = {
		style: 'currency',
		currency: currencyOf(locale),
		currencyDisplay: 'narrowSymbol'
	} as const;
	const parts = new Intl.NumberFormat(locale, options).formatToParts(1);
	return parts.find(({ type }) => type === 'currency')?.value ?? '$';
}

/** Numbers of months, 1 to 12, by their names and short names in a locale, in small letters and without a dot. */
export function monthsOf(locale: string): ReadonlyMap<string, number> {
	const months = new Map<string, number>();
	for (const month of ['long', 'short'] as const) {
		// With the day beside it a month has the form that dates are written with, where languages have two.
		for (const day of [undefined, 'numeric'] as const) {
			const writer = new Intl.DateTimeFormat(locale, { month, day, timeZone: 'UTC' });
			for (let index = 0; index < 12; index++) {
				const parts = writer.formatToParts(Date.UTC(2024, index, 1));
				const name = parts.find(({ type }) => type === 'month')?.value ?? '';
				months.set(name.toLowerCase().replace(/\.$/, ''), index + 1);
			}
		}
	}
	return months;
}
