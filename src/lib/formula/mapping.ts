import { MAX_COLUMNS, MAX_ROWS, type Address, type SheetRange } from '$lib/workbook';

/** What a reference covers: single cells, or whole rows or columns, which stay whole. */
export type ReferenceExtent = 'cells' | 'rows' | 'columns';

/**
 * What a change of the workbook does to references: where what they meant is now, `null` where it is gone. What is left
 * out stays as it is. Sheets and names are compared in any case.
 */
export interface ReferenceMapping {
	readonly mapRange?: (range: SheetRange, extent: ReferenceExtent) => SheetRange | null;
	readonly mapSheet?: (sheetName: string) => string | null;
	readonly mapName?: (name: string) => string;
	/** What a name is called where a formula calls it as a function. */
	readonly mapCall?: (name: string) => string;
}

/** `count` rows or columns of a sheet, from index `at` on. */
export interface Lines {
	readonly sheetName: string;
	readonly axis: 'row' | 'column';
	readonly at: number;
	readonly count: number;
}

/** Blank rows or columns come in before index `at`: what stood there moves on, a range around them grows. */
export function mappingOfInsert({ sheetName, axis, at, count }: Lines): ReferenceMapping {
	const limit = limitOf(axis);
	return mapLines(sheetName, axis, (from, to) => {
		const first = from >= at ? from + count : from;
		const last = to >= at ? to + count : to;
		return first >= limit ? null : [first, Math.min(last, limit - 1)];
	});
}

/** Rows or columns go: references to them are gone, a range around them shrinks. */
export function mappingOfDelete({ sheetName, axis, at, count }: Lines): ReferenceMapping {
	return mapLines(sheetName, axis, (from, to) => {
		const first = from < at ? from : Math.max(at, from - count);
		const last = to < at ? to : to < at + count ? at - 1 : to - count;
		return first > last ? null : [first, last];
	});
}

/**
 * A block of cells moves to another place, on its sheet or another, over what stood there. A reference to a moved cell
 * follows; a range follows where all of it moves, or one end of it along its own rows or columns; a reference to what the
 * block covered is gone, unless it keeps its cell.
 */
export function mappingOfMove(
	from: SheetRange,
	to: Address & { readonly sheetName: string },
	keepsCovered = false
): ReferenceMapping {
	const rows = to.row - from.from.row;
	const columns = to.column - from.from.column;
	const target: SheetRange = {
		sheetName: to.sheetName,
		from: { row: to.row, column: to.column },
		to: { row: from.to.row + rows, column: from.to.column + columns }
	};
	const isSameSheet = sameWord(from.sheetName, to.sheetName);
	return {
		mapRange(range) {
			if (holds(from, range)) return { ...move(range, rows, columns), sheetName: to.sheetName };
			const grown =
				isSameSheet && sameWord(range.sheetName, from.sheetName)
					? moveEnds(range, from, rows, columns)
					: range;
			return grown === range && holds(target, range) && !keepsCovered ? null : grown;
		}
	};
}

/** A sheet gets another name. */
export function mappingOfSheetRename(from: string, to: string): ReferenceMapping {
	return { mapSheet: (sheetName) => (sameWord(sheetName, from) ? to : sheetName) };
}

/** A sheet goes, and with it all its cells. */
export function mappingOfSheetDelete(deleted: string): ReferenceMapping {
	return { mapSheet: (sheetName) => (sameWord(sheetName, deleted) ? null : sheetName) };
}

/** A name gets another name; with `isCalled` where it stands for a LAMBDA, and formulas call it. */
export function mappingOfNameRename(from: string, to: string, isCalled = false): ReferenceMapping {
	const mapName = (name: string) => (sameWord(name, from) ? to : name);
	return isCalled ? { mapName, mapCall: mapName } : { mapName };
}

/** Several mappings of ranges, each of what the one before gave. */
export function mappingInTurn(mappings: readonly ReferenceMapping[]): ReferenceMapping {
	return {
		mapRange: (range, extent) =>
			mappings.reduce<SheetRange | null>(
				(moved, { mapRange }) => moved && (mapRange ? mapRange(moved, extent) : moved),
				range
			)
	};
}

/** Whether two names of sheets or cells are the same, in any case. */
export function sameWord(a: string, b: string): boolean {
	return a === b || a.toLowerCase() === b.toLowerCase();
}

type MapEnds = (from: number, to: number) => readonly [number, number] | null;

function limitOf(axis: 'row' | 'column'): number {
	return axis === 'row' ? MAX_ROWS : MAX_COLUMNS;
}

function mapLines(sheetName: string, axis: 'row' | 'column', mapEnds: MapEnds): ReferenceMapping {
	return {
		mapRange(range, extent) {
			if (!sameWord(range.sheetName, sheetName)) return range;
			// A whole column has no end that rows could move.
			if (extent === (axis === 'row' ? 'columns' : 'rows')) return range;
			const ends = mapEnds(range.from[axis], range.to[axis]);
			return (
				ends && {
					...range,
					from: { ...range.from, [axis]: ends[0] },
					to: { ...range.to, [axis]: ends[1] }
				}
			);
		}
	};
}

function holds(outer: SheetRange, inner: SheetRange): boolean {
	return (
		sameWord(outer.sheetName, inner.sheetName) &&
		outer.from.row <= inner.from.row &&
		outer.to.row >= inner.to.row &&
		outer.from.column <= inner.from.column &&
		outer.to.column >= inner.to.column
	);
}

function move(range: SheetRange, rows: number, columns: number): SheetRange {
	return {
		...range,
		from: { row: range.from.row + rows, column: range.from.column + columns },
		to: { row: range.to.row + rows, column: range.to.column + columns }
	};
}

/** Moves the end of a range that a block takes with it: the block spans the range across, and moves along it. */
function moveEnds(range: SheetRange, block: SheetRange, rows: number, columns: number): SheetRange {
	for (const [axis, across, by, aside] of [
		['row', 'column', rows, columns],
		['column', 'row', columns, rows]
	] as const) {
		const spans = block.from[across] <= range.from[across] && block.to[across] >= range.to[across];
		if (!spans || aside !== 0 || by === 0) continue;
		const hasFirst = block.from[axis] <= range.from[axis] && block.to[axis] >= range.from[axis];
		const hasLast = block.from[axis] <= range.to[axis] && block.to[axis] >= range.to[axis];
		if (!hasFirst && !hasLast) continue;
		const first = range.from[axis] + (hasFirst ? by : 0);
		const last = range.to[axis] + (hasLast ? by : 0);
		return {
			...range,
			from: { ...range.from, [axis]: Math.min(first, last) },
			to: { ...range.to, [axis]: Math.max(first, last) }
		};
	}
	return range;
}
