import {
	cellAt,
	isFormula,
	type Assumption,
	type Content,
	type Figure,
	type Overrides,
	type Place
} from '$lib/workbook';
import { recordAt, type LedgerIndex } from './ledger-index';

/**
 * What a cell's number is: `reported` cites a source, `assumed` is a driver with a reason, `derived` is a formula,
 * `overridden` is a reported figure that was changed, `plain` is any other typed number, a text or nothing.
 */
export type CellState = 'reported' | 'assumed' | 'derived' | 'overridden' | 'plain';

/** The state of a cell, under the overrides of a scenario where there are any. Derived, never stored. */
export function cellState(index: LedgerIndex, place: Place, overrides: Overrides = {}): CellState {
	const figure = recordAt(index.figures, place);
	if (figure) return isOverridden(index, place, overrides) ? 'overridden' : 'reported';
	if (recordAt(index.assumptions, place)) return 'assumed';
	const cell = cellAt(index.workbook, place);
	if (!cell) return 'plain';
	if (cell.figure && isTypedNumber(cell.content) && index.workbook.tables.figure.has(cell.figure)) {
		return 'reported';
	}
	return isFormula(cell.content) && !isTypedNumber(cell.content) ? 'derived' : 'plain';
}

/** Whether a cell is named by a figure and does not hold what was published. */
export function isOverridden(index: LedgerIndex, place: Place, overrides: Overrides = {}): boolean {
	const figure = recordAt(index.figures, place);
	if (!figure) return false;
	const content = overrideOf(figure.name, overrides) ?? cellAt(index.workbook, place)?.content ?? null;
	return content !== figure.published;
}

/** The figure whose published value a cell holds or held: the one whose name points at it. */
export function figureOfCell(index: LedgerIndex, place: Place): Figure | undefined {
	return recordAt(index.figures, place);
}

/**
 * The figure that a cell cites: the one that it holds, or the one that its typed constant was taken from. The latter's
 * bounds are not the cell's: a date or a count that stands in its wording is not its value.
 */
export function figureCitedBy(index: LedgerIndex, place: Place): Figure | undefined {
	const held = recordAt(index.figures, place);
	if (held) return held;
	const cell = cellAt(index.workbook, place);
	return cell?.figure && isTypedNumber(cell.content)
		? index.workbook.tables.figure.get(cell.figure)
		: undefined;
}

/** The assumption whose value a cell holds. */
export function assumptionOfCell(index: LedgerIndex, place: Place): Assumption | undefined {
	return recordAt(index.assumptions, place);
}

/** Functions whose value is not in what was typed: they read records, the clock or chance. */
const READING_FUNCTIONS = /\b(?:FIGURE|ASSUMPTION|SETTING|CLAIM|NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY)\s*\(/i;

/** Whether a content is a number, or a formula that stands for one without reading anything, such as `=DATE(2025,1,27)`. */
export function isTypedNumber(content: Content): boolean {
	if (typeof content === 'number') return true;
	if (!isFormula(content)) return false;
	const code = content.replace(/"(?:[^"]|"")*"/g, '');
	if (READING_FUNCTIONS.test(code)) return false;
	const rest = code
		.replace(/[A-Za-z][A-Za-z0-9.]*\s*\(/g, '(')
		.replace(/\b(?:TRUE|FALSE)\b/gi, '')
		.replace(/[0-9](?:\.[0-9]+)?[eE][+-]?[0-9]+/g, '');
	return !/[\p{L}_$![#]/u.test(rest);
}

function overrideOf(name: string, overrides: Overrides): Content | undefined {
	if (Object.hasOwn(overrides, name)) return overrides[name];
	const wanted = name.toLowerCase();
	const key = Object.keys(overrides).find((candidate) => candidate.toLowerCase() === wanted);
	return key === undefined ? undefined : overrides[key];
}
