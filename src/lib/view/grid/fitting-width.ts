import { allowedSize } from './grid-pointer';
import { scaleOf } from './point-in';

const PADDING = 18;
/** Texts that are meant to run over their neighbours do not widen their column. */
const RUNNING_ON = '.title, .purpose, .remark';

/** The width that shows what a column holds in the rendered rows; undefined where it holds nothing. */
export function fittingWidth(grid: HTMLElement, column: number): number | undefined {
	let widest = 0;
	for (const cell of grid.querySelectorAll(`[role="gridcell"][aria-colindex="${column + 2}"]`)) {
		const text = cell.querySelector(':scope > span');
		if (!text?.textContent || cell.matches(RUNNING_ON) || cell.matches('.merged')) continue;
		widest = Math.max(widest, textWidth(cell, text));
	}
	return widest > 0 ? allowedSize('column', Math.ceil(widest / scaleOf(grid)) + PADDING) : undefined;
}

/** A text is then as wide as its neighbours or its column let it be. */
const STRETCHED = '.overflowing, .wrapped, .guarded:not(.right)';

/** With the mark before it; of a text that is stretched or cut, that of its letters. */
function textWidth(cell: Element, text: Element): number {
	if (!cell.matches(STRETCHED)) return text.getBoundingClientRect().width;
	const letters = document.createRange();
	letters.selectNodeContents(text);
	return letters.getBoundingClientRect().width;
}
