import {
	columnLetters,
	columnOfLetters,
	MAX_COLUMNS,
	MAX_ROWS,
	quoteSheetName,
	type Range
} from '$lib/workbook';

/** A row or column of a reference: its zero-based index, whether `$` holds it, and how it is written. */
export interface ReferencePart {
	readonly index: number;
	readonly isFixed: boolean;
	readonly text: string;
}

/** One end of a reference as it is written. A whole column has no row, a whole row no column. */
export interface ReferenceEnd {
	/** The sheet with its `!`, empty where none is written. */
	readonly prefix: string;
	readonly column?: ReferencePart;
	readonly row?: ReferencePart;
}

/** A reference to cells, taken apart so that it can be written again with only the changed parts changed. */
export interface ReferenceText {
	readonly sheetName?: string;
	readonly first: ReferenceEnd;
	/** The colon with the blanks around it; empty for one cell. */
	readonly join: string;
	readonly last?: ReferenceEnd;
}

const END = String.raw`((?:'(?:[^']|'')+'|[^'!:\[\]]+)!)?(\$?[A-Za-z]{1,3})?(\$?[0-9]{1,7})?`;
const REFERENCE = new RegExp(`^${END}(?:(\\s*:\\s*)${END})?$`, 's');

/** Takes a reference apart. Undefined for other workbooks, several sheets and what is not a reference to cells. */
export function readReference(text: string): ReferenceText | undefined {
	const match = REFERENCE.exec(text);
	if (!match) return undefined;
	const first = readEnd(match[1], match[2], match[3]);
	const last = match[4] === undefined ? undefined : readEnd(match[5], match[6], match[7]);
	const join = match[4] ?? '';
	if (!first || (join !== '' && !last)) return undefined;
	const isWhole = !first.column || !first.row;
	if (isWhole && (!last || !first.column !== !last.column || !first.row !== !last.row)) return undefined;
	if (!isWhole && last && (!last.column || !last.row)) return undefined;
	const sheetName = sheetOfPrefix(first.prefix);
	return { ...(sheetName === undefined ? {} : { sheetName }), first, join, ...(last ? { last } : {}) };
}

function readEnd(prefix = '', column?: string, row?: string): ReferenceEnd | undefined {
	const columnIndex = column ? columnOfLetters(column.replace('$', '')) : 0;
	const rowIndex = row ? Number(row.replace('$', '')) - 1 : 0;
	if ((!column && !row) || columnIndex < 0 || rowIndex < 0 || rowIndex >= MAX_ROWS) return undefined;
	return {
		prefix,
		...(column ? { column: { index: columnIndex, isFixed: column.startsWith('$'), text: column } } : {}),
		...(row ? { row: { index: rowIndex, isFixed: row.startsWith('$'), text: row } } : {})
	};
}

/** The sheet's name of a prefix such as `'It''s'!`; undefined for an empty one. */
export function sheetOfPrefix(prefix: string): string | undefined {
	if (prefix === '') return undefined;
	const name = prefix.slice(0, -1);
	return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

/** The prefix of a sheet's name, quoted where it must be. */
export function prefixOfSheet(name: string): string {
	return `${quoteSheetName(name)}!`;
}

/** The cells that a reference covers. */
export function rangeOfReference({ first, last = first }: ReferenceText): Range {
	const rows = [first.row?.index ?? 0, last.row?.index ?? MAX_ROWS - 1];
	const columns = [first.column?.index ?? 0, last.column?.index ?? MAX_COLUMNS - 1];
	return {
		from: { row: Math.min(...rows), column: Math.min(...columns) },
		to: { row: Math.max(...rows), column: Math.max(...columns) }
	};
}

/** A column or row at another index, held by `$` as before; the same text where it did not move. */
export function movePart(part: ReferencePart, index: number, axis: 'row' | 'column'): ReferencePart {
	if (index === part.index) return part;
	const written = axis === 'row' ? String(index + 1) : columnLetters(index);
	return { ...part, index, text: (part.isFixed ? '$' : '') + written };
}

/** Writes one end. */
export function writeEnd({ prefix, column, row }: ReferenceEnd): string {
	return prefix + (column?.text ?? '') + (row?.text ?? '');
}

/** Writes a reference. */
export function writeReference({ first, join, last }: ReferenceText): string {
	return writeEnd(first) + join + (last ? writeEnd(last) : '');
}

/** The reference with its first end at the top left, as an engine needs it: `B1:A2` is `A1:B2`. */
export function inReadingOrder(reference: ReferenceText): ReferenceText {
	const { first, last } = reference;
	if (!last) return reference;
	const [left, right] = inOrder(first.column, last.column);
	const [top, bottom] = inOrder(first.row, last.row);
	return {
		...reference,
		first: { prefix: first.prefix, ...(left && { column: left }), ...(top && { row: top }) },
		last: { prefix: last.prefix, ...(right && { column: right }), ...(bottom && { row: bottom }) }
	};
}

function inOrder(a: ReferencePart | undefined, b: ReferencePart | undefined) {
	return a && b && a.index > b.index ? [b, a] : [a, b];
}
