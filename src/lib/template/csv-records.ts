/** One record of a table, with the line of the file that it begins on. */
export interface CsvRecord {
	readonly line: number;
	readonly fields: readonly string[];
}

/** Says what is wrong with a file of the data package, and on which line. */
export function dataError(file: string, line: number, message: string): Error {
	return new Error(`data/${file}, line ${line}: ${message}`);
}

/**
 * Reads RFC 4180 text, with LF or CRLF between the records and the last line break optional. Strict, since the files are
 * our own: throws where a quote is out of place.
 */
export function readCsvRecords(file: string, text: string): CsvRecord[] {
	const records: CsvRecord[] = [];
	let fields: string[] = [];
	let line = 1;
	let firstLine = 1;
	let position = text.startsWith('\uFEFF') ? 1 : 0;
	while (position < text.length) {
		let field: string;
		if (text[position] === '"') {
			const end = endOfQuoted(text, position);
			if (end < 0) throw dataError(file, firstLine, 'a quoted field is not closed.');
			field = text.slice(position + 1, end).replaceAll('""', '"');
			line += field.split('\n').length - 1;
			position = end + 1;
		} else {
			const start = position;
			while (position < text.length && !',\r\n'.includes(text[position]!)) {
				if (text[position] === '"') throw dataError(file, line, 'a quote stands within an unquoted field.');
				position++;
			}
			field = text.slice(start, position);
		}
		fields.push(field);

		if (text[position] === ',') {
			position++;
			if (position < text.length && !'\r\n'.includes(text[position]!)) continue;
			fields.push('');
		}
		const lineBreak = /^(\r\n|\n|$)/.exec(text.slice(position, position + 2));
		if (!lineBreak) throw dataError(file, line, 'something follows the closing quote of a field.');
		position += lineBreak[0].length;
		records.push({ line: firstLine, fields });
		fields = [];
		firstLine = ++line;
	}
	return records;
}

/** Where the quoted field that begins at `start` has its closing quote; -1 where it has none. */
function endOfQuoted(text: string, start: number): number {
	for (let position = start + 1; position < text.length; position++) {
		if (text[position] !== '"') continue;
		if (text[position + 1] !== '"') return position;
		position++;
	}
	return -1;
}
