import { inOrder, spansHold, type Sheet, type Workbook } from '$lib/workbook';

/** Which rows of a workbook are hidden, by its sheets in the order in which the calculation numbers them. */
export class HiddenRows {
	/** Whether any formula asked: only then does hiding rows change values. */
	wasRead = false;
	readonly #sheets: readonly string[];
	readonly #workbook: Workbook;

	constructor(workbook: Workbook) {
		this.#workbook = workbook;
		this.#sheets = inOrder(workbook.tables.sheet).map(({ id }) => id);
	}

	/** Whether a row is hidden by a filter or, unless only filters count, by hand. */
	isHidden(sheet: number, row: number, onlyByFilter: boolean): boolean {
		this.wasRead = true;
		const record = this.#workbook.tables.sheet.get(this.#sheets[sheet] ?? '');
		if (!record) return false;
		const isFiltered = spansHold(record.filter?.hidden ?? [], row);
		return isFiltered || (!onlyByFilter && spansHold(record.hiddenRows ?? [], row));
	}
}

/** Where the calculation asks which rows are hidden. */
export interface HiddenRowsContext {
	readonly hiddenRows: Pick<HiddenRows, 'isHidden'>;
}

/** Whether other rows of a sheet are hidden than before. */
export function hidesOtherRows(before: Sheet | null, after: Sheet | null): boolean {
	return before?.hiddenRows !== after?.hiddenRows || before?.filter !== after?.filter;
}
