import { describe, expect, test } from 'vitest';
import type { Command } from '$lib/editing';
import { actionCalled, runAction } from '$lib/session/actions';
import { rememberChange, repeatLatest } from '$lib/session/repeating';
import type { Session } from '$lib/session/session.svelte';
import { parseRange, type Range } from '$lib/workbook';

function range(text: string): Range {
	const read = parseRange(text);
	if (!read.ok) throw new Error(read.error);
	return read.value;
}

/** A session as far as repeating needs it, which keeps what is carried out. */
function prepared() {
	const done: Command[] = [];
	const session = {
		activeSheet: 'data',
		selection: { active: { row: 0, column: 0 }, ranges: [range('A1:A2')] },
		shown: {
			sizes: {
				linesOf: (_: unknown, spans: readonly { from: number; to: number }[]) =>
					spans.flatMap(({ from, to }) => (from === to ? [from] : [from, to])),
				resize: (axis: string, rows: readonly number[], height: number | null) =>
					session.execute({ do: 'resize-rows', sheet: axis, rows, height })
			}
		},
		workbook: { cells: new Map(), tables: { sheet: new Map() } },
		execute(command: Command) {
			done.push(command);
			rememberChange(session as unknown as Session, command);
			return { ok: true };
		}
	};
	return { session: session as unknown as Session, done, selection: session.selection };
}

describe('repeating', () => {
	test('PAG-286 what was chosen in a dialog or a list is done again to what is selected', () => {
		const { session, done, selection } = prepared();
		expect(repeatLatest(session)).toBe(false);
		session.execute({ do: 'set-look', sheet: 'data', ranges: [range('A1')], look: { fill: '#ff0000' } });
		selection.ranges = [range('B2:C4')];
		expect(repeatLatest(session)).toBe(true);
		expect(done.at(-1)).toMatchObject({ ranges: [range('B2:C4')], look: { fill: '#ff0000' } });
		session.execute({ do: 'resize-rows', sheet: 'data', rows: [7], height: 40 });
		repeatLatest(session);
		expect(done.at(-1)).toMatchObject({ do: 'resize-rows', rows: [1, 3], height: 40 });
		session.execute({ do: 'set-format', sheet: 'data', ranges: [range('A1')], format: '0.0' });
		repeatLatest(session);
		repeatLatest(session);
		expect(done.at(-1)).toMatchObject({ do: 'set-format', ranges: [range('B2:C4')], format: '0.0' });
	});

	test('PAG-286 a switch is repeated as what it set', () => {
		const { session, done } = prepared();
		runAction(actionCalled('bold'), session);
		session.workbook.cells.set('data', new Map([[0, { content: 1, look: { isBold: true } }]]) as never);
		repeatLatest(session);
		expect(done.at(-1)).toMatchObject({ do: 'set-look', look: { isBold: true } });
	});
});
