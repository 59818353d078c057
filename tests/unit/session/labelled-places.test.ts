import { describe, expect, test } from 'vitest';
import { commandChoices, placeChoices } from '$lib/session/choices';
import { labelledPlaces } from '$lib/session/labelled-places';
import type { Session } from '$lib/session/session.svelte';
import { cellKey, emptyWorkbook, formatAddress, inOrder, type Content, type Workbook } from '$lib/workbook';
import { starterWorkbook } from '../../starter';

const SHEET = { id: 's', name: 'S', position: 0, columnWidths: {}, rowHeights: {} };

function workbookOf(rows: readonly (readonly Content[])[]): Workbook {
	const workbook = emptyWorkbook();
	workbook.tables.sheet.set('s', SHEET);
	const cells = rows.flatMap((row, at) =>
		row.map((content, column) => [cellKey({ row: at, column }), { content }] as const)
	);
	workbook.cells.set('s', new Map(cells.filter(([, { content }]) => content !== null)));
	return workbook;
}

const labelled = (workbook: Workbook) =>
	labelledPlaces(workbook).map(({ label, place }) => `${formatAddress(place)} ${label}`);

describe('values by their label', () => {
	test('PAG-231 the first text of a row is the label of the first number or formula to its right', () => {
		const workbook = workbookOf([
			['Revenue', null, 'note', 5, 6],
			['Heading', 'Amount'],
			[7, 'after'],
			['Growth', '=D1*2'],
			["'2025", 3],
			[' ', 3]
		]);
		expect(labelled(workbook)).toEqual(['D1 Revenue', 'B4 Growth', 'B5 2025']);
	});

	test('PAG-231 rows of a hidden sheet are not among them', () => {
		const workbook = workbookOf([['Revenue', 5]]);
		workbook.tables.sheet.set('s', { ...SHEET, isHidden: true });
		expect(labelled(workbook)).toEqual([]);
	});

	const workbook = starterWorkbook();
	const session = {
		workbook,
		tables: workbook.tables,
		sheets: inOrder(workbook.tables.sheet),
		activeSheet: inOrder(workbook.tables.sheet)[0]!.id,
		recentPlaces: { all: [] }
	} as unknown as Session;
	const titles = (query: string) =>
		commandChoices(session, [], query, [], false).flatMap(({ choices }) =>
			choices.map(({ title, detail }) => `${title}: ${detail ?? ''}`)
		);

	test('PAG-231 figures and assumptions of other sheets are found by their labels, in any order of the words', () => {
		expect(titles('GPT-4 training cost')[0]).toMatch(/^GPT-4, press figure: Figures C\d+$/);
		expect(titles('v3 cost in use')[0]).toBe('V3 cost in use: Assumptions B6');
		expect(titles('use cost v3')[0]).toBe('V3 cost in use: Assumptions B6');
	});

	test('PAG-231 no value is offered twice, letters apart are no label, and the list is short', () => {
		const offered = placeChoices(session, 'cost').flatMap(({ choices }) => choices.map(({ id }) => id));
		expect(offered).toHaveLength(new Set(offered).size);
		const values = placeChoices(session, 'e').find(({ title }) => title === 'Values by their label');
		expect(values?.choices.length).toBe(12);
		expect(titles('qqzx')).toEqual([]);
	});
});
