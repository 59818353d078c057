/** After this long something that runs is told of, in milliseconds. */
export const SLOW_AFTER_MS = 1_000;

const TICK_MS = 250;

/** How long a change may take at least, in milliseconds, and how many times as long as all of the workbook last took. */
const LEAST_LIMIT_MS = 3_000;
const LIMIT_FACTOR = 10;

/** How long a change may take in a workbook that last took this long, both in milliseconds. */
export function limitOf(fullMs: number): number {
	return Math.max(LEAST_LIMIT_MS, LIMIT_FACTOR * fullMs);
}

/**
 * Watches one thing at a time that takes as long as it takes: tells how long it has run, and when its time is over. Only
 * time that the page itself sees pass counts, so that a machine that slept does not end what slept with it.
 */
export class Watch {
	#tell: (milliseconds: number | null) => void;
	#overdue: () => void;
	#timer: ReturnType<typeof setInterval> | undefined;
	#elapsedMs = 0;

	/** `tell` hears of what is slow, and null when that has ended; `overdue` that its time is over. */
	constructor(tell: (milliseconds: number | null) => void, overdue: () => void) {
		this.#tell = tell;
		this.#overdue = overdue;
	}

	get isRunning(): boolean {
		return this.#timer !== undefined;
	}

	/** Begins with something that may take this long, in milliseconds, or for ever. */
	start(limitMs: number): void {
		this.end();
		this.#timer = setInterval(() => {
			this.#elapsedMs += TICK_MS;
			if (this.#elapsedMs >= limitMs) this.#overdue();
			else if (this.#elapsedMs >= SLOW_AFTER_MS) this.#tell(this.#elapsedMs);
		}, TICK_MS);
	}

	end(): void {
		clearInterval(this.#timer);
		this.#timer = undefined;
		const wasSlow = this.#elapsedMs >= SLOW_AFTER_MS;
		this.#elapsedMs = 0;
		if (wasSlow) this.#tell(null);
	}
}

/** Waits for an answer that may take this long; after that has it ended, and gives `stopped`. */
export async function withinTime<T>(
	limitMs: number,
	ask: () => Promise<T>,
	end: () => void
): Promise<T | 'stopped'> {
	let isOver = false;
	const watch = new Watch(
		() => undefined,
		() => {
			isOver = true;
			watch.end();
			end();
		}
	);
	watch.start(limitMs);
	try {
		const answer = await ask();
		return isOver ? 'stopped' : answer;
	} finally {
		watch.end();
	}
}
