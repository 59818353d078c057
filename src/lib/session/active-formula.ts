import { findProblem, formulaSpans, meantCells, referencesIn } from '$lib/formula';
import {
	formatRange,
	isCellError,
	isFormula,
	type CellValue,
	type Content,
	type Range,
	type Workbook
} from '$lib/workbook';
import type { EditProblem } from './cell-edit.svelte';

/** A range on the sheet on show that a formula reads, in the colour of its reference. */
export interface ReferredRange {
	readonly range: Range;
	readonly colorIndex: number;
}

/** The ranges of a sheet that a formula written on `home` reads, also through names, each once. */
export function referredRanges(
	workbook: Workbook,
	formula: string,
	home: string,
	shown: string
): ReferredRange[] {
	const colors = new Map(formulaSpans(formula).map(({ start, colorIndex }) => [start, colorIndex]));
	const referred = new Map<string, ReferredRange>();
	for (const reference of referencesIn(formula)) {
		const meant = meantCells(workbook, home, reference);
		const colorIndex = colors.get(reference.start);
		if (!meant || meant.sheet !== shown || colorIndex === undefined) continue;
		referred.set(`${formatRange(meant.range)} ${colorIndex}`, { range: meant.range, colorIndex });
	}
	return [...referred.values()];
}

/** What is wrong with a cell: where its formula cannot be read, or what its value says. */
export function problemOf(content: Content, value: CellValue): EditProblem | undefined {
	const inText = isFormula(content) ? findProblem(content) : undefined;
	if (inText) return inText;
	return isCellError(value) ? { message: value.message } : undefined;
}
