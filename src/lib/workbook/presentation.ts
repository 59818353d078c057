import type { Range } from './address';
import type { Content } from './content';

/** A colour as it is on white paper: `#` and six hexadecimal digits. Other themes derive theirs from it. */
export type Color = `#${string}`;

export const ALIGNMENTS = ['left', 'center', 'right'] as const;
export type Alignment = (typeof ALIGNMENTS)[number];

export const VERTICAL_ALIGNMENTS = ['top', 'middle', 'bottom'] as const;
export type VerticalAlignment = (typeof VERTICAL_ALIGNMENTS)[number];

export const BORDER_LINES = ['thin', 'thick', 'double', 'dashed'] as const;
export type BorderLine = (typeof BORDER_LINES)[number];

export const BORDER_SIDES = ['top', 'right', 'bottom', 'left'] as const;
export type BorderSide = (typeof BORDER_SIDES)[number];

/** How a cell was made to look, beside its number format. What is absent is as the sheet has it. */
export interface CellLook {
	readonly isBold?: boolean;
	readonly isItalic?: boolean;
	readonly isUnderlined?: boolean;
	readonly isStruck?: boolean;
	readonly color?: Color;
	readonly fill?: Color;
	readonly align?: Alignment;
	readonly verticalAlign?: VerticalAlignment;
	/** Whether a text that does not fit goes on in a line below. */
	readonly isWrapped?: boolean;
	readonly borders?: Readonly<Partial<Record<BorderSide, BorderLine>>>;
}

/** Neighbouring rows or columns, both ends included. Zero-based. */
export interface LineSpan {
	readonly from: number;
	readonly to: number;
}

/** Rows or columns that are shown and hidden together. Groups lie one in another or apart, never across. */
export interface LineGroup extends LineSpan {
	readonly isCollapsed: boolean;
}

export const FILTER_OPERATORS = [
	'equal',
	'not-equal',
	'greater',
	'at-least',
	'less',
	'at-most',
	'contains',
	'lacks',
	'begins',
	'ends'
] as const;
export type FilterOperator = (typeof FILTER_OPERATORS)[number];

/** One test of a filter. `value` is a typed text: a number or date is compared as such, a text in any case. */
export interface FilterTest {
	readonly operator: FilterOperator;
	readonly value: string;
}

/**
 * What a filter lets through in one column: some of the texts shown there, what passes one or two tests, so many of its
 * largest or least numbers (or so many per cent of them), or the numbers on one side of their average.
 */
export type FilterCondition =
	| { readonly kind: 'texts'; readonly texts: readonly string[]; readonly hasBlanks: boolean }
	| { readonly kind: 'tests'; readonly join: 'and' | 'or'; readonly tests: readonly FilterTest[] }
	| {
			readonly kind: 'rank';
			readonly end: 'top' | 'bottom';
			readonly count: number;
			readonly isPercent: boolean;
	  }
	| { readonly kind: 'average'; readonly side: 'above' | 'below' };

/** A filter over a range whose first row is the header. `hidden` is what it hid when it was last applied. */
export interface SheetFilter {
	readonly range: Range;
	/** By zero-based column of the sheet. */
	readonly columns: Readonly<Record<number, FilterCondition>>;
	readonly hidden: readonly LineSpan[];
}

export const RULE_OPERATORS = [
	'equal',
	'not-equal',
	'greater',
	'at-least',
	'less',
	'at-most',
	'between',
	'not-between',
	'contains',
	'lacks',
	'begins',
	'ends'
] as const;
export type RuleOperator = (typeof RULE_OPERATORS)[number];

export const CELL_TRAITS = ['blank', 'not-blank', 'error', 'not-error', 'duplicate', 'unique'] as const;
/** What a cell is in itself, or beside the other cells of its ranges. */
export type CellTrait = (typeof CELL_TRAITS)[number];

export const RELATIVE_STOPS = ['number', 'percent', 'percentile'] as const;

/**
 * Where a colour of a scale stands: at the least or the largest number of the ranges, at a number, at so many per cent of
 * the way from the least to the largest, or above so many per cent of all numbers.
 */
export type ScaleStop =
	| { readonly kind: 'least' | 'largest' }
	| { readonly kind: (typeof RELATIVE_STOPS)[number]; readonly value: number };

/** What a conditional format asks of a cell, and what it then looks like. */
export type ConditionalRule =
	/**
	 * Fills by where the number lies between stops: two colours, or three. Without stops they stand at the least number of
	 * the ranges, halfway, and at the largest.
	 */
	| { readonly kind: 'scale'; readonly colors: readonly Color[]; readonly stops?: readonly ScaleStop[] }
	/** `other` is the upper end of `between` and `not-between`. Contents may be formulas, written for the top left of the first range. */
	| {
			readonly kind: 'threshold';
			readonly operator: RuleOperator;
			readonly value: Content;
			readonly other?: Content;
			readonly look: CellLook;
	  }
	| { readonly kind: 'trait'; readonly trait: CellTrait; readonly look: CellLook }
	/** Looks so where the number is among so many, or so many per cent, of the largest or least ones of the ranges. */
	| {
			readonly kind: 'rank';
			readonly end: 'top' | 'bottom';
			readonly count: number;
			readonly isPercent: boolean;
			readonly look: CellLook;
	  }
	/** Looks so where the formula, written for the top left of the first range, is true. */
	| { readonly kind: 'formula'; readonly formula: string; readonly look: CellLook };

/** A look that depends on values. Earlier ones of a sheet go before later ones. */
export interface ConditionalFormat {
	readonly ranges: readonly Range[];
	readonly rule: ConditionalRule;
	/** Whether later ones are not tried where this one applies. */
	readonly isLast?: boolean;
}
