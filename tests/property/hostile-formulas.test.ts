import fc from 'fast-check';
import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { functionHelp, type FunctionHelp } from '$lib/engine/function-help';

const IS_LONG = Boolean(process.env.RECKONER_LAWS);
const SEED = 20_251_125;
const CALLS_PER_CASE = 12;
const LONGEST_TEXT = 32_767;

/** A sheet of what may stand in cells: A mixed, B numbers, C texts, and long texts, errors and blanks beside them. */
const DATA = (() => {
	const cells: Record<string, unknown> = {
		D1: `'${'x'.repeat(LONGEST_TEXT)}`,
		D2: `'${'*a'.repeat(16_000)}b`,
		E1: '=1/0',
		E2: '=NA()',
		F1: `'\u0000\ud800`
	};
	const mixed = [0, -1, 1e9, "'", "'text", true, 1e308, -1e308, 1e-308, "'1E400", 45000, 0.5];
	for (let row = 1; row <= 60; row++) {
		cells[`A${row}`] = mixed[row % mixed.length];
		cells[`B${row}`] = ((row * 7919) % 1000) / 8;
		cells[`C${row}`] = `'text ${row % 17}`;
	}
	return cells;
})();

const NUMBERS = '0 -1 1 2 0.5 1E3 1E5 1E9 -1E9 1E15 1E308 -1E308 1E-308 45000 2958465'.split(' ');
const TEXTS = ['""', '"x"', '"*a*a*a*b"', '"2025-03-31"', '"1E400"', 'D!D1', 'D!D2', 'D!F1'];
const OTHERS = ['TRUE', 'D!E1', 'D!E2', 'D!G1', ''];
const BLOCKS = '{1,2;3,4} {1E308,-1E308} D!A1:A30 D!B1:C20 D!A:A D!B:B D!A:C D!1:1 D!A2:D200'.split(' ');
/** Most of a sheet: so slow for some functions that only the long run has the time. */
const WIDE = IS_LONG ? ['D!B:XFD'] : [];

/** What all arguments of a function are set to at once. In the short run those that once did harm. */
const UNIFORM = IS_LONG ? [...NUMBERS, ...TEXTS, ...OTHERS, ...BLOCKS, ...WIDE] : ['1E9', 'D!A:C'];
const RANDOM_CALLS = IS_LONG ? 200 : 1;

/** Calls that the long run found to take too long, kept for the short one. */
const ONCE_TOO_LONG = [
	'=BINOM.INV(1E308,1E-308,D!B:B)',
	'=CRITBINOM(1E308,0.5,D!A:C)',
	'=TEXTJOIN(D!D2,D!A2:D200,D!A1:A30,D!A:A)',
	'=WRAPCOLS(D!A:A,D!A:A,D!A:A)',
	'=WRAPROWS(D!B:B,D!A2:D200,-1)',
	'=TAKE(D!A:C,D!A:C,D!A:C)',
	'=AVERAGEIFS(1E-308,1E9,D!F1,0,D!D2,45000,D!A2:D200)',
	'=SORTBY(D!A:A,D!A:A,D!A:A,D!A:A,D!A:A,D!A:A,D!A:A)',
	'=TEXTJOIN(D!1:1,D!A2:D200,D!A:A)',
	'=TEXTJOIN(D!A1:XFD1,D!A2:D200,D!A1:D60)',
	'=SEARCH(D!D1,D!A2:D200)'
];

const argument = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom(...NUMBERS) },
	{ weight: 3, arbitrary: fc.constantFrom(...BLOCKS, ...WIDE) },
	{ weight: 2, arbitrary: fc.constantFrom(...TEXTS) },
	{ weight: 1, arbitrary: fc.constantFrom(...OTHERS) }
);

/** How many arguments a function can be given: each count up to two repetitions beyond those that it names. */
function countsOf({ parameters }: FunctionHelp): number[] {
	const least = parameters.filter(({ isOptional }) => !isOptional).length;
	const repeated = parameters.filter(({ isRepeated }) => isRepeated).length;
	const counts: number[] = [];
	for (let count = least; count <= parameters.length; count++) counts.push(count);
	if (repeated > 0) counts.push(parameters.length + repeated, parameters.length + 2 * repeated);
	return counts;
}

function callsOf(help: FunctionHelp, index: number): string[] {
	const call = (given: readonly string[]) => `=${help.name}(${given.join(',')})`;
	const counts = countsOf(help);
	const most = counts.at(-1)!;
	const uniform = UNIFORM.map((one) => call(Array<string>(most).fill(one)));
	const random = fc
		.constantFrom(...counts)
		.chain((count) => fc.array(argument, { minLength: count, maxLength: count }))
		.map(call);
	return [...new Set([...uniform, ...fc.sample(random, { seed: SEED + index, numRuns: RANDOM_CALLS })])];
}

/** Each formula on a sheet of its own, so that what one fills is in no other's way, and one beside them that must work. */
function lineOf(formulas: readonly string[]): string {
	const sheets: Record<string, unknown> = { D: DATA, S: { A1: '=SUM(D!B1:B2)' } };
	for (const [index, formula] of formulas.entries()) sheets[`S${index}`] = { A1: formula };
	return JSON.stringify({ id: 0, sheets, cells: ['S!A1', ...formulas.map((_, index) => `S${index}!A1`)] });
}

/** The values of formulas as the batch command gives them: it stops a case at 5 s and goes on with the next. */
async function answersTo(cases: readonly (readonly string[])[]): Promise<unknown[][]> {
	const child = spawn(process.execPath, ['tests/commands/reckoner.mjs', 'calc', '--batch'], {
		stdio: ['pipe', 'pipe', 'ignore']
	});
	child.stdin.end(cases.map((formulas) => `${lineOf(formulas)}\n`).join(''));
	let output = '';
	for await (const text of child.stdout.setEncoding('utf8')) output += text;
	const lines = output.trimEnd().split('\n');
	return lines.map((line) => Object.values((JSON.parse(line) as { values: Record<string, unknown> }).values));
}

/** What is wrong with the value of a formula, if anything. NaN and infinities come out of JSON as null. */
function faultOf(value: unknown): string | undefined {
	if (typeof value === 'boolean' || typeof value === 'number') return undefined;
	if (typeof value === 'string')
		return value.length > LONGEST_TEXT ? `a text of ${value.length} characters` : undefined;
	if (typeof value !== 'object' || value === null) return 'no value';
	const { error, message } = value as { error?: unknown; message?: unknown };
	const hasSentence = typeof error === 'string' && typeof message === 'string' && message.trim().length > 10;
	if (!hasSentence) return `no sentence: ${JSON.stringify(value)}`;
	return error === '#NAME?' || /calculation failed/i.test(message) ? `${error} ${message}` : undefined;
}

test(
	'ENG-18 no function hangs, throws or gives what is no value, whatever it is given',
	{ timeout: IS_LONG ? 3_600_000 : 240_000 },
	async () => {
		const formulas = [...functionHelp().flatMap(callsOf), ...ONCE_TOO_LONG];
		const cases: string[][] = [];
		for (let from = 0; from < formulas.length; from += CALLS_PER_CASE)
			cases.push(formulas.slice(from, from + CALLS_PER_CASE));
		const faults: string[] = [];
		const take = (given: readonly string[], values: readonly unknown[]) => {
			for (const [index, formula] of given.entries()) {
				const fault = faultOf(values[index]);
				if (fault) faults.push(`${formula.slice(0, 200)} gives ${fault}`);
			}
		};
		const doubtful: string[][] = [];
		for (const [index, [beside, ...values]] of (await answersTo(cases)).entries()) {
			if (beside === 219.625) take(cases[index]!, values);
			else doubtful.push(...cases[index]!.map((formula) => [formula]));
		}
		expect(cases.length).toBeGreaterThan(50);
		if (doubtful.length > 0) {
			for (const [index, [beside, ...values]] of (await answersTo(doubtful)).entries()) {
				const [formula] = doubtful[index]!;
				if (beside === 219.625) take([formula!], values);
				else faults.push(`${formula} takes the workbook down: ${JSON.stringify(beside)}`);
			}
		}
		expect(faults).toEqual([]);
	}
);
