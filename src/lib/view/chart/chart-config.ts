import type { Chart, ChartConfiguration, ChartDataset, TooltipItem } from 'chart.js';
import type { ChartData, ChartPoint } from '$lib/session/chart-data';
import { indexAxisOf, valueAxisOf } from './axes';
import { fade } from './chart-look';
import { hasBars, isHorizontal, type Drawing } from './drawing';
import { isUpright } from './marks';
import { LINE_DASHES, POINT_SHAPES, barFillOf, barPaint, colourOf } from './series-style';

type Datum = number | null | { x: number; y: number | null };
export type Config = ChartConfiguration<'bar' | 'line', Datum[], string>;
export type Options = NonNullable<Config['options']>;
export type AxisOptions = NonNullable<NonNullable<Options['scales']>[string]>;

/** Data and options of Chart.js for a drawing. */
export function chartConfig(
	drawing: Drawing,
	animationMs: number
): Pick<Config, 'type' | 'data' | 'options'> {
	const { data } = drawing;
	const across = isHorizontal(data);
	const value = valueAxisOf(drawing);
	const index = indexAxisOf(drawing);
	return {
		type: hasBars(data) ? 'bar' : 'line',
		data: {
			labels: data.categories.map(({ text }) => text),
			datasets: data.series.map((_, series) => datasetOf(drawing, series))
		},
		options: {
			indexAxis: across ? 'y' : 'x',
			responsive: true,
			skipNull: true,
			maintainAspectRatio: false,
			animation: animationMs > 0 ? { duration: animationMs } : false,
			layout: { padding: paddingOf(drawing) },
			interaction: { mode: 'nearest', axis: across ? 'y' : 'xy', intersect: false },
			scales: (across ? { x: value, y: index } : { x: index, y: value }) as Options['scales'],
			plugins: { tooltip: tooltipOf(drawing) }
		}
	};
}

function datasetOf({ data, look }: Drawing, index: number): ChartDataset<'bar' | 'line', Datum[]> {
	const series = data.series[index]!;
	const colour = colourOf(look, index);
	const base = {
		label: series.label,
		data: series.points.map(({ value }, at): Datum => {
			const position = data.categories[at]!.position;
			return position === undefined ? value : { x: position, y: value };
		})
	};
	if (hasBars(data)) {
		const paint = barPaint(barFillOf(index), colour, look.paper);
		const fill = ({ isHollow, isDashed }: ChartPoint) =>
			isDashed ? fade(colour, 0.18) : isHollow ? look.paper : paint;
		return {
			...base,
			type: 'bar',
			backgroundColor: series.points.map(fill),
			borderColor: colour,
			borderWidth: series.points.map(({ isHollow, isDashed }) => (isHollow && !isDashed ? 1.5 : 0)),
			borderRadius: series.points.map(({ isDashed }) => (isDashed ? 0 : 3)),
			maxBarThickness: data.type === 'bar' ? 40 : data.series.length > 1 ? 12 : 22,
			categoryPercentage: data.series.length > 1 ? 0.84 : 0.72,
			barPercentage: data.series.length > 1 ? 0.92 : 1
		};
	}
	return {
		...base,
		type: 'line',
		showLine: data.type === 'line',
		borderColor: colour,
		borderWidth: 2,
		borderDash: [...LINE_DASHES[index % LINE_DASHES.length]!],
		pointStyle: POINT_SHAPES[index % POINT_SHAPES.length]!,
		pointRadius: data.type === 'line' ? 3 : 5,
		pointHoverRadius: data.type === 'line' ? 4.5 : 6.5,
		pointBorderWidth: 1.5,
		pointBorderColor: colour,
		pointBackgroundColor: series.points.map(({ isHollow }) => (isHollow ? look.paper : colour)),
		spanGaps: false,
		clip: 8,
		// Later lines lie above earlier ones, so that their dashes show where two run together.
		order: -index
	};
}

/** Room around the plot for the labels that stand outside it. */
function paddingOf(drawing: Drawing): { top: number; right: number; bottom: number; left: number } {
	const { data } = drawing;
	const isLabelledAbove = data.type === 'bar' || data.type === 'points';
	const hasUpright = data.marks.some((mark) => isUpright(drawing, mark));
	const isLabelledBeside = isHorizontal(data) && data.scale !== 'time';
	return {
		top: hasUpright ? 20 : isLabelledAbove && data.scale !== 'time' ? 14 : 6,
		right: isLabelledBeside && !hasOpenHigh(data) ? longestText(data) * CHARACTER_PIXELS + 8 : 12,
		bottom: 0,
		left: 0
	};
}

/** About the width of a character of a number, for room that is kept before there is a canvas to measure on. */
const CHARACTER_PIXELS = 7;

function longestText({ series }: ChartData): number {
	return Math.max(0, ...series.flatMap(({ points }) => points.map(({ text }) => text.length)));
}

function hasOpenHigh({ series }: ChartData): boolean {
	return series.some(({ points }) => points.some(({ bounds }) => bounds?.high === Infinity));
}

function tooltipOf({ data, look }: Drawing): NonNullable<NonNullable<Options['plugins']>['tooltip']> {
	const pointOf = ({ datasetIndex, dataIndex }: TooltipItem<'bar' | 'line'>) =>
		data.series[datasetIndex]?.points[dataIndex];
	return {
		backgroundColor: look.ink,
		titleColor: look.paper,
		bodyColor: look.paper,
		titleFont: { family: look.font, size: 12, weight: 600 },
		bodyFont: { family: look.font, size: 12 },
		padding: 8,
		displayColors: false,
		callbacks: {
			title: (items) => items.slice(0, 1).map(({ dataIndex }) => data.categories[dataIndex]?.text ?? ''),
			label: (item) => {
				const point = pointOf(item);
				const label = data.series[item.datasetIndex]?.label ?? '';
				return point ? [`${label}: ${point.text}`, ...pointWords(point)] : '';
			}
		}
	};
}

/** What a source says of a point beyond its value: its words and its bounds. */
export function pointWords({ words, lowText, highText, isDashed }: ChartPoint): string[] {
	return [
		...(words ? [words] : []),
		...(lowText || highText ? [`low: ${lowText} · high: ${highText}`] : []),
		...(isDashed ? ['disputed'] : [])
	];
}

/** The part of a chart that a config replaces; elements are kept, so that bars move from where they are. */
export function updateChart(
	chart: Chart<'bar' | 'line', Datum[], string>,
	drawing: Drawing,
	animationMs: number
): void {
	const { data, options } = chartConfig(drawing, animationMs);
	chart.data.labels = data.labels ?? [];
	chart.data.datasets.length = Math.min(chart.data.datasets.length, data.datasets.length);
	data.datasets.forEach((dataset, index) => {
		const before = chart.data.datasets[index];
		if (before) Object.assign(before, dataset);
		else chart.data.datasets.push(dataset);
	});
	chart.options = options ?? {};
	chart.update();
}
