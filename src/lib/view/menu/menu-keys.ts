const PAUSE_MS = 700;

/** What a key does in a menu of so many items: the item it leads to, or that it closes the menu. */
export class MenuKeys {
	#typed = '';
	#typedAt = 0;

	/**
	 * The index of the item that a key leads to from the one at `at`, -1 for none; undefined where it leads nowhere. Letters
	 * lead to the next title that begins with them: the same one again to the one after.
	 */
	target(
		{ key, timeStamp }: { key: string; timeStamp: number },
		at: number,
		titles: readonly string[]
	): number | undefined {
		const count = titles.length;
		switch (key) {
			case 'ArrowDown':
				return (at + 1) % count;
			case 'ArrowUp':
				return at <= 0 ? count - 1 : at - 1;
			case 'Home':
			case 'PageUp':
				return 0;
			case 'End':
			case 'PageDown':
				return count - 1;
		}
		if ([...key].length !== 1 || (key === ' ' && !this.#isTyping(timeStamp))) return undefined;
		return this.#byLetters(key, timeStamp, at, titles);
	}

	#isTyping(timeStamp: number): boolean {
		return this.#typed !== '' && timeStamp - this.#typedAt < PAUSE_MS;
	}

	#byLetters(key: string, timeStamp: number, at: number, titles: readonly string[]): number | undefined {
		const letter = key.toLowerCase();
		const before = this.#isTyping(timeStamp) ? this.#typed : '';
		this.#typed = before === letter ? letter : before + letter;
		this.#typedAt = timeStamp;
		const isGoingOn = this.#typed.length > 1;
		for (let step = isGoingOn ? 0 : 1; step <= titles.length; step += 1) {
			const index = (Math.max(at, isGoingOn ? 0 : -1) + step) % titles.length;
			if (titles[index]?.toLowerCase().startsWith(this.#typed)) return index;
		}
		return undefined;
	}
}
