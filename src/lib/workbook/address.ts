import { fail, ok, type Result } from './result';

/** Excel's limits: rows and columns of a sheet. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** A cell's place within a sheet. Zero-based. */
export interface Address {
	readonly row: number;
	readonly column: number;
}

/** A cell's place within a workbook. Zero-based. */
export interface Place extends Address {
	readonly sheet: string;
}

/** A block of cells, both corners included, `from` at the top left. Zero-based. */
export interface Range {
	readonly from: Address;
	readonly to: Address;
}

/** A range on a sheet, the sheet by its name as a reference spells it. */
export interface SheetRange extends Range {
	readonly sheetName: string;
}

/** The letters of a column: 0 is `A`, 26 is `AA`. */
export function columnLetters(column: number): string {
	let letters = '';
	for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
		letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
	}
	return letters;
}

/** The column of its letters, in either case; -1 where they are not letters or lie beyond the last column. */
export function columnOfLetters(letters: string): number {
	if (!/^[A-Za-z]{1,3}$/.test(letters)) return -1;
	let column = 0;
	for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
	return column <= MAX_COLUMNS ? column - 1 : -1;
}

/** An address as A1 text. */
export function formatAddress({ row, column }: Address): string {
	return `${columnLetters(column)}${row + 1}`;
}

/** A range as A1 text: one address where it is one cell. */
export function formatRange({ from, to }: Range): string {
	const start = formatAddress(from);
	const end = formatAddress(to);
	return start === end ? start : `${start}:${end}`;
}

/** Reads A1 text, with or without `$`. Fails where it is not an address of a sheet. */
export function parseAddress(text: string): Result<Address> {
	const match = /^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$/.exec(text.trim());
	const column = match ? columnOfLetters(match[1]!) : -1;
	const row = match ? Number(match[2]) - 1 : -1;
	if (column < 0 || row < 0 || row >= MAX_ROWS) return fail(`"${text}" is not a cell address.`);
	return ok({ row, column });
}

/** Reads `A1` or `A1:B9`, in any order of corners. */
export function parseRange(text: string): Result<Range> {
	const [first, second, ...more] = text.split(':');
	const a = parseAddress(first ?? '');
	const b = second === undefined ? a : parseAddress(second);
	if (!a.ok || !b.ok || more.length > 0) return fail(`"${text}" is not a range of cells.`);
	return ok(rangeBetween(a.value, b.value));
}

/** The range that two corners span. */
export function rangeBetween(a: Address, b: Address): Range {
	return {
		from: { row: Math.min(a.row, b.row), column: Math.min(a.column, b.column) },
		to: { row: Math.max(a.row, b.row), column: Math.max(a.column, b.column) }
	};
}

/** Whether an address lies in a range. */
export function rangeHolds({ from, to }: Range, { row, column }: Address): boolean {
	return row >= from.row && row <= to.row && column >= from.column && column <= to.column;
}

/** Whether an address lies within the limits of a sheet. */
export function isOnSheet({ row, column }: Address): boolean {
	return isIndexBelow(row, MAX_ROWS) && isIndexBelow(column, MAX_COLUMNS);
}

/** Whether a range holds whole rows, from the first column to the last. */
export function isWholeRows({ from, to }: Range): boolean {
	return from.column === 0 && to.column === MAX_COLUMNS - 1;
}

/** Whether a range holds whole columns, from the first row to the last. */
export function isWholeColumns({ from, to }: Range): boolean {
	return from.row === 0 && to.row === MAX_ROWS - 1;
}

function isIndexBelow(index: number, count: number): boolean {
	return Number.isInteger(index) && index >= 0 && index < count;
}

/** A sheet's name as a formula writes it: quoted where it is not a plain word. */
export function quoteSheetName(name: string): string {
	const isWord = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name);
	// What a formula reads as something else: a cell, a truth value, or rows and columns by number.
	const isOther = /^(?:[A-Z]{1,3}[0-9]+|TRUE|FALSE|(?:R[0-9]*)?(?:C[0-9]*)?)$/i.test(name);
	return isWord && !isOther ? name : `'${name.replaceAll("'", "''")}'`;
}

/** An absolute reference as a name holds it: `='Training cost'!$B$6` or a range. */
export function formatAbsoluteReference(sheetName: string, range: Range): string {
	const corner = ({ row, column }: Address) => `$${columnLetters(column)}$${row + 1}`;
	const start = corner(range.from);
	const end = corner(range.to);
	return `=${quoteSheetName(sheetName)}!${start === end ? start : `${start}:${end}`}`;
}

/** Reads what a name refers to where that is one cell or one range: `=Sheet!$A$1`, `='A b'!$A$1:$A$9`. */
export function parseAbsoluteReference(text: string): Result<SheetRange> {
	const match = /^=(?:'((?:[^']|'')+)'|([^'!]+))!([^!]+)$/.exec(text.trim());
	const range = match ? parseRange(match[3]!) : fail('');
	if (!match || !range.ok) return fail(`"${text}" does not refer to one cell or one range.`);
	return ok({ sheetName: match[1]?.replaceAll("''", "'") ?? match[2]!.trim(), ...range.value });
}
