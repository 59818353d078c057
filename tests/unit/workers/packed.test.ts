import { describe, expect, it } from 'vitest';
import {
	packCalculated,
	packPatch,
	packWorkbook,
	unpackCalculated,
	unpackPatch,
	unpackWorkbook
} from '$lib/workers/packed';
import { emptyWorkbook, type Cell, type Patch } from '$lib/workbook';

const cells: (Cell | null)[] = [
	null,
	{ content: 3 },
	{ content: null, format: '0%' },
	{ content: '=A1', format: '0%' },
	{ content: 'text', look: { isBold: true }, note: 'why' },
	{ content: true, figure: 'f' },
	{ content: '' }
];

describe('packing for another thread', () => {
	it('CAL-18 leads a patch of cells on several sheets and of records back to itself', () => {
		const patch: Patch = [
			{ kind: 'name', id: 'n', before: null, after: { id: 'n', name: 'n', refersTo: '=1' } },
			...['s', 't'].flatMap((sheet, turn) =>
				cells.map((before, row) => ({
					kind: 'cell' as const,
					sheet,
					row: row * 150_000,
					column: turn === 0 ? 0 : 16_383,
					before,
					after: cells.at(-row)!
				}))
			)
		];
		expect(unpackPatch(structuredClone(packPatch(patch)))).toEqual(patch);
		expect(unpackPatch(packPatch([]))).toEqual([]);
	});

	it('CAL-18 leads a workbook back to itself', () => {
		const workbook = emptyWorkbook();
		const held = cells.flatMap((cell, row) => (cell ? [[row * 16_384 + 7, cell] as const] : []));
		workbook.cells.set('s', new Map(held));
		workbook.cells.set('t', new Map([[0, { content: 1 }]]));
		expect(unpackWorkbook(structuredClone(packWorkbook(workbook)))).toEqual(workbook);
	});

	it('CAL-18 leads an answer back to itself', () => {
		const answer = {
			version: 4,
			scenario: 'as_reported',
			isWhole: false,
			milliseconds: 2,
			values: [
				{ sheet: 's', row: 1_048_575, column: 16_383, value: 2.5 },
				{ sheet: 's', row: 0, column: 0, value: null },
				{ sheet: 't', row: 1, column: 2, value: { error: '#N/A', message: 'None.' } as const },
				{ sheet: 't', row: 2, column: 2, value: '' }
			]
		};
		expect(unpackCalculated(structuredClone(packCalculated(answer)))).toEqual(answer);
	});
});
