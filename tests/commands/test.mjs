// Everything that must hold: formatting, lint, types, unit and property tests, and a real browser on the built site.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKS } from './checks.mjs';
import { findChromium } from './chromium.mjs';
import { ROOT, buildSite, install, runPackage } from './steps.mjs';

const RESULTS = 'build/test-results';
let passed = 0;
let failed = 0;

/** A check without single tests of its own: it counts only where it fails. */
async function check(name, steps) {
	console.log(`\n== ${name}`);
	try {
		for (const step of steps) {
			if ((await step()) !== 0) throw new Error('it found faults, named above.');
		}
	} catch (error) {
		failed += 1;
		console.log(`FAILED ${name}: ${error.message}`);
	}
}

/** Tests whose runner leaves a report; a runner that leaves none has failed as a whole. */
async function tests(name, report, runTests, count) {
	console.log(`\n== ${name}`);
	const file = join(ROOT, RESULTS, report);
	rmSync(file, { force: true });
	const code = await runTests(file);
	try {
		const counted = count(JSON.parse(readFileSync(file, 'utf8')));
		passed += counted.passed;
		failed += counted.failed;
		if (code !== 0 && counted.failed === 0) throw new Error(`the runner ended with ${code}.`);
	} catch (error) {
		failed += 1;
		console.log(`FAILED ${name}: ${error.message}`);
	}
}

await install().catch((error) => {
	console.log(error.message);
	console.log('0 passed, 1 failed');
	process.exit(1);
});
mkdirSync(join(ROOT, RESULTS), { recursive: true });

for (const { name, steps } of CHECKS) await check(name, steps);
await tests(
	'Unit and property tests',
	'vitest.json',
	(file) =>
		runPackage('vitest/vitest.mjs', [
			'run',
			'--reporter=dot',
			'--reporter=json',
			`--outputFile.json=${file}`
		]),
	({ numPassedTests, numFailedTests, numFailedTestSuites }) => ({
		passed: numPassedTests,
		failed: Math.max(numFailedTests, numFailedTestSuites > 0 && numFailedTests === 0 ? 1 : 0)
	})
);
let isBuilt = false;
await check('Build', [
	async () => {
		await buildSite();
		isBuilt = true;
		return 0;
	},
	() => runPackage('size-limit/bin.js', [])
]);
if (isBuilt) {
	await tests(
		'Browser tests',
		'playwright.json',
		async (file) => {
			const chromium = await findChromium().catch((error) => {
				console.log(error.message);
				return undefined;
			});
			if (!chromium) return 1;
			return runPackage('@playwright/test/cli.js', ['test', '--config', 'tests/e2e/playwright.config.ts'], {
				env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file }
			});
		},
		({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky })
	);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
