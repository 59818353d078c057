/** How long work goes on before the page may answer something else. */
const SLICE_MS = 12;

/** Told that what it was part of is to end. */
export class Cancelled extends Error {}

/**
 * Lets long work on the page go on in slices: whoever works asks {@link WorkSlices.rest} every now and then, which waits
 * where the page has been kept busy for long enough, and throws {@link Cancelled} where the work is to end.
 */
export class WorkSlices {
	#began = performance.now();
	#isCancelled = false;
	#tell: (share: number) => void;

	/** `tell` is told how much is done, from 0 to 1, before every wait. */
	constructor(tell: (share: number) => void) {
		this.#tell = tell;
	}

	cancel(): void {
		this.#isCancelled = true;
	}

	get isDue(): boolean {
		return performance.now() - this.#began > SLICE_MS;
	}

	async rest(share: number): Promise<void> {
		this.#tell(share);
		await new Promise((done) => setTimeout(done));
		if (this.#isCancelled) throw new Cancelled();
		this.#began = performance.now();
	}
}
