import { MAX_COLUMNS, MAX_ROWS, type Address, type LineAxis, type LineSpan, type Range } from '$lib/workbook';
import { Axis } from './axis';
import { DEFAULT_COLUMN_WIDTH, DEFAULT_ROW_HEIGHT, type GridSource } from './grid-source';
import type { GridGeometry } from './hit-test';
import {
	elementOffset,
	MAX_SCROLL_SIZE,
	revealingOffset,
	sheetOffset,
	slots,
	visibleWindow,
	type VisibleWindow
} from './visible-window';

export const HEADER_HEIGHT = 25;
const MIN_HEADER_WIDTH = 38;
const DIGIT_WIDTH = 8;
const ROW_OVERSCAN = 6;
const COLUMN_OVERSCAN = 2;
/** Rows and columns shown past the farthest one reached. */
const SPARE = 24;
/** How far the fill handle stands out of the cell at its corner. */
const HANDLE_REACH = 5;
/** What is rendered before the size of the window is known: on the server, and for the first paint. */
const FIRST_WIDTH = 1440;
const FIRST_HEIGHT = 28 * DEFAULT_ROW_HEIGHT;
const SETTLE_MS = 200;
const NARROW_WIDTH = 560;
const WIDEST_SHARE = 0.6;
/** How much of the room frozen rows and columns may take. */
const FROZEN_SHARE = 0.7;

/** A change of sizes that is under way and not yet told to anybody. */
export interface SizePreview {
	readonly axis: LineAxis;
	readonly lines: ReadonlySet<number>;
	readonly size: number;
}

/** A rectangle within the scrolled sheet, in CSS pixels from its first cell. */
export interface Box {
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly height: number;
}

/** A part of the grid that scrolls along neither, one or both axes. */
export interface Pane {
	readonly hasFrozenRows: boolean;
	readonly hasFrozenColumns: boolean;
}
const SCROLLED: Pane = { hasFrozenRows: false, hasFrozenColumns: false };

function isWithin(line: number, { first, count }: VisibleWindow): boolean {
	return line >= first && line < first + count;
}

/** The lines before one that have a size. */
function shownBefore(count: number, axis: Axis): number[] {
	return Array.from({ length: count }, (_, line) => line).filter((line) => axis.sizeOf(line) > 0);
}

/** How far a sheet lies scrolled, in CSS pixels. */
export interface ScrollPosition {
	readonly left: number;
	readonly top: number;
}

/** Which part of a sheet is in view, and where on the page its rows and columns lie. */
export class GridViewport {
	#source: () => GridSource;
	#reached: () => Address;
	#element: HTMLElement | undefined;
	#scrolled = $state.raw<ScrollPosition>({ left: 0, top: 0 });
	#width = $state(FIRST_WIDTH);
	#height = $state(FIRST_HEIGHT);
	#firstRowSlot = $state(0);
	#firstColumnSlot = $state(0);
	#settling: ReturnType<typeof setTimeout> | undefined;

	/** The cells that a drag which is under way would fill. */
	dragPreview = $state.raw<Range>();
	sizePreview = $state.raw<SizePreview>();
	/** Whether the sheet was last pressed by a finger, which needs more to take hold of. */
	isTouched = $state(false);

	/** `reached` is the farthest cell that must be within reach, such as the active one. */
	constructor(source: () => GridSource, reached: () => Address) {
		this.#source = source;
		this.#reached = reached;
	}

	#measuredRows = $derived.by(() => {
		const source = this.#source();
		const preview = this.sizePreview?.axis === 'row' ? this.sizePreview : undefined;
		return Axis.measure(source.rowCount, DEFAULT_ROW_HEIGHT, (row) =>
			preview?.lines.has(row) ? preview.size : source.heightOf(row)
		);
	});

	/** On a narrow screen a column leaves room for its neighbour: the formula bar has the whole text. */
	#widestColumn = $derived(
		this.#width < NARROW_WIDTH ? Math.round(this.#width * WIDEST_SHARE) : Number.POSITIVE_INFINITY
	);

	#measuredColumns = $derived.by(() => {
		const source = this.#source();
		const preview = this.sizePreview?.axis === 'column' ? this.sizePreview : undefined;
		return Axis.measure(source.columnCount, DEFAULT_COLUMN_WIDTH, (column) =>
			preview?.lines.has(column) ? preview.size : Math.min(source.widthOf(column), this.#widestColumn)
		);
	});

	#rowCount = $derived.by(() =>
		Math.min(Math.max(this.#measuredRows.count, this.#reached().row + SPARE), MAX_ROWS)
	);
	#columnCount = $derived.by(() =>
		Math.min(Math.max(this.#measuredColumns.count, this.#reached().column + SPARE), MAX_COLUMNS)
	);
	readonly rows = $derived(this.#measuredRows.extendedTo(this.#rowCount));
	readonly columns = $derived(this.#measuredColumns.extendedTo(this.#columnCount));
	readonly headerWidth = $derived(
		Math.max(MIN_HEADER_WIDTH, 14 + DIGIT_WIDTH * String(this.rows.count).length)
	);

	/** The size of the scrolled element without headers; below the sheet's where browsers cap it. */
	readonly contentWidth = $derived(Math.min(this.columns.total, MAX_SCROLL_SIZE));
	readonly contentHeight = $derived(Math.min(this.rows.total, MAX_SCROLL_SIZE));

	/** The room that cells have in view. */
	readonly innerWidth = $derived(Math.max(this.#width - this.headerWidth, 1));
	readonly innerHeight = $derived(Math.max(this.#height - HEADER_HEIGHT, 1));

	/** How many rows and columns stay in view: fewer than wanted where they would leave too little room for the others. */
	readonly frozen = $derived.by(() => {
		const { rows = 0, columns = 0 } = this.#source().frozen ?? {};
		return {
			rows: Math.min(rows, this.rows.indexAt(this.innerHeight * FROZEN_SHARE)),
			columns: Math.min(columns, this.columns.indexAt(this.innerWidth * FROZEN_SHARE))
		};
	});
	readonly frozenHeight = $derived(this.rows.offsetOf(this.frozen.rows));
	readonly frozenWidth = $derived(this.columns.offsetOf(this.frozen.columns));

	readonly left = $derived(sheetOffset(this.#scrolled.left, this.columns.total, this.innerWidth));
	readonly top = $derived(sheetOffset(this.#scrolled.top, this.rows.total, this.innerHeight));

	/** What to take from an offset in the sheet for its place in the scrolled element; 0 unless that had to be capped. */
	readonly shiftLeft = $derived(this.left - this.#scrolled.left);
	readonly shiftTop = $derived(this.top - this.#scrolled.top);

	#firstRow = $derived(this.rows.indexAt(this.top + this.frozenHeight));
	#firstColumn = $derived(this.columns.indexAt(this.left + this.frozenWidth));

	readonly rowWindow: VisibleWindow = $derived(
		visibleWindow(
			this.rows,
			this.rows.offsetOf(this.#firstRow),
			this.innerHeight - this.frozenHeight,
			DEFAULT_ROW_HEIGHT,
			ROW_OVERSCAN
		)
	);
	readonly columnWindow: VisibleWindow = $derived(
		visibleWindow(
			this.columns,
			this.columns.offsetOf(this.#firstColumn),
			this.innerWidth - this.frozenWidth,
			DEFAULT_COLUMN_WIDTH,
			COLUMN_OVERSCAN
		)
	);
	/** Hidden lines have no size and are not rendered, however many lie between two that are shown. */
	readonly rowSlots: readonly number[] = $derived(
		slots(this.rowWindow, this.#firstRowSlot).filter(
			(row) => row >= this.frozen.rows && this.rows.sizeOf(row) > 0
		)
	);
	readonly columnSlots: readonly number[] = $derived(
		slots(this.columnWindow, this.#firstColumnSlot).filter(
			(column) => column >= this.frozen.columns && this.columns.sizeOf(column) > 0
		)
	);
	/** The frozen rows and columns, those that are not hidden. */
	readonly frozenRows: readonly number[] = $derived(shownBefore(this.frozen.rows, this.rows));
	readonly frozenColumns: readonly number[] = $derived(shownBefore(this.frozen.columns, this.columns));

	readonly geometry: GridGeometry = $derived({
		headerWidth: this.headerWidth,
		headerHeight: HEADER_HEIGHT,
		columns: this.columns,
		rows: this.rows,
		left: this.left,
		top: this.top,
		frozenWidth: this.frozenWidth,
		frozenHeight: this.frozenHeight
	});

	/** The geometry as it is on the page at this moment: the browser tells of scrolling a frame later than it shows it. */
	geometryNow(): GridGeometry {
		this.#readScroll();
		return this.geometry;
	}

	get scrollPosition(): ScrollPosition {
		return { left: this.left, top: this.top };
	}

	/** How many whole rows are in view: what Page Down moves by. */
	get rowsPerPage(): number {
		return Math.max(this.rows.indexAt(this.top + this.innerHeight) - this.#firstRow, 1);
	}

	get columnsPerPage(): number {
		return Math.max(this.columns.indexAt(this.left + this.innerWidth) - this.#firstColumn, 1);
	}

	isRendered({ row, column }: Address): boolean {
		const { rowWindow, columnWindow } = this;
		return (
			(row < this.frozen.rows || isWithin(row, rowWindow)) &&
			(column < this.frozen.columns || isWithin(column, columnWindow))
		);
	}

	/**
	 * Where a block of cells lies in the scrolled element, or in a pane that is frozen, cut to what is rendered there;
	 * undefined where none of it is.
	 */
	boxOf(from: Address, to: Address, pane: Pane = SCROLLED): Box | undefined {
		const rows = pane.hasFrozenRows ? { first: 0, count: this.frozen.rows } : this.rowWindow;
		const columns = pane.hasFrozenColumns ? { first: 0, count: this.frozen.columns } : this.columnWindow;
		if (pane.hasFrozenRows && from.row >= rows.count) return undefined;
		if (pane.hasFrozenColumns && from.column >= columns.count) return undefined;
		// One further on each side, so that a border which lies outside is not drawn as if it were inside.
		const firstRow = Math.max(from.row, rows.first - 1, 0);
		const lastRow = Math.min(to.row, rows.first + rows.count, this.rows.count - 1);
		const firstColumn = Math.max(from.column, columns.first - 1, 0);
		const lastColumn = Math.min(to.column, columns.first + columns.count, this.columns.count - 1);
		if (firstRow > lastRow || firstColumn > lastColumn) return undefined;
		const left = this.columns.offsetOf(firstColumn);
		const top = this.rows.offsetOf(firstRow);
		return {
			left: left - (pane.hasFrozenColumns ? 0 : this.shiftLeft),
			top: top - (pane.hasFrozenRows ? 0 : this.shiftTop),
			width: this.columns.offsetOf(lastColumn + 1) - left,
			height: this.rows.offsetOf(lastRow + 1) - top
		};
	}

	/** Where a cell lies in the scrolled element at this moment, frozen ones going along; undefined where it is not in view. */
	boxNow(cell: Address): Box | undefined {
		const { row, column } = cell;
		if (!this.isRendered(cell)) return undefined;
		const left = this.inView('column', column);
		const top = this.inView('row', row);
		const [width, height] = [this.columns.sizeOf(column), this.rows.sizeOf(row)];
		const isCovered =
			(column >= this.frozen.columns && left + width <= this.frozenWidth) ||
			(row >= this.frozen.rows && top + height <= this.frozenHeight);
		if (isCovered) return undefined;
		const { left: scrolledLeft, top: scrolledTop } = this.#scrolled;
		return { left: left + scrolledLeft, top: top + scrolledTop, width, height };
	}

	/** Where a range lies in the scrolled element, in view or not, frozen cells going along. */
	outlineOf({ from, to }: Range): Box {
		const last = {
			row: Math.min(to.row, this.rows.count - 1),
			column: Math.min(to.column, this.columns.count - 1)
		};
		const left = this.inView('column', from.column);
		const top = this.inView('row', from.row);
		const { left: scrolledLeft, top: scrolledTop } = this.#scrolled;
		return {
			left: left + scrolledLeft,
			top: top + scrolledTop,
			width: this.inView('column', last.column) + this.columns.sizeOf(last.column) - left,
			height: this.inView('row', last.row) + this.rows.sizeOf(last.row) - top
		};
	}

	/** Where a line begins in view, in CSS pixels from the first cell. */
	inView(axis: LineAxis, line: number): number {
		return axis === 'row'
			? this.rows.offsetOf(line) - (line < this.frozen.rows ? 0 : this.top)
			: this.columns.offsetOf(line) - (line < this.frozen.columns ? 0 : this.left);
	}

	/** The first row in view, which of frozen ones is the first of the sheet. */
	get firstRowInView(): number {
		return this.frozen.rows > 0 ? 0 : this.#firstRow;
	}

	get firstColumnInView(): number {
		return this.frozen.columns > 0 ? 0 : this.#firstColumn;
	}

	/** The hidden lines that follow a line, or go before it where no other does. */
	hiddenBeside(axis: LineAxis, line: number): { after?: LineSpan; before?: LineSpan } {
		const lines = axis === 'row' ? this.rows : this.columns;
		let to = line;
		while (to + 1 < lines.count && lines.sizeOf(to + 1) === 0) to += 1;
		const isFirst = line > 0 && lines.offsetOf(line) === 0;
		return {
			...(to > line && { after: { from: line + 1, to } }),
			...(isFirst && { before: { from: 0, to: line - 1 } })
		};
	}

	/** Scrolls as little as brings a cell into view, with its fill handle; a coordinate left out stays as it is. */
	reveal({ row, column }: Partial<Address>): void {
		let { left, top } = this;
		const { rows, columns, frozen, frozenHeight: high, frozenWidth: wide } = this;
		if (row !== undefined && row >= frozen.rows) {
			const room = this.innerHeight - high - HANDLE_REACH;
			top = revealingOffset(top + high, room, rows.offsetOf(row), rows.sizeOf(row)) - high;
		}
		if (column !== undefined && column >= frozen.columns) {
			const room = this.innerWidth - wide - HANDLE_REACH;
			left = revealingOffset(left + wide, room, columns.offsetOf(column), columns.sizeOf(column)) - wide;
		}
		if (left !== this.left || top !== this.top) this.scrollTo({ left, top });
	}

	scrollTo({ left, top }: ScrollPosition): void {
		const element = this.#element;
		if (!element) return;
		element.scrollLeft = elementOffset(left, this.columns.total, this.innerWidth);
		element.scrollTop = elementOffset(top, this.rows.total, this.innerHeight);
		this.#readScroll();
	}

	scrollBy(left: number, top: number): void {
		this.scrollTo({ left: this.left + left, top: this.top + top });
	}

	/** Ties the viewport to the element that scrolls; what it gives unties it. */
	attach(element: HTMLElement): () => void {
		this.#element = element;
		const measure = () => {
			if (element.clientWidth === 0) return;
			this.#width = element.clientWidth;
			this.#height = element.clientHeight;
		};
		const observer = new ResizeObserver(measure);
		const onscroll = () => this.#readScroll();
		observer.observe(element);
		element.addEventListener('scroll', onscroll, { passive: true });
		measure();
		this.#readScroll();
		return () => {
			observer.disconnect();
			element.removeEventListener('scroll', onscroll);
			clearTimeout(this.#settling);
			this.#element = undefined;
		};
	}

	#readScroll(): void {
		const element = this.#element;
		if (!element) return;
		// Some browsers let a sheet be pulled past its edges for a moment.
		const left = Math.max(element.scrollLeft, 0);
		const top = Math.max(element.scrollTop, 0);
		if (left === this.#scrolled.left && top === this.#scrolled.top) return;
		this.#scrolled = { left, top };
		clearTimeout(this.#settling);
		this.#settling = setTimeout(() => this.#settle(), SETTLE_MS);
	}

	/** At rest, elements stand in the document in the order in which they are seen, which reading aloud follows. */
	#settle(): void {
		this.#firstRowSlot = this.rowWindow.first;
		this.#firstColumnSlot = this.columnWindow.first;
	}
}
