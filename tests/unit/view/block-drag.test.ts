import { expect, test } from 'vitest';
import { Axis } from '../../../src/lib/view/grid/axis';
import { filledRange } from '../../../src/lib/view/grid/block-drag';
import { formatRange, parseRange } from '$lib/workbook';

const axes = { rows: Axis.measure(100, 25, () => 25), columns: Axis.measure(26, 100, () => 100) };

test.each([
	['C9', 'B3:C9'],
	['B1', 'B1:C4'],
	['E4', 'B3:E4'],
	['A3', 'A3:C4'],
	// Three rows down are 75 pixels, one column is 100.
	['D7', 'B3:D4'],
	['D9', 'B3:C9']
])('GRD-101 dragged to %s it fills %s', (cell, filled) => {
	const source = parseRange('B3:C4');
	const goal = parseRange(cell);
	if (!source.ok || !goal.ok) throw new Error('Those are ranges.');
	expect(formatRange(filledRange(source.value, goal.value.from, axes)!)).toBe(filled);
});

test('GRD-101 within the range nothing is filled', () => {
	const range = { from: { row: 2, column: 1 }, to: { row: 3, column: 2 } };
	expect(filledRange(range, { row: 3, column: 1 }, axes)).toBeUndefined();
});
