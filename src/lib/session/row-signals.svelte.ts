import type { Patch, Place } from '$lib/workbook';

class Signal {
	count = $state(0);
}

/** Rows share signals, that many: made beforehand, since what reads a signal that it made itself is not told of its changes. */
const SIGNALS = 128;

/**
 * What tells the rows of the sheet on show that their cells changed, so that an edit is not paid for by every cell in view.
 * Whoever reads a row here reads it again after it was touched, and now and then for a row far away.
 */
export class RowSignals {
	#all = new Signal();
	#rows = Array.from({ length: SIGNALS }, () => new Signal());

	/** Ties whoever asks to the changes of a row. */
	read(row: number): void {
		void this.#all.count;
		void this.#rows[row % SIGNALS]!.count;
	}

	/** Touches rows, each signal of theirs once: telling whoever reads it is what takes time. */
	touch(rows: Iterable<number>): void {
		const signals = new Set<number>();
		for (const row of rows) if (row >= 0) signals.add(row % SIGNALS);
		for (const signal of signals) this.#rows[signal]!.count += 1;
	}

	/** Touches the rows of places, those on a sheet. */
	touchPlaces(places: readonly Place[], sheet: string): void {
		const rows = new Set<number>();
		for (const place of places) if (place.sheet === sheet) rows.add(place.row);
		this.touch(rows);
	}

	touchAll(): void {
		this.#all.count += 1;
	}

	/** Touches the rows of a sheet that a patch changes; all of them where it changes more than cells. */
	follow(patch: Patch, sheet: string): void {
		const rows = new Set<number>();
		for (const change of patch) {
			if (change.kind !== 'cell') return this.touchAll();
			if (change.sheet !== sheet) continue;
			rows.add(change.row);
			// The row above draws the borders between the two.
			if (change.before?.look?.borders !== change.after?.look?.borders) rows.add(change.row - 1);
		}
		this.touch(rows);
	}
}
