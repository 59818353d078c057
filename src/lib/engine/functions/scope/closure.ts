import { CellError, EmptyValue, type ErrorType, type FunctionPlugin } from 'hyperformula';

/** A formula, or a part of one, as the calculation reads it. */
export type Expression = Parameters<FunctionPlugin['evaluateAst']>[0];
export type CallState = Parameters<FunctionPlugin['evaluateAst']>[1];
export type Call = Extract<Expression, { readonly procedureName: string }>;
/** What an expression comes to. */
export type Value = ReturnType<FunctionPlugin['evaluateAst']>;

/** What is given for a parameter of a LAMBDA, or for a name of LET. */
export interface Given {
	readonly isOmitted: boolean;
	/** Whether it is used in one place only, where nothing is written over it. */
	readonly isUsedOnce?: boolean;
	/** What was written for it, with its names as they are known before it. */
	readonly expression?: Expression;
	readonly value: () => Value;
}

/** What a name stands for that LET or LAMBDA gave. */
export interface Binding extends Given {
	readonly name: string;
	/** The names that were known before it. */
	readonly outer: Binding | undefined;
}

/** A parameter of a LAMBDA. */
export interface ClosureParameter {
	readonly name: string;
	readonly isOptional: boolean;
}

/** A LAMBDA with the names that were known where it stands. It passes for an error wherever it is not called. */
export class Closure extends CellError {
	constructor(
		readonly parameters: readonly ClosureParameter[],
		readonly body: Expression,
		readonly scope: Binding | undefined
	) {
		super('CALC' as ErrorType, 'A LAMBDA gives a value only when it is called, as in =LAMBDA(x,x+1)(5).');
	}

	/** It stays what it is on its way through the calculation. */
	override attachRootVertex(): CellError {
		return this;
	}
}

export function givenValue(value: Value): Given {
	return { isOmitted: false, value: () => value };
}

/** What stands for a parameter that a call leaves out. */
export const OMITTED: Given = { ...givenValue(EmptyValue as Value), isOmitted: true };

export function isNothing(expression: Expression): boolean {
	const type: string = expression.type;
	return type === 'EMPTY';
}

export function isCallOf(expression: Expression | undefined, name: string): expression is Call {
	return expression !== undefined && 'procedureName' in expression && expression.procedureName === name;
}

/** The text that an expression is; empty where it is anything else. */
export function textOf(expression: Expression): string {
	return 'value' in expression && typeof expression.value === 'string' ? expression.value : '';
}

/** Inside LET and LAMBDA, arrays are gone through value by value. */
export function inArrays(state: CallState): CallState {
	return state.arraysFlag ? state : { ...state, arraysFlag: true };
}
