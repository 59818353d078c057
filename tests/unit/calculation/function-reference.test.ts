import { functionReference, signatureOf } from '$lib/calculation';
import { describe, expect, test } from 'vitest';
import { starterWorkbook } from '../../starter';

const reference = functionReference(starterWorkbook().tables);
const functions = reference.groups.flatMap((group) => group.functions);

/** The one example whose result is the error that it shows. */
const SHOWS_AN_ERROR = ['=NA()'];

describe('the reference of functions', () => {
	test('CAL-60 every function has a description, parameters with descriptions, and an example that calls it', () => {
		expect(functions.length).toBeGreaterThan(400);
		for (const { name, description, parameters, examples } of functions) {
			expect(description, name).toMatch(/\S.*[.)]$/);
			for (const text of [description, ...parameters.map((one) => one.description)])
				expect(text, name).not.toMatch(/<\w+>|\]\(|`|nullDate/);
			for (const { name: parameter, description: said } of parameters) {
				expect(parameter, name).toMatch(/\S/);
				expect(said, `${name}: ${parameter}`).toMatch(/\S/);
			}
			expect(examples.length, name).toBeGreaterThan(0);
			expect(examples[0]!.formula, name).toContain(`${name}(`);
		}
	});

	test('CAL-61 every example has a value, and reads filled cells where it reads any', () => {
		const all = [
			...functions.flatMap(({ examples }) => examples),
			...reference.otherNames.map((one) => one.example)
		];
		const failing = all.filter(({ isError }) => isError).map(({ formula }) => formula);
		expect(failing).toEqual(SHOWS_AN_ERROR);
		expect(all.filter(({ result }) => result === '').map(({ formula }) => formula)).toEqual([]);
	});

	test('CAL-62 another name leads to a function that takes the same arguments', () => {
		const entries = new Map(functions.map((entry) => [entry.name, entry]));
		expect(reference.otherNames.length).toBeGreaterThan(40);
		for (const { name, of, example } of reference.otherNames) {
			const original = entries.get(of);
			expect(original, name).toBeDefined();
			expect(example.formula).toContain(`${name}(`);
			expect(example.result, name).toBe(original!.examples[0]!.result);
		}
	});

	test('CAL-63 what is said to differ from Excel does differ', () => {
		const all = [...reference.differences, ...functions.flatMap(({ difference }) => difference ?? [])];
		const alike = all.filter(({ here, inExcel }) => here === inExcel).map(({ formula }) => formula);
		expect(alike).toEqual([]);
		expect(all.map(({ here }) => here)).not.toContain('');
		expect(all.length).toBeGreaterThan(reference.differences.length);
	});

	test('CAL-64 no function is both there and not supported', () => {
		const there = new Set([...functions, ...reference.otherNames].map(({ name }) => name));
		expect(reference.unsupported.filter(({ name }) => there.has(name))).toEqual([]);
		expect(reference.unsupported.every(({ reason }) => reason.endsWith('.'))).toBe(true);
	});

	test('CAL-65 a signature tells what may be left out and what may be given again', () => {
		const written = new Map(functions.map(({ name, signature }) => [name, signature]));
		expect(written.get('PI')).toBe('PI()');
		expect(written.get('XMATCH')).toMatch(
			/^XMATCH\(lookup_value, lookup_array, \[match_mode\], \[search_mode\]\)$/
		);
		expect(written.get('SUM')).toMatch(/^SUM\(\w+, …\)$/);
		const parameter = { description: '', isRepeated: false };
		expect(
			signatureOf({
				name: 'F',
				parameters: [
					{ ...parameter, name: 'a', isOptional: false },
					{ ...parameter, name: 'b', isOptional: true, isRepeated: true }
				]
			})
		).toBe('F(a, [b], …)');
	});

	test('CAL-66 results stand as a cell shows them, arrays as arrays are written, days beside their numbers', () => {
		const results = new Map(functions.flatMap(({ examples }) => examples.map((one) => [one.formula, one])));
		expect(results.get('=FILTER(A2:A7,B2:B7="A")')).toMatchObject({
			result: '{"Birch"; "Cedar"}',
			readsCells: true
		});
		expect(results.get('=EDATE(DATE(2025,1,31),1)')).toMatchObject({ result: '45716', day: '2025-02-28' });
		expect(results.get('=TODAY()')!.isVolatile).toBe(true);
		expect(reference.cells[1]!.slice(0, 5)).toEqual(['Aster', 'Seed', '4', '2023-03-15', '9']);
	});
});
