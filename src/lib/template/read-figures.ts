import { QUALIFIERS, TIERS, type Figure, type Source } from '$lib/workbook';
import { readTable } from './data-table';

/** A figure and the heading of the block of the Figures sheet that it stands in. */
export interface PlacedFigure {
	readonly figure: Figure;
	readonly block: string;
}

/** Reads `sources.csv`. */
export function readSources(texts: Readonly<Record<string, string>>): Source[] {
	const columns = ['id', 'title', 'publisher', 'published', 'url', 'note'] as const;
	return readTable(texts, 'sources.csv', columns).map((row) => ({
		id: row.required('id'),
		title: row.required('title'),
		publisher: row.required('publisher'),
		published: row.text('published'),
		url: row.text('url'),
		note: row.text('note')
	}));
}

/** Reads `figures.csv`, in its order. */
export function readFigures(texts: Readonly<Record<string, string>>): PlacedFigure[] {
	return readTable(texts, 'figures.csv', FIGURE_COLUMNS).map((row) => ({
		block: row.required('block'),
		figure: {
			id: row.required('id'),
			name: row.required('name'),
			label: row.required('label'),
			entity: row.required('entity'),
			country: row.text('country'),
			category: row.required('category'),
			metric: row.required('metric'),
			published: row.number('value'),
			unit: row.required('unit'),
			qualifier: row.choice('qualifier', QUALIFIERS),
			wording: row.text('wording'),
			low: row.optionalNumber('low'),
			high: row.optionalNumber('high'),
			digits: row.optionalNumber('digits'),
			periodStart: row.text('period_start'),
			periodEnd: row.text('period_end'),
			asOf: row.text('as_of'),
			source: row.required('source'),
			tier: row.choice('tier', TIERS),
			attributedTo: row.text('attributed_to'),
			note: row.text('note')
		}
	}));
}

const FIGURE_COLUMNS = [
	'id',
	'name',
	'label',
	'block',
	'entity',
	'country',
	'category',
	'metric',
	'value',
	'unit',
	'qualifier',
	'wording',
	'low',
	'high',
	'digits',
	'period_start',
	'period_end',
	'as_of',
	'source',
	'tier',
	'attributed_to',
	'note'
] as const;
