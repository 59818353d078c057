/** Where a point of the window lies in an element, in the element's own pixels: those of the sheet, however it is zoomed. */
export function pointIn(
	element: HTMLElement,
	{ clientX, clientY }: { readonly clientX: number; readonly clientY: number }
): { x: number; y: number } {
	const { left, top } = element.getBoundingClientRect();
	const scale = scaleOf(element);
	return { x: (clientX - left) / scale, y: (clientY - top) / scale };
}

/** How much larger an element is in the window than by its own measure. */
export function scaleOf(element: HTMLElement): number {
	return element.offsetWidth > 0 ? element.getBoundingClientRect().width / element.offsetWidth : 1;
}
