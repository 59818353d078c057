import {
	addressOfKey,
	usedSize,
	type CellValue,
	type ConditionalFormat,
	type LineAxis,
	type Overrides,
	type Place,
	type Range,
	type Settings,
	type Sheet,
	type Workbook
} from '$lib/workbook';
import type { LedgerIndex } from '$lib/ledger';
import { untrack } from 'svelte';
import type { Calculating } from './calculating.svelte';
import type { ConditionalLooks } from './conditional-looks.svelte';
import { RowSignals } from './row-signals.svelte';
import { showCell, type ShowingContext, type ShownCell } from './shown-cell';
import type { Values } from './values.svelte';
import type * as Workings from './workings';
import { widthOfText, wrappedLines } from './wrapped-lines';

/** What showing a sheet needs of the session. */
export interface SheetHost {
	readonly workbook: Workbook;
	readonly tables: Workbook['tables'];
	readonly ledger: LedgerIndex;
	readonly activeSheet: string;
	readonly overrides: Overrides;
	readonly isPending: boolean;
	readonly settings: Settings;
	readonly values: Values;
	readonly calculating: Calculating;
	readonly workings: typeof Workings | undefined;
	readonly scenarios: { readonly active: string };
	readonly shown: {
		readonly merges: readonly Range[];
		isHidden(axis: LineAxis, index: number): boolean;
	};
	valueAt(place: Place): CellValue;
}

/** Of a column and a row without a size of their own, in CSS pixels. */
export const DEFAULT_COLUMN_WIDTH = 104;
export const DEFAULT_ROW_HEIGHT = 25;
const TITLE_HEIGHT = 34;
/** Of a line of wrapped text, of the room above and below all of them, and beside them. */
export const WRAPPED_LINE_HEIGHT = 18;
const WRAPPED_ROOM = 7;
const WRAPPED_MARGIN = 19;
/** As tall as Excel lets a row be. */
const MAX_ROW_HEIGHT = 546;
/** Rows and columns that can be scrolled to beyond the last one in use. */
const SPARE_ROWS = 50;
const SPARE_COLUMNS = 6;
/** A sheet shows so many rows and columns, however little of it is in use. */
export const LEAST_ROWS = 100;
export const LEAST_COLUMNS = 26;

const NONE: readonly Range[] = [];
const NOT_FROZEN = { rows: 0, columns: 0 };

/** The sheet on show, as the grid reads it. */
export class SheetSource {
	#host: SheetHost;

	constructor(host: SheetHost) {
		this.#host = host;
	}

	/** Tells rows of changes; everything else that a cell's look depends on touches all of them. */
	readonly rows = new RowSignals();

	#sheet: Sheet | undefined = $derived.by(() => this.#host.tables.sheet.get(this.#host.activeSheet));
	#used = $derived.by(() => usedSize(this.#host.workbook, this.#host.activeSheet));
	/** The cells of wrapped text, by their rows. */
	#wrapped = $derived.by(() => {
		const rows = new Map<number, number[]>();
		for (const [key, { look }] of this.#host.workbook.cells.get(this.#host.activeSheet) ?? []) {
			if (!look?.isWrapped) continue;
			const { row, column } = addressOfKey(key);
			rows.set(row, [...(rows.get(row) ?? []), column]);
		}
		return rows;
	});
	#hasTitle = $derived.by(() => this.cellAt(0, 0)?.style === 'title');

	readonly #context: ShowingContext = $derived.by(() => ({
		ledger: this.#host.ledger,
		overrides: this.#host.overrides,
		isPending: this.#host.isPending,
		valueAt: (place) => this.#host.valueAt(place),
		conditionAt: (place) => this.conditional?.lookAt(place),
		extentOf: (place) =>
			this.mergesIn(place.row).find(({ from }) => from.row === place.row && from.column === place.column)
	}));

	/** Conditional formats to be shown in the place of the sheet's own, while they are being changed. */
	previewed = $state.raw<readonly ConditionalFormat[]>();
	readonly #stopped = new WeakSet<object>();
	readonly #formats = $derived.by(() => this.previewed ?? this.#sheet?.conditionalFormats);

	/** How cells look by conditional formats; undefined where there are none. */
	readonly conditional: ConditionalLooks | undefined = $derived.by(() => {
		const { activeSheet: sheet, workings, values, settings } = this.#host;
		const formats = this.#formats;
		if (!workings || !formats?.length) return undefined;
		const host = {
			sheet,
			locale: settings.locale,
			values,
			stopped: this.#stopped,
			isShown: (looks: ConditionalLooks) => this.conditional === looks,
			touch: (rows: ReadonlySet<number>) => this.rows.touch(rows),
			tryFormulas: (formulas: Parameters<Calculating['tryFormulas']>[0]) =>
				this.#host.calculating.tryFormulas(formulas)
		};
		return new workings.ConditionalLooks(host, formats);
	});

	/** Whether cells show their formulas and not what these give. */
	showsFormulas = $state(false);

	/** The ranges shown as one cell that a row has a part in. */
	mergesIn(row: number): readonly Range[] {
		const { merges } = this.#host.shown;
		return merges.length === 0 ? NONE : merges.filter(({ from, to }) => from.row <= row && row <= to.row);
	}

	get rowCount(): number {
		return Math.max(this.#used.rows + SPARE_ROWS, LEAST_ROWS);
	}

	get columnCount(): number {
		return Math.max(this.#used.columns + SPARE_COLUMNS, LEAST_COLUMNS);
	}

	/** How many rows and columns stay in view. */
	get frozen(): { readonly rows: number; readonly columns: number } {
		return this.#sheet?.frozen ?? NOT_FROZEN;
	}

	widthOf(column: number): number {
		if (this.#host.shown.isHidden('column', column)) return 0;
		return this.#sheet?.columnWidths[column] ?? DEFAULT_COLUMN_WIDTH;
	}

	heightOf(row: number): number {
		if (this.#host.shown.isHidden('row', row)) return 0;
		const given = this.#sheet?.rowHeights[row];
		if (given !== undefined) return given;
		const own = row === 0 && this.#hasTitle ? TITLE_HEIGHT : DEFAULT_ROW_HEIGHT;
		const wrapped = this.#wrapped.get(row);
		return wrapped ? Math.max(own, ...wrapped.map((column) => this.#wrappedHeight(row, column))) : own;
	}

	/** The height that shows all of a wrapped text. */
	#wrappedHeight(row: number, column: number): number {
		const shown = this.cellAt(row, column);
		if (!shown || shown.isNumber || shown.text === '') return 0;
		const isBold = shown.look?.isBold ?? false;
		const lines = wrappedLines(shown.text, Math.max(this.widthOf(column) - WRAPPED_MARGIN, 8), (text) =>
			widthOfText(text, isBold)
		);
		return Math.min(lines * WRAPPED_LINE_HEIGHT + WRAPPED_ROOM, MAX_ROW_HEIGHT);
	}

	cellAt(row: number, column: number): ShownCell | undefined {
		const place = { sheet: this.#host.activeSheet, row, column };
		this.rows.read(row);
		this.conditional?.read();
		const { showsFormulas } = this;
		return untrack(() => {
			const { workings, workbook, scenarios } = this.#host;
			const shown = showCell(this.#context, place);
			return showsFormulas ? workings?.withFormula(shown, workbook, scenarios.active, place) : shown;
		});
	}
}
