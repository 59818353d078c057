// How far formulas give the values that Excel gives: `npm run conformance -- --cases FILE`, or the repository's own cases.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CASE_WORKERS, importCli } from './case-workers.mjs';
import { judge, summarize } from './conformance-score.mjs';
import { ROOT } from './steps.mjs';

const OWN = 'tests/conformance';

/** How public test workbooks were saved, where a list of cases does not say it. */
const ORIGINS = 'origins.json';

const USAGE =
	'Usage: npm run conformance -- [--cases FILE] [--list]   FILE may be named by RECKONER_CASES as well.';

/** What the lines of a batch ask: the inputs as literals, the formula as it would be typed. */
function requestOf({ sheet, cell, formula, inputs = {}, names, locale }) {
	const sheets = Object.fromEntries([
		[sheet, {}],
		...Object.entries(inputs).map(([name, contents]) => [
			name,
			Object.fromEntries(
				Object.entries(contents).map(([at, value]) => [at, typeof value === 'string' ? `'${value}` : value])
			)
		])
	]);
	sheets[sheet][cell] = formula;
	return JSON.stringify({ locale, sheets, names, cells: [`'${sheet.replaceAll("'", "''")}'!${cell}`] });
}

/** Every case with the value that the batch mode of the command line gives. */
async function answersTo(cases) {
	const { answerLines } = await importCli();
	const got = [];
	async function* lines() {
		for (const one of cases) yield requestOf(one);
	}
	const take = (line) => {
		const { values, error } = JSON.parse(line);
		got.push(error === undefined ? Object.values(values)[0] : { error: '#ERROR!', message: error });
	};
	await answerLines(lines(), take, CASE_WORKERS);
	return got;
}

function readCases(file) {
	const cases = JSON.parse(readFileSync(file, 'utf8'));
	if (!Array.isArray(cases)) throw new Error(`${file} is not a list of cases.`);
	return cases;
}

function ownCases() {
	const files = readdirSync(join(ROOT, OWN)).filter((name) => name.endsWith('.json') && name !== ORIGINS);
	return files.sort().flatMap((name) => readCases(join(ROOT, OWN, name)));
}

/**
 * Cases as their workbooks were saved: under the locale of the Excel that calculated them, and with the values of cells
 * that the file format keeps as others. Those of workbooks that nothing is known of stay as they are.
 */
function asSaved(cases) {
	const saved = JSON.parse(readFileSync(join(ROOT, OWN, ORIGINS), 'utf8'));
	return cases.map((one) => {
		const { locale, inputs = {} } = saved[basename(one.origin ?? '')] ?? {};
		const replaced = Object.entries(inputs).filter(([sheet, cells]) =>
			Object.keys(cells).some((address) => one.inputs?.[sheet]?.[address] !== undefined)
		);
		if (!locale && replaced.length === 0) return one;
		const kept = replaced.map(([sheet, cells]) => [
			sheet,
			Object.fromEntries(
				Object.entries(one.inputs[sheet]).map(([address, value]) => [address, cells[address] ?? value])
			)
		]);
		return { ...one, locale, inputs: { ...one.inputs, ...Object.fromEntries(kept) }, isAsSaved: true };
	});
}

try {
	const { values: options } = parseArgs({
		options: { cases: { type: 'string' }, list: { type: 'boolean', default: false } }
	});
	const file = options.cases ?? process.env.RECKONER_CASES;
	const cases = asSaved(
		file === undefined ? ownCases() : readCases(resolve(process.env.INIT_CWD ?? '.', file))
	);
	const got = await answersTo(cases);
	const summary = summarize(cases.map((one, index) => judge(one, got[index])));
	console.log(summary.text(options.list));
	process.exitCode = (file === undefined ? summary.isClean : summary.isAboveBar) ? 0 : 1;
} catch (error) {
	console.error(error.code?.startsWith('ERR_PARSE_ARGS') ? USAGE : `No conformance: ${error.message}`);
	process.exitCode = 2;
}
