import type { Scale } from 'chart.js';
import { dateTicks, linearScale, logarithmicScale, valueExtent, type AxisScale } from './axis-scale';
import { dateTickFormat, isDateFormat, shortenLabel, tickTexts, wrapLabel } from './axis-text';
import type { AxisOptions } from './chart-config';
import { FONT_PIXELS, fontOf, hasBars, isHorizontal, type Drawing } from './drawing';

/** The axis of values. */
export function valueAxisOf(drawing: Drawing): AxisOptions {
	const { data } = drawing;
	const extent = valueExtent(data) ?? { min: 0, max: 1, isOpenLow: false, isOpenHigh: false };
	if (data.scale === 'time') {
		const room = (extent.max - extent.min) * 0.02 || 30;
		return dateAxis(drawing, { min: extent.min - room, max: extent.max + room });
	}
	const isLogarithmic = data.scale === 'logarithmic' && extent.min > 0;
	const scale = isLogarithmic
		? logarithmicScale(extent, hasBars(data))
		: linearScale(extent, hasBars(data) || (data.type === 'line' && extent.min >= 0));
	return axisAt(drawing, isLogarithmic ? 'logarithmic' : 'linear', scale, data.valueFormat);
}

/** The other axis: categories one after the other, or at their positions. */
export function indexAxisOf(drawing: Drawing): AxisOptions {
	const { data } = drawing;
	if (!data.hasPositions) return categoryAxis(drawing);
	const marks = data.marks.filter(({ axis }) => axis === 'category').map(({ value }) => value);
	const positions = data.categories.map(({ position }) => position!);
	const span = { min: Math.min(...positions, ...marks), max: Math.max(...positions, ...marks) };
	if (isDateFormat(data.positionFormat)) return dateAxis(drawing, span);
	const step = Math.ceil(positions.length / 8);
	const ticks = positions.filter((_, index) => index % step === 0);
	return axisAt(drawing, 'linear', { ...span, ticks }, data.positionFormat, false);
}

function axisAt(
	{ data, look }: Drawing,
	type: 'linear' | 'logarithmic',
	{ min, max, ticks }: AxisScale,
	format: string | undefined,
	hasGrid = true
): AxisOptions {
	const texts = tickTexts(ticks, format, data.locale);
	return {
		type,
		min,
		max,
		border: { display: false },
		grid: { display: hasGrid, color: look.line, tickLength: 4 },
		afterBuildTicks: (axis) => {
			axis.ticks = ticks.map((value) => ({ value }));
		},
		ticks: {
			...tickLook(look.muted, look.font),
			callback: (_, index) => (texts[index] === texts[index - 1] ? '' : (texts[index] ?? ''))
		}
	};
}

/** How much of the canvas one tick of dates takes, in pixels. */
const DATE_TICK_PIXELS = 62;

function dateAxis({ data, look }: Drawing, { min, max }: { min: number; max: number }): AxisOptions {
	let texts: string[] = [];
	return {
		type: 'linear',
		min,
		max,
		border: { display: false },
		grid: { color: look.line, tickLength: 4 },
		afterBuildTicks: (axis) => {
			const { ticks, stepMonths } = dateTicks(min, max, Math.max(2, axis.chart.width / DATE_TICK_PIXELS));
			texts = tickTexts(ticks, dateTickFormat(stepMonths), data.locale);
			axis.ticks = ticks.map((value) => ({ value }));
		},
		ticks: { ...tickLook(look.muted, look.font), callback: (_, index) => texts[index] ?? '' }
	};
}

/** Labels too wide for their categories are turned; where there are more than this, every second or third is shown instead. */
const MOST_TURNED_LABELS = 8;

/** Chart.js turns labels that come nearer to each other than 6 pixels. */
const TURN_PIXELS = 7;

function categoryAxis(drawing: Drawing): AxisOptions {
	const { data, look } = drawing;
	const across = isHorizontal(data);
	const count = Math.max(1, data.categories.length);
	return {
		type: 'category',
		offset: true,
		// The events of a time line stand beside their dots.
		display: data.scale !== 'time',
		grid: { display: false },
		border: { display: !across, color: look.line },
		ticks: {
			...tickLook(look.ink, look.font),
			maxRotation: count <= MOST_TURNED_LABELS ? 45 : 0,
			callback(this: Scale, _: string | number, index: number) {
				const { ctx: context, width, height } = this.chart;
				context.font = fontOf(look);
				const measure = (text: string) => context.measureText(text).width;
				const text = data.categories[index]?.text ?? '';
				if (across)
					return wrapLabel(text, Math.min(180, width * 0.36), height / count >= 32 ? 2 : 1, measure);
				const room = this.maxWidth / count - TURN_PIXELS;
				const longest = Math.max(...data.categories.flatMap(({ text }) => text.split(' ').map(measure)));
				if (longest <= room) return wrapLabel(text, room, 3, measure);
				if (count <= MOST_TURNED_LABELS) return shortenLabel(text, 90, measure);
				const every = Math.ceil(longest / (room + TURN_PIXELS - 2));
				return index % every === 0 ? wrapLabel(text, Math.max(longest, room * every), 3, measure) : '';
			}
		}
	};
}

function tickLook(color: string, family: string) {
	return {
		color,
		font: { family, size: FONT_PIXELS },
		padding: 4,
		maxRotation: 0,
		autoSkip: false,
		includeBounds: false
	};
}
