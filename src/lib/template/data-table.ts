import type { Content } from '$lib/workbook';
import { dataError, readCsvRecords } from './csv-records';

/** A row of a table of the data package, read by column name. Every reading throws with file and line where it fails. */
export class DataRow<Column extends string> {
	readonly #file: string;
	readonly #line: number;
	readonly #fields: ReadonlyMap<string, string>;

	constructor(file: string, line: number, fields: ReadonlyMap<string, string>) {
		this.#file = file;
		this.#line = line;
		this.#fields = fields;
	}

	/** The field as it stands. */
	text(column: Column): string {
		return this.#fields.get(column)!;
	}

	/** The field, which may not be empty. */
	required(column: Column): string {
		const text = this.text(column);
		if (text === '') throw this.error(`"${column}" is empty; it needs a value.`);
		return text;
	}

	/** The field as a number. */
	number(column: Column): number {
		const number = readNumber(this.text(column));
		if (number === undefined) throw this.error(`"${column}" is not a number: "${this.text(column)}".`);
		return number;
	}

	/** The field as a number, `null` where it is empty. */
	optionalNumber(column: Column): number | null {
		return this.text(column) === '' ? null : this.number(column);
	}

	/** The field as one of several words. */
	choice<Word extends string>(column: Column, words: readonly Word[]): Word {
		const word = words.find((candidate) => candidate === this.text(column));
		if (word !== undefined) return word;
		throw this.error(`"${column}" is "${this.text(column)}"; it must be one of ${words.join(', ')}.`);
	}

	/** The parts of a field that holds several, none where it is empty. */
	list(column: Column, separator: string): string[] {
		const text = this.text(column);
		return text === '' ? [] : text.split(separator).map((part) => part.trim());
	}

	/** An error at this row. */
	error(message: string): Error {
		return dataError(this.#file, this.#line, message);
	}
}

/** The rows of a table of the data package. The header must name at least these columns; others are passed over. */
export function readTable<Column extends string>(
	texts: Readonly<Record<string, string>>,
	file: string,
	columns: readonly Column[]
): DataRow<Column>[] {
	const text = texts[file];
	if (text === undefined) throw new Error(`data/${file} is missing.`);
	const [header, ...records] = readCsvRecords(file, text);
	if (!header) throw dataError(file, 1, 'the file is empty; it needs a header row.');
	for (const column of columns) {
		if (!header.fields.includes(column)) throw dataError(file, 1, `the column "${column}" is missing.`);
	}
	return records.map(({ line, fields }) => {
		if (fields.length !== header.fields.length) {
			throw dataError(file, line, `${fields.length} fields where the header has ${header.fields.length}.`);
		}
		return new DataRow(file, line, new Map(header.fields.map((name, index) => [name, fields[index]!])));
	});
}

/** A field as a cell's content: a number where it is written as one, blank where it is empty, else as it stands. */
export function readContent(text: string): Content {
	return text === '' ? null : (readNumber(text) ?? text);
}

function readNumber(text: string): number | undefined {
	return /^-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$/.test(text) ? Number(text) : undefined;
}
