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
	/** What was handed to the calculation since its last answer, and what changed since then, in the order in which it was. */
	#since: (
		{ readonly sent: Patch; readonly released: Iterable<[string, Place]> } | { readonly changed: Patch }
	)[] = [];

	/** The cells that are held back. */
	get places(): readonly Place[] {
		return [...this.#held.values()];
	}

	/** Begins with cells that were held back before. */
	begin(places: readonly Place[]): void {
		this.#held = new Map(places.map((place) => [keyOf(place), place]));
		this.#released.clear();
		this.#since = [];
	}

	/** Lets go of the cells whose contents change; whether there were any. */
	follow(patch: Patch): boolean {
		if (this.#since.length > 0) this.#since.push({ changed: patch });
		let hasReleased = false;
		if (this.#held.size === 0) return hasReleased;
		for (const change of patch) {
			if (isNewContent(change)) hasReleased = this.#held.delete(keyOf(change)) || hasReleased;
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
		if (!patch && this.#released.size === 0) return;
		this.#since.push({ sent: patch ?? [], released: this.#released });
		this.#released = new Map();
	}

	/** What was handed over has been calculated. */
	prove(): void {
		this.#since = [];
	}

	/**
	 * Holds back what was handed over and not answered: its formulas, and where those are held back already or there are
	 * none, everything else that changed with them. False where nothing is left to hold back.
	 */
	holdBack(workbook: Workbook): boolean {
		const rest = [...this.#doubtful()].filter(
			([key, { sheet }]) => !this.#held.has(key) && workbook.tables.sheet.has(sheet)
		);
		const formulas = rest.filter(([, place]) => isFormula(cellAt(workbook, place)?.content ?? null));
		for (const [key, place] of formulas.length > 0 ? formulas : rest) this.#held.set(key, place);
		return rest.length > 0;
	}

	/** The cells that were handed over and stand as they were then. Only looked for where it is asked: that is seldom. */
	#doubtful(): Map<string, Place> {
		const doubtful = new Map<string, Place>();
		for (const step of this.#since) {
			if ('changed' in step) {
				for (const change of step.changed) if (isNewContent(change)) doubtful.delete(keyOf(change));
				continue;
			}
			for (const [key, place] of step.released) doubtful.set(key, place);
			for (const change of step.sent) {
				if (!isNewContent(change)) continue;
				const { sheet, row, column } = change;
				doubtful.set(keyOf(change), { sheet, row, column });
			}
		}
		return doubtful;
	}
}

function isNewContent(change: Change): change is Extract<Change, { kind: 'cell' }> {
	return change.kind === 'cell' && !Object.is(change.before?.content ?? null, change.after?.content ?? null);
}

function keyOf(place: Place): string {
	return `${place.sheet} ${cellKey(place)}`;
}
