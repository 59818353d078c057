import {
	BarController,
	BarElement,
	CategoryScale,
	Chart,
	LineController,
	LineElement,
	LinearScale,
	LogarithmicScale,
	PointElement,
	Tooltip
} from 'chart.js';
import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import type { ChartData } from '$lib/session/chart-data';
import { sameRecord } from '$lib/workbook';
import { chartConfig, updateChart } from './chart-config';
import { readLook, watchLook } from './chart-look';
import type { Drawing } from './drawing';
import { marksPlugin } from './marks';
import { valueLabelsPlugin } from './value-labels';
import { whiskersPlugin } from './whiskers';

Chart.register(
	BarController,
	BarElement,
	CategoryScale,
	LineController,
	LineElement,
	LinearScale,
	LogarithmicScale,
	PointElement,
	Tooltip
);

const ANIMATION_MS = 180;

/** Draws a chart on a canvas, and again in place whenever its data or the theme change and for paper. */
export function drawChart(read: () => ChartData): Attachment<HTMLCanvasElement> {
	return (canvas) => {
		let drawing: Drawing = untrack(() => ({ data: read(), look: readLook(canvas, false) }));
		const readDrawing = () => drawing;
		const chart = untrack(
			() =>
				new Chart(canvas, {
					...chartConfig(drawing, 0),
					plugins: [whiskersPlugin(readDrawing), marksPlugin(readDrawing), valueLabelsPlugin(readDrawing)]
				})
		);
		const redraw = (next: Drawing, animationMs: number) => {
			drawing = next;
			updateChart(chart, drawing, animationMs);
		};

		$effect(() => {
			const data = read();
			untrack(() => {
				const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
				if (!sameRecord(data, drawing.data)) redraw({ ...drawing, data }, isStill ? 0 : ANIMATION_MS);
			});
		});
		const stop = watchLook((isPrinting) => redraw({ ...drawing, look: readLook(canvas, isPrinting) }, 0));
		return () => {
			stop();
			chart.destroy();
		};
	};
}
