const STORED = 'reckoner.format-bar';

/** Whether the format bar is shown: not until the reader asks for it, which this browser then remembers. */
export class FormatBar {
	#isShown = $state(false);

	get isShown(): boolean {
		return this.#isShown;
	}

	toggle(): void {
		this.#isShown = !this.#isShown;
		try {
			localStorage.setItem(STORED, String(this.#isShown));
		} catch {
			// Where storage is forbidden it still holds for this visit.
		}
	}

	/** Takes in what this browser remembers. */
	restore(): void {
		try {
			this.#isShown = localStorage.getItem(STORED) === 'true';
		} catch {
			// Where storage is forbidden there is nothing to remember.
		}
	}
}
