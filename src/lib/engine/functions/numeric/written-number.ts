import { characterOf, currencyOf, knownLocale } from '../coercion/locale-signs';
import { halfAwayFromZero, roundAt } from './fifteen-digits';

/** The size of a number with so many digits after the point, in the characters of a locale, thousands parted or not. */
function sizeText(value: number, decimals: number, isGrouped: boolean, locale: string): string {
	const rounded = roundAt(value, decimals, halfAwayFromZero);
	const shown = Math.max(0, decimals);
	const [mantissa, exponent] = Math.abs(rounded).toExponential(14).split('e') as [string, string];
	const digits = mantissa.replace('.', '');
	const point = Number(exponent) + 1;
	const wholes = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
	const after = (point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits)
		.slice(0, shown)
		.padEnd(shown, '0');
	const group = isGrouped ? characterOf('group', locale) : '';
	const grouped = wholes.replace(/\B(?=(\d{3})+$)/g, group);
	return shown > 0 ? `${grouped}${characterOf('decimal', locale)}${after}` : grouped;
}

function isBelowZero(value: number, shown: string): boolean {
	return value < 0 && /[1-9]/.test(shown);
}

/** A number with so many digits after the point, as a locale writes it. */
export function writeFixed(value: number, decimals: number, isGrouped: boolean, tag: string): string {
	const locale = knownLocale(tag);
	const shown = sizeText(value, decimals, isGrouped, locale);
	return isBelowZero(value, shown) ? `-${shown}` : shown;
}

/** A number in the currency of a locale's region: where its sign stands, and how a negative amount is told, differ. */
export function writeMoney(value: number, decimals: number, tag: string): string {
	const locale = knownLocale(tag);
	const shown = sizeText(value, decimals, true, locale);
	const isNegative = isBelowZero(value, shown);
	const currency = currencyOf(locale);
	// Dollars in parentheses are what Excel gives in the United States.
	if (currency === 'USD') return isNegative ? `($${shown})` : `$${shown}`;
	const parts = new Intl.NumberFormat(locale, {
		style: 'currency',
		currency,
		currencyDisplay: 'narrowSymbol',
		maximumFractionDigits: 0
	}).formatToParts(isNegative ? -1 : 1);
	return parts
		.map(({ type, value }) => {
			if (type === 'integer') return shown;
			return type === 'minusSign'
				? '-'
				: value
						.replace(/\s/g, ' ')
						.replace(/\u200f/g, '')
						.replace('￥', '¥');
		})
		.join('');
}
