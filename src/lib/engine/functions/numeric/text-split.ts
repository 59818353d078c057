import { CellError, SimpleRangeValue } from 'hyperformula';
import { notAvailable, wrongValue } from './failures';
import { defineFunction, type Parameter } from './numeric-function';
import { anything, flag, number, optional, rowsOf, text, textOf } from './parameters';
import { placesOf } from './text-parts';

/** Texts that divide; an empty list where nothing was given. */
function delimiters(name: string, description: string): Parameter<string[]> {
	return {
		name,
		description,
		takesBlock: true,
		read([given], reading) {
			const found: string[] = [];
			for (const value of rowsOf(given).flat()) {
				if (value instanceof CellError) return value;
				if (value === null) continue;
				if (value === '') return wrongValue('A text cannot be divided by an empty text.');
				found.push(textOf(value, reading));
			}
			return found;
		}
	};
}

function partsOf(text: string, wanted: readonly string[], ignoresCase: boolean, skipsEmpty: boolean) {
	const folded = ignoresCase ? (value: string) => value.toLowerCase() : (value: string) => value;
	const parts: string[] = [];
	let from = 0;
	for (const { start, end } of placesOf(folded(text), wanted.map(folded), false)) {
		parts.push(text.slice(from, start));
		from = end;
	}
	parts.push(text.slice(from));
	return skipsEmpty ? parts.filter((part) => part !== '') : parts;
}

/** TEXTSPLIT, which fills cells with the parts of a text. */
export const TEXT_SPLIT = [
	defineFunction({
		name: 'TEXTSPLIT',
		category: 'Text',
		description: 'Divides a text into columns, rows or both.',
		parameters: [
			text('Text', 'The text.'),
			delimiters('Col_delimiter', 'The text that divides columns, or several of them.'),
			optional(delimiters('Row_delimiter', 'The text that divides rows, or several of them.'), []),
			optional(flag('Ignore_empty', 'TRUE to leave out empty parts; FALSE if left out.'), false),
			optional(number('Match_mode', '1 to take capitals and small letters as equal; 0 if left out.'), 0),
			optional(anything('Pad_with', 'What stands where a row has fewer parts; #N/A if left out.'), undefined)
		],
		example: '=TEXTSPLIT("2025-03-31","-")',
		givesBlock: true,
		compute(text, across, down, skipsEmpty, mode, padding) {
			if (across.length + down.length === 0) return wrongValue('A text that divides must be given.');
			const ignoresCase = mode !== 0;
			const rows = partsOf(text, down, ignoresCase, skipsEmpty)
				.map((row) => partsOf(row, across, ignoresCase, skipsEmpty))
				.filter((row) => row.length > 0);
			if (rows.length === 0) return wrongValue('Nothing is left of the text.');
			const width = Math.max(...rows.map((row) => row.length));
			const missing = padding === undefined ? notAvailable('This row has fewer parts.') : (padding ?? '');
			return SimpleRangeValue.onlyValues(
				rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? missing))
			);
		}
	})
];
