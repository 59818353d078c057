import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../commands/steps.mjs';

const SITE = join(ROOT, 'build/site');
const WORKERS = '_app/immutable/workers';

const zippedBytes = (files) =>
	files.reduce((sum, file) => sum + gzipSync(readFileSync(join(SITE, file))).length, 0);

/** What an expression finds in a text first, each once. */
const allOf = (text, expression) => [...new Set([...text.matchAll(expression)].map(([, found]) => found))];

/** Compressed bytes of what the built start page needs, and what is aimed at. `blocking` are scripts before the first paint. */
export function measureSizes(blocking) {
	const document = readFileSync(join(SITE, 'index.html'), 'utf8');
	// Whatever the document names: the entry, what it preloads, and what runs before the first paint.
	const scripts = allOf(document, /"(?:\.\/)?([^"\s]+\.js)"/g);
	const styles = allOf(document, /<link href="(?:\.\/)?([^"]+\.css)"/g);
	const workers = readdirSync(join(SITE, WORKERS))
		.filter((name) => name.endsWith('.js'))
		.flatMap((name) => {
			// What a worker brings in at once counts with it; what it asks for later, when it is needed, does not.
			const text = readFileSync(join(SITE, WORKERS, name), 'utf8');
			return [name, ...allOf(text, /\b(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)];
		})
		.map((name) => join(WORKERS, name));
	const early = blocking.map((address) => new URL(address).pathname.slice(1));
	return [
		{ what: 'Script before first paint', bytes: zippedBytes(early), files: early },
		{ what: 'Script until the grid answers', bytes: zippedBytes(scripts), aim: 120_000, files: scripts },
		{ what: 'HTML', bytes: zippedBytes(['index.html']), aim: 80_000, files: ['index.html'] },
		{ what: 'Style sheets of the page', bytes: zippedBytes(styles), files: styles },
		{ what: 'Engine worker', bytes: zippedBytes(workers), aim: 200_000, files: workers }
	];
}
