/** How long values may be on their way before they count as pending, in milliseconds. */
const PENDING_AFTER_MS = 100;

/** Whether values have been on their way for so long that those on show may be old. */
export class Pending {
	#tell: (isPending: boolean) => void;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#isPending = false;

	constructor(tell: (isPending: boolean) => void) {
		this.#tell = tell;
	}

	/** Values are on their way, now or still. */
	begin(): void {
		this.#timer ??= setTimeout(() => {
			this.#isPending = true;
			this.#tell(true);
		}, PENDING_AFTER_MS);
	}

	/** They have come, or will not. */
	settle(): void {
		this.forget();
		if (!this.#isPending) return;
		this.#isPending = false;
		this.#tell(false);
	}

	/** Ends without a word. */
	forget(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
	}
}
