import type { Chart, ChartArea } from 'chart.js';
import type { ChartData, ChartPoint } from '$lib/session/chart-data';
import type { ChartLook } from './chart-look';

/** What is drawn at the moment. It is replaced whole when data or theme change, and read by every part that draws. */
export interface Drawing {
	readonly data: ChartData;
	readonly look: ChartLook;
}

/** Gives the drawing of the moment. */
export type ReadDrawing = () => Drawing;

/** Whether values run from left to right. */
export function isHorizontal(data: ChartData): boolean {
	return data.type === 'bar-horizontal' || data.type === 'dots' || data.scale === 'time';
}

export function hasBars(data: ChartData): boolean {
	return data.type === 'bar' || data.type === 'bar-horizontal';
}

/** A point and where it stands on the canvas, in pixels. `along` runs on the value axis, `across` on the other. */
export interface DrawnPoint {
	readonly series: number;
	readonly index: number;
	readonly point: ChartPoint;
	readonly along: number;
	readonly across: number;
	/** Where a bar begins, and how thick it is; of a dot its own place and size. */
	readonly base: number;
	readonly thickness: number;
	/** The pixels on the value axis of finite bounds, and of the plot's edge for others. */
	readonly low: BoundEnd | undefined;
	readonly high: BoundEnd | undefined;
}

export interface BoundEnd {
	readonly at: number;
	/** Whether the bound lies beyond the plot, so that an arrow points there. */
	readonly isBeyond: boolean;
}

/** All points that the chart draws, where they stand at this moment of an animation. */
export function drawnPoints(chart: Chart, data: ChartData): DrawnPoint[] {
	const across = isHorizontal(data);
	const scale = chart.scales[across ? 'x' : 'y'];
	if (!scale) return [];
	const drawn: DrawnPoint[] = [];
	const area = chart.chartArea;
	const edges = across ? { low: area.left, high: area.right } : { low: area.bottom, high: area.top };
	data.series.forEach(({ points }, series) => {
		const elements = chart.getDatasetMeta(series).data;
		points.forEach((point, index) => {
			const element = elements[index];
			if (point.value === null || !element) return;
			const place = element.getProps(['x', 'y'], false);
			const bar = element as unknown as Partial<Record<'base' | 'width' | 'height', number>>;
			const end = (bound: number | undefined, side: 'low' | 'high'): BoundEnd | undefined => {
				if (bound === undefined) return undefined;
				const isBeyond = !Number.isFinite(bound) || bound < scale.min || bound > scale.max;
				return { at: isBeyond ? edges[side] : scale.getPixelForValue(bound), isBeyond };
			};
			const along = across ? place.x : place.y;
			drawn.push({
				...{ series, index, point, along },
				across: across ? place.y : place.x,
				base: bar.base ?? along,
				thickness: (across ? bar.height : bar.width) ?? 8,
				low: end(point.bounds?.low, 'low'),
				high: end(point.bounds?.high, 'high')
			});
		});
	});
	return drawn;
}

/** Runs a drawing that stays within an area and leaves the context as it was. */
export function drawWithin(
	context: CanvasRenderingContext2D,
	area: ChartArea,
	draw: () => void,
	room = 0
): void {
	context.save();
	context.beginPath();
	context.rect(area.left - room, area.top - room, area.width + 2 * room, area.height + 2 * room);
	context.clip();
	draw();
	context.restore();
}

/** Text with a rim of the paper, so that it can be read over lines. */
export function drawText(
	context: CanvasRenderingContext2D,
	text: string,
	at: { x: number; y: number },
	ink: string,
	rim?: string
): void {
	if (rim) {
		context.strokeStyle = rim;
		context.lineWidth = 4;
		context.lineJoin = 'round';
		context.strokeText(text, at.x, at.y);
	}
	context.fillStyle = ink;
	context.fillText(text, at.x, at.y);
}

export const FONT_PIXELS = 11;

export function fontOf({ font }: ChartLook): string {
	return `${FONT_PIXELS}px ${font}`;
}
