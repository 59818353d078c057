/** What the jump to an edge of the data needs to know of one row or column of cells. */
export interface CellLine {
	/** The last index there is. */
	readonly last: number;
	/** How many cells from the start may hold something: all beyond are blank. */
	readonly used: number;
	isBlank(index: number): boolean;
}

/**
 * Where Ctrl with an arrow key leads, as in Excel: within a run of filled cells to its end, else over the blanks to the
 * next filled cell, or to the end of the sheet where there is none.
 */
export function dataEdge(from: number, step: 1 | -1, line: CellLine): number {
	const end = step === 1 ? line.last : 0;
	if (from === end) return end;
	const isFilled = (index: number) => index >= 0 && index < line.used && !line.isBlank(index);
	if (isFilled(from) && isFilled(from + step)) {
		let index = from + step;
		while (index !== end && isFilled(index + step)) index += step;
		return index;
	}
	let index = step === 1 ? from + 1 : Math.min(from - 1, line.used - 1);
	for (; index >= 0 && index < line.used; index += step) {
		if (isFilled(index)) return index;
	}
	return end;
}
