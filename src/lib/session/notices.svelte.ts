/** Something that the reader must know and may act on: shown above the sheet until dismissed. */
export interface Notice {
	/** What it is about: a later notice about the same takes its place. */
	readonly about: string;
	readonly text: string;
	readonly isFault: boolean;
	readonly actions?: readonly { readonly label: string; readonly run: () => void }[];
}

/** What the reader must know now, oldest first. */
export class Notices {
	#all = $state.raw<readonly Notice[]>([]);

	get all(): readonly Notice[] {
		return this.#all;
	}

	show(notice: Notice): void {
		this.#all = [...this.#all.filter(({ about }) => about !== notice.about), notice];
	}

	/** Takes away what was said of something. */
	dismiss(about: string): void {
		if (this.#all.some((notice) => notice.about === about)) {
			this.#all = this.#all.filter((notice) => notice.about !== about);
		}
	}
}
