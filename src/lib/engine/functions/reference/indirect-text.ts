import { referencesIn } from '$lib/formula';
import { MAX_COLUMNS, MAX_ROWS, type Range } from '$lib/workbook';

/** A reference that a text spells: cells, with the sheet as it is written, or a name. */
export type SpelledReference =
	{ readonly sheetName: string | undefined; readonly range: Range } | { readonly name: string };

/** What a text refers to in the notation A1, or by a name; undefined where it is no reference. */
export function readA1(text: string): SpelledReference | undefined {
	const trimmed = text.trim();
	const [reference, ...more] = referencesIn(`=${trimmed}`);
	if (!reference || more.length > 0 || reference.text !== trimmed) return undefined;
	return reference.range
		? { sheetName: reference.sheetName, range: reference.range }
		: { name: reference.name! };
}

interface Line {
	readonly from: number;
	readonly to: number;
}

const END = String.raw`(?:R(\[-?\d+\]|\d+)?)?(?:C(\[-?\d+\]|\d+)?)?`;
const R1C1 = new RegExp(`^${END}(?::${END})?$`, 'i');

/** What a text refers to in the notation R1C1 from a cell; undefined where it is no reference. */
export function readR1C1(text: string, from: Range['from']): SpelledReference | undefined {
	const mark = text.lastIndexOf('!');
	const sheet = text.slice(0, Math.max(mark, 0)).trim();
	const sheetName = /^'.*'$/s.test(sheet) ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;
	const places = text.slice(mark + 1).trim();
	if (!R1C1.test(places) || !/^[^:]+(?::[^:]+)?$/.test(places) || (mark >= 0 && sheetName === ''))
		return undefined;
	const ends = places.split(':').map((end) => ({
		row: lineOf(/R(\[-?\d+\]|\d+)?/i.exec(end), from.row, MAX_ROWS),
		column: lineOf(/C(\[-?\d+\]|\d+)?/i.exec(end), from.column, MAX_COLUMNS)
	}));
	const [first, last = first] = ends;
	if (!first?.row || !first.column || !last?.row || !last.column) return undefined;
	const range = {
		from: {
			row: Math.min(first.row.from, last.row.from),
			column: Math.min(first.column.from, last.column.from)
		},
		to: { row: Math.max(first.row.to, last.row.to), column: Math.max(first.column.to, last.column.to) }
	};
	return { sheetName: mark < 0 ? undefined : sheetName, range };
}

/** The rows or columns that one part stands for: all where it is not written. Undefined outside of the sheet. */
function lineOf(part: RegExpExecArray | null, own: number, count: number): Line | undefined {
	if (!part) return { from: 0, to: count - 1 };
	const written = part[1] ?? '[0]';
	const at = written.startsWith('[') ? own + Number(written.slice(1, -1)) : Number(written) - 1;
	return at >= 0 && at < count ? { from: at, to: at } : undefined;
}
