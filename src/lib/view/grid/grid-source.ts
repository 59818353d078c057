import type { ShownCell } from '$lib/session/shown-cell';
import type { Range } from '$lib/workbook';

export { DEFAULT_COLUMN_WIDTH, DEFAULT_ROW_HEIGHT } from '$lib/session/sheet-source.svelte';
export type { ShownCell as CellView };

/**
 * What the grid shows: `rowCount` and `columnCount` are those worth scrolling over, widths and heights CSS pixels. All of it
 * is read while rendering, so that whatever is reactive in it keeps the grid up to date.
 */
export interface GridSource {
	readonly rowCount: number;
	readonly columnCount: number;
	/** How many rows and columns stay in view while the others scroll; none where it is left out. */
	readonly frozen?: { readonly rows: number; readonly columns: number };
	widthOf(column: number): number;
	heightOf(row: number): number;
	cellAt(row: number, column: number): ShownCell | undefined;
	/** The ranges shown as one cell that a row has a part in. */
	mergesIn(row: number): readonly Range[];
}

/** A range that a formula refers to, in the colour of its reference. */
export interface Highlight {
	readonly range: Range;
	readonly colorIndex: number;
}

/** What dragging makes of columns and rows, in CSS pixels. */
export const SIZE_LIMITS = { column: { least: 24, most: 1200 }, row: { least: 12, most: 800 } } as const;

const REFERENCE_COLORS = 8;

/** The colour of a reference, the same in the formula and in the grid. */
export function referenceColor(index: number): string {
	return `var(--s${(index % REFERENCE_COLORS) + 1})`;
}

/** The same colour, strong enough for letters. */
export function referenceTextColor(index: number): string {
	return `color-mix(in srgb, ${referenceColor(index)} 72%, var(--ink))`;
}

/** Whether a cell shows nothing, so that text beside it may run over it. */
export function isEmptyView(view: ShownCell | undefined): boolean {
	return view === undefined || view.state === 'blank';
}
