import { expect, test } from 'vitest';
import type { Session } from '$lib/session/session.svelte';
import { selectVisible } from '$lib/session/visible-cells';
import { MAX_COLUMNS, MAX_ROWS, parseRange, type Range } from '$lib/workbook';

/** A session whose sheet hides every second of so many rows and columns, all of it selected. */
function withHidden(rows: number, columns: number) {
	const odd = (count: number) =>
		Array.from({ length: count }, (_, at) => ({ from: 2 * at + 1, to: 2 * at + 1 }));
	const sheet = { id: 's', hiddenRows: odd(rows), hiddenColumns: odd(columns) };
	const selected: (readonly Range[])[] = [];
	const whole = { from: { row: 0, column: 0 }, to: { row: MAX_ROWS - 1, column: MAX_COLUMNS - 1 } };
	const session = {
		activeSheet: 's',
		status: '',
		tables: { sheet: new Map([['s', sheet]]) },
		selection: { ranges: [whole], selectRanges: (ranges: readonly Range[]) => selected.push(ranges) }
	};
	return { session: session as unknown as Session, selected };
}

test('PAG-374 more visible pieces than can be selected are refused without being made', () => {
	const { session, selected } = withHidden(2_000, 2_000);
	selectVisible(session);
	expect(session.status).toMatch(/too many ranges/);
	expect(selected).toEqual([]);
});

test('PAG-374 few of them are selected', () => {
	const { session, selected } = withHidden(1, 1);
	selectVisible(session);
	const range = (text: string) => {
		const read = parseRange(text);
		return read.ok ? read.value : undefined;
	};
	expect(selected).toEqual([['A1', 'C1:XFD1', 'A3:A1048576', 'C3:XFD1048576'].map(range)]);
});
