import { sveltekit } from '@sveltejs/kit/vite';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Where the library holds what it says of its functions. */
const DESCRIPTIONS = 'node_modules/hyperformula/es/interpreter/functionMetadata/index.mjs';
const NO_DESCRIPTIONS = '\0no-descriptions';

/** Leaves what the library says of its functions out of the library itself: help brings it when it is asked for. */
const withoutDescriptions: Plugin = {
	name: 'without-descriptions',
	enforce: 'pre',
	resolveId: (source, importer) =>
		source.endsWith('/functionMetadata/index.mjs') && importer?.endsWith('/hyperformula/es/HyperFormula.mjs')
			? NO_DESCRIPTIONS
			: undefined,
	load: (id) => (id === NO_DESCRIPTIONS ? 'export const FUNCTION_DOCS = Object.create(null);' : undefined)
};

export default defineConfig({
	plugins: [sveltekit()],
	resolve: {
		alias: { 'hyperformula/descriptions': fileURLToPath(new URL(DESCRIPTIONS, import.meta.url)) }
	},
	worker: { format: 'es', plugins: () => [withoutDescriptions] },
	test: {
		environment: 'node',
		include: ['tests/unit/**/*.test.ts', 'tests/property/**/*.test.ts'],
		testTimeout: 60_000,
		coverage: { provider: 'v8', include: ['src/lib/**'], reportsDirectory: 'build/coverage' }
	}
});
