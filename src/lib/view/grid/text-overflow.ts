import { isEmptyView, type CellView } from './grid-source';

/** How far, in pixels beyond its own cell, a text may run to the left and to the right. */
export interface TextOverflow {
	readonly left: number;
	readonly right: number;
}

const PADDING = 16;
/** No letter in use is wider, per style; a cautious guess only lets a text run over more blanks than it needs. */
const LETTER_WIDTH = 10;
const TITLE_LETTER_WIDTH = 14;

function widestOf(view: CellView): number {
	return view.text.length * (view.style === 'title' ? TITLE_LETTER_WIDTH : LETTER_WIDTH) + PADDING;
}

/** Whether what a cell shows is a number: cut off it would be another number. */
export function isNumeric({ isNumber }: CellView): boolean {
	return isNumber === true;
}

/** Whether a number might not fit its column. The final say is the layout's; this spares cells that surely fit. */
export function mayNotFit(view: CellView, width: number): boolean {
	return isNumeric(view) && widestOf(view) + PADDING > width;
}

/**
 * The room that a text has beyond its cell: blank cells beside it, up to the next one that shows something, and no more
 * than it can need. Nothing for numbers and for what fits.
 */
export function textOverflow(
	view: CellView,
	column: number,
	width: number,
	widthOf: (column: number) => number,
	viewAt: (column: number) => CellView | undefined,
	columnCount: number
): TextOverflow | undefined {
	const wanted = widestOf(view) - width;
	if (wanted <= 0 || isNumeric(view) || isEmptyView(view) || view.look?.isWrapped) return undefined;
	const roomTo = (step: 1 | -1): number => {
		let room = 0;
		for (
			let next = column + step;
			room < wanted && next >= 0 && next < columnCount && isEmptyView(viewAt(next));
			next += step
		) {
			room += widthOf(next);
		}
		return room;
	};
	const left = view.align === 'left' ? 0 : roomTo(-1);
	const right = view.align === 'right' ? 0 : roomTo(1);
	return left + right > 0 ? { left, right } : undefined;
}

/** How many columns to look back for a text that runs into the first rendered column. */
const LOOK_BACK = 40;

/** The column left of `first` whose text runs into it, or -1. */
export function overflowingFrom(
	first: number,
	viewAt: (column: number) => CellView | undefined,
	widthOf: (column: number) => number
): number {
	if (first === 0 || !isEmptyView(viewAt(first))) return -1;
	let distance = 0;
	for (let column = first - 1; column >= 0 && first - column <= LOOK_BACK; column -= 1) {
		const view = viewAt(column);
		distance += widthOf(column);
		if (view && !isEmptyView(view)) {
			const isLeft = view.align === 'left' && !isNumeric(view) && !view.look?.isWrapped;
			return isLeft && widestOf(view) > distance ? column : -1;
		}
	}
	return -1;
}
