import { allowedWidth } from './grid-pointer';

const PADDING = 18;
/** Texts that are meant to run over their neighbours do not widen their column. */
const RUNNING_ON = '.title, .purpose, .remark';

/** The width that shows what a column holds in the rendered rows; undefined where it holds nothing. */
export function fittingWidth(grid: HTMLElement, column: number): number | undefined {
	let widest = 0;
	for (const cell of grid.querySelectorAll(`[role="gridcell"][aria-colindex="${column + 2}"]`)) {
		const text = cell.querySelector(':scope > span');
		if (!text?.textContent || cell.matches(RUNNING_ON)) continue;
		widest = Math.max(widest, textWidth(cell, text));
	}
	return widest > 0 ? allowedWidth(Math.ceil(widest) + PADDING) : undefined;
}

/** With the mark before it; of a text that runs over its neighbours what it would take if they did not end it. */
function textWidth(cell: Element, text: Element): number {
	if (!cell.matches('.overflowing')) return text.getBoundingClientRect().width;
	const letters = document.createRange();
	letters.selectNodeContents(text);
	return letters.getBoundingClientRect().width;
}
