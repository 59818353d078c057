import type { CellLook, Content, Place, Range, Settings } from '$lib/workbook';
import type { PresentationCommand } from './presentation-commands';
import type { StructureCommand } from './structure-commands';

/** How contents came about: it decides the words of the step in the history. */
export type ContentAct = 'type' | 'clear' | 'paste' | 'fill' | 'replace';

/** What a cell is to hold. A format and a look are set with it where they are given; `null` takes them away. */
export interface CellEdit extends Place {
	readonly content: Content;
	readonly format?: string | null;
	readonly look?: CellLook | null;
}

/**
 * Sets contents: typing, pasting, clearing and filling. Under a scenario other than the base, a driver's content becomes
 * an override of that scenario and `null` drops the override; every other cell changes for all scenarios.
 */
export interface SetContents {
	readonly do: 'set-contents';
	readonly cells: readonly CellEdit[];
	readonly scenario?: string;
	/** `type` where it is absent. */
	readonly act?: ContentAct;
	readonly merges?: PastedMerges;
	readonly conditions?: PastedConditions;
	readonly widened?: WidenedColumns;
}

/** Columns that get a width, in CSS pixels, in which what is set can be seen whole. */
export interface WidenedColumns {
	readonly sheet: string;
	readonly widths: Readonly<Record<number, number>>;
}

/** Ranges that a pasted block merges, in the place of those that lay whole within it. */
export interface PastedMerges {
	readonly sheet: string;
	readonly within: Range;
	readonly ranges: readonly Range[];
}

/** Conditional formats that pasted ranges get from a sheet: for each of its formats, where it applies then. */
export interface PastedConditions {
	readonly from: string;
	readonly to: string;
	readonly within: readonly Range[];
	readonly ranges: readonly (readonly Range[])[];
}

/** Moves a block of cells to another place, on the same sheet or another one. */
export interface MoveCells {
	readonly do: 'move-cells';
	readonly sheet: string;
	readonly range: Range;
	/** Where its top left goes. */
	readonly to: Place;
}

/** Sets the number format of ranges; `null` is General. Of whole rows and columns, that of cells up to the last in use. */
export interface SetFormat {
	readonly do: 'set-format';
	readonly sheet: string;
	readonly ranges: readonly Range[];
	readonly format: string | null;
	readonly widened?: WidenedColumns;
}

/** Sets the width of columns in CSS pixels, one for all or one for each; `null` is the default width. */
export interface ResizeColumns {
	readonly do: 'resize-columns';
	readonly sheet: string;
	readonly columns: readonly number[];
	readonly width: number | null | readonly (number | null)[];
}

/** Sets the height of rows in CSS pixels; `null` is the default height. */
export interface ResizeRows {
	readonly do: 'resize-rows';
	readonly sheet: string;
	readonly rows: readonly number[];
	readonly height: number | null;
}

/** Adds an empty sheet, at the end or before the sheet that now stands at `at`. Without a name it is numbered. */
export interface AddSheet {
	readonly do: 'add-sheet';
	readonly name?: string;
	readonly at?: number;
}

/** Renames a sheet and every reference to it. */
export interface RenameSheet {
	readonly do: 'rename-sheet';
	readonly sheet: string;
	readonly name: string;
}

/** Moves a sheet to another place in the order, counted from 0. */
export interface MoveSheet {
	readonly do: 'move-sheet';
	readonly sheet: string;
	readonly to: number;
}

/** Deletes a sheet with its cells and charts; references to it become `#REF!`. */
export interface DeleteSheet {
	readonly do: 'delete-sheet';
	readonly sheet: string;
}

/** Writes what was published back into a figure's cell, and drops its override in the scenario. */
export interface RestoreFigure {
	readonly do: 'restore-figure';
	readonly figure: string;
	readonly scenario?: string;
}

/** Adds a scenario, last in order, with overrides of drivers by name where any are given. */
export interface AddScenario {
	readonly do: 'add-scenario';
	readonly title: string;
	readonly reason?: string;
	readonly overrides?: Readonly<Record<string, Content>>;
}

/** Adds a scenario with the overrides of another, after it. */
export interface DuplicateScenario {
	readonly do: 'duplicate-scenario';
	readonly scenario: string;
	readonly title: string;
}

export interface RenameScenario {
	readonly do: 'rename-scenario';
	readonly scenario: string;
	readonly title: string;
	readonly reason?: string;
}

export interface DeleteScenario {
	readonly do: 'delete-scenario';
	readonly scenario: string;
}

/** Sets a driver under a scenario, the driver by its name. */
export interface SetOverride {
	readonly do: 'set-override';
	readonly scenario: string;
	readonly name: string;
	readonly content: Content;
}

/** Takes a driver back to its base under a scenario. */
export interface ClearOverride {
	readonly do: 'clear-override';
	readonly scenario: string;
	readonly name: string;
}

/** Renames a name wherever it stands: formulas, overrides, figures, assumptions, outputs and charts. */
export interface RenameName {
	readonly do: 'rename-name';
	readonly name: string;
	readonly to: string;
}

/** Lets a name stand for something else: a formula such as `=Figures!$C$6`. */
export interface RetargetName {
	readonly do: 'retarget-name';
	readonly name: string;
	readonly refersTo: string;
}

/** Adds a name for a formula such as `=Figures!$C$6`. */
export interface AddName {
	readonly do: 'add-name';
	readonly name: string;
	readonly refersTo: string;
}

/** Deletes a name: formulas that use it give `#NAME?`, overrides of it go. One that a record holds stays. */
export interface DeleteName {
	readonly do: 'delete-name';
	readonly name: string;
}

/** Changes what holds for the whole workbook. */
export interface SetSettings {
	readonly do: 'set-settings';
	readonly settings: Partial<Omit<Settings, 'id'>>;
}

/** Everything that can be done to a workbook. */
export type Command =
	| SetContents
	| MoveCells
	| SetFormat
	| ResizeColumns
	| ResizeRows
	| AddSheet
	| RenameSheet
	| MoveSheet
	| DeleteSheet
	| RestoreFigure
	| AddScenario
	| DuplicateScenario
	| RenameScenario
	| DeleteScenario
	| SetOverride
	| ClearOverride
	| RenameName
	| RetargetName
	| AddName
	| DeleteName
	| StructureCommand
	| PresentationCommand
	| SetSettings;
