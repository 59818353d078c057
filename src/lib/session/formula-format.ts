import {
	meantCells,
	referenceOfToken,
	tokenizeFormula,
	withoutBlanks,
	type FormulaReference
} from '$lib/formula';
import { cellAt, filledCells, formatKind, type Place, type Workbook } from '$lib/workbook';

import { scaledFormat, type Piece } from './scaled-format';

type Tokens = ReturnType<typeof tokenizeFormula>;

const DATE = 'yyyy-mm-dd';
/** What calls that give a day or a time are shown as. A day is written so that it means the same in every locale. */
const MOMENTS: Readonly<Record<string, string>> = {
	TODAY: DATE,
	DATE,
	EDATE: DATE,
	EOMONTH: DATE,
	WORKDAY: DATE,
	'WORKDAY.INTL': DATE,
	NOW: `${DATE} hh:mm`,
	TIME: 'hh:mm'
};
/** Functions whose result is of the kind of what they are given. */
const KEEPING = new Set(['SUM', 'AVERAGE', 'MEDIAN', 'MIN', 'MAX', 'ABS', 'ROUND', 'ROUNDUP', 'ROUNDDOWN']);
/** Those of them whose result is a day where they are given days. */
const KEEPING_DAYS = new Set(['MIN', 'MAX']);
const KEEPING_OPERATORS = new Set(['+', '-', '(', ')', ',']);
/** Most filled cells that are looked at: a range of more is taken to go on as it begins. */
const MOST_LOOKED_AT = 200;

/**
 * The number format of what a formula gives, for a cell that has none: that of a day where the formula is a call that
 * gives one, or the one that all cells it adds up or compares have, or that of an amount or day which it scales or moves.
 * Undefined where none is so, as for products and ratios of amounts, which are of another unit.
 */
export function formatOfFormula(workbook: Workbook, { sheet }: Place, formula: string): string | undefined {
	const tokens = withoutBlanks(tokenizeFormula(formula)).filter(({ kind }) => kind !== 'start');
	const [first, open] = tokens;
	if (!first) return undefined;
	const moment = first.kind === 'function' ? MOMENTS[first.text.toUpperCase()] : undefined;
	if (moment && open?.text === '(') return endOfCall(tokens) === tokens.length - 1 ? moment : undefined;
	return formatOfAll(workbook, sheet, tokens) ?? scaledFormat(piecesOf(workbook, sheet, tokens));
}

/** The one format of all cells of a formula that adds up or compares. */
function formatOfAll(workbook: Workbook, sheet: string, tokens: Tokens): string | undefined {
	const formats = new Set<string | undefined>();
	let isPlain = true;
	let keepsDays = true;
	for (const token of tokens) {
		const reference = referenceOfToken(token);
		if (reference) for (const format of formatsOf(workbook, sheet, reference)) formats.add(format);
		else if (token.kind === 'function') {
			const name = token.text.toUpperCase();
			if (!KEEPING.has(name)) return undefined;
			keepsDays &&= KEEPING_DAYS.has(name);
		} else if (token.kind === 'operator') {
			if (!KEEPING_OPERATORS.has(token.text)) return undefined;
			isPlain &&= token.text !== '+' && token.text !== '-';
		} else if (token.kind !== 'number') return undefined;
	}
	const [format, ...others] = formats;
	if (format === undefined || others.length > 0) return undefined;
	const isMoment = ['date', 'datetime', 'time'].includes(formatKind(format));
	return formatKind(format) === 'text' || (isMoment && !(isPlain && keepsDays)) ? undefined : format;
}

/** The pieces of a formula without functions; of any other, none. */
function piecesOf(workbook: Workbook, sheet: string, tokens: Tokens): Piece[] {
	const pieces: Piece[] = [];
	for (const token of tokens) {
		const reference = referenceOfToken(token);
		if (reference) pieces.push({ kind: 'cells', formats: formatsOf(workbook, sheet, reference) });
		else if (token.kind === 'number') pieces.push({ kind: 'number' });
		else if (token.kind === 'operator') pieces.push({ kind: 'operator', text: token.text });
		else return [];
	}
	return pieces;
}

/** Where the call that tokens begin with ends. */
function endOfCall(tokens: readonly { readonly text: string }[]): number {
	let depth = 0;
	for (const [index, { text }] of tokens.entries()) {
		if (text === '(') depth++;
		else if (text === ')' && --depth === 0) return index;
	}
	return -1;
}

/** The formats of the filled cells that a reference stands for. */
function formatsOf(
	workbook: Workbook,
	home: string,
	reference: FormulaReference
): readonly (string | undefined)[] {
	const target = meantCells(workbook, home, reference);
	if (!target) return [undefined];
	const { from, to } = target.range;
	if (from.row === to.row && from.column === to.column) {
		return [cellAt(workbook, { sheet: target.sheet, ...from })?.format];
	}
	const found: (string | undefined)[] = [];
	for (const [, { format }] of filledCells(workbook, target.sheet, target.range)) {
		if (found.push(format) >= MOST_LOOKED_AT) break;
	}
	return found;
}
