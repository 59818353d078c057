// Installs what is missing, builds, and serves the built folder until it is stopped.
import { join } from 'node:path';
import { createSite, listen } from './serve.mjs';
import { ROOT, buildSite, install } from './steps.mjs';

try {
	await install();
	await buildSite();
	const wanted = Number(process.env.PORT ?? 4173);
	if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65_535) {
		throw new Error(`PORT is "${process.env.PORT}": a whole number from 0 to 65535 is needed.`);
	}
	const port = await listen(createSite(join(ROOT, 'build/site')), wanted);
	console.log(`http://localhost:${port}/`);
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
