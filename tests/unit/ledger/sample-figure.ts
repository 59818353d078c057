import type { Figure } from '$lib/workbook';

/** A figure of 6,000,000 US dollars with one printed digit, with other fields where given. */
export function sampleFigure(fields: Partial<Figure> = {}): Figure {
	return {
		id: 'training-cost',
		name: 'maker.training_cost',
		label: 'Training cost',
		entity: 'Maker',
		country: 'CN',
		category: 'training-cost',
		metric: 'training cost',
		published: 6_000_000,
		unit: 'USD',
		qualifier: 'exact',
		wording: '',
		low: null,
		high: null,
		digits: 1,
		periodStart: '',
		periodEnd: '',
		asOf: '',
		source: 'report',
		tier: 'press',
		attributedTo: '',
		note: '',
		...fields
	};
}
