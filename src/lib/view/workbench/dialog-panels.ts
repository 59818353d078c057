import type { DialogName } from '$lib/session/dialogs.svelte';
import type { Component } from 'svelte';

/** Each dialog comes when it is first opened, and stays: the next time it begins as it was left. */
export const DIALOGS: Readonly<Record<DialogName, () => Promise<{ default: Component }>>> = {
	settings: () => import('../settings/settings-dialog.svelte'),
	export: () => import('./export-panel.svelte'),
	override: () => import('../override/override-dialog.svelte'),
	figures: () => import('../override/figures-dialog.svelte'),
	'replace-cells': () => import('../clipboard/replace-cells-dialog.svelte'),
	note: () => import('../note/note-dialog.svelte'),
	'number-format': () => import('../number-format/number-format-dialog.svelte'),
	'shift-cells': () => import('../structure/shift-cells-dialog.svelte'),
	broken: () => import('../structure/broken-dialog.svelte'),
	'fill-series': () => import('../fill/fill-series-dialog.svelte'),
	commands: () => import('../palette/command-palette.svelte'),
	shortcuts: () => import('../palette/shortcut-sheet.svelte'),
	sort: () => import('../data/sort-dialog.svelte'),
	'sort-extent': () => import('../data/sort-extent-dialog.svelte'),
	'filter-column': () => import('../data/filter-dialog.svelte'),
	find: () => import('../data/find-dialog.svelte'),
	'go-to': () => import('../palette/go-to-dialog.svelte'),
	'sheet-color': () => import('../structure/sheet-color-dialog.svelte'),
	sheets: () => import('../structure/sheets-dialog.svelte'),
	'line-size': () => import('../structure/line-size-dialog.svelte'),
	history: () => import('../history/history-dialog.svelte'),
	'grow-sheet': () => import('../clipboard/grow-sheet-dialog.svelte'),
	'paste-special': () => import('../clipboard/paste-special-dialog.svelte'),
	'conditional-formats': () => import('../conditional/conditional-dialog.svelte'),
	names: () => import('../names/names-dialog.svelte'),
	trace: () => import('../names/trace-dialog.svelte'),
	pick: () => import('../pick/pick-list.svelte')
};
