// Makes the picture of the README from the built site: static/screenshot.png.
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { createSite, listen } from './serve.mjs';
import { ROOT, buildSite, install } from './steps.mjs';

await install();
await buildSite();
const { chromium } = await import('@playwright/test');
const server = createSite(join(ROOT, 'build/site'));
const port = await listen(server, 4750);
const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] });
try {
	const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' });
	await page.goto(`http://localhost:${port}/`);
	await page.getByRole('tab', { name: 'Training cost' }).click();
	await page.locator('[data-address="B7"]').click();
	await page.getByRole('img', { name: /Reported cost of one run/ }).waitFor();
	// The chart draws itself in a fifth of a second.
	await page.waitForTimeout(1000);
	await page.screenshot({ path: join(ROOT, 'static/screenshot.png') });
} finally {
	await browser.close();
	server.close();
}
