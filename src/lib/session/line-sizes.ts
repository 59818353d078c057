import type { LineAxis, LineSpan } from '$lib/workbook';
import type { Session } from './session.svelte';

/** What only the grid can measure. */
export interface LineMeasures {
	/** The width that shows what a column holds; undefined where it shows nothing. */
	fittingWidth(column: number): number | undefined;
}

/** How wide the columns and how high the rows of the sheet on show are. */
export class LineSizes {
	#session: Session;
	/** Set by the grid while it is on the page. */
	measures: LineMeasures | undefined;

	constructor(session: Session) {
		this.#session = session;
	}

	/** Sets the size of lines in CSS pixels; `null` is the default, which for rows follows from what they hold. */
	resize(axis: LineAxis, lines: readonly number[], size: number | null): boolean {
		const sheet = this.#session.activeSheet;
		return this.#session.execute(
			axis === 'column'
				? { do: 'resize-columns', sheet, columns: lines, width: size }
				: { do: 'resize-rows', sheet, rows: lines, height: size }
		).ok;
	}

	/** Makes columns as wide as what they show, and lets rows be as high as what they hold. */
	autofit(axis: LineAxis, lines: readonly number[]): void {
		if (axis === 'row') {
			this.resize('row', lines, null);
			return;
		}
		const fitting = lines.flatMap((column) => {
			const width = this.measures?.fittingWidth(column);
			return width === undefined ? [] : [{ column, width }];
		});
		if (fitting.length === 0) return;
		this.#session.execute({
			do: 'resize-columns',
			sheet: this.#session.activeSheet,
			columns: fitting.map(({ column }) => column),
			width: fitting.map(({ width }) => width)
		});
	}

	/** The size of a line in CSS pixels, 0 where it is hidden. */
	sizeOf(axis: LineAxis, line: number): number {
		const { source } = this.#session.shown;
		return axis === 'row' ? source.heightOf(line) : source.widthOf(line);
	}

	/** The lines of spans one by one, as far as the sheet is worth scrolling over. */
	linesOf(axis: LineAxis, spans: readonly LineSpan[]): number[] {
		const { source } = this.#session.shown;
		const count = axis === 'row' ? source.rowCount : source.columnCount;
		return spans.flatMap(({ from, to }) => {
			const last = Math.min(to, Math.max(count - 1, from));
			return Array.from({ length: last - from + 1 }, (_, at) => from + at);
		});
	}
}
