/** Widths below which the format bar is not shown unless asked for, in CSS pixels: those of a narrow page. */
const NARROW = '(max-width: 900px)';

/** Whether the format bar is shown: until the reader chooses, where there is room for it. */
export class FormatBar {
	#choice = $state<boolean>();

	/** What the reader chose; undefined leaves it to the width of the page. */
	get choice(): boolean | undefined {
		return this.#choice;
	}

	get isShown(): boolean {
		return this.#choice ?? !(typeof matchMedia !== 'undefined' && matchMedia(NARROW).matches);
	}

	toggle(): void {
		this.#choice = !this.isShown;
	}
}
