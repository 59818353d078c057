// The property tests at length: many more runs than in npm test, with the seeds that failed before kept in the tests.
import { install, runPackage } from './steps.mjs';

await install();
process.exitCode = await runPackage('vitest/vitest.mjs', ['run', 'tests/property', '--testTimeout=1800000'], {
	env: { RECKONER_LAWS: '1' }
});
