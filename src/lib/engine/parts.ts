import { isFormula, type Patch, type Workbook } from '$lib/workbook';
import type { FormatText } from './format-text';
import { RARE_NAMES, type NumericFunction } from './functions/numeric';

/** What formulas are calculated with that is large and seldom needed, as far as it is there. */
export interface Parts {
	/** What TEXT shows numbers with. */
	readonly formatText?: FormatText;
	/** The functions that few workbooks call. */
	readonly rareFunctions?: readonly NumericFunction[];
}

export type PartName = keyof Parts;

const CALLS: Readonly<Record<PartName, RegExp>> = {
	formatText: callOf(['TEXT']),
	rareFunctions: callOf(RARE_NAMES)
};

const PART_NAMES = Object.keys(CALLS) as readonly PartName[];

/** What the formulas of a workbook need, be they in a cell, a name, a scenario or the range of an assumption. */
export function partsCalled({ tables, cells }: Workbook): ReadonlySet<PartName> {
	const found = new Set<PartName>();
	for (const ofSheet of cells.values()) for (const { content } of ofSheet.values()) addCalled(content, found);
	for (const table of Object.values(tables) as ReadonlyMap<string, unknown>[]) {
		for (const record of table.values()) addCalled(record, found);
	}
	return found;
}

/** What the formulas need that a patch brings. */
export function partsBrought(patch: Patch): ReadonlySet<PartName> {
	const found = new Set<PartName>();
	for (const { after } of patch) addCalled(after, found);
	return found;
}

/** What some formulas need. */
export function partsOf(formulas: readonly string[]): ReadonlySet<PartName> {
	const found = new Set<PartName>();
	addCalled(formulas, found);
	return found;
}

/** Loads one part. */
export async function loadPart(name: PartName): Promise<Parts> {
	if (name === 'formatText') return { formatText: (await import('./format-text')).formatText };
	return { rareFunctions: (await import('./functions/numeric/rare-functions')).RARE_FUNCTIONS };
}

/** Adds what a content needs, or any content in a record. */
function addCalled(value: unknown, found: Set<PartName>): void {
	if (typeof value === 'string') {
		if (!isFormula(value)) return;
		for (const name of PART_NAMES) if (!found.has(name) && CALLS[name].test(value)) found.add(name);
	} else if (typeof value === 'object' && value !== null) {
		for (const one of Object.values(value)) addCalled(one, found);
	}
}

/**
 * Finds calls of functions, and functions that are handed over by their name. Takes no heed of quotation marks: that a
 * formula only seems to call one does no harm.
 */
function callOf(names: readonly string[]): RegExp {
	return new RegExp(`\\b(?:${names.join('|').replaceAll('.', '\\.')})\\s*[(,)]`, 'i');
}
