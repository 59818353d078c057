import { describe, expect, it } from 'vitest';
import { fillFrom, fillSeries, type FillSheet } from '$lib/editing';
import { formatAddress, parseRange, type Cell, type Range } from '$lib/workbook';

function range(text: string): Range {
	const parsed = parseRange(text);
	if (!parsed.ok) throw new Error(parsed.error);
	return parsed.value;
}

/** A sheet of cells by their addresses; `hidden` has the rows that are not shown. */
function sheetOf(cells: Readonly<Record<string, Cell>>, hidden: readonly number[] = []): FillSheet {
	return {
		sheet: 's',
		locale: 'en-US',
		cellAt: (place) => cells[formatAddress(place)],
		isHidden: (axis, index) => axis === 'row' && hidden.includes(index)
	};
}

function contents(filled: ReturnType<typeof fillFrom>): Record<string, unknown> {
	if (!filled.ok) throw new Error(filled.error);
	return Object.fromEntries(filled.value.map((cell) => [formatAddress(cell), cell.content]));
}

describe('filling cells', () => {
	it('EDT-93 formulas shift by how far they go, and `$` stays', () => {
		const sheet = sheetOf({ B2: { content: '=A2*$A$1' }, B3: { content: '=SUM( a$2 : a3 )' } });
		expect(contents(fillFrom(sheet, range('B2:B3'), range('B2:B5'), 'series'))).toEqual({
			B4: '=A4*$A$1',
			B5: '=SUM( a$2 : a5 )'
		});
	});

	it('EDT-93 every line goes on for itself, in all four directions', () => {
		const sheet = sheetOf({
			B2: { content: 1 },
			C2: { content: 2 },
			B3: { content: 10 },
			C3: { content: 20 }
		});
		const source = range('B2:C3');
		expect(contents(fillFrom(sheet, source, range('B2:E3'), 'series'))).toEqual({
			D2: 3,
			E2: 4,
			D3: 30,
			E3: 40
		});
		expect(contents(fillFrom(sheet, source, range('A2:C3'), 'series'))).toEqual({ A2: 0, A3: 0 });
		expect(contents(fillFrom(sheet, source, range('B2:C4'), 'series'))).toEqual({ B4: 19, C4: 38 });
		expect(contents(fillFrom(sheet, source, range('B1:C3'), 'series'))).toEqual({ B1: -8, C1: -16 });
	});

	it('EDT-93 formats and looks go along, and what has none takes them away', () => {
		const sheet = sheetOf({ A1: { content: 0.5, format: '0%', look: { isBold: true } }, B1: { content: 1 } });
		const filled = fillFrom(sheet, range('A1:B1'), range('A1:B2'), 'copy');
		expect(filled).toEqual({
			ok: true,
			value: [
				{ sheet: 's', row: 1, column: 0, content: 0.5, format: '0%', look: { isBold: true } },
				{ sheet: 's', row: 1, column: 1, content: 1, format: null, look: null }
			]
		});
	});

	it('EDT-93 lines that are not shown are passed over', () => {
		const sheet = sheetOf({ A1: { content: 1 }, A2: { content: 99 }, A3: { content: 2 } }, [1, 3]);
		expect(contents(fillFrom(sheet, range('A1:A3'), range('A1:A6'), 'series'))).toEqual({ A5: 3, A6: 4 });
	});

	it('EDT-93 more than can be filled is refused with the number', () => {
		const filled = fillFrom(sheetOf({ A1: { content: 1 } }), range('A1'), range('A1:A600000'), 'copy');
		expect(filled).toEqual({ ok: false, error: expect.stringContaining('600,000') as string });
	});

	it('EDT-92 a series begins in the first cell of each line', () => {
		const sheet = sheetOf({ A1: { content: 2, format: '0.0' }, B1: { content: 'text' } });
		const filled = fillSeries(sheet, range('A1:B4'), true, { kind: 'growth', step: 2, stop: 8 });
		expect(contents(filled)).toEqual({ A2: 4, A3: 8 });
		const refused = fillSeries(sheet, range('B1:B4'), true, { kind: 'linear', step: 1 });
		expect(refused).toEqual({ ok: false, error: expect.stringContaining('begins with a number') as string });
	});
});
