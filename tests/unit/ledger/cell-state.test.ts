import { describe, expect, test } from 'vitest';
import {
	assumptionOfCell,
	cellState,
	figureCitedBy,
	figureOfCell,
	indexLedger,
	isOverridden,
	isTypedNumber
} from '$lib/ledger';
import { cellKey, emptyWorkbook, type Cell, type Place, type Workbook } from '$lib/workbook';
import { sampleFigure } from './sample-figure';

const at = (row: number): Place => ({ sheet: 's1', row, column: 1 });

function workbookWith(...cells: (Cell | null)[]): Workbook {
	const workbook = emptyWorkbook();
	const { tables } = workbook;
	tables.sheet.set('s1', { id: 's1', name: 'My sheet', position: 0, columnWidths: {}, rowHeights: {} });
	workbook.cells.set(
		's1',
		new Map(cells.flatMap((cell, row) => (cell ? [[cellKey(at(row)), cell] as const] : [])))
	);
	tables.name.set('n1', { id: 'n1', name: 'Maker.Training_Cost', refersTo: "='my SHEET'!$B$1" });
	tables.name.set('n2', { id: 'n2', name: 'assume.growth', refersTo: "='My sheet'!$B$2" });
	tables.name.set('n3', { id: 'n3', name: 'all', refersTo: "='My sheet'!$B$1:$B$9" });
	tables.figure.set('training-cost', sampleFigure());
	tables.figure.set('nowhere', sampleFigure({ id: 'nowhere', name: 'maker.nowhere' }));
	tables.figure.set('range', sampleFigure({ id: 'range', name: 'all' }));
	tables.assumption.set('assume.growth', {
		id: 'assume.growth',
		name: 'assume.growth',
		label: 'Growth',
		unit: 'share',
		low: 0,
		high: 1,
		choices: [],
		reason: 'No view taken',
		sources: []
	});
	return workbook;
}

describe('the state of a cell', () => {
	test('LED-17 a figure is reported where it stands as published, overridden where it does not', () => {
		const published = indexLedger(workbookWith({ content: 6_000_000 }));
		expect(cellState(published, at(0))).toBe('reported');
		expect(isOverridden(published, at(0))).toBe(false);
		for (const content of [5_000_000, '=6000000', '6000000', null]) {
			const changed = indexLedger(workbookWith({ content }));
			expect(cellState(changed, at(0))).toBe('overridden');
			expect(isOverridden(changed, at(0))).toBe(true);
		}
		expect(cellState(indexLedger(workbookWith(null)), at(0))).toBe('overridden');
	});

	test('LED-17 a scenario overrides a figure by its name, in any case', () => {
		const index = indexLedger(workbookWith({ content: 6_000_000 }));
		expect(cellState(index, at(0), { 'maker.training_cost': 7_000_000 })).toBe('overridden');
		expect(cellState(index, at(0), { 'MAKER.training_cost': 7_000_000 })).toBe('overridden');
		expect(cellState(index, at(0), { 'maker.training_cost': 6_000_000 })).toBe('reported');
		expect(cellState(index, at(0), { 'assume.growth': 1 })).toBe('reported');
	});

	test('LED-17 a cell that an assumption names is assumed, whatever it holds', () => {
		for (const content of [0.3, '=1/3', null]) {
			const index = indexLedger(workbookWith(null, { content }));
			expect(cellState(index, at(1))).toBe('assumed');
			expect(assumptionOfCell(index, at(1))?.label).toBe('Growth');
		}
	});

	test.each([
		['reported', { content: 23, figure: 'training-cost' }],
		['reported', { content: '=DATE(2025,1,27)', figure: 'training-cost' }],
		['plain', { content: 23, figure: 'gone' }],
		['plain', { content: 23 }],
		['plain', { content: '=DATE(2025,1,27)' }],
		['plain', { content: 'text' }],
		['plain', { content: 'text', figure: 'training-cost' }],
		['plain', { content: null }],
		['derived', { content: '=B1*2', figure: 'training-cost' }],
		['derived', { content: '=assume.growth' }],
		['derived', { content: '=FIGURE("training-cost","low")' }],
		['derived', { content: '=NOW()' }]
	] as const)('LED-18 is %s for %o', (state, cell) => {
		expect(cellState(indexLedger(workbookWith(null, null, cell)), at(2))).toBe(state);
	});

	test('LED-18 a cell that holds nothing is plain', () => {
		expect(cellState(indexLedger(workbookWith()), at(5))).toBe('plain');
		expect(cellState(indexLedger(workbookWith()), { sheet: 'gone', row: 0, column: 0 })).toBe('plain');
	});
});

test('LED-19 a cell holds the figure that names it, and cites that or the one that its constant was taken from', () => {
	const index = indexLedger(
		workbookWith(
			{ content: 1 },
			null,
			{ content: 23, figure: 'training-cost' },
			{ content: '=B1', figure: 'training-cost' }
		)
	);
	expect(figureOfCell(index, at(0))?.id).toBe('training-cost');
	expect(figureOfCell(index, at(2))).toBeUndefined();
	expect(figureCitedBy(index, at(0))?.id).toBe('training-cost');
	expect(figureCitedBy(index, at(2))?.id).toBe('training-cost');
	expect(figureCitedBy(index, at(3))).toBeUndefined();
});

test.each([
	[1, true],
	['=1/3', true],
	['=DATE(2025,1,27)', true],
	['=1E6*2.5e-3', true],
	['=-(2+3)%', true],
	['=IF(TRUE,1,2)', true],
	['=LEN("B1")', true],
	['=B1', false],
	['=$B$1+1', false],
	["='My sheet'!B1", false],
	['=SUM(B1:B3)', false],
	['=assume.growth*2', false],
	['=grüße', false],
	['=TODAY()', false],
	['=ASSUMPTION("a","low")', false],
	['=SETTING("about")', false],
	['text', false],
	[true, false],
	[null, false]
])('LED-20 that %j is a typed number is %s', (content, expected) => {
	expect(isTypedNumber(content)).toBe(expected);
});
