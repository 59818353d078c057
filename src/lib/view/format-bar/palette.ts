import type { Color } from '$lib/workbook';

/** A colour that is offered, as it is on white paper. */
export interface Swatch {
	readonly name: string;
	readonly color: Color;
}

export const INKS: readonly Swatch[] = [
	{ name: 'Black', color: '#000000' },
	{ name: 'Grey', color: '#5d6370' },
	{ name: 'Red', color: '#b3261e' },
	{ name: 'Orange', color: '#a04a00' },
	{ name: 'Green', color: '#0b6b53' },
	{ name: 'Teal', color: '#0b6a7a' },
	{ name: 'Blue', color: '#1f4fd8' },
	{ name: 'Purple', color: '#7530b4' },
	{ name: 'Pink', color: '#a81e4f' },
	{ name: 'White', color: '#ffffff' }
];

/** Pale ones first: on these the colours of reported, assumed and overridden numbers stay. */
export const FILLS: readonly Swatch[] = [
	{ name: 'Pale grey', color: '#eceef2' },
	{ name: 'Pale red', color: '#fdeae8' },
	{ name: 'Pale orange', color: '#fff0e0' },
	{ name: 'Pale yellow', color: '#fff7d1' },
	{ name: 'Pale green', color: '#e3f4ea' },
	{ name: 'Pale teal', color: '#def4f6' },
	{ name: 'Pale blue', color: '#e6eeff' },
	{ name: 'Pale purple', color: '#f3eafc' },
	{ name: 'Grey', color: '#c9cdd6' },
	{ name: 'Red', color: '#d64a3f' },
	{ name: 'Orange', color: '#e58a1f' },
	{ name: 'Yellow', color: '#ffd54a' },
	{ name: 'Green', color: '#1f9d6b' },
	{ name: 'Teal', color: '#128096' },
	{ name: 'Blue', color: '#2f5fe0' },
	{ name: 'Purple', color: '#7d3fc0' }
];

/** The name of a colour, or its digits where it is not one of those offered. */
export function colorName(swatches: readonly Swatch[], color: Color): string {
	return swatches.find((swatch) => swatch.color === color)?.name ?? color;
}
