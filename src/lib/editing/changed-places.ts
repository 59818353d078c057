import {
	formatRange,
	MAX_COLUMNS,
	MAX_ROWS,
	placeOfName,
	sameRecord,
	type ConditionalFormat,
	type LineAxis,
	type LineSpan,
	type Place,
	type Range,
	type Sheet,
	type Workbook
} from '$lib/workbook';
import type { Command } from './command';
import type { InsertCopied, InsertLines } from './structure-commands';

/** Where something changed on a sheet; without ranges that is the sheet itself. */
export interface ChangedPlace {
	readonly sheet: string;
	readonly ranges: readonly Range[];
}

/** Where a step is to be seen when it was undone, and when it was done again. */
export interface StepPlaces {
	readonly undone: readonly ChangedPlace[];
	readonly redone: readonly ChangedPlace[];
}

/** More scattered cells than these are told as the one range that holds them. */
const MOST_SCATTERED = 500;

/**
 * Where a command changes a workbook as it was carried out; `created` is the id of the sheet that it adds, if it does, and
 * `before` the record of its sheet as it was.
 */
export function placesOf(workbook: Workbook, command: Command, created?: string, before?: Sheet): StepPlaces {
	switch (command.do) {
		case 'move-cells': {
			const { sheet, range, to } = command;
			const source = [{ sheet, ranges: [range] }];
			const last = {
				row: to.row + range.to.row - range.from.row,
				column: to.column + range.to.column - range.from.column
			};
			return { undone: source, redone: [{ sheet: to.sheet, ranges: [{ from: to, to: last }] }] };
		}
		case 'insert-copied':
			return placesOfInsert(command);
		case 'insert-lines':
			return { undone: placesIn(command.sheet, rangesOf(command)), redone: blankLines(command) };
		case 'set-filter': {
			const { sheet, filter } = command;
			const range = filter?.range ?? before?.filter?.range;
			return both(placesIn(sheet, range ? [range] : []));
		}
		case 'set-conditional-formats': {
			const { sheet, formats } = command;
			return both(placesIn(sheet, changedFormats(before?.conditionalFormats ?? [], formats)));
		}
		case 'duplicate-sheet':
			return { undone: wholeSheet(command.sheet), redone: wholeSheet(created) };
		case 'add-sheet':
			return both(wholeSheet(created));
		case 'rename-sheet':
		case 'move-sheet':
		case 'color-sheet':
			// Their tabs show it wherever one is.
			return both([]);
		case 'set-contents':
			return both(placesOfCells(command.cells));
		case 'restore-figure':
			return both(placesOfDriver(workbook, workbook.tables.figure.get(command.figure)?.name));
		case 'set-override':
		case 'clear-override':
			return both(placesOfDriver(workbook, command.name));
	}
	return both('sheet' in command ? placesIn(command.sheet, rangesOf(command)) : []);
}

const placesIn = (sheet: string, ranges: readonly Range[]): ChangedPlace[] => [{ sheet, ranges }];

const both = (places: readonly ChangedPlace[]): StepPlaces => ({ undone: places, redone: places });

const wholeSheet = (sheet: string | undefined): ChangedPlace[] =>
	sheet === undefined ? [] : [{ sheet, ranges: [] }];

function placesOfDriver(workbook: Workbook, name: string | undefined): ChangedPlace[] {
	const place = name === undefined ? undefined : placeOfName(workbook, name);
	return place ? placesOfCells([place]) : [];
}

function rangesOf(command: Command): readonly Range[] {
	if ('ranges' in command) return command.ranges;
	if ('range' in command) return [command.range];
	if ('address' in command) return [{ from: command.address, to: command.address }];
	if (command.do === 'resize-columns') return command.columns.map((at) => wholeLines('column', at, at));
	if (command.do === 'resize-rows') return command.rows.map((at) => wholeLines('row', at, at));
	if (!('lines' in command)) return [];
	const { axis, lines } = command;
	const spans: readonly LineSpan[] = 'from' in lines ? [lines] : lines;
	return spans.map(({ from, to }) => wholeLines(axis, from, to));
}

/** New lines of several spans: each lies behind those that came before it. */
function blankLines({ sheet, axis, lines }: InsertLines): ChangedPlace[] {
	const sorted = lines.toSorted((one, other) => one.from - other.from);
	let before = 0;
	const ranges = sorted.map(({ from, to }) => {
		const range = wholeLines(axis, from + before, to + before);
		before += to - from + 1;
		return range;
	});
	return placesIn(sheet, ranges);
}

/** Where copied cells were put, and where cut ones came from, which is closed after them where it lies in their line. */
function placesOfInsert({ sheet, at, by, source, isCut }: InsertCopied): StepPlaces {
	const { rows, columns } = source;
	const block = (row: number, column: number): Range => {
		const to = { row: row + rows.length - 1, column: column + columns.length - 1 };
		if (by === 'row' || by === 'column') return wholeLines(by, by === 'row' ? row : column, to[by]);
		return { from: { row, column }, to };
	};
	const put = placesIn(sheet, [block(at.row, at.column)]);
	if (!isCut) return both(put);
	const first = { row: rows[0]!, column: columns[0]! };
	const cut = placesIn(source.sheet, [block(first.row, first.column)]);
	if (source.sheet !== sheet) return { undone: [...cut, ...put], redone: [...put, ...cut] };
	const axis = by === 'down' ? 'row' : by === 'right' ? 'column' : by;
	const across = axis === 'row' ? 'column' : 'row';
	const isClosed = (by === axis || first[across] === at[across]) && first[axis] < at[axis];
	const count = axis === 'row' ? rows.length : columns.length;
	const landed = isClosed ? { ...at, [axis]: at[axis] - count } : at;
	return { undone: cut, redone: placesIn(sheet, [block(landed.row, landed.column)]) };
}

/** The ranges of those conditional formats that are not the same in both lists. */
function changedFormats(
	before: readonly ConditionalFormat[],
	after: readonly ConditionalFormat[]
): readonly Range[] {
	const without = (one: readonly ConditionalFormat[], other: readonly ConditionalFormat[]) =>
		one.filter((format) => !other.some((like) => sameRecord(like, format)));
	const changed = [...without(after, before), ...without(before, after)];
	// Where only their order changed it may be any of them.
	const ranges = (changed.length > 0 ? changed : after).flatMap((format) => format.ranges);
	return [...new Map(ranges.map((range) => [formatRange(range), range])).values()];
}

function wholeLines(axis: LineAxis, from: number, to: number): Range {
	return axis === 'row'
		? { from: { row: from, column: 0 }, to: { row: to, column: MAX_COLUMNS - 1 } }
		: { from: { row: 0, column: from }, to: { row: MAX_ROWS - 1, column: to } };
}

/** The cells of each sheet, as the ranges that they fill. */
function placesOfCells(cells: readonly Place[]): ChangedPlace[] {
	const bySheet = new Map<string, Place[]>();
	for (const cell of cells) {
		const others = bySheet.get(cell.sheet);
		if (others) others.push(cell);
		else bySheet.set(cell.sheet, [cell]);
	}
	return [...bySheet].map(([sheet, places]) => ({ sheet, ranges: filledRanges(places) }));
}

function filledRanges(cells: readonly Place[]): Range[] {
	const from = { row: MAX_ROWS, column: MAX_COLUMNS };
	const to = { row: 0, column: 0 };
	for (const { row, column } of cells) {
		from.row = Math.min(from.row, row);
		from.column = Math.min(from.column, column);
		to.row = Math.max(to.row, row);
		to.column = Math.max(to.column, column);
	}
	const area = (to.row - from.row + 1) * (to.column - from.column + 1);
	return area === cells.length || cells.length > MOST_SCATTERED ? [{ from, to }] : runsOf(cells);
}

/** Cells as ranges: down each column as far as one follows the other, and side by side where those are as long. */
function runsOf(cells: readonly Place[]): Range[] {
	const runs: Range[] = [];
	for (const { row, column } of cells.toSorted((a, b) => a.column - b.column || a.row - b.row)) {
		const last = runs.at(-1);
		if (last?.to.column === column && last.to.row === row - 1)
			runs[runs.length - 1] = grown(last, row, column);
		else runs.push({ from: { row, column }, to: { row, column } });
	}
	const blocks: Range[] = [];
	for (const run of runs) {
		const at = blocks.findIndex(
			({ from, to }) =>
				from.row === run.from.row && to.row === run.to.row && to.column === run.from.column - 1
		);
		if (at < 0) blocks.push(run);
		else blocks[at] = grown(blocks[at]!, run.to.row, run.to.column);
	}
	return blocks;
}

const grown = ({ from }: Range, row: number, column: number): Range => ({ from, to: { row, column } });
