import { expect, test } from 'vitest';
import { Editor } from '$lib/editing';
import { formatFromAbove } from '$lib/session/format-from-above';
import { readTypedChange } from '$lib/session/typed-change';
import { at, smallWorkbook } from '../editing/small-workbook';

/** Formats of the rows of column H, from the first one. */
function below(...formats: (string | undefined)[]) {
	const editor = new Editor(smallWorkbook());
	const cells = formats.map((format, row) => ({
		...at('sums', `H${row + 1}`),
		content: row,
		...(format !== undefined && { format })
	}));
	const done = editor.execute({ do: 'set-contents', cells });
	if (!done.ok) throw new Error(done.error);
	const place = at('sums', `H${formats.length + 1}`);
	return { workbook: editor.workbook, place };
}

const fromAbove = (...formats: (string | undefined)[]) => {
	const { workbook, place } = below(...formats);
	return formatFromAbove(workbook, place);
};

test('GRD-223 three of the five cells above make a format go on, fewer or farther ones do not', () => {
	expect(fromAbove('0%', '0%', '0%')).toBe('0%');
	expect(fromAbove('0%', undefined, '0%', '0.0', '0%')).toBe('0%');
	expect(fromAbove('0%', '0%', '0.0')).toBeUndefined();
	expect(fromAbove('0%', '0%', '0%', undefined, undefined, undefined)).toBeUndefined();
	expect(fromAbove('0%', '0%', '0.0', '0.0', '0.0')).toBe('0.0');
	expect(fromAbove('@', '@', '@')).toBeUndefined();
	expect(fromAbove()).toBeUndefined();
});

test('GRD-223 it goes to numbers that imply none, in cells that have none', () => {
	const { workbook, place } = below('0.0%', '0.0%', '0.0%');
	const typed = (text: string, where = place) => {
		const { content, format } = readTypedChange(workbook, where, text, formatFromAbove(workbook, where));
		return { content, format };
	};
	expect(typed('0.25')).toEqual({ content: 0.25, format: '0.0%' });
	expect(typed('25'), 'percent as in a cell that has the format').toEqual({ content: 0.25, format: '0.0%' });
	expect(typed('$3')).toEqual({ content: 3, format: '$#,##0' });
	expect(typed('words')).toEqual({ content: 'words', format: undefined });
	expect(typed('=1+1')).toEqual({ content: '=1+1', format: undefined });
	expect(typed('0.25', at('data', 'B2'))).toEqual({ content: 0.25, format: undefined });
});
