import { describe, expect, it } from 'vitest';
import { conditionsFilled, fillFrom, fillSeries, joinConditions, type FillSheet } from '$lib/editing';
import { formatAddress, formatRange, parseRange, type Cell, type Range } from '$lib/workbook';

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

describe('conditional formats of filled cells', () => {
	const SCALE = { kind: 'scale', colors: ['#ffffff', '#1a7f5a'] } as const;
	const rule = (...ranges: string[]) => ({ ranges: ranges.map(range), rule: SCALE });
	/** What is filled, and where each format applies of it, in words. */
	function filled(source: string, target: string, ranges: readonly string[][], hidden: number[] = []) {
		const formats = ranges.map((each) => rule(...each));
		const found = conditionsFilled(sheetOf({}, hidden), formats, range(source), range(target));
		if (found === 'too-many') throw new Error('These are few.');
		const words = (each: readonly Range[]) => each.map(formatRange).join(' ');
		return found && [words(found.within), ...found.ranges.map(words)];
	}

	it.each<[string, string, string[][], string[], number[]?]>([
		['A1:B1', 'A1:B4', [['A1:A1']], ['A2:B4', 'A2:A4']],
		['A1:B2', 'A1:D2', [['B1:C9'], ['F1']], ['C1:D2', 'D1:D2', '']],
		['A1:A2', 'A1:A6', [['A1']], ['A3:A6', 'A3 A5']],
		['A5:A6', 'A1:A6', [['A6:A6']], ['A1:A4', 'A2 A4']],
		['A1:A1', 'A1:A5', [['A1:A1']], ['A2:A2 A4:A5', 'A2:A2 A4:A5'], [2]]
	])('EDT-240 %s filled into %s, where they apply to %j', (source, target, ranges, expected, hidden) => {
		const one = (text: string) => text.replace(/\b(\w+):\1\b/g, '$1');
		expect(filled(source, target, ranges, hidden)).toEqual(expected.map(one));
	});

	it('EDT-240 several filled ranges are one change, and too many pieces none', () => {
		const formats = [rule('A1')];
		const first = conditionsFilled(sheetOf({}), formats, range('A1'), range('A1:A2'));
		const second = conditionsFilled(sheetOf({}), formats, range('C1'), range('C1:C2'));
		expect(joinConditions([undefined, first, second])).toEqual({
			from: 's',
			to: 's',
			within: [range('A2'), range('C2')],
			ranges: [[range('A2')]]
		});
		expect(conditionsFilled(sheetOf({}), formats, range('A1:A2'), range('A1:A9000'))).toBe('too-many');
		expect(joinConditions([first, 'too-many'])).toBe('too-many');
		expect(joinConditions([undefined])).toBeUndefined();
		expect(conditionsFilled(sheetOf({}), [], range('A1'), range('A1:A2'))).toBeUndefined();
	});
});
