import type { CellError, SimpleRangeValue } from 'hyperformula';

/** A value that is not a block; `null` for a blank cell. */
export type Scalar = number | string | boolean | CellError | null;

/** What a call hands over for one parameter. */
export interface Given {
	readonly value: Scalar | SimpleRangeValue;
	/** Whether it is a cell that the formula refers to: texts and booleans count less there than in the formula itself. */
	readonly isReference: boolean;
}

/** How texts become numbers and numbers texts. */
export interface Reading {
	/** Reads a text as a number, date, time or percentage; an error where it is none. */
	numberIn(text: string): number | CellError;
	/** A number as a text joins it. */
	textOf(value: number): string;
}

/** A parameter of a function: its help, and how what is given for it is read. */
export interface Parameter<T> {
	readonly name: string;
	readonly description: string;
	readonly isOptional?: boolean;
	/** Whether it may be given again and again; it is read as the list of all that is given. */
	readonly isRepeated?: boolean;
	/** Whether an error that is given is a value like others. */
	readonly takesErrors?: boolean;
	/** Whether nothing between its commas counts as left out, not as a blank. */
	readonly isEmptyLeftOut?: boolean;
	/** Whether a block is taken whole; otherwise the function is calculated for each of its cells where arrays are. */
	readonly takesBlock?: boolean;
	read(given: readonly Given[], reading: Reading): T | CellError;
}

/** What a function gives: one value, or a block of values. */
export type Answer = number | string | boolean | CellError | SimpleRangeValue;

/** What a function may know of the workbook. */
export interface Surroundings {
	/** What numbers that become texts are written in: a BCP 47 tag. */
	readonly locale: string;
}

/** A function of formulas: its help and how it is calculated. */
export interface NumericFunction {
	readonly name: string;
	/** Other names that formulas may call it by. */
	readonly aliases: readonly string[];
	readonly category: string;
	readonly description: string;
	readonly parameters: readonly Parameter<unknown>[];
	readonly example: string;
	/** Whether it gives a block of values: it takes single values only, where others are calculated for each of a block. */
	readonly givesBlock: boolean;
	answer(values: readonly unknown[], surroundings: Surroundings): Answer;
}

type Values<P extends readonly Parameter<unknown>[]> = {
	[K in keyof P]: P[K] extends Parameter<infer T> ? T : never;
};

interface Definition<P extends readonly Parameter<unknown>[]> {
	readonly name: string;
	readonly aliases?: readonly string[];
	readonly category: string;
	readonly description: string;
	readonly parameters: P;
	readonly example: string;
	readonly givesBlock?: boolean;
	readonly compute: (this: Surroundings, ...values: Values<P>) => Answer;
}

/** A function from its description; what it computes with has the types of its parameters. */
export function defineFunction<const P extends readonly Parameter<unknown>[]>(
	definition: Definition<P>
): NumericFunction {
	const { compute, aliases = [], givesBlock = false, ...rest } = definition;
	return {
		...rest,
		aliases,
		givesBlock,
		answer: (values, surroundings) => compute.call(surroundings, ...(values as Values<P>))
	};
}
