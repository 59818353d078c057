import { MAX_COLUMNS, MAX_ROWS } from '$lib/workbook';
import { extentOfCall, onlyPiece } from './local-names';
import {
	inReadingOrder,
	movePart,
	rangeOfReference,
	readReference,
	writeReference,
	type ReferenceText
} from './reference-text';
import type { FormulaToken } from './tokens';

/**
 * The pieces of a formula with the ranges that SUMIF and AVERAGEIF add written as large as those that they test: of a
 * smaller one Excel takes the first cell and the cells beside and below it, and so the formula reads them too.
 */
export function withWholeSumRanges(tokens: readonly FormulaToken[]): readonly FormulaToken[] {
	const written = [...tokens];
	for (const [at, { kind, text }] of tokens.entries()) {
		if (kind !== 'function' || !/^(?:sumif|averageif)$/i.test(text)) continue;
		const { args } = extentOfCall(tokens, at);
		const [tested, , added] = args.map((argument) => onlyPiece(tokens, argument));
		if (args.length !== 3 || tested?.kind !== 'reference' || added?.kind !== 'reference') continue;
		const [range, smaller] = [readReference(tested.text), readReference(added.text)];
		const whole = range && smaller && asLargeAs(range, inReadingOrder(smaller));
		if (whole) written[tokens.indexOf(added, args[2]![0])] = { ...added, text: writeReference(whole) };
	}
	return written;
}

/** A reference from its first cell on, as large as a range; undefined where it is already, or would leave the sheet. */
function asLargeAs(range: ReferenceText, { first, last, ...rest }: ReferenceText): ReferenceText | undefined {
	const { row, column } = first;
	const [large, small] = [range, { ...rest, first, ...(last ? { last } : {}) }].map(sizeOf) as [Size, Size];
	if (!row || !column || (small.height >= large.height && small.width >= large.width)) return undefined;
	const [bottom, right] = [row.index + large.height - 1, column.index + large.width - 1];
	if (bottom >= MAX_ROWS || right >= MAX_COLUMNS) return undefined;
	const end = { row: movePart(row, bottom, 'row'), column: movePart(column, right, 'column') };
	return { ...rest, first, join: ':', last: { prefix: '', ...end } };
}

interface Size {
	readonly height: number;
	readonly width: number;
}

function sizeOf(reference: ReferenceText): Size {
	const { from, to } = rangeOfReference(reference);
	return { height: to.row - from.row + 1, width: to.column - from.column + 1 };
}
