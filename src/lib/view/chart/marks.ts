import type { Chart, Plugin } from 'chart.js';
import type { ChartDataMark } from '$lib/session/chart-data';
import { shortenLabel } from './axis-text';
import { drawText, fontOf, isHorizontal, type Drawing, type ReadDrawing } from './drawing';

/** Draws a dashed line across the plot at the value of every mark, with its label. */
export function marksPlugin(read: ReadDrawing): Plugin {
	return {
		id: 'marks',
		afterDatasetsDraw: (chart) => {
			const drawing = read();
			for (const mark of drawing.data.marks) drawMark(chart, drawing, mark);
		}
	};
}

/** Whether the line of a mark stands upright, so that its label goes above the plot. */
export function isUpright({ data }: Drawing, { axis }: ChartDataMark): boolean {
	return (axis === 'value') === isHorizontal(data);
}

function drawMark(chart: Chart, drawing: Drawing, mark: ChartDataMark): void {
	const { ctx: context, chartArea: area } = chart;
	const { look } = drawing;
	const upright = isUpright(drawing, mark);
	const scale = chart.scales[upright ? 'x' : 'y'];
	if (!scale || mark.value < scale.min || mark.value > scale.max) return;
	const at = scale.getPixelForValue(mark.value);
	context.save();
	context.strokeStyle = look.ink;
	context.lineWidth = 1.25;
	context.setLineDash([4, 3]);
	context.beginPath();
	if (upright) {
		context.moveTo(at, area.top - 4);
		context.lineTo(at, area.bottom);
	} else {
		context.moveTo(area.left, at);
		context.lineTo(area.right, at);
	}
	context.stroke();
	context.setLineDash([]);
	context.font = fontOf(look);
	const measure = (text: string) => context.measureText(text).width;
	const label = shortenLabel(`${mark.label} · ${mark.text}`, chart.width - 8, measure);
	const width = measure(label);
	context.textAlign = 'left';
	context.textBaseline = 'bottom';
	const x = upright
		? Math.max(4, Math.min(at - width / 2, chart.width - width - 4))
		: isLowAtStart(drawing, mark.value)
			? area.left + 4
			: area.right - width - 4;
	drawText(context, label, { x, y: upright ? area.top - 6 : at - 3 }, look.ink, look.paper);
	context.restore();
}

/** Whether the values at the start keep further from a mark than those at the end, so that its label goes there. */
function isLowAtStart({ data }: Drawing, mark: number): boolean {
	const distance = (value: number) =>
		Math.abs(data.scale === 'logarithmic' ? Math.log(value / mark) : value - mark);
	const nearest = (take: 0 | -1) =>
		Math.min(
			...data.series.map(({ points }) => {
				const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
				return distance(values.at(take) ?? Infinity);
			})
		);
	return nearest(0) >= nearest(-1);
}
