import {
	CellError,
	ErrorType,
	FunctionArgumentType,
	FunctionPlugin,
	SimpleRangeValue,
	type ImplementedFunctions
} from 'hyperformula';
import { ENGINE_CALL, MAX_RANGE_CELLS } from '$lib/formula';
import { isFormula, MAX_COLUMNS, MAX_ROWS, type Content, type Range } from '$lib/workbook';
import { nothing, outside, wrongValue } from '../lookup/failures';
import { scalarOf, type Given } from '../lookup/values';
import {
	isCallOf,
	isNothing,
	textOf,
	type Call,
	type CallState,
	type Expression,
	type Value
} from '../scope/closure';
import { heightOf, keyOfArea, widthOf, type Area } from './area';
import { readA1, readR1C1, type SpelledReference } from './indirect-text';
import { keyOfCell, type ContentContext, type ToldContext } from './told-reads';

/** Ends a calculation that needs cells which it has not been told to wait for. */
class NotWaitedFor extends Error {}

/** The formula that is being calculated: the references that it waits for, and those that it turned out to read. */
interface Reading {
	readonly waitedFor: ReadonlyMap<string, Expression>;
	readonly found: Set<string>;
}

const WRONG_COUNT = new CellError(ErrorType.NA, 'Wrong number of arguments.');
const NOT_HERE = 'References that are calculated cannot be used here: write the formula into a cell.';
const NO_REFERENCE = 'A reference to cells is needed here, not a value.';
const NUMBER = { argumentType: FunctionArgumentType.NUMBER };
const TEXT = { argumentType: FunctionArgumentType.STRING };
const FLAG = { argumentType: FunctionArgumentType.BOOLEAN };

/** What is typed into a cell may change where its value stays, so that nothing tells when to look again. */
const TYPED = { parameters: [], isVolatile: true, doesNotNeedArgumentsToBeComputed: true };
const REFERENCES = new Set(['CELL_REFERENCE', 'CELL_RANGE', 'COLUMN_RANGE', 'ROW_RANGE', 'NAMED_EXPRESSION']);
const GIVE_REFERENCES = new Set<string>([ENGINE_CALL.offset, ENGINE_CALL.range, 'INDIRECT', 'INDEX']);

/** OFFSET, INDIRECT and ranges whose ends are calculated; and what tells of the cells that are referred to. */
export class ReferenceFunctions extends FunctionPlugin {
	static override implementedFunctions: ImplementedFunctions = {
		[ENGINE_CALL.reads]: { method: 'reads', parameters: [] },
		[ENGINE_CALL.offset]: { method: 'offset', parameters: [] },
		[ENGINE_CALL.range]: { method: 'range', parameters: [] },
		INDIRECT: { method: 'indirect', parameters: [] },
		ISREF: { method: 'isReference', parameters: [], doesNotNeedArgumentsToBeComputed: true },
		FORMULATEXT: { method: 'formulaText', ...TYPED },
		ISFORMULA: { method: 'isFormulaIn', ...TYPED }
	};

	#reading: Reading | undefined;

	/** Calculates a formula and keeps what it read, so that the next calculation waits for that. */
	reads(call: Call, state: CallState): Value {
		const [formula, ...told] = call.args;
		const waitedFor = new Map<string, Expression>();
		for (let index = 0; index + 1 < told.length; index += 2)
			waitedFor.set(textOf(told[index]!), told[index + 1]!);
		const found = new Set<string>();
		this.#reading = { waitedFor, found };
		try {
			return this.evaluateAst(formula!, state);
		} catch (thrown) {
			if (thrown instanceof NotWaitedFor) return wrongValue(NOT_HERE);
			throw thrown;
		} finally {
			this.#reading = undefined;
			const { toldReads } = this.config.context as ToldContext;
			toldReads.set(keyOfCell(state.formulaAddress), [...found].sort());
		}
	}

	offset(call: Call, state: CallState): Value {
		return this.#read(this.#offsetArea(call, state), state);
	}

	range(call: Call, state: CallState): Value {
		return this.#read(this.#rangeArea(call, state), state);
	}

	indirect(call: Call, state: CallState): Value {
		return this.#read(this.#indirectArea(call, state), state);
	}

	isReference(call: Call, state: CallState): Value {
		let [argument] = call.args;
		if (!argument || call.args.length > 1) return WRONG_COUNT;
		while ('expression' in argument) argument = argument.expression;
		const isCall = 'procedureName' in argument && GIVE_REFERENCES.has(argument.procedureName);
		return isCall ? !(this.#areaOf(argument, state) instanceof CellError) : REFERENCES.has(argument.type);
	}

	formulaText(call: Call, state: CallState): Value {
		const content = this.#contentGiven(call, state);
		if (content instanceof CellError) return content;
		return isFormula(content) ? content : nothing('There is no formula in the cell.');
	}

	isFormulaIn(call: Call, state: CallState): Value {
		const content = this.#contentGiven(call, state);
		return content instanceof CellError ? content : isFormula(content);
	}

	/** What was typed into the first cell that a call is given. */
	#contentGiven({ args }: Call, state: CallState): Content | CellError {
		if (args.length !== 1) return WRONG_COUNT;
		const area = this.#areaOf(args[0]!, state);
		if (area instanceof CellError) return area;
		const sheetName = this.dependencyGraph.sheetMapping.getSheetName(area.sheet);
		return sheetName === undefined
			? null
			: (this.config.context as ContentContext).contentOf(sheetName, area.top, area.left);
	}

	/** The cells that an expression refers to; an error where it is no reference, or one that leads nowhere. */
	#areaOf(expression: Expression, state: CallState): Area | CellError {
		if ('expression' in expression) return this.#areaOf(expression.expression, state);
		if (isCallOf(expression, ENGINE_CALL.offset)) return this.#offsetArea(expression, state);
		if (isCallOf(expression, ENGINE_CALL.range)) return this.#rangeArea(expression, state);
		if (isCallOf(expression, 'INDIRECT')) return this.#indirectArea(expression, state);
		if (isCallOf(expression, 'INDEX')) return this.#indexArea(expression, state);
		if ('reference' in expression) {
			const { sheet, row, col } = expression.reference.toSimpleCellAddress(state.formulaAddress);
			return { sheet, top: row, left: col, bottom: row, right: col };
		}
		const value = this.evaluateAst(expression, state);
		if (value instanceof CellError) return value;
		const range = value instanceof SimpleRangeValue ? value.range : undefined;
		if (!range) return wrongValue(NO_REFERENCE);
		const { start, end } = range;
		return {
			sheet: start.sheet,
			top: start.row,
			left: start.col,
			bottom: Math.min(end.row, MAX_ROWS - 1),
			right: Math.min(end.col, MAX_COLUMNS - 1)
		};
	}

	#offsetArea(call: Call, state: CallState): Area | CellError {
		const { args } = call;
		if (args.length < 3 || args.length > 5) return WRONG_COUNT;
		const area = this.#areaOf(args[0]!, state);
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

	#rangeArea(call: Call, state: CallState): Area | CellError {
		const first = this.#areaOf(call.args[0]!, state);
		if (first instanceof CellError) return first;
		const last = this.#areaOf(call.args[1]!, state);
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

	#indexArea(call: Call, state: CallState): Area | CellError {
		const area = this.#areaOf(call.args[0]!, state);
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

	#indirectArea(call: Call, state: CallState): Area | CellError {
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

	#wholeNumber(argument: Expression, state: CallState): number | CellError {
		const number = this.#scalar(argument, NUMBER, state);
		return number instanceof CellError ? number : Math.trunc(Number(number));
	}

	#scalar(argument: Expression, type: typeof NUMBER, state: CallState): Value {
		const value = this.evaluateAst(argument, state);
		const first = value instanceof SimpleRangeValue ? value.data[0]![0]! : value;
		const read = this.coerceToType(scalarOf(first as Exclude<Given, SimpleRangeValue>), type, state);
		return (read as Value | undefined) ?? wrongValue('A value of another kind is needed here.');
	}

	#read(area: Area | CellError, state: CallState): Value {
		if (area instanceof CellError) return area;
		if (!this.#reading) return wrongValue(NOT_HERE);
		const key = keyOfArea(area);
		this.#reading.found.add(key);
		const reference = this.#reading.waitedFor.get(key);
		if (!reference) throw new NotWaitedFor();
		return this.evaluateAst(reference, state);
	}
}

function areaOfRange(sheet: number, { from, to }: Range): Area {
	return { sheet, top: from.row, left: from.column, bottom: to.row, right: to.column };
}

/** First and last line of so many from one on; upwards where the count is negative. */
function ends(first: number, count: number): [number, number] {
	return count > 0 ? [first, first + count - 1] : [first + count + 1, first];
}

function within(area: Area): Area | CellError {
	if (area.top < 0 || area.left < 0 || area.bottom >= MAX_ROWS || area.right >= MAX_COLUMNS) {
		return outside('The reference leads out of the sheet.');
	}
	const isWhole = heightOf(area) === MAX_ROWS || widthOf(area) === MAX_COLUMNS;
	return isWhole || heightOf(area) * widthOf(area) <= MAX_RANGE_CELLS
		? area
		: outside(`The reference covers more than ${MAX_RANGE_CELLS.toLocaleString('en-US')} cells: take fewer.`);
}
