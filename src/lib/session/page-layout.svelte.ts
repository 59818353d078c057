/** What stands beside the sheet: the comparison with the charts below it, and the evidence at its side. */
export const PAGE_PARTS = ['dock', 'evidence'] as const;
export type PagePart = (typeof PAGE_PARTS)[number];

export const PART_WORDS: Readonly<Record<PagePart, string>> = {
	dock: 'the comparison and the charts',
	evidence: 'the evidence'
};

/** Sizes in CSS pixels. */
const SMALLEST: Readonly<Record<PagePart, number>> = { dock: 96, evidence: 200 };
/** What is left of the window for the sheet. */
const LEFT_FREE: Readonly<Record<PagePart, number>> = { dock: 280, evidence: 480 };
/** Up to this width the page shows one part at a time, as its style sheets do. */
const NARROW = 900;
const STORED = 'reckoner.layout';

/** How much of the page each part beside the sheet has, remembered in this browser. */
export class PageLayout {
	#sizes = $state.raw<Partial<Record<PagePart, number>>>({});
	#hidden = $state.raw<readonly PagePart[]>([]);

	/** Whether the parts stand beside the sheet: on a narrow page each is one of its panels. */
	get isBeside(): boolean {
		return window.innerWidth > NARROW;
	}

	/** What a reader gave a part, in CSS pixels; undefined where it has its usual size. */
	sizeOf(part: PagePart): number | undefined {
		return this.#sizes[part];
	}

	isHidden(part: PagePart): boolean {
		return this.#hidden.includes(part);
	}

	smallest(part: PagePart): number {
		return SMALLEST[part];
	}

	/** The most that a part can have in the window as it is. */
	largest(part: PagePart): number {
		const room = part === 'dock' ? window.innerHeight : window.innerWidth;
		return Math.max(SMALLEST[part], room - LEFT_FREE[part]);
	}

	/** Gives a part so many pixels, within what the window has. While it is dragged that need not be remembered. */
	resize(part: PagePart, size: number, isDragged = false): void {
		const within = Math.round(Math.min(this.largest(part), Math.max(SMALLEST[part], size)));
		this.#sizes = { ...this.#sizes, [part]: within };
		if (!isDragged) this.show(part);
	}

	/** Gives a part its usual size. */
	reset(part: PagePart): void {
		this.#sizes = { ...this.#sizes, [part]: undefined };
		this.show(part);
	}

	show(part: PagePart): void {
		this.#hidden = this.#hidden.filter((one) => one !== part);
		this.#remember();
	}

	hide(part: PagePart): void {
		this.#hidden = [...new Set([...this.#hidden, part])];
		this.#remember();
	}

	/** Takes in what this browser remembers. */
	restore(): void {
		try {
			const stored: unknown = JSON.parse(localStorage.getItem(STORED) ?? 'null');
			if (typeof stored !== 'object' || stored === null) return;
			const { sizes, hidden } = stored as { sizes?: Partial<Record<PagePart, unknown>>; hidden?: unknown };
			for (const part of PAGE_PARTS) {
				const size = sizes?.[part];
				if (typeof size === 'number' && size >= SMALLEST[part])
					this.#sizes = { ...this.#sizes, [part]: Math.min(size, this.largest(part)) };
			}
			if (Array.isArray(hidden)) this.#hidden = PAGE_PARTS.filter((part) => hidden.includes(part));
		} catch {
			// What cannot be read is as good as nothing.
		}
	}

	#remember(): void {
		try {
			localStorage.setItem(STORED, JSON.stringify({ sizes: this.#sizes, hidden: this.#hidden }));
		} catch {
			// Where storage is forbidden it still holds for this visit.
		}
	}
}
