import {
	usedSize,
	type CellValue,
	type Overrides,
	type Place,
	type Sheet,
	type Workbook
} from '$lib/workbook';
import type { LedgerIndex } from '$lib/ledger';
import { showCell, type ShowingContext, type ShownCell } from './shown-cell';

/** What showing a sheet needs of the session. */
export interface SheetHost {
	readonly workbook: Workbook;
	readonly ledger: LedgerIndex;
	readonly activeSheet: string;
	readonly overrides: Overrides;
	readonly isPending: boolean;
	valueAt(place: Place): CellValue;
}

const DEFAULT_WIDTH = 104;
const DEFAULT_HEIGHT = 25;
const TITLE_HEIGHT = 34;
/** Rows and columns that can be scrolled to beyond the last one in use. */
const SPARE_ROWS = 50;
const SPARE_COLUMNS = 6;
const LEAST_ROWS = 100;
const LEAST_COLUMNS = 26;

/** The sheet on show, as the grid reads it. */
export class SheetSource {
	#host: SheetHost;

	constructor(host: SheetHost) {
		this.#host = host;
	}

	#sheet: Sheet | undefined = $derived.by(() => this.#host.workbook.tables.sheet.get(this.#host.activeSheet));
	#used = $derived.by(() => usedSize(this.#host.workbook, this.#host.activeSheet));
	#hasTitle = $derived.by(() => this.cellAt(0, 0)?.style === 'title');

	readonly #context: ShowingContext = $derived.by(() => ({
		ledger: this.#host.ledger,
		overrides: this.#host.overrides,
		isPending: this.#host.isPending,
		valueAt: (place) => this.#host.valueAt(place)
	}));

	get rowCount(): number {
		return Math.max(this.#used.rows + SPARE_ROWS, LEAST_ROWS);
	}

	get columnCount(): number {
		return Math.max(this.#used.columns + SPARE_COLUMNS, LEAST_COLUMNS);
	}

	widthOf(column: number): number {
		return this.#sheet?.columnWidths[column] ?? DEFAULT_WIDTH;
	}

	heightOf(row: number): number {
		return this.#sheet?.rowHeights[row] ?? (row === 0 && this.#hasTitle ? TITLE_HEIGHT : DEFAULT_HEIGHT);
	}

	cellAt(row: number, column: number): ShownCell | undefined {
		return showCell(this.#context, { sheet: this.#host.activeSheet, row, column });
	}
}
