import { clearFilter, filterOf, reapplyFilter, toggleFilter } from '../filtering';
import type { Session } from '../session.svelte';
import { askForExtent } from '../sort-extent';
import { sortByActive } from '../sorting';
import type { Action } from './action';

/** Sorting, filtering, finding and replacing. */
export const DATA_ACTIONS: readonly Action[] = [
	{
		id: 'sort-ascending',
		title: 'Sort ascending',
		group: 'Data',
		words: 'order a to z smallest first',
		run: (session) => askForExtent(session, () => sortByActive(session, false))
	},
	{
		id: 'sort-descending',
		title: 'Sort descending',
		group: 'Data',
		words: 'order z to a largest first',
		run: (session) => askForExtent(session, () => sortByActive(session, true))
	},
	{
		id: 'sort',
		title: 'Sort …',
		group: 'Data',
		words: 'order several keys columns',
		run: (session) => askForExtent(session, () => session.dialogs.open('sort'))
	},
	{
		id: 'toggle-filter',
		title: 'Filter',
		group: 'Data',
		words: 'autofilter hide rows',
		keys: ['Mod+Shift+L'],
		isOn: (session) => filterOf(session) !== undefined,
		run: toggleFilter
	},
	{
		id: 'filter-column',
		title: 'Filter by this column …',
		group: 'Data',
		words: 'values conditions search',
		isAvailable: (session) => filteredColumn(session) !== undefined,
		run: (session) => session.dialogs.open('filter-column', { column: filteredColumn(session)! })
	},
	{
		id: 'clear-filter',
		title: 'Show all filtered rows',
		group: 'Data',
		isAvailable: (session) => Object.keys(filterOf(session)?.columns ?? {}).length > 0,
		run: clearFilter
	},
	{
		id: 'reapply-filter',
		title: 'Filter again',
		group: 'Data',
		words: 'reapply refresh',
		keys: ['Mod+Alt+L'],
		isAvailable: (session) => filterOf(session) !== undefined,
		run: reapplyFilter
	},
	{
		id: 'find',
		title: 'Find …',
		group: 'Edit',
		words: 'search',
		keys: ['Mod+F'],
		isForPage: true,
		run: ({ dialogs }) => dialogs.open('find', { isReplacing: false })
	},
	{
		id: 'replace',
		title: 'Find and replace …',
		group: 'Edit',
		words: 'search substitute',
		keys: ['Mod+H', 'Mod+Shift+H'],
		isForPage: true,
		run: ({ dialogs }) => dialogs.open('find', { isReplacing: true })
	}
];

/** The column of the active cell, where the filter covers it. */
function filteredColumn(session: Session): number | undefined {
	const { column } = session.selection.active;
	const range = filterOf(session)?.range;
	return range && column >= range.from.column && column <= range.to.column ? column : undefined;
}
