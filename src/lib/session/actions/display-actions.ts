import { FIGURES, FIGURE_WORDS } from '../display.svelte';
import type { Session } from '../session.svelte';
import type { Action } from './action';

function zoom(session: Session, to: number | undefined): void {
	if (to === undefined) return;
	session.display.zoomTo(to);
	session.status = `The sheet is shown at ${to} %.`;
}

/** How the sheet is shown, and what the status bar says of the selection. */
export const DISPLAY_ACTIONS: readonly Action[] = [
	{
		id: 'zoom-in',
		title: 'Zoom in',
		group: 'View',
		words: 'larger bigger size',
		keys: ['Mod+Alt+='],
		isForPage: true,
		isAvailable: ({ display }) => display.zoomBeside(1) !== undefined,
		run: (session) => zoom(session, session.display.zoomBeside(1))
	},
	{
		id: 'zoom-out',
		title: 'Zoom out',
		group: 'View',
		words: 'smaller size',
		keys: ['Mod+Alt+-'],
		isForPage: true,
		isAvailable: ({ display }) => display.zoomBeside(-1) !== undefined,
		run: (session) => zoom(session, session.display.zoomBeside(-1))
	},
	{
		id: 'zoom-reset',
		title: 'Zoom to 100 %',
		group: 'View',
		words: 'normal size reset',
		keys: ['Mod+Alt+0'],
		isForPage: true,
		run: (session) => zoom(session, 100)
	},
	{
		id: 'show-formulas',
		title: 'Formulas in the cells',
		group: 'View',
		words: 'show instead of values results',
		keys: ['Mod+`'],
		isForPage: true,
		isOn: ({ shown }) => shown.source.showsFormulas,
		run: ({ shown }) => (shown.source.showsFormulas = !shown.source.showsFormulas)
	},
	...(['dock', 'evidence'] as const).map((part): Action => ({
		id: `show-${part}`,
		title: part === 'dock' ? 'Comparison and charts' : 'Evidence beside the sheet',
		group: 'View',
		words: 'show hide panel collapse fold room larger sheet',
		isForPage: true,
		isAvailable: ({ display }) => display.layout?.isBeside === true,
		isOn: ({ display }) => !display.layout?.isHidden(part),
		run: ({ display: { layout } }) => (layout?.isHidden(part) ? layout.show(part) : layout?.hide(part))
	})),
	...FIGURES.map((figure): Action => ({
		id: `show-${figure}`,
		title: `${FIGURE_WORDS[figure]} in the status bar`,
		group: 'View',
		words: 'selection total mean minimum maximum statistics',
		isOn: ({ display }) => display.figures.includes(figure),
		run: ({ display }) => display.toggleFigure(figure)
	}))
];
