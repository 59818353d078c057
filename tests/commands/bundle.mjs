// Node runs no TypeScript: what a command needs of it is bundled into one file on first use.
import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, newestChange, runPackage } from './steps.mjs';

/**
 * Builds `file` from the module `entry` unless it is newer than all that it is made from: the rooms, the packages and
 * `from`. Gives what the module exports.
 */
export async function importBundled({ entry, file, from = [], saying }) {
	const made = newestChange(file);
	if (
		made === 0 ||
		made < newestChange('src/lib', 'package-lock.json', 'tests/commands/bundle.mjs', ...from)
	) {
		console.error(saying);
		await bundle(entry, file);
	}
	return import(pathToFileURL(join(ROOT, file)).href);
}

async function bundle(entry, file) {
	const started = new Date();
	const { build } = await import('vite').catch(() => {
		throw new Error('The packages are not installed. Run "npm ci" first.');
	});
	// The tsconfig extends one that Kit writes: directly after `npm ci` it is not there.
	if (newestChange('.svelte-kit/tsconfig.json') === 0) {
		await runPackage('@sveltejs/kit/svelte-kit.js', ['sync'], { stdio: ['ignore', 2, 2] });
	}
	// Built aside and moved into place whole, so that two commands at once do not read each other's half.
	const folder = join(ROOT, dirname(file));
	mkdirSync(folder, { recursive: true });
	const aside = mkdtempSync(join(folder, 'building-'));
	try {
		await build({
			root: ROOT,
			configFile: false,
			publicDir: false,
			logLevel: 'silent',
			resolve: {
				alias: {
					$lib: join(ROOT, 'src/lib'),
					'hyperformula/descriptions': join(
						ROOT,
						'node_modules/hyperformula/es/interpreter/functionMetadata/index.mjs'
					),
					'numfmt/languages': join(ROOT, 'node_modules/numfmt/dist/index.js')
				}
			},
			ssr: { noExternal: true },
			build: {
				ssr: join(ROOT, entry),
				outDir: aside,
				target: 'node20',
				rolldownOptions: { output: { entryFileNames: basename(file), codeSplitting: false } }
			}
		});
		// What changes while it is built counts as newer.
		utimesSync(join(aside, basename(file)), started, started);
		renameSync(join(aside, basename(file)), join(ROOT, file));
	} finally {
		rmSync(aside, { recursive: true, force: true });
	}
}
