import type { SimpleRangeValue } from 'hyperformula';
import type { FunctionHelp } from '../../function-help';
import type { Conversion } from '../coercion/conversion';
import type { CellGraph, Grid } from './grid';
import type { Scalar } from './values';

/** How an argument is taken: a grid whole; the others as single values, calculated one by one where arrays are. */
export type ArgumentKind = 'grid' | 'value' | 'number' | 'flag';

/** A parameter of a function: its help, and how what is given for it is taken. */
export interface LookupParameter {
	readonly name: string;
	readonly description: string;
	readonly kind: ArgumentKind;
	readonly isOptional?: boolean;
	/** Whether an error that is given is a value like others; otherwise it is the answer. */
	readonly takesErrors?: boolean;
	/** What stands for it where it is left out. */
	readonly otherwise?: number | boolean;
	/** Whether an argument without anything between its commas counts as left out, not as 0 or FALSE. */
	readonly isEmptyLeftOut?: boolean;
	/** The longest text that it takes, in characters; unlimited where left out. */
	readonly longest?: number;
}

/** The longest text that lookups by VLOOKUP, HLOOKUP and MATCH and criteria take, in characters. */
export const LONGEST_KEY = 255;

/** One call of a function, its arguments by position. */
export interface Invocation {
	readonly count: number;
	readonly graph: CellGraph;
	isGiven(index: number): boolean;
	grid(index: number): Grid;
	value(index: number): Scalar;
	number(index: number): number;
	flag(index: number): boolean;
	/** Whether the argument is a range or an array, also one of a single value. */
	isArray(index: number): boolean;
	/** Whether the argument is a cell, range or name, whose texts and blanks count less than those in the formula itself. */
	isReference(index: number): boolean;
	/** Whether a row of a sheet is hidden by a filter or, unless only filters count, by hand. */
	isRowHidden(sheet: number, row: number, onlyByFilter: boolean): boolean;
	/** Whether it is one of many calls, one for each value of an array: only the first value of a block counts then. */
	readonly isOneOfMany: boolean;
	/** How what is looked for may be read as a number, such as a date or percentage in a text. */
	readonly conversion: Conversion;
	/** A part of a range, still a range; of an array, its values. */
	part(grid: Grid, top: number, left: number, height: number, width: number): SimpleRangeValue;
}

/** A function of formulas: its help and how it is calculated. */
export interface LookupFunction {
	readonly name: string;
	readonly category: string;
	readonly description: string;
	readonly parameters: readonly LookupParameter[];
	/** How many of the last parameters may be given again and again. */
	readonly repeated?: number;
	readonly example: string;
	readonly isVolatile?: boolean;
	answer(call: Invocation): Scalar | SimpleRangeValue;
}

/** The help of a function in the shape that all functions have. */
export function helpOf(one: LookupFunction): FunctionHelp {
	const { name, category, description, parameters, repeated = 0, example } = one;
	return {
		name,
		category,
		description,
		parameters: parameters.map((parameter, index) => ({
			name: parameter.name,
			description: parameter.description,
			isOptional: parameter.isOptional ?? false,
			isRepeated: index >= parameters.length - repeated
		})),
		examples: [example]
	};
}
