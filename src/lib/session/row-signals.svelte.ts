import type { Patch } from '$lib/workbook';

class Signal {
	count = $state(0);
}

/**
 * What tells the rows of the sheet on show that their cells changed, so that an edit is not paid for by every cell in view.
 * Whoever reads a row here reads it again after it was touched.
 */
export class RowSignals {
	#all = new Signal();
	#rows = new Map<number, Signal>();

	/** Ties whoever asks to the changes of a row. */
	read(row: number): void {
		void this.#all.count;
		let signal = this.#rows.get(row);
		if (!signal) this.#rows.set(row, (signal = new Signal()));
		void signal.count;
	}

	touch(row: number): void {
		const signal = this.#rows.get(row);
		if (signal) signal.count += 1;
	}

	touchAll(): void {
		this.#rows.clear();
		this.#all.count += 1;
	}

	/** Touches the rows of a sheet that a patch changes; all of them where it changes more than cells. */
	follow(patch: Patch, sheet: string): void {
		const rows = new Set<number>();
		for (const change of patch) {
			if (change.kind !== 'cell') return this.touchAll();
			if (change.sheet === sheet) rows.add(change.row);
		}
		for (const row of rows) this.touch(row);
	}
}
