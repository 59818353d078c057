import { HyperFormula, type FunctionArgument } from 'hyperformula';
import type { Expression } from '../scope/closure';

type Columns = Extract<Expression, { readonly start: { toSimpleColumnAddress: unknown } }>;
type Rows = Extract<Expression, { readonly start: { toSimpleRowAddress: unknown } }>;

/** The whole columns or whole rows that a formula calculates with. */
export type Lines = Columns | Rows;

/** Whether an expression is whole columns or rows. */
export function isLines(expression: Expression): expression is Lines {
	const type: string = expression.type;
	return type === 'COLUMN_RANGE' || type === 'ROW_RANGE';
}

/** Whether lines are columns; rows otherwise. */
export function areColumns(lines: Lines): lines is Columns {
	return 'toSimpleColumnAddress' in lines.start;
}

/** What a function takes, by the name that it is called by. */
export function argumentsOf(called: string): readonly FunctionArgument[] {
	const plugin = HyperFormula.getFunctionPlugin(called);
	return plugin?.implementedFunctions[plugin.aliases?.[called] ?? called]?.parameters ?? [];
}

/** Whether a parameter takes an array as a whole, and not value by value. */
export function isWhole({ argumentType }: FunctionArgument): boolean {
	const type: string = argumentType;
	return type === 'RANGE' || type === 'ANY';
}
