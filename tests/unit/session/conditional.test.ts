import { describe, expect, it } from 'vitest';
import { scaleColor, scaleShare } from '$lib/session/condition-scale';
import { factsOf, meetsRule, type TestRule } from '$lib/session/condition-test';
import { ruleWords } from '$lib/session/condition-words';
import { draftOf, newDraft, readDraft, type RuleDraft } from '$lib/session/rule-draft';
import { emptyWorkbook, parseRange, type CellValue, type ConditionalRule, type Range } from '$lib/workbook';

const look = { isBold: true };
const error: CellValue = { error: '#N/A', message: 'Nothing.' };

function rangeOf(text: string): Range {
	const range = parseRange(text);
	if (!range.ok) throw new Error(range.error);
	return range.value;
}

function threshold(operator: Extract<ConditionalRule, { kind: 'threshold' }>['operator']): TestRule {
	return { kind: 'threshold', operator, value: null, look };
}

function met(rule: TestRule, cells: readonly CellValue[], value: CellValue = null, other: CellValue = null) {
	const facts = factsOf(cells);
	return cells.filter((cell) => meetsRule(rule, cell, facts, value, other));
}

describe('rules', () => {
	it('PAG-165 numbers compare with numbers, texts with texts in any case, and a blank cell with nothing', () => {
		const cells = [null, '', 1, 4, 5, 'Apple', 'pear', true, error];
		expect(met(threshold('greater'), cells, 4)).toEqual([5]);
		expect(met(threshold('at-least'), cells, 4)).toEqual([4, 5]);
		expect(met(threshold('less'), cells, 4)).toEqual([1]);
		expect(met(threshold('at-most'), cells, 'APPLE')).toEqual(['Apple']);
		expect(met(threshold('equal'), cells, 'PEAR')).toEqual(['pear']);
		expect(met(threshold('equal'), cells, true)).toEqual([true]);
		expect(met(threshold('not-equal'), cells, 4)).toEqual([null, '', 1, 5, 'Apple', 'pear', true]);
		expect(met(threshold('between'), cells, 5, 2)).toEqual([4, 5]);
		expect(met(threshold('not-between'), cells, 2, 5)).toEqual([1]);
		expect(met(threshold('greater'), cells, error)).toEqual([]);
	});

	it('PAG-165 texts are looked for in any case, also in numbers, and nothing is no text', () => {
		const cells = ['Apple pie', 'pineAPPLE', 120, null];
		expect(met(threshold('contains'), cells, 'apple')).toEqual(['Apple pie', 'pineAPPLE']);
		expect(met(threshold('begins'), cells, 'APP')).toEqual(['Apple pie']);
		expect(met(threshold('ends'), cells, 'apple')).toEqual(['pineAPPLE']);
		expect(met(threshold('contains'), cells, 2)).toEqual([120]);
		expect(met(threshold('lacks'), cells, 'apple')).toEqual([120, null]);
		expect(met(threshold('contains'), cells, '')).toEqual([]);
	});

	it('PAG-166 blank, error, duplicate and unique', () => {
		const cells = [null, ' ', 1, 1, 'a', 'A', '1', 2, error];
		const trait = (trait: Extract<TestRule, { kind: 'trait' }>['trait']) =>
			met({ kind: 'trait', trait, look }, cells);
		expect(trait('blank')).toEqual([null, ' ']);
		expect(trait('not-blank')).toEqual([1, 1, 'a', 'A', '1', 2, error]);
		expect(trait('error')).toEqual([error]);
		expect(trait('not-error')).toEqual([1, 1, 'a', 'A', '1', 2]);
		expect(trait('duplicate')).toEqual([1, 1, 'a', 'A']);
		expect(trait('unique')).toEqual(['1', 2]);
	});

	it('PAG-166 the largest and the least, equal ones together, and never none of some per cent', () => {
		const cells = [5, 1, 5, 3, 'x', null];
		const rank = (end: 'top' | 'bottom', count: number, isPercent = false) =>
			met({ kind: 'rank', end, count, isPercent, look }, cells);
		expect(rank('top', 1)).toEqual([5, 5]);
		expect(rank('bottom', 2)).toEqual([1, 3]);
		expect(rank('top', 99)).toEqual([5, 1, 5, 3]);
		expect(rank('bottom', 10, true)).toEqual([1]);
		expect(rank('top', 75, true)).toEqual([5, 5, 3]);
		expect(met({ kind: 'rank', end: 'top', count: 1, isPercent: false, look }, ['x'])).toEqual([]);
	});

	it('PAG-167 a scale mixes colours between its stops, and keeps its ends beyond them', () => {
		const two = { kind: 'scale' as const, colors: ['#000000', '#ffffff'] as const };
		expect(scaleColor(two, 5, [0, 5, 10])).toBe('#808080');
		expect(scaleColor(two, 7, [7, 7])).toBe('#000000');
		expect(scaleColor(two, 7, [])).toBeUndefined();
		const huge = 1.7e308;
		expect(scaleColor(two, 0, [-huge, 0, huge])).toBe('#808080');
		const three = {
			kind: 'scale' as const,
			colors: ['#000000', '#ffffff', '#ff0000'] as const,
			stops: [
				{ kind: 'percent' as const, value: 10 },
				{ kind: 'percentile' as const, value: 50 },
				{ kind: 'number' as const, value: 90 }
			]
		};
		const sorted = [0, 20, 30, 40, 100];
		expect(scaleColor(three, 10, sorted)).toBe('#000000');
		expect(scaleColor(three, 20, sorted)).toBe('#808080');
		expect(scaleColor(three, 30, sorted)).toBe('#ffffff');
		expect(scaleColor(three, 60, sorted)).toBe('#ff8080');
		expect(scaleColor(three, 100, sorted)).toBe('#ff0000');
		expect(scaleShare(three, 50, sorted)).toBe(0.5);
		expect(scaleShare(three, 0, sorted)).toBe(0);
	});
});

describe('drafts', () => {
	const scope = () => {
		const workbook = emptyWorkbook();
		for (const [id, name, position] of [['s', 'S', 1] as const, ['t', 'T', 2] as const]) {
			workbook.tables.sheet.set(id, { id, name, position, columnWidths: {}, rowHeights: {} });
		}
		return { workbook, activeSheet: 's', settings: { locale: 'en-US' } };
	};
	const read = (change: Partial<RuleDraft>) => {
		const draft = readDraft(scope(), { ...newDraft([rangeOf('A1:B2')]), ...change });
		return draft.ok ? draft.value.rule : draft.error;
	};

	it('PAG-168 every rule is read as it was drafted', () => {
		const rules: ConditionalRule[] = [
			{ kind: 'threshold', operator: 'between', value: 0.125, other: '=B2', look },
			{ kind: 'threshold', operator: 'begins', value: "'12", look },
			{ kind: 'trait', trait: 'error', look },
			{ kind: 'rank', end: 'bottom', count: 20, isPercent: true, look },
			{ kind: 'formula', formula: '=A1>$B$2', look: { fill: '#ffeecc', isStruck: true } },
			{
				kind: 'scale',
				colors: ['#000000', '#aabbcc', '#ffffff'],
				stops: [{ kind: 'least' }, { kind: 'percentile', value: 50 }, { kind: 'number', value: -1.5 }]
			}
		];
		for (const rule of rules) {
			const format = { ranges: [rangeOf('A1:B2'), rangeOf('D4')], rule, isLast: true };
			const again = readDraft(scope(), draftOf(format, 'en-US'));
			expect(again).toEqual({ ok: true, value: format });
			expect(ruleWords(rule, 'en-US')).not.toBe('');
		}
	});

	it('PAG-168 what is missing or wrong is said', () => {
		expect(read({ ranges: 'nowhere' })).toMatch(/^Type the cells/);
		expect(read({ ranges: 'T!A1' })).toMatch(/^A rule is for cells of the sheet on show/);
		expect(read({ value: '' })).toMatch(/^Type what cells are compared with/);
		expect(read({ value: '=A1+' })).toBe('Expected a value after “+”.');
		expect(read({ operator: 'between', value: '1' })).toMatch(/^Type what cells/);
		expect(read({ value: '1', look: {} })).toMatch(/^Choose how/);
		expect(read({ kind: 'formula', formula: 'A1>2' })).toMatch(/^Type a formula/);
		expect(read({ kind: 'formula', formula: `=${'1+'.repeat(5000)}1` })).toMatch(/8,192/);
		expect(read({ kind: 'rank', count: '2.5' })).toMatch(/whole number from 1 to 1,000,000/);
		expect(read({ kind: 'rank', count: '101', isPercent: true })).toMatch(/from 1 to 100\./);
		const stop = (kind: 'percent' | 'number', value: string) =>
			read({ kind: 'scale', stops: [{ kind, value, color: '#000000' }, ...newDraft([]).stops.slice(1)] });
		expect(stop('percent', '101')).toMatch(/between 0 and 100/);
		expect(stop('number', 'many')).toMatch(/^Type a number/);
	});
});
