import { HyperFormula, type SimpleRangeValue } from 'hyperformula';
import { refuseTooLarge } from './array-arithmetic';
import { columnsGoneThrough, rowsGoneThrough } from './common-reach';
import { CONFIG } from './configuration';
import { MAX_ARRAY_CELLS } from './fills';

type Graph = HyperFormula['dependencyGraph'];
type Range = NonNullable<SimpleRangeValue['range']>;
type Address = Range['start'];
type Smaller = ReturnType<Graph['rangeMapping']['findSmallerRange']>;

/** Of a range with more cells than this only those are followed that are there; others are once they come. */
const FOLLOWED_CELLS = 10_000;

/** More places than this are not gone through one by one to find the cells among them. */
const PLACES_GONE_THROUGH = 1_000_000;

/** From more whole columns or rows than this, those that are not in use are left out of arrays. */
const WHOLE_LINES = 256;

let isBounded = false;

/**
 * Makes ranges cost what is in use of them, for every calculation built from now on. By itself the library makes a cell
 * for each place of a range, for all rows and columns up to the last of a sheet.
 */
export function boundLargeRanges(): void {
	if (isBounded) return;
	isBounded = true;
	const [range, columns, rows, graph] = prototypes();
	boundArrays(range!, columns!, rows!);
	followCellsInUse(range!, graph!);
}

/** What the library makes ranges of cells, of columns and of rows from, and its graphs: it hands out none of them itself. */
function prototypes(): object[] {
	const probe = HyperFormula.buildFromArray([['=SUM(A2:B3)', '=SUM(D:E)', '=SUM(5:6)']], CONFIG);
	const graph = probe.dependencyGraph;
	const ranges = [...graph.rangeMapping.rangesInSheet(0)].map(({ range }) => range);
	const found = ['0,0,1,1,2', '0,3,0,4,Infinity', '0,0,4,Infinity,5'].map((text) => {
		const range = ranges.find((one) => one.toString() === text);
		if (!range) throw new Error(`The library has no range ${text}.`);
		return prototypeOf(range);
	});
	probe.destroy();
	return [...found, prototypeOf(graph)];
}

/** Cuts ranges to what is in use where they become arrays, and refuses those that are too large even so. */
function boundArrays(ofCells: object, ofColumns: object, ofRows: object): void {
	const cutColumn = (isCut: (range: Range) => boolean) =>
		function (this: Range, graph: Graph): number {
			return isCut(this) ? lastInUse(this, graph).col : this.end.col;
		};
	const cutRow = (isCut: (range: Range) => boolean) =>
		function (this: Range, graph: Graph): number {
			return isCut(this) ? lastInUse(this, graph).row : this.end.row;
		};
	const isLarge = (range: Range) => range.size() > MAX_ARRAY_CELLS;
	replace(ofCells, 'effectiveEndColumn', cutColumn(isLarge));
	replace(ofCells, 'effectiveEndRow', cutRow(isLarge));
	replace(
		ofColumns,
		'effectiveEndColumn',
		cutColumn((range) => range.width() > WHOLE_LINES)
	);
	replace(
		ofRows,
		'effectiveEndRow',
		cutRow((range) => range.height() > WHOLE_LINES)
	);
	const width = function (this: Range, graph: Graph): number {
		return this.effectiveEndColumn(graph) - this.start.col + 1;
	};
	const height = function (this: Range, graph: Graph): number {
		return this.effectiveEndRow(graph) - this.start.row + 1;
	};
	replace(ofColumns, 'effectiveHeight', function (this: Range, graph: Graph): number {
		return rowsGoneThrough(graph, this.sheet);
	});
	replace(ofRows, 'effectiveWidth', function (this: Range, graph: Graph): number {
		return columnsGoneThrough(graph, this.sheet);
	});
	replace(ofCells, 'effectiveWidth', width);
	replace(ofCells, 'effectiveHeight', height);
	const map = Reflect.get(ofCells, 'addressesArrayMap') as Range['addressesArrayMap'];
	replace(ofCells, 'addressesArrayMap', function (this: Range, graph: Graph, take: (at: Address) => unknown) {
		refuseTooLarge(this.effectiveHeight(graph), this.effectiveWidth(graph));
		return map.call(this, graph, take as Parameters<typeof map>[1]);
	});
}

/** Links a large range to the cells in use only, and to others when they come, as the library does for whole columns. */
function followCellsInUse(ofCells: object, ofGraph: object): void {
	const addresses = Reflect.get(ofCells, 'addresses') as Range['addresses'];
	replace(ofCells, 'addresses', function (this: Range, graph: Graph): Address[] {
		if (this.size() <= FOLLOWED_CELLS) return addresses.call(this, graph);
		return isThin(this, graph) ? cellsThere(this, graph) : placesInUse(this, graph);
	});
	const process = Reflect.get(ofGraph, 'processCellDependencies') as Graph['processCellDependencies'];
	replace(ofGraph, 'processCellDependencies', function (this: Graph, ...given: Parameters<typeof process>) {
		for (const read of given[0]) if (isRange(read) && mustStayOpen(read, this)) keepOpen(read, this);
		process.apply(this, given);
	});
}

/** A range that cells may still come into. The library asks of each whether it has an end. */
function keepOpen(range: Range, { rangeMapping }: Graph): void {
	replace(range, 'isFinite', () => false);
	if (Object.hasOwn(rangeMapping, 'findSmallerRange')) return;
	const find = rangeMapping.findSmallerRange.bind(rangeMapping);
	// What an open range reads is not divided: cells that come are linked with all of it.
	replace(rangeMapping, 'findSmallerRange', (one: Range): Smaller =>
		isKeptOpen(one) ? { restRange: one } : find(one)
	);
}

function mustStayOpen(range: Range, graph: Graph): boolean {
	if (!range.isFinite() || range.size() <= FOLLOWED_CELLS) return false;
	const known = graph.getRange(range.start, range.end);
	if (known) return isKeptOpen(known.range);
	const last = lastInUse(range, graph);
	return last.row < range.end.row || last.col < range.end.col || isThin(range, graph);
}

function isKeptOpen(range: Range): boolean {
	return Object.hasOwn(range, 'isFinite');
}

function isThin(range: Range, graph: Graph): boolean {
	const last = lastInUse(range, graph);
	return (last.row - range.start.row + 1) * (last.col - range.start.col + 1) > PLACES_GONE_THROUGH;
}

function placesInUse(range: Range, graph: Graph): Address[] {
	const { sheet, row: top, col: left } = range.start;
	const last = lastInUse(range, graph);
	const places: Address[] = [];
	for (let row = top; row <= last.row; row++) {
		for (let col = left; col <= last.col; col++) places.push({ sheet, row, col });
	}
	return places;
}

function cellsThere(range: Range, graph: Graph): Address[] {
	const places: Address[] = [];
	for (const [at] of graph.addressMapping.sheetEntries(range.sheet)) {
		if (range.addressInRange(at)) places.push(at);
	}
	return places.sort((one, other) => one.row - other.row || one.col - other.col);
}

/** The last row and column of a range that the sheet has cells in; those of its first cell where it has none. */
function lastInUse({ start, end }: Range, graph: Graph): { row: number; col: number } {
	return {
		row: Math.max(start.row, Math.min(end.row, graph.getSheetHeight(start.sheet) - 1)),
		col: Math.max(start.col, Math.min(end.col, graph.getSheetWidth(start.sheet) - 1))
	};
}

function isRange(read: object): read is Range {
	return 'addressInRange' in read;
}

function prototypeOf(one: object): object {
	return Object.getPrototypeOf(one) as object;
}

function replace(of: object, name: string, value: unknown): void {
	Object.defineProperty(of, name, { value, configurable: true, writable: true });
}
