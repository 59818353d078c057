import { MAX_COLUMNS, MAX_ROWS } from '$lib/workbook';
import type { Selection } from '$lib/session/selection.svelte';
import type { GridCommand } from './grid-keys';
import type { GridViewport } from './grid-viewport.svelte';

/** What keys in the grid act on. */
export interface CommandTarget {
	readonly selection: Selection;
	readonly viewport: GridViewport;
	/** Opens the active cell: with its own text, or empty for typing over it. */
	edit(by: 'opening' | 'typing'): void;
	/** Lets the next Tab leave the grid. */
	release(): void;
	/** Opens the menu of what is selected, at the active cell. */
	openMenu(): void;
}

/** What opens the cell, and so ends extending the selection. */
const EDITING: readonly GridCommand['do'][] = ['edit', 'type', 'retype'];

/** Does what a key means; false where the browser is to have it after all. */
export function runGridCommand(command: GridCommand, target: CommandTarget): boolean {
	const { selection, viewport } = target;
	if (EDITING.includes(command.do)) selection.isExtending = false;
	switch (command.do) {
		case 'move': {
			const { direction, by } = command;
			const isExtending = command.isExtending || selection.isExtending;
			const isVertical = direction === 'up' || direction === 'down';
			const perPage = isVertical ? viewport.rowsPerPage : viewport.columnsPerPage;
			if (by === 'edge') selection.moveToEdge(direction, isExtending);
			else selection.move(direction, { isExtending, count: by === 'page' ? perPage : 1 });
			if (by === 'page') scrollByPage(viewport, direction);
			return true;
		}
		case 'go':
			selection.goTo(command.to, command.isExtending || selection.isExtending);
			return true;
		case 'leave':
			selection.leave(command.departure);
			return true;
		case 'select':
			select(selection, command.what);
			return true;
		case 'edit':
			target.edit('opening');
			return true;
		case 'type':
			// The key itself goes on to the editor, which takes the focus at once.
			target.edit('typing');
			return false;
		case 'retype':
			target.edit('typing');
			return true;
		case 'escape':
			selection.isAdding = selection.isExtending = false;
			target.release();
			return true;
		case 'reveal':
			viewport.reveal(selection.active);
			return true;
		case 'next-corner':
			selection.nextCorner();
			return true;
		case 'menu':
			target.openMenu();
			return true;
		case 'add-range':
			selection.isAdding = !selection.isAdding;
			selection.isExtending = false;
			return true;
		case 'extend':
			selection.isExtending = !selection.isExtending;
			selection.isAdding = false;
			return true;
	}
}

function select(selection: Selection, what: (GridCommand & { do: 'select' })['what']): void {
	switch (what) {
		case 'wider':
			return selection.widen();
		case 'all':
			return selection.selectAll();
		case 'region':
			return selection.selectRegion();
		case 'active':
			return selection.collapse();
		case 'rows':
			return selection.widenToRows();
		case 'columns':
			return selection.widenToColumns();
	}
}

/** A page turns the view too, so that the active cell keeps its place in it. */
function scrollByPage(viewport: GridViewport, direction: 'up' | 'down' | 'left' | 'right'): void {
	const sign = direction === 'down' || direction === 'right' ? 1 : -1;
	if (direction === 'up' || direction === 'down') {
		const row = viewport.rows.indexAt(viewport.top) + sign * viewport.rowsPerPage;
		viewport.scrollTo({
			left: viewport.left,
			top: viewport.rows.offsetOf(Math.min(Math.max(row, 0), MAX_ROWS - 1))
		});
	} else {
		const column = viewport.columns.indexAt(viewport.left) + sign * viewport.columnsPerPage;
		viewport.scrollTo({
			left: viewport.columns.offsetOf(Math.min(Math.max(column, 0), MAX_COLUMNS - 1)),
			top: viewport.top
		});
	}
}
