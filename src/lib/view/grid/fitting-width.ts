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
		const measured = document.createRange();
		measured.selectNodeContents(text);
		const mark = getComputedStyle(text, '::before');
		const markWidth = mark.content === 'none' ? 0 : parseFloat(mark.width) + parseFloat(mark.marginRight);
		// A mark drawn before the text gives its width only where it is laid out as a box.
		widest = Math.max(
			widest,
			measured.getBoundingClientRect().width + (Number.isNaN(markWidth) ? 0 : markWidth)
		);
	}
	return widest > 0 ? allowedWidth(Math.ceil(widest) + PADDING) : undefined;
}
