import {
	cellAt,
	cellKey,
	isFormula,
	type Change,
	type Patch,
	type Place,
	type Workbook
} from '$lib/workbook';

/** The cells that are not calculated because that took too long, and those that may be the next: what changed last. */
export class HeldCells {
	#held = new Map<string, Place>();
	/** Let go, which the calculation has not been told. */
	#released = new Map<string, Place>();
	/** Handed to the calculation since its last answer. */
	#doubtful = new Map<string, Place>();

	/** The cells that are held back. */
	get places(): readonly Place[] {
		return [...this.#held.values()];
	}

	/** Begins with cells that were held back before. */
	begin(places: readonly Place[]): void {
		this.#held = new Map(places.map((place) => [keyOf(place), place]));
		this.#released.clear();
		this.#doubtful.clear();
	}

	/** Lets go of the cells whose contents change; whether there were any. */
	follow(patch: Patch): boolean {
		let hasReleased = false;
		for (const change of patch) {
			if (!isNewContent(change)) continue;
			const key = keyOf(change);
			// What it held when it was handed over is gone.
			this.#doubtful.delete(key);
			hasReleased = this.#held.delete(key) || hasReleased;
		}
		return hasReleased;
	}

	/** Lets go of all; whether there were any. */
	releaseAll(): boolean {
		for (const [key, place] of this.#held) this.#released.set(key, place);
		this.#held.clear();
		return this.#released.size > 0;
	}

	/** Notes what is handed to the calculation. */
	send(patch: Patch | null): void {
		for (const [key, place] of this.#released) this.#doubtful.set(key, place);
		this.#released.clear();
		for (const change of patch ?? []) {
			if (!isNewContent(change)) continue;
			const { sheet, row, column } = change;
			this.#doubtful.set(keyOf(change), { sheet, row, column });
		}
	}

	/** What was handed over has been calculated. */
	prove(): void {
		this.#doubtful.clear();
	}

	/**
	 * Holds back what was handed over and not answered: its formulas, and where those are held back already or there are
	 * none, everything else that changed with them. False where nothing is left to hold back.
	 */
	holdBack(workbook: Workbook): boolean {
		const rest = [...this.#doubtful].filter(
			([key, { sheet }]) => !this.#held.has(key) && workbook.tables.sheet.has(sheet)
		);
		const formulas = rest.filter(([, place]) => isFormula(cellAt(workbook, place)?.content ?? null));
		for (const [key, place] of formulas.length > 0 ? formulas : rest) this.#held.set(key, place);
		return rest.length > 0;
	}
}

function isNewContent(change: Change): change is Extract<Change, { kind: 'cell' }> {
	return change.kind === 'cell' && !Object.is(change.before?.content ?? null, change.after?.content ?? null);
}

function keyOf(place: Place): string {
	return `${place.sheet} ${cellKey(place)}`;
}
