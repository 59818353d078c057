import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { importBundled } from './bundle.mjs';
import { ROOT } from './steps.mjs';

const BUNDLE = 'build/cli/reckoner.mjs';

/** Memory that one case may take, in megabytes. */
const MEMORY = 1024;

/** The command line of src/lib/cli, built where it is missing or old. */
export function importCli() {
	return importBundled({
		entry: 'src/lib/cli/index.ts',
		file: BUNDLE,
		saying: 'Building the command line ...'
	});
}

/** What calculates the cases of a batch: processes that run the bundle of {@link importCli}. */
export const CASE_WORKERS = {
	start: startProcess,
	count: Math.min(4, availableParallelism()),
	limitMilliseconds: 5000
};

function startProcess() {
	const child = fork(
		join(ROOT, 'tests/commands/case-worker.mjs'),
		[pathToFileURL(join(ROOT, BUNDLE)).href],
		// Nothing but answers may reach standard output; what Node says of a lack of memory helps nobody.
		{ stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: [`--max-old-space-size=${MEMORY}`] }
	);
	let refuse;
	const ended = new Promise((_, reject) => (refuse = reject));
	ended.catch(() => {});
	child.on('error', refuse);
	child.on('exit', (code, signal) =>
		refuse(new Error(`A process that calculates cases ended with ${signal ?? `code ${code}`}.`))
	);
	const next = async () => (await Promise.race([once(child, 'message'), ended]))[0];
	return {
		ready: next().then(() => {}),
		answer: (line) => {
			const answer = next();
			child.send(line, (error) => error && refuse(error));
			return answer;
		},
		stop: () => child.kill('SIGKILL')
	};
}
