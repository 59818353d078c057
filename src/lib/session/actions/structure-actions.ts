import { insertCopied, insertOutlined } from '../copied-inserts';
import type { Session } from '../session.svelte';
import { wholeAxis } from '../selected-lines';
import { deleteCells, deleteLines, insertCells, insertLines } from '../structure-changes';
import type { Action } from './action';

const isOutlined = ({ shown }: Session) => shown.clipboard?.outlined !== undefined;

/** Rows, columns and cells that come in and go. */
export const STRUCTURE_ACTIONS: readonly Action[] = [
	{
		id: 'insert',
		title: 'Insert …',
		group: 'Insert',
		words: 'add new rows columns cells shift',
		keys: ['Mod++'],
		run: (session) => {
			if (isOutlined(session)) return insertOutlined(session);
			const axis = wholeAxis(session.selection);
			if (axis) insertLines(session, axis);
			else session.dialogs.open('shift-cells', { isInsert: true });
		}
	},
	{
		id: 'insert-rows',
		title: 'Insert rows above',
		group: 'Insert',
		words: 'add new lines',
		run: (session) => insertLines(session, 'row')
	},
	{
		id: 'insert-columns',
		title: 'Insert columns to the left',
		group: 'Insert',
		words: 'add new lines',
		run: (session) => insertLines(session, 'column')
	},
	{
		id: 'insert-cells-down',
		title: 'Insert cells and shift down',
		group: 'Insert',
		run: (session) => insertCells(session, 'down')
	},
	{
		id: 'insert-cells-right',
		title: 'Insert cells and shift right',
		group: 'Insert',
		run: (session) => insertCells(session, 'right')
	},
	{
		id: 'insert-copied',
		title: 'Insert what was copied …',
		group: 'Insert',
		words: 'cut cells rows columns paste shift',
		isAvailable: isOutlined,
		run: insertOutlined
	},
	{
		id: 'insert-copied-down',
		title: 'Insert what was copied and shift down',
		group: 'Insert',
		words: 'cut cells paste',
		isAvailable: isOutlined,
		run: (session) => insertCopied(session, 'down')
	},
	{
		id: 'insert-copied-right',
		title: 'Insert what was copied and shift right',
		group: 'Insert',
		words: 'cut cells paste',
		isAvailable: isOutlined,
		run: (session) => insertCopied(session, 'right')
	},
	{
		id: 'delete',
		title: 'Delete …',
		group: 'Delete',
		words: 'remove rows columns cells shift',
		keys: ['Mod+-'],
		run: (session) => {
			const axis = wholeAxis(session.selection);
			if (axis) deleteLines(session, axis);
			else session.dialogs.open('shift-cells', { isInsert: false });
		}
	},
	{
		id: 'delete-rows',
		title: 'Delete rows',
		group: 'Delete',
		words: 'remove lines',
		run: (session) => deleteLines(session, 'row')
	},
	{
		id: 'delete-columns',
		title: 'Delete columns',
		group: 'Delete',
		words: 'remove lines',
		run: (session) => deleteLines(session, 'column')
	},
	{
		id: 'delete-cells-up',
		title: 'Delete cells and shift up',
		group: 'Delete',
		words: 'remove',
		run: (session) => deleteCells(session, 'up')
	},
	{
		id: 'delete-cells-left',
		title: 'Delete cells and shift left',
		group: 'Delete',
		words: 'remove',
		run: (session) => deleteCells(session, 'left')
	}
];
