/** What the jump to an edge of the data needs to know of one row or column of cells. */
export interface CellLine {
	/** The last index there is. */
	readonly last: number;
	/** How many cells from the start may hold something: all beyond are blank. */
	readonly used: number;
	isBlank(index: number): boolean;
	/** Whether it is not shown: what is hidden is passed over as if it were not there. */
	isHidden(index: number): boolean;
}

/**
 * Where Ctrl with an arrow key leads, as in Excel: within a run of filled cells to its end, else over the blanks to the
 * next filled cell, or to the end of the sheet where there is none.
 */
export function dataEdge(from: number, step: 1 | -1, line: CellLine): number {
	const isThere = (index: number) => index >= 0 && index <= line.last;
	const isFilled = (index: number) => index >= 0 && index < line.used && !line.isBlank(index);
	const shown = (index: number) => {
		let at = index;
		while (isThere(at) && line.isHidden(at)) at += step;
		return at;
	};
	const first = shown(from + step);
	if (isFilled(from) && isFilled(first)) {
		let index = first;
		for (let next = index; isFilled(next); next = shown(next + step)) index = next;
		return index;
	}
	let index = step === 1 ? first : shown(Math.min(first, line.used - 1));
	for (; index >= 0 && index < line.used; index = shown(index + step)) {
		if (isFilled(index)) return index;
	}
	let end = step === 1 ? line.last : 0;
	while (end !== from && line.isHidden(end)) end -= step;
	return end;
}
