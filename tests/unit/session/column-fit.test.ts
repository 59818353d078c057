import { expect, test } from 'vitest';
import { Editor } from '$lib/editing';
import { ColumnFit, type ShownNumber } from '$lib/session/column-fit';
import { at, smallWorkbook } from '../editing/small-workbook';

/** Where nothing can be measured, each letter counts 6.6 pixels. */
const widthOf = (text: string) => Math.ceil(text.length * 6.6) + 18;

const shown = (address: string, value: ShownNumber['value'], format?: string): ShownNumber => ({
	...at('', address),
	value,
	cell: format === undefined ? undefined : { format }
});

function fitting() {
	const editor = new Editor(smallWorkbook());
	return { editor, fit: new ColumnFit(() => editor.workbook) };
}

test('GRD-224 a column that nobody has sized gets the width of its widest number', () => {
	const { fit } = fitting();
	const numbers = [
		shown('A1', 12_345_678, '$#,##0.00'),
		shown('A2', 1, '$#,##0.00'),
		shown('C1', 7),
		shown('D1', 'a text that is far longer than its column'),
		shown('E1', 2e15, '#,##0')
	];
	expect(fit.widenedFor('sums', numbers)).toEqual({
		sheet: 'sums',
		widths: { 0: widthOf('$12,345,678.00'), 4: widthOf('2,000,000,000,000,000') }
	});
	expect(fit.widenedFor('sums', [shown('C1', 7)])).toBeUndefined();
	expect(fit.widenedFor('gone', numbers)).toBeUndefined();
});

test('GRD-224 one that the reader has sized stays, one that was fitted goes on growing', () => {
	const { editor, fit } = fitting();
	const wide = [shown('B1', 2e15, '#,##0'), shown('C1', 2e15, '#,##0')];
	const widened = fit.widenedFor('data', wide)!;
	expect(Object.keys(widened.widths), 'B has a width').toEqual(['2']);
	editor.execute({ do: 'set-contents', cells: [{ ...at('data', 'C1'), content: 2e15 }], widened });
	expect(editor.workbook.tables.sheet.get('data')!.columnWidths).toEqual({ 1: 120, ...widened.widths });
	const wider = [shown('C1', 2e15, '#,##0.00')];
	expect(fit.widenedFor('data', wider)?.widths[2]).toBe(widthOf('2,000,000,000,000,000.00'));
	editor.execute({ do: 'resize-columns', sheet: 'data', columns: [2], width: 60 });
	expect(fit.widenedFor('data', wider)).toBeUndefined();
});

test('GRD-224 a merged cell has more room than its column', () => {
	const { editor, fit } = fitting();
	const range = { from: { row: 0, column: 2 }, to: { row: 0, column: 4 } };
	editor.execute({ do: 'merge-cells', sheet: 'data', range, isMerged: true });
	expect(fit.widenedFor('data', [shown('C1', 2e15, '#,##0')])).toBeUndefined();
});
