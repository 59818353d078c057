import { untrack } from 'svelte';
import { cellAt, formatValue, textForEditing } from '$lib/workbook';
import type { Figure } from './display.svelte';
import type { Session } from './session.svelte';
import { summarize, valuesIn, type Summary } from './summary';

/** A figure of what is selected, as it is shown and as it is copied. */
export interface ShownFigure {
	readonly figure: Figure;
	readonly text: string;
	readonly copied: string;
}

/** What can be said of all selected cells at once, computed beside everything else. */
export class SelectionSummary {
	#session: Session;
	#summary = $state.raw<Summary>();

	constructor(session: Session) {
		this.#session = session;
	}

	/** Sums the selection up whenever it or a value changes. To be called in an effect; what it gives stops it. */
	follow(): () => void {
		const { selection, activeSheet, values, shown, hasValues } = this.#session;
		const { ranges } = selection;
		void values.changes;
		void this.#session.tables;
		let isStopped = false;
		if (!hasValues || selection.isSingleCell) {
			this.#summary = undefined;
			return () => undefined;
		}
		const isHidden = (row: number, column: number) =>
			shown.isHidden('row', row) || shown.isHidden('column', column);
		untrack(() => {
			const selected = valuesIn(ranges, values.valuesOn(activeSheet), isHidden);
			void summarize(selected, () => isStopped).then((summary) => {
				if (summary && !isStopped) this.#summary = summary;
			});
		});
		return () => (isStopped = true);
	}

	/** The figures that the reader wants to see, numbers in the format of the active cell. */
	readonly figures: readonly ShownFigure[] = $derived.by(() => {
		const summary = this.#summary;
		const { display, workbook, activeSheet, selection, settings } = this.#session;
		if (!summary || summary.count === 0) return [];
		const format = cellAt(workbook, { sheet: activeSheet, ...selection.active })?.format;
		return display.figures.flatMap((figure) => {
			const value = valueOf(figure, summary);
			if (value === undefined) return [];
			const isCount = figure === 'count' || figure === 'numbers';
			const text = formatValue(value, isCount ? '#,##0' : format, settings.locale).text;
			return [{ figure, text, copied: textForEditing(value, undefined, settings.locale) }];
		});
	});

	/** What was left out of the figures, in words; empty where nothing was. */
	readonly leftOut: string = $derived.by(() => {
		const errors = this.#summary?.errors ?? 0;
		return errors === 0 ? '' : errors === 1 ? '1 error left out' : `${errors} errors left out`;
	});
}

/** A figure of a summary; undefined where there is no number for it. */
function valueOf(figure: Figure, { sum, count, numbers, min, max }: Summary): number | undefined {
	switch (figure) {
		case 'count':
			return count;
		case 'numbers':
			return numbers;
		default:
			return numbers === 0 ? undefined : { sum, average: sum / numbers, min, max }[figure];
	}
}
