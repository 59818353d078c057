import { fail, MAX_COLUMNS, MAX_ROWS, ok, type Result } from '$lib/workbook';

/** How much of a text is read before it is refused. */
export interface ReadLimits {
	readonly characters: number;
	readonly rows: number;
	readonly columns: number;
	readonly cells: number;
}

/** A sheet's size, and what a page can hold in memory without stalling. */
export const READ_LIMITS: ReadLimits = {
	characters: 64_000_000,
	rows: MAX_ROWS,
	columns: MAX_COLUMNS,
	cells: 4_000_000
};

/** What parts the fields of a record. */
export type Delimiter = ',' | ';' | '\t' | '|';

/** How a delimited text is read. */
export interface DelimitedOptions {
	readonly delimiter: Delimiter;
	readonly limits: ReadLimits;
	/** Whether a field whose quotes do not pair is taken as it stands; otherwise the text is refused. */
	readonly keepsUnpairedQuotes: boolean;
	/** Rows after which reading ends, for a sample. */
	readonly stopAfter?: number;
}

/**
 * Reads records by RFC 4180 with any delimiter, lines ended by CRLF, LF or CR in any mix. One line end
 * at the end of the text ends the last row and begins none. Fails with a sentence on unpaired quotes and past a limit,
 * before more than the limit is held.
 */
export function readDelimited(text: string, options: DelimitedOptions): Result<string[][]> {
	const { delimiter, limits, keepsUnpairedQuotes, stopAfter = Infinity } = options;
	if (text.length > limits.characters) {
		return fail(
			`The text has ${count(text.length)} characters, and at most ${count(limits.characters)} can be read. Split it and read the parts.`
		);
	}
	const untilEnd = new RegExp(`[^${delimiter}\r\n]*`, 'y');
	const rows: string[][] = [];
	let row: string[] = [];
	let cells = 0;
	let position = 0;
	while (position < text.length || row.length > 0) {
		const quoted = text[position] === '"' ? readQuoted(text, position, delimiter) : undefined;
		if (typeof quoted === 'string' && !keepsUnpairedQuotes) {
			return fail(
				`Row ${count(rows.length + 1)}, field ${row.length + 1} ${quoted}. Correct the quotes there, or save the file again from the program that wrote it.`
			);
		}
		if (typeof quoted === 'object') {
			row.push(quoted.value);
			position = quoted.end;
		} else {
			untilEnd.lastIndex = position;
			const value = untilEnd.exec(text)![0];
			row.push(value);
			position += value.length;
		}
		if (row.length > limits.columns) return fail(tooMany('columns', limits.columns, 'Remove some'));
		if (++cells > limits.cells) return fail(tooMany('cells', limits.cells, 'Split it'));
		if (text[position] === delimiter) {
			position++;
			continue;
		}
		rows.push(row);
		if (rows.length > limits.rows) return fail(tooMany('rows', limits.rows, 'Split it'));
		if (rows.length >= stopAfter) break;
		row = [];
		position += text[position] === '\r' && text[position + 1] === '\n' ? 2 : 1;
	}
	return ok(rows);
}

/** The field that begins with a quote at `start` and the position after it, or what is wrong with its quotes. */
function readQuoted(text: string, start: number, delimiter: string): { value: string; end: number } | string {
	let close = text.indexOf('"', start + 1);
	while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
	if (close < 0) return 'begins with a quote that is never closed';
	const next = text[close + 1];
	return next === undefined || next === delimiter || next === '\r' || next === '\n'
		? { value: text.slice(start + 1, close).replaceAll('""', '"'), end: close + 1 }
		: 'goes on after its closing quote';
}

function tooMany(what: string, limit: number, act: string): string {
	return `The text has more than ${count(limit)} ${what}, and no more can be read. ${act} and read it again.`;
}

function count(number: number): string {
	return number.toLocaleString('en-US');
}
