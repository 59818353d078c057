// The quick part of npm test: format, lint, types, and who imports whom.
import { CHECKS } from './checks.mjs';
import { install, runPackage } from './steps.mjs';

await install();
const rules = {
	name: 'Import rules',
	steps: [() => runPackage('vitest/vitest.mjs', ['run', 'tests/unit/structure'])]
};
for (const { name, steps } of [...CHECKS, rules]) {
	console.log(`== ${name}`);
	for (const step of steps) if ((await step()) !== 0) process.exitCode = 1;
}
