import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository, wherever the command was called from. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a command in the repository and shows what it prints. Gives its exit code. */
export function run(command, args, { env = {}, stdio = 'inherit' } = {}) {
	return new Promise((resolve) => {
		const child = spawn(command, args, { cwd: ROOT, stdio, env: { ...process.env, ...env } });
		child.on('error', () => resolve(1));
		child.on('close', (code) => resolve(code ?? 1));
	});
}

/** Runs a program that a package brought along. */
export function runPackage(name, args, options) {
	return run(process.execPath, [join(ROOT, 'node_modules', name), ...args], options);
}

/** Whether a command runs at all and ends well. */
export function works(command, args) {
	return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** The newest change, in milliseconds since 1970, of a file or of anything in a folder; 0 where there is none. */
export function newestChange(...paths) {
	let newest = 0;
	for (const path of paths) {
		const whole = join(ROOT, path);
		if (!existsSync(whole)) continue;
		const stats = statSync(whole);
		if (!stats.isDirectory()) newest = Math.max(newest, stats.mtimeMs);
		else for (const name of readdirSync(whole)) newest = Math.max(newest, newestChange(join(path, name)));
	}
	return newest;
}

/** Installs the packages of the lockfile unless they are there. */
export async function install() {
	const done = newestChange('node_modules/.package-lock.json');
	if (done > 0 && done >= newestChange('package-lock.json')) return;
	console.error('Installing packages ...');
	const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
	if ((await run(npm, ['ci', '--no-audit', '--no-fund'], { stdio: ['ignore', 2, 2] })) !== 0) {
		throw new Error('The packages could not be installed: see what npm said above.');
	}
}

/** Builds the site into build/site unless it is newer than all that it is made from. */
export async function buildSite() {
	const made = newestChange('build/site/index.html');
	const from = ['src', 'static', 'data', 'svelte.config.js', 'vite.config.ts', 'package-lock.json'];
	if (made > 0 && made >= newestChange(...from)) return;
	console.error('Building ...');
	if (
		(await runPackage('vite/bin/vite.js', ['build', '--logLevel', 'error'], { stdio: ['ignore', 2, 2] })) !==
		0
	) {
		throw new Error('The site could not be built: see what was printed above.');
	}
}
