import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
	applyPatch,
	diffWorkbooks,
	emptyWorkbook,
	parseWorkbook,
	serializeWorkbook,
	type RecordKind
} from '$lib/workbook';
import { migrateDocument } from '$lib/workbook/migrations';
import { presentedWorkbook, smallWorkbook } from '../editing/small-workbook';

interface Json {
	[key: string]: Json;
}

/** The refusal of the small workbook's document after something was done to its JSON. */
function refusal(spoil: (document: Json) => void): string {
	const document = JSON.parse(serializeWorkbook(smallWorkbook())) as Json;
	spoil(document);
	const parsed = parseWorkbook(JSON.stringify(document));
	return parsed.ok ? 'not refused' : parsed.error.replace('This workbook cannot be read. ', '');
}

/** A value of any shape where a part of a document should be. */
function json(value: unknown): Json {
	return value as Json;
}

function record(document: Json, kind: RecordKind, index = 0): Json {
	return document['tables']![kind]![index]!;
}

function cells(document: Json): Json {
	return document['cells']![0]!['cells']!;
}

describe('documents', () => {
	it('WBK-12 a workbook comes back as it was, to the byte', () => {
		const text = serializeWorkbook(smallWorkbook());
		const parsed = parseWorkbook(text);
		expect(parsed.ok && diffWorkbooks(smallWorkbook(), parsed.value)).toEqual([]);
		expect(parsed.ok && serializeWorkbook(parsed.value)).toBe(text);
	});

	it('WBK-12 the same workbook gives the same bytes, in whatever order it was made', () => {
		const workbook = smallWorkbook();
		const other = emptyWorkbook();
		applyPatch(other, [...diffWorkbooks(other, workbook)].reverse());
		const sheet = other.tables.sheet.get('data')!;
		const { columnWidths, ...rest } = { ...sheet, columnWidths: { 9: 1, 10: 2 } };
		other.tables.sheet.set('data', { columnWidths, ...rest });
		workbook.tables.sheet.set('data', { ...sheet, columnWidths: { 10: 2, 9: 1 } });
		expect(serializeWorkbook(other)).toBe(serializeWorkbook(workbook));
	});

	it('WBK-13 reads every released schema: the first', () => {
		const text = readFileSync(new URL('../../fixtures/documents/v1.json', import.meta.url), 'utf8');
		const parsed = parseWorkbook(text);
		if (!parsed.ok) throw new Error(parsed.error);
		expect(serializeWorkbook(parsed.value)).toBe(text.replace('{"schema": 1,', '{"schema": 2,'));
		expect(Object.values(parsed.value.tables).map(({ size }) => size)).toEqual([1, 2, 5, 1, 1, 2, 3, 1, 1]);
	});

	it('WBK-13 reads every released schema: the second, with all that presents cells and sheets', () => {
		const text = readFileSync(new URL('../../fixtures/documents/v2.json', import.meta.url), 'utf8');
		const parsed = parseWorkbook(text);
		if (!parsed.ok) throw new Error(parsed.error);
		expect(serializeWorkbook(parsed.value)).toBe(text);
		expect(diffWorkbooks(presentedWorkbook(), parsed.value)).toEqual([]);
	});

	it('WBK-13 refuses presentation that no sheet can have', () => {
		const spoilt = (spoil: (sheet: Json) => void) => refusal((document) => spoil(record(document, 'sheet')));
		expect(spoilt((sheet) => (sheet['color'] = json('red')))).toMatch(/must be a colour such as/);
		expect(spoilt((sheet) => (sheet['hiddenRows'] = json([{ from: 3, to: 2 }])))).toMatch(
			/must end after it begins/
		);
		expect(spoilt((sheet) => (sheet['frozen'] = json({ rows: -1, columns: 0 })))).toMatch(
			/outside the sheet/
		);
		expect(spoilt((sheet) => (sheet['merges'] = json([{ from: { row: 1, column: 1 } }])))).toMatch(
			/is missing/
		);
		expect(
			spoilt(
				(sheet) => (sheet['conditionalFormats'] = json([{ ranges: [], rule: { kind: 'scale', colors: [] } }]))
			)
		).toMatch(/needs/);
		const ruled = (rule: unknown) =>
			spoilt((sheet) => {
				const ranges = [{ from: { row: 0, column: 0 }, to: { row: 1, column: 0 } }];
				sheet['conditionalFormats'] = json([{ ranges, rule }]);
			});
		const colors = ['#ffffff', '#000000'];
		expect(ruled({ kind: 'scale', colors, stops: [{ kind: 'least' }] })).toMatch(/as many stops as colours/);
		expect(
			ruled({ kind: 'scale', colors, stops: [{ kind: 'percent', value: 101 }, { kind: 'largest' }] })
		).toMatch(/between 0 and 100/);
		expect(ruled({ kind: 'rank', end: 'top', count: 0, isPercent: false, look: {} })).toMatch(/at least 1/);
		expect(ruled({ kind: 'rank', end: 'top', count: 101, isPercent: true, look: {} })).toMatch(/at most 100/);
		expect(ruled({ kind: 'trait', trait: 'pretty', look: {} })).toMatch(/trait/);
	});

	it('WBK-43 a filter by rank or average comes back as it was, and is checked', () => {
		const filtered = (columns: unknown) => {
			const document = JSON.parse(serializeWorkbook(presentedWorkbook())) as Json;
			const sheets = document['tables']!['sheet'] as unknown as Json[];
			sheets.find(({ filter }) => filter)!['filter']!['columns'] = json(columns);
			return JSON.stringify(document);
		};
		const rank = { kind: 'rank', end: 'bottom', count: 25, isPercent: true };
		const read = parseWorkbook(filtered({ 0: rank, 1: { kind: 'average', side: 'above' } }));
		const again = read.ok && parseWorkbook(serializeWorkbook(read.value));
		const sheets = again && again.ok ? [...again.value.tables.sheet.values()] : [];
		expect(sheets.find(({ filter }) => filter)?.filter?.columns).toEqual({
			0: rank,
			1: { kind: 'average', side: 'above' }
		});
		const problem = (condition: unknown) => {
			const parsed = parseWorkbook(filtered({ 0: condition }));
			return parsed.ok ? 'not refused' : parsed.error;
		};
		expect(problem({ ...rank, count: 0 })).toMatch(/at least 1/);
		expect(problem({ ...rank, count: 101 })).toMatch(/at most 100 per cent/);
		expect(problem({ kind: 'average', side: 'beside' })).toMatch(/must be one of/);
		expect(problem({ kind: 'median' })).toMatch(/texts or tests/);
	});

	it('WBK-13 brings older documents up to date step by step', () => {
		const steps = {
			1: (document: object) => ({ ...document, first: true }),
			2: (document: object) => ({ ...document, second: 'first' in document })
		};
		expect(migrateDocument({ schema: 1, kept: 1 }, steps, 3)).toEqual({
			ok: true,
			value: { schema: 3, kept: 1, first: true, second: true }
		});
		expect(() => migrateDocument({ schema: 1 }, {}, 2)).toThrow('No migration leads from schema 1.');
	});

	it('WBK-13 refuses a newer schema, and what is no document', () => {
		expect(refusal((document) => (document['schema'] = json(3)))).toBe(
			'This workbook was saved by a newer Reckoner (schema 3; this one reads up to 2). Open it there.'
		);
		expect(refusal((document) => delete document['schema'])).toMatch(/does not say which schema/);
		for (const text of ['', '{', '[]', 'null', '"text"', '3', `${'['.repeat(100_000)}`]) {
			const parsed = parseWorkbook(text);
			expect(parsed).toMatchObject({
				ok: false,
				error: expect.stringContaining('This is not a workbook of Reckoner') as string
			});
		}
	});

	it.each<[string, (document: Json) => void]>([
		['It has no tables.', (document) => delete document['tables']],
		['It has no settings.', (document) => (document['tables']!['settings'] = json([]))],
		['It has no sheet.', (document) => (document['tables']!['sheet'] = json([]))],
		[
			'It has no base scenario, which is called "as_reported".',
			(document) => (document['tables']!['scenario'] = json([]))
		],
		[
			'Its base scenario has overrides, which only others can have.',
			(document) => (record(document, 'scenario', 0)['overrides'] = json({ x: 1 }))
		],
		['The table "chart" is missing or is not a list.', (document) => delete document['tables']!['chart']],
		[
			'"what" is not a table that this version knows.',
			(document) => (document['tables']!['what'] = json([]))
		],
		['Two sheets are called "DATA".', (document) => (record(document, 'sheet', 1)['name'] = json('DATA'))],
		[
			'The name of a sheet cannot hold any of [ ] : * ? / \\ or a line break; "a:b" does.',
			(document) => (record(document, 'sheet')['name'] = json('a:b'))
		],
		[
			'The table "name" has "data.all" twice.',
			(document) => (record(document, 'name', 0)['id'] = json('data.all'))
		],
		[
			'The name "data.all" stands for two things.',
			(document) => (record(document, 'name', 0)['name'] = json('DATA.ALL'))
		],
		[
			'The figure "gpt4-cost": its published must be a number.',
			(document) => (record(document, 'figure')['published'] = json('100'))
		],
		[
			'The figure "gpt4-cost": its qualifier must be one of exact, about, nearly, more-than, at-least, at-most, between, order-of-magnitude.',
			(document) => (record(document, 'figure')['qualifier'] = json('roughly'))
		],
		[
			'The figure "gpt4-cost": its wording is missing.',
			(document) => delete record(document, 'figure')['wording']
		],
		[
			'The source "press": its url must be a web address that begins with http:// or https://.',
			(document) => (record(document, 'source')['url'] = json('javascript:alert(1)'))
		],
		[
			'The source without an id: its id must not be empty.',
			(document) => (record(document, 'source')['id'] = json(''))
		],
		[
			'The name "assume.growth": its refersTo must begin with = and have something after it.',
			(document) => (record(document, 'name', 0)['refersTo'] = json('Data!A1'))
		],
		[
			'The settings "settings": its aboutReading.percent is missing.',
			(document) => (record(document, 'settings')['aboutReading'] = json({ kind: 'percent' }))
		],
		[
			'The sheet "data": its columnWidths must be by row or column number.',
			(document) => (record(document, 'sheet')['columnWidths'] = json({ 16384: 5 }))
		],
		[
			'The scenario "calm": its overrides.x must be a number, a text, true, false or null.',
			(document) => (record(document, 'scenario', 1)['overrides'] = json({ x: {} }))
		],
		[
			'Cell B4 of sheet "Data": its content must be a number, a text, true, false or null.',
			(document) => (cells(document)['B4'] = json({ content: [1] }))
		],
		[
			'Cell B4 of sheet "Data": its content must have at most 32,767 characters.',
			(document) => (cells(document)['B4'] = json({ content: 'x'.repeat(32_768) }))
		],
		[
			'Cell B4 of sheet "Data": its content must have at most 8,192 characters, being a formula.',
			(document) => (cells(document)['B4'] = json({ content: `=${'1'.repeat(8_192)}` }))
		],
		['Cell B4 of sheet "Data": its content is missing.', (document) => (cells(document)['B4'] = json({}))],
		[
			'Cell B4 of sheet "Data": its colour is not a field that this version knows.',
			(document) => (cells(document)['B4'] = json({ content: 1, colour: 'red' }))
		],
		['Cell B4 of sheet "Data": it must be an object.', (document) => (cells(document)['B4'] = json(5))],
		[
			'"b4" on sheet "Data" is not a cell address.',
			(document) => (cells(document)['b4'] = json({ content: 1 }))
		],
		[
			'"XFE1" on sheet "Data" is not a cell address.',
			(document) => (cells(document)['XFE1'] = json({ content: 1 }))
		],
		[
			'It has cells of a sheet "gone", which does not exist.',
			(document) => (document['cells']![0]!['sheet'] = json('gone'))
		],
		[
			'It has the cells of sheet "My sums" twice.',
			(document) => (document['cells']![0]!['sheet'] = json('sums'))
		],
		['Its cells are missing or are not a list.', (document) => (document['cells'] = json({}))]
	])('WBK-14 refuses a bad piece and says where it is: %s', (sentence, spoil) => {
		expect(refusal(spoil)).toBe(sentence);
	});

	it('WBK-14 refuses a number that is not finite', () => {
		const text = serializeWorkbook(smallWorkbook()).replace('"published": 100000000', '"published": 1e999');
		expect(parseWorkbook(text)).toMatchObject({
			ok: false,
			error: expect.stringContaining('its published must be a finite number') as string
		});
	});

	it('WBK-15 ids and keys like those of every object do no harm', () => {
		const workbook = smallWorkbook();
		const source = workbook.tables.source.get('press')!;
		for (const id of ['__proto__', 'constructor', 'toString'])
			workbook.tables.source.set(id, { ...source, id });
		workbook.tables.scenario.set('calm', {
			...workbook.tables.scenario.get('calm')!,
			overrides: { constructor: 1, hasOwnProperty: 2 }
		});
		const parsed = parseWorkbook(serializeWorkbook(workbook));
		expect(parsed.ok && diffWorkbooks(workbook, parsed.value)).toEqual([]);
		const polluting = serializeWorkbook(workbook).replace('"constructor":1', '"__proto__":1');
		expect(parseWorkbook(polluting)).toMatchObject({
			ok: false,
			error: expect.stringContaining('its overrides.__proto__ cannot be a key') as string
		});
		for (const place of ['"content": 2', '"id": "press"', '"schema": 2']) {
			const text = serializeWorkbook(smallWorkbook()).replace(
				place,
				`${place}, "__proto__": {"polluted": 1}`
			);
			const hostile = parseWorkbook(text);
			expect((Object.prototype as Record<string, unknown>)['polluted']).toBeUndefined();
			if (hostile.ok) expect(serializeWorkbook(hostile.value)).toBe(serializeWorkbook(smallWorkbook()));
		}
	});
});
