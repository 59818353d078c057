import type { Interval } from '$lib/interval';
import {
	isCellError,
	type CellValue,
	type Chart,
	type ChartPick,
	type ChartType,
	type Place
} from '$lib/workbook';
import { subtitleOf, summaryOf } from './chart-words';

export { placesOfReference } from './chart-places';

/** What a chart reads of the workbook and its computed values. */
export interface ChartSource {
	readonly locale: string;
	/** The cells of a name or range in reading order; undefined where it refers to none. */
	placesOf(reference: string): readonly Place[] | undefined;
	valueAt(place: Place): CellValue;
	/** The value as the cell shows it. */
	textAt(place: Place): string;
	formatAt(place: Place): string | undefined;
	unitAt(place: Place): string | undefined;
	/** Bounds of a cell that is a figure's or whose formula is only a figure's name; undefined for any other. */
	boundsAt(place: Place): Interval | undefined;
	/** The figure's qualifier or wording in words, where the cell has one. */
	wordsAt(place: Place): string | undefined;
	/** An end of bounds as a cell of this number format shows it. */
	boundText(bound: number, end: 'low' | 'high', format: string | undefined): string;
}

export interface ChartPoint {
	/** Null is a gap; `text` then says what stands in its place, if anything. */
	readonly value: number | null;
	readonly text: string;
	readonly bounds?: Interval;
	/** `more than $100.00M`, `no limit`; empty where the point has no bounds. */
	readonly lowText: string;
	readonly highText: string;
	readonly words: string;
	readonly isHollow: boolean;
	readonly isDashed: boolean;
}

export interface ChartDataSeries {
	readonly label: string;
	readonly isProjected: boolean;
	/** One for each category, in their order. */
	readonly points: readonly ChartPoint[];
}

/** A category. `position` is its place on a numeric axis where all categories have one. */
export interface ChartCategory {
	readonly text: string;
	readonly position?: number;
}

export interface ChartDataMark {
	readonly label: string;
	readonly axis: 'value' | 'category';
	readonly value: number;
	readonly text: string;
}

/** A chart with everything it draws, as plain data. */
export interface ChartData {
	readonly id: string;
	readonly title: string;
	readonly subtitle: string;
	readonly caption: string;
	/** One sentence for who cannot see the drawing. */
	readonly summary: string;
	readonly type: ChartType;
	readonly scale: Chart['scale'];
	readonly locale: string;
	readonly valueFormat: string | undefined;
	readonly categories: readonly ChartCategory[];
	/** Set where the categories have positions. */
	readonly positionFormat: string | undefined;
	readonly hasPositions: boolean;
	readonly series: readonly ChartDataSeries[];
	readonly marks: readonly ChartDataMark[];
	/** Whether any point has bounds so much wider than its value that a whisker can be seen. */
	readonly hasWhiskers: boolean;
	/** Sentences about what is not drawn. */
	readonly notes: readonly string[];
}

/** Reads everything that a chart draws. */
export function readChart(chart: Chart, source: ChartSource): ChartData {
	const notes: string[] = [];
	const places = (reference: string): readonly Place[] => {
		const found = source.placesOf(reference);
		if (!found)
			notes.push(`“${reference}” is not a name or a range of this workbook, so nothing is drawn of it.`);
		return found ?? [];
	};
	const categoryPlaces = places(chart.categories);
	const columns = chart.series.map((series) => ({ series, places: places(series.values) }));
	const count = Math.max(categoryPlaces.length, ...columns.map((column) => column.places.length));
	const isHollow = pickedBy(chart.hollow, places, source);
	const isDashed = pickedBy(chart.dashed, places, source);

	const labelAt = (index: number) => {
		const place = categoryPlaces[index];
		return place ? source.textAt(place) : '';
	};
	const offScale: string[] = [];
	const all = columns.map(({ series, places }) => {
		const points = Array.from({ length: count }, (_, index): ChartPoint => {
			const place = places[index];
			if (!place) return BLANK;
			const value = source.valueAt(place);
			const text = source.textAt(place);
			const said = columns.length > 1 ? `${labelAt(index)}, ${series.label}` : labelAt(index);
			if (isCellError(value)) notes.push(`${said}: ${value.error}. ${value.message}`);
			if (typeof value !== 'number') return { ...BLANK, text };
			const isOff = chart.scale === 'logarithmic' && value <= 0;
			if (isOff) offScale.push(said);
			return {
				value: isOff ? null : value,
				text,
				...boundsOf(place, source, chart.hasWhiskers),
				words: source.wordsAt(place) ?? '',
				isHollow: series.isProjected === true || isHollow(index),
				isDashed: isDashed(index)
			};
		});
		return { label: series.label, isProjected: series.isProjected === true, points };
	});
	if (offScale.length > 0) {
		notes.push(`A logarithmic scale has no place for zero or less; left out: ${offScale.join('; ')}.`);
	}

	// A line keeps its gaps; elsewhere a category with nothing to show would be an empty row.
	const kept = Array.from({ length: count }, (_, index) => index).filter(
		(index) => chart.type === 'line' || all.some(({ points }) => points[index]!.text !== '')
	);
	const series = all.map((one) => ({ ...one, points: kept.map((index) => one.points[index]!) }));
	const { categories, hasPositions } = categoriesOf(
		chart,
		kept.map((index) => categoryPlaces[index]),
		source
	);
	const first = columns
		.flatMap((column) => column.places)
		.find((place) => typeof source.valueAt(place) === 'number');
	const drawn = {
		...{ id: chart.id, title: chart.title, caption: chart.caption, type: chart.type, scale: chart.scale },
		locale: source.locale,
		valueFormat: first && source.formatAt(first),
		positionFormat: hasPositions ? source.formatAt(categoryPlaces[kept[0]!]!) : undefined,
		...{ categories, hasPositions, series },
		marks: marksOf(chart, source, hasPositions, notes),
		hasWhiskers: hasVisibleWhisker(
			chart,
			series.flatMap(({ points }) => points)
		),
		notes
	};
	return {
		...drawn,
		subtitle: subtitleOf(drawn, first && source.unitAt(first)),
		summary: summaryOf(drawn)
	};
}

const BLANK: ChartPoint = {
	value: null,
	text: '',
	lowText: '',
	highText: '',
	words: '',
	isHollow: false,
	isDashed: false
};

/** A whisker shorter than this share of the plot cannot be told from the end of its bar. */
const LEAST_WHISKER = 0.008;

/** Decades that a logarithmic plot spans, about. */
const DECADES = 4;

/** Whether any whisker is long enough to be seen, so that it needs words. */
function hasVisibleWhisker({ scale }: Chart, points: readonly ChartPoint[]): boolean {
	const drawn = points.filter(({ value }) => value !== null);
	const greatest = Math.max(...drawn.map(({ value }) => Math.abs(value!)));
	return drawn.some(({ bounds }) => {
		if (!bounds) return false;
		const { low, high } = bounds;
		const length =
			scale === 'logarithmic' ? Math.log10(high / Math.max(low, 0)) / DECADES : (high - low) / greatest;
		return length >= LEAST_WHISKER;
	});
}

function pickedBy(
	pick: ChartPick | undefined,
	placesOf: (reference: string) => readonly Place[],
	source: ChartSource
): (index: number) => boolean {
	if (!pick) return () => false;
	const places = placesOf(pick.range);
	const word = pick.word.toLowerCase();
	return (index) => {
		const place = places[index];
		return (
			place !== undefined &&
			source
				.textAt(place)
				.toLowerCase()
				.split(/[^\p{L}\p{N}]+/u)
				.includes(word)
		);
	};
}

function boundsOf(
	place: Place,
	source: ChartSource,
	isWanted: boolean
): Pick<ChartPoint, 'bounds' | 'lowText' | 'highText'> {
	const bounds = isWanted ? source.boundsAt(place) : undefined;
	if (!bounds || (bounds.low === -Infinity && bounds.high === Infinity)) return { lowText: '', highText: '' };
	const format = source.formatAt(place);
	const text = (end: 'low' | 'high', isOpen: boolean, words: string) => {
		if (!Number.isFinite(bounds[end])) return 'no limit';
		return (isOpen ? words : '') + source.boundText(bounds[end], end, format);
	};
	return {
		bounds,
		lowText: text('low', bounds.isLowOpen, 'more than '),
		highText: text('high', bounds.isHighOpen, 'less than ')
	};
}

/** Numeric categories of lines and points stand where their numbers say; all others one after the other. */
function categoriesOf(
	chart: Chart,
	places: readonly (Place | undefined)[],
	source: ChartSource
): Pick<ChartData, 'categories' | 'hasPositions'> {
	const values = places.map((place) => (place ? source.valueAt(place) : null));
	const isNumeric = (chart.type === 'line' || chart.type === 'points') && chart.scale !== 'time';
	const hasPositions =
		isNumeric && values.length > 0 && values.every((value): value is number => typeof value === 'number');
	const categories = places.map((place, index) => ({
		text: place ? source.textAt(place) : '',
		...(hasPositions ? { position: values[index] as number } : {})
	}));
	return { categories, hasPositions };
}

function marksOf(chart: Chart, source: ChartSource, hasPositions: boolean, notes: string[]): ChartDataMark[] {
	return chart.marks.flatMap(({ label, value: reference, axis }) => {
		const place = source.placesOf(reference)?.[0];
		if (!place) {
			notes.push(`${label}: “${reference}” is not a name or a range of this workbook.`);
			return [];
		}
		const value = source.valueAt(place);
		const text = source.textAt(place);
		if (typeof value !== 'number') {
			notes.push(
				isCellError(value) ? `${label}: ${value.error}. ${value.message}` : `${label}: ${text || 'blank'}.`
			);
			return [];
		}
		if (axis === 'category' && !hasPositions) {
			notes.push(`${label} (${text}) is not drawn: the categories are not numbers or dates.`);
			return [];
		}
		if (axis === 'value' && chart.scale === 'logarithmic' && value <= 0) {
			notes.push(`${label} (${text}) is not drawn: a logarithmic scale has no place for zero or less.`);
			return [];
		}
		return [{ label, axis, value, text }];
	});
}
