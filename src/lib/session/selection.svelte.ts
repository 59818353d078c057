import {
	isWholeColumns,
	isWholeRows,
	rangeBetween,
	rangeHolds,
	type Address,
	type LineAxis,
	type Range
} from '$lib/workbook';
import { currentRegion } from './current-region';
import { around, isOneCell, isSameRange, withMerges } from './selected-ranges';
import { nextShownInRanges } from './selection-cycle';
import { edgeFrom, landmarkFrom, LAST, stepFrom, withinSheet } from './selection-steps';

export type Direction = 'up' | 'down' | 'left' | 'right';

/** Places of a sheet that a key leads to. */
export type Landmark = 'row-start' | 'row-end' | 'sheet-start' | 'sheet-end';

/** Where the selection goes when an edit is taken: by Tab and Enter within a run or a range, or one cell further. */
export type Departure = 'tab' | 'tab-back' | 'enter' | 'enter-back' | Direction | 'stay';

/** What a selection needs to know of the sheet on show. */
export interface SelectionHost {
	isBlank(address: Address): boolean;
	/** Rows and columns up to the last cell that holds anything. */
	usedSize(): { readonly rows: number; readonly columns: number };
	/** Whether a row or column is not shown: keys pass over it. */
	isHidden(axis: LineAxis, index: number): boolean;
	/** Ranges that are shown as one cell: they are selected whole. */
	merges(): readonly Range[];
	/** How many rows and columns stay in view. */
	frozen(): { readonly rows: number; readonly columns: number };
}

/** A selected block as it was made: it grows from its anchor to its focus. */
interface SelectedBlock {
	readonly anchor: Address;
	readonly focus: Address;
}

interface SheetSelection {
	readonly active: Address;
	/** The last one is the one that grows. */
	readonly blocks: readonly SelectedBlock[];
	/** Which of them Tab and Enter go round in, where that is not the last. */
	readonly cycled?: number;
}

const ORIGIN: Address = { row: 0, column: 0 };
const AT_ORIGIN: SheetSelection = { active: ORIGIN, blocks: [{ anchor: ORIGIN, focus: ORIGIN }] };

/** Which cells are selected on the sheet on show, and which one of them is active. Each sheet keeps its own. */
export class Selection {
	#host: SelectionHost;
	#sheet = $state('');
	#now = $state.raw<SheetSelection>(AT_ORIGIN);
	/** The selections of other sheets, that of the sheet which was left last behind them all. */
	#others = new Map<string, SheetSelection>();
	/** The column where a run of Tab began, to which Enter returns. */
	#tabColumn: number | undefined;
	/** Whether moving adds a range and leaves those there are, as Shift+F8 switches it. */
	isAdding = $state(false);
	/** Whether moving lets the range grow, as F8 switches it. */
	isExtending = $state(false);

	constructor(host: SelectionHost, sheet: string) {
		this.#host = host;
		this.#sheet = sheet;
	}

	/** The id of the sheet on show. */
	get sheet(): string {
		return this.#sheet;
	}

	/** The cell that keys and typing go to. */
	get active(): Address {
		return this.#now.active;
	}

	/** The corner that the range grows from. */
	get anchor(): Address {
		return this.#now.blocks.at(-1)!.anchor;
	}

	/** The corner that moves as the range grows. */
	get focus(): Address {
		return this.#now.blocks.at(-1)!.focus;
	}

	/** Every selected range, in the order in which they were made. */
	get ranges(): readonly Range[] {
		return this.#now.blocks.map(({ anchor, focus }) => this.#rangeOf(anchor, focus));
	}

	/** The range that grows. Whole rows and columns reach to the sheet's limits. */
	get range(): Range {
		return this.#rangeOf(this.anchor, this.focus);
	}

	/** Of whole rows and columns merged ranges may reach out. */
	#rangeOf(anchor: Address, focus: Address): Range {
		const range = rangeBetween(anchor, focus);
		return isWholeRows(range) || isWholeColumns(range) ? range : withMerges(range, this.#host.merges());
	}

	/** The merged range that holds a cell, or the cell alone. */
	cellAt(address: Address): Range {
		const merged = this.#host.merges().find((range) => rangeHolds(range, address));
		return merged ?? { from: address, to: address };
	}

	get isSingleCell(): boolean {
		return this.#now.blocks.length === 1 && isSameRange(this.range, this.cellAt(this.range.from));
	}

	get hasWholeRows(): boolean {
		const { from, to } = this.range;
		return from.column === 0 && to.column === LAST.column;
	}

	get hasWholeColumns(): boolean {
		const { from, to } = this.range;
		return from.row === 0 && to.row === LAST.row;
	}

	holds(address: Address): boolean {
		return this.ranges.some((range) => rangeHolds(range, address));
	}

	/** The sheets that were shown before, the latest last; some may be gone. */
	get left(): readonly string[] {
		return [...this.#others.keys()];
	}

	/** Shows another sheet with the selection it had. */
	showSheet(sheet: string): void {
		if (sheet === this.#sheet) return;
		this.#others.delete(this.#sheet);
		this.#others.set(this.#sheet, this.#now);
		this.#sheet = sheet;
		this.#now = this.#others.get(sheet) ?? AT_ORIGIN;
		this.#tabColumn = undefined;
		this.isExtending = false;
	}

	/** Selects a cell: alone, or beside what is selected. */
	select(address: Address, { isAdding = false } = {}): void {
		const active = withinSheet(address.row, address.column);
		this.#set(active, active, active, isAdding);
	}

	selectRange({ from, to }: Range, active: Address = from): void {
		this.#set(active, from, to);
	}

	/** Selects several ranges; the active cell is the first of the last one. */
	selectRanges(ranges: readonly Range[]): void {
		const last = ranges.at(-1);
		if (!last) return;
		this.#tabColumn = undefined;
		this.#now = {
			active: this.cellAt(last.from).from,
			blocks: ranges.map(({ from, to }) => ({ anchor: from, focus: to }))
		};
	}

	/** Takes a cell out of what is selected; the last one stays. */
	deselect(address: Address): void {
		const ranges = this.ranges.flatMap((range) =>
			rangeHolds(range, address) ? around(range, address) : [range]
		);
		this.selectRanges(ranges);
	}

	/** Lets the range reach from its anchor to an address; of whole rows or columns it stays whole. */
	extendTo(address: Address): void {
		const { row, column } = withinSheet(address.row, address.column);
		const focus = {
			row: this.hasWholeColumns ? this.focus.row : row,
			column: this.hasWholeRows ? this.focus.column : column
		};
		this.#reshape(this.anchor, focus);
	}

	/** Lets one of the range's corners be the one that moves from now on; the other has the active cell. */
	growFrom(corner: 'from' | 'to'): void {
		const { from, to } = this.range;
		const anchor = corner === 'from' ? to : from;
		this.#set(anchor, anchor, corner === 'from' ? from : to);
	}

	/** Selects whole rows; `visible` is the column where the active cell then stands. */
	selectRows(anchor: number, focus = anchor, { visible = 0, isAdding = false } = {}): void {
		this.#set(
			{ row: anchor, column: visible },
			{ row: anchor, column: 0 },
			{ row: focus, column: LAST.column },
			isAdding
		);
	}

	/** Selects whole columns; `visible` is the row where the active cell then stands. */
	selectColumns(anchor: number, focus = anchor, { visible = 0, isAdding = false } = {}): void {
		this.#set(
			{ row: visible, column: anchor },
			{ row: 0, column: anchor },
			{ row: LAST.row, column: focus },
			isAdding
		);
	}

	/** Widens the range to whole rows. */
	widenToRows(): void {
		this.#reshape({ ...this.anchor, column: 0 }, { ...this.focus, column: LAST.column });
	}

	/** Widens the range to whole columns. */
	widenToColumns(): void {
		this.#reshape({ ...this.anchor, row: 0 }, { ...this.focus, row: LAST.row });
	}

	selectAll(): void {
		this.#set(this.active, ORIGIN, LAST);
	}

	/** The block of data round the active cell. */
	get region(): Range {
		const cell = this.cellAt(this.active);
		return currentRegion(cell, this.#host.usedSize(), (address) => this.#host.isBlank(address));
	}

	/** Selects the block of data round the active cell. */
	selectRegion(): void {
		const { from, to } = this.region;
		this.#set(this.active, from, to);
	}

	/** Selects the region, and all cells where that or all is selected already, or is the active cell alone. */
	widen(): void {
		const { region } = this;
		const isSelected = (range: Range) => this.ranges.length === 1 && isSameRange(range, this.range);
		if (isOneCell(region) || isSelected(region) || isSelected({ from: ORIGIN, to: LAST })) this.selectAll();
		else this.selectRegion();
	}

	/** Lets go of all but the active cell. */
	collapse(): void {
		this.select(this.active);
	}

	/** Moves the active cell to the next corner of the range, clockwise. */
	nextCorner(): void {
		const { from, to } = this.range;
		const corners: readonly Address[] = [
			from,
			{ row: from.row, column: to.column },
			to,
			{ row: to.row, column: from.column }
		];
		const isActive = ({ row, column }: Address) => row === this.active.row && column === this.active.column;
		const active = corners[(corners.findIndex(isActive) + 1) % 4]!;
		this.#now = { ...this.#now, active };
	}

	/** The cell that a key leads to from another one: so many steps on, or at the edge of the data seen along `edgeAlong`. */
	targetFrom(
		at: Address,
		direction: Direction,
		{ count = 1, edgeAlong }: { readonly count?: number; readonly edgeAlong?: Address } = {}
	): Address {
		return edgeAlong
			? edgeFrom(this.#host, at, edgeAlong, direction)
			: stepFrom(this.#host, at, this.cellAt(at), direction, count);
	}

	/** Moves by some cells, or lets the range grow by them. */
	move(direction: Direction, { isExtending = false, count = 1 } = {}): void {
		this.#moveTo(this.targetFrom(isExtending ? this.focus : this.active, direction, { count }), isExtending);
	}

	/** Moves to the edge of the data, or lets the range grow to it: along the active cell's row or column, as in Excel. */
	moveToEdge(direction: Direction, isExtending = false): void {
		const start = isExtending ? this.focus : this.active;
		this.#moveTo(this.targetFrom(start, direction, { edgeAlong: this.active }), isExtending);
	}

	/** Goes to a landmark, or lets the range grow to it. The ends are those of the cells that hold something. */
	goTo(landmark: Landmark, isExtending = false): void {
		const from = isExtending ? this.focus : this.active;
		this.#moveTo(landmarkFrom(this.#host, from, landmark, isExtending), isExtending);
	}

	/** Leaves the active cell by Tab, Enter or an arrow: within a larger range round it, else one cell further. */
	leave(departure: Departure): void {
		switch (departure) {
			case 'stay':
				return;
			case 'tab':
			case 'tab-back':
				return this.#tab(departure === 'tab' ? 1 : -1);
			case 'enter':
			case 'enter-back':
				return this.#enter(departure === 'enter' ? 1 : -1);
			default:
				return this.move(departure);
		}
	}

	#tab(step: 1 | -1): void {
		if (!this.isSingleCell && this.#cycle(step, 'rows')) return;
		const began = this.#tabColumn ?? this.active.column;
		this.move(step === 1 ? 'right' : 'left');
		this.#tabColumn = began;
	}

	#enter(step: 1 | -1): void {
		if (!this.isSingleCell && this.#cycle(step, 'columns')) return;
		const column = this.#tabColumn ?? this.active.column;
		this.move(step === 1 ? 'down' : 'up');
		this.select({ row: this.active.row, column });
	}

	/** Moves the active cell round what is selected and shown, along its rows or down its columns; false where nothing is. */
	#cycle(step: 1 | -1, along: 'rows' | 'columns'): boolean {
		const { ranges } = this;
		const from = { active: this.active, range: this.#now.cycled ?? ranges.length - 1 };
		const at = nextShownInRanges(ranges, from, step, along, (axis, line) => this.#host.isHidden(axis, line));
		if (!at) return false;
		this.#now = { ...this.#now, active: at.active, cycled: at.range };
		return true;
	}

	#moveTo(target: Address, isExtending: boolean): void {
		if (isExtending) this.extendTo(target);
		else this.select(target, { isAdding: this.isAdding });
	}

	/** Gives the range that grows other corners. */
	#reshape(anchor: Address, focus: Address): void {
		this.#tabColumn = undefined;
		const { active, blocks } = this.#now;
		this.#now = { active, blocks: [...blocks.slice(0, -1), { anchor, focus }] };
	}

	#set(active: Address, anchor: Address, focus: Address, isAdding = false): void {
		this.#tabColumn = undefined;
		const block = { anchor, focus };
		this.#now = {
			active: this.cellAt(active).from,
			blocks: isAdding ? [...this.#now.blocks, block] : [block]
		};
	}
}
