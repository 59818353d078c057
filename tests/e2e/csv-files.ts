import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { expect } from '@playwright/test';

/** The records of a CSV text, by a parser that is not ours. */
export function recordsOf(text: string, delimiter = ','): string[][] {
	const { data, errors } = Papa.parse<string[]>(text, { delimiter });
	expect(errors).toEqual([]);
	return data;
}

/** A file as text, byte order mark included. */
export const textOf = (path: string) => readFileSync(path).toString('utf8');

/** The records of every CSV file of a zip, by the file's name. */
export function zippedRecords(path: string): Map<string, string[][]> {
	const files = Object.entries(unzipSync(readFileSync(path)));
	return new Map(files.map(([name, bytes]) => [name, recordsOf(strFromU8(bytes))]));
}

/** What stands at an address in records that begin at A1. */
export function fieldAt(records: readonly (readonly string[])[], address: string): string {
	const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(address)!;
	const column = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
	return records[Number(row) - 1]?.[column] ?? '';
}
