import { describe, expect, test } from 'vitest';
import { dataEdge, type CellLine } from '../../../src/lib/session/selection-edge';

/** A line of cells drawn as text: a dot is blank. */
function line(drawn: string, last = 19, hidden: readonly number[] = []): CellLine {
	return {
		last,
		used: drawn.length,
		isBlank: (index) => (drawn[index] ?? '.') === '.',
		isHidden: (index) => hidden.includes(index)
	};
}

describe('the jump to an edge of the data', () => {
	test.each([
		['to the end of a run', 'xxx..x', 0, 1, 2],
		['from within a run', 'xxx..x', 1, 1, 2],
		['over blanks to the next run', 'xxx..xx', 2, 1, 5],
		['from a blank to the next filled cell', 'x..x', 1, 1, 3],
		['to the end of the sheet where nothing follows', 'xxx', 2, 1, 19],
		['from beyond the used cells to the end', 'xxx', 7, 1, 19],
		['back to the start of a run', '..xxx', 4, -1, 2],
		['back over blanks', 'xx..x', 4, -1, 1],
		['back from far beyond the used cells', 'xx..x', 15, -1, 4],
		['back to the first cell where nothing precedes', '...x', 3, -1, 0],
		['nowhere from the first cell', 'xx', 0, -1, 0],
		['nowhere from the last cell', '', 19, 1, 19],
		['through a run that ends with the sheet', 'xxxxxxxxxxxxxxxxxxxx', 3, 1, 19]
	] as const)('GRD-3 leads %s', (_, drawn, from, step, to) => {
		expect(dataEdge(from, step, line(drawn))).toBe(to);
	});

	test.each([
		['to the last of a run that is shown', 'xxxxx', 0, 1, [3, 4], 2],
		['over hidden cells of a run', 'xxxxx', 0, 1, [1, 2], 4],
		['past a hidden gap, which parts no run', 'xx.xx', 0, 1, [2], 4],
		['over hidden filled cells to the next that are shown', 'x..xx', 0, 1, [3], 4],
		['to the last row that is shown where nothing follows', 'xx', 1, 1, [18, 19], 17],
		['back over hidden cells', 'xxxx', 3, -1, [0, 1], 2],
		['back to the first that is shown', '...x', 3, -1, [0], 1],
		['nowhere where all beyond is hidden', 'xx..', 3, -1, [0, 1, 2], 3],
		['away from a hidden cell', 'xxxx', 1, 1, [1], 3]
	] as const)('PAG-345 leads %s', (_, drawn, from, step, hidden, to) => {
		expect(dataEdge(from, step, line(drawn, 19, hidden))).toBe(to);
	});

	test('GRD-3 asks of no cell beyond the used ones, so that a million blank rows cost nothing', () => {
		let asked = 0;
		const isBlank = () => {
			asked += 1;
			return true;
		};
		expect(dataEdge(5, 1, { last: 1_048_575, used: 10, isBlank, isHidden: () => false })).toBe(1_048_575);
		expect(asked).toBeLessThanOrEqual(10);
	});
});
