import { MAX_ROWS, ok, type Result } from '$lib/workbook';
import { withEngineCalls, type EngineNames } from './engine-calls';
import type { FormulaProblem } from './problem';
import { withIntersections } from './intersections';
import {
	inReadingOrder,
	readReference,
	sheetOfPrefix,
	writeReference,
	type ReferenceText
} from './reference-text';
import { withWholeSumRanges } from './sum-ranges';
import { parseFormula } from './tree';
import { tokenizeFormula, type FormulaToken } from './tokens';
import { readName } from './references';

/** The least size of a number other than 0. */
export const SMALLEST_NUMBER = 2.2250738585072014e-308;

/**
 * The same formula as the calculation engine can read it: exponents in lower case, sheets in quotation marks, texts
 * without the characters it misreads, ranges from top left to bottom right. What is stored is never changed. Fails where
 * the formula cannot be read.
 */
export function normalizeForEngine(formula: string, names: EngineNames = {}): Result<string, FormulaProblem> {
	const tree = parseFormula(formula);
	if (!tree.ok) return tree;
	const tokens = tokenizeFormula(withoutFileMarks(formula));
	return ok(withEngineCalls(withWholeSumRanges(withIntersections(tokens)), names, engineText));
}

/** How Excel's files mark functions that came after 2007, and names that LET or LAMBDA gives. */
const FILE_MARK = /^(?:_xlfn\.(?:_xlws\.)?|_xlws\.|_xlpm\.)/i;

/** The name of a function without the mark that it has in a file. */
export function withoutFileMark(name: string): string {
	return name.replace(FILE_MARK, '');
}

/** `_xlfn.CONCAT(` is `CONCAT(`: formulas that were read out of a file have such marks. */
function withoutFileMarks(formula: string): string {
	if (!/_xl(?:fn|ws|pm)\./i.test(formula)) return formula;
	return tokenizeFormula(formula)
		.map(({ kind, text }) => (kind === 'text' ? text : withoutFileMark(text)))
		.join('');
}

/**
 * The name under which the engine knows a name: itself, or a spelling in letters that it accepts. It has no letters
 * beyond Latin, takes a name that begins with `offset` for the function, and any letters with digits for a cell.
 */
export function engineName(name: string): string {
	if (
		/^[A-Za-z\u00C0-\u02AF_][A-Za-z\u00C0-\u02AF0-9_.]*$/.test(name) &&
		!/^offset|^true$|^false$|^[a-z]+\d+$/i.test(name)
	) {
		return name;
	}
	const codes = [...name.toLowerCase()].map((letter) => letter.codePointAt(0)!.toString(16));
	return `_x_${codes.join('_')}`;
}

function engineText({ kind, text }: FormulaToken): string {
	switch (kind) {
		case 'number':
			return engineNumber(text);
		case 'text':
			return engineString(text);
		case 'boolean':
			return `${text.toUpperCase()}()`;
		case 'error':
			return /#REF!$/i.test(text) ? '#REF!' : text;
		case 'name':
			// Names belong to the whole workbook, so a sheet before one says nothing.
			return engineName(readName(text).name);
		case 'reference': {
			const reference = readReference(text);
			if (!reference) return text;
			const { first, last, join } = asWholeColumns(inReadingOrder(reference));
			const prefix = quoted(first.prefix);
			return writeReference({
				first: { ...first, prefix },
				join: join.trim(),
				...(last ? { last: { ...last, prefix: '' } } : {})
			});
		}
		default:
			return text;
	}
}

/** Numbers closer to zero than a spreadsheet holds are 0. */
function engineNumber(text: string): string {
	return Math.abs(Number(text)) < SMALLEST_NUMBER ? '0' : text.toLowerCase();
}

/** `A1:C1048576` is `A:C`. */
function asWholeColumns(reference: ReferenceText): ReferenceText {
	const { first, last } = reference;
	if (first.row?.index !== 0 || last?.row?.index !== MAX_ROWS - 1) return reference;
	const { row: _first, ...from } = first;
	const { row: _last, ...to } = last;
	return { ...reference, first: from, last: to };
}

function quoted(prefix: string): string {
	const name = sheetOfPrefix(prefix);
	return name === undefined ? '' : `'${name.replaceAll("'", "''")}'!`;
}

/** The engine knows no doubled quotation mark and takes a backslash before one as an escape. */
function engineString(text: string): string {
	const value = text.slice(1, -1).replaceAll('""', '"');
	if (!/["\\]/.test(value)) return text;
	const pieces = value
		.split(/(["\\])/)
		.filter((piece) => piece !== '')
		.map((piece) => (/["\\]/.test(piece) ? `CHAR(${piece.charCodeAt(0)})` : `"${piece}"`));
	return `(${pieces.join('&')})`;
}
