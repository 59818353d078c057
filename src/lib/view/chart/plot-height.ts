import type { ChartData } from '$lib/session/chart-data';
import { hasBars, isHorizontal } from './drawing';

/** Heights of a plot in pixels: the least in which all of it can be read, and one in which it looks well. */
export interface PlotHeights {
	readonly least: number;
	readonly best: number;
}

const AXIS_PIXELS = 30;

/** Plots whose categories run down need height for each row; others keep one height. */
export function plotHeights(data: ChartData): PlotHeights {
	if (!isHorizontal(data)) return { least: 150, best: 220 };
	const bars = data.series.reduce(
		(sum, { points }) => sum + points.filter(({ value }) => value !== null).length,
		0
	);
	const rows = data.categories.length;
	const isGrouped = hasBars(data) && data.series.length > 1;
	const least = isGrouped ? Math.max(bars * 7, rows * 20) : rows * 14;
	const best = isGrouped ? Math.max(bars * 16, rows * 34) : rows * (data.scale === 'time' ? 17 : 30);
	return { least: Math.max(90, least + AXIS_PIXELS), best: Math.max(110, best + AXIS_PIXELS) };
}
