import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FormulaEngine } from '$lib/engine';
import { starterTexts, starterWorkbook } from '../../starter';
import { figureFaults } from './figure-faults';
import { readDataPackage, readRows, schemaFaults, type Row } from './table-schema';

const { resources, licenses } = readDataPackage();
const texts = starterTexts();
const parsed = new Map(resources.map(({ name, path }) => [name, readRows(path, texts[path] ?? '\n')]));
const tables = new Map([...parsed].map(([name, { rows }]) => [name, rows]));
const figures = tables.get('figures')!;
const resourceOf = (name: string) => resources.find((resource) => resource.name === name)!;

describe('the descriptor', () => {
	test('DAT-1 names every table of the package and no other, and its licence', () => {
		expect(resources.map(({ path }) => path).sort()).toEqual(Object.keys(texts).sort());
		expect(licenses.map(({ name }) => name)).toEqual(['CC-BY-4.0']);
	});

	test.each(resources.map(({ name }) => name))('DAT-2 %s holds to its schema', (name) => {
		const { header, rows } = parsed.get(name)!;
		expect(rows.length).toBeGreaterThan(0);
		expect(schemaFaults(resourceOf(name), header, rows, tables)).toEqual([]);
	});
});

describe('figures', () => {
	test('DAT-3 the bounds of every figure agree with its qualifier, and its wording is short', () => {
		expect(figures.flatMap(figureFaults)).toEqual([]);
	});

	test('DAT-3 no name is one that the engine refuses', () => {
		const engine = new FormulaEngine();
		engine.load(starterWorkbook());
		expect(engine.problems).toEqual([]);
	});

	const sound = figures.find(({ id }) => id === 'deepseek-v3-training-cost')!;
	const faultsOf = (change: Partial<Row>) => {
		const row = { ...sound, ...change } as Row;
		return [...schemaFaults(resourceOf('figures'), Object.keys(row), [row], tables), ...figureFaults(row)];
	};

	test('DAT-4 a sound row passes', () => {
		expect(faultsOf({})).toEqual([]);
	});

	test.each<[string, Partial<Row>]>([
		['no source', { source: '' }],
		['a source that is not listed', { source: 'nobody' }],
		['no unit', { unit: '' }],
		['a unit that is not listed', { unit: 'bushels' }],
		['no qualifier', { qualifier: '' }],
		['a qualifier outside the vocabulary', { qualifier: 'roughly' }],
		['no value', { value: '' }],
		['a value with a unit in it', { value: '6M' }],
		['low above high', { low: '7000000' }],
		['nearly, but with a high end above the value', { high: '6500000' }],
		['exact, but with a range', { qualifier: 'exact' }],
		['between, but without an upper end', { qualifier: 'between', high: '' }],
		['a name without an entity', { name: 'cost' }],
		['a name in capitals', { name: 'DeepSeek.V3_cost' }],
		['an id that is not kebab-case', { id: 'deepseek_v3' }],
		['a period that ends before it starts', { period_start: '2025-01' }],
		['a date that is not one', { as_of: 'early 2025' }],
		['a whole sentence as wording', { wording: 'It cost nearly six million dollars to train, they said' }]
	])('DAT-4 a figure with %s fails', (_, change) => {
		expect(faultsOf(change)).not.toEqual([]);
	});

	test('DAT-4 a name that looks like a cell address is refused by the engine', () => {
		const workbook = starterWorkbook();
		workbook.tables.name.set('q1', { id: 'q1', name: 'q1', refersTo: '=Figures!$C$6' });
		const engine = new FormulaEngine();
		engine.load(workbook);
		expect(engine.problems).toHaveLength(1);
	});
});

describe('seed', () => {
	test.each([
		['figures', 'id', 20],
		['entities', 'name', 45],
		['events', 'event', 12],
		['sources', 'id', 2]
	])('DAT-5 every row of the seed %s ships as it is', (name, key, count) => {
		const url = new URL(`../../fixtures/seed/${name}.csv`, import.meta.url);
		const { header, rows } = readRows(name, readFileSync(url, 'utf8'));
		expect(rows).toHaveLength(count);
		for (const row of rows) {
			const shipped = tables.get(name)!.find((candidate) => candidate[key] === row[key]);
			expect(shipped && Object.fromEntries(header.map((column) => [column, shipped[column]]))).toEqual(row);
		}
	});

	test('DAT-5 the other figures have no wording of ours', () => {
		const others = figures.filter(({ tier, wording }) => wording === '' || tier !== 'secondary');
		expect(others).toHaveLength(168);
		expect(others.every(({ wording }) => wording === '')).toBe(true);
	});
});

describe('what rows say of each other', () => {
	const names = starterWorkbook().tables.name;
	const split = (text: string, separator: string) =>
		text === '' ? [] : text.split(separator).map((part) => part.trim());

	test('DAT-6 every source is used, and what stands behind an assumption is a figure or a source of the package', () => {
		const behind = tables.get('assumptions')!.flatMap(({ sources }) => split(sources!, ';'));
		const known = new Set([...figures, ...tables.get('sources')!].map(({ id }) => id!));
		expect(behind.filter((id) => !known.has(id))).toEqual([]);
		const used = new Set([...figures, ...tables.get('events')!].map(({ source }) => source!).concat(behind));
		expect(tables.get('sources')!.filter(({ id }) => !used.has(id!))).toEqual([]);
	});

	test('DAT-6 scenarios override drivers, and outputs show named cells', () => {
		const drivers = new Set([...tables.get('assumptions')!, ...figures].map(({ name }) => name));
		const overrides = tables.get('scenarios')!.flatMap((row) => split(row['overrides']!, ';'));
		expect(overrides.filter((override) => !drivers.has(override.split(' = ')[0]))).toEqual([]);
		for (const { name, remark } of tables.get('outputs')!) {
			expect(names.has(name!)).toBe(true);
			expect(remark === '' || names.has(remark!)).toBe(true);
		}
	});

	test('DAT-7 parts add up: hours of V3, shares of cost, regions within the world', () => {
		const value = (id: string) => Number(figures.find((row) => row['id'] === id)!['value']);
		expect(
			value('deepseek-v3-gpu-hours-pretraining') +
				value('deepseek-v3-gpu-hours-context') +
				value('deepseek-v3-gpu-hours-posttraining')
		).toBe(value('deepseek-v3-gpu-hours-total'));
		expect(value('deepseek-v3-gpu-hours-total') * value('deepseek-v3-assumed-rental')).toBe(
			value('deepseek-v3-training-cost-report')
		);
		expect(
			value('epoch-share-hardware') + value('epoch-share-staff') + value('epoch-share-energy')
		).toBeCloseTo(1);
		const regions = ['us', 'china', 'europe'].map((region) => value(`aiindex-${region}-private-2024`));
		expect(regions.reduce((sum, region) => sum + region)).toBeLessThanOrEqual(
			value('aiindex-global-private-2024')
		);
	});
});
