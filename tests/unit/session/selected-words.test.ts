import { expect, test } from 'vitest';
import { selectedWords } from '../../../src/lib/session/selected-words';
import { MAX_COLUMNS, MAX_ROWS, parseRange } from '$lib/workbook';

function words(...texts: string[]): string {
	return selectedWords(
		texts.map((text) => {
			const range = parseRange(text);
			if (!range.ok) throw new Error(range.error);
			return range.value;
		})
	);
}

test('GRD-230 what is selected is said with its size', () => {
	expect(words('C2:D5')).toBe('C2:D5, 4 rows, 2 columns, selected');
	expect(words('C2')).toBe('C2, 1 row, 1 column, selected');
	expect(words('A1:B1200')).toBe('A1:B1200, 1,200 rows, 2 columns, selected');
});

test('GRD-230 whole rows, columns and the sheet are said as such', () => {
	const lastColumn = { row: 4, column: MAX_COLUMNS - 1 };
	const lastRow = { row: MAX_ROWS - 1, column: 2 };
	const start = (row: number, column: number) => ({ row, column });
	expect(selectedWords([{ from: start(2, 0), to: lastColumn }])).toBe('Rows 3 to 5, 3 rows, selected');
	expect(selectedWords([{ from: start(4, 0), to: lastColumn }])).toBe('Row 5 selected');
	expect(selectedWords([{ from: start(0, 1), to: lastRow }])).toBe('Columns B to C, 2 columns, selected');
	expect(selectedWords([{ from: start(0, 2), to: lastRow }])).toBe('Column C selected');
	const whole = { from: start(0, 0), to: { row: MAX_ROWS - 1, column: MAX_COLUMNS - 1 } };
	expect(selectedWords([whole])).toBe('The whole sheet selected');
});

test('GRD-230 of several ranges the one that grew last is said, and how many others there are', () => {
	expect(words('A1:B2', 'D4:D6')).toBe('D4:D6, 3 rows, 1 column, selected, with 1 other range');
	expect(words('A1', 'B2', 'D4:D6')).toBe('D4:D6, 3 rows, 1 column, selected, with 2 other ranges');
});
