import type { Address, BorderLine, BorderSide, CellLook, ConditionalFormat, Range } from '$lib/workbook';

/** What changes of a look: a field with a value is set, one with `null` is taken away, one left out stays. */
export type LookChange = { readonly [K in keyof CellLook]?: CellLook[K] | null };

/**
 * Changes how the cells of ranges look. Of whole rows and columns, those up to the last cell in use. Where borders are
 * taken away, so are those that the cells around draw along the ranges.
 */
export interface SetLook {
	readonly do: 'set-look';
	readonly sheet: string;
	readonly ranges: readonly Range[];
	readonly look: LookChange;
	/** Borders along the edges of each range, on top of those of `look`. */
	readonly edges?: Readonly<Partial<Record<BorderSide, BorderLine>>>;
}

/** Takes looks and number formats away from the cells of ranges. */
export interface ClearFormats {
	readonly do: 'clear-formats';
	readonly sheet: string;
	readonly ranges: readonly Range[];
}

/** Shows the cells of a range as one, or as many again. Their contents stay. */
export interface MergeCells {
	readonly do: 'merge-cells';
	readonly sheet: string;
	readonly range: Range;
	readonly isMerged: boolean;
}

/** Writes a note on a cell; an empty one takes it away. */
export interface SetNote {
	readonly do: 'set-note';
	readonly sheet: string;
	readonly address: Address;
	readonly note: string;
}

/** Sets all conditional formats of a sheet, in the order in which they are tried. */
export interface SetConditionalFormats {
	readonly do: 'set-conditional-formats';
	readonly sheet: string;
	readonly formats: readonly ConditionalFormat[];
}

/** What changes how cells look. */
export type PresentationCommand = SetLook | ClearFormats | MergeCells | SetNote | SetConditionalFormats;
