import {
	CellError,
	EmptyValue,
	ErrorType,
	FunctionArgumentType,
	FunctionPlugin,
	HyperFormula,
	SimpleRangeValue,
	type ImplementedFunctions,
	type SimpleCellAddress
} from 'hyperformula';
import { boundVectorization, combineIntoNewArrays, TOO_LARGE, TooLargeArray } from './array-arithmetic';
import { MAX_ARRAY_CELLS, MAX_FILLED_CELLS, type Fills } from './fills';
import { ALL_OF, ARRAY_OF, FILLS, ONE_OF, PART_OF } from './filling-text';
import { linesThrough } from './functions/reference/whole-lines';
import { isCallOf } from './functions/scope/closure';
import { boundLargeRanges } from './large-ranges';

/** Where the arrays of a calculation are kept. */
export interface FillContext {
	readonly fills: Fills;
}

type Expression = Parameters<FunctionPlugin['evaluateAst']>[0];
type Call = Expression & { readonly args: Parameters<FunctionPlugin['runFunction']>[0] };
type CallState = Parameters<FunctionPlugin['evaluateAst']>[1];
type Value = ReturnType<FunctionPlugin['evaluateAst']>;
type Single = Exclude<Value, SimpleRangeValue>;

/** What the library throws where a function is handed an array for each value of which it would give an array. */
const ARRAY_OF_ARRAYS = 'Function returning array cannot be vectorized.';

const ANY = { parameters: [{ argumentType: FunctionArgumentType.ANY }], vectorizationForbidden: true };

/** What lets one formula fill several cells: it is calculated in its corner, and the others take their part of it. */
class FillingFunctions extends FunctionPlugin {
	static override implementedFunctions: ImplementedFunctions = {
		[FILLS]: { method: 'fill', ...ANY },
		[ARRAY_OF]: { method: 'array', ...ANY },
		// A part may change where the value in the corner stays the same.
		[PART_OF]: { method: 'part', ...ANY, isVolatile: true },
		[ALL_OF]: { method: 'all', ...ANY, isVolatile: true },
		[ONE_OF]: { method: 'one', ...ANY }
	};

	constructor(interpreter: ConstructorParameters<typeof FunctionPlugin>[0]) {
		super(interpreter);
		combineIntoNewArrays(interpreter);
	}

	fill(call: Call, state: CallState): Single {
		const [formula] = call.args;
		const { fills } = this;
		const corner = state.formulaAddress;
		const values = this.#calculated(formula!, state);
		if (!(values instanceof SimpleRangeValue)) {
			fills.take(corner, undefined);
			return values;
		}
		if (isPositionedByCell(formula!, values)) {
			fills.take(corner, undefined);
			return beside(
				values,
				state,
				'INDEX gives more than one value here: to fill cells, write its 0 in the formula.'
			);
		}
		if (goesToTheEnd(formula!, values)) {
			fills.take(corner, undefined);
			return new CellError(ErrorType.SPILL, FILLS_LINES);
		}
		const count = values.width() * values.height();
		if (count > MAX_FILLED_CELLS) {
			fills.take(corner, undefined);
			return new CellError(ErrorType.NUM, fillsTooMany(count));
		}
		fills.take(corner, count > 1 ? values : undefined);
		const reason = fills.reasonBlocked(corner);
		return reason === undefined ? valueAt(values, 0, 0) : new CellError(ErrorType.SPILL, reason);
	}

	array({ args: [formula] }: Call, state: CallState): Value {
		const value = this.#calculated(formula!, state);
		return value instanceof SimpleRangeValue && goesToTheEnd(formula!, value)
			? new CellError(ErrorType.NUM, NAMES_LINES)
			: value;
	}

	part({ args: [reference] }: Call, state: CallState): Single {
		const corner = cornerIn(reference, state);
		const atCorner = this.evaluateAst(reference!, state);
		const values = corner && this.fills.valuesOf(corner);
		if (!corner || !values) return atCorner instanceof SimpleRangeValue ? EmptyValue : atCorner;
		// A loop through the corner leaves the array of the calculation before.
		if (atCorner instanceof CellError && atCorner.type === ErrorType.CYCLE) return atCorner;
		return valueAt(values, state.formulaAddress.row - corner.row, state.formulaAddress.col - corner.col);
	}

	all({ args: [reference] }: Call, state: CallState): Value {
		const corner = cornerIn(reference, state);
		const atCorner = this.evaluateAst(reference!, state);
		const values = corner && this.fills.valuesOf(corner);
		if (corner && values && !this.fills.reasonBlocked(corner)) {
			return atCorner instanceof CellError && atCorner.type === ErrorType.CYCLE ? atCorner : copyOf(values);
		}
		return atCorner instanceof CellError
			? atCorner
			: new CellError(ErrorType.REF, 'The cell before # fills no other cells: refer to it without #.');
	}

	one({ args: [argument] }: Call, state: CallState): Single {
		const value = this.evaluateAst(argument!, { ...state, arraysFlag: true });
		return value instanceof SimpleRangeValue
			? beside(
					value,
					state,
					'No cell of the range after @ stands in the row or column of this formula.',
					isCallOf(argument, ALL_OF) ? cornerIn(argument.args[0], state) : undefined
				)
			: value;
	}

	/** The value of a formula, or an error where an array in it is too large. */
	#calculated(formula: Expression, state: CallState): Value {
		try {
			const value = this.evaluateAst(formula, { ...state, arraysFlag: true });
			const isTooLarge =
				value instanceof SimpleRangeValue && value.width() * value.height() > MAX_ARRAY_CELLS;
			return isTooLarge ? new CellError(ErrorType.NUM, TOO_LARGE) : value;
		} catch (thrown) {
			if (thrown instanceof TooLargeArray) return new CellError(ErrorType.NUM, thrown.message);
			if (thrown instanceof Error && thrown.message === ARRAY_OF_ARRAYS) {
				return new CellError(
					ErrorType.VALUE,
					'An array stands where a function that gives an array needs one value.'
				);
			}
			throw thrown;
		}
	}

	private get fills(): Fills {
		return (this.config.context as FillContext).fills;
	}
}

const FILLS_LINES =
	'The result would fill whole columns or rows down to the end of the sheet: take a range with an end, or sum it up.';

const NAMES_LINES =
	'A name in this formula stands for a calculation with whole columns or rows: take a range with an end.';

/** Whether a result goes on to the end of the sheet, of which there is only what is in use. */
function goesToTheEnd(formula: Expression, { range }: SimpleRangeValue): boolean {
	const isWhole = range !== undefined && !(Number.isFinite(range.end.row) && Number.isFinite(range.end.col));
	return isWhole || linesThrough(formula) !== undefined;
}

function fillsTooMany(count: number): string {
	const [wanted, most] = [count, MAX_FILLED_CELLS].map((cells) => cells.toLocaleString('en-US'));
	return `The result would fill ${wanted} cells, and one formula can fill ${most}: take fewer, or sum them up.`;
}

/** Makes known what formulas fill cells with, for every calculation built from now on. */
export function offerFillingFunctions(): void {
	boundVectorization();
	boundLargeRanges();
	const names = Object.keys(FillingFunctions.implementedFunctions);
	HyperFormula.registerFunctionPlugin(FillingFunctions, {
		enGB: Object.fromEntries(names.map((name) => [name, name]))
	});
}

/**
 * Whether the formula is INDEX with a row or column number that a cell holds, and that came to 0: it was written for one
 * value, the one beside the formula, as workbooks from before Excel filled cells have it.
 */
function isPositionedByCell(formula: Expression, values: SimpleRangeValue): boolean {
	if (!('procedureName' in formula) || formula.procedureName !== 'INDEX' || values.isAdHoc()) return false;
	const [, row, column] = formula.args;
	const isCell = (argument: Expression | undefined) => argument !== undefined && 'reference' in argument;
	return (values.height() > 1 && isCell(row)) || (values.width() > 1 && isCell(column));
}

/** The value of a range, or of what fills cells from `start` on, beside the formula; the first of any other array. */
function beside(
	values: SimpleRangeValue,
	{ formulaAddress: at }: CallState,
	otherwise: string,
	start: SimpleCellAddress | undefined = values.range?.start
): Single {
	if (!start) return valueAt(values, 0, 0);
	const row = values.height() === 1 ? 0 : at.row - start.row;
	const column = values.width() === 1 ? 0 : at.col - start.col;
	const isInside = values.data[row]?.[column] !== undefined && start.sheet === at.sheet;
	return isInside ? valueAt(values, row, column) : new CellError(ErrorType.VALUE, otherwise);
}

function cornerIn(reference: Expression | undefined, state: CallState): SimpleCellAddress | undefined {
	return reference && 'reference' in reference
		? reference.reference.toSimpleCellAddress(state.formulaAddress)
		: undefined;
}

function valueAt(values: SimpleRangeValue, row: number, column: number): Single {
	return values.data[row]?.[column] ?? EmptyValue;
}

/** The calculation writes over arrays on the way to a result. */
function copyOf(values: SimpleRangeValue): SimpleRangeValue {
	return SimpleRangeValue.onlyValues(values.data.map((row) => [...row]));
}
