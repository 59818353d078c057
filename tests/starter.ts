import { readdirSync, readFileSync } from 'node:fs';
import { buildStarterWorkbook } from '$lib/template';
import type { Workbook } from '$lib/workbook';

const DATA = new URL('../data/', import.meta.url);

/** The CSV files of the data package, by name relative to it. */
export function starterTexts(): Record<string, string> {
	const files = [
		...readdirSync(DATA).filter((name) => name.endsWith('.csv')),
		...readdirSync(new URL('sheets/', DATA)).map((name) => `sheets/${name}`)
	];
	return Object.fromEntries(files.map((file) => [file, readFileSync(new URL(file, DATA), 'utf8')]));
}

/** The workbook that Reckoner opens on, a new one at each call. */
export function starterWorkbook(): Workbook {
	return buildStarterWorkbook(starterTexts());
}
