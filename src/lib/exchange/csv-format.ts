import { guardDisplayedNumber, guardText } from './formula-guard';

/** How a CSV file is written. */
export interface CsvOptions {
	/** Whether the file begins with a byte order mark, by which Excel knows UTF-8. */
	readonly hasByteOrderMark: boolean;
	/** Whether fields are parted by semicolons and unformatted numbers have a decimal comma. */
	readonly hasDecimalComma: boolean;
	/** Whether texts that other programs would run as formulas get an apostrophe. */
	readonly isGuarded: boolean;
}

/** The field's standard form: commas, points, no mark, guarded. */
export const PLAIN_CSV: CsvOptions = { hasByteOrderMark: false, hasDecimalComma: false, isGuarded: true };

/**
 * One field before it is written. A number is unformatted; `text` is guarded; `displayed` is a number as its format
 * shows it; `live` is written as it is, formulas and all.
 */
export type CsvField =
	null | number | { readonly text: string } | { readonly displayed: string } | { readonly live: string };

/**
 * One record by RFC 4180, without its line end. A record of one empty field is written as `""`, so that it is not taken
 * for a blank line.
 */
export function formatRecord(fields: readonly CsvField[], options: CsvOptions): string {
	const delimiter = options.hasDecimalComma ? ';' : ',';
	const texts = fields.map((field) => quoteField(textOfField(field, options), delimiter));
	return texts.length === 1 && texts[0] === '' ? '""' : texts.join(delimiter);
}

/** Records as the text of a file: UTF-8 when encoded, every record ended by CRLF. */
export function formatCsv(records: Iterable<readonly CsvField[]>, options: CsvOptions): string {
	const parts = [options.hasByteOrderMark ? '\uFEFF' : ''];
	for (const record of records) parts.push(formatRecord(record, options), '\r\n');
	return parts.join('');
}

function textOfField(field: CsvField, { hasDecimalComma, isGuarded }: CsvOptions): string {
	if (field === null) return '';
	if (typeof field === 'number') {
		return hasDecimalComma ? String(field).replace('.', ',') : String(field);
	}
	if ('live' in field) return field.live;
	if ('displayed' in field) return isGuarded ? guardDisplayedNumber(field.displayed) : field.displayed;
	return isGuarded ? guardText(field.text) : field.text;
}

/** Beyond what RFC 4180 asks, quotes keep outer spaces, which some readers trim, and a `sep=` that none should obey. */
function quoteField(text: string, delimiter: string): string {
	return text.includes(delimiter) || /["\r\n]|^\s|\s$|^sep=/i.test(text)
		? `"${text.replaceAll('"', '""')}"`
		: text;
}
