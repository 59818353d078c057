import type { PageLayout } from './page-layout.svelte';

/** What the status bar can say of the selection, in the order in which it stands there. */
export const FIGURES = ['average', 'count', 'numbers', 'min', 'max', 'sum'] as const;
export type Figure = (typeof FIGURES)[number];

export const FIGURE_WORDS: Readonly<Record<Figure, string>> = {
	average: 'Average',
	count: 'Count',
	numbers: 'Numerical count',
	min: 'Min',
	max: 'Max',
	sum: 'Sum'
};

/** The sizes that the sheet can be shown at, in per cent. */
const ZOOMS = [50, 60, 70, 80, 90, 100, 110, 125, 150, 175, 200] as const;
const STORED = 'reckoner.display';

/** How the reader wants sheets to be shown, remembered in this browser. */
export class Display {
	/** How the page is shared out, once its edges can be moved. */
	layout = $state.raw<PageLayout>();
	#zoom = $state(100);
	#figures = $state.raw<readonly Figure[]>(['average', 'count', 'sum']);

	/** The size of the sheet in per cent. */
	get zoom(): number {
		return this.#zoom;
	}

	/** What the status bar says of the selection. */
	get figures(): readonly Figure[] {
		return this.#figures;
	}

	/** The next size up or down; undefined at the ends. */
	zoomBeside(by: 1 | -1): number | undefined {
		const beyond = ZOOMS.filter((zoom) => (zoom - this.#zoom) * by > 0);
		return by > 0 ? beyond[0] : beyond.at(-1);
	}

	zoomTo(zoom: number): void {
		this.#zoom = zoom;
		this.#remember();
	}

	/** Shows a figure, or no more. */
	toggleFigure(figure: Figure): void {
		const isShown = this.#figures.includes(figure);
		this.#figures = FIGURES.filter((one) => (one === figure ? !isShown : this.#figures.includes(one)));
		this.#remember();
	}

	/** Takes in what this browser remembers. */
	restore(): void {
		try {
			const stored: unknown = JSON.parse(localStorage.getItem(STORED) ?? 'null');
			if (typeof stored !== 'object' || stored === null) return;
			const { zoom, figures } = stored as { zoom?: unknown; figures?: unknown };
			const known = ZOOMS.find((one) => one === zoom);
			if (known !== undefined) this.#zoom = known;
			if (Array.isArray(figures)) this.#figures = FIGURES.filter((one) => figures.includes(one));
		} catch {
			// What cannot be read is as good as nothing.
		}
	}

	#remember(): void {
		try {
			localStorage.setItem(STORED, JSON.stringify({ zoom: this.#zoom, figures: this.#figures }));
		} catch {
			// Where storage is forbidden it still holds for this visit.
		}
	}
}
