import { Editor, type Command } from '$lib/editing';
import { formatRange, parseRange, serializeWorkbook, type ConditionalRule } from '$lib/workbook';
import { describe, expect, test } from 'vitest';
import { at, smallWorkbook } from './small-workbook';

function rangeOf(text: string) {
	const range = parseRange(text);
	if (!range.ok) throw new Error(range.error);
	return range.value;
}

const LOOK = { isBold: true };
const above = (formula: string): ConditionalRule => ({ kind: 'formula', formula, look: LOOK });
const SCALE: ConditionalRule = { kind: 'scale', colors: ['#ffffff', '#1a7f5a'] };

/** A workbook whose first sheet has conditional formats: ranges in words, and what is asked there. */
function prepared(...formats: readonly (readonly [string, ConditionalRule])[]) {
	const editor = new Editor(smallWorkbook());
	const number = (address: string) => ({ ...at('data', address), content: 1 });
	editor.execute({ do: 'set-contents', cells: ['E1', 'E10', 'G10'].map(number) });
	editor.execute({
		do: 'set-conditional-formats',
		sheet: 'data',
		formats: formats.map(([ranges, rule]) => ({ ranges: ranges.split(' ').map(rangeOf), rule }))
	});
	const first = serializeWorkbook(editor.workbook);
	return {
		editor,
		/** Carries a command out, and gives what the formats of a sheet are then, or why not. */
		after(command: Command, sheet = 'data'): unknown {
			const done = editor.execute(command);
			if (!done.ok) return done.error;
			return editor.workbook.tables.sheet
				.get(sheet)
				?.conditionalFormats?.map(({ ranges, rule }) => [
					ranges.map(formatRange).join(' '),
					rule.kind === 'formula' ? rule.formula : rule.kind
				]);
		},
		merged: (sheet = 'data') => editor.workbook.tables.sheet.get(sheet)?.merges?.map(formatRange),
		expectUndone() {
			editor.undo();
			expect(serializeWorkbook(editor.workbook)).toBe(first);
		}
	};
}

const move = (from: string, to: string, sheet = 'data'): Command => ({
	do: 'move-cells',
	sheet: 'data',
	range: rangeOf(from),
	to: at(sheet, to)
});

describe('conditional formats', () => {
	test('EDT-226 asks of the cells that are left the same when the first of them go with their row or column', () => {
		const book = prepared(['E1:E10', above('=E1>$G$10')], ['G2:G3 H2:H9', above('=G2=1')]);
		const rows = (from: number, to: number): Command => ({
			do: 'delete-lines',
			sheet: 'data',
			axis: 'row',
			lines: [{ from, to }]
		});
		expect(book.after(rows(0, 0))).toEqual([
			['E1:E9', '=E1>$G$9'],
			['G1:G2 H1:H8', '=G1=1']
		]);
		book.expectUndone();
		expect(book.after(rows(0, 2))).toEqual([
			['E1:E7', '=E1>$G$7'],
			['H1:H6', '=H1=1']
		]);
		book.expectUndone();
		expect(
			book.after({ do: 'delete-lines', sheet: 'data', axis: 'column', lines: [{ from: 6, to: 6 }] })
		).toEqual([
			['E1:E10', '=E1>#REF!'],
			['G2:G9', '=G2=1']
		]);
		book.expectUndone();
	});

	test('EDT-227 go with the cells that are cut, and leave those that they come to cover', () => {
		const book = prepared(['E1:E10', above('=E1>1')], ['G1:H4', above('=$G1=1')]);
		expect(book.after(move('E1:E2', 'G1'))).toEqual([
			['E3:E10 G1:G2', '=E3>1'],
			['G3:H4 H1:H2', '=$G3=1']
		]);
		book.expectUndone();
		expect(book.after(move('E1:E10', 'F1'))).toEqual([
			['F1:F10', '=F1>1'],
			['G1:H4', '=$G1=1']
		]);
		book.expectUndone();
		expect(book.after(move('G2:H2', 'K2'))).toEqual([
			['E1:E10', '=E1>1'],
			['G1:H1 G3:H4', '=$G1=1'],
			['K2:L2', '=$K2=1']
		]);
		book.expectUndone();
	});

	test('EDT-227 keep one scale over the cells that moved and those that did not', () => {
		const book = prepared(['E1:E10', SCALE]);
		expect(book.after(move('E10', 'E12'))).toEqual([['E1:E9 E12', 'scale']]);
		book.expectUndone();
	});

	test('EDT-227 go to another sheet, and still read the cells of the old one', () => {
		const book = prepared(['E1:E10', above('=E1>$G$10')]);
		expect(book.after(move('E9:E10', 'A1', 'sums'), 'sums')).toEqual([['A1:A2', '=A1>Data!$G$10']]);
		expect(book.editor.workbook.tables.sheet.get('data')?.conditionalFormats).toMatchObject([
			{ ranges: [rangeOf('E1:E8')] }
		]);
		book.expectUndone();
	});

	test('EDT-228 stay whole round cells that are inserted or deleted', () => {
		const book = prepared(['D1:E10', above('=D1>1')], ['E1:E9', SCALE]);
		const range = rangeOf('E3:E4');
		expect(book.after({ do: 'insert-cells', sheet: 'data', range, shift: 'down' })).toEqual([
			['D1:E2 D3:D10 E3:E12', '=D1>1'],
			['E1:E11', 'scale']
		]);
		book.expectUndone();
		expect(book.after({ do: 'delete-cells', sheet: 'data', range, shift: 'up' })).toEqual([
			['D1:E2 D3:D10 E3:E8', '=D1>1'],
			['E1:E7', 'scale']
		]);
		book.expectUndone();
		const first = rangeOf('D1:E1');
		expect(book.after({ do: 'delete-cells', sheet: 'data', range: first, shift: 'up' })).toEqual([
			['D1:E9', '=D1>1'],
			['E1:E8', 'scale']
		]);
		book.expectUndone();
	});

	test('EDT-268 stay whole to the end of the sheet as cells of whole columns and rows are deleted', () => {
		const book = prepared(['H1:H1048576', SCALE], ['A5:XFD5', above('=A5>1')], ['J2:J1048570', SCALE]);
		expect(book.after({ do: 'delete-cells', sheet: 'data', range: rangeOf('H7:J7'), shift: 'up' })).toEqual([
			['H1:H1048576', 'scale'],
			['A5:XFD5', '=A5>1'],
			['J2:J1048569', 'scale']
		]);
		book.expectUndone();
		expect(book.after({ do: 'delete-cells', sheet: 'data', range: rangeOf('B5'), shift: 'left' })).toEqual([
			['H1:H4 H6:H1048576 G5', 'scale'],
			['A5:XFD5', '=A5>1'],
			['J2:J4 J6:J1048570 I5', 'scale']
		]);
		book.expectUndone();
	});

	test('EDT-269 are joined by a paste only with those that stop at the same', () => {
		const book = prepared(['A1:A3', SCALE]);
		const { workbook } = book.editor;
		const lone = { ...workbook.tables.sheet.get('data')!.conditionalFormats![0]!, isLast: true };
		const formats = [{ ...lone, ranges: [rangeOf('C1:C3')] }];
		book.editor.execute({ do: 'set-conditional-formats', sheet: 'sums', formats });
		const conditions = { from: 'data', to: 'sums', within: [rangeOf('D1')], ranges: [[rangeOf('D1')]] };
		const paste: Command = { do: 'set-contents', cells: [], act: 'paste', conditions };
		expect(book.after(paste, 'sums')).toEqual([
			['C1:C3', 'scale'],
			['D1', 'scale']
		]);
	});

	test('EDT-231 reach over copies of their cells, in the place of what applied there', () => {
		const book = prepared(['E1:E10', above('=E1>$G$10')], ['G1:G4', SCALE]);
		const paste = (to: string, range: string, ranges: readonly string[][]): Command => ({
			do: 'set-contents',
			cells: [],
			act: 'paste',
			conditions: {
				from: 'data',
				to,
				within: [rangeOf(range)],
				ranges: ranges.map((each) => each.map(rangeOf))
			}
		});
		expect(book.after(paste('data', 'F2:G3', [['F2:F3', 'G2:G3']]))).toEqual([
			['E1:E10 F2:G3', '=E1>$G$10'],
			['G1 G4', 'scale']
		]);
		book.expectUndone();
		const elsewhere = paste('sums', 'B2:C3', [['B2:B3'], ['C2:C3']]);
		expect(book.after(elsewhere, 'sums')).toEqual([
			['B2:B3', '=B2>$G$10'],
			['C2:C3', 'scale']
		]);
		expect(book.after(paste('sums', 'B4', [['B4']]), 'sums')).toEqual([
			['B2:B4', '=B2>$G$10'],
			['C2:C3', 'scale']
		]);
		book.editor.undo();
		book.expectUndone();
	});

	test('EDT-239 go along with copies that are inserted, and not where they do not apply to what is copied', () => {
		const book = prepared(['E1:E10', above('=E1>$G$10')], ['G3:XFD3', SCALE], ['H5:H6', SCALE]);
		const copied = (to: string, by: 'row' | 'down', rows: number[], columns: number[], sheet = 'data') =>
			book.after(
				{
					do: 'insert-copied',
					sheet,
					at: rangeOf(to).from,
					by,
					source: { sheet: 'data', rows, columns },
					isCut: false
				},
				sheet
			);
		const wide = [0, 1, 2, 3, 4, 5, 6];
		expect(copied('A21', 'row', [2], wide)).toEqual([
			['E1:E10 E21', '=E1>$G$10'],
			['G3:XFD3 G21:XFD21', 'scale'],
			['H5:H6', 'scale']
		]);
		book.expectUndone();
		expect(copied('A6', 'row', [11], wide)).toEqual([
			['E1:E5 E7:E11', '=E1>$G$11'],
			['G3:XFD3', 'scale'],
			['H5 H7', 'scale']
		]);
		book.expectUndone();
		expect(copied('E21', 'down', [1, 2], [4, 5])).toEqual([
			['E1:E10 E21:E22', '=E1>$G$10'],
			['G3:XFD3', 'scale'],
			['H5:H6', 'scale']
		]);
		book.expectUndone();
		expect(copied('H4', 'down', [4, 5], [7, 8])).toEqual([
			['E1:E10', '=E1>$G$10'],
			['G3:XFD3', 'scale'],
			['H7:H8 H4:H5', 'scale']
		]);
		book.expectUndone();
		expect(copied('B2', 'down', [1, 2], [4], 'sums')).toEqual([['B2:B3', '=B2>$G$10']]);
		book.expectUndone();
	});

	test('EDT-229 read their own sheet by its new name, and those of a copy read the copy', () => {
		const book = prepared(['E1:E10', above('=E1>Data!$G$10')]);
		expect(book.after({ do: 'rename-sheet', sheet: 'data', name: 'Facts' })).toEqual([
			['E1:E10', '=E1>Facts!$G$10']
		]);
		book.expectUndone();
		const copied = book.editor.execute({ do: 'duplicate-sheet', sheet: 'data' });
		const copy = copied.ok ? copied.value.created! : '';
		const name = book.editor.workbook.tables.sheet.get(copy)!.name;
		expect(book.editor.workbook.tables.sheet.get(copy)!.conditionalFormats).toMatchObject([
			{ rule: { formula: `=E1>'${name}'!$G$10` } }
		]);
		book.expectUndone();
	});
});

describe('merged cells', () => {
	const prepareMerged = (...merges: readonly string[]) => {
		const book = prepared();
		for (const text of merges) {
			book.editor.execute({ do: 'merge-cells', sheet: 'data', range: rangeOf(text), isMerged: true });
		}
		return book;
	};

	test('EDT-230 move with the cells that are cut, over those that lie there', () => {
		const book = prepareMerged('E1:F1', 'E5:F6', 'H5:I6');
		book.after(move('E1:F6', 'H1'));
		expect(book.merged()).toEqual(['H1:I1', 'H5:I6']);
		book.editor.undo();
		expect(book.merged()).toEqual(['E1:F1', 'E5:F6', 'H5:I6']);
		book.after(move('E5:F6', 'A1', 'sums'));
		expect([book.merged(), book.merged('sums')]).toEqual([['E1:F1', 'H5:I6'], ['A1:B2']]);
		book.editor.undo();
		book.after({ do: 'insert-cells', sheet: 'data', range: rangeOf('E2:F3'), shift: 'down' });
		expect(book.merged()).toEqual(['E1:F1', 'H5:I6', 'E7:F8']);
		book.editor.undo();
		book.after({ do: 'delete-cells', sheet: 'data', range: rangeOf('E1:F1'), shift: 'up' });
		expect(book.merged()).toEqual(['H5:I6', 'E4:F5']);
	});

	test('EDT-230 are not torn apart', () => {
		const book = prepareMerged('E5:F6');
		const torn = 'The merged cells E5:F6 would be torn apart. Unmerge them first.';
		expect(book.after(move('E5:E6', 'H1'))).toBe(torn);
		expect(book.after(move('G10', 'F6'))).toBe(torn);
		expect(book.after({ do: 'insert-cells', sheet: 'data', range: rangeOf('E2'), shift: 'down' })).toBe(torn);
		expect(book.merged()).toEqual(['E5:F6']);
	});
});
