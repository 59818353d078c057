import type { Color } from '$lib/workbook';

/**
 * A colour by lightness (0 to 1), chroma and hue as they are seen (Ottosson, "A perceptual color space for image
 * processing", 2020): equal steps look equal. `a` and `b` span chroma and hue.
 */
export interface Oklab {
	readonly lightness: number;
	readonly a: number;
	readonly b: number;
}

type Triple = readonly [number, number, number];

/** Red, green and blue as light, 0 to 1. */
function linearOf(color: Color): Triple {
	const channel = (at: number) => {
		const value = parseInt(color.slice(at, at + 2), 16) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	};
	return [channel(1), channel(3), channel(5)];
}

/** The relative luminance of a colour, as WCAG defines it. */
export function luminance(color: Color): number {
	const [red, green, blue] = linearOf(color);
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of two colours, as WCAG defines it: 1 to 21. */
export function contrast(one: Color, other: Color): number {
	const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
	return (high + 0.05) / (low + 0.05);
}

export function oklabOf(color: Color): Oklab {
	const [red, green, blue] = linearOf(color);
	const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
	const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
	const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
	return {
		lightness: 0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
		a: 1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
		b: 0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short
	};
}

/** The colour nearest to this one that a screen has: of the same lightness and hue, and as much chroma as can be. */
export function colorOf({ lightness, a, b }: Oklab): Color {
	const clamped = Math.min(Math.max(lightness, 0), 1);
	let share = 1;
	let channels = linearFrom(clamped, a, b);
	while (share > 0.02 && !channels.every((channel) => channel > -0.0005 && channel < 1.0005)) {
		share -= 0.02;
		channels = linearFrom(clamped, a * share, b * share);
	}
	return `#${channels.map(hexOf).join('')}`;
}

function linearFrom(lightness: number, a: number, b: number): Triple {
	const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
	const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
	const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
	return [
		4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
		-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
		-0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short
	];
}

function hexOf(linear: number): string {
	const clamped = Math.min(Math.max(linear, 0), 1);
	const value = clamped <= 0.0031308 ? clamped * 12.92 : 1.055 * clamped ** (1 / 2.4) - 0.055;
	return Math.round(value * 255)
		.toString(16)
		.padStart(2, '0');
}
