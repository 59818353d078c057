import { describe, expect, it } from 'vitest';
import { Editor, type Command } from '$lib/editing';
import { formatRange, type Range } from '$lib/workbook';
import { at, smallWorkbook } from './small-workbook';

interface Places {
	readonly sheet: string;
	readonly ranges: readonly Range[];
}

const words = (places: readonly Places[]) =>
	places.map(({ sheet, ranges }) => `${sheet} ${ranges.map(formatRange).join(' ')}`.trim());

/** Where a command is seen when it was undone, and when it was done again. */
function placesOf(command: Command) {
	const editor = new Editor(smallWorkbook());
	const done = editor.execute(command);
	if (!done.ok) throw new Error(done.error);
	const { undone, redone } = editor.done.at(-1)!.places;
	return { undone: words(undone), redone: words(redone), created: done.value.created };
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
});
