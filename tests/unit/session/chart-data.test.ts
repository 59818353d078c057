import { describe, expect, test } from 'vitest';
import type { Interval } from '$lib/interval';
import { readChart, type ChartSource } from '$lib/session/chart-data';
import { placesOfReference } from '$lib/session/chart-places';
import {
	applyPatch,
	cellKey,
	emptyWorkbook,
	formatAddress,
	isCellError,
	type CellValue,
	type Chart,
	type Place,
	type Workbook
} from '$lib/workbook';

const CHART: Chart = {
	id: 'c',
	sheet: 's',
	title: 'Cost of a run',
	type: 'bar-horizontal',
	scale: 'linear',
	categories: 'Costs!A1:A3',
	series: [{ label: 'Press', values: 'Costs!B1:B3' }],
	marks: [],
	hasWhiskers: true,
	caption: 'Press.',
	position: 0
};

function workbookWith(names: Record<string, string> = {}): Workbook {
	const workbook = emptyWorkbook();
	applyPatch(workbook, [
		{
			kind: 'sheet',
			id: 's',
			before: null,
			after: { id: 's', name: 'Costs', position: 0, columnWidths: {}, rowHeights: {} }
		},
		...Object.entries(names).map(
			([name, refersTo]) =>
				({ kind: 'name', id: name, before: null, after: { id: name, name, refersTo } }) as const
		)
	]);
	return workbook;
}

/** A source over cells by address of the sheet `Costs`. */
function sourceOf(
	cells: Record<string, CellValue>,
	bounds: Record<string, Interval> = {},
	names: Record<string, string> = {},
	format?: string
): ChartSource {
	const workbook = workbookWith(names);
	const valueAt = (place: Place) => cells[formatAddress(place)] ?? null;
	return {
		locale: 'en-US',
		placesOf: (reference) => placesOfReference(workbook, reference),
		valueAt,
		textAt: (place) => {
			const value = valueAt(place);
			return value === null ? '' : isCellError(value) ? value.error : String(value);
		},
		formatAt: () => format,
		unitAt: () => 'USD',
		boundsAt: (place) => bounds[formatAddress(place)],
		wordsAt: (place) => (bounds[formatAddress(place)] ? 'more than' : undefined),
		boundText: (bound) => `$${bound}`
	};
}

const OPEN_UP: Interval = { low: 100, high: Infinity, isLowOpen: true, isHighOpen: false };

describe('chart data', () => {
	test('CHT-1 names, ranges and quoted sheets all mean cells, in reading order', () => {
		const workbook = workbookWith({ 'costs.press': '=Costs!$B$2:$B$3', 'a.formula': '=1+1' });
		expect(placesOfReference(workbook, 'costs.press')?.map(formatAddress)).toEqual(['B2', 'B3']);
		expect(placesOfReference(workbook, 'Costs!B5:D5')?.map(formatAddress)).toEqual(['B5', 'C5', 'D5']);
		expect(placesOfReference(workbook, "'costs'!A1")?.map(formatAddress)).toEqual(['A1']);
		expect(placesOfReference(workbook, 'a.formula')).toBeUndefined();
		expect(placesOfReference(workbook, 'Elsewhere!A1')).toBeUndefined();
		expect(placesOfReference(workbook, 'no.such_name')).toBeUndefined();
	});

	test('CHT-1 a whole column is cut to the rows that its sheet uses', () => {
		const workbook = workbookWith();
		const at = { row: 4, column: 0 };
		workbook.cells.set('s', new Map([[cellKey(at), { content: 1 }]]));
		expect(placesOfReference(workbook, 'Costs!A1:A1048576')).toHaveLength(5);
	});

	test('CHT-2 blank cells and texts are gaps, and a row without anything is left out', () => {
		const data = readChart(
			CHART,
			sourceOf({ A1: 'GPT-4', B1: 100, A2: 'Gemini', A3: 'Recovery', B3: 'not reached' })
		);
		expect(data.categories.map(({ text }) => text)).toEqual(['GPT-4', 'Recovery']);
		expect(data.series[0]!.points.map(({ value, text }) => [value, text])).toEqual([
			[100, '100'],
			[null, 'not reached']
		]);
		expect(data.notes).toEqual([]);
	});

	test('CHT-2 a line keeps its gaps', () => {
		const data = readChart({ ...CHART, type: 'line' }, sourceOf({ A1: 1, B1: 5, A2: 2, A3: 3, B3: 7 }));
		expect(data.series[0]!.points.map(({ value }) => value)).toEqual([5, null, 7]);
	});

	test('CHT-3 an error is a gap, and a note says which cell has which error', () => {
		const data = readChart(
			CHART,
			sourceOf({ A1: 'GPT-4', B1: { error: '#DIV/0!', message: 'A number is divided by zero.' } })
		);
		expect(data.series[0]!.points[0]!.value).toBeNull();
		expect(data.notes).toEqual(['GPT-4: #DIV/0!. A number is divided by zero.']);
	});

	test('CHT-4 zero and less are left out of a logarithmic scale, with a note, and stay on a linear one', () => {
		const source = sourceOf({ A1: 'Profit', B1: -5, A2: 'Nothing', B2: 0, A3: 'Cost', B3: 3 });
		const data = readChart({ ...CHART, scale: 'logarithmic' }, source);
		expect(data.series[0]!.points.map(({ value, text }) => [value, text])).toEqual([
			[null, '-5'],
			[null, '0'],
			[3, '3']
		]);
		expect(data.notes).toEqual([
			'A logarithmic scale has no place for zero or less; left out: Profit; Nothing.'
		]);
		expect(readChart(CHART, source).series[0]!.points.map(({ value }) => value)).toEqual([-5, 0, 3]);
	});

	test('CHT-5 whiskers are the bounds of the figures alone, open where the source gives no limit', () => {
		const cells = { A1: 'GPT-4', B1: 100, A2: 'V3', B2: 6, A3: 'Sum', B3: 106 };
		const data = readChart(
			CHART,
			sourceOf(cells, { B1: OPEN_UP, B2: { low: 5.5, high: 6, isLowOpen: false, isHighOpen: true } })
		);
		const [gpt4, v3, sum] = data.series[0]!.points;
		expect([gpt4!.bounds, gpt4!.lowText, gpt4!.highText, gpt4!.words]).toEqual([
			OPEN_UP,
			'more than $100',
			'no limit',
			'more than'
		]);
		expect([v3!.lowText, v3!.highText]).toEqual(['$5.5', 'less than $6']);
		expect([sum!.bounds, sum!.lowText, sum!.highText]).toEqual([undefined, '', '']);
		expect(data.hasWhiskers).toBe(true);
		expect(data.subtitle).toBe('USD · whisker = what the source allows');
	});

	test('CHT-5 no whisker is promised where bounds are unwanted, exact or say nothing', () => {
		const cells = { A1: 'GPT-4', B1: 100 };
		const exact = { low: 100, high: 100, isLowOpen: false, isHighOpen: false };
		const nothing = { low: -Infinity, high: Infinity, isLowOpen: true, isHighOpen: true };
		expect(readChart({ ...CHART, hasWhiskers: false }, sourceOf(cells, { B1: OPEN_UP })).hasWhiskers).toBe(
			false
		);
		expect(readChart(CHART, sourceOf(cells, { B1: exact })).hasWhiskers).toBe(false);
		const vague = readChart(CHART, sourceOf(cells, { B1: nothing }));
		expect([vague.hasWhiskers, vague.series[0]!.points[0]!.lowText]).toEqual([false, '']);
	});

	test('CHT-5 a whisker too short to be seen is not promised, and the table still has its bounds', () => {
		const near = (low: number, high: number) => ({ low, high, isLowOpen: false, isHighOpen: false });
		const cells = { A1: 'US', B1: 109.08, A2: 'China', B2: 9.29 };
		const data = readChart(CHART, sourceOf(cells, { B1: near(109.075, 109.085) }));
		expect([data.hasWhiskers, data.series[0]!.points[0]!.lowText]).toEqual([false, '$109.075']);
		// On a logarithmic scale it is the ratio that counts, not the size.
		const log = { ...CHART, scale: 'logarithmic' } as const;
		expect(readChart(log, sourceOf(cells, { B2: near(9.28, 9.3) })).hasWhiskers).toBe(false);
		expect(readChart(log, sourceOf(cells, { B2: near(8, 10) })).hasWhiskers).toBe(true);
		expect(readChart(log, sourceOf(cells, { B2: near(-1, 10) })).hasWhiskers).toBe(true);
	});

	test('CHT-6 projected series and picked points are hollow, disputed ones dashed', () => {
		const cells = {
			A1: 'a',
			B1: 1,
			C1: 'no',
			A2: 'b',
			B2: 2,
			C2: 'yes, not DISPUTED',
			A3: 'c',
			B3: 3,
			C3: 'nobody'
		};
		const picks = {
			hollow: { range: 'Costs!C1:C3', word: 'no' },
			dashed: { range: 'Costs!C1:C3', word: 'disputed' }
		};
		const points = readChart({ ...CHART, ...picks }, sourceOf(cells)).series[0]!.points;
		expect(points.map(({ isHollow, isDashed }) => [isHollow, isDashed])).toEqual([
			[true, false],
			[false, true],
			[false, false]
		]);
		const projected = readChart(
			{ ...CHART, series: [{ ...CHART.series[0]!, isProjected: true }] },
			sourceOf(cells)
		);
		expect(projected.series[0]!.points.every(({ isHollow }) => isHollow)).toBe(true);
	});

	test('CHT-7 lines with numeric categories stand at their numbers, bars one after the other', () => {
		const cells = { A1: 2024, B1: 1, A2: 2025, B2: 2, A3: 2028, B3: 3 };
		const line = readChart({ ...CHART, type: 'line' }, sourceOf(cells, {}, {}, '0'));
		expect(line.categories.map(({ position }) => position)).toEqual([2024, 2025, 2028]);
		expect([line.hasPositions, line.positionFormat]).toEqual([true, '0']);
		expect(readChart(CHART, sourceOf(cells)).hasPositions).toBe(false);
		const mixed = readChart({ ...CHART, type: 'line' }, sourceOf({ ...cells, A1: 'early' }));
		expect(mixed.hasPositions).toBe(false);
	});

	test('CHT-7 a shorter series ends early', () => {
		const series = [
			{ label: 'First', values: 'Costs!B1' },
			{ label: 'All', values: 'Costs!C1:C3' }
		];
		const data = readChart(
			{ ...CHART, type: 'line', series },
			sourceOf({ A1: 1, A2: 2, A3: 3, B1: 9, C1: 9, C2: 8, C3: 7 })
		);
		expect(data.series.map(({ points }) => points.map(({ value }) => value))).toEqual([
			[9, null, null],
			[9, 8, 7]
		]);
	});

	test('CHT-8 marks follow their cell, and what cannot be marked is said', () => {
		const marks = [
			{ label: 'Level', value: 'level', axis: 'category' },
			{ label: 'Budget', value: 'budget', axis: 'value' },
			{ label: 'Recovery', value: 'Costs!D3', axis: 'value' },
			{ label: 'Lost', value: 'lost', axis: 'value' }
		] as const;
		const data = readChart(
			{ ...CHART, type: 'line', scale: 'logarithmic', marks },
			sourceOf(
				{ A1: 1, B1: 5, A2: 2, B2: 6, A3: 3, B3: 7, D1: 2.5, D2: 0, D3: 'not reached' },
				{},
				{
					level: '=Costs!$D$1',
					budget: '=Costs!$D$2'
				}
			)
		);
		expect(data.marks).toEqual([{ label: 'Level', axis: 'category', value: 2.5, text: '2.5' }]);
		expect(data.notes).toEqual([
			'Budget (0) is not drawn: a logarithmic scale has no place for zero or less.',
			'Recovery: not reached.',
			'Lost: “lost” is not a name or a range of this workbook.'
		]);
		const bars = readChart(
			{ ...CHART, marks: [marks[0]] },
			sourceOf({ A1: 'a', B1: 1, D1: 2 }, {}, { level: '=Costs!$D$1' })
		);
		expect([bars.marks, bars.notes]).toEqual([
			[],
			['Level (2) is not drawn: the categories are not numbers or dates.']
		]);
	});

	test('CHT-9 a reference that means nothing leaves the rest standing and is named', () => {
		const data = readChart(
			{ ...CHART, series: [...CHART.series, { label: 'Gone', values: 'costs.gone' }] },
			sourceOf({ A1: 'GPT-4', B1: 100 })
		);
		expect(data.series[0]!.points[0]!.value).toBe(100);
		expect(data.notes).toEqual([
			'“costs.gone” is not a name or a range of this workbook, so nothing is drawn of it.'
		]);
	});

	test('CHT-10 the summary names the chart and says its least and greatest value and its lines', () => {
		const data = readChart(
			{ ...CHART, scale: 'logarithmic', marks: [{ label: 'report', value: 'Costs!B1', axis: 'value' }] },
			sourceOf({ A1: 'GPT-4', B1: 100, A2: 'V3', B2: 6, A3: 'Rivals', B3: 90 })
		);
		expect(data.summary).toBe(
			'Cost of a run. Bar chart, log scale: Press, 3 values from 6 (V3) to 100 (GPT-4); a line at 100, report.'
		);
		const falling = sourceOf({ A1: 2024, B1: 9, A2: 2025, B2: 3, A3: 2026, B3: 5 });
		expect(readChart({ ...CHART, type: 'line' }, falling).summary).toBe(
			'Cost of a run. Line chart: Press, 3 values from 9 (2024) to 5 (2026).'
		);
		const level = sourceOf({ A1: 'a', B1: 9, A2: 'b', B2: 9 });
		expect(readChart(CHART, level).summary).toBe('Cost of a run. Bar chart: Press, 2 values, all 9.');
		const empty = readChart(CHART, sourceOf({}));
		expect(empty.summary).toBe('Cost of a run. Bar chart: Press, no values.');
	});

	test('CHT-10 on a line a single point has a whisker, and neighbours have a band between them', () => {
		const cells = { A1: 1, B1: 100, A2: 2, B2: 100 };
		const line = { ...CHART, type: 'line' } as const;
		expect(readChart(line, sourceOf(cells, { B1: OPEN_UP })).subtitle).toContain('whisker =');
		expect(readChart(line, sourceOf(cells, { B1: OPEN_UP, B2: OPEN_UP })).subtitle).toContain('band =');
	});

	test('CHT-10 the subtitle gives the unit only where the number format does not show it', () => {
		const cells = { A1: 'GPT-4', B1: 100 };
		expect(readChart(CHART, sourceOf(cells)).subtitle).toBe('USD');
		const format = '$#,##0';
		expect(readChart({ ...CHART, scale: 'logarithmic' }, sourceOf(cells, {}, {}, format)).subtitle).toBe(
			'log scale'
		);
	});
});
