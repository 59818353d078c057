import { CellError, EmptyValue, SimpleRangeValue } from 'hyperformula';
import { MAX_COLUMNS } from '$lib/workbook';
import { arrayOf, scalarOf, type Given, type Scalar } from '../lookup/values';
import type { Call, CallState, Expression, Value } from '../scope/closure';
import { areColumns, type Lines } from './lines';
import { atBlankPlace, linesThrough, placeNumber, valuesIn } from './whole-lines';

/** More blank places than this are not calculated with one by one: those of a whole row are. */
export const MOST_PLACES = MAX_COLUMNS;

/** The calculation that whole columns and rows are gone through in. */
interface Calculation {
	valueOf(expression: Expression): Value;
	extentOf(lines: Lines): { readonly length: number; readonly inUse: number };
	readonly state: CallState;
	/** What an argument is at every blank place; undefined where that depends on the place. */
	blankOf(index: number): readonly Scalar[] | undefined;
}

/** Arguments that go through whole columns, or all through whole rows, with so many blank places behind those in use. */
export function withBlankPlaces(
	{ args }: Call,
	through: readonly number[],
	count: number,
	{ valueOf, extentOf, blankOf, state }: Calculation
): Map<number, Value> | CellError {
	const lines = through.map((index) => linesThrough(args[index]!)!);
	const inUse = lines.map((one) => extentOf(one).inUse);
	const length = Math.min(Math.max(...inUse) + count, extentOf(lines[0]!).length);
	const values = new Map<number, Value>();
	for (const [at, index] of through.entries()) {
		const argument = args[index]!;
		const value = valueOf(argument);
		if (value instanceof CellError) return value;
		const first = inUse[at]! + 1;
		const behind = Array.from(
			{ length: length - inUse[at]! },
			(_, step) =>
				blankOf(index) ?? valuesIn(valueOf(atBlankPlace(argument, placeNumber(first + step), state)))
		);
		values.set(index, joined(rowsOf(value), behind, areColumns(lines[at]!), inUse[at]!));
	}
	return values;
}

function rowsOf(value: Value): Scalar[][] {
	return value instanceof SimpleRangeValue
		? value.data.map((row) => row.map((one) => scalarOf(one as Exclude<Given, SimpleRangeValue>)))
		: [[scalarOf((value ?? EmptyValue) as Exclude<Given, SimpleRangeValue>)]];
}

/** An array of what is in use of whole columns with rows below it, or of whole rows with columns beside it. */
function joined(
	rows: readonly Scalar[][],
	behind: readonly (readonly Scalar[])[],
	isBelow: boolean,
	inUse: number
): SimpleRangeValue {
	if (!isBelow) {
		return arrayOf(
			rows.map((row, at) => [...padded(row, inUse), ...behind.map((place) => place[at] ?? place[0]!)])
		);
	}
	const all = [...padded(rows, inUse)];
	for (const row of behind) all.push(row as Scalar[]);
	return arrayOf(all);
}

/** What is the same at all places may stand there once. */
function padded<T>(places: readonly T[], inUse: number): readonly T[] {
	return places.length === 1 && inUse > 1 ? Array.from({ length: inUse }, () => places[0]!) : places;
}
