import type { Figure, Source } from '$lib/workbook';

/**
 * What is known of a number beside its value. Texts are empty and bounds `null` where nothing is known; an end without
 * limit is infinite.
 */
export interface EvidenceRow {
	readonly label: string;
	readonly low: number | null;
	readonly high: number | null;
	readonly qualifier: string;
	readonly unit: string;
	readonly wording: string;
	readonly source: string;
	readonly date: string;
	readonly claim: string;
}

/** When a figure held: as of the day it names, else at the end of its period, else when its source was published. */
export function dateOfFigure(figure: Figure, source: Source | undefined): string {
	return figure.asOf || figure.periodEnd || source?.published || '';
}

/** The evidence of a reported cell: its figure record, with the bounds that its wording gives and its citation in words. */
export function evidenceOfFigure(
	figure: Figure,
	source: Source | undefined,
	{ low, high, citation }: { readonly low: number; readonly high: number; readonly citation: string }
): EvidenceRow {
	return {
		label: figure.label,
		low,
		high,
		qualifier: figure.qualifier,
		unit: figure.unit,
		wording: figure.wording,
		source: citation,
		date: dateOfFigure(figure, source),
		claim: ''
	};
}
