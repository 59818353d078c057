import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConditionalLooks } from '$lib/session/conditional-looks.svelte';
import { cellKey, parseRange, type CellValue, type ConditionalFormat, type Range } from '$lib/workbook';

function rangeOf(text: string): Range {
	const range = parseRange(text);
	if (!range.ok) throw new Error(range.error);
	return range.value;
}

const red = { fill: '#ff0000' as const };
const at = (row: number) => ({ row, column: 0 });

/** Rules over a column of numbers; formulas are answered by `answer`, and kept in `asked`. */
class Sheet {
	readonly asked: string[][] = [];
	readonly touched: number[] = [];
	answer: (formula: string) => CellValue = () => true;
	isStopped = false;
	readonly values: { changes: number; valuesOn: () => ReadonlyMap<number, CellValue> };
	readonly looks: ConditionalLooks;

	constructor(formats: readonly ConditionalFormat[], numbers: readonly CellValue[] = []) {
		const column = new Map(numbers.map((number, row) => [cellKey(at(row)), number]));
		this.values = { changes: 0, valuesOn: () => column };
		this.looks = new ConditionalLooks(
			{
				sheet: 's',
				locale: 'en-US',
				values: this.values,
				stopped: new WeakSet(),
				isShown: () => true,
				touch: (rows) => this.touched.push(...rows),
				tryFormulas: (formulas) => {
					this.asked.push(formulas.map(({ formula }) => formula));
					return Promise.resolve(
						this.isStopped ? 'stopped' : formulas.map(({ formula }) => this.answer(formula))
					);
				}
			},
			formats
		);
	}

	/** The rows that are filled. */
	filled(rows: readonly number[]): number[] {
		return rows.filter((row) => this.looks.lookAt(at(row))?.look.fill === red.fill);
	}
}

const byFormula = (formula: string): ConditionalFormat => ({
	ranges: [rangeOf('A1:A9')],
	rule: { kind: 'formula', formula, look: red }
});

describe('conditional looks', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	it('PAG-287 a scale colours numbers only: no texts, truths, errors or blanks, which do not count for it either', () => {
		const error = { error: '#N/A' as const, message: 'Nothing.' };
		const colors = ['#ffffff', '#ff0000'] as const;
		const format: ConditionalFormat = { ranges: [rangeOf('A1:A9')], rule: { kind: 'scale', colors } };
		const sheet = new Sheet([format], [5, 'text', '', null, true, error, 10]);
		const fills = Array.from({ length: 8 }, (_, row) => sheet.looks.lookAt(at(row))?.look.fill);
		expect(fills.map((fill) => fill ?? null)).toEqual([
			'#ffffff',
			null,
			null,
			null,
			null,
			null,
			'#ff0000',
			null
		]);
	});

	it('PAG-169 asks about cells that are shown, moved along from the first, once for all and no others', async () => {
		const sheet = new Sheet([byFormula('=B1>$C$1')]);
		sheet.answer = (formula) => formula === '=B3>$C$1';
		expect(sheet.filled([1, 2])).toEqual([]);
		await vi.runAllTimersAsync();
		expect(sheet.asked).toEqual([['=B2>$C$1', '=B3>$C$1']]);
		expect(sheet.touched).toEqual([1, 2]);
		expect(sheet.filled([1, 2])).toEqual([2]);
		await vi.runAllTimersAsync();
		expect(sheet.asked.length).toBe(1);
	});

	it('PAG-169 a formula that is the same for all cells is asked about once, in parts where there are many', async () => {
		const same = new Sheet([byFormula('=$C$1>0')]);
		expect(same.filled([0, 1, 2])).toEqual([]);
		await vi.runAllTimersAsync();
		expect(same.asked).toEqual([['=$C$1>0']]);
		expect(same.filled([0, 1, 2])).toEqual([0, 1, 2]);

		const many = new Sheet([{ ...byFormula('=B1>0'), ranges: [rangeOf('A1:A1200')] }]);
		many.filled(Array.from({ length: 1200 }, (_, row) => row));
		await vi.runAllTimersAsync();
		expect(many.asked.map(({ length }) => length)).toEqual([500, 500, 200]);
	});

	it('PAG-169 new values that come while an answer is awaited have all asked anew', async () => {
		const sheet = new Sheet([byFormula('=B1>0')]);
		sheet.answer = () => {
			sheet.values.changes += 1;
			sheet.answer = () => true;
			sheet.filled([0]);
			return false;
		};
		sheet.filled([0]);
		await vi.runAllTimersAsync();
		expect(sheet.filled([0])).toEqual([0]);
	});

	it('PAG-169 one that takes too long paints nothing, says so, and is not tried again', async () => {
		const format = byFormula('=SLOW()');
		const sheet = new Sheet([format]);
		sheet.isStopped = true;
		sheet.filled([0]);
		await vi.runAllTimersAsync();
		expect(sheet.looks.problemOf(format)).toMatch(/takes too long/);
		sheet.filled([0, 1]);
		await vi.runAllTimersAsync();
		expect(sheet.asked.length).toBe(1);
	});

	it('PAG-161 errors and what cannot be read paint nothing and say why', async () => {
		const format = byFormula('=B1/0');
		const sheet = new Sheet([format]);
		sheet.answer = () => ({ error: '#DIV/0!', message: 'Division by zero.' });
		sheet.filled([0]);
		await vi.runAllTimersAsync();
		expect(sheet.filled([0])).toEqual([]);
		expect(sheet.looks.problemOf(format)).toBe('In A1: Division by zero.');

		const unread = byFormula('=B1+');
		const other = new Sheet([unread]);
		expect(other.filled([0])).toEqual([]);
		await vi.runAllTimersAsync();
		expect(other.asked).toEqual([]);
		expect(other.looks.problemOf(unread)).toMatch(/^Expected a value/);
	});

	it('PAG-163 what an earlier rule sets stays, later ones add to it until one stops', () => {
		const ranges = [rangeOf('A1:A9')];
		const above = (value: number, look: object, isLast = false): ConditionalFormat => ({
			ranges,
			rule: { kind: 'threshold', operator: 'greater', value, look },
			isLast
		});
		const formats = [
			above(5, red, true),
			above(3, { color: '#00ff00' }),
			above(0, { fill: '#0000ff', isBold: true })
		];
		const { looks } = new Sheet(formats, [1, 4, 9]);
		expect(looks.lookAt(at(0))?.look).toEqual({ fill: '#0000ff', isBold: true });
		expect(looks.lookAt(at(1))).toEqual({
			look: { color: '#00ff00', fill: '#0000ff', isBold: true },
			said: 'is greater than 3, is greater than 0'
		});
		expect(looks.lookAt(at(2))).toEqual({ look: red, said: 'is greater than 5' });
		expect(looks.lookAt({ row: 0, column: 1 })).toBeUndefined();
	});
});
