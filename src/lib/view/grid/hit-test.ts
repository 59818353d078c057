import type { Axis } from './axis';

/** What lies under a point of the grid. `column-edge` is the edge by which that column is resized. */
export type Hit =
	| { readonly on: 'cell'; readonly row: number; readonly column: number }
	| { readonly on: 'row'; readonly row: number }
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
}

const GRIP = 5;

/** What lies under a point, in pixels from the grid's top left corner. */
export function hitTest(x: number, y: number, geometry: GridGeometry): Hit {
	const { headerWidth, headerHeight, columns, rows, left, top } = geometry;
	const row = rows.indexAt(y - headerHeight + top);
	if (x < headerWidth) return y < headerHeight ? { on: 'corner' } : { on: 'row', row };
	const across = x - headerWidth + left;
	const column = columns.indexAt(across);
	if (y >= headerHeight) return { on: 'cell', row, column };
	if (columns.offsetOf(column + 1) - across <= GRIP) return { on: 'column-edge', column };
	if (column > 0 && across - columns.offsetOf(column) < GRIP) {
		return { on: 'column-edge', column: column - 1 };
	}
	return { on: 'column', column };
}
