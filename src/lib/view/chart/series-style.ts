import type { ChartLook } from './chart-look';

/** Marks of points by series, so that series differ by more than colour. */
export const POINT_SHAPES = ['circle', 'rectRot', 'triangle', 'rect', 'star', 'crossRot'] as const;

/** Dashes of lines by series, in pixels. */
export const LINE_DASHES: readonly (readonly number[])[] = [
	[],
	[7, 4],
	[2, 3],
	[10, 3, 2, 3],
	[4, 2],
	[1, 4]
];

/** Fills of bars by series. */
export const BAR_FILLS = ['solid', 'stripes', 'dots', 'lines'] as const;
export type BarFill = (typeof BAR_FILLS)[number];

/** Series beyond this many begin again with the first colour. */
export const SERIES_COLOURS = 6;

export function colourOf(look: ChartLook, series: number): string {
	return look.series[series % SERIES_COLOURS]!;
}

export function barFillOf(series: number): BarFill {
	return BAR_FILLS[series % BAR_FILLS.length]!;
}

/** A fill for a canvas: the colour, broken by stripes, dots or lines of the paper. */
export function barPaint(fill: BarFill, colour: string, paper: string): string | CanvasPattern {
	if (fill === 'solid') return colour;
	const tile = document.createElement('canvas');
	tile.width = tile.height = TILE_PIXELS;
	const context = tile.getContext('2d');
	if (!context) return colour;
	context.fillStyle = colour;
	context.fillRect(0, 0, TILE_PIXELS, TILE_PIXELS);
	context.fillStyle = context.strokeStyle = paper;
	context.lineWidth = 1.5;
	context.beginPath();
	if (fill === 'stripes') {
		for (const start of [-TILE_PIXELS, 0, TILE_PIXELS]) {
			context.moveTo(start - 1, TILE_PIXELS + 1);
			context.lineTo(start + TILE_PIXELS + 1, -1);
		}
		context.stroke();
	} else if (fill === 'dots') {
		context.arc(TILE_PIXELS / 2, TILE_PIXELS / 2, 1.25, 0, 2 * Math.PI);
		context.fill();
	} else {
		context.fillRect(0, TILE_PIXELS / 2, TILE_PIXELS, 1.25);
	}
	return context.createPattern(tile, 'repeat') ?? colour;
}

const TILE_PIXELS = 6;
