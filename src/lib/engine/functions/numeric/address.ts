import { wrongValue } from './failures';
import { defineFunction } from './numeric-function';
import { flag, leftOutWhereEmpty, optional, text, whole } from './parameters';

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

function lettersOf(column: number): string {
	let letters = '';
	for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
		letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
	}
	return letters;
}

/** A sheet as a reference names it: in quotation marks where it is more than one plain word. */
function prefixOf(sheet: string | undefined): string {
	if (sheet === undefined) return '';
	const isPlain =
		sheet === '' || (/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) && !/^[a-z]{1,3}\d+$/i.test(sheet));
	return `${isPlain ? sheet : `'${sheet.replaceAll("'", "''")}'`}!`;
}

/** ADDRESS, which writes a reference as a text. */
export const ADDRESS = defineFunction({
	name: 'ADDRESS',
	category: 'Lookup and reference',
	description: 'Writes the address of a cell as a text.',
	parameters: [
		whole('Row_num', 'The row, counted from 1.'),
		whole('Column_num', 'The column, counted from 1.'),
		leftOutWhereEmpty(
			optional(whole('Abs_num', '1 or left out for both fixed, 2 the row, 3 the column, 4 neither.'), 1)
		),
		leftOutWhereEmpty(optional(flag('A1', 'FALSE for the R1C1 notation.'), true)),
		leftOutWhereEmpty(optional(text('Sheet_text', 'The sheet to name before it.'), undefined))
	],
	example: '=ADDRESS(2,3)',
	compute(row, column, kind, isA1, sheet) {
		if (kind < 1 || kind > 4) return wrongValue('What is fixed is one of 1, 2, 3 and 4.');
		const isRowFixed = kind <= 2;
		const isColumnFixed = kind === 1 || kind === 3;
		const isRelative = !isA1;
		const isThere = (place: number, last: number, isFixed: boolean) =>
			isRelative && !isFixed ? Math.abs(place) < last : place >= 1 && place <= last;
		if (!isThere(row, LAST_ROW, isRowFixed) || !isThere(column, LAST_COLUMN, isColumnFixed))
			return wrongValue('There is no such row or column: both are counted from 1.');
		if (isA1)
			return `${prefixOf(sheet)}${isColumnFixed ? '$' : ''}${lettersOf(column)}${isRowFixed ? '$' : ''}${row}`;
		const part = (letter: string, place: number, isFixed: boolean) =>
			isFixed ? `${letter}${place}` : place === 0 ? letter : `${letter}[${place}]`;
		return `${prefixOf(sheet)}${part('R', row, isRowFixed)}${part('C', column, isColumnFixed)}`;
	}
});
