import { run, runPackage } from './steps.mjs';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** The checks that need no build and no browser, each a list of steps that give an exit code. */
export const CHECKS = [
	{
		name: 'Format and lint',
		steps: [
			() => runPackage('@sveltejs/kit/svelte-kit.js', ['sync']),
			() => run(npm, ['run', '--silent', 'format:check']),
			() => runPackage('eslint/bin/eslint.js', ['--max-warnings', '0', '.'])
		]
	},
	{
		name: 'Types',
		steps: [
			() =>
				runPackage('svelte-check/bin/svelte-check', ['--tsconfig', './tsconfig.json', '--fail-on-warnings'])
		]
	}
];
