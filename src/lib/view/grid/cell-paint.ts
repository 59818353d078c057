import type { Color } from '$lib/workbook';
import { colorOf, contrast, oklabOf } from './oklab';

/** The colours of a cell in one theme. An ink that is absent is that of the cell's state. */
export interface Paint {
	readonly ink?: Color;
	readonly fill?: Color;
}

/** The contrast that a text has with what is behind it, whatever colours were chosen (WCAG 2.2, 1.4.3). */
export const LEAST_CONTRAST = 4.5;

const PAPER = { light: '#ffffff', dark: '#16181d' } as const;
/** Fills this light leave the inks of states legible; on others the text is black or white. */
const PALE = 0.93;
const DARKEST_PALE = 0.21;

/** The colours of a cell on white paper: those that were chosen, the ink moved to where it can be read. */
export function lightPaint(color: Color | undefined, fill: Color | undefined): Paint {
	if (!color) return { ...inkOn(fill, fill), ...(fill && { fill }) };
	return { ink: legible(color, fill ?? PAPER.light), ...(fill && { fill }) };
}

/** The colours of a cell in the dark theme: a pale fill becomes a deep one, a dark ink a light one. */
export function darkPaint(color: Color | undefined, fill: Color | undefined): Paint {
	const dark = fill && darkFill(fill);
	if (!color) return { ...inkOn(fill, dark), ...(dark && { fill: dark }) };
	const isStrong = fill !== undefined && oklabOf(fill).lightness < PALE;
	const ink = legible(isStrong ? color : mirrored(color), dark ?? PAPER.dark);
	return { ink, ...(dark && { fill: dark }) };
}

/** A pale fill leaves the ink to the cell's state. */
function inkOn(chosen: Color | undefined, fill: Color | undefined): Paint {
	if (!chosen || !fill || oklabOf(chosen).lightness >= PALE) return {};
	return { ink: contrast('#ffffff', fill) >= contrast('#000000', fill) ? '#ffffff' : '#000000' };
}

function darkFill(fill: Color): Color {
	const { lightness, a, b } = oklabOf(fill);
	const isPale = lightness >= PALE;
	const dark = isPale ? DARKEST_PALE + (1 - lightness) * 1.3 : 0.32 + (PALE - lightness) * 0.35;
	return colorOf({ lightness: dark, a, b });
}

function mirrored(color: Color): Color {
	const { lightness, a, b } = oklabOf(color);
	return colorOf({ lightness: 0.95 - 0.42 * lightness, a, b });
}

/** A colour, or the nearest of its hue that can be read on another one. */
function legible(color: Color, behind: Color): Color {
	if (contrast(color, behind) >= LEAST_CONTRAST) return color;
	const { lightness, a, b } = oklabOf(color);
	const step = contrast('#000000', behind) > contrast('#ffffff', behind) ? -0.02 : 0.02;
	for (let moved = lightness + step; moved > 0 && moved < 1; moved += step) {
		const candidate = colorOf({ lightness: moved, a, b });
		if (contrast(candidate, behind) >= LEAST_CONTRAST) return candidate;
	}
	return step < 0 ? '#000000' : '#ffffff';
}
