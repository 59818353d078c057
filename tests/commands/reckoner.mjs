// The model from a terminal: `npm run --silent reckoner -- calc`. The data is read on every run, not bundled.
import { importBundled } from './bundle.mjs';
import { readDataTexts } from './data-texts.mjs';

// A reader that has seen enough, such as `head`, closes the pipe: that is no failure.
process.stdout.on('error', (error) => {
	if (error.code !== 'EPIPE') throw error;
});

try {
	const { runCommand } = await importBundled({
		entry: 'src/lib/cli/index.ts',
		file: 'build/cli/reckoner.mjs',
		from: ['tests/commands/reckoner.mjs'],
		saying: 'Building the command line ...'
	});
	// The code is set, not exited with, so that all that was written reaches a pipe.
	process.exitCode = await runCommand(process.argv.slice(2), {
		readTexts: readDataTexts,
		write: (text) => process.stdout.write(text),
		writeError: (text) => process.stderr.write(text)
	});
} catch (error) {
	console.error(`The command could not be run: ${error.message}`);
	process.exitCode = 1;
}
