import { isFormula, withLineFeeds, type Content } from './content';
import { formatKind, type FormatKind } from './number-format';
import { datePartsOf, FALSE_DAY, timePartsOf } from './serial-date';
import { readDate } from './typed-date';
import { readNumber, writeNumber } from './typed-number';
import { errorOfText } from './value';

/** What typed text means. `format` is what its notation suggests for a cell that has no format of its own. */
export interface TypedInput {
	readonly content: Content;
	readonly format?: string;
}

/**
 * Reads what a user typed into a cell, as Excel does: formulas are kept byte for byte, texts but for their line ends,
 * which become line feeds. A leading apostrophe makes a text. Then come TRUE and FALSE, errors such as #N/A (a formula
 * that is that error), numbers and dates in the locale's notation, and whatever else is a text. Nothing at all is blank.
 * `cellFormat` is the format that the cell already has: under a text format everything but a formula is a text, under a
 * percent format a number of 1 or more without a sign is percent.
 */
export function readTyped(text: string, locale: string, cellFormat?: string): TypedInput {
	if (text === '') return { content: null };
	if (isFormula(text as Content)) return { content: text };
	if (text.startsWith("'")) return { content: withLineFeeds(text) };
	const kind = formatKind(cellFormat);
	if (kind === 'text') return { content: withLineFeeds(text) };
	const word = text.trim().toUpperCase();
	if (word === 'TRUE' || word === 'FALSE') return { content: word === 'TRUE' };
	const error = errorOfText(text);
	if (error) return { content: `=${error}` };
	const number = readNumber(text, locale);
	if (number && kind === 'percent' && number.format === undefined && Math.abs(number.value) >= 1) {
		return { content: Number(writeNumber(number.value, 'en', -2)) };
	}
	const read = number ?? readDate(text, locale);
	if (!read) return { content: withLineFeeds(text) };
	return { content: read.value, ...(read.format && { format: read.format }) };
}

/**
 * What the editor shows for a content: formulas and texts as typed, percentages with their sign, dates as a date, numbers
 * at full precision. Reading it back with {@link readTyped} gives the same content.
 */
export function textForEditing(content: Content, format: string | undefined, locale: string): string {
	if (content === null) return '';
	if (typeof content === 'boolean') return content ? 'TRUE' : 'FALSE';
	if (typeof content === 'string') return textOfString(content, locale);
	const kind = formatKind(format);
	const shown = kind === 'percent' ? `${writeNumber(content, locale, 2)}%` : momentText(content, kind);
	if (shown !== undefined && readTyped(shown, locale).content === content) return shown;
	return writeNumber(content, locale);
}

/** A text as the editor shows it: with an apostrophe where the bare text would be read as something else. */
function textOfString(content: string, locale: string): string {
	if (content === '') return "'";
	return readTyped(content, locale).content === content ? content : `'${content}`;
}

/** A date as ISO 8601, which means the same day in every locale; a time on the 24-hour clock. */
function momentText(serial: number, kind: FormatKind): string | undefined {
	if (kind === 'time') return serial < 0 ? undefined : clockText(timePartsOf(Math.round(serial * 86_400)));
	if (kind !== 'date' && kind !== 'datetime') return undefined;
	// The day that never was follows the 28th.
	const isFalseDay = Math.floor(serial) === FALSE_DAY;
	const parts = datePartsOf(isFalseDay ? serial - 1 : serial);
	if (!parts) return undefined;
	const day = [
		String(parts.year).padStart(4, '0'),
		two(parts.month),
		two(parts.day + Number(isFalseDay))
	].join('-');
	return Number.isInteger(serial) ? day : `${day} ${clockText(parts)}`;
}

function clockText({ hour, minute, second }: ReturnType<typeof timePartsOf>): string {
	return `${two(hour)}:${two(minute)}${second === 0 ? '' : `:${two(second)}`}`;
}

function two(part: number): string {
	return String(part).padStart(2, '0');
}
