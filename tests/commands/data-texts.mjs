import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './steps.mjs';

/** The texts of the data package, by file name relative to data/. */
export function readDataTexts() {
	const folder = join(ROOT, 'data');
	const names = readdirSync(folder, { recursive: true }).filter((name) => /\.(csv|json)$/.test(name));
	return Object.fromEntries(
		names.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')])
	);
}
