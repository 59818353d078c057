import { EmptyValue, HyperFormula, SimpleRangeValue, type FunctionArgument } from 'hyperformula';
import { MAX_COLUMNS, MAX_ROWS } from '$lib/workbook';
import { TooLargeArray } from '../../array-arithmetic';
import { scalarOf, type Given, type Scalar } from '../lookup/values';
import type { Call, CallState, Expression, Value } from '../scope/closure';
import { partsOf } from '../scope/spelled-out';

type Columns = Extract<Expression, { readonly start: { toSimpleColumnAddress: unknown } }>;
type Rows = Extract<Expression, { readonly start: { toSimpleRowAddress: unknown } }>;

/** The whole columns or whole rows that a formula calculates with. */
export type Lines = Columns | Rows;

/** What a sheet has that whole lines stand on. */
interface Sheets {
	getSheetHeight(sheet: number): number;
	getSheetWidth(sheet: number): number;
}

function isLines(expression: Expression): expression is Lines {
	const type: string = expression.type;
	return type === 'COLUMN_RANGE' || type === 'ROW_RANGE';
}

/** Whether lines are columns; rows otherwise. */
export function areColumns(lines: Lines): lines is Columns {
	return 'toSimpleColumnAddress' in lines.start;
}

/** How many places whole lines have, and in how many of them the sheet holds anything, at least one. */
export function extentOfLines(lines: Lines, { formulaAddress }: CallState, sheets: Sheets) {
	if (areColumns(lines)) {
		const { sheet } = lines.start.toSimpleColumnAddress(formulaAddress);
		return { length: MAX_ROWS, inUse: Math.max(1, sheets.getSheetHeight(sheet)) };
	}
	const { sheet } = lines.start.toSimpleRowAddress(formulaAddress);
	return { length: MAX_COLUMNS, inUse: Math.max(1, sheets.getSheetWidth(sheet)) };
}

/** The first whole lines that an expression goes through place by place; undefined where there are none. */
export function linesThrough(expression: Expression): Lines | undefined {
	let found: Lines | undefined;
	mapLines(expression, (lines) => {
		found ??= lines;
		return lines;
	});
	return found;
}

/** The same, but of a calculation only: a reference to whole lines as it stands counts what is in use by itself. */
export function computedLines(expression: Expression): Lines | undefined {
	const lines = linesThrough(expression);
	return lines === expression ? undefined : lines;
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
	mapLines(expression, (lines, isNumbered) => {
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
	return mapLines(expression, (lines, isNumbered) => {
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

/** All values of a result. */
export function valuesIn(value: Value): Scalar[] {
	const rows = value instanceof SimpleRangeValue ? value.data : [[value ?? EmptyValue]];
	return rows.flat().map((one) => scalarOf(one as Exclude<Given, SimpleRangeValue>));
}

type Replace = (lines: Lines, isNumbered: boolean) => Expression;

/** The same expression with all whole lines replaced that it goes through place by place. */
function mapLines(expression: Expression, replace: Replace): Expression {
	if (isLines(expression)) return replace(expression, false);
	if ('expression' in expression)
		return { ...expression, expression: mapLines(expression.expression, replace) };
	if ('left' in expression) {
		const [left, right] = [expression.left, expression.right].map((side) => mapLines(side, replace));
		return { ...expression, left: left!, right: right! };
	}
	if ('value' in expression && typeof expression.value === 'object')
		return { ...expression, value: mapLines(expression.value, replace) } as Expression;
	return 'procedureName' in expression ? mapCall(expression, replace) : expression;
}

function mapCall(call: Call, replace: Replace): Expression {
	const [first, ...others] = call.args;
	if (first && isLines(first) && call.procedureName === (areColumns(first) ? 'ROW' : 'COLUMN'))
		return replace(first, true);
	// `INDEX(A:A="",0)` is the array itself.
	if (call.procedureName === 'INDEX' && first && !isLines(first) && others.every(isZero))
		return mapLines(first, replace);
	const parameters = parametersOf(call.procedureName);
	if (parameters.length === 0) return call;
	const args = call.args.map((argument, index) => {
		const parameter = parameters[index] ?? parameters.at(-1)!;
		return isWhole(parameter) ? argument : mapLines(argument, replace);
	});
	return { ...call, args };
}

/** What a function takes, by the name that it is called by. */
export function parametersOf(called: string): readonly FunctionArgument[] {
	const plugin = HyperFormula.getFunctionPlugin(called);
	return plugin?.implementedFunctions[plugin.aliases?.[called] ?? called]?.parameters ?? [];
}

/** Whether a parameter takes an array as a whole, and not value by value. */
export function isWhole({ argumentType }: FunctionArgument): boolean {
	const type: string = argumentType;
	return type === 'RANGE' || type === 'ANY';
}

function isZero(expression: Expression): boolean {
	const type: string = expression.type;
	return type === 'EMPTY' || ('value' in expression && expression.value === 0);
}
