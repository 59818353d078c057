import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';

const BUNDLE = 'build/cli/reckoner.mjs';

function reckoner(...args: string[]) {
	return spawnSync(process.execPath, ['tests/commands/reckoner.mjs', ...args], { encoding: 'utf8' });
}

type Row = Readonly<Record<string, string>>;

function rowsOf(csv: string): Row[] {
	const { data, errors } = Papa.parse<Row>(csv, { header: true, skipEmptyLines: true });
	expect(errors).toEqual([]);
	return data;
}

describe('reckoner calc', () => {
	const golden = rowsOf(readFileSync('tests/fixtures/golden.csv', 'utf8')).filter(
		({ name, sheet }) => !name!.includes('!') && sheet !== 'Figures'
	);
	const scenarios = [
		'as_reported',
		'rental_prices',
		'same_method',
		'export_controls',
		'slow_decline',
		'venture_rebound',
		'build_out',
		'commodity'
	];
	let printed = '';
	let rows: Row[] = [];

	beforeAll(() => {
		const { stdout, status } = reckoner('calc');
		expect(status).toBe(0);
		printed = stdout;
		rows = rowsOf(stdout);
	}, 120_000);

	it('CAL-22 prints CSV with CRLF after every record and as many fields in each', () => {
		expect(printed.endsWith('\r\n')).toBe(true);
		expect(printed.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
		expect(printed.slice(0, printed.indexOf('\r\n'))).toBe(['name', 'label', 'unit', ...scenarios].join(','));
		for (const record of Papa.parse<string[]>(printed.trimEnd()).data) expect(record.length).toBe(11);
	});

	it('CAL-20 prints the starter workbook, sheet by sheet and row by row', () => {
		const names = rows.map(({ name }) => name!);
		expect(new Set(names).size).toBe(names.length);
		expect(names.filter((name) => /^overview\./.test(name)).slice(0, 2)).toEqual([
			'overview.answer_a',
			'overview.answer_b'
		]);
		expect(names.indexOf('overview.checks')).toBeLessThan(names.indexOf('assume.gpt4_cost_basis'));
		expect(names.indexOf('assume.gpt4_cost_basis')).toBeLessThan(names.indexOf('reads.gpt4_cost_basis'));
		expect(names.indexOf('reads.gpt4_cost_basis')).toBeLessThan(names.indexOf('assume.v3_cost_basis'));
	});

	it('CAL-21 agrees with the golden values in every row under every scenario', () => {
		const byName = new Map(rows.map((row) => [row['name']!, row]));
		const differences: string[] = [];
		for (const row of golden) {
			for (const scenario of scenarios) {
				const wanted = row[scenario === 'as_reported' ? 'base_value' : scenario]!;
				const got = byName.get(row['name']!)?.[scenario];
				if (!agrees(got, wanted)) differences.push(`${row['name']} ${scenario}: ${got} instead of ${wanted}`);
			}
		}
		expect(differences).toEqual([]);
		expect(golden.length).toBeGreaterThan(200);
	});

	it('CAL-23 labels every row as the golden values describe it', () => {
		const byName = new Map(rows.map((row) => [row['name']!, row['label']!.toLowerCase()]));
		const differences = golden.flatMap(({ name, description }) =>
			byName.get(name!) === description!.toLowerCase() ? [] : [[name, byName.get(name!), description]]
		);
		expect(differences).toEqual([]);
	});

	it('CAL-24 answers anything else with how it is used, on standard error, and exit code 2', () => {
		for (const args of [[], ['clac'], ['calc', 'more']]) {
			const { status, stdout, stderr } = reckoner(...args);
			expect(status).toBe(2);
			expect(stdout).toBe('');
			expect(stderr).toMatch(/^Usage: reckoner calc/);
		}
	});

	it('CAL-25 builds its bundle when that is missing or old, and says so on standard error only', () => {
		rmSync(BUNDLE, { force: true });
		const first = reckoner('calc');
		expect(first.stderr).toBe('Building the command line ...\n');
		expect(first.stdout).toBe(printed);
		expect(reckoner('calc').stderr).toBe('');
		utimesSync(BUNDLE, new Date(0), new Date(0));
		expect(reckoner('calc').stderr).toBe('Building the command line ...\n');
		expect(statSync(BUNDLE).mtimeMs).toBeGreaterThan(Date.now() - 120_000);
	}, 120_000);
});

describe('reckoner calc --batch', () => {
	const COMMAND = ['tests/commands/reckoner.mjs', 'calc', '--batch'];
	const caseOf = (id: number, formula: string) =>
		JSON.stringify({ id, sheets: { S: { A1: formula } }, cells: ['S!A1'] });

	function batch(...lines: string[]) {
		const { stdout, stderr, status } = spawnSync(process.execPath, COMMAND, {
			encoding: 'utf8',
			input: lines.join('\n')
		});
		return { answers: stdout.split('\n'), stderr, status };
	}

	it('CAL-46 prints nothing but answers, one for each line, and ends with 0', () => {
		const { answers, stderr, status } = batch(caseOf(1, '=1+1'), 'oops', caseOf(3, "'µ “x”"));
		expect(answers).toEqual([
			'{"id":1,"values":{"S!A1":2}}',
			expect.stringContaining('{"id":null,"error":"This line is not JSON'),
			'{"id":3,"values":{"S!A1":"µ “x”"}}',
			''
		]);
		expect(stderr).toBe('');
		expect(status).toBe(0);
	});

	it('CAL-46 answers a line as soon as it has come', async () => {
		const child = spawn(process.execPath, COMMAND, { stdio: ['pipe', 'pipe', 'inherit'] });
		const answer = new Promise<string>((resolve) => {
			child.stdout.setEncoding('utf8').once('data', resolve);
		});
		child.stdin.write(`${caseOf(1, '=6*7')}\n`);
		expect(await answer).toBe('{"id":1,"values":{"S!A1":42}}\n');
		const ended = new Promise((resolve) => child.once('close', resolve));
		child.stdin.end();
		expect(await ended).toBe(0);
	}, 60_000);
});

describe('conformance', () => {
	function conformance(...args: string[]) {
		const { stdout, status } = spawnSync(process.execPath, ['tests/commands/conformance.mjs', ...args], {
			encoding: 'utf8'
		});
		return { stdout, status };
	}

	/** Runs cases of one formula each against what they should give. */
	function score(...cases: readonly object[]) {
		const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
		const file = join(folder, 'cases.json');
		const whole = cases.map((one, index) => ({ id: `case/${index}`, sheet: 'S', cell: 'B2', ...one }));
		writeFileSync(file, JSON.stringify(whole));
		try {
			return conformance('--cases', file, '--list');
		} finally {
			rmSync(folder, { recursive: true });
		}
	}

	const right = { formula: '=A1+1', inputs: { S: { A1: 2 } }, expected: 3 };

	it('CAL-47 passes cases that give what they should, inputs taken literally', () => {
		const { stdout, status } = score(
			right,
			{ formula: '=ISTEXT(A1)', inputs: { S: { A1: '5' } }, expected: true },
			{ formula: '=ISNA(A1)', inputs: { S: { A1: { error: '#N/A' } } }, expected: true },
			{ formula: '=A1/0', expected: { error: '#DIV/0!' } },
			{ formula: '=1/3', expected: 0.3333333333, tolerance: { rel: 1e-9, abs: 0 } },
			{ formula: "='T'!A1&twice", inputs: { T: { A1: 'x' } }, names: { twice: '="y"' }, expected: 'xy' }
		);
		expect(stdout).toMatch(/^6 cases\npass +6 +100\.0 %/);
		expect(stdout).toMatch(/13 digits held +1 of 2/);
		expect(status).toBe(1);
		expect(score(right).status).toBe(0);
	});

	it('CAL-47 tells missing functions, loud and silent faults apart, and fails on them', () => {
		const { stdout, status } = score(
			right,
			{ formula: '=NOSUCHFUNCTION(1)', expected: 1 },
			{ formula: '=SQRT(-1)', expected: 1 },
			{ formula: '=1/0', expected: { error: '#NUM!' } },
			{ formula: '=1+1', expected: 3 },
			{ formula: '=1+1', expected: { error: '#NUM!' } },
			{ formula: '=""', expected: 0 }
		);
		expect(stdout).toMatch(/\npass +1 /);
		expect(stdout).toMatch(/\nmissing function +1\n/);
		expect(stdout).toMatch(/\nloud +2\n/);
		expect(stdout).toMatch(/\nsilent +3 /);
		expect(stdout).toMatch(/silent +case\/4\n +=1\+1\n +expected 3, got 2/);
		expect(status).toBe(1);
	});

	it('CAL-47 fails where a case that is marked open passes', () => {
		const { stdout, status } = score(right, { ...right, open: true });
		expect(stdout).toMatch(/mended +case\/1/);
		expect(status).toBe(1);
		expect(score(right, { ...right, expected: 4, open: true }).status).toBe(0);
		expect(score({ ...right, expected: 4, open: true }).status).toBe(1);
	});

	it('CAL-48 finds the cases of the repository as they are marked', () => {
		const { stdout, status } = conformance();
		expect(stdout.match(/^mended .*$/gm) ?? []).toEqual([]);
		expect(stdout).toMatch(/\nmissing function +0\nloud +0\nsilent +0 /);
		expect(Number(/^\d+/.exec(stdout)?.[0])).toBeGreaterThan(800);
		expect(status).toBe(0);
	}, 120_000);
});

/** Whether a printed value is the golden one: texts exactly, numbers to 12 significant digits. */
function agrees(got: string | undefined, wanted: string): boolean {
	if (got === wanted) return true;
	if (got === undefined || got.trim() === '' || wanted.trim() === '') return false;
	const [a, b] = [Number(got), Number(wanted)];
	return Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
}
