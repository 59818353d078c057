import { fail, ok, type Result } from '$lib/workbook';

/** What is looked for, and how. */
export interface SearchTerms {
	readonly text: string;
	readonly isCaseSensitive: boolean;
	/** Whether all of a cell has to match, not a part of it. */
	readonly isWholeCell: boolean;
	readonly isPattern: boolean;
}

/** Finds a text in others, and replaces it. */
export interface TextFinder {
	matches(text: string): boolean;
	/** The text with every match replaced; `$1` to `$9` stand for groups of a pattern. */
	replaced(text: string, by: string): string;
}

/** Longer texts are not searched by patterns: how long that lasts grows with more than their length. */
export const MAX_PATTERN_TEXT = 2_000;

/** Makes a finder, or says what is wrong with the pattern. */
export function textFinder({
	text,
	isCaseSensitive,
	isWholeCell,
	isPattern
}: SearchTerms): Result<TextFinder> {
	if (text === '') return fail('Type what to look for.');
	const problem = isPattern ? problemOf(text) : undefined;
	if (problem !== undefined) return fail(problem);
	const source = isPattern ? text : text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	let pattern: RegExp;
	try {
		pattern = new RegExp(isWholeCell ? `^(?:${source})$` : source, isCaseSensitive ? 'gu' : 'giu');
	} catch (error) {
		const detail = error instanceof Error ? error.message.replace(/^.*?:\s*(?=[^:]*$)/, '') : '';
		return fail(
			`This is not a regular expression that can be read${detail ? `: ${detail.toLowerCase()}` : ''}.`
		);
	}
	const isSearched = (searched: string) => !isPattern || searched.length <= MAX_PATTERN_TEXT;
	return ok({
		matches(searched) {
			pattern.lastIndex = 0;
			return isSearched(searched) && pattern.test(searched);
		},
		replaced(searched, by) {
			if (!isSearched(searched)) return searched;
			return searched.replace(pattern, isPattern ? by : by.replaceAll('$', '$$$$'));
		}
	});
}

/** What a pattern may not have, since it could last for ever: repetition of what repeats, and references back. */
function problemOf(source: string): string | undefined {
	if (source.length > 500) return 'A regular expression here has at most 500 characters.';
	if (/\\[1-9]|\\k</.test(source)) return 'References back to a group, such as \\1, are not supported here.';
	return repeatsRepetition(source)
		? 'A group that repeats something is itself repeated, as in (a+)+: that can last for ever. Write it without the inner or the outer repetition.'
		: undefined;
}

/** Whether a repeated group holds a repetition or a choice, at any depth. */
function repeatsRepetition(source: string): boolean {
	const groups: boolean[] = [false];
	for (let index = 0; index < source.length; index++) {
		const sign = source[index]!;
		if (sign === '\\') index += 1;
		else if (sign === '[') index = endOfClass(source, index);
		else if (sign === '(') groups.push(false);
		else if (sign === '|') groups[groups.length - 1] = true;
		else if (sign === ')') {
			const hasRepetition = groups.length > 1 ? groups.pop()! : false;
			const isRepeated = isRepetitionAt(source, index + 1);
			if (hasRepetition && isRepeated) return true;
			if (hasRepetition || isRepeated) groups[groups.length - 1] = true;
		} else if (isRepetitionAt(source, index)) groups[groups.length - 1] = true;
	}
	return false;
}

/** `*`, `+`, or a count in braces that is above one. */
function isRepetitionAt(source: string, index: number): boolean {
	const sign = source[index];
	return sign === '*' || sign === '+' || /^\{(?!0?1?\})\d*,?\d*\}/.test(source.slice(index, index + 12));
}

function endOfClass(source: string, start: number): number {
	let index = start + 1;
	if (source[index] === '^') index += 1;
	if (source[index] === ']') index += 1;
	while (index < source.length && source[index] !== ']') index += source[index] === '\\' ? 2 : 1;
	return index;
}
