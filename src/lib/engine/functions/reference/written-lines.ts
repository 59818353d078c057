import { CellError, SimpleRangeValue } from 'hyperformula';
import { ENGINE_CALL } from '$lib/formula';
import { MAX_COLUMNS, MAX_ROWS } from '$lib/workbook';
import { TooLargeArray } from '../../array-arithmetic';
import { Closure, isCallOf, type Call, type Expression, type Value } from '../scope/closure';
import type { Scopes } from '../scope/scopes';
import { hasNames, mapped, partsOf, spelledOut } from '../scope/spelled-out';
import { isLines, isWhole, argumentsOf } from './lines';
import { passageThrough } from './passages';
import { refersByCall } from './refers';
import { isShaping } from './shapes';
import { refuseEveryPlace } from './whole-lines';

type ValueOf = (expression: Expression) => Value;

/**
 * A call with whole columns and rows written wherever they are meant: in place of names that LET and LAMBDA gave, and of
 * calls that refer to them. What comes to one value is written as that, to be calculated once.
 */
export function withLinesWritten(
	written: Call,
	scopes: Scopes,
	valueOf: ValueOf,
	isReferenceMeant = false
): Call {
	const call = spelledOut(written, scopes, wishFor(valueOf));
	if (!call.args.some(meansLines)) return call;
	let isChanged = false;
	const write = (expression: Expression, isInside: boolean): Expression => {
		if (!meansLines(expression)) return expression;
		if (!('procedureName' in expression)) return mapped(expression, (part) => write(part, true));
		const known = isInside ? writtenCall(expression, valueOf) : undefined;
		isChanged ||= known !== undefined;
		if (known) return known;
		if (isChoice(expression)) return expression;
		const args = expression.args.map((one, index) => (goesOn(expression, index) ? write(one, true) : one));
		return { ...expression, args };
	};
	const args = call.args.map((argument) => write(argument, isReferenceMeant));
	return isChanged ? { ...call, args } : call;
}

/** What an argument of a LAMBDA says of whole columns or rows, without names; undefined where it does not. */
export function linesSaid(
	argument: Expression,
	call: Call,
	scopes: Scopes,
	valueOf: ValueOf
): Expression | undefined {
	const [said] = spelledOut({ ...call, args: [argument] }, scopes, wishFor(valueOf)).args;
	return said && meansLines(said) && !hasNames(said) ? said : undefined;
}

function wishFor(valueOf: ValueOf) {
	return {
		wanted: meansLines,
		closureOf(expression: Expression) {
			const value = valueOf(expression);
			return value instanceof Closure ? value : undefined;
		}
	};
}

const meaning = new WeakMap<Expression, boolean>();

/** Whether whole columns or rows may stand in an expression. */
function meansLines(expression: Expression): boolean {
	let means = meaning.get(expression);
	if (means === undefined) {
		means = isLines(expression) || isCallOf(expression, 'INDIRECT') || partsOf(expression).some(meansLines);
		meaning.set(expression, means);
	}
	return means;
}

/** Whether an argument is gone through with the call that it is of, and not taken as a whole. */
function goesOn({ procedureName }: Call, index: number): boolean {
	if (isShaping(procedureName)) return true;
	const parameters = argumentsOf(procedureName);
	const parameter = parameters[index] ?? parameters.at(-1);
	return parameter !== undefined && !isWhole(parameter);
}

/** Of these only one argument may be calculated. */
function isChoice(expression: Expression): boolean {
	return (
		'procedureName' in expression && /^(IF|IFS|IFERROR|IFNA|SWITCH|CHOOSE)$/.test(expression.procedureName)
	);
}

/** What a call within a calculation refers to, or the one value that it comes to; undefined where it is neither. */
function writtenCall(call: Call, valueOf: ValueOf): Expression | undefined {
	if (isNameOrLambda(call) || isChoice(call)) return undefined;
	if (refersByCall(call)) {
		if (passageThrough(call)) return undefined;
		const value = valueOf(call);
		const found = isCallOf(call, 'XLOOKUP') ? passageThrough(call.args[2]!) : undefined;
		const isMany = found && value instanceof SimpleRangeValue;
		// Of a found column there is no more than what is in use.
		if (isMany && (found.isDown ? value.height() : value.width()) > 1) refuseEveryPlace();
		return referredLines(value);
	}
	if (passageThrough(call)) return undefined;
	const value = valueOf(call);
	if (typeof value === 'number') return { type: 'NUMBER', value } as Expression;
	if (typeof value === 'string') return { type: 'STRING', value } as Expression;
	if (isCallOf(call, ENGINE_CALL.call) && value instanceof SimpleRangeValue) refuseCalled();
	return value instanceof CellError && !(value instanceof Closure)
		? ({ type: 'ERROR', error: value } as unknown as Expression)
		: undefined;
}

function isNameOrLambda({ procedureName }: Call): boolean {
	return [ENGINE_CALL.name, ENGINE_CALL.late, 'LAMBDA', 'LET'].includes(procedureName);
}

/** The whole columns or rows that a value is of, as an expression. */
function referredLines(value: Value): Expression | undefined {
	const range = value instanceof SimpleRangeValue ? value.range : undefined;
	if (!range) return undefined;
	const { sheet, row, col } = range.start;
	if (row === 0 && range.end.row >= MAX_ROWS - 1) {
		const column = (at: number) => ({ sheet, toSimpleColumnAddress: () => ({ sheet, col: at }) });
		return lines('COLUMN_RANGE', column(col), column(range.end.col));
	}
	if (col > 0 || range.end.col < MAX_COLUMNS - 1) return undefined;
	const line = (at: number) => ({ sheet, toSimpleRowAddress: () => ({ sheet, row: at }) });
	return lines('ROW_RANGE', line(row), line(range.end.row));
}

function lines(type: string, start: object, end: object): Expression {
	return { type, start, end } as unknown as Expression;
}

function refuseCalled(): never {
	throw new TooLargeArray(
		'A LAMBDA in this formula gives an array of whole columns or rows: take a range with an end.'
	);
}
