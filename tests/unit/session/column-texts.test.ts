import { describe, expect, test } from 'vitest';
import { columnTexts, completionFor } from '$lib/session/column-texts';
import { pickableTexts } from '$lib/session/picking';
import { cellKey, type Content, type Workbook } from '$lib/workbook';
import { at, smallWorkbook } from '../editing/small-workbook';

/** A workbook whose column F holds contents from its first row on. */
function columnOf(contents: readonly Content[]): Workbook {
	const workbook = smallWorkbook();
	const cells = new Map(workbook.cells.get('data'));
	contents.forEach((content, row) => cells.set(cellKey({ row, column: 5 }), { content }));
	return { ...workbook, cells: new Map([...workbook.cells, ['data', cells]]) };
}
const textsAt = (contents: readonly Content[], address: string) =>
	columnTexts(columnOf(contents), at('data', address)).map(({ text }) => text);

describe('texts of a column', () => {
	test('PAG-201 those of the filled cells above and below, as far as the first blank one, each once', () => {
		expect(textsAt(['far', null, 'Meta', 'OpenAI', null, 'xAI', 'Meta', '', 'further'], 'F5')).toEqual([
			'OpenAI',
			'Meta',
			'xAI'
		]);
		expect(textsAt(['Meta', null, null], 'F3')).toEqual([]);
	});

	test('PAG-201 numbers, truth values and formulas are passed over, not stopped at', () => {
		expect(textsAt(['Meta', 12, true, '="x"', null], 'F5')).toEqual(['Meta']);
	});

	test('PAG-202 they are picked from in the order of the alphabet, and typed so that they stay texts', () => {
		const texts = pickableTexts(columnOf(["'007", 'b 10', 'b 9', 'A', null]), at('data', 'F5'));
		expect(texts).toEqual([
			{ text: '007', typed: "'007" },
			{ text: 'A', typed: 'A' },
			{ text: 'b 9', typed: 'b 9' },
			{ text: 'b 10', typed: 'b 10' }
		]);
	});
});

describe('completion', () => {
	const complete = (contents: readonly Content[], typed: string) =>
		completionFor(columnOf([...contents, null]), at('data', `F${contents.length + 1}`), typed);

	test('PAG-201 the one text that begins so, in any case of letters', () => {
		expect(complete(['Anthropic', 'OpenAI'], 'an')).toBe('Anthropic');
		expect(complete(['Anthropic', 'Anthropic'], 'A')).toBe('Anthropic');
		expect(complete(['OpenAI', 'OPENAI'], 'o')).toBe('OPENAI');
	});

	test('PAG-201 none where several begin so, none is longer, or none does', () => {
		expect(complete(['Anthropic', 'Antler'], 'ant')).toBeUndefined();
		expect(complete(['Anthropic', 'Antler'], 'anth')).toBe('Anthropic');
		expect(complete(['Meta'], 'meta')).toBeUndefined();
		expect(complete(['Meta'], 'eta')).toBeUndefined();
		expect(complete(['Meta'], '')).toBeUndefined();
	});

	test('PAG-201 none for numbers, dates and formulas as they are typed', () => {
		const texts = ['2024 Q1', '=draft', '+plus'];
		expect(complete(texts, '2024')).toBeUndefined();
		expect(complete(texts, '2024 ')).toBeUndefined();
		expect(complete(texts, '2024 Q')).toBe('2024 Q1');
		expect(complete(["'=draft"], '=d')).toBeUndefined();
		expect(complete(["'007 b"], "'0")).toBeUndefined();
		expect(complete(['-plus'], '-p')).toBeUndefined();
	});
});
