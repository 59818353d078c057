// The model from a terminal: `npm run --silent reckoner -- calc`. Node runs no TypeScript, so a bundle is built on first use.
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, newestChange } from './steps.mjs';

const BUNDLE = 'build/cli/reckoner.mjs';

/** Builds the bundle unless it is newer than all that it is made from. The data is read on every run, not bundled. */
async function bundle() {
	const made = newestChange(BUNDLE);
	if (made > 0 && made >= newestChange('src/lib', 'package-lock.json', 'tests/commands/reckoner.mjs')) return;
	console.error('Building the command line ...');
	const started = new Date();
	const { build } = await import('vite').catch(() => {
		throw new Error('The packages are not installed. Run "npm ci" first.');
	});
	// Built aside and moved into place whole, so that two commands at once do not read each other's half.
	mkdirSync(join(ROOT, 'build/cli'), { recursive: true });
	const aside = mkdtempSync(join(ROOT, 'build/cli/building-'));
	try {
		await build({
			root: ROOT,
			configFile: false,
			publicDir: false,
			logLevel: 'silent',
			resolve: { alias: { $lib: join(ROOT, 'src/lib') } },
			ssr: { noExternal: true },
			build: {
				ssr: join(ROOT, 'src/lib/cli/index.ts'),
				outDir: aside,
				target: 'node20',
				rolldownOptions: { output: { entryFileNames: 'reckoner.mjs', codeSplitting: false } }
			}
		});
		// What changes while it is built counts as newer.
		utimesSync(join(aside, 'reckoner.mjs'), started, started);
		renameSync(join(aside, 'reckoner.mjs'), join(ROOT, BUNDLE));
	} finally {
		rmSync(aside, { recursive: true, force: true });
	}
}

/** The texts of the data package, by file name relative to data/. */
function readTexts() {
	const folder = join(ROOT, 'data');
	const names = readdirSync(folder, { recursive: true }).filter((name) => /\.(csv|json)$/.test(name));
	return Object.fromEntries(
		names.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')])
	);
}

// A reader that has seen enough, such as `head`, closes the pipe: that is no failure.
process.stdout.on('error', (error) => {
	if (error.code !== 'EPIPE') throw error;
});

try {
	await bundle();
	const { runCommand } = await import(pathToFileURL(join(ROOT, BUNDLE)).href);
	// The code is set, not exited with, so that all that was written reaches a pipe.
	process.exitCode = await runCommand(process.argv.slice(2), {
		readTexts,
		write: (text) => process.stdout.write(text),
		writeError: (text) => process.stderr.write(text)
	});
} catch (error) {
	console.error(`The command could not be run: ${error.message}`);
	process.exitCode = 1;
}
