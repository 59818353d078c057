/** A menu: what it is called, and the ids of its actions, with a line between groups of them. */
export interface ActionMenu {
	readonly label: string;
	readonly groups: readonly (readonly string[])[];
}

/** Every menu of actions: that of cells, of whole rows and columns by their headers, of the status bar, and of a sheet by its tab. */
export const MENUS = {
	cells: {
		label: 'Cells',
		groups: [
			['cut', 'copy', 'paste', 'paste-special'],
			['pick-from-column', 'fill-down', 'fill-right', 'fill-series'],
			['insert', 'insert-copied', 'delete', 'clear-contents'],
			['sort-ascending', 'sort-descending', 'sort', 'toggle-filter', 'filter-column'],
			['number-format', 'conditional-formats', 'edit-note', 'names'],
			['trace-precedents', 'trace-dependents', 'remove-arrows', 'explain']
		]
	},
	rows: {
		label: 'Rows',
		groups: [
			['cut', 'copy', 'paste', 'paste-special'],
			['insert-rows', 'insert-copied', 'delete-rows', 'clear-contents'],
			['hide-rows', 'show-rows', 'row-height', 'autofit-rows'],
			['group', 'ungroup', 'freeze-panes', 'unfreeze-panes']
		]
	},
	columns: {
		label: 'Columns',
		groups: [
			['cut', 'copy', 'paste', 'paste-special'],
			['insert-columns', 'insert-copied', 'delete-columns', 'clear-contents'],
			['sort-ascending', 'sort-descending', 'toggle-filter'],
			['hide-columns', 'show-columns', 'column-width', 'autofit-columns'],
			['group', 'ungroup', 'freeze-panes', 'unfreeze-panes']
		]
	},
	figures: {
		label: 'Figures of the selection',
		groups: [['show-average', 'show-count', 'show-numbers', 'show-min', 'show-max', 'show-sum']]
	},
	sheet: {
		label: 'Sheet',
		groups: [
			['add-sheet', 'rename-sheet', 'duplicate-sheet', 'delete-sheet'],
			['color-sheet', 'move-sheet-left', 'move-sheet-right'],
			['hide-sheet', 'show-sheets', 'all-sheets']
		]
	}
} as const satisfies Record<string, ActionMenu>;
export type MenuName = keyof typeof MENUS;
