import { addressOfKey, cellKey, isCellError, rangeHolds, type CellValue, type Range } from '$lib/workbook';

/** What can be said of many values at once. Errors and texts are left out of all but the count. */
export interface Summary {
	readonly sum: number;
	/** Cells that hold anything, errors included. */
	readonly count: number;
	readonly numbers: number;
	readonly errors: number;
	/** Infinity where there is no number. */
	readonly min: number;
	/** -Infinity where there is no number. */
	readonly max: number;
}

/** Sums values up, one after another. */
export class SummaryCount {
	#sum = 0;
	/** What the additions so far have lost of the digits. */
	#lost = 0;
	#count = 0;
	#numbers = 0;
	#errors = 0;
	#min = Infinity;
	#max = -Infinity;

	add(value: CellValue): void {
		if (value === null || value === '') return;
		this.#count += 1;
		if (isCellError(value)) this.#errors += 1;
		if (typeof value !== 'number') return;
		this.#numbers += 1;
		this.#min = Math.min(this.#min, value);
		this.#max = Math.max(this.#max, value);
		const sum = this.#sum + value;
		this.#lost += Math.abs(this.#sum) >= Math.abs(value) ? this.#sum - sum + value : value - sum + this.#sum;
		this.#sum = sum;
	}

	get summary(): Summary {
		return {
			sum: this.#sum + this.#lost,
			count: this.#count,
			numbers: this.#numbers,
			errors: this.#errors,
			min: this.#min,
			max: this.#max
		};
	}
}

/**
 * The values of the cells in ranges, each cell once, and `null` for others that had to be looked at: as few steps as there
 * are cells selected or cells known, whichever are fewer.
 */
export function* valuesIn(
	ranges: readonly Range[],
	known: ReadonlyMap<number, CellValue>,
	isHidden: (row: number, column: number) => boolean
): Generator<CellValue, void> {
	const area = ranges.reduce(
		(sum, { from, to }) => sum + (to.row - from.row + 1) * (to.column - from.column + 1),
		0
	);
	if (area > known.size) {
		for (const [key, value] of known) {
			const { row, column } = addressOfKey(key);
			const isIn = ranges.some((range) => rangeHolds(range, { row, column }));
			yield isIn && !isHidden(row, column) ? value : null;
		}
		return;
	}
	for (const [index, { from, to }] of ranges.entries()) {
		const earlier = ranges.slice(0, index);
		for (let row = from.row; row <= to.row; row += 1) {
			for (let column = from.column; column <= to.column; column += 1) {
				const isSeen = earlier.some((range) => rangeHolds(range, { row, column }));
				yield isSeen || isHidden(row, column) ? null : (known.get(cellKey({ row, column })) ?? null);
			}
		}
	}
}

const SLICE_MS = 8;
const LOOK_EVERY = 512;

/**
 * Sums values up in slices of a few milliseconds, between which the page answers. Gives undefined where it was stopped.
 */
export async function summarize(
	values: Iterable<CellValue>,
	isStopped: () => boolean
): Promise<Summary | undefined> {
	const count = new SummaryCount();
	let began = performance.now();
	let steps = 0;
	for (const value of values) {
		count.add(value);
		steps += 1;
		if (steps % LOOK_EVERY > 0 || performance.now() - began < SLICE_MS) continue;
		await new Promise((resolve) => setTimeout(resolve));
		if (isStopped()) return undefined;
		began = performance.now();
	}
	return count.summary;
}
