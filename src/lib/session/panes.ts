/** The parts of the page that F6 goes through, in this order. */
export const PANES = ['sheet', 'evidence', 'compare', 'chart', 'tabs', 'top', 'formula'] as const;
export type PaneName = (typeof PANES)[number];

const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]';

/** The parts of the page, and where the focus was last in each. */
export class Panes {
	#elements = new Map<PaneName, HTMLElement>();
	#left = new Map<PaneName, HTMLElement>();

	/** Makes an element one of the parts; what it gives takes it out again. */
	attach(name: PaneName, element: HTMLElement): () => void {
		const remember = ({ target }: FocusEvent) => {
			if (target instanceof HTMLElement) this.#left.set(name, target);
		};
		this.#elements.set(name, element);
		element.addEventListener('focusin', remember);
		return () => {
			element.removeEventListener('focusin', remember);
			if (this.#elements.get(name) === element) this.#elements.delete(name);
			this.#left.delete(name);
		};
	}

	/** Gives a part the focus, where it was last; false where the part is not on show. */
	focus(name: PaneName): boolean {
		const pane = this.#elements.get(name);
		if (!pane || !isShown(pane)) return false;
		const target = this.#stopIn(name, pane);
		if (target) {
			target.focus({ preventScroll: true });
			return true;
		}
		// A part without anything to press can still be heard and scrolled.
		const whole = pane.firstElementChild instanceof HTMLElement ? pane.firstElementChild : pane;
		whole.tabIndex = -1;
		whole.focus();
		return true;
	}

	/** Where the focus goes within a part: to the field that was left in it, to its grid or the tab on show, or to what was left. */
	#stopIn(name: PaneName, pane: HTMLElement): HTMLElement | undefined {
		const stops = [...pane.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(isStop);
		const left = stops.find((stop) => stop === this.#left.get(name));
		if (left?.matches('input, textarea')) return left;
		return (
			stops.find((stop) => stop.matches('[role=grid], [role=tab][aria-selected=true]')) ?? left ?? stops[0]
		);
	}

	/** Gives the next part on show the focus, or the one before. */
	step(by: 1 | -1): void {
		const at = PANES.findIndex((name) => this.#elements.get(name)?.contains(document.activeElement));
		const from = at < 0 && by < 0 ? 0 : at;
		for (let step = 1; step <= PANES.length; step += 1) {
			const next = PANES[(from + by * step + PANES.length * 2) % PANES.length]!;
			if (this.focus(next)) return;
		}
	}
}

function isShown(element: HTMLElement): boolean {
	return element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
}

function isStop(element: HTMLElement): boolean {
	return element.tabIndex >= 0 && !element.matches(':disabled') && isShown(element);
}
