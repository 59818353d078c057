import { describe, expect, it } from 'vitest';
import { Calculation } from '$lib/calculation';
import { applyPatch, emptyWorkbook, type Content, type Workbook } from '$lib/workbook';
import { TypedEngine } from './typed-engine';

function workbookOf(formula: Content): Workbook {
	const workbook = emptyWorkbook();
	for (const [position, name] of ['Here', 'Training cost'].entries()) {
		const id = `sheet-${position}`;
		workbook.tables.sheet.set(id, { id, name, position, columnWidths: {}, rowHeights: {} });
	}
	const names = {
		'gpu.price': "='Training cost'!$A$2",
		'gpu.prices': '=Here!$A$1:$A$2',
		half: '=0.5',
		dear: '=dearer*half+Here!$A$2',
		dearer: '=gpu.price*2+dear'
	};
	for (const [name, refersTo] of Object.entries(names)) {
		workbook.tables.name.set(name, { id: name, name, refersTo });
	}
	const contents: [string, number, Content][] = [
		['sheet-0', 0, 11],
		['sheet-0', 1, 12],
		['sheet-1', 0, 21],
		['sheet-1', 1, 22],
		['sheet-0', 9, formula]
	];
	for (const [sheet, row, content] of contents) {
		applyPatch(workbook, [{ kind: 'cell', sheet, row, column: 0, before: null, after: { content } }]);
	}
	return workbook;
}

async function precedentsOf(formula: Content) {
	const calculation = new Calculation(() => new TypedEngine());
	await calculation.open({ version: 3, workbook: workbookOf(formula), scenario: 'as_reported' });
	const answer = await calculation.precedents({ version: 3, place: { sheet: 'sheet-0', row: 9, column: 0 } });
	expect(answer.version).toBe(3);
	return answer.precedents;
}

const at = (sheet: string, row: number) => ({ sheet, row, column: 0 });
const block = (from: number, to: number) => ({ from: { row: from, column: 0 }, to: { row: to, column: 0 } });

describe('precedents', () => {
	it('CAL-6 gives cells of this sheet and others with their values, each once', async () => {
		expect(await precedentsOf("=$A$1+'Training cost'!A1*2-$a$1")).toEqual([
			{ kind: 'cell', label: '$A$1', place: at('sheet-0', 0), range: block(0, 0), value: 11 },
			{
				kind: 'cell',
				label: "'Training cost'!A1",
				place: at('sheet-1', 0),
				range: block(0, 0),
				value: 21
			}
		]);
	});

	it('CAL-6 gives what a name that stands for a formula reads after it, through other names, and round a loop of names once', async () => {
		expect(await precedentsOf('=dear+$A$1')).toEqual([
			{ kind: 'name', label: 'dear', place: null, range: null },
			{ kind: 'name', label: 'dearer', place: null, range: null },
			{ kind: 'name', label: 'gpu.price', place: at('sheet-1', 1), range: block(1, 1), value: 22 },
			{ kind: 'name', label: 'half', place: null, range: null },
			{ kind: 'cell', label: 'Here!$A$2', place: at('sheet-0', 1), range: block(1, 1), value: 12 },
			{ kind: 'cell', label: '$A$1', place: at('sheet-0', 0), range: block(0, 0), value: 11 }
		]);
	});

	it('CAL-6 gives names by the cells that they stand for', async () => {
		expect(await precedentsOf('=GPU.price*half+SUM(gpu.prices)+unknown.name')).toEqual([
			{ kind: 'name', label: 'GPU.price', place: at('sheet-1', 1), range: block(1, 1), value: 22 },
			{ kind: 'name', label: 'half', place: null, range: null },
			{ kind: 'name', label: 'gpu.prices', place: at('sheet-0', 0), range: block(0, 1) },
			{ kind: 'name', label: 'unknown.name', place: null, range: null }
		]);
	});

	it('CAL-6 gives ranges by their first cell, and nowhere to go on a sheet that is gone', async () => {
		expect(await precedentsOf('=SUM(A2:A1)+Gone!A1')).toEqual([
			{ kind: 'range', label: 'A2:A1', place: at('sheet-0', 0), range: block(0, 1) },
			{ kind: 'cell', label: 'Gone!A1', place: null, range: null }
		]);
	});

	it('CAL-6 gives none for a cell without a formula', async () => {
		expect(await precedentsOf(5)).toEqual([]);
		expect(await precedentsOf("'=A1")).toEqual([]);
	});
});
