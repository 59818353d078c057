import {
	CellError,
	ErrorType,
	FunctionArgumentType,
	FunctionPlugin,
	HyperFormula,
	SimpleRangeValue,
	type ImplementedFunctions
} from 'hyperformula';
import { MAX_COLUMNS, MAX_ROWS } from '$lib/workbook';
import { MAX_ARRAY_CELLS } from '../../fills';
import { ALL_OF } from '../../filling-text';
import { wrongNumber, wrongValue } from './failures';
import { arrayOf } from './values';

type Expression = Parameters<FunctionPlugin['evaluateAst']>[0];
type Call = Expression & { readonly args: readonly Expression[] };
type CallState = Parameters<FunctionPlugin['evaluateAst']>[1];
type Value = ReturnType<FunctionPlugin['evaluateAst']>;
type Address = CallState['formulaAddress'];
type RangeExpression = Extract<Expression, { readonly start: unknown }>;

/** What the library keeps to itself of the names of a workbook. */
interface NamedExpressions {
	nearestNamedExpression(name: string, sheet: number): { readonly address: Address } | undefined;
}

/** Rows or columns that follow each other, counted from 0; ends included. */
interface Lines {
	readonly first: number;
	readonly last: number;
}

/** The rows and columns of a block of cells. */
interface Block {
	readonly rows: Lines;
	readonly columns: Lines;
}

/** Where cells stand is known without what is in them: a formula may ask for the place of its own cell. */
const PLACE = {
	parameters: [{ argumentType: FunctionArgumentType.ANY, optionalArg: true }],
	isDependentOnSheetStructureChange: true,
	doesNotNeedArgumentsToBeComputed: true,
	vectorizationForbidden: true
};

/** ROW and COLUMN, which number every row or column of a range where arrays are calculated with, and the first elsewhere. */
class PlaceFunctions extends FunctionPlugin {
	static override implementedFunctions: ImplementedFunctions = {
		ROW: { method: 'row', ...PLACE },
		COLUMN: { method: 'column', ...PLACE }
	};

	row({ args }: Call, state: CallState): Value {
		const block = this.#blockGiven(args, state);
		if (block instanceof CellError) return block;
		const numbers = numbersOf(block.rows, state);
		return Array.isArray(numbers) ? arrayOf(numbers.map((number) => [number])) : numbers;
	}

	column({ args }: Call, state: CallState): Value {
		const block = this.#blockGiven(args, state);
		if (block instanceof CellError) return block;
		const numbers = numbersOf(block.columns, state);
		return Array.isArray(numbers) ? arrayOf([numbers]) : numbers;
	}

	#blockGiven(args: readonly Expression[], state: CallState): Block | CellError {
		if (args.length > 1) return new CellError(ErrorType.NA, 'Wrong number of arguments.');
		return args[0] ? this.#blockOf(args[0], state, state.formulaAddress) : blockFrom(state.formulaAddress);
	}

	/** The cells that an expression refers to from a cell. */
	#blockOf(expression: Expression, state: CallState, from: Address): Block | CellError {
		if ('expression' in expression) return this.#blockOf(expression.expression, state, from);
		if ('reference' in expression) return blockFrom(expression.reference.toSimpleCellAddress(from));
		if ('start' in expression) return blockOfRange(expression, from);
		if ('expressionName' in expression) {
			const named = this.#formulaNamed(expression.expressionName, from.sheet);
			if (named) return this.#blockOf(named.formula, state, named.at);
		}
		const value = this.evaluateAst(expression, { ...state, formulaAddress: from });
		if (value instanceof CellError) return value;
		if (!(value instanceof SimpleRangeValue)) return noReference();
		if (value.range) return blockBetween(value.range.start, value.range.end);
		const corner = cornerOfAll(expression, from);
		return corner
			? blockBetween(corner, {
					...corner,
					row: corner.row + value.height() - 1,
					col: corner.col + value.width() - 1
				})
			: noReference();
	}

	/** What a name stands for, and the place that its references are counted from. */
	#formulaNamed(name: string, sheet: number): { formula: Expression; at: Address } | undefined {
		const names = Reflect.get(this.interpreter, 'namedExpressions') as NamedExpressions;
		const at = names.nearestNamedExpression(name, sheet)?.address;
		const cell = at && this.dependencyGraph.getCell(at);
		return cell && isFormula(cell)
			? { formula: cell.getFormula(this.dependencyGraph.lazilyTransformingAstService), at }
			: undefined;
	}
}

function blockOfRange({ start, end }: RangeExpression, from: Address): Block {
	if ('toSimpleCellAddress' in start && 'toSimpleCellAddress' in end) {
		return blockBetween(start.toSimpleCellAddress(from), end.toSimpleCellAddress(from));
	}
	if ('toSimpleColumnAddress' in start && 'toSimpleColumnAddress' in end) {
		const columns = {
			first: start.toSimpleColumnAddress(from).col,
			last: end.toSimpleColumnAddress(from).col
		};
		return { rows: { first: 0, last: MAX_ROWS - 1 }, columns };
	}
	const [first, last] = [start, end] as { toSimpleRowAddress(from: Address): { row: number } }[];
	const rows = { first: first!.toSimpleRowAddress(from).row, last: last!.toSimpleRowAddress(from).row };
	return { rows, columns: { first: 0, last: MAX_COLUMNS - 1 } };
}

function isFormula(cell: object): cell is NonNullable<CallState['formulaVertex']> {
	return 'getFormula' in cell;
}

/** The first cell of all that a formula fills, where an expression stands for them. */
function cornerOfAll(expression: Expression, from: Address): Address | undefined {
	if (!('procedureName' in expression) || expression.procedureName !== ALL_OF) return undefined;
	const [cell] = expression.args;
	return cell && 'reference' in cell ? cell.reference.toSimpleCellAddress(from) : undefined;
}

function blockFrom(at: Address): Block {
	return blockBetween(at, at);
}

function blockBetween(start: Address, end: Address): Block {
	return {
		rows: { first: start.row, last: Math.min(end.row, MAX_ROWS - 1) },
		columns: { first: start.col, last: Math.min(end.col, MAX_COLUMNS - 1) }
	};
}

/** The numbers of lines, counted from 1: each where arrays are calculated with, else that of the first. */
function numbersOf({ first, last }: Lines, { arraysFlag }: CallState): number[] | number | CellError {
	if (!arraysFlag || first === last) return first + 1;
	const count = last - first + 1;
	return count > MAX_ARRAY_CELLS
		? wrongNumber(
				`ROW and COLUMN number at most ${MAX_ARRAY_CELLS.toLocaleString('en-US')} rows or columns here: take a range with an end.`
			)
		: Array.from({ length: count }, (_, index) => first + 1 + index);
}

function noReference(): CellError {
	return wrongValue('ROW and COLUMN need a reference to cells.');
}

/** Makes ROW and COLUMN number all lines of a range, for every calculation built from now on. */
export function offerPlaceFunctions(): void {
	HyperFormula.registerFunctionPlugin(PlaceFunctions, { enGB: { ROW: 'ROW', COLUMN: 'COLUMN' } });
}
