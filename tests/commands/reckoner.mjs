// The model from a terminal: `npm run --silent reckoner -- calc`. The data is read on every run, not bundled.
import { CASE_WORKERS, importCli } from './case-workers.mjs';
import { readDataTexts } from './data-texts.mjs';

// A reader that has seen enough, such as `head`, closes the pipe: that is no failure, and nobody waits for the rest.
process.stdout.on('error', (error) => {
	if (error.code !== 'EPIPE') throw error;
	process.exit();
});

try {
	const { runCommand } = await importCli();
	// The code is set, not exited with, so that all that was written reaches a pipe.
	process.exitCode = await runCommand(process.argv.slice(2), {
		readTexts: readDataTexts,
		input: process.stdin.setEncoding('utf8'),
		caseWorkers: CASE_WORKERS,
		write: (text) => process.stdout.write(text),
		writeError: (text) => process.stderr.write(text)
	});
} catch (error) {
	console.error(`The command could not be run: ${error.message}`);
	process.exitCode = 1;
}
