import { brokenBy } from '$lib/editing';
import { cellAt, formatAddress, hiddenLines } from '$lib/workbook';
import { describe, expect, test } from 'vitest';
import { prepared, rangeOf } from './prepared-editor';
import { at, presentedWorkbook } from './small-workbook';

describe('inserting and deleting rows and columns', () => {
	test('EDT-30 cells below move on, references and names follow, and one undo takes all back', () => {
		const book = prepared();
		expect(book.run({ do: 'insert-lines', sheet: 'data', axis: 'row', lines: [{ from: 1, to: 2 }] })).toBe(
			'Insert rows 2 to 3'
		);
		expect(book.content('B4')).toBe(2);
		expect(book.content('C1')).toBe("=SUM('My sums'!A1, Data!B4)");
		expect(book.editor.workbook.tables.name.get('assume.price')?.refersTo).toBe('=Data!$B$4');
		expect(book.editor.workbook.tables.name.get('data.all')?.refersTo).toBe('=Data!$B$1:$B$5');
		book.expectUndone();
	});

	test('EDT-30 rows that come in take over the formats of the row above', () => {
		const book = prepared();
		book.run({ do: 'insert-lines', sheet: 'data', axis: 'row', lines: [{ from: 2, to: 2 }] });
		expect(cellAt(book.editor.workbook, at('data', 'B3'))).toEqual({ content: null, format: '0.00' });
	});

	test('EDT-30 a deleted column leaves #REF! where it was read, and ranges around it shrink', () => {
		const book = prepared({ E1: '=B2+1', E2: '=SUM(A1:C1)' });
		expect(book.run({ do: 'delete-lines', sheet: 'data', axis: 'column', lines: [{ from: 1, to: 1 }] })).toBe(
			'Delete column B'
		);
		expect(book.content('D1')).toBe('=#REF!+1');
		expect(book.content('D2')).toBe('=SUM(A1:B1)');
		book.expectUndone();
	});

	test('EDT-30 text that cannot be read, and odd spelling, stay as typed', () => {
		const book = prepared({ A8: '=sum( b2 ,  B3)', A9: '=B2+*(' });
		book.run({ do: 'insert-lines', sheet: 'data', axis: 'row', lines: [{ from: 0, to: 0 }] });
		expect(book.content('A9')).toBe('=sum( b3 ,  B4)');
		expect(book.content('A10')).toBe('=B3+*(');
		book.expectUndone();
	});

	test('EDT-30 sizes, hidden rows, groups, panes, merged ranges, filter and conditional formats move along', () => {
		const book = prepared({}, presentedWorkbook());
		book.run({ do: 'insert-lines', sheet: 'data', axis: 'row', lines: [{ from: 1, to: 1 }] });
		expect(book.sheet()).toMatchObject({
			hiddenRows: [{ from: 7, to: 8 }],
			rowGroups: [{ from: 2, to: 4, isCollapsed: false }],
			frozen: { rows: 1, columns: 1 },
			merges: [rangeOf('A7:C7')],
			filter: { range: rangeOf('A1:C5'), hidden: [{ from: 3, to: 3 }] }
		});
		expect(book.sheet().conditionalFormats![2]!.rule).toMatchObject({ formula: '=$B1>AVERAGE(B$1:B$5)' });
		expect(hiddenLines(book.sheet(), 'row')).toEqual([
			{ from: 3, to: 3 },
			{ from: 7, to: 8 }
		]);
		book.run({ do: 'delete-lines', sheet: 'data', axis: 'row', lines: [{ from: 0, to: 0 }] });
		expect(book.sheet().filter).toBeUndefined();
		expect(book.sheet().frozen).toEqual({ rows: 0, columns: 1 });
		book.editor.undo();
		book.expectUndone();
	});

	test.each([
		['row', 'H4:H6', [{ from: 3, to: 3 }], 'H4'],
		['row', 'H4:H7', [{ from: 2, to: 4 }], 'H3'],
		['column', 'H4:J5', [{ from: 7, to: 7 }], 'H4']
	] as const)(
		'EDT-277 merged cells whose first %s goes keep what they show: %s',
		(axis, merged, lines, at) => {
			const book = prepared({ H4: '=B2&"!"' });
			book.run({ do: 'merge-cells', sheet: 'data', range: rangeOf(merged), isMerged: true });
			book.run({ do: 'delete-lines', sheet: 'data', axis, lines });
			expect(book.content(at)).toBe('=B2&"!"');
			book.editor.undo();
			expect(book.content('H4')).toBe('=B2&"!"');
		}
	);

	test('EDT-277 merged cells that go whole, or hide something in their next row, hand nothing on', () => {
		const book = prepared({ H4: 'title', H5: 'hidden', J4: 'gone' });
		book.run({ do: 'merge-cells', sheet: 'data', range: rangeOf('H4:H6'), isMerged: true });
		book.run({ do: 'merge-cells', sheet: 'data', range: rangeOf('J4:K4'), isMerged: true });
		book.run({ do: 'delete-lines', sheet: 'data', axis: 'row', lines: [{ from: 3, to: 3 }] });
		expect([book.content('H4'), book.content('J4')]).toEqual(['hidden', null]);
		book.editor.undo();
		expect([book.content('H4'), book.content('H5')]).toEqual(['title', 'hidden']);
	});

	test('EDT-50 several spans come in or go in one step, each before or at its own place', () => {
		const book = prepared({ A5: 'five', A6: '=A5', A7: '=SUM(B1:B3)' }, presentedWorkbook());
		const lines = [
			{ from: 4, to: 4 },
			{ from: 1, to: 2 }
		];
		expect(book.run({ do: 'insert-lines', sheet: 'data', axis: 'row', lines })).toBe(
			'Insert rows 2 to 3 and 5'
		);
		expect([book.content('B4'), book.content('A8'), book.content('A9')]).toEqual([2, 'five', '=A8']);
		expect(book.content('A10')).toBe('=SUM(B1:B5)');
		expect(book.sheet().hiddenRows).toEqual([{ from: 9, to: 10 }]);
		expect(cellAt(book.editor.workbook, at('data', 'B2'))).toEqual({ content: null, format: '$#,##0' });
		book.editor.undo();
		expect(book.run({ do: 'delete-lines', sheet: 'data', axis: 'row', lines })).toBe(
			'Delete rows 2 to 3 and 5'
		);
		expect([book.content('A3'), book.content('A4')]).toEqual(['=#REF!', '=SUM(B1:B1)']);
		expect(book.content('B2')).toBe(100e6);
		book.expectUndone();
	});

	test('EDT-30 lines that would push cells off the sheet are refused', () => {
		const book = prepared({ A1048576: 1 });
		expect(book.run({ do: 'insert-lines', sheet: 'data', axis: 'row', lines: [{ from: 0, to: 0 }] })).toMatch(
			/^There is no room to insert rows? .*would leave the sheet, which ends at row 1,048,576/
		);
	});
});

describe('inserting and deleting cells', () => {
	test('EDT-31 cells move down or right, and references to them follow', () => {
		const book = prepared({ F1: '=SUM(B1:B3)' });
		book.run({ do: 'insert-cells', sheet: 'data', range: rangeOf('B2'), shift: 'down' });
		expect([book.content('B2'), book.content('B3')]).toEqual([null, 2]);
		expect(book.content('F1')).toBe('=SUM(B1:B4)');
		book.editor.undo();
		book.run({ do: 'insert-cells', sheet: 'data', range: rangeOf('A1:A2'), shift: 'right' });
		expect(book.content('B1')).toBe('Cost');
		book.expectUndone();
	});

	test('EDT-31 deleted cells are filled from below, and what read them says #REF!', () => {
		const book = prepared({ F1: '=B2', F2: '=B3' });
		book.run({ do: 'delete-cells', sheet: 'data', range: rangeOf('B2'), shift: 'up' });
		expect(book.content('B2')).toBe('=1/4');
		expect([book.content('F1'), book.content('F2')]).toEqual(['=#REF!', '=B2']);
		book.expectUndone();
	});
});

describe('what a deletion would break', () => {
	test('EDT-32 formulas and names that would lose a reference are told beforehand', () => {
		const { editor } = prepared({ F1: '=B2', B9: '=A2' });
		const broken = brokenBy(editor.workbook, {
			do: 'delete-lines',
			sheet: 'data',
			axis: 'column',
			lines: [{ from: 1, to: 1 }]
		});
		expect(broken.cells.map((place) => `${place.sheet} ${formatAddress(place)}`).sort()).toEqual([
			'data C1',
			'data F1',
			'sums A1',
			'sums A2'
		]);
		expect([...broken.names].sort()).toEqual(['assume.growth', 'assume.price', 'data.all', 'openai.cost']);
	});

	test('EDT-50 of several spans that go, what reads none of them is not told', () => {
		const { editor } = prepared({ F1: '=B2', F4: '=B4', F3: '=A9', F9: '=F4' });
		const lines = [
			{ from: 1, to: 1 },
			{ from: 3, to: 3 }
		];
		const { cells } = brokenBy(editor.workbook, { do: 'delete-lines', sheet: 'data', axis: 'row', lines });
		expect(cells.map(formatAddress).sort()).toEqual(['A1', 'C1', 'F1', 'F9']);
	});

	test('EDT-32 deleting cells or a sheet is told too, and what breaks nothing is empty', () => {
		const { editor } = prepared({ F1: '=B2' });
		const cells = brokenBy(editor.workbook, {
			do: 'delete-cells',
			sheet: 'data',
			range: rangeOf('B2'),
			shift: 'up'
		}).cells;
		expect(cells.map(formatAddress).sort()).toEqual(['A1', 'C1', 'F1']);
		expect(brokenBy(editor.workbook, { do: 'delete-sheet', sheet: 'sums' }).cells).toHaveLength(1);
		expect(
			brokenBy(editor.workbook, {
				do: 'delete-lines',
				sheet: 'data',
				axis: 'row',
				lines: [{ from: 40, to: 48 }]
			})
		).toEqual({ cells: [], names: [] });
	});
});

describe('hiding, grouping and freezing', () => {
	test('EDT-33 rows are hidden and shown again, all of them never', () => {
		const book = prepared();
		book.run({ do: 'hide-lines', sheet: 'data', axis: 'row', lines: [{ from: 1, to: 2 }], isHidden: true });
		expect(hiddenLines(book.sheet(), 'row')).toEqual([{ from: 1, to: 2 }]);
		book.run({ do: 'hide-lines', sheet: 'data', axis: 'row', lines: [{ from: 2, to: 2 }], isHidden: false });
		expect(hiddenLines(book.sheet(), 'row')).toEqual([{ from: 1, to: 1 }]);
		const all = [{ from: 0, to: 1_048_575 }];
		expect(book.run({ do: 'hide-lines', sheet: 'data', axis: 'row', lines: all, isHidden: true })).toMatch(
			/stays in view/
		);
	});

	test('EDT-51 showing rows expands the collapsed group that they lie in, in one step', () => {
		const book = prepared();
		const lines = { from: 1, to: 3 };
		book.run({ do: 'group-lines', sheet: 'data', axis: 'row', lines });
		book.run({ do: 'collapse-group', sheet: 'data', axis: 'row', lines, isCollapsed: true });
		book.run({ do: 'hide-lines', sheet: 'data', axis: 'row', lines: [{ from: 2, to: 2 }], isHidden: false });
		expect(hiddenLines(book.sheet(), 'row')).toEqual([]);
		book.editor.undo();
		expect(hiddenLines(book.sheet(), 'row')).toEqual([lines]);
	});

	test('EDT-51 columns get a width each in one step', () => {
		const book = prepared();
		book.run({ do: 'resize-columns', sheet: 'data', columns: [0, 1], width: [40, null] });
		expect(book.sheet().columnWidths).toEqual({ 0: 40 });
		expect(book.run({ do: 'resize-columns', sheet: 'data', columns: [0, 1], width: [40, 3] })).toMatch(
			/3 is outside/
		);
		book.expectUndone();
	});

	test('EDT-33 groups nest, never cross, collapse, and let lines go', () => {
		const book = prepared();
		const group = (from: number, to: number) =>
			book.run({ do: 'group-lines', sheet: 'data', axis: 'row', lines: { from, to } });
		group(1, 6);
		group(2, 3);
		expect(group(3, 8)).toMatch(/lie across the group of rows 2 to 7/);
		book.run({
			do: 'collapse-group',
			sheet: 'data',
			axis: 'row',
			lines: { from: 1, to: 6 },
			isCollapsed: true
		});
		expect(hiddenLines(book.sheet(), 'row')).toEqual([{ from: 1, to: 6 }]);
		book.run({ do: 'ungroup-lines', sheet: 'data', axis: 'row', lines: { from: 2, to: 3 } });
		expect(book.sheet().rowGroups).toEqual([{ from: 1, to: 6, isCollapsed: true }]);
		book.run({ do: 'ungroup-lines', sheet: 'data', axis: 'row', lines: { from: 1, to: 2 } });
		expect(book.sheet().rowGroups).toEqual([{ from: 3, to: 6, isCollapsed: true }]);
	});

	test('EDT-33 panes are frozen and let go', () => {
		const book = prepared();
		expect(book.run({ do: 'freeze-panes', sheet: 'data', rows: 1, columns: 2 })).toBe('Freeze panes');
		expect(book.run({ do: 'freeze-panes', sheet: 'data', rows: 0, columns: 0 })).toBe('Unfreeze panes');
		expect(book.sheet().frozen).toBeUndefined();
	});
});

describe('sorting and filtering', () => {
	test('EDT-34 rows change places with their looks, and formulas keep reading their own row', () => {
		const book = prepared({ A11: 'b', A12: 'c', A13: 'a', B11: '=A11&$A$11', B12: '=A12', B13: '=A13' });
		book.run({ do: 'reorder-rows', sheet: 'data', range: rangeOf('A11:B13'), order: [2, 0, 1] });
		expect(['A11', 'A12', 'A13'].map((address) => book.content(address))).toEqual(['a', 'b', 'c']);
		expect(['B11', 'B12', 'B13'].map((address) => book.content(address))).toEqual([
			'=A11',
			'=A12&$A$11',
			'=A13'
		]);
		expect(book.run({ do: 'reorder-rows', sheet: 'data', range: rangeOf('A1:A2'), order: [0, 0] })).toMatch(
			/does not name each/
		);
		book.expectUndone();
	});

	test('EDT-34 a filter hides the rows that it leaves out, and needs a row below its header', () => {
		const book = prepared();
		const filter = { range: rangeOf('A1:C4'), columns: {}, hidden: [{ from: 3, to: 3 }] };
		book.run({ do: 'set-filter', sheet: 'data', filter });
		expect(hiddenLines(book.sheet(), 'row')).toEqual([{ from: 3, to: 3 }]);
		expect(
			book.run({ do: 'set-filter', sheet: 'data', filter: { ...filter, range: rangeOf('A1:C1') } })
		).toMatch(/header row/);
		book.expectUndone();
	});
});

describe('sheets', () => {
	test('EDT-35 a copy stands after its sheet, reads itself, and has its charts', () => {
		const book = prepared();
		expect(book.run({ do: 'duplicate-sheet', sheet: 'sums' })).toBe('Duplicate sheet My sums');
		const copy = [...book.editor.workbook.tables.sheet.values()].find(({ name }) => name === 'My sums (2)')!;
		expect(copy.position).toBe(2);
		expect(cellAt(book.editor.workbook, at(copy.id, 'A2'))?.content).toBe('=Data!B1+A1');
		expect([...book.editor.workbook.tables.chart.values()].map(({ sheet }) => sheet)).toEqual([
			'sums',
			copy.id
		]);
		book.run({ do: 'duplicate-sheet', sheet: 'data' });
		const data = [...book.editor.workbook.tables.sheet.values()].find(({ name }) => name === 'Data (2)')!;
		expect(cellAt(book.editor.workbook, at(data.id, 'C1'))?.content).toBe(
			"=SUM('My sums'!A1, 'Data (2)'!B2)"
		);
	});

	test('EDT-35 one sheet is always in view', () => {
		const book = prepared();
		book.run({ do: 'hide-sheet', sheet: 'sums', isHidden: true });
		expect(book.run({ do: 'hide-sheet', sheet: 'data', isHidden: true })).toMatch(/only sheet in view/);
		expect(book.run({ do: 'delete-sheet', sheet: 'data' })).toMatch(/only sheet in view/);
		expect(book.run({ do: 'color-sheet', sheet: 'data', color: '#aa0000' })).toBe('Colour sheet Data');
		expect(book.sheet().color).toBe('#aa0000');
	});
});

describe('how cells look', () => {
	test('EDT-36 a look is set field by field and taken away, number formats aside', () => {
		const book = prepared();
		const ranges = [rangeOf('B1:B2')];
		book.run({
			do: 'set-look',
			sheet: 'data',
			ranges,
			look: { isBold: true, borders: { top: 'thin' }, fill: '#ffeecc' }
		});
		book.run({ do: 'set-look', sheet: 'data', ranges, look: { isBold: null, borders: { bottom: 'thick' } } });
		expect(cellAt(book.editor.workbook, at('data', 'B2'))).toMatchObject({
			format: '0.00',
			look: { borders: { top: 'thin', bottom: 'thick' }, fill: '#ffeecc' }
		});
		book.run({ do: 'clear-formats', sheet: 'data', ranges });
		expect(cellAt(book.editor.workbook, at('data', 'B2'))).toEqual({ content: 2 });
	});

	test('EDT-36 of whole columns the cells in use are formatted', () => {
		const book = prepared();
		book.run({ do: 'set-look', sheet: 'data', ranges: [rangeOf('B1:B1048576')], look: { isItalic: true } });
		expect(cellAt(book.editor.workbook, at('data', 'B4'))?.look).toEqual({ isItalic: true });
		expect(cellAt(book.editor.workbook, at('data', 'B5'))).toBeUndefined();
	});

	test('EDT-71 lines are drawn along the edges of each range, and taken away with those of the cells around', () => {
		const book = prepared();
		const borders = (address: string) => cellAt(book.editor.workbook, at('data', address))?.look?.borders;
		const outline = { top: 'thin', right: 'thin', bottom: 'thin', left: 'thin' } as const;
		const ranges = [rangeOf('F6:H8'), rangeOf('J6')];
		book.run({ do: 'set-look', sheet: 'data', ranges, look: {}, edges: outline });
		expect(borders('F6')).toEqual({ top: 'thin', left: 'thin' });
		expect(borders('G6')).toEqual({ top: 'thin' });
		expect(borders('G7')).toBeUndefined();
		expect(borders('H8')).toEqual({ right: 'thin', bottom: 'thin' });
		expect(borders('J6')).toEqual(outline);
		book.run({ do: 'set-look', sheet: 'data', ranges: [rangeOf('G7:G9')], look: { borders: null } });
		expect(borders('G8')).toBeUndefined();
		expect(borders('G6')).toEqual({ top: 'thin' });
		book.run({ do: 'set-look', sheet: 'data', ranges: [rangeOf('I6:I8')], look: { borders: null } });
		expect(borders('H8')).toEqual({ bottom: 'thin' });
		expect(borders('J6')).toEqual({ top: 'thin', right: 'thin', bottom: 'thin' });
		book.editor.undo();
		book.editor.undo();
		book.editor.undo();
		expect(borders('F6')).toBeUndefined();
	});
	test('EDT-36 ranges are merged and unmerged, notes written and deleted', () => {
		const book = prepared();
		book.run({ do: 'merge-cells', sheet: 'data', range: rangeOf('A8:C8'), isMerged: true });
		book.run({ do: 'merge-cells', sheet: 'data', range: rangeOf('B8:D8'), isMerged: true });
		expect(book.sheet().merges).toEqual([rangeOf('B8:D8')]);
		book.run({ do: 'merge-cells', sheet: 'data', range: rangeOf('A1:Z99'), isMerged: false });
		expect(book.sheet().merges).toBeUndefined();
		const { row, column } = at('data', 'B2');
		book.run({ do: 'set-note', sheet: 'data', address: { row, column }, note: ' Look here ' });
		expect(cellAt(book.editor.workbook, at('data', 'B2'))?.note).toBe('Look here');
		book.run({ do: 'set-note', sheet: 'data', address: { row, column }, note: '' });
		book.editor.undo();
		expect(book.editor.undone).toHaveLength(1);
	});
});

describe('names', () => {
	test('EDT-37 a name is added and deleted; overrides of it go, and what a record holds stays', () => {
		const book = prepared();
		expect(book.run({ do: 'add-name', name: 'extra.one', refersTo: '=Data!$B$2' })).toBe('Name extra.one');
		expect(book.run({ do: 'add-name', name: 'Extra.One', refersTo: '=1' })).toMatch(/already/);
		expect(book.run({ do: 'add-name', name: 'A1', refersTo: '=1' })).toMatch(/cannot be a name/);
		expect(book.run({ do: 'delete-name', name: 'extra.one' })).toBe('Delete the name extra.one');
		expect(book.run({ do: 'delete-name', name: 'assume.price' })).toMatch(/an assumption, “Price”/);
		expect(book.run({ do: 'delete-name', name: 'openai.cost' })).toMatch(/a figure/);
	});
});
