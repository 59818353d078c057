import { MAX_COLUMNS, MAX_ROWS, rangeBetween, rangeHolds, type Address, type Range } from '$lib/workbook';
import { dataEdge } from './selection-edge';

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
}

const ORIGIN: Address = { row: 0, column: 0 };
const AT_ORIGIN: SheetSelection = { active: ORIGIN, blocks: [{ anchor: ORIGIN, focus: ORIGIN }] };
const LAST: Address = { row: MAX_ROWS - 1, column: MAX_COLUMNS - 1 };

const STEPS: Readonly<Record<Direction, { readonly rows: -1 | 0 | 1; readonly columns: -1 | 0 | 1 }>> = {
	up: { rows: -1, columns: 0 },
	down: { rows: 1, columns: 0 },
	left: { rows: 0, columns: -1 },
	right: { rows: 0, columns: 1 }
};

function clamp(row: number, column: number): Address {
	return {
		row: Math.min(Math.max(row, 0), LAST.row),
		column: Math.min(Math.max(column, 0), LAST.column)
	};
}

/** Which cells are selected on the sheet on show, and which one of them is active. Each sheet keeps its own. */
export class Selection {
	#host: SelectionHost;
	#sheet = $state('');
	#now = $state.raw<SheetSelection>(AT_ORIGIN);
	#others: Record<string, SheetSelection> = {};
	/** The column where a run of Tab began, to which Enter returns. */
	#tabColumn: number | undefined;

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

	/** Every selected range; one at present. */
	get ranges(): readonly Range[] {
		return this.#now.blocks.map(({ anchor, focus }) => rangeBetween(anchor, focus));
	}

	/** The range that grows. Whole rows and columns reach to the sheet's limits. */
	get range(): Range {
		return rangeBetween(this.anchor, this.focus);
	}

	get isSingleCell(): boolean {
		const { from, to } = this.range;
		return this.#now.blocks.length === 1 && from.row === to.row && from.column === to.column;
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

	/** Shows another sheet with the selection it had. */
	showSheet(sheet: string): void {
		if (sheet === this.#sheet) return;
		this.#others[this.#sheet] = this.#now;
		this.#sheet = sheet;
		this.#now = this.#others[sheet] ?? AT_ORIGIN;
		this.#tabColumn = undefined;
	}

	select(address: Address): void {
		const active = clamp(address.row, address.column);
		this.#set(active, active, active);
	}

	selectRange({ from, to }: Range, active: Address = from): void {
		this.#set(active, from, to);
	}

	/** Lets the range reach from its anchor to an address; of whole rows or columns it stays whole. */
	extendTo(address: Address): void {
		const { row, column } = clamp(address.row, address.column);
		const focus = {
			row: this.hasWholeColumns ? this.focus.row : row,
			column: this.hasWholeRows ? this.focus.column : column
		};
		this.#set(this.active, this.anchor, focus);
	}

	/** Selects whole rows; `visibleColumn` is where the active cell then stands. */
	selectRows(anchor: number, focus = anchor, visibleColumn = 0): void {
		this.#set(
			{ row: anchor, column: visibleColumn },
			{ row: anchor, column: 0 },
			{ row: focus, column: LAST.column }
		);
	}

	/** Selects whole columns; `visibleRow` is where the active cell then stands. */
	selectColumns(anchor: number, focus = anchor, visibleRow = 0): void {
		this.#set(
			{ row: visibleRow, column: anchor },
			{ row: 0, column: anchor },
			{ row: LAST.row, column: focus }
		);
	}

	/** Widens the range to whole rows. */
	widenToRows(): void {
		this.#set(this.active, { ...this.anchor, column: 0 }, { ...this.focus, column: LAST.column });
	}

	/** Widens the range to whole columns. */
	widenToColumns(): void {
		this.#set(this.active, { ...this.anchor, row: 0 }, { ...this.focus, row: LAST.row });
	}

	selectAll(): void {
		this.#set(this.active, ORIGIN, LAST);
	}

	/** Moves by some cells, or lets the range grow by them. */
	move(direction: Direction, { isExtending = false, count = 1 } = {}): void {
		const { rows, columns } = STEPS[direction];
		const { row, column } = isExtending ? this.focus : this.active;
		this.#moveTo(clamp(row + rows * count, column + columns * count), isExtending);
	}

	/** Moves to the edge of the data, or lets the range grow to it: along the active cell's row or column, as in Excel. */
	moveToEdge(direction: Direction, isExtending = false): void {
		const start = isExtending ? this.focus : this.active;
		const { row, column } = this.active;
		const used = this.#host.usedSize();
		const step = direction === 'down' || direction === 'right' ? 1 : -1;
		const target =
			STEPS[direction].rows !== 0
				? {
						row: dataEdge(start.row, step, {
							last: LAST.row,
							used: used.rows,
							isBlank: (index) => this.#host.isBlank({ row: index, column })
						}),
						column: start.column
					}
				: {
						row: start.row,
						column: dataEdge(start.column, step, {
							last: LAST.column,
							used: used.columns,
							isBlank: (index) => this.#host.isBlank({ row, column: index })
						})
					};
		this.#moveTo(target, isExtending);
	}

	/** Goes to a landmark, or lets the range grow to it. The ends are those of the cells that hold something. */
	goTo(landmark: Landmark, isExtending = false): void {
		const { row } = isExtending ? this.focus : this.active;
		const { rows, columns } = this.#host.usedSize();
		const lastColumn = Math.max(columns - 1, 0);
		const targets: Record<Landmark, () => Address> = {
			'row-start': () => ({ row, column: 0 }),
			'row-end': () => {
				let column = lastColumn;
				while (column > 0 && this.#host.isBlank({ row, column })) column -= 1;
				return { row, column };
			},
			'sheet-start': () => ORIGIN,
			'sheet-end': () => ({ row: Math.max(rows - 1, 0), column: lastColumn })
		};
		this.#moveTo(targets[landmark](), isExtending);
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
		if (!this.isSingleCell) return this.#cycle(step, 'columns');
		const { row, column } = this.active;
		const began = this.#tabColumn ?? column;
		this.select({ row, column: column + step });
		this.#tabColumn = began;
	}

	#enter(step: 1 | -1): void {
		if (!this.isSingleCell) return this.#cycle(step, 'rows');
		const { row, column } = this.active;
		this.select({ row: row + step, column: this.#tabColumn ?? column });
	}

	/** Moves the active cell round the range, along its rows or along its columns. */
	#cycle(step: 1 | -1, along: 'rows' | 'columns'): void {
		const { from, to } = this.range;
		const height = to.row - from.row + 1;
		const width = to.column - from.column + 1;
		const row = this.active.row - from.row;
		const column = this.active.column - from.column;
		const count = height * width;
		const at = along === 'columns' ? row * width + column : column * height + row;
		const next = (at + step + count) % count;
		const active =
			along === 'columns'
				? { row: from.row + Math.floor(next / width), column: from.column + (next % width) }
				: { row: from.row + (next % height), column: from.column + Math.floor(next / height) };
		this.#now = { ...this.#now, active };
	}

	#moveTo(target: Address, isExtending: boolean): void {
		if (isExtending) this.extendTo(target);
		else this.select(target);
	}

	#set(active: Address, anchor: Address, focus: Address): void {
		this.#tabColumn = undefined;
		this.#now = { active, blocks: [{ anchor, focus }] };
	}
}
