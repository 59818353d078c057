import type { HyperFormula } from 'hyperformula';
import { partsOf } from './functions/scope/spelled-out';
import type { CallState, Expression } from './functions/scope/closure';

type Graph = Pick<HyperFormula['dependencyGraph'], 'getSheetHeight' | 'getSheetWidth'>;

/** How far the whole columns and rows of the formula under way are gone through, whatever sheet they are of. */
let reach = { rows: 0, columns: 0 };

/** Sheets that a formula has whole columns or rows of, by the formula; undefined stands for its own. */
const sheetsOf = new WeakMap<Expression, ReadonlySet<number | undefined>>();

/**
 * Calculates a formula with all its whole columns equally deep and its whole rows equally wide: sheets differ in what is
 * in use, but not in what a column has.
 */
export function withCommonReach<T>(
	formula: Expression,
	{ formulaAddress }: Pick<CallState, 'formulaAddress'>,
	graph: Graph,
	calculate: () => T
): T {
	const sheets = sheetsIn(formula);
	if (sheets.size < 2) return calculate();
	const before = reach;
	const all = [...sheets].map((sheet) => sheet ?? formulaAddress.sheet);
	reach = {
		rows: Math.max(...all.map((sheet) => graph.getSheetHeight(sheet))),
		columns: Math.max(...all.map((sheet) => graph.getSheetWidth(sheet)))
	};
	try {
		return calculate();
	} finally {
		reach = before;
	}
}

/** How many rows of whole columns are gone through: those in use, also of the other sheets of the formula. */
export function rowsGoneThrough(graph: Graph, sheet: number): number {
	return Math.max(reach.rows, graph.getSheetHeight(sheet));
}

/** How many columns of whole rows are gone through. */
export function columnsGoneThrough(graph: Graph, sheet: number): number {
	return Math.max(reach.columns, graph.getSheetWidth(sheet));
}

function sheetsIn(expression: Expression): ReadonlySet<number | undefined> {
	let sheets = sheetsOf.get(expression);
	if (!sheets) {
		const found = new Set<number | undefined>();
		collect(expression, found);
		sheetsOf.set(expression, (sheets = found));
	}
	return sheets;
}

function collect(expression: Expression, found: Set<number | undefined>): void {
	const type: string = expression.type;
	if ((type === 'COLUMN_RANGE' || type === 'ROW_RANGE') && 'start' in expression)
		found.add(expression.start.sheet);
	for (const part of partsOf(expression)) collect(part, found);
}
