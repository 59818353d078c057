import { MAX_COLUMNS, MAX_ROWS, type Address, type SheetRange } from '$lib/workbook';
import { sameWord, type ReferenceExtent, type ReferenceMapping } from './mapping';
import {
	inReadingOrder,
	movePart,
	prefixOfSheet,
	rangeOfReference,
	readReference,
	writeReference,
	type ReferenceEnd,
	type ReferenceText
} from './reference-text';
import { readName } from './references';
import { tokenizeFormula, type FormulaToken } from './tokens';

/** What stands in place of a reference to something that is gone. */
const LOST = '#REF!';

/**
 * A formula with its references to where the mapping says that their cells, sheets and names are now, or `#REF!` where
 * they are gone. All other text stays byte for byte; so does a content that is no formula. A formula that cannot be read
 * is rewritten where its pieces are plainly references, and left as it is elsewhere. References to other workbooks and
 * across several sheets stay.
 *
 * `home` is the sheet that the formula stands on, which references without a sheet mean (not needed where only sheets or
 * names change); `newHome` is the sheet that it stands on afterwards, where it moves to another.
 */
export function rewriteReferences(
	formula: string,
	mapping: ReferenceMapping,
	home = '',
	newHome = mapping.mapSheet?.(home) ?? home
): string {
	return rewriteTokens(formula, (token) => {
		if (token.kind === 'name') return rewriteName(token.text, mapping);
		if (token.kind === 'function' && !token.isLocal) return mapping.mapCall?.(token.text) ?? token.text;
		const reference = token.kind === 'reference' ? readReference(token.text) : undefined;
		return reference ? (rewriteReference(reference, mapping, home, newHome) ?? LOST) : token.text;
	});
}

/**
 * A formula as it reads when it is copied this many rows down and columns to the right (up and to the left where
 * negative): relative references shift along, those with `$` stay, one that would leave the sheet is `#REF!`.
 */
export function shiftReferences(formula: string, rows: number, columns: number): string {
	if (rows === 0 && columns === 0) return formula;
	return rewriteTokens(formula, ({ kind, text }) => {
		const reference = kind === 'reference' ? readReference(text) : undefined;
		if (!reference) return text;
		const shifted = mapEnds(reference, (end) => shiftEnd(end, rows, columns));
		return shifted ? writeReference(inReadingOrderIfItWas(reference, shifted)) : LOST;
	});
}

/**
 * The same where rows become columns: a reference that is relative both ways lies as far across as it lay down. Others only
 * shift along.
 */
export function transposeReferences(formula: string, from: Address, to: Address): string {
	const turn = (end: ReferenceEnd) => {
		const [row, column] = [end.row!.index, end.column!.index];
		return shiftEnd(end, to.row + (column - from.column) - row, to.column + (row - from.row) - column);
	};
	return rewriteTokens(formula, ({ kind, text }) => {
		const reference = kind === 'reference' ? readReference(text) : undefined;
		if (!reference) return text;
		const { first, last } = reference;
		if (![first, last ?? first].every(isRelative)) {
			return shiftReferences(`=${text}`, to.row - from.row, to.column - from.column).slice(1);
		}
		const turned = mapEnds(reference, turn);
		return turned ? writeReference(inReadingOrderIfItWas(reference, turned)) : LOST;
	});
}

const isRelative = ({ row, column }: ReferenceEnd) => row?.isFixed === false && column?.isFixed === false;

/**
 * What {@link shiftReferences} gives of a formula that has been rewritten since it was copied: relative references are as far from their cell as they
 * were then, and what `$` holds is what it is in the formula as it reads `now`.
 */
export function shiftCopied(copied: string, now: string, rows: number, columns: number): string {
	const tokens = tokenizeFormula(now);
	const isSameShape = tokenizeFormula(copied).length === tokens.length;
	if (copied === now || !isSameShape) return shiftReferences(copied, rows, columns);
	let at = -1;
	return rewriteTokens(copied, ({ kind, text }) => {
		const held = tokens[++at]!.text;
		if (held === text || kind !== 'reference') return shiftReferences(`=${text}`, rows, columns).slice(1);
		const [before, after] = [readReference(text), readReference(held)];
		if (!before || !after) return held;
		const [old, current] = [inReadingOrder(before), inReadingOrder(after)];
		const first = shiftEnd(old.first, rows, columns, current.first);
		const last = old.last && shiftEnd(old.last, rows, columns, current.last);
		if (!first || (old.last && !last)) return LOST;
		return writeReference(inReadingOrder({ ...current, first, ...(last && { last }) }));
	});
}

function rewriteTokens(formula: string, rewrite: (token: FormulaToken) => string): string {
	if (!formula.startsWith('=')) return formula;
	return tokenizeFormula(formula).map(rewrite).join('');
}

function rewriteName(text: string, { mapName, mapSheet }: ReferenceMapping): string {
	const { prefix, sheetName, name } = readName(text);
	const newSheet = sheetName === undefined || !mapSheet ? sheetName : mapSheet(sheetName);
	if (newSheet === null) return LOST;
	return (
		(newSheet === undefined || newSheet === sheetName ? prefix : prefixOfSheet(newSheet)) +
		(mapName?.(name) ?? name)
	);
}

/** Undefined where what it referred to is gone. */
function rewriteReference(
	reference: ReferenceText,
	{ mapRange, mapSheet }: ReferenceMapping,
	home: string,
	newHome: string
): string | undefined {
	const before: SheetRange = {
		sheetName: reference.sheetName ?? home,
		...rangeOfReference(reference)
	};
	const moved = mapRange ? mapRange(before, extentOf(reference)) : before;
	const sheetName = moved && mapSheet ? mapSheet(moved.sheetName) : (moved?.sheetName ?? null);
	if (!moved || sheetName === null) return undefined;
	const ordered = inReadingOrder(reference);
	const isMoved = !isSameBlock(before, moved);
	const placed = isMoved ? placeEnds(ordered, moved) : reference;
	return writeReference(withSheet(placed, prefixFor(reference, sheetName, newHome)));
}

/** The sheet to write before a reference, or undefined to leave what is written. */
function prefixFor(reference: ReferenceText, sheetName: string, home: string): string | undefined {
	const isAsWritten =
		reference.sheetName === undefined ? sameWord(sheetName, home) : sheetName === reference.sheetName;
	return isAsWritten ? undefined : prefixOfSheet(sheetName);
}

function withSheet(reference: ReferenceText, prefix: string | undefined): ReferenceText {
	if (prefix === undefined) return reference;
	const { first, last } = reference;
	return {
		...reference,
		first: { ...first, prefix },
		...(last ? { last: { ...last, prefix: last.prefix === '' ? '' : prefix } } : {})
	};
}

function extentOf({ first }: ReferenceText): ReferenceExtent {
	return !first.row ? 'columns' : !first.column ? 'rows' : 'cells';
}

function isSameBlock(a: SheetRange, b: SheetRange): boolean {
	return (
		a.from.row === b.from.row &&
		a.from.column === b.from.column &&
		a.to.row === b.to.row &&
		a.to.column === b.to.column
	);
}

/** The ends of a reference in reading order at the corners of a block. */
function placeEnds(reference: ReferenceText, { from, to }: SheetRange): ReferenceText {
	const place = (end: ReferenceEnd, { row, column }: SheetRange['from']): ReferenceEnd => ({
		prefix: end.prefix,
		...(end.column ? { column: movePart(end.column, column, 'column') } : {}),
		...(end.row ? { row: movePart(end.row, row, 'row') } : {})
	});
	const { first, join, last, sheetName } = reference;
	return {
		...(sheetName === undefined ? {} : { sheetName }),
		first: place(first, from),
		join,
		...(last ? { last: place(last, to) } : {})
	};
}

function mapEnds(
	reference: ReferenceText,
	map: (end: ReferenceEnd) => ReferenceEnd | undefined
): ReferenceText | undefined {
	const first = map(reference.first);
	const last = reference.last && map(reference.last);
	return first && (last || !reference.last) ? { ...reference, first, ...(last ? { last } : {}) } : undefined;
}

/** What `$` holds is taken from `held`, where that is another end. Undefined where it would leave the sheet. */
function shiftEnd(end: ReferenceEnd, rows: number, columns: number, held = end): ReferenceEnd | undefined {
	const { prefix } = held;
	const shifted = (axis: 'row' | 'column', by: number) => {
		const part = end[axis];
		return part && movePart(part, part.isFixed ? (held[axis] ?? part).index : part.index + by, axis);
	};
	const newColumn = shifted('column', columns);
	const newRow = shifted('row', rows);
	const isWithin = (index = 0, limit: number) => index >= 0 && index < limit;
	if (!isWithin(newColumn?.index, MAX_COLUMNS) || !isWithin(newRow?.index, MAX_ROWS)) return undefined;
	return { prefix, ...(newColumn ? { column: newColumn } : {}), ...(newRow ? { row: newRow } : {}) };
}

/** A range whose ends passed one another is written from top left to bottom right; one that was odd before stays odd. */
function inReadingOrderIfItWas(before: ReferenceText, after: ReferenceText): ReferenceText {
	return writeReference(inReadingOrder(before)) === writeReference(before) ? inReadingOrder(after) : after;
}
