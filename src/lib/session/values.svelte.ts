import { cellKey, isFormula, textOfContent, type CellValue, type Patch, type Place } from '$lib/workbook';

/** A computed value and where it stands. */
export type PlacedValue = Place & { readonly value: CellValue };

/** The page's mirror of what the calculation gave: read by whatever shows values, written by the calculation's answers only. */
export class Values {
	#bySheet = new Map<string, Map<number, CellValue>>();
	#changes = $state(0);

	/** Rises with every answer that was taken in. */
	get changes(): number {
		return this.#changes;
	}

	/** Whether an answer has been awaited for so long that the values on show may be old. */
	isPending = $state(false);

	/** Milliseconds that the latest calculation took where it ran; undefined before the first. */
	milliseconds = $state.raw<number | undefined>(undefined);

	/** How long the latest calculation took, in words; empty before the first. */
	get durationText(): string {
		const { milliseconds } = this;
		if (milliseconds === undefined) return '';
		return `Recalculated in ${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`;
	}

	/** The value at a place; `null` where it is blank or not known yet. */
	valueAt({ sheet, row, column }: Place): CellValue {
		// Reading the counter ties whoever asks to every later answer.
		void this.#changes;
		return this.#bySheet.get(sheet)?.get(cellKey({ row, column })) ?? null;
	}

	/** The keys of the cells of a sheet that have a value. */
	keysOn(sheet: string): Iterable<number> {
		void this.#changes;
		return this.#bySheet.get(sheet)?.keys() ?? [];
	}

	/** Every value of a sheet that is known, by the keys of cells. */
	valuesOn(sheet: string): ReadonlyMap<number, CellValue> {
		return this.#bySheet.get(sheet) ?? new Map<number, CellValue>();
	}

	/**
	 * Takes in what a change of the workbook says of values by itself: whatever is no formula is its own value, and need not
	 * wait for the calculation of everything else.
	 */
	follow(patch: Patch): void {
		for (const change of patch) {
			if (change.kind !== 'cell') continue;
			const content = change.after?.content ?? null;
			if (isFormula(content) || Object.is(content, change.before?.content ?? null)) continue;
			const value = typeof content === 'string' ? textOfContent(content) : content;
			if (value === null) this.#bySheet.get(change.sheet)?.delete(cellKey(change));
			else this.#bySheet.get(change.sheet)?.set(cellKey(change), value);
		}
	}

	/** Takes in values: all that there are, or those that changed. */
	take(values: readonly PlacedValue[], isWhole: boolean): void {
		if (isWhole) this.#bySheet.clear();
		for (const { sheet, row, column, value } of values) {
			let known = this.#bySheet.get(sheet);
			if (!known) this.#bySheet.set(sheet, (known = new Map()));
			if (value === null) known.delete(cellKey({ row, column }));
			else known.set(cellKey({ row, column }), value);
		}
		this.#changes += 1;
	}
}
