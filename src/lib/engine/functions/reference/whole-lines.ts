import { EmptyValue, SimpleRangeValue } from 'hyperformula';
import { MAX_COLUMNS, MAX_ROWS } from '$lib/workbook';
import { TooLargeArray } from '../../array-arithmetic';
import { columnsGoneThrough, rowsGoneThrough } from '../../common-reach';
import { scalarOf, type Given, type Scalar } from '../lookup/values';
import type { CallState, Expression, Value } from '../scope/closure';
import { partsOf } from '../scope/spelled-out';
import { areColumns, isLines, type Lines } from './lines';
import { mapLines, passageThrough } from './passages';

/** What a sheet has that whole lines stand on. */
interface Sheets {
	getSheetHeight(sheet: number): number;
	getSheetWidth(sheet: number): number;
}

/** How many places whole lines have, and in how many of them the sheet holds anything, at least one. */
export function extentOfLines(lines: Lines, { formulaAddress }: CallState, sheets: Sheets) {
	if (areColumns(lines)) {
		const { sheet } = lines.start.toSimpleColumnAddress(formulaAddress);
		return { length: MAX_ROWS, inUse: Math.max(1, rowsGoneThrough(sheets, sheet)) };
	}
	const { sheet } = lines.start.toSimpleRowAddress(formulaAddress);
	return { length: MAX_COLUMNS, inUse: Math.max(1, columnsGoneThrough(sheets, sheet)) };
}

/** The first whole lines that an expression goes through place by place; undefined where there are none. */
export function linesThrough(expression: Expression): Lines | undefined {
	return passageThrough(expression)?.lines;
}

const holding = new WeakMap<Expression, boolean>();

/** Whether whole columns or rows stand anywhere in an expression. */
export function holdsLines(expression: Expression): boolean {
	let holds = holding.get(expression);
	if (holds === undefined) {
		holds = isLines(expression) || partsOf(expression).some(holdsLines);
		holding.set(expression, holds);
	}
	return holds;
}

/** Whether an expression numbers the places of whole lines. */
export function numbersPlaces(expression: Expression): boolean {
	let found = false;
	mapLines(expression, (lines, { isNumbered }) => {
		found ||= isNumbered;
		return lines;
	});
	return found;
}

/** What an expression is at a place that holds nothing in its whole lines, where `place` stands for its number. */
export function atBlankPlace(
	expression: Expression,
	place: Expression,
	{ formulaAddress }: Pick<CallState, 'formulaAddress'>
): Expression {
	return mapLines(expression, (lines, { isNumbered }) => {
		if (isNumbered) return place;
		const blank = { type: 'EMPTY' } as Expression;
		// One end may be held by `$` and the other count from the formula.
		const count = areColumns(lines)
			? Math.abs(
					lines.end.toSimpleColumnAddress(formulaAddress).col -
						lines.start.toSimpleColumnAddress(formulaAddress).col
				) + 1
			: Math.abs(
					lines.end.toSimpleRowAddress(formulaAddress).row -
						lines.start.toSimpleRowAddress(formulaAddress).row
				) + 1;
		if (count === 1) return blank;
		const blanks = Array.from({ length: count }, () => blank);
		const args = areColumns(lines) ? [blanks] : blanks.map((one) => [one]);
		return { type: 'ARRAY', args } as unknown as Expression;
	});
}

/** The number of a place, counted from 1, as an expression. */
export function placeNumber(value: number): Expression {
	return { type: 'NUMBER', value } as Expression;
}

/** Ends a formula that would have to go through every place, also where it makes something else of errors. */
export function refuseEveryPlace(): never {
	throw new TooLargeArray(
		'This formula would go through every cell of whole columns or rows: take a range with an end.'
	);
}

/**
 * All values of a result at one place of whole columns or rows. What has several along them, as `A1:A3*C:C` has, would be
 * counted again at every place, though it ends at its last cell.
 */
export function valuesAtPlace(value: Value, isDown: boolean): Scalar[] {
	const along = value instanceof SimpleRangeValue ? (isDown ? value.height() : value.width()) : 1;
	if (along > 1) refuseEveryPlace();
	return valuesIn(value);
}

/** All values of a result. */
export function valuesIn(value: Value): Scalar[] {
	const rows = value instanceof SimpleRangeValue ? value.data : [[value ?? EmptyValue]];
	return rows.flat().map((one) => scalarOf(one as Exclude<Given, SimpleRangeValue>));
}
