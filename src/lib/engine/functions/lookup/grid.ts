import { CellError, EmptyValue, SimpleRangeValue, type FunctionPlugin } from 'hyperformula';
import { refuseTooLarge } from '../../array-arithmetic';
import { MAX_ARRAY_CELLS } from '../../fills';
import { scalarOf, type Given, type Scalar } from './values';

/** The graph of cells that a calculation reads from. */
export type CellGraph = FunctionPlugin['dependencyGraph'];

/** The rows and columns of an argument, read cell by cell: a range is never copied, and rows below the last one of its sheet cost nothing. */
export interface Grid {
	readonly height: number;
	readonly width: number;
	/** Rows below this one are blank throughout. */
	readonly filledHeight: number;
	/** Columns beyond this one are blank throughout. */
	readonly filledWidth: number;
	/** The range of cells that it stands for; undefined for a computed array. */
	readonly range: SimpleRangeValue['range'];
	at(row: number, column: number): Scalar;
	/** Where cells lie far apart, those that are there, row by row: places between them are not gone through. */
	readonly scattered: Iterable<{ row: number; column: number }> | undefined;
}

/** A grid over a range of cells, over a computed array or over a single value. */
export function gridOf(
	given: Given,
	graph: CellGraph,
	limits: { maxRows: number; maxColumns: number }
): Grid {
	if (!(given instanceof SimpleRangeValue)) return arrayGrid([[scalarOf(given)]]);
	const { range } = given;
	if (!range) return arrayGrid(given.data);
	const { sheet, row: top, col: left } = range.start;
	const height = Math.min(range.end.row, limits.maxRows - 1) - top + 1;
	const width = Math.min(range.end.col, limits.maxColumns - 1) - left + 1;
	const filledHeight = clamp(graph.getSheetHeight(sheet) - top, height);
	const filledWidth = clamp(graph.getSheetWidth(sheet) - left, width);
	const cells = graph.addressMapping;
	const address = { sheet, row: 0, col: 0 };
	return {
		height,
		width,
		filledHeight,
		filledWidth,
		range,
		at(row, column) {
			if (row >= filledHeight || column >= filledWidth) return EmptyValue;
			address.row = top + row;
			address.col = left + column;
			const value = cells.getCellValue(address);
			return value instanceof SimpleRangeValue ? (value.data[0]?.[0] as Scalar) : scalarOf(value);
		},
		get scattered() {
			if (filledHeight * filledWidth <= MAX_ARRAY_CELLS) return undefined;
			return range.addresses(graph).map(({ row, col }) => ({ row: row - top, column: col - left }));
		}
	};
}

function arrayGrid(rows: readonly (readonly Exclude<Given, SimpleRangeValue>[])[]): Grid {
	const height = rows.length;
	const width = rows[0]?.length ?? 0;
	return {
		height,
		width,
		filledHeight: height,
		filledWidth: width,
		range: undefined,
		at: (row, column) => scalarOf(rows[row]?.[column] ?? EmptyValue),
		scattered: undefined
	};
}

/** The size of a grid; of whole columns as far down as anything stands in them, of whole rows as far across. */
export function extentOf(grid: Grid): { height: number; width: number } {
	const { row, col } = grid.range?.end ?? { row: 0, col: 0 };
	return {
		height: row === Infinity ? Math.max(1, grid.filledHeight) : grid.height,
		width: col === Infinity ? Math.max(1, grid.filledWidth) : grid.width
	};
}

/** The values of a grid, row by row; for grids whose whole is wanted as a result. */
export function rowsOf(grid: Grid): Scalar[][] {
	const { height, width } = extentOf(grid);
	refuseTooLarge(height, width);
	return Array.from({ length: height }, (_, row) =>
		Array.from({ length: width }, (_, column) => grid.at(row, column))
	);
}

/** The first error among the values of a grid, row by row. */
export function firstError(grid: Grid): CellError | undefined {
	for (const value of filledValues(grid)) if (value instanceof CellError) return value;
	return undefined;
}

/** Every value of a grid that may not be blank, row by row. */
export function* filledValues(grid: Grid): Iterable<Scalar> {
	const { scattered } = grid;
	if (scattered) {
		for (const { row, column } of scattered) yield grid.at(row, column);
		return;
	}
	for (let row = 0; row < grid.filledHeight; row++) {
		for (let column = 0; column < grid.filledWidth; column++) yield grid.at(row, column);
	}
}

function clamp(count: number, most: number): number {
	return Math.max(0, Math.min(count, most));
}
