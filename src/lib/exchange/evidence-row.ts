import type { Figure } from '$lib/workbook';

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

/** What the ledger says of a figure: the bounds that its wording gives, its citation in words and the day it held. */
export interface FigureReading {
	readonly low: number;
	readonly high: number;
	readonly citation: string;
	readonly date: string;
}

/** The evidence of a reported cell: its figure record and what the ledger reads in it. */
export function evidenceOfFigure(figure: Figure, { low, high, citation, date }: FigureReading): EvidenceRow {
	return {
		label: figure.label,
		low,
		high,
		qualifier: figure.qualifier,
		unit: figure.unit,
		wording: figure.wording,
		source: citation,
		date,
		claim: ''
	};
}
