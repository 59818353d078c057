// How fast and how large it is, in one run: medians, beside the least that could be, as ratios. Never a gate.
import { cpus } from 'node:os';
import { openBrowserBench } from '../bench/browser.mjs';
import { measureInterleaved } from '../bench/interleaved.mjs';
import { measureSizes } from '../bench/sizes.mjs';
import { shownKb, shownMs, shownRatio, tableLines } from '../bench/table.mjs';
import { importBundled } from './bundle.mjs';
import { findChromium } from './chromium.mjs';
import { readDataTexts } from './data-texts.mjs';
import { buildSite, install } from './steps.mjs';

const FRAMES_ALLOWED = 2;

/** Measures one thing after another. `aimOf` gives what is aimed at and whether it is met, where there is an aim. */
async function timeRows(measured, runs, warmUps, aimOf = () => '') {
	const rows = [];
	for (const one of measured) {
		console.error(`Measuring: ${one.what} ...`);
		const times = await measureInterleaved(one, runs, warmUps);
		const ratio = shownRatio(times.median / times.beside);
		const beside = `${shownMs(times.beside)}  ${one.beside}`;
		rows.push([one.what, shownMs(times.median), beside, ratio, aimOf(times, one)]);
	}
	return rows;
}

const verdict = (aim, isMet) => `${aim}: ${isMet ? 'met' : 'missed'}`;

function sizeRows(blocking) {
	return measureSizes(blocking).map(({ what, bytes, aim, files }) => [
		`${what}, gz`,
		shownKb(bytes),
		files.length === 1 ? files[0].replace(/^.*\//, '') : `${files.length} files`,
		aim ? shownRatio(bytes / aim) : '',
		aim ? verdict(`at most ${shownKb(aim)}`, bytes <= aim) : ''
	]);
}

async function bench() {
	await install();
	await buildSite();
	const { measuredInEngine } = await importBundled({
		entry: 'tests/bench/engine.ts',
		file: 'build/bench/engine.mjs',
		from: ['tests/bench'],
		saying: 'Building the bench ...'
	});
	const ratioAim = ({ median, beside }, { mostRatio }) =>
		mostRatio ? verdict(`at most ${shownRatio(mostRatio)}`, median <= mostRatio * beside) : '';
	const rows = await timeRows(measuredInEngine(readDataTexts()), 21, 5, ratioAim);
	const browser = await openBrowserBench(await findChromium());
	try {
		const { frameMs, version, blockingScripts } = browser;
		const paintAim = ({ median, beside }) =>
			verdict(
				`within ${FRAMES_ALLOWED} frames (${shownMs(FRAMES_ALLOWED * frameMs)})`,
				median - beside <= FRAMES_ALLOWED * frameMs
			);
		rows.push(...(await timeRows(browser.paints, 21, 3, paintAim)));
		rows.push(...(await timeRows(browser.loads, 11, 2)));
		const taskAim = ({ median }, { mostMs }) =>
			mostMs ? verdict(`at most ${shownMs(mostMs)}`, median <= mostMs) : '';
		rows.push(...(await timeRows(browser.largeSheets, 5, 1, taskAim)));
		rows.push(...sizeRows(blockingScripts));
		console.log(`Node ${process.version}, Chromium ${version}, ${cpus().length} cores; medians`);
	} finally {
		await browser.close();
	}
	const header = ['what', 'median', 'beside', 'ratio', 'aim'];
	for (const line of tableLines(header, rows, [false, true, false, true, false])) console.log(line);
}

try {
	await bench();
} catch (error) {
	console.error(`Not measured: ${error.message}`);
	process.exitCode = 1;
}
