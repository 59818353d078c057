import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ROOT, run, runPackage, works } from './steps.mjs';

const ON_PATH = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const ELSEWHERE = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
];

async function playwrightsOwn() {
	const { chromium } = await import('@playwright/test');
	const path = chromium.executablePath();
	return existsSync(path) ? path : undefined;
}

/** A browser of the system, by its whole path: Playwright does not look it up. */
function systemBrowser() {
	const folders = (process.env.PATH ?? '').split(delimiter);
	const named = ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name)));
	return [...named, ...ELSEWHERE].find((path) => existsSync(path));
}

/** A Chromium to test with: the one named, Playwright's, the system's, or one installed now. Fails with what to do. */
export async function findChromium() {
	const named = process.env.CHROMIUM_PATH;
	if (named) {
		if (existsSync(named)) return named;
		throw new Error(`CHROMIUM_PATH names ${named}, and there is no such file.`);
	}
	const present = (await playwrightsOwn()) ?? systemBrowser();
	if (present) return present;

	console.error('No Chromium found: installing one ...');
	const quiet = { stdio: ['ignore', 2, 2] };
	await runPackage('@playwright/test/cli.js', ['install', 'chromium'], quiet);
	const downloaded = await playwrightsOwn();
	if (downloaded) return downloaded;

	if (process.getuid?.() === 0 && works('apt-get', ['--version'])) {
		await run('apt-get', ['update'], quiet);
		await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quiet);
		const installed = systemBrowser();
		if (installed) return installed;
	}
	throw new Error(
		`The browser tests need a Chromium, and none could be found or installed. Install Chrome, Chromium or Edge, or set CHROMIUM_PATH to one, and run npm test again in ${ROOT}.`
	);
}
