/**
 * Rows or columns laid end to end: sizes and offsets in CSS pixels by prefix sums. Indices past those that were measured
 * have the default size, so that a sheet of a million rows costs as much as its used part.
 */
export class Axis {
	readonly count: number;
	#offsets: Float64Array;
	#defaultSize: number;

	private constructor(count: number, offsets: Float64Array, defaultSize: number) {
		this.count = count;
		this.#offsets = offsets;
		this.#defaultSize = defaultSize;
	}

	static measure(count: number, defaultSize: number, sizeOf: (index: number) => number): Axis {
		const offsets = new Float64Array(count + 1);
		for (let index = 0; index < count; index += 1) {
			offsets[index + 1] = offsets[index]! + Math.max(sizeOf(index), 0);
		}
		return new Axis(count, offsets, defaultSize);
	}

	/** The same axis with at least so many indices. */
	extendedTo(count: number): Axis {
		return count > this.count ? new Axis(count, this.#offsets, this.#defaultSize) : this;
	}

	get total(): number {
		return this.offsetOf(this.count);
	}

	/** Where an index begins; that of `count` is where the last one ends. */
	offsetOf(index: number): number {
		const measured = this.#offsets.length - 1;
		return index <= measured
			? this.#offsets[Math.max(index, 0)]!
			: this.#offsets[measured]! + (index - measured) * this.#defaultSize;
	}

	sizeOf(index: number): number {
		return this.offsetOf(index + 1) - this.offsetOf(index);
	}

	/** The index that an offset lies in: the first or last one where it lies outside. */
	indexAt(offset: number): number {
		const measured = this.#offsets.length - 1;
		const end = this.#offsets[measured]!;
		if (offset >= end) {
			const beyond = measured + Math.floor((offset - end) / this.#defaultSize);
			return Math.max(Math.min(beyond, this.count - 1), 0);
		}
		let low = 0;
		let high = measured;
		// The last index that begins at or before the offset: of hidden ones, which have no size, the last.
		while (high - low > 1) {
			const middle = (low + high) >> 1;
			if (this.#offsets[middle]! <= offset) low = middle;
			else high = middle;
		}
		return low;
	}
}
