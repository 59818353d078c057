import { defineConfig } from '@playwright/test';

/** The path that the built site is served under: it must work below any. */
const UNDER = '/a/b/';
const PORT = Number(process.env.RECKONER_TEST_PORT ?? 4899);

export default defineConfig({
	testDir: '.',
	outputDir: '../../build/test-results/playwright',
	fullyParallel: true,
	workers: 2,
	retries: 0,
	// How fast the page is, the bench shows: a slow machine is waited for, and only what hangs is ended.
	timeout: 180_000,
	expect: { timeout: 20_000 },
	reporter: [
		['dot'],
		[
			'json',
			{ outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? '../../build/test-results/playwright.json' }
		]
	],
	use: {
		baseURL: `http://localhost:${PORT}${UNDER}`,
		viewport: { width: 1440, height: 900 },
		permissions: ['clipboard-read', 'clipboard-write'],
		launchOptions: {
			executablePath: process.env.CHROMIUM_PATH,
			args: [
				'--no-sandbox',
				// Without a graphics card, drawing by an emulated one takes twice as long as drawing without any.
				'--disable-gpu',
				// A test's page lives for seconds: to optimize its scripts takes half of what opening it does, and gives nothing back.
				'--js-flags=--no-turbofan,--no-maglev',
				// These pages of the browser's own are loaded with every window and never seen. PaintHolding is off as Playwright has it.
				'--disable-features=WebUIOmniboxAimPopup,WebUIOmniboxPopup,WebUIOmniboxFullPopup,WebUIToolbar,WebUIReloadButton,InitialWebUI,PaintHolding',
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync'
			]
		}
	},
	webServer: {
		command: `node tests/commands/serve-site.mjs ${PORT} ${UNDER}`,
		cwd: '../..',
		url: `http://localhost:${PORT}${UNDER}`,
		reuseExistingServer: false
	}
});
