import { describe, expect, it } from 'vitest';
import { answerLine } from '$lib/cli';

/** The values that cells of one sheet, `Sheet1`, come to. */
function valuesOf(contents: object, cells: readonly string[], names: object = {}) {
	return answerTo({ id: 'x', sheets: { Sheet1: contents }, names, cells }).values;
}

function answerTo(request: unknown) {
	return JSON.parse(answerLine(JSON.stringify(request)));
}

describe('answer to one case', () => {
	it('CAL-41 reads strings as they would be typed in en-US', () => {
		const contents = {
			A1: '1,234.5',
			A2: '12.5%',
			A3: '$5',
			A4: '1E6',
			A5: '2024-01-10',
			A6: 'TRUE',
			A7: 'plain',
			A8: '=A1*2',
			A9: ''
		};
		expect(
			valuesOf(
				contents,
				Object.keys(contents).map((address) => `Sheet1!${address}`)
			)
		).toEqual({
			'Sheet1!A1': 1234.5,
			'Sheet1!A2': 0.125,
			'Sheet1!A3': 5,
			'Sheet1!A4': 1e6,
			'Sheet1!A5': 45301,
			'Sheet1!A6': true,
			'Sheet1!A7': 'plain',
			'Sheet1!A8': 2469,
			'Sheet1!A9': null
		});
	});

	it('CAL-41 takes a leading apostrophe for a text, and leaves none of it', () => {
		const contents = { A1: "'", A2: "''a", A3: "'=1+1", A4: "'7", B1: '=ISTEXT(A1)', B2: '=ISBLANK(A9)' };
		expect(
			valuesOf(contents, ['Sheet1!A1', 'Sheet1!A2', 'Sheet1!A3', 'Sheet1!A4', 'Sheet1!B1', 'Sheet1!B2'])
		).toEqual({
			'Sheet1!A1': '',
			'Sheet1!A2': "'a",
			'Sheet1!A3': '=1+1',
			'Sheet1!A4': '7',
			'Sheet1!B1': true,
			'Sheet1!B2': true
		});
	});

	it('CAL-41 takes numbers, booleans and errors as they are', () => {
		const contents = { A1: 0.1, A2: false, A3: { error: '#N/A' }, A4: { error: '#DIV/0!' }, A5: null };
		const values = valuesOf({ ...contents, B3: '=ISNA(A3)', B4: '=A4+1' }, [
			'Sheet1!A1',
			'Sheet1!A2',
			'Sheet1!A3',
			'Sheet1!A5',
			'Sheet1!B3',
			'Sheet1!B4'
		]);
		expect(values).toMatchObject({
			'Sheet1!A1': 0.1,
			'Sheet1!A2': false,
			'Sheet1!A3': { error: '#N/A' },
			'Sheet1!A5': null,
			'Sheet1!B3': true,
			'Sheet1!B4': { error: '#DIV/0!' }
		});
	});

	it('CAL-42 knows names by their formulas', () => {
		const names = { rate: '=Sheet1!$A$1', twice: '=2*rate', all: '=Sheet1!$A$1:$A$2' };
		const contents = { A1: 5, A2: 6, B1: '=rate+1', B2: '=twice', B3: '=SUM(all)' };
		expect(valuesOf(contents, ['Sheet1!B1', 'Sheet1!B2', 'Sheet1!B3'], names)).toEqual({
			'Sheet1!B1': 6,
			'Sheet1!B2': 10,
			'Sheet1!B3': 11
		});
	});

	it('CAL-43 answers under the strings of the request, in their order, quotation marks round any name', () => {
		const sheets = { Sheet1: { A1: 1 }, "it's 5 o'clock!": { A1: 2 }, '2024': { A1: 3 } };
		const cells = ["'Sheet1'!A1", 'sheet1!$A$1', "'it''s 5 o''clock!'!A1", "it's 5 o'clock!!A1", '2024!A1'];
		const line = answerLine(JSON.stringify({ id: 1, sheets, cells }));
		expect(line).toBe(
			`{"id":1,"values":{${cells.map((cell, index) => `${JSON.stringify(cell)}:${[1, 1, 2, 2, 3][index]}`).join(',')}}}`
		);
	});

	it('CAL-43 gives every element of a spilled array its own value', () => {
		const contents = { B2: '=SEQUENCE(2,2,10)' };
		expect(valuesOf(contents, ['Sheet1!B2', 'Sheet1!C2', 'Sheet1!B3', 'Sheet1!C3', 'Sheet1!D3'])).toEqual({
			'Sheet1!B2': 10,
			'Sheet1!C2': 11,
			'Sheet1!B3': 12,
			'Sheet1!C3': 13,
			'Sheet1!D3': null
		});
	});

	it('CAL-43 says with every error what is wrong', () => {
		const values = valuesOf({ A1: '=1/0', A2: '=NOSUCH(1)', A3: '=1+' }, [
			'Sheet1!A1',
			'Sheet1!A2',
			'Sheet1!A3',
			'Other!A1',
			'Sheet1',
			'Sheet1!A0'
		]);
		expect(Object.values<{ error: string }>(values).map(({ error }) => error)).toEqual([
			'#DIV/0!',
			'#NAME?',
			'#ERROR!',
			'#REF!',
			'#REF!',
			'#REF!'
		]);
		for (const { message } of Object.values<{ message: string }>(values)) expect(message).toMatch(/\.$/);
		expect(values['Other!A1'].message).toContain('Other');
	});

	it('CAL-40 echoes any id, and null where there is none', () => {
		for (const id of ['a b', 7, null, { nested: [1] }]) expect(answerTo({ id }).id).toEqual(id);
		expect(answerTo({ sheets: {} })).toEqual({ id: null, values: {} });
	});

	it.each([
		['not a list of cells', { id: 4, cells: 'Sheet1!A1' }, /"cells"/],
		['not an object of sheets', { id: 4, sheets: [] }, /"sheets"/],
		['an address that is none', { id: 4, sheets: { S: { A0: 1 } } }, /"S": "A0"/],
		['a content that is none', { id: 4, sheets: { S: { A1: [1] } } }, /"S", A1/],
		['an error that is none', { id: 4, sheets: { S: { A1: { error: '1+1' } } } }, /"S", A1/],
		['two sheets of one name', { id: 4, sheets: { S: {}, s: {} } }, /"s"/],
		['a name without a formula', { id: 4, names: { a: '5' } }, /"a"/]
	])('CAL-44 answers %s with a sentence under its id', (_, request, message) => {
		const answer = answerTo(request);
		expect(answer.id).toBe(4);
		expect(answer.error).toMatch(message);
		expect(answer.values).toBeUndefined();
	});

	it('CAL-49 reads contents and writes texts of numbers under the locale of the request', () => {
		const sheets = { Sheet1: { A1: '1,5', A2: '=FIXED(1234.5,1)&TEXT(A1,"0.00")' } };
		const cells = ['Sheet1!A1', 'Sheet1!A2'];
		expect(answerTo({ locale: 'de-DE', sheets, cells }).values).toEqual({
			'Sheet1!A1': 1.5,
			'Sheet1!A2': '1.234,51,50'
		});
		expect(answerTo({ sheets, cells }).values['Sheet1!A1']).toBe('1,5');
		for (const locale of ['german!', '', 5])
			expect(answerTo({ locale, sheets, cells }).error).toMatch(/"locale" must be a language tag/);
	});

	it('CAL-44 answers a line that is no JSON object under the id null', () => {
		for (const line of ['', 'oops', '{"id":1', '[1]', '"x"', 'null']) {
			const answer = JSON.parse(answerLine(line));
			expect(answer.id).toBe(null);
			expect(answer.error).toMatch(/^(This line is not JSON|A case is a JSON object)/);
		}
	});

	it('CAL-43 survives names that objects have by nature', () => {
		const line =
			'{"id":1,"sheets":{"__proto__":{"A1":5},"constructor":{"A1":6}},"cells":["__proto__!A1","constructor!A1"]}';
		expect(answerLine(line)).toBe('{"id":1,"values":{"__proto__!A1":5,"constructor!A1":6}}');
	});
});

it('ENG-176 a name that no formula can use is told beside the values', () => {
	const line = JSON.stringify({
		id: 1,
		sheets: { S: { A1: '=q1+1', A2: '=2' } },
		names: { q1: '=5' },
		cells: ['S!A1', 'S!A2']
	});
	expect(JSON.parse(answerLine(line))).toEqual({
		id: 1,
		values: { 'S!A1': 1, 'S!A2': 2 },
		problems: [expect.stringContaining('“q1” cannot be used as a name')]
	});
});
