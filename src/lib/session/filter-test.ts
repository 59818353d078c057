import { readTyped, type CellValue, type FilterCondition, type FilterTest } from '$lib/workbook';
import { hasRank } from './rank-edge';

/** A cell as a filter sees it: what it shows, and its value. */
export interface FilteredCell {
	readonly text: string;
	readonly value: CellValue;
}

/**
 * What a condition lets through of a column with such numbers below its header. A rank and an average are those of the
 * whole column, whatever other columns leave out, as in Excel.
 */
export function columnTest(
	condition: FilterCondition,
	numbers: () => readonly number[],
	locale: string
): (cell: FilteredCell) => boolean {
	if (condition.kind === 'rank') {
		const sorted = numbers().toSorted((a, b) => a - b);
		return ({ value }) => typeof value === 'number' && hasRank(condition, value, sorted);
	}
	if (condition.kind === 'average') {
		const all = numbers();
		const average = meanOf(all);
		const isAbove = condition.side === 'above';
		return ({ value }) => typeof value === 'number' && (isAbove ? value > average : value < average);
	}
	return (cell) => passesFilter(cell, condition, locale);
}

/** The mean of numbers to as many digits as cells keep: none of equal ones is above or below it. */
function meanOf(numbers: readonly number[]): number {
	const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
	// Of numbers that are too large to be added up each gives its share.
	const finite = Number.isFinite(mean)
		? mean
		: numbers.reduce((sum, number) => sum + number / numbers.length, 0);
	return Number(finite.toPrecision(15));
}

/** Whether a filter lets a cell through by itself. Texts compare in any case; `*` and `?` stand for any letters in equal and not equal. */
function passesFilter(
	cell: FilteredCell,
	condition: Extract<FilterCondition, { readonly kind: 'texts' | 'tests' }>,
	locale: string
): boolean {
	if (condition.kind === 'texts') {
		return cell.text === '' ? condition.hasBlanks : condition.texts.includes(cell.text);
	}
	const { join, tests } = condition;
	const passes = (test: FilterTest) => passesTest(cell, test, locale);
	return join === 'and' ? tests.every(passes) : tests.some(passes);
}

function passesTest(
	{ text, value }: FilteredCell,
	{ operator, value: typed }: FilterTest,
	locale: string
): boolean {
	const wanted = readTyped(typed, locale).content;
	const [shown, word] = [text.toLowerCase(), typed.toLowerCase()];
	switch (operator) {
		case 'contains':
			return shown.includes(word);
		case 'lacks':
			return !shown.includes(word);
		case 'begins':
			return shown.startsWith(word);
		case 'ends':
			return shown.endsWith(word);
		case 'equal':
			return isEqual(value, wanted, shown, word);
		case 'not-equal':
			return !isEqual(value, wanted, shown, word);
	}
	const difference = compare(value, wanted, shown, word);
	if (difference === undefined) return false;
	if (operator === 'greater') return difference > 0;
	if (operator === 'at-least') return difference >= 0;
	return operator === 'less' ? difference < 0 : difference <= 0;
}

function isEqual(value: CellValue, wanted: unknown, shown: string, word: string): boolean {
	if (typeof wanted === 'number') return value === wanted || shown === word;
	return matchesWildcards(shown, word);
}

/** Numbers compare with numbers and texts with texts; undefined for a pair that does not compare. */
function compare(value: CellValue, wanted: unknown, shown: string, word: string): number | undefined {
	if (typeof wanted === 'number') return typeof value === 'number' ? value - wanted : undefined;
	return typeof value === 'string' ? shown.localeCompare(word, 'en') : undefined;
}

/** Whether a text is a pattern in which `*` stands for any letters, `?` for one, and `~` takes the next sign as it is. */
export function matchesWildcards(text: string, pattern: string): boolean {
	const parts = partsOf(pattern);
	let [at, part, starAt, starPart] = [0, 0, -1, -1];
	while (at < text.length) {
		const wanted = parts[part];
		if (wanted === ANY) [starPart, starAt, part] = [part, at, part + 1];
		else if (wanted !== undefined && (wanted === ONE || wanted === text[at])) [at, part] = [at + 1, part + 1];
		else if (starPart >= 0) [part, starAt, at] = [starPart + 1, starAt + 1, starAt + 1];
		else return false;
	}
	while (parts[part] === ANY) part += 1;
	return part === parts.length;
}

const ANY = Symbol('any letters');
const ONE = Symbol('one letter');

function partsOf(pattern: string): (string | symbol)[] {
	const parts: (string | symbol)[] = [];
	for (let index = 0; index < pattern.length; index++) {
		const sign = pattern[index]!;
		if (sign === '~' && '*?~'.includes(pattern[index + 1] ?? ' ')) parts.push(pattern[++index]!);
		else parts.push(sign === '*' ? ANY : sign === '?' ? ONE : sign);
	}
	return parts;
}
