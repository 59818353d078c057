import { isCellError, type CellValue, type ConditionalRule } from '$lib/workbook';
import { hasRank } from './rank-edge';

/** What a rule has to know of all the cells of its ranges. */
export interface RangeFacts {
	/** The numbers, in ascending order. */
	readonly sorted: readonly number[];
	/** How often each value stands there, by {@link keyOfValue}. */
	readonly counts: ReadonlyMap<string, number>;
}

export function factsOf(values: Iterable<CellValue>): RangeFacts {
	const sorted: number[] = [];
	const counts = new Map<string, number>();
	for (const value of values) {
		if (typeof value === 'number') sorted.push(value);
		const key = keyOfValue(value);
		if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	return { sorted: sorted.sort((a, b) => a - b), counts };
}

/** A rule that asks whether a cell has something or not. */
export type TestRule = Exclude<ConditionalRule, { readonly kind: 'scale' | 'formula' }>;

/**
 * Whether a cell meets a rule. `value` and `other` are what the rule compares with. Numbers compare with numbers and texts
 * with texts, in any case; a blank cell is neither greater nor less than anything.
 */
export function meetsRule(
	rule: TestRule,
	cell: CellValue,
	facts: RangeFacts,
	value: CellValue,
	other: CellValue
): boolean {
	if (rule.kind === 'trait') return hasTrait(rule.trait, cell, facts);
	if (rule.kind === 'rank') return typeof cell === 'number' && hasRank(rule, cell, facts.sorted);
	const { operator } = rule;
	if (isCellError(cell) || isCellError(value) || isCellError(other)) return false;
	switch (operator) {
		case 'equal':
			return isEqual(cell, value);
		case 'not-equal':
			return !isEqual(cell, value);
		case 'contains':
			return holdsText(cell, value, (text, part) => text.includes(part));
		case 'lacks':
			return !holdsText(cell, value, (text, part) => text.includes(part));
		case 'begins':
			return holdsText(cell, value, (text, part) => text.startsWith(part));
		case 'ends':
			return holdsText(cell, value, (text, part) => text.endsWith(part));
	}
	const order = compare(cell, value);
	if (order === undefined) return false;
	switch (operator) {
		case 'greater':
			return order > 0;
		case 'at-least':
			return order >= 0;
		case 'less':
			return order < 0;
		case 'at-most':
			return order <= 0;
	}
	const end = compare(cell, other);
	if (end === undefined) return false;
	const isBetween = (order >= 0 && end <= 0) || (order <= 0 && end >= 0);
	return isBetween === (operator === 'between');
}

function hasTrait(
	trait: Extract<TestRule, { readonly kind: 'trait' }>['trait'],
	cell: CellValue,
	{ counts }: RangeFacts
): boolean {
	const key = keyOfValue(cell);
	switch (trait) {
		case 'blank':
			return isBlank(cell);
		case 'not-blank':
			return !isBlank(cell);
		case 'error':
			return isCellError(cell);
		case 'not-error':
			return !isCellError(cell) && !isBlank(cell);
		case 'duplicate':
			return key !== undefined && (counts.get(key) ?? 0) > 1;
		case 'unique':
			return key !== undefined && counts.get(key) === 1;
	}
}

/** What two values have in common that count as the same; undefined for blank cells and errors. */
function keyOfValue(value: CellValue): string | undefined {
	if (isBlank(value) || isCellError(value)) return undefined;
	return `${typeof value} ${String(value).toLowerCase()}`;
}

function isBlank(value: CellValue): boolean {
	return value === null || (typeof value === 'string' && value.trim() === '');
}

function isEqual(cell: CellValue, wanted: CellValue): boolean {
	return isBlank(cell) || isBlank(wanted)
		? isBlank(cell) && isBlank(wanted)
		: keyOfValue(cell) === keyOfValue(wanted);
}

function holdsText(
	cell: CellValue,
	part: CellValue,
	holds: (text: string, part: string) => boolean
): boolean {
	return !isBlank(part) && holds(String(cell ?? '').toLowerCase(), String(part).toLowerCase());
}

function compare(cell: CellValue, wanted: CellValue): number | undefined {
	if (typeof cell === 'number' && typeof wanted === 'number') return cell - wanted;
	if (typeof cell !== 'string' || typeof wanted !== 'string' || isBlank(cell)) return undefined;
	return cell.toLowerCase().localeCompare(wanted.toLowerCase(), 'en');
}
