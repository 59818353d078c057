import {
	columnOfLetters,
	MAX_COLUMNS,
	MAX_ROWS,
	nameCalled,
	parseRange,
	sheetNamed,
	type Range,
	type Workbook
} from '$lib/workbook';

/** Ranges on a sheet, the sheet by its id. */
export interface Destination {
	readonly sheet: string;
	readonly ranges: readonly [Range, ...Range[]];
}

/**
 * Where what was typed leads, seen from a sheet: an address, a range, whole columns or rows (`C:D`, `5:7`), a name, or
 * several of them on one sheet with commas between. Undefined where it leads nowhere.
 */
export function findDestination(workbook: Workbook, from: string, text: string): Destination | undefined {
	const wanted = text.trim().replace(/^=/, '');
	const whole = placeOf(workbook, from, wanted);
	if (whole) return { sheet: whole.sheet, ranges: [whole.range] };
	const [first, ...others] = wanted.split(',').map((part) => placeOf(workbook, from, part.trim()));
	if (!first || others.length === 0) return undefined;
	const ranges: [Range, ...Range[]] = [first.range];
	for (const other of others) {
		if (other?.sheet !== first.sheet) return undefined;
		ranges.push(other.range);
	}
	return { sheet: first.sheet, ranges };
}

function placeOf(
	workbook: Workbook,
	from: string,
	wanted: string
): { sheet: string; range: Range } | undefined {
	const here = rangeOf(wanted);
	if (here) return { sheet: from, range: here };
	const reference = nameCalled(workbook, wanted)?.refersTo.replace(/^=/, '') ?? wanted;
	const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!([^!]+)$/.exec(reference.trim());
	const range = match && rangeOf(match[3]!);
	const sheet = match && sheetNamed(workbook, match[1]?.replaceAll("''", "'") ?? match[2]!.trim());
	return range && sheet ? { sheet: sheet.id, range } : undefined;
}

function rangeOf(text: string): Range | undefined {
	const range = parseRange(text);
	return range.ok ? range.value : linesOf(text);
}

/** Whole columns or rows, with or without `$`, in either order. */
function linesOf(text: string): Range | undefined {
	const match = /^\$?([a-z]{1,3}|[0-9]{1,7})\s*:\s*\$?([a-z]{1,3}|[0-9]{1,7})$/i.exec(text.trim());
	if (!match) return undefined;
	const [first, last] = [match[1]!, match[2]!];
	const areRows = /^[0-9]/.test(first);
	if (areRows !== /^[0-9]/.test(last)) return undefined;
	const indexOf = (line: string) => (areRows ? Number(line) - 1 : columnOfLetters(line));
	const [a, b] = [indexOf(first), indexOf(last)].sort((one, other) => one - other) as [number, number];
	if (a < 0 || b >= (areRows ? MAX_ROWS : MAX_COLUMNS)) return undefined;
	return areRows
		? { from: { row: a, column: 0 }, to: { row: b, column: MAX_COLUMNS - 1 } }
		: { from: { row: 0, column: a }, to: { row: MAX_ROWS - 1, column: b } };
}
