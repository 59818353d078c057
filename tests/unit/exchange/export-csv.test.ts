import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import {
	EVIDENCE_COLUMNS,
	evidenceOfFigure,
	exportCsv,
	PLAIN_CSV,
	previewExport,
	type ExportMode,
	type ExportRequest,
	type ExportScope,
	type ExportSource
} from '$lib/exchange';
import { readTyped, type Figure } from '$lib/workbook';
import { sampleSource, sampleWorkbook } from './sample-workbook';

function request(mode: ExportMode, scope: ExportScope = { kind: 'sheet', sheet: 's0' }): ExportRequest {
	return { scope, mode, options: PLAIN_CSV };
}

function exported(source: ExportSource, wanted: ExportRequest) {
	const file = exportCsv(source, wanted);
	if (!file.ok) throw new Error(file.error);
	return file.value;
}

const costs = sampleWorkbook({
	'Training cost': {
		A1: { content: 'Model' },
		B1: { content: 'Cost' },
		A2: { content: 'V3, final' },
		B2: { content: 6e6, format: '$#,##0.0,,"M"', unit: 'USD' },
		A3: { content: '-- total' },
		B3: { content: '=B2*2' },
		C3: { content: '=1/0' },
		D9: { content: null, format: '0.0' }
	}
});
const costValues = { 's0!2,1': 12e6, 's0!2,2': { error: '#DIV/0!', message: 'Division by zero.' } } as const;
const costSource = sampleSource(costs, {
	values: costValues,
	displayedAt: ({ row, column }) =>
		[
			['Model', 'Cost', ''],
			['V3, final', '$6.0M', ''],
			['-- total', '$12.0M', '#DIV/0!']
		][row]![column]!
});

const figure: Figure = {
	id: 'gpt-4-training-cost',
	name: 'openai.gpt4_training_cost',
	label: 'GPT-4, training cost',
	entity: 'OpenAI GPT-4',
	country: 'US',
	category: 'training-cost',
	metric: 'training cost',
	published: 1e8,
	unit: 'USD',
	qualifier: 'more-than',
	wording: 'over $100 million',
	low: 1e8,
	high: null,
	digits: 3,
	periodStart: '2023',
	periodEnd: '2023',
	asOf: '',
	source: 'row-2025',
	tier: 'secondary',
	attributedTo: '',
	note: ''
};
describe('export', () => {
	test('EXC-5 displayed writes what the sheet shows', () => {
		expect(exported(costSource, request('displayed')).bytes).toBe(
			'Model,Cost,\r\n"V3, final",$6.0M,\r\n\'-- total,$12.0M,#DIV/0!\r\n'
		);
	});

	test('EXC-6 raw writes computed values unformatted, errors by their code', () => {
		expect(exported(costSource, request('raw')).bytes).toBe(
			'Model,Cost,\r\n"V3, final",6000000,\r\n\'-- total,12000000,#DIV/0!\r\n'
		);
	});

	test('EXC-6 raw numbers are the shortest digits that give them back', () => {
		const numbers = [0.1 + 0.2, 1 / 3, 5e-324, 1.7976931348623157e308, -1e21, 45_748];
		const workbook = sampleWorkbook({
			S: Object.fromEntries(numbers.map((content, row) => [`A${row + 1}`, { content }]))
		});
		const { bytes } = exported(sampleSource(workbook), request('raw'));
		expect(String(bytes).trim().split('\r\n').map(Number)).toEqual(numbers);
		expect(bytes).toContain('0.30000000000000004\r\n0.3333333333333333\r\n5e-324\r\n');
	});

	test('EXC-7 formulas writes what was typed, and reading it as typed gives the same contents', () => {
		const contents = ['=A1+1', "'=A1", '-x', '2024', 0.07, 45_748, true, "'", 'TRUE'];
		const formats: Record<number, string> = { 4: '0.0%', 5: 'yyyy-mm-dd' };
		const workbook = sampleWorkbook({
			S: Object.fromEntries(
				contents.map((content, row) => [`A${row + 1}`, { content, format: formats[row] }])
			)
		});
		const { bytes } = exported(sampleSource(workbook), request('formulas'));
		const fields = String(bytes).trimEnd().split('\r\n');
		expect(fields).toEqual(['=A1+1', "'=A1", '-x', "'2024", '7%', '2025-04-01', 'TRUE', "'", "'TRUE"]);
		expect(fields.map((field) => readTyped(field, 'en-US').content)).toEqual([
			'=A1+1',
			"'=A1",
			'-x',
			"'2024",
			0.07,
			45_748,
			true,
			"'",
			"'TRUE"
		]);
	});

	test('EXC-7 formulas keep points and commas under a decimal comma, typed numbers do not', () => {
		const workbook = sampleWorkbook({ S: { A1: { content: '=ROUND(1.5,0)' }, B1: { content: 1.5 } } });
		const wanted = { ...request('formulas'), options: { ...PLAIN_CSV, hasDecimalComma: true } };
		expect(exported(sampleSource(workbook), wanted).bytes).toBe('=ROUND(1.5,0);1,5\r\n');
	});

	test('EXC-8 evidence writes a header and one row for each cell that holds a value', () => {
		const workbook = sampleWorkbook({
			Figures: {
				A1: { content: '=X' },
				B2: { content: 1e8, unit: 'USD' },
				C2: { content: '=B2*2', unit: 'USD' },
				D2: { content: '=""' }
			}
		});
		workbook.tables.name.set('n', { id: 'n', name: figure.name, refersTo: '=Figures!$B$2' });
		const source = sampleSource(workbook, {
			values: { 's0!0,0': '@note', 's0!1,2': 2e8, 's0!1,3': '' },
			evidenceOf: ({ row, column }) =>
				row === 1 && column === 1
					? evidenceOfFigure(figure, {
							low: 1e8,
							high: Infinity,
							citation: 'A paper, April 2025',
							date: '2023'
						})
					: undefined
		});
		expect(
			String(exported(source, request('evidence')).bytes)
				.trimEnd()
				.split('\r\n')
		).toEqual([
			EVIDENCE_COLUMNS.join(','),
			"Figures,A1,,,'@note,,,,,,,,",
			'Figures,B2,openai.gpt4_training_cost,"GPT-4, training cost",100000000,100000000,,more-than,USD,over $100 million,"A paper, April 2025",2023,',
			'Figures,C2,,,200000000,,,,USD,,,,'
		]);
	});

	test('EXC-10 a sheet goes from A1 to the last row and column that hold something', () => {
		const workbook = sampleWorkbook({
			S: { B2: { content: 7 }, C9: { content: null, format: '0' } },
			Empty: {}
		});
		expect(exported(sampleSource(workbook), request('raw')).bytes).toBe(',\r\n,7\r\n');
		expect(exported(sampleSource(workbook), request('raw', { kind: 'sheet', sheet: 's1' })).bytes).toBe('');
	});

	test('EXC-10 cells that another formula fills are part of the sheet', () => {
		const workbook = sampleWorkbook({ S: { A1: { content: '=ARRAY' } } });
		const values = { 's0!0,0': 1, 's0!0,1': 2, 's0!1,0': 3, 's0!1,1': 4, 's0!2,1': 5 };
		expect(exported(sampleSource(workbook, { values }), request('raw')).bytes).toBe('1,2\r\n3,4\r\n,5\r\n');
	});

	test('EXC-10 a selection is written without what lies beyond the last filled row and column', () => {
		const range = { from: { row: 1, column: 1 }, to: { row: 1_048_575, column: 16_383 } };
		const file = exported(costSource, request('raw', { kind: 'selection', sheet: 's0', range }));
		expect(file.bytes).toBe('6000000,\r\n12000000,#DIV/0!\r\n');
		const beyond = { from: { row: 50, column: 0 }, to: { row: 60, column: 3 } };
		const nothing = exported(costSource, request('raw', { kind: 'selection', sheet: 's0', range: beyond }));
		expect(nothing.bytes).toBe('');
	});

	test('EXC-11 all sheets make one zip, a file a sheet in their order, with safe and different names', () => {
		const workbook = sampleWorkbook({
			'B/A': { A1: { content: 'ü' } },
			'b?a': { A1: { content: 2 } },
			CON: {},
			'中国 "AI"': { A1: { content: 4 } }
		});
		const file = exported(sampleSource(workbook), request('raw', { kind: 'workbook' }));
		const files = unzipSync(file.bytes as Uint8Array);
		expect(Object.keys(files)).toEqual(['B_A.csv', 'b_a (2).csv', '_CON.csv', '中国 _AI_.csv']);
		expect(Object.values(files).map((bytes) => strFromU8(bytes))).toEqual(['ü\r\n', '2\r\n', '', '4\r\n']);
		expect(file).toMatchObject({ fileName: 'Sample (raw values).zip', mediaType: 'application/zip' });
	});

	test('EXC-11 the same sheets give the same bytes', () => {
		const zone = process.env.TZ;
		const bytes = ['Asia/Tokyo', 'America/New_York'].map((TZ) => {
			process.env.TZ = TZ;
			return exported(costSource, request('raw', { kind: 'workbook' })).bytes;
		});
		if (zone === undefined) delete process.env.TZ;
		else process.env.TZ = zone;
		expect(bytes[0]).toEqual(bytes[1]);
	});

	test('EXC-12 files are named after workbook, sheet, range and what they hold', () => {
		const range = { from: { row: 0, column: 0 }, to: { row: 8, column: 3 } };
		const names = [
			request('displayed'),
			request('evidence', { kind: 'selection', sheet: 's0', range }),
			request('formulas', { kind: 'workbook' })
		].map((wanted) => exported(costSource, wanted).fileName);
		expect(names).toEqual([
			'Sample - Training cost.csv',
			'Sample - Training cost A1-D9 (evidence).csv',
			'Sample (formulas).zip'
		]);
	});

	test('EXC-13 what cannot be written is refused with a sentence', () => {
		const wide = sampleSource(sampleWorkbook({ S: { XFD1048576: { content: 1 } } }));
		const refused = [exportCsv(wide, request('raw')), previewExport(wide, request('raw'), 5)];
		for (const result of refused) {
			expect(result).toMatchObject({ ok: false, error: expect.stringContaining('S spans A1:XFD1048576') });
		}
		expect(exportCsv(wide, request('raw', { kind: 'sheet', sheet: 'gone' }))).toMatchObject({ ok: false });
	});

	test('EXC-14 the preview is the first records of the file', () => {
		for (const mode of ['displayed', 'raw', 'formulas', 'evidence'] as const) {
			const whole = exported(costSource, request(mode)).bytes as string;
			const preview = previewExport(costSource, request(mode), 2);
			expect(preview).toEqual({ ok: true, value: whole.split('\r\n').slice(0, 2) });
		}
	});
});
