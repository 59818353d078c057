import { Editor } from '$lib/editing';
import type { CopiedBlock } from '$lib/session/copied-block';
import { conditionsPasted } from '$lib/session/pasted-conditions';
import { PASTE_ALL } from '$lib/session/pasted-edits';
import { expect, test } from 'vitest';
import { smallWorkbook } from '../editing/small-workbook';

/** Copies a column of which every second cell has one conditional format, and pastes it beside itself. */
function pastedPieces(count: number) {
	const editor = new Editor(smallWorkbook());
	const cellAt = (row: number, column = 0) => ({ from: { row, column }, to: { row, column } });
	const ranges = Array.from({ length: count }, (_, at) => cellAt(2 * at));
	editor.execute({
		do: 'set-conditional-formats',
		sheet: 'data',
		formats: [{ ranges, rule: { kind: 'scale', colors: ['#ffffff', '#1a7f5a'] } }]
	});
	const rows = Array.from({ length: 2 * count }, (_, row) => [{ row, column: 0 }]);
	const goal = { from: { row: 0, column: 5 }, to: { row: 2 * count - 1, column: 5 } };
	const block = { sheet: 'data', rows } as unknown as CopiedBlock;
	return conditionsPasted(editor.workbook, block, 'data', [goal], PASTE_ALL);
}

test('PAG-375 conditional formats in too many pieces are told from those that there are none of', () => {
	expect(pastedPieces(2_001)).toBe('too-many');
	expect(pastedPieces(2)).toMatchObject({ from: 'data', ranges: [[{}, {}]] });
});
