/** Narrower windows have no room beside what a dialog is about. */
const LEAST_WIDTH = 640;
/** Room that is left to the edges of the window, in CSS pixels. */
const EDGE = 8;
const GAP = 2;

export interface Box {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}
interface Size {
	readonly width: number;
	readonly height: number;
}

/**
 * Where a dialog goes to stand right below what it is about, or right above it where only there is room, in CSS pixels.
 * Undefined where it would cover it, or where it is out of sight.
 */
export function placeNear(
	about: Box,
	dialog: Size,
	window: Size
): { readonly left: number; readonly top: number } | undefined {
	const isSeen =
		about.right > 0 && about.left < window.width && about.bottom > 0 && about.top < window.height;
	if (window.width < LEAST_WIDTH || !isSeen) return undefined;
	const left = Math.max(Math.min(about.left, window.width - EDGE - dialog.width), EDGE);
	const below = about.bottom + GAP;
	if (below + dialog.height + EDGE <= window.height) return { left, top: below };
	const above = about.top - GAP - dialog.height;
	return above >= EDGE ? { left, top: above } : undefined;
}
