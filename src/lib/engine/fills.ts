import { formatAddress, formatRange, MAX_COLUMNS, MAX_ROWS } from '$lib/workbook';
import type { SimpleCellAddress, SimpleRangeValue } from 'hyperformula';

/** The most values that an array on the way to a result may have: those of a whole column. */
export const MAX_ARRAY_CELLS = MAX_ROWS;

/** The most cells that one formula may fill. Each costs a formula of its own: so many take about a second. */
export const MAX_FILLED_CELLS = 50_000;

/** More cells than this are not filled or cleared one by one: a new build is faster. */
const FILL_ONE_BY_ONE = 500;

/** A formula that gives more than one value, by the cell that it stands in. */
interface Filling {
	readonly corner: SimpleCellAddress;
	readonly values: SimpleRangeValue;
	/** Why it does not fill its cells, as a sentence. */
	blockedBy: string | undefined;
}

/** What has to be written into cells so that formulas fill those that they have values for. */
export interface FillSteps {
	/** Cells that a formula fills no longer. */
	readonly cleared: readonly SimpleCellAddress[];
	/** Cells that a formula fills from now on, with the corner that they are filled from. */
	readonly filled: readonly { at: SimpleCellAddress; corner: SimpleCellAddress }[];
	/** Corners that found or lost their room. */
	readonly recalculated: readonly SimpleCellAddress[];
}

/** The formulas of one build of the graph that give arrays, and the cells that they fill. */
export class Fills {
	#fillings = new Map<number, Filling>();
	/** The corner that fills a cell. */
	#cornerOf = new Map<number, SimpleCellAddress>();
	/** Formulas that give another size at every calculation. */
	#restless = new Set<number>();
	#resized = new Set<number>();
	#isPlanned = true;

	/** Takes the array that the formula in a cell came to; undefined for a single value. */
	take(corner: SimpleCellAddress, values: SimpleRangeValue | undefined): void {
		const key = keyOf(corner);
		const before = this.#fillings.get(key);
		if (!isSameSize(before?.values, values)) {
			this.#isPlanned = false;
			this.#resized.add(key);
		}
		if (values) this.#fillings.set(key, { corner, values, blockedBy: before?.blockedBy });
		else this.#fillings.delete(key);
	}

	/** The array that the formula in a cell came to. */
	valuesOf(corner: SimpleCellAddress): SimpleRangeValue | undefined {
		return this.#fillings.get(keyOf(corner))?.values;
	}

	/** Why the formula in a cell does not fill its cells, as a sentence. */
	reasonBlocked(corner: SimpleCellAddress): string | undefined {
		return this.#fillings.get(keyOf(corner))?.blockedBy;
	}

	/** The cell whose formula fills this one. */
	cornerOf(at: SimpleCellAddress): SimpleCellAddress | undefined {
		return this.#cornerOf.get(keyOf(at));
	}

	/** Every cell that is filled from another one, with that one. */
	get filled(): Iterable<{ at: SimpleCellAddress; corner: SimpleCellAddress }> {
		return [...this.#cornerOf].map(([key, corner]) => ({ at: addressOf(key), corner }));
	}

	/** The corners of all that fill cells. */
	get corners(): SimpleCellAddress[] {
		return [...this.#fillings.values()].map(({ corner }) => corner);
	}

	/** Follows that a cell is given another content. */
	forget(at: SimpleCellAddress): void {
		const key = keyOf(at);
		if (this.#fillings.delete(key)) this.#isPlanned = false;
		if (this.#cornerOf.delete(key)) this.#isPlanned = false;
		this.#restless.delete(key);
		for (const { blockedBy } of this.#fillings.values()) if (blockedBy) this.#isPlanned = false;
		if (this.#fillings.size > 0 && !this.#isPlanned) return;
		for (const { corner, values } of this.#fillings.values()) {
			if (isInside(at, corner, values)) this.#isPlanned = false;
		}
	}

	/** Formulas whose size still changes after many calculations are blocked from now on. */
	giveUp(): void {
		for (const key of this.#resized) this.#restless.add(key);
		this.#isPlanned = false;
	}

	/**
	 * What is to be written so that every formula fills its cells: the first in reading order takes the room, and one for
	 * which something stands in the way fills none. Undefined where all is as it should be.
	 */
	plan(isTyped: (at: SimpleCellAddress) => boolean): FillSteps | undefined {
		this.#resized.clear();
		if (this.#isPlanned) return undefined;
		this.#isPlanned = true;
		const wanted = new Map<number, SimpleCellAddress>();
		const recalculated: SimpleCellAddress[] = [];
		for (const [key, filling] of [...this.#fillings].sort(([one], [other]) => one - other)) {
			const reason = this.#restless.has(key)
				? 'How many cells the result fills changes at every calculation: give it a size that stays.'
				: this.#room(filling, wanted, isTyped);
			if (reason !== filling.blockedBy) recalculated.push(filling.corner);
			filling.blockedBy = reason;
		}
		const before = this.#cornerOf;
		this.#cornerOf = wanted;
		const cleared = [...before.keys()].filter((key) => !wanted.has(key)).map(addressOf);
		const filled = [...wanted].flatMap(([key, corner]) => {
			const isFilled = before.has(key) && keyOf(before.get(key)!) === keyOf(corner);
			return isFilled ? [] : [{ at: addressOf(key), corner }];
		});
		return cleared.length + filled.length + recalculated.length > 0
			? { cleared, filled, recalculated }
			: undefined;
	}

	/** Takes the cells of an array, or says what stands in the way. */
	#room(
		{ corner, values }: Filling,
		wanted: Map<number, SimpleCellAddress>,
		isTyped: (at: SimpleCellAddress) => boolean
	): string | undefined {
		const last = { row: corner.row + values.height() - 1, column: corner.col + values.width() - 1 };
		if (last.row >= MAX_ROWS || last.column >= MAX_COLUMNS) {
			return 'The result reaches beyond the last row or column of the sheet: move the formula up or to the left.';
		}
		const cells: number[] = [];
		for (let row = corner.row; row <= last.row; row++) {
			for (let col = corner.col; col <= last.column; col++) {
				if (row === corner.row && col === corner.col) continue;
				const at = { sheet: corner.sheet, row, col };
				const other = wanted.get(keyOf(at));
				if (other || isTyped(at)) {
					const range = formatRange({ from: { row: corner.row, column: corner.col }, to: last });
					return other
						? `The result needs ${range}, but ${labelOf(at)} is filled by the formula in ${labelOf(other)}: move one of them.`
						: `The result needs ${range}, but ${labelOf(at)} is not blank: clear or move it.`;
				}
				cells.push(keyOf(at));
			}
		}
		for (const key of cells) wanted.set(key, corner);
		return undefined;
	}
}

/** Whether these steps take longer one by one than a new build. */
export function isManySteps({ cleared, filled }: FillSteps): boolean {
	return cleared.length + filled.length > FILL_ONE_BY_ONE;
}

function isSameSize(one: SimpleRangeValue | undefined, other: SimpleRangeValue | undefined): boolean {
	return one?.width() === other?.width() && one?.height() === other?.height();
}

function isInside(at: SimpleCellAddress, corner: SimpleCellAddress, values: SimpleRangeValue): boolean {
	const [row, column] = [at.row - corner.row, at.col - corner.col];
	const isOnSheet = at.sheet === corner.sheet && row >= 0 && column >= 0;
	return isOnSheet && row < values.height() && column < values.width();
}

/** Cells in reading order, sheet by sheet, as numbers in the same order. */
function keyOf({ sheet, row, col }: SimpleCellAddress): number {
	return (sheet * MAX_ROWS + row) * MAX_COLUMNS + col;
}

function addressOf(key: number): SimpleCellAddress {
	const row = Math.floor(key / MAX_COLUMNS);
	return { sheet: Math.floor(row / MAX_ROWS), row: row % MAX_ROWS, col: key % MAX_COLUMNS };
}

function labelOf({ row, col }: SimpleCellAddress): string {
	return formatAddress({ row, column: col });
}
