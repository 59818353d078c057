import type { InsertCopied } from '$lib/editing';
import { movedTo } from './moving-cells';
import { rangeOfLines } from './selected-lines';
import type { Session } from './session.svelte';
import { executeAloud } from './structure-changes';

/** Inserts what is outlined as copied or cut at the active cell, and selects it there. */
export function insertCopied(session: Session, by: InsertCopied['by']): void {
	const block = session.shown.clipboard?.outlined;
	if (!block) return;
	const { activeSheet: sheet, selection } = session;
	const rows = block.rows.map(([first]) => first!.row);
	const columns = block.rows[0]!.map(({ column }) => column);
	const first = { row: rows[0]!, column: columns[0]! };
	const at = {
		...selection.range.from,
		...(by === 'row' && { column: 0 }),
		...(by === 'column' && { row: 0 })
	};
	const contents = block.rows.map((row) => row.map(({ cell }) => cell?.content ?? null));
	const source = { sheet: block.sheet, rows, columns, contents, merges: block.merges };
	if (!executeAloud(session, { do: 'insert-copied', sheet, at, by, source, isCut: block.isCut })) return;

	const axis = by === 'down' ? 'row' : by === 'right' ? 'column' : by;
	const across = axis === 'row' ? 'column' : 'row';
	const count = { row: rows.length, column: columns.length };
	// What was cut before it in its line left a gap that has closed.
	const isClosed = block.isCut && block.sheet === sheet && (by === axis || first[across] === at[across]);
	const start = { ...at, [axis]: at[axis] - (isClosed && first[axis] < at[axis] ? count[axis] : 0) };
	const size = { from: { row: 0, column: 0 }, to: { row: count.row - 1, column: count.column - 1 } };
	const inserted = movedTo(size, start);
	const isWhole = by === axis;
	selection.selectRange(
		isWhole ? rangeOfLines(axis, { from: inserted.from[axis], to: inserted.to[axis] }) : inserted
	);
}

/** Inserts whole lines that are outlined at once, and asks which way cells are to move for others. */
export function insertOutlined(session: Session): void {
	const { outlined } = session.shown.clipboard ?? {};
	if (outlined?.axis) insertCopied(session, outlined.axis);
	else if (outlined) session.dialogs.open('shift-cells', { isInsert: true, isCopied: true });
}
