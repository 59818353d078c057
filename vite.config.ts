import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit()],
	worker: { format: 'es' },
	test: {
		environment: 'node',
		include: ['tests/unit/**/*.test.ts', 'tests/property/**/*.test.ts'],
		testTimeout: 60_000,
		coverage: { provider: 'v8', include: ['src/lib/**'], reportsDirectory: 'build/coverage' }
	}
});
