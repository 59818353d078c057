import { describe, expect, it } from 'vitest';
import { Values } from '$lib/session/values.svelte';
import type { Cell, CellChange } from '$lib/workbook';

const change = (row: number, before: Cell | null, after: Cell | null): CellChange => ({
	kind: 'cell',
	sheet: 's',
	row,
	column: 0,
	before,
	after
});

describe('values of a change', () => {
	it('PAG-193 are there at once for whatever is no formula, and stay for all else until they are calculated', () => {
		const values = new Values();
		values.take(
			[1, 2, 3, 4].map((value, row) => ({ sheet: 's', row, column: 0, value })),
			true
		);
		values.follow([
			change(0, { content: 1 }, null),
			change(1, { content: '=1+1' }, { content: "'7" }),
			change(2, { content: 3 }, { content: '=A1' }),
			// Only its format changes: the value comes from an array above.
			change(3, null, { content: null, format: '0%' }),
			change(4, null, { content: true })
		]);
		const at = (row: number) => values.valueAt({ sheet: 's', row, column: 0 });
		expect([0, 1, 2, 3, 4].map(at)).toEqual([null, '7', 3, 4, true]);
	});
});
