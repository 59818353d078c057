import { describe, expect, test } from 'vitest';
import { summarize, SummaryCount, valuesIn } from '$lib/session/summary';
import { cellKey, MAX_ROWS, parseRange, type CellValue, type Range } from '$lib/workbook';

const range = (text: string): Range => {
	const parsed = parseRange(text);
	if (!parsed.ok) throw new Error(parsed.error);
	return parsed.value;
};
const ERROR = { error: '#N/A', message: 'Nothing was found.' } as const;

/** Column A: 1, 2, a text, an error, 5, TRUE; column B: ten times the numbers of A. */
const KNOWN = new Map<number, CellValue>(
	(
		[
			['A', [1, 2, 'text', ERROR, 5, true]],
			['B', [10, 20, null, null, 50]]
		] as const
	).flatMap(([column, values]) =>
		values.map((value, row): [number, CellValue] => [cellKey({ row, column: column === 'A' ? 0 : 1 }), value])
	)
);

const summed = (ranges: readonly string[], isHidden = (_row: number, _column: number) => false) => {
	const count = new SummaryCount();
	for (const value of valuesIn(ranges.map(range), KNOWN, isHidden)) count.add(value);
	return count.summary;
};

describe('figures of the selection', () => {
	test('ACT-26 numbers are summed up, everything is counted, errors are told', () => {
		expect(summed(['A1:A6'])).toEqual({ sum: 8, count: 6, numbers: 3, errors: 1, min: 1, max: 5 });
	});

	test('ACT-26 whole columns cost as much as the cells that are known', () => {
		const columns = { from: { row: 0, column: 0 }, to: { row: MAX_ROWS - 1, column: 1 } };
		const steps = [...valuesIn([columns], KNOWN, () => false)];
		expect(steps.length).toBe(KNOWN.size);
		expect(summed(['A1:B1048576'])).toMatchObject({ sum: 88, numbers: 6 });
	});

	test('ACT-26 a cell in two ranges counts once, whether the ranges are small or large', () => {
		expect(summed(['A1:A2', 'A2:B2'])).toMatchObject({ sum: 23, count: 3 });
		expect(summed(['A1:A1048576', 'A1:B6'])).toMatchObject({ sum: 88, count: 9 });
	});

	test('ACT-26 hidden rows and columns are left out', () => {
		expect(summed(['A1:B2'], (row) => row === 0)).toMatchObject({ sum: 22, count: 2 });
		expect(summed(['A1:B1048576'], (_, column) => column === 1)).toMatchObject({ sum: 8, count: 6 });
	});

	test('ACT-26 no digit is lost by adding small numbers to large ones', () => {
		const count = new SummaryCount();
		for (const value of [1e16, 1, 1, 1, 1, -1e16]) count.add(value);
		expect(count.summary.sum).toBe(4);
		const tenths = new SummaryCount();
		for (let index = 0; index < 10; index += 1) tenths.add(0.1);
		expect(tenths.summary.sum).toBe(1);
	});

	test('ACT-26 a long sum lets the page go on in between, and stops when it is told to', async () => {
		function* endless(): Generator<CellValue> {
			for (;;) yield 1;
		}
		let turns = 0;
		const timer = setInterval(() => (turns += 1));
		const stopped = await summarize(endless(), () => turns > 2);
		clearInterval(timer);
		expect(stopped).toBeUndefined();
		expect(await summarize([1, 2, 3], () => false)).toMatchObject({ sum: 6 });
	});
});
