import type { Result } from '$lib/workbook';
import { READ_LIMITS, readDelimited, type ReadLimits } from './delimited';

/**
 * Rows as the text that spreadsheets put on the clipboard: fields parted by tabs, rows by CRLF, quotes only round a field
 * that holds a tab or a line end or begins with a quote. The last row has no line end, so that one cell pastes as its
 * text alone, unless it would be lost without one.
 */
export function formatTsv(rows: readonly (readonly string[])[]): string {
	return joinTsvRows(rows.map(formatTsvRow));
}

/** A row of such a text. */
export function formatTsvRow(row: readonly string[]): string {
	return row.map(quoteField).join('\t');
}

/** Such a text of rows that are written already. */
export function joinTsvRows(rows: readonly string[]): string {
	const text = rows.join('\r\n');
	const isLastRowUnseen = rows.length > 0 && (text === '' || text.endsWith('\r\n'));
	return isLastRowUnseen ? `${text}\r\n` : text;
}

/**
 * Reads such a text, from whichever program. Quotes that do not pair are part of the text: what was copied is never
 * refused for them. Fails with a sentence past a limit.
 */
export function parseTsv(text: string, limits: ReadLimits = READ_LIMITS): Result<string[][]> {
	return readDelimited(text, { delimiter: '\t', limits, keepsUnpairedQuotes: true });
}

function quoteField(text: string): string {
	return /^"|[\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
