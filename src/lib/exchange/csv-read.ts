import {
	contentOfText,
	fail,
	ok,
	readTyped,
	withLineFeeds,
	type Result,
	type TypedInput
} from '$lib/workbook';
import { READ_LIMITS, readDelimited, type Delimiter, type ReadLimits } from './delimited';
import { unguardText } from './formula-guard';

/** A CSV text as read: rows of fields as they stand, which may differ in length. */
export interface CsvTable {
	readonly rows: readonly (readonly string[])[];
	readonly delimiter: Delimiter;
	/** Whether its numbers are written with a decimal comma, as far as they show it. */
	readonly hasDecimalComma: boolean;
}

/** How a CSV text is to be read where that is known; what is left out is found out or the default. */
export interface CsvReading {
	readonly delimiter?: Delimiter;
	readonly limits?: ReadLimits;
	/** Rows after which reading ends, for a preview. */
	readonly stopAfter?: number;
}

/** Where several would do alike. A comma comes late: where semicolons or tabs part a text, commas stand in its numbers. */
const DELIMITERS: readonly Delimiter[] = ['\t', ';', ',', '|'];
const SAMPLED_CHARACTERS = 65_536;

/** The first line by which a file may name its delimiter to Excel. */
const NAMED_DELIMITER = /^sep=([,;\t|])(?:\r\n?|\n|$)/i;

/**
 * Reads a CSV text of any of the usual delimiters, with or without a byte order mark. Fails with a sentence where quotes
 * do not pair, where a limit is passed, and where the text is no text.
 */
export function parseCsv(text: string, reading: CsvReading = {}): Result<CsvTable> {
	const { limits = READ_LIMITS, stopAfter } = reading;
	const marked = text.startsWith('\uFEFF') ? text.slice(1) : text;
	if (marked.slice(0, SAMPLED_CHARACTERS).includes('\0')) {
		return fail('This is not a text file. Save it as CSV from the program that wrote it, and open that.');
	}
	const named = NAMED_DELIMITER.exec(marked);
	const body = named ? marked.slice(named[0].length) : marked;
	const delimiter = reading.delimiter ?? (named?.[1] as Delimiter | undefined) ?? detectDelimiter(body);
	const read = readDelimited(body, { delimiter, limits, keepsUnpairedQuotes: false, stopAfter });
	if (!read.ok) return read;
	return ok({ rows: read.value, delimiter, hasDecimalComma: showsDecimalComma(delimiter, read.value) });
}

/**
 * The delimiter that cuts the most lines of a sample into the same number of fields, at least two. A text in which none
 * does is one column, for which a comma is as good as any.
 */
export function detectDelimiter(text: string): Delimiter {
	// What stands in quotes parts nothing.
	const lines = text
		.slice(0, SAMPLED_CHARACTERS)
		.replace(/"[^"]*"/g, '""')
		.split(/[\r\n]+/)
		.filter((line) => line !== '');
	let best: Delimiter = ',';
	let bestShare = 0;
	for (const delimiter of DELIMITERS) {
		const share = shareOfUsualLength(lines.map((line) => line.split(delimiter).length));
		if (share > bestShare) [best, bestShare] = [delimiter, share];
	}
	return best;
}

/**
 * What a field means: a guarded one the text behind its apostrophe, any other what it would mean if typed in the locale.
 * `isLive` says whether a field that begins with `=` becomes a formula; otherwise it becomes text.
 */
export function contentOfField(field: string, locale: string, isLive: boolean): TypedInput {
	const text = unguardText(field);
	const isText = text !== field || (!isLive && field.startsWith('='));
	return isText ? { content: contentOfText(withLineFeeds(text)) } : readTyped(field, locale);
}

/** The share of the rows that have as many fields as most rows of several fields have. */
function shareOfUsualLength(lengths: readonly number[]): number {
	const counts = new Map<number, number>();
	for (const length of lengths) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
	return Math.max(0, ...counts.values()) / Math.max(1, lengths.length);
}

/** `1,5` and `1.234,5` show it; `1,234` could be a thousand, and any `1.5` speaks against it. */
function showsDecimalComma(delimiter: Delimiter, rows: readonly (readonly string[])[]): boolean {
	if (delimiter === ',') return false;
	let commas = 0;
	for (const row of rows) {
		for (const field of row) {
			if (/^[-+]?\d+\.(?:\d{1,2}|\d{4,})%?$/.test(field)) return false;
			if (/^[-+]?(?:\d+,(?:\d{1,2}|\d{4,})|\d{1,3}(?:\.\d{3})+,\d+|0,\d+)%?$/.test(field)) commas++;
		}
	}
	return commas > 0;
}
