import type { Chart, Plugin } from 'chart.js';
import { fade } from './chart-look';
import { drawWithin, drawnPoints, isHorizontal, type DrawnPoint, type ReadDrawing } from './drawing';
import { colourOf } from './series-style';

/** Draws what the sources allow: whiskers with an arrow where there is no limit, and bands along lines. */
export function whiskersPlugin(read: ReadDrawing): Plugin {
	return {
		id: 'whiskers',
		beforeDatasetsDraw: (chart) => {
			const { data, look } = read();
			if (data.type !== 'line') return;
			for (const run of bandsOf(drawnPoints(chart, data))) {
				drawWithin(chart.ctx, chart.chartArea, () =>
					drawBand(chart.ctx, run, fade(colourOf(look, run[0]!.series), 0.16))
				);
			}
		},
		afterDatasetsDraw: (chart) => {
			const { data, look } = read();
			const points = drawnPoints(chart, data);
			const inBands = new Set(data.type === 'line' ? bandsOf(points).flat() : []);
			for (const point of points) {
				if (!inBands.has(point)) drawWhisker(chart, point, isHorizontal(data), look.ink);
			}
		}
	};
}

/** Below this length in pixels a whisker is only a blot on the end of its bar. */
const LEAST_PIXELS = 1.5;

function hasWhisker({ low, high }: DrawnPoint): boolean {
	return low !== undefined && high !== undefined && Math.abs(high.at - low.at) >= LEAST_PIXELS;
}

/** Runs of at least two points of a series, one beside the other, that have bounds. */
function bandsOf(points: readonly DrawnPoint[]): DrawnPoint[][] {
	const runs: DrawnPoint[][] = [];
	for (const point of points) {
		if (!hasWhisker(point)) continue;
		const run = runs.at(-1);
		const before = run?.at(-1);
		if (run && before?.series === point.series && before.index === point.index - 1) run.push(point);
		else runs.push([point]);
	}
	return runs.filter((run) => run.length > 1);
}

function drawBand(context: CanvasRenderingContext2D, run: readonly DrawnPoint[], paint: string): void {
	context.beginPath();
	for (const { across, high } of run) context.lineTo(across, high!.at);
	for (const { across, low } of run.toReversed()) context.lineTo(across, low!.at);
	context.closePath();
	context.fillStyle = paint;
	context.fill();
}

function drawWhisker(chart: Chart, point: DrawnPoint, isAcross: boolean, ink: string): void {
	if (!hasWhisker(point)) return;
	const { across, low, high } = point;
	const cap = Math.min(4.5, Math.max(2.5, point.thickness / 2 - 2));
	const context = chart.ctx;
	const to = (along: number, sideways: number, verb: 'moveTo' | 'lineTo') =>
		isAcross ? context[verb](along, across + sideways) : context[verb](across + sideways, along);
	drawWithin(
		context,
		chart.chartArea,
		() => {
			context.strokeStyle = ink;
			context.lineWidth = 1.5;
			context.lineJoin = context.lineCap = 'round';
			context.beginPath();
			to(low!.at, 0, 'moveTo');
			to(high!.at, 0, 'lineTo');
			for (const [end, other] of [
				[low!, high!],
				[high!, low!]
			] as const) {
				if (end.isBeyond) {
					const back = end.at + Math.sign(other.at - end.at) * (cap + 1);
					to(back, -cap, 'moveTo');
					to(end.at, 0, 'lineTo');
					to(back, cap, 'lineTo');
				} else if (end.at !== point.along || !other.isBeyond) {
					to(end.at, -cap, 'moveTo');
					to(end.at, cap, 'lineTo');
				}
			}
			context.stroke();
		},
		2
	);
}
