import { describe, expect, test } from 'vitest';
import { fuzzyMatch } from '$lib/session/fuzzy-match';

/** The texts that a query fits, best first. */
function found(query: string, texts: readonly string[]): string[] {
	return texts
		.flatMap((text) => {
			const fit = fuzzyMatch(query, text);
			return fit === undefined ? [] : [{ fit, text }];
		})
		.sort((a, b) => b.fit - a.fit)
		.map(({ text }) => text);
}

const TITLES = ['Undo', 'Redo', 'Insert rows above', 'Insert columns', 'Clear contents', 'Add a sheet'];

describe('finding by what was typed', () => {
	test.each([
		['undo', ['Undo']],
		['ins', ['Insert columns', 'Insert rows above']],
		['rows', ['Insert rows above']],
		['rows insert', ['Insert rows above']],
		['ira', ['Insert rows above']],
		['do', ['Undo', 'Redo']],
		['insrow', ['Insert rows above']],
		['ADD SHEET', ['Add a sheet']],
		['sheet rows', []],
		['zz', []]
	] as const)('ACT-23 %s', (query, titles) => {
		expect(found(query, TITLES)).toEqual(titles);
	});

	test('ACT-23 a word fits the better the more it is the start', () => {
		const texts = ['Unhide rows', 'Hide rows', 'Rows', 'Rows to hide', 'Borrow sheet'];
		expect(found('row', texts)).toEqual(['Rows', 'Rows to hide', 'Hide rows', 'Unhide rows', 'Borrow sheet']);
	});

	test('ACT-23 nothing typed fits everything', () => {
		expect(found(' ', ['A', 'B'])).toEqual(['A', 'B']);
	});
});
