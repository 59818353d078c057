import { CellError, ErrorType, FunctionArgumentType, FunctionPlugin, SimpleRangeValue } from 'hyperformula';
import { ENGINE_CALL } from '$lib/formula';
import { MAX_COLUMNS, MAX_ROWS, type Range } from '$lib/workbook';
import { ALL_OF } from '../../filling-text';
import { nothingInCommon, outside, wrongValue } from '../lookup/failures';
import { scalarOf, type Given } from '../lookup/values';
import {
	isCallOf,
	isNothing,
	type Call,
	type CallState,
	type Expression,
	type Value
} from '../scope/closure';
import { heightOf, widthOf, type Area } from './area';
import { readA1, readR1C1, type SpelledReference } from './indirect-text';
import { mayRefer } from './refers';
import type { ToldContext } from './told-reads';

type Address = CallState['formulaAddress'];
type RangeExpression = Extract<Expression, { readonly start: unknown }>;

/** What the library keeps to itself of the names of a workbook. */
interface NamedExpressions {
	nearestNamedExpression(name: string, sheet: number): { readonly address: Address } | undefined;
}

export const WRONG_COUNT = new CellError(ErrorType.NA, 'Wrong number of arguments.');
const NO_REFERENCE = 'A reference to cells is needed here, not a value.';
const NUMBER = { argumentType: FunctionArgumentType.NUMBER };
const TEXT = { argumentType: FunctionArgumentType.STRING };
const FLAG = { argumentType: FunctionArgumentType.BOOLEAN };

/** What functions need that take references, whatever is in their cells. */
export abstract class ReferencePlugin extends FunctionPlugin {
	/** The cells that an expression refers to; an error where it is no reference, or one that leads nowhere. */
	protected areaOf(expression: Expression, state: CallState): Area | CellError {
		if ('expression' in expression) return this.areaOf(expression.expression, state);
		if ('procedureName' in expression && mayRefer(expression)) return this.#areaOfCall(expression, state);
		const from = state.formulaAddress;
		if ('reference' in expression) return areaOfCell(expression.reference.toSimpleCellAddress(from));
		if ('start' in expression) return areaBetween(expression, from);
		if ('expressionName' in expression) {
			const named = this.#formulaNamed(expression.expressionName, from.sheet);
			if (named) return this.areaOf(named.formula, { ...state, formulaAddress: named.at });
		}
		const value = this.evaluateAst(expression, state);
		if (value instanceof CellError) return value;
		if (!(value instanceof SimpleRangeValue)) return wrongValue(NO_REFERENCE);
		if (!value.range) return areaOfAll(expression, value, from) ?? wrongValue(NO_REFERENCE);
		const { start, end } = value.range;
		return {
			sheet: start.sheet,
			top: start.row,
			left: start.col,
			bottom: Math.min(end.row, MAX_ROWS - 1),
			right: Math.min(end.col, MAX_COLUMNS - 1)
		};
	}

	#areaOfCall(call: Call, state: CallState): Area | CellError {
		switch (call.procedureName) {
			case ENGINE_CALL.offset:
				return this.offsetArea(call, state);
			case ENGINE_CALL.range:
				return this.rangeArea(call, state);
			case ENGINE_CALL.common:
				return this.commonArea(call, state);
			case 'INDIRECT':
				return this.indirectArea(call, state);
			case 'INDEX':
				return this.#indexArea(call, state);
			case 'XLOOKUP':
				return this.#foundArea(call, state);
			default:
				return this.#chosenArea(call, state);
		}
	}

	protected offsetArea(call: Call, state: CallState): Area | CellError {
		const { args } = call;
		if (args.length < 3 || args.length > 5) return WRONG_COUNT;
		const area = this.areaOf(args[0]!, state);
		if (area instanceof CellError) return area;
		const sizes = [0, 0, heightOf(area), widthOf(area)];
		const [rows, columns, height, width] = sizes.map((otherwise, index) => {
			const argument = args[index + 1];
			return argument && !isNothing(argument) ? this.#wholeNumber(argument, state) : otherwise;
		}) as [number | CellError, number | CellError, number | CellError, number | CellError];
		for (const number of [rows, columns, height, width]) if (number instanceof CellError) return number;
		const [top, bottom] = ends(area.top + (rows as number), height as number);
		const [left, right] = ends(area.left + (columns as number), width as number);
		return height === 0 || width === 0
			? outside('OFFSET needs a height and a width other than 0.')
			: within({ sheet: area.sheet, top, left, bottom, right });
	}

	protected rangeArea(call: Call, state: CallState): Area | CellError {
		const first = this.areaOf(call.args[0]!, state);
		if (first instanceof CellError) return first;
		const last = this.areaOf(call.args[1]!, state);
		if (last instanceof CellError) return last;
		if (first.sheet !== last.sheet) return wrongValue('Both ends of a range must be on one sheet.');
		return within({
			sheet: first.sheet,
			top: Math.min(first.top, last.top),
			left: Math.min(first.left, last.left),
			bottom: Math.max(first.bottom, last.bottom),
			right: Math.max(first.right, last.right)
		});
	}

	/** The cells that two references have in common. */
	protected commonArea(call: Call, state: CallState): Area | CellError {
		const one = this.areaOf(call.args[0]!, state);
		if (one instanceof CellError) return one;
		const other = this.areaOf(call.args[1]!, state);
		if (other instanceof CellError) return other;
		const area = {
			sheet: one.sheet,
			top: Math.max(one.top, other.top),
			left: Math.max(one.left, other.left),
			bottom: Math.min(one.bottom, other.bottom),
			right: Math.min(one.right, other.right)
		};
		const isAny = one.sheet === other.sheet && area.top <= area.bottom && area.left <= area.right;
		return isAny ? area : nothingInCommon();
	}

	protected indirectArea(call: Call, state: CallState): Area | CellError {
		const { args } = call;
		if (args.length < 1 || args.length > 2) return WRONG_COUNT;
		const text = this.#scalar(args[0]!, TEXT, state);
		if (text instanceof CellError) return text;
		const isA1 = args.length === 1 || (!isNothing(args[1]!) && this.#scalar(args[1]!, FLAG, state));
		if (isA1 instanceof CellError) return isA1;
		const { row, col: column, sheet } = state.formulaAddress;
		const spelled = isA1 ? readA1(String(text)) : readR1C1(String(text), { row, column });
		const area = this.#areaOfSpelled(spelled, sheet);
		return area ? within(area) : outside(`“${String(text)}” refers to no cells of this workbook.`);
	}

	#indexArea(call: Call, state: CallState): Area | CellError {
		const area = this.areaOf(call.args[0]!, state);
		if (area instanceof CellError) return area;
		const numbers = call.args
			.slice(1, 3)
			.map((argument) => (isNothing(argument) ? 0 : this.#wholeNumber(argument, state)));
		for (const number of numbers) if (number instanceof CellError) return number;
		let [row = 0, column] = numbers as number[];
		if (column === undefined) [row, column] = heightOf(area) === 1 ? [0, row] : [row, 0];
		if (row < 0 || row > heightOf(area) || column < 0 || column > widthOf(area)) {
			return outside('INDEX points outside of its range.');
		}
		const top = row === 0 ? area.top : area.top + row - 1;
		const left = column === 0 ? area.left : area.left + column - 1;
		return {
			sheet: area.sheet,
			top,
			left,
			bottom: row === 0 ? area.bottom : top,
			right: column === 0 ? area.right : left
		};
	}

	/** The argument that IF or CHOOSE takes. */
	#chosenArea({ procedureName, args }: Call, state: CallState): Area | CellError {
		const [which, ...choices] = args;
		if (!which || choices.length === 0) return WRONG_COUNT;
		const isIf = procedureName === 'IF';
		const chosen = isIf ? this.#scalar(which, FLAG, state) : this.#wholeNumber(which, state);
		if (chosen instanceof CellError) return chosen;
		const choice = choices[isIf ? Number(!chosen) : Number(chosen) - 1];
		return choice ? this.areaOf(choice, state) : wrongValue(NO_REFERENCE);
	}

	/** The row or column of the cells to give that XLOOKUP finds. */
	#foundArea({ args }: Call, state: CallState): Area | CellError {
		const [wanted, among, given, , ...modes] = args;
		if (!wanted || !among || !given) return WRONG_COUNT;
		const [searched, area] = [this.areaOf(among, state), this.areaOf(given, state)];
		if (searched instanceof CellError) return searched;
		if (area instanceof CellError) return area;
		const search = { type: 'FUNCTION_CALL', procedureName: 'XMATCH', args: [wanted, among, ...modes] };
		const place = this.#wholeNumber(search as unknown as Expression, state);
		if (place instanceof CellError) return place;
		if (widthOf(searched) === 1) {
			const row = area.top + place - 1;
			return { ...area, top: row, bottom: row };
		}
		const column = area.left + place - 1;
		return { ...area, left: column, right: column };
	}

	#areaOfSpelled(spelled: SpelledReference | undefined, home: number): Area | undefined {
		if (!spelled) return undefined;
		if ('name' in spelled) {
			const refersTo = (this.config.context as ToldContext).refersTo(spelled.name);
			const named = refersTo === undefined ? undefined : readA1(refersTo.slice(1));
			return named && 'range' in named ? this.#areaOfSpelled(named, home) : undefined;
		}
		const { sheetName, range } = spelled;
		const sheet = sheetName === undefined ? home : this.dependencyGraph.sheetMapping.getSheetId(sheetName);
		return sheet === undefined ? undefined : areaOfRange(sheet, range);
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

	#wholeNumber(argument: Expression, state: CallState): number | CellError {
		const number = this.#scalar(argument, NUMBER, state);
		return number instanceof CellError ? number : Math.trunc(Number(number));
	}

	#scalar(argument: Expression, type: typeof NUMBER, state: CallState): Value {
		const value = this.evaluateAst(argument, state);
		if (value instanceof SimpleRangeValue && (value.width() > 1 || value.height() > 1) && state.arraysFlag)
			return wrongValue('A reference is told by one value here, not by several.');
		const first = value instanceof SimpleRangeValue ? value.data[0]![0]! : value;
		const read = this.coerceToType(scalarOf(first as Exclude<Given, SimpleRangeValue>), type, state);
		return (read as Value | undefined) ?? wrongValue('A value of another kind is needed here.');
	}
}

function isFormula(cell: object): cell is NonNullable<CallState['formulaVertex']> {
	return 'getFormula' in cell;
}

function areaOfCell({ sheet, row, col }: Address): Area {
	return { sheet, top: row, left: col, bottom: row, right: col };
}

function areaBetween({ start, end }: RangeExpression, from: Address): Area {
	if ('toSimpleCellAddress' in start && 'toSimpleCellAddress' in end) {
		const [first, last] = [start.toSimpleCellAddress(from), end.toSimpleCellAddress(from)];
		return { sheet: first.sheet, top: first.row, left: first.col, bottom: last.row, right: last.col };
	}
	if ('toSimpleColumnAddress' in start && 'toSimpleColumnAddress' in end) {
		const [first, last] = [start.toSimpleColumnAddress(from), end.toSimpleColumnAddress(from)];
		return { sheet: first.sheet, top: 0, left: first.col, bottom: MAX_ROWS - 1, right: last.col };
	}
	type Row = { toSimpleRowAddress(from: Address): { readonly sheet: number; readonly row: number } };
	const [first, last] = [start as Row, end as Row].map((row) => row.toSimpleRowAddress(from));
	return { sheet: first!.sheet, top: first!.row, left: 0, bottom: last!.row, right: MAX_COLUMNS - 1 };
}

/** The cells that a formula fills, where an expression stands for all of them. */
function areaOfAll(expression: Expression, values: SimpleRangeValue, from: Address): Area | undefined {
	const cell = isCallOf(expression, ALL_OF) ? expression.args[0] : undefined;
	if (!cell || !('reference' in cell)) return undefined;
	const corner = areaOfCell(cell.reference.toSimpleCellAddress(from));
	return {
		...corner,
		bottom: corner.top + values.height() - 1,
		right: corner.left + values.width() - 1
	};
}

function areaOfRange(sheet: number, { from, to }: Range): Area {
	return { sheet, top: from.row, left: from.column, bottom: to.row, right: to.column };
}

/** First and last line of so many from one on; upwards where the count is negative. */
function ends(first: number, count: number): [number, number] {
	return count > 0 ? [first, first + count - 1] : [first + count + 1, first];
}

function within(area: Area): Area | CellError {
	return area.top < 0 || area.left < 0 || area.bottom >= MAX_ROWS || area.right >= MAX_COLUMNS
		? outside('The reference leads out of the sheet.')
		: area;
}
