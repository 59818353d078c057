import { Editor, type InsertCopied } from '$lib/editing';
import { cellAt, formatRange, serializeWorkbook, type Content } from '$lib/workbook';
import { describe, expect, test } from 'vitest';
import { at, smallWorkbook } from './small-workbook';

/** An editor with a column of numbers from D1 down, what doubles them beside it, and sums of both. */
function prepared() {
	const editor = new Editor(smallWorkbook());
	const contents: Record<string, Content> = {
		D1: 1,
		D2: 2,
		D3: 3,
		D4: 4,
		E1: '=D1*2',
		E2: '=D2*2',
		F2: '=$D$2+D2',
		G1: '=SUM(D1:D4)',
		G2: '=D2'
	};
	const cells = Object.entries(contents).map(([address, content]) => ({ ...at('data', address), content }));
	editor.execute({ do: 'set-contents', cells });
	const first = serializeWorkbook(editor.workbook);
	return {
		contents: (...addresses: string[]) =>
			addresses.map((address) => cellAt(editor.workbook, at('data', address))?.content ?? null),
		editor,
		run(
			where: string,
			by: InsertCopied['by'],
			from: string,
			to: string,
			isCut = false,
			more: Partial<InsertCopied['source']> = {}
		): string {
			const [start, end] = [at('data', from), at('data', to)];
			const lines = (axis: 'row' | 'column') =>
				Array.from({ length: end[axis] - start[axis] + 1 }, (_, index) => start[axis] + index);
			const { row, column } = at('data', where);
			const source = { sheet: 'data', rows: lines('row'), columns: lines('column'), ...more };
			const done = editor.execute({
				do: 'insert-copied',
				sheet: 'data',
				at: { row, column },
				by,
				source,
				isCut
			});
			return done.ok ? done.value.label : done.error;
		},
		expectUndone() {
			editor.undo();
			expect(serializeWorkbook(editor.workbook)).toBe(first);
		}
	};
}

describe('inserting what was copied', () => {
	test('GRD-232 copied cells make room below, their formulas shift, and one undo takes all back', () => {
		const book = prepared();
		expect(book.run('D2', 'down', 'D3', 'D4')).toBe('Insert copied cells at D2:D3');
		expect(book.contents('D1', 'D2', 'D3', 'D4', 'D5', 'D6')).toEqual([1, 3, 4, 2, 3, 4]);
		expect(book.contents('E2', 'G1', 'G2')).toEqual(['=D4*2', '=SUM(D1:D6)', '=D4']);
		book.expectUndone();
	});

	test('GRD-232 formulas are copied as far from their cells as they were, and what $ holds stays held', () => {
		const book = prepared();
		book.run('E1', 'down', 'E1', 'E2');
		expect(book.contents('E1', 'E2', 'E3', 'E4')).toEqual(['=D1*2', '=D2*2', '=D1*2', '=D2*2']);
		book.expectUndone();
		book.run('F1', 'row', 'F2', 'F2');
		expect(book.contents('F1', 'F3')).toEqual(['=$D$3+D1', '=$D$3+D3']);
		book.expectUndone();
	});

	test('GRD-237 only what $ holds follows the cells that make room', () => {
		const book = prepared();
		const typed: Record<string, string> = { H5: '=$H$6+G5', H6: '=SUM($H$1:H5)+G5', I5: '=H$6+$H6' };
		const cells = Object.entries(typed).map(([address, content]) => ({ ...at('data', address), content }));
		book.editor.execute({ do: 'set-contents', cells });
		book.run('H3', 'down', 'H5', 'H6');
		expect(book.contents('H3', 'H4', 'H7')).toEqual(['=$H$8+G3', '=SUM($H$1:H3)+G3', '=$H$8+G5']);
		book.editor.undo();
		book.run('I2', 'row', 'I5', 'I5');
		expect(book.contents('I2', 'I6')).toEqual(['=H$7+$H3', '=H$7+$H7']);
	});

	test('GRD-238 they hold what they held as they were copied, also in a scenario, and merge what was merged', () => {
		const book = prepared();
		const merges = [{ from: { row: 0, column: 0 }, to: { row: 0, column: 1 } }];
		book.run('D3', 'down', 'D1', 'E1', false, { contents: [[7, '=D1*3']], merges });
		expect(book.contents('D3', 'E3', 'D1', 'D4')).toEqual([7, '=D3*3', 1, 3]);
		expect(book.editor.workbook.tables.sheet.get('data')?.merges).toEqual([
			{ from: { row: 2, column: 3 }, to: { row: 2, column: 4 } }
		]);
		book.expectUndone();
	});

	test('GRD-232 whole rows are inserted as rows', () => {
		const book = prepared();
		book.run('A3', 'row', 'A1', 'E1');
		expect(book.contents('D3', 'E3', 'D4', 'E1')).toEqual([1, '=D3*2', 3, '=D1*2']);
		expect(book.contents('G1')).toEqual(['=SUM(D1:D5)']);
		book.expectUndone();
	});

	test('GRD-233 cut cells move in their line: the gap closes and what reads them follows', () => {
		const book = prepared();
		expect(book.run('D1', 'down', 'D2', 'D2', true)).toBe('Insert cut cells at D1');
		expect(book.contents('D1', 'D2', 'D3', 'D4', 'D5')).toEqual([2, 1, 3, 4, null]);
		expect(book.contents('G2', 'E1', 'E2')).toEqual(['=D1', '=D2*2', '=D1*2']);
		book.expectUndone();
		book.run('D4', 'down', 'D1', 'D2', true);
		expect(book.contents('D1', 'D2', 'D3', 'D4')).toEqual([3, 1, 2, 4]);
		book.expectUndone();
	});

	test('GRD-233 cut from elsewhere, they leave blanks', () => {
		const book = prepared();
		book.run('G1', 'right', 'D3', 'D3', true);
		expect(book.contents('D3', 'G1', 'H1', 'D4')).toEqual([null, 3, '=SUM(D1:D4)', 4]);
		book.expectUndone();
	});

	test('GRD-233 what would be torn apart, or leave the sheet, is refused', () => {
		const book = prepared();
		expect(book.run('D2', 'down', 'D1', 'D3', true)).toMatch(/torn apart/);
		expect(book.run('XFD1', 'down', 'D1', 'E1')).toMatch(/would leave the sheet/);
	});

	/** Formulas on the other sheet, and a name, that reach beyond what is in use of a row or column. */
	function withReaders(formulas: readonly string[], name: string) {
		const book = prepared();
		const { editor } = book;
		const places = formulas.map((_, index) => at('sums', `B${index + 1}`));
		editor.execute({
			do: 'set-contents',
			cells: places.map((place, index) => ({ ...place, content: formulas[index]! }))
		});
		editor.execute({ do: 'add-name', name: 'line', refersTo: name });
		return {
			...book,
			readers: () => [
				...places.map((place) => cellAt(editor.workbook, place)?.content),
				editor.workbook.tables.name.get('line')?.refersTo
			]
		};
	}

	test('EDT-233 a cut row moves whole, also beyond the columns in use', () => {
		const before = ['=SUM(Data!A3:Z3)', '=SUM(Data!3:3)', '=Data!Z3'];
		const book = withReaders(before, '=Data!$A$3:$M$3');
		book.run('A2', 'row', 'A3', 'G3', true);
		expect(book.contents('D1', 'D2', 'D3', 'D4')).toEqual([1, 3, 2, 4]);
		expect(book.readers()).toEqual(['=SUM(Data!A2:Z2)', '=SUM(Data!2:2)', '=Data!Z2', '=Data!$A$2:$M$2']);
		book.editor.undo();
		expect(book.readers()).toEqual([...before, '=Data!$A$3:$M$3']);
		book.run('A5', 'row', 'A3', 'G3', true);
		expect(book.contents('D2', 'D3', 'D4')).toEqual([2, 4, 3]);
		expect(book.readers()).toEqual(['=SUM(Data!A4:Z4)', '=SUM(Data!4:4)', '=Data!Z4', '=Data!$A$4:$M$4']);
	});

	test('EDT-233 a cut column moves whole, also beyond the rows in use', () => {
		const book = withReaders(['=SUM(Data!E1:E90)', '=SUM(Data!E:E)', '=Data!E90'], '=Data!$E$1:$E$50');
		book.run('D1', 'column', 'E1', 'E4', true);
		expect(book.contents('D1', 'D2', 'E1', 'E2')).toEqual(['=E1*2', '=E2*2', 1, 2]);
		expect(book.readers()).toEqual(['=SUM(Data!D1:D90)', '=SUM(Data!D:D)', '=Data!D90', '=Data!$D$1:$D$50']);
	});

	test('EDT-233 a cut row moves whole to another sheet, and leaves a blank one', () => {
		const { editor, ...book } = withReaders(['=SUM(Data!A3:Z3)', '=Data!Z3'], '=Data!$A$3:$M$3');
		const source = { sheet: 'data', rows: [2], columns: [0, 1, 2, 3, 4, 5, 6] };
		const where = { row: 8, column: 0 };
		editor.execute({ do: 'insert-copied', sheet: 'sums', at: where, by: 'row', source, isCut: true });
		expect(book.contents('D2', 'D3', 'D4')).toEqual([2, null, 4]);
		expect(book.readers()).toEqual(["=SUM('My sums'!A9:Z9)", "='My sums'!Z9", "='My sums'!$A$9:$M$9"]);
	});

	test('EDT-233 conditional formats go with a cut row beyond the columns in use', () => {
		const book = prepared();
		const [from, to] = [at('data', 'M3'), at('data', 'P3')].map(({ row, column }) => ({ row, column }));
		book.editor.execute({
			do: 'set-conditional-formats',
			sheet: 'data',
			formats: [
				{ ranges: [{ from: from!, to: to! }], rule: { kind: 'scale', colors: ['#ffffff', '#1a7f5a'] } }
			]
		});
		book.run('A2', 'row', 'A3', 'G3', true);
		const formats = book.editor.workbook.tables.sheet.get('data')?.conditionalFormats;
		expect(formats?.map(({ ranges }) => ranges.map(formatRange))).toEqual([['M2:P2']]);
	});

	test('GRD-246 heights, widths and what is hidden go with cut rows and columns', () => {
		const book = prepared();
		const { editor } = book;
		const layout = (sheet = 'data') => {
			const { rowHeights, hiddenRows, columnWidths, hiddenColumns } =
				editor.workbook.tables.sheet.get(sheet)!;
			return { rowHeights, hiddenRows, columnWidths, hiddenColumns };
		};
		const before = layout();
		editor.execute({ do: 'resize-rows', sheet: 'data', rows: [2], height: 60 });
		editor.execute({ do: 'resize-rows', sheet: 'data', rows: [7], height: 44 });
		editor.execute({
			do: 'hide-lines',
			sheet: 'data',
			axis: 'row',
			lines: [{ from: 3, to: 3 }],
			isHidden: true
		});
		book.run('A8', 'row', 'A3', 'G4', true);
		expect(layout()).toEqual({
			...before,
			rowHeights: { ...before.rowHeights, 5: 60, 7: 44 },
			hiddenRows: [{ from: 6, to: 6 }]
		});
		editor.undo();
		expect(layout()).toMatchObject({ rowHeights: { 2: 60, 7: 44 }, hiddenRows: [{ from: 3, to: 3 }] });
		const source = { sheet: 'data', rows: [2], columns: [0, 1, 2, 3, 4, 5, 6] };
		const where = { row: 8, column: 0 };
		editor.execute({ do: 'insert-copied', sheet: 'sums', at: where, by: 'row', source, isCut: true });
		expect(layout('sums').rowHeights).toEqual({ 8: 60 });

		editor.execute({ do: 'resize-columns', sheet: 'data', columns: [4], width: 200 });
		book.run('A1', 'column', 'E1', 'E4', true);
		expect(layout().columnWidths).toMatchObject({ 0: 200 });
		expect(layout().columnWidths[4]).toBe(before.columnWidths[3]);
	});

	test('GRD-241 what is inserted as a copy has none of the formats of the line before', () => {
		const book = prepared();
		const { editor } = book;
		const ranges = ['D1', 'M1'].map((address) => {
			const { row, column } = at('data', address);
			return { from: { row, column }, to: { row, column } };
		});
		editor.execute({ do: 'set-format', sheet: 'data', ranges, format: '0.00' });
		editor.execute({ do: 'set-look', sheet: 'data', ranges, look: { isBold: true } });
		const cellOf = (address: string) => cellAt(editor.workbook, at('data', address));
		book.run('A2', 'row', 'A9', 'G9');
		expect(cellOf('D1')).toMatchObject({ format: '0.00', look: { isBold: true } });
		expect([cellOf('B2'), cellOf('D2'), cellOf('M2')]).toEqual([undefined, undefined, undefined]);
		editor.undo();
		book.run('D2', 'down', 'D9', 'D9');
		expect(cellOf('D2')).toBeUndefined();
	});
});
