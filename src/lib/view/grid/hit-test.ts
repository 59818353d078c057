import type { Axis } from './axis';

/** What lies under a point of the grid. The edges are those by which that column or row is resized. */
export type Hit =
	| { readonly on: 'cell'; readonly row: number; readonly column: number }
	| { readonly on: 'row' | 'row-edge'; readonly row: number }
	| { readonly on: 'column' | 'column-edge'; readonly column: number }
	| { readonly on: 'corner' };

/** The grid as a point is looked up in it: sizes of the headers, axes, and how far the sheet lies scrolled. */
export interface GridGeometry {
	readonly headerWidth: number;
	readonly headerHeight: number;
	readonly columns: Axis;
	readonly rows: Axis;
	readonly left: number;
	readonly top: number;
	/** What stays in view of the first rows and columns; 0 where it is left out. */
	readonly frozenWidth?: number;
	readonly frozenHeight?: number;
}

const COLUMN_GRIP = 5;
const ROW_GRIP = 4;

/** What lies under a point, in pixels from the grid's top left corner. */
export function hitTest(x: number, y: number, geometry: GridGeometry): Hit {
	const { headerWidth, headerHeight, columns, rows, frozenWidth = 0, frozenHeight = 0 } = geometry;
	const left = x - headerWidth < frozenWidth ? 0 : geometry.left;
	const top = y - headerHeight < frozenHeight ? 0 : geometry.top;
	const down = y - headerHeight + top;
	const row = rows.indexAt(down);
	if (x < headerWidth) {
		if (y < headerHeight) return { on: 'corner' };
		const edge = edgeUnder(rows, row, down, ROW_GRIP);
		return edge === undefined ? { on: 'row', row } : { on: 'row-edge', row: edge };
	}
	const across = x - headerWidth + left;
	const column = columns.indexAt(across);
	if (y >= headerHeight) return { on: 'cell', row, column };
	const edge = edgeUnder(columns, column, across, COLUMN_GRIP);
	return edge === undefined ? { on: 'column', column } : { on: 'column-edge', column: edge };
}

/** The line whose end lies near an offset within a line; where hidden ones end there too, the one before them. */
function edgeUnder(axis: Axis, line: number, offset: number, grip: number): number | undefined {
	if (axis.offsetOf(line + 1) - offset <= grip) return line;
	if (offset - axis.offsetOf(line) >= grip) return undefined;
	let before = line - 1;
	while (before >= 0 && axis.sizeOf(before) === 0) before -= 1;
	return before < 0 ? undefined : before;
}
