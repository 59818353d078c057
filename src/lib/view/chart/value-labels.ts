import type { Chart, Plugin } from 'chart.js';
import { shortenLabel } from './axis-text';
import { readableOn } from './chart-look';
import {
	drawText,
	drawnPoints,
	fontOf,
	hasBars,
	isHorizontal,
	type DrawnPoint,
	type Drawing,
	type ReadDrawing
} from './drawing';
import { barFillOf, colourOf } from './series-style';

/** Draws values at the ends of bars and beside dots where there is room, events on a time line, and texts in gaps. */
export function valueLabelsPlugin(read: ReadDrawing): Plugin {
	return {
		id: 'value-labels',
		afterDatasetsDraw: (chart) => {
			const drawing = read();
			const { data, look } = drawing;
			const context = chart.ctx;
			context.save();
			context.font = fontOf(look);
			context.textBaseline = 'middle';
			const points = drawnPoints(chart, data);
			for (const point of points) {
				if (point.point.isDashed && hasBars(data)) outlineDashed(chart, drawing, point);
				if (data.scale === 'time') labelEvent(chart, drawing, point);
				else if (isHorizontal(data)) labelBeside(chart, drawing, point);
				else if (data.type !== 'line') labelAbove(chart, drawing, point, points);
			}
			if (isHorizontal(data)) labelGaps(chart, drawing);
			context.restore();
		}
	};
}

const GAP_PIXELS = 6;

/** Bars of Chart.js have no dashed outline of their own. */
function outlineDashed(chart: Chart, { data, look }: Drawing, point: DrawnPoint): void {
	const { series, along, across, base, thickness } = point;
	const context = chart.ctx;
	context.save();
	context.strokeStyle = colourOf(look, series);
	context.lineWidth = 1.5;
	context.setLineDash([4, 3]);
	const [left, top] = isHorizontal(data) ? [base, across - thickness / 2] : [across - thickness / 2, base];
	const [width, height] = isHorizontal(data) ? [along - base, thickness] : [thickness, along - base];
	context.strokeRect(left, top, width, height);
	context.restore();
}

/** After the bar and its whisker; within the bar where an arrow runs on from its end. */
function labelBeside(chart: Chart, { data, look }: Drawing, point: DrawnPoint): void {
	if (point.thickness < 8) return;
	const context = chart.ctx;
	const { text, value, isHollow, isDashed } = point.point;
	const width = context.measureText(text).width;
	const isLeftward = hasBars(data) && value! < 0;
	const reach = isLeftward
		? Math.min(point.along, point.low?.at ?? Infinity)
		: Math.max(point.along, point.high?.at ?? -Infinity);
	const x = isLeftward ? reach - GAP_PIXELS - width : reach + GAP_PIXELS + (hasBars(data) ? 0 : 2);
	context.textAlign = 'left';
	if (x >= 0 && x + width <= chart.width - 1) {
		drawText(context, text, { x, y: point.across }, look.ink, look.paper);
		return;
	}
	const room = Math.min(point.along, point.low?.at ?? Infinity) - point.base;
	const isPlain = !isHollow && barFillOf(point.series) === 'solid';
	if (hasBars(data) && isPlain && room >= width + 2 * GAP_PIXELS && point.thickness >= 12) {
		const ink = isDashed ? look.ink : readableOn(colourOf(look, point.series), look.paper, look.ink);
		drawText(context, text, { x: point.base + GAP_PIXELS, y: point.across }, ink);
	} else if (!hasBars(data)) {
		drawText(context, text, { x: point.along - width / 2, y: point.across - 13 }, look.ink, look.paper);
	}
}

/** Above the bar or dot and its whisker, unless it would meet the label of its neighbour. */
function labelAbove(
	chart: Chart,
	{ data, look }: Drawing,
	point: DrawnPoint,
	all: readonly DrawnPoint[]
): void {
	const context = chart.ctx;
	const { text, value } = point.point;
	const width = context.measureText(text).width;
	const spacing = Math.min(
		...all
			.filter((other) => other !== point)
			.map((other) => Math.abs(other.across - point.across))
			.filter((distance) => distance > 0)
	);
	if (width > spacing - 2) return;
	const isDownward = hasBars(data) && value! < 0;
	const reach = isDownward
		? Math.max(point.along, point.low?.at ?? -Infinity) + 8
		: Math.min(point.along, point.high?.at ?? Infinity) - (hasBars(data) ? 8 : 12);
	context.textAlign = 'center';
	if (reach >= 5) drawText(context, text, { x: point.across, y: reach }, look.ink, look.paper);
}

/** The event itself on that side of its date where there is more room. */
function labelEvent(chart: Chart, { data, look }: Drawing, point: DrawnPoint): void {
	const context = chart.ctx;
	const gap = GAP_PIXELS + 2;
	const right = chart.width - point.along - gap - 4;
	const left = point.along - gap - 4;
	const measure = (text: string) => context.measureText(text).width;
	const label = data.categories[point.index]!.text;
	const isRight = measure(label) <= right || right >= left;
	const text = shortenLabel(label, isRight ? right : left, measure);
	context.textAlign = isRight ? 'left' : 'right';
	const x = point.along + (isRight ? gap : -gap);
	drawText(context, text, { x, y: point.across }, look.ink, look.paper);
}

/** What stands in a cell that has no number, where its bar would begin. */
function labelGaps(chart: Chart, { data, look }: Drawing): void {
	const scale = chart.scales['y'];
	if (!scale || data.series.length > 1) return;
	chart.ctx.textAlign = 'left';
	data.series[0]?.points.forEach(({ value, text }, index) => {
		if (value !== null || text === '') return;
		const label = data.scale === 'time' ? `${data.categories[index]!.text}: ${text}` : text;
		const at = { x: chart.chartArea.left + GAP_PIXELS, y: scale.getPixelForValue(index) };
		drawText(chart.ctx, label, at, look.muted, look.paper);
	});
}
