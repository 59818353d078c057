import { describe, expect, it } from 'vitest';
import { Editor, type Command } from '$lib/editing';
import { formatRange, type ConditionalFormat, type Range } from '$lib/workbook';
import { at, smallWorkbook } from './small-workbook';

interface Places {
	readonly sheet: string;
	readonly ranges: readonly Range[];
}

const words = (places: readonly Places[]) =>
	places.map(({ sheet, ranges }) => `${sheet} ${ranges.map(formatRange).join(' ')}`.trim());

/** Where the last of some commands is seen when it was undone, and when it was done again. */
function placesOf(...commands: Command[]) {
	const editor = new Editor(smallWorkbook());
	const [done] = commands.map((command) => editor.execute(command)).slice(-1);
	if (!done?.ok) throw new Error(done?.error);
	const { undone, redone } = editor.done.at(-1)!.places;
	return { undone: words(undone), redone: words(redone), created: done.value.created };
}

function rangeFrom(address: string): Range {
	const { row, column } = at('data', address);
	return { from: { row, column }, to: { row, column } };
}

const typed = (sheet: string, ...addresses: string[]) =>
	addresses.map((address) => ({ ...at(sheet, address), content: 7.5 }));

describe('where a step is seen', () => {
	it('EDT-221 contents are seen where they were set, on every sheet, as the ranges that they fill', () => {
		const cells = [...typed('data', 'H8', 'H9', 'J2', 'I8', 'I9'), ...typed('sums', 'G2')];
		expect(placesOf({ do: 'set-contents', cells }).undone).toEqual(['data H8:I9 J2', 'sums G2']);
	});

	it('EDT-221 many scattered cells are seen as the one range that holds them', () => {
		const cells = Array.from({ length: 600 }, (_, index) => ({
			sheet: 'data',
			row: 2 * index,
			column: 9,
			content: 1
		}));
		expect(placesOf({ do: 'set-contents', cells }).redone).toEqual(['data J1:J1199']);
	});

	it('EDT-221 moved cells are seen where they were, and done again where they went', () => {
		const range = { from: at('data', 'A2'), to: at('data', 'B3') };
		const { undone, redone } = placesOf({ do: 'move-cells', sheet: 'data', range, to: at('sums', 'H5') });
		expect([undone, redone]).toEqual([['data A2:B3'], ['sums H5:I6']]);
	});

	it('EDT-221 rows are seen whole, a driver where its cell is, and a sheet itself', () => {
		const lines = [{ from: 1, to: 2 }];
		expect(placesOf({ do: 'delete-lines', sheet: 'data', axis: 'row', lines }).undone).toEqual([
			'data A2:XFD3'
		]);
		const set = { scenario: 'calm', name: 'openai.cost', content: 5 } as const;
		expect(placesOf({ do: 'set-override', ...set }).undone).toEqual(['data B1']);
		const { created, undone } = placesOf({ do: 'add-sheet' });
		expect(undone).toEqual([created]);
		expect(placesOf({ do: 'delete-sheet', sheet: 'sums' }).undone).toEqual(['sums']);
	});

	it('EDT-265 several inserted spans are seen where they were asked for, and done again where the new lines lie', () => {
		const lines = [1, 4].map((row) => ({ from: row, to: row }));
		const { undone, redone } = placesOf({ do: 'insert-lines', sheet: 'data', axis: 'row', lines });
		expect(undone).toEqual(['data A2:XFD2 A5:XFD5']);
		expect(redone).toEqual(['data A2:XFD2 A6:XFD6']);
	});

	it('EDT-266 inserted copies are seen where they lie, and cut ones undone where they came from', () => {
		const insert = (by: 'row' | 'down', to: string, isCut: boolean, sheet = 'data') => {
			const { row, column } = at(sheet, to);
			const source = { sheet: 'data', rows: [1], columns: [0] };
			const filled: Command = { do: 'set-contents', cells: typed('data', 'A2') };
			const command = { do: 'insert-copied', sheet, at: { row, column }, by, source, isCut } as const;
			const { undone, redone } = placesOf(filled, command);
			return [undone, redone];
		};
		expect(insert('down', 'H6', false)).toEqual([['data H6'], ['data H6']]);
		expect(insert('row', 'A1', true)).toEqual([['data A2:XFD2'], ['data A1:XFD1']]);
		expect(insert('row', 'A6', true)).toEqual([['data A2:XFD2'], ['data A5:XFD5']]);
		expect(insert('down', 'A6', true)).toEqual([['data A2'], ['data A5']]);
		expect(insert('down', 'H6', true)).toEqual([['data A2'], ['data H6']]);
		expect(insert('row', 'A6', true, 'sums')).toEqual([
			['data A2:XFD2', 'sums A6:XFD6'],
			['sums A6:XFD6', 'data A2:XFD2']
		]);
	});

	it('EDT-267 filters and conditional formats are seen over their cells, also as they go', () => {
		const [a, b] = ['A1', 'A3'].map((text) => rangeFrom(text));
		const range = { from: a!.from, to: b!.to };
		const set = { do: 'set-filter', sheet: 'data', filter: { range, columns: {}, hidden: [] } } as const;
		expect(placesOf(set).undone).toEqual(['data A1:A3']);
		expect(placesOf(set, { ...set, filter: null }).undone).toEqual(['data A1:A3']);
		const scale = (at: string, color: `#${string}` = '#ffffff'): ConditionalFormat => ({
			ranges: [rangeFrom(at)],
			rule: { kind: 'scale', colors: [color, '#1a7f5a'] }
		});
		const formats = (...list: ConditionalFormat[]): Command => ({
			do: 'set-conditional-formats',
			sheet: 'data',
			formats: list
		});
		expect(placesOf(formats(scale('A1'))).redone).toEqual(['data A1']);
		expect(placesOf(formats(scale('A1'), scale('B2')), formats(scale('A1'))).redone).toEqual(['data B2']);
		expect(placesOf(formats(scale('A1')), formats(scale('A1', '#000000'))).redone).toEqual(['data A1']);
	});
});
