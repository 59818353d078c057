import { HyperFormula } from 'hyperformula';
import { MAX_ROWS } from '$lib/workbook';
import type { Call, Expression } from '../scope/closure';

/** The range of whole columns that a formula calculates with. */
export type Columns = Extract<Expression, { readonly start: { toSimpleColumnAddress: unknown } }>;

/** The kinds of a parameter that takes an array as a whole, and not value by value. */
const WHOLE = new Set(['RANGE', 'ANY']);

function isColumns(expression: Expression): expression is Columns {
	const type: string = expression.type;
	return type === 'COLUMN_RANGE';
}

/** The first range of whole columns that an expression goes through row by row; undefined where there is none. */
export function columnsThrough(expression: Expression): Columns | undefined {
	let found: Columns | undefined;
	mapRows(expression, (columns) => {
		found ??= columns;
		return columns;
	});
	return found;
}

/** Whether an expression numbers the rows of whole columns. */
export function numbersRows(expression: Expression): boolean {
	let found = false;
	mapRows(expression, (columns, isNumbered) => {
		found ||= isNumbered;
		return columns;
	});
	return found;
}

/** What an expression is in a row, counted from 1, that holds nothing: its whole columns blank. */
export function inBlankRow(expression: Expression, row: number): Expression {
	return mapRows(expression, ({ start, end }, isNumbered) => {
		if (isNumbered) return { type: 'NUMBER', value: row } as Expression;
		const width = end.col - start.col + 1;
		const blank = { type: 'EMPTY' } as Expression;
		return width === 1
			? blank
			: ({ type: 'ARRAY', args: [Array.from({ length: width }, () => blank)] } as unknown as Expression);
	});
}

/** Row numbers that blank rows of columns can have; what differs between them depends on the row. */
export const BLANK_ROWS = [MAX_ROWS, MAX_ROWS - 1] as const;

/** The same expression with every range of whole columns replaced that it goes through row by row. */
function mapRows(
	expression: Expression,
	replace: (columns: Columns, isNumbered: boolean) => Expression
): Expression {
	if (isColumns(expression)) return replace(expression, false);
	if ('expression' in expression)
		return { ...expression, expression: mapRows(expression.expression, replace) };
	if ('left' in expression) {
		const [left, right] = [expression.left, expression.right].map((side) => mapRows(side, replace));
		return { ...expression, left: left!, right: right! };
	}
	if ('value' in expression && typeof expression.value === 'object')
		return { ...expression, value: mapRows(expression.value, replace) } as Expression;
	return 'procedureName' in expression ? mapCall(expression, replace) : expression;
}

function mapCall(call: Call, replace: (columns: Columns, isNumbered: boolean) => Expression): Expression {
	const [first] = call.args;
	if (call.procedureName === 'ROW' && first && isColumns(first)) return replace(first, true);
	const plugin = HyperFormula.getFunctionPlugin(call.procedureName);
	const { parameters = [] } = plugin?.implementedFunctions[call.procedureName] ?? {};
	if (parameters.length === 0) return call;
	const args = call.args.map((argument, index) => {
		const parameter = parameters[index] ?? parameters.at(-1)!;
		return WHOLE.has(parameter.argumentType) ? argument : mapRows(argument, replace);
	});
	return { ...call, args };
}
