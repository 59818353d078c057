import type { ChartType } from '$lib/workbook';
import type { ChartData, ChartPoint } from './chart-data';

type Drawn = Omit<ChartData, 'subtitle' | 'summary'>;

/** What stands beside the title: unit, scale, and what whiskers mean where there are any. */
export function subtitleOf(data: Drawn, unit: string | undefined): string {
	const parts: string[] = [];
	if (unit && !isUnitInFormat(unit, data.valueFormat)) parts.push(unit);
	if (data.scale === 'logarithmic') parts.push('log scale');
	if (data.hasWhiskers) parts.push(`${hasBand(data) ? 'band' : 'whisker'} = what the source allows`);
	return parts.join(' · ');
}

/** Whether neighbours on a line both have bounds, between which a band is drawn. */
function hasBand({ type, series }: Drawn): boolean {
	const isBounded = (point?: ChartPoint) => point?.bounds !== undefined && point.value !== null;
	return (
		type === 'line' &&
		series.some(({ points }) =>
			points.some((point, index) => isBounded(point) && isBounded(points[index + 1]))
		)
	);
}

/** Whether the number format already shows the unit, as `$`, `%`, `×` and dates do. */
function isUnitInFormat(unit: string, format = ''): boolean {
	if (['USD', 'CNY', '%', '×', 'x'].includes(unit)) return /[$¥%×]|CN/.test(format);
	return ['share', 'date', 'index', 'text', 'year'].includes(unit);
}

const TYPE_WORDS: Readonly<Record<ChartType, string>> = {
	bar: 'Bar chart',
	'bar-horizontal': 'Bar chart',
	line: 'Line chart',
	points: 'Point chart',
	dots: 'Dot chart'
};

/** One sentence that names the chart and says what it shows, for who cannot see it. */
export function summaryOf({ title, type, scale, series, categories, marks }: Drawn): string {
	const kind = `${scale === 'time' ? 'Time line' : TYPE_WORDS[type]}${scale === 'logarithmic' ? ', log scale' : ''}`;
	const said = series.map(({ label, points }) => {
		const drawn = points.flatMap((point, index) =>
			point.value === null
				? []
				: [{ value: point.value, text: point.text, said: `${point.text} (${categories[index]!.text})` }]
		);
		const [first] = drawn;
		if (!first) return `${label}, no values`;
		if (drawn.length === 1) return `${label}, ${first.said}`;
		const least = drawn.reduce((a, b) => (b.value < a.value ? b : a));
		const most = drawn.reduce((a, b) => (b.value > a.value ? b : a));
		if (least.value === most.value) return `${label}, ${drawn.length} values, all ${first.text}`;
		const [from, to] = type === 'line' ? [first, drawn.at(-1)!] : [least, most];
		return `${label}, ${drawn.length} values from ${from.said} to ${to.said}`;
	});
	const lines = marks.map(({ label, text }) => `a line at ${text}, ${label}`);
	return `${title}. ${kind}: ${[...said, ...lines].join('; ')}.`;
}
