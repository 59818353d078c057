import type { Address, Color, Content, LineAxis, LineSpan, Range, SheetFilter } from '$lib/workbook';

/** Puts as many blank rows or columns in before each span as it is long. What stood there moves on, and references follow. */
export interface InsertLines {
	readonly do: 'insert-lines';
	readonly sheet: string;
	readonly axis: LineAxis;
	readonly lines: readonly LineSpan[];
}

/** Takes rows or columns away. References to them become `#REF!`. */
export interface DeleteLines {
	readonly do: 'delete-lines';
	readonly sheet: string;
	readonly axis: LineAxis;
	readonly lines: readonly LineSpan[];
}

/** Puts blank cells in where a range is: what stood there moves right or down, and references follow. */
export interface InsertCells {
	readonly do: 'insert-cells';
	readonly sheet: string;
	readonly range: Range;
	readonly shift: 'right' | 'down';
}

/** Makes room for copied or cut cells, by what moves right or down or by whole lines, and puts them there. */
export interface InsertCopied {
	readonly do: 'insert-copied';
	readonly sheet: string;
	/** Where their top left comes to lie. */
	readonly at: Address;
	readonly by: 'right' | 'down' | LineAxis;
	readonly source: {
		readonly sheet: string;
		readonly rows: readonly number[];
		readonly columns: readonly number[];
		/** What its cells held as they were copied, under the scenario on show; those of the base where it is absent. */
		readonly contents?: readonly (readonly Content[])[];
		/** The ranges of it that are shown as one cell, counted from its first row and column. */
		readonly merges?: readonly Range[];
	};
	readonly isCut: boolean;
}

/** Takes the cells of a range away: what stands right of or below them moves there. References to them become `#REF!`. */
export interface DeleteCells {
	readonly do: 'delete-cells';
	readonly sheet: string;
	readonly range: Range;
	readonly shift: 'left' | 'up';
}

/** Hides rows or columns, or shows them again. */
export interface HideLines {
	readonly do: 'hide-lines';
	readonly sheet: string;
	readonly axis: LineAxis;
	readonly lines: readonly LineSpan[];
	readonly isHidden: boolean;
}

/** Groups neighbouring rows or columns, so that they can be collapsed together. */
export interface GroupLines {
	readonly do: 'group-lines';
	readonly sheet: string;
	readonly axis: LineAxis;
	readonly lines: LineSpan;
}

/** Takes lines out of the innermost group that holds them all; what is left of the group on either side stays grouped. */
export interface UngroupLines {
	readonly do: 'ungroup-lines';
	readonly sheet: string;
	readonly axis: LineAxis;
	readonly lines: LineSpan;
}

/** Hides the lines of a group, or shows them again. */
export interface CollapseGroup {
	readonly do: 'collapse-group';
	readonly sheet: string;
	readonly axis: LineAxis;
	readonly lines: LineSpan;
	readonly isCollapsed: boolean;
}

/** Keeps the first rows and columns in view; zero of both lets go. */
export interface FreezePanes {
	readonly do: 'freeze-panes';
	readonly sheet: string;
	readonly rows: number;
	readonly columns: number;
}

/**
 * Puts the rows of a range into another order: `order` has, for each new place, the place that the row comes from, counted
 * from the range's first. Formulas keep reading their own row; references from elsewhere keep the place that they name.
 */
export interface ReorderRows {
	readonly do: 'reorder-rows';
	readonly sheet: string;
	readonly range: Range;
	readonly order: readonly number[];
}

/** Sets the filter of a sheet, with the rows that it leaves out; `null` takes it away and shows all. */
export interface SetFilter {
	readonly do: 'set-filter';
	readonly sheet: string;
	readonly filter: SheetFilter | null;
}

/** Adds a copy of a sheet after it: cells, looks and charts. References to the sheet itself stay within the copy. */
export interface DuplicateSheet {
	readonly do: 'duplicate-sheet';
	readonly sheet: string;
}

/** Colours the tab of a sheet; `null` takes the colour away. */
export interface ColorSheet {
	readonly do: 'color-sheet';
	readonly sheet: string;
	readonly color: Color | null;
}

/** Hides a sheet, or shows it again. One sheet is always shown. */
export interface HideSheet {
	readonly do: 'hide-sheet';
	readonly sheet: string;
	readonly isHidden: boolean;
}

/** What changes which lines, cells and sheets there are, where they lie, and which of them are in view. */
export type StructureCommand =
	| InsertLines
	| DeleteLines
	| InsertCells
	| InsertCopied
	| DeleteCells
	| HideLines
	| GroupLines
	| UngroupLines
	| CollapseGroup
	| FreezePanes
	| ReorderRows
	| SetFilter
	| DuplicateSheet
	| ColorSheet
	| HideSheet;
