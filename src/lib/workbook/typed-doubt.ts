import { monthKey, notationOf } from './locale';
import { datePartsOf } from './serial-date';
import { plainSigns } from './plain-signs';
import type { Content } from './content';
import { formatValue } from './number-format';

/** Longer texts are meant as texts. */
const MOST_LETTERS = 60;

/**
 * Says what was made of a typed text that could have meant something else, as a sentence: a fraction or a day without its
 * year, a date whose day and month could change places, digits or zeros that a number does not keep. Undefined where the
 * text means one thing only.
 */
export function doubtOf(text: string, content: Content, locale: string): string | undefined {
	const plain = plainSigns(text.trim());
	if (plain.length > MOST_LETTERS || /^['=]/.test(plain)) return undefined;
	return typeof content === 'number'
		? doubtOfNumber(plain, content, locale)
		: content === text
			? doubtOfText(plain, locale)
			: undefined;
}

function doubtOfNumber(plain: string, value: number, locale: string): string | undefined {
	const zeros = /^0+[1-9]\d*$/.exec(plain);
	if (zeros) return `Read as the number ${value}: type '${plain} to keep the zeros.`;
	const [, first, , second] = /^(\d{1,2})([-/.])(\d{1,2})\2\d{2,4}\b/.exec(plain) ?? [];
	if (first === undefined || Number(first) === Number(second) || Number(second) > 12 || Number(first) > 12) {
		return undefined;
	}
	return datePartsOf(value)
		? `Read as ${formatValue(Math.floor(value), 'd mmm yyyy', locale).text}.`
		: undefined;
}

function doubtOfText(plain: string, locale: string): string | undefined {
	if (/^\d{1,3}\/[1-9]\d{0,2}$/.test(plain)) {
		return `Kept as text: type 0 ${plain} for a fraction, =${plain} to divide, or a date with its year.`;
	}
	if (isDayWithoutYear(plain, locale)) return 'Kept as text: a date needs its year.';
	if (/^[-+]?\d{16,}$/.test(plain)) return 'Kept as text: it has more digits than a number keeps.';
	if (/^[-+@]+\s*\$?[A-Z]{1,3}\$?\d|^[-+]{2,}\s*[\d.]/i.test(plain)) {
		return 'Kept as text: a formula begins with =.';
	}
	return undefined;
}

/** `5 May`, `May 5`, `May-25`: a month with a number that may be the day or the year. */
function isDayWithoutYear(plain: string, locale: string): boolean {
	const match = /^(?:\d{1,2}\.?[ -]([\p{L}\p{M}]+)\.?|([\p{L}\p{M}]+)\.?[ -]\d{1,2})$/u.exec(plain);
	const month = match?.[1] ?? match?.[2];
	return month !== undefined && notationOf(locale).months.has(monthKey(month));
}
