import { describe, expect, test } from 'vitest';
import { Selection } from '../../../src/lib/session/selection.svelte';
import { formatAddress, formatRange, MAX_COLUMNS, MAX_ROWS, parseAddress, parseRange } from '$lib/workbook';

const SHEET = ['A.CD', 'AB..', '....', 'A..D'];

/** A selection over a sheet drawn as text, a dot for a blank cell. */
function selectionOver(
	drawn: readonly string[] = SHEET,
	hidden: readonly string[] = [],
	merges: readonly string[] = [],
	frozen = { rows: 0, columns: 0 }
): Selection {
	return new Selection(
		{
			isBlank: ({ row, column }) => (drawn[row]?.[column] ?? '.') === '.',
			usedSize: () => ({ rows: drawn.length, columns: Math.max(0, ...drawn.map((row) => row.length)) }),
			isHidden: (axis, index) => hidden.includes(`${axis} ${index}`),
			merges: () => merges.map(rangeOf),
			frozen: () => frozen
		},
		'first'
	);
}

function at(address: string) {
	const parsed = parseAddress(address);
	if (!parsed.ok) throw new Error(parsed.error);
	return parsed.value;
}

function rangeOf(text: string) {
	const parsed = parseRange(text);
	if (!parsed.ok) throw new Error(parsed.error);
	return parsed.value;
}

function select(selection: Selection, range: string): void {
	selection.selectRange(rangeOf(range));
}

const active = (selection: Selection) => formatAddress(selection.active);
const range = (selection: Selection) => formatRange(selection.range);

describe('moving', () => {
	test('GRD-1 arrows move the active cell and stop at the edges of the sheet', () => {
		const selection = selectionOver();
		selection.move('up');
		selection.move('left');
		expect(active(selection)).toBe('A1');
		selection.move('down');
		selection.move('right', { count: 3 });
		expect(active(selection)).toBe('D2');
		selection.select({ row: MAX_ROWS - 1, column: MAX_COLUMNS - 1 });
		selection.move('down');
		selection.move('right');
		expect(active(selection)).toBe('XFD1048576');
		expect(selection.isSingleCell).toBe(true);
	});

	test('GRD-1 a move after a range was selected starts from the active cell and leaves the range', () => {
		const selection = selectionOver();
		select(selection, 'B2:D4');
		selection.move('right');
		expect([active(selection), range(selection)]).toEqual(['C2', 'C2']);
	});

	test('GRD-2 Shift lets the range grow from its anchor and shrink again, the active cell stays', () => {
		const selection = selectionOver();
		selection.select(at('C3'));
		selection.move('down', { isExtending: true });
		selection.move('right', { isExtending: true });
		expect([active(selection), range(selection)]).toEqual(['C3', 'C3:D4']);
		selection.move('up', { isExtending: true, count: 3 });
		expect(range(selection)).toBe('C1:D3');
		selection.extendTo(at('A1'));
		expect([active(selection), range(selection)]).toEqual(['C3', 'A1:C3']);
		expect(selection.holds(at('B2'))).toBe(true);
		expect(selection.holds(at('D3'))).toBe(false);
	});

	test('GRD-3 Ctrl with arrows goes to the edges of the data', () => {
		const selection = selectionOver();
		selection.moveToEdge('right');
		expect(active(selection)).toBe('C1');
		selection.moveToEdge('right');
		expect(active(selection)).toBe('D1');
		selection.moveToEdge('down');
		expect(active(selection)).toBe('D4');
		selection.moveToEdge('left');
		expect(active(selection)).toBe('A4');
		selection.moveToEdge('down');
		expect(active(selection)).toBe('A1048576');
	});

	test('GRD-3 Ctrl with Shift and arrows lets the range grow to the edge along the active cell', () => {
		const selection = selectionOver();
		selection.moveToEdge('down', true);
		expect([active(selection), range(selection)]).toEqual(['A1', 'A1:A2']);
		selection.moveToEdge('right', true);
		// Row 1 counts, where the active cell is, though the range ends in row 2.
		expect(range(selection)).toBe('A1:C2');
	});

	test('GRD-4 Home, End and their Ctrl forms go to the ends of the row and of the used cells', () => {
		const selection = selectionOver();
		selection.select(at('C2'));
		selection.goTo('row-end');
		expect(active(selection)).toBe('B2');
		selection.goTo('sheet-end', true);
		expect(range(selection)).toBe('B2:D4');
		selection.goTo('row-start');
		expect(active(selection)).toBe('A2');
		selection.goTo('sheet-end');
		expect(active(selection)).toBe('D4');
		selection.goTo('sheet-start');
		expect(active(selection)).toBe('A1');
	});

	test('GRD-4 on a sheet without cells the ends are its first cell', () => {
		const selection = selectionOver([]);
		selection.select(at('C7'));
		selection.goTo('row-end');
		expect(active(selection)).toBe('A7');
		selection.goTo('sheet-end');
		expect(active(selection)).toBe('A1');
	});
});

describe('Tab and Enter', () => {
	test('GRD-5 Enter after a run of Tab returns to the column where the run began', () => {
		const selection = selectionOver();
		selection.select(at('B2'));
		for (const departure of ['tab', 'tab', 'tab', 'tab-back', 'enter'] as const) selection.leave(departure);
		expect(active(selection)).toBe('B3');
		selection.leave('tab');
		selection.leave('enter');
		expect(active(selection)).toBe('B4');
	});

	test('GRD-5 any other move ends the run', () => {
		const selection = selectionOver();
		selection.select(at('B2'));
		selection.leave('tab');
		selection.move('right');
		selection.leave('enter');
		expect(active(selection)).toBe('D3');
		selection.leave('enter-back');
		expect(active(selection)).toBe('D2');
	});

	test('GRD-6 within a range of several cells Tab goes round by rows and Enter by columns', () => {
		const selection = selectionOver();
		select(selection, 'B2:C3');
		const visited = (['tab', 'tab', 'tab', 'tab', 'tab-back'] as const).map((departure) => {
			selection.leave(departure);
			return active(selection);
		});
		expect(visited).toEqual(['C2', 'B3', 'C3', 'B2', 'C3']);
		selection.leave('enter');
		expect(active(selection)).toBe('B2');
		selection.leave('enter');
		expect(active(selection)).toBe('B3');
		expect(range(selection)).toBe('B2:C3');
	});

	test('GRD-6 leaving by an arrow moves on, by staying does not', () => {
		const selection = selectionOver();
		selection.leave('right');
		expect(active(selection)).toBe('B1');
		selection.leave('stay');
		expect(active(selection)).toBe('B1');
	});
});

describe('whole rows and columns', () => {
	test('GRD-7 a header selects its whole row or column and the range grows by whole ones', () => {
		const selection = selectionOver();
		selection.selectColumns(1, 1, { visible: 5 });
		expect([active(selection), range(selection)]).toEqual(['B6', 'B1:B1048576']);
		expect([selection.hasWholeColumns, selection.hasWholeRows]).toEqual([true, false]);
		selection.extendTo(at('D9'));
		expect(range(selection)).toBe('B1:D1048576');
		selection.selectRows(4, 2);
		expect([active(selection), range(selection)]).toEqual(['A5', 'A3:XFD5']);
		selection.move('down', { isExtending: true, count: 3 });
		expect(range(selection)).toBe('A5:XFD6');
	});

	test('GRD-7 Shift with Space and Ctrl with Space widen the range, Ctrl with A takes the sheet', () => {
		const selection = selectionOver();
		select(selection, 'B2:C3');
		selection.widenToRows();
		expect([active(selection), range(selection)]).toEqual(['B2', 'A2:XFD3']);
		select(selection, 'B2:C3');
		selection.widenToColumns();
		expect(range(selection)).toBe('B1:C1048576');
		selection.selectAll();
		expect([active(selection), range(selection)]).toEqual(['B2', 'A1:XFD1048576']);
	});
});

test('GRD-8 each sheet keeps its own selection', () => {
	const selection = selectionOver();
	select(selection, 'B2:C3');
	selection.showSheet('second');
	expect([selection.sheet, active(selection), range(selection)]).toEqual(['second', 'A1', 'A1']);
	selection.select(at('D9'));
	selection.showSheet('first');
	expect([active(selection), range(selection)]).toEqual(['B2', 'B2:C3']);
	selection.showSheet('second');
	expect(active(selection)).toBe('D9');
});

describe('several ranges', () => {
	const ranges = (selection: Selection) => selection.ranges.map(formatRange);

	test('GRD-30 a range is added beside those there are, grows alone, and a plain press lets all go', () => {
		const selection = selectionOver();
		select(selection, 'A1:B2');
		selection.select(at('D4'), { isAdding: true });
		selection.extendTo(at('C3'));
		expect(ranges(selection)).toEqual(['A1:B2', 'C3:D4']);
		expect([selection.holds(at('B1')), selection.holds(at('B3'))]).toEqual([true, false]);
		expect(selection.isSingleCell).toBe(false);
		selection.selectColumns(5, 6, { isAdding: true });
		expect(ranges(selection)[2]).toBe('F1:G1048576');
		selection.select(at('A1'));
		expect(ranges(selection)).toEqual(['A1']);
	});

	test('GRD-30 a cell is taken out of what is selected, the last one stays', () => {
		const selection = selectionOver();
		select(selection, 'A1:C3');
		selection.deselect(at('B2'));
		expect(ranges(selection)).toEqual(['A1:C1', 'A3:C3', 'A2', 'C2']);
		selection.select(at('D4'));
		selection.deselect(at('D4'));
		expect(ranges(selection)).toEqual(['D4']);
	});

	test('GRD-30 Tab and Enter go round all of them, along rows and down columns, and back', () => {
		const selection = selectionOver();
		select(selection, 'A1:B1');
		selection.select(at('D3'), { isAdding: true });
		const walk = (departure: 'tab' | 'tab-back' | 'enter', steps: number) =>
			Array.from({ length: steps }, () => {
				selection.leave(departure);
				return active(selection);
			});
		expect(walk('tab', 4)).toEqual(['A1', 'B1', 'D3', 'A1']);
		expect(walk('tab-back', 2)).toEqual(['D3', 'B1']);
		expect(walk('enter', 2)).toEqual(['D3', 'A1']);
		expect(ranges(selection)).toEqual(['A1:B1', 'D3']);
	});

	test('GRD-30 while ranges are added, arrows begin another one', () => {
		const selection = selectionOver();
		selection.isAdding = true;
		selection.move('down');
		expect(ranges(selection)).toEqual(['A1', 'A2']);
	});
});

describe('regions, corners and hidden lines', () => {
	test('GRD-31 Ctrl+A selects the block of data, then all; on a lone blank cell all at once', () => {
		const selection = selectionOver(['AB..', 'A...', '....', '..CD']);
		selection.widen();
		expect(range(selection)).toBe('A1:B2');
		selection.widen();
		expect(range(selection)).toBe('A1:XFD1048576');
		selection.widen();
		expect(range(selection)).toBe('A1:XFD1048576');
		selection.select(at('H9'));
		selection.widen();
		expect(range(selection)).toBe('A1:XFD1048576');
	});

	test('GRD-31 the block takes in cells that touch at a corner', () => {
		const selection = selectionOver(['A...', '.B..', '..C.', '....']);
		selection.selectRegion();
		expect(range(selection)).toBe('A1:C3');
	});

	test('GRD-31 Ctrl+. goes from corner to corner', () => {
		const selection = selectionOver();
		select(selection, 'B2:C3');
		const walked = [1, 2, 3, 4].map(() => {
			selection.nextCorner();
			return active(selection);
		});
		expect(walked).toEqual(['C2', 'C3', 'B3', 'B2']);
	});

	test('PAG-271 Enter and Tab go on from a selection of which nothing is shown, as from one cell', () => {
		const hidden = ['row 1', 'row 2', 'row 3'];
		const enter = selectionOver(SHEET, hidden);
		select(enter, 'A2:XFD4');
		enter.leave('enter');
		expect([active(enter), enter.isSingleCell]).toEqual(['A5', true]);
		const back = selectionOver(SHEET, hidden);
		select(back, 'B2:C4');
		back.leave('enter-back');
		expect(active(back)).toBe('B1');
		const tab = selectionOver(SHEET, ['column 1', 'column 2']);
		select(tab, 'B2:C4');
		tab.leave('tab');
		expect(active(tab)).toBe('D2');
	});

	test('PAG-271 Enter and Tab pass over any number of hidden cells of a selection', () => {
		const selection = selectionOver(SHEET, ['row 1', 'row 2', 'row 3']);
		select(selection, 'A1:XFD5');
		selection.leave('tab-back');
		expect(active(selection)).toBe('XFD5');
		selection.leave('tab');
		expect(active(selection)).toBe('A1');
		selection.leave('enter');
		expect(active(selection)).toBe('A5');
		selection.leave('enter');
		expect(active(selection)).toBe('B1');
	});

	test('GRD-31 arrows, Tab and Enter pass over hidden rows and columns', () => {
		const selection = selectionOver(SHEET, ['row 1', 'row 2', 'column 1', 'row 0']);
		selection.select(at('A4'));
		selection.move('up');
		expect(active(selection)).toBe('A4');
		selection.leave('tab');
		expect(active(selection)).toBe('C4');
		select(selection, 'A1:C4');
		selection.leave('tab');
		expect(active(selection)).toBe('A4');
	});
});

test('PAG-372 extending by keys ends where another sheet is shown', () => {
	const selection = selectionOver();
	selection.isExtending = true;
	selection.showSheet('first');
	expect(selection.isExtending).toBe(true);
	selection.showSheet('second');
	expect(selection.isExtending).toBe(false);
});

describe('merged cells', () => {
	const merged = () => selectionOver(SHEET, [], ['B2:C3', 'E1:E2']);
	const state = (selection: Selection) =>
		`${formatAddress(selection.active)} ${formatRange(selection.range)}`;

	test('GRD-84 are one cell for arrows, whichever way they come and go', () => {
		const selection = merged();
		selection.select(at('A3'));
		selection.move('right');
		expect(state(selection)).toBe('B2 B2:C3');
		expect(selection.isSingleCell).toBe(true);
		selection.move('right');
		expect(state(selection)).toBe('D2 D2');
		selection.move('left');
		selection.move('down');
		expect(state(selection)).toBe('B4 B4');
		selection.move('up');
		selection.move('up');
		expect(state(selection)).toBe('B1 B1');
	});

	test('GRD-84 are selected whole by whatever touches them', () => {
		const selection = merged();
		selection.select(at('C3'));
		expect(state(selection)).toBe('B2 B2:C3');
		selection.select(at('A1'));
		selection.move('right', { isExtending: true });
		expect(state(selection)).toBe('A1 A1:B1');
		selection.move('down', { isExtending: true });
		expect(state(selection)).toBe('A1 A1:C3');
		expect(selection.isSingleCell).toBe(false);
		select(selection, 'C3:E3');
		expect(state(selection)).toBe('B2 B1:E3');
		select(selection, 'D2:E3');
		expect(formatRange(selection.range)).toBe('D1:E3');
	});
});
